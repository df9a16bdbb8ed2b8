import { diffArrays, diffWordsWithSpace } from 'diff'
import { assess, type Finding } from '#checklists/assess.ts'
import { baaChecklist } from '#checklists/baa/index.ts'
import { type AgreementFacts, readAgreement } from '#checklists/baa/read-agreement.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { type Status, statusOf } from '../components/status.tsx'

export type VerdictChange = { ref: string; title: string; from: Status; to: Status; changed: boolean; because: string }
export type FactChange = { fact: string; from: string; to: string }
export type WordPart = { text: string; kind: 'same' | 'removed' | 'added' }
export type TextBlock = { kind: 'same' | 'removed' | 'added' | 'changed' | 'moved'; parts: Array<WordPart> }

export type AgreementComparison = {
  verdicts: ReadonlyArray<VerdictChange>
  facts: ReadonlyArray<FactChange>
  blocks: ReadonlyArray<TextBlock>
  /** Paragraphs left out because both versions say them; shown as one line. */
  unchanged: number
}

function linesOf(document: DocumentEvidence, at: Date): ReadonlyMap<string, Finding> {
  const { findings } = assess([baaChecklist], [document], at)
  return new Map(findings.flatMap((finding) => (finding.ref === null ? [] : [[finding.ref, finding] as const])))
}

const status = ({ verdict, conflicts }: Finding) => statusOf(verdict, conflicts)

function verdictChanges(older: DocumentEvidence, newer: DocumentEvidence, at: Date): Array<VerdictChange> {
  const before = linesOf(older, at)
  return [...linesOf(newer, at)].flatMap(([ref, finding]) => {
    const was = before.get(ref)
    if (was === undefined) return []
    const [from, to] = [status(was), status(finding)]
    return [{ ref, title: finding.title, from, to, changed: from !== to, because: finding.because }]
  })
}

function breachWords({ breach }: AgreementFacts): string {
  if (breach.kind === 'by_ref_410') return 'as 45 CFR 164.410 says'
  if (breach.n === null || breach.unit === null) return 'no number'
  const calendar = breach.cal === 'business' ? 'business ' : ''
  return `${breach.n} ${calendar}${breach.unit}${breach.from === null ? '' : ` from ${breach.from}`}`
}

const auditWords: Record<AgreementFacts['audit'], string> = {
  ce_own: 'the practice itself',
  hhs_only: 'the Secretary of HHS only',
  documents_only: 'documents on request, or a look by the vendor\u2019s leave',
  none: 'nobody',
  waived: 'waived',
}

function factWords(facts: AgreementFacts | null): Record<string, string> {
  if (facts === null) return {}
  const { parties, subs, dates } = facts
  return {
    'Breach notice': breachWords(facts),
    'May audit': auditWords[facts.audit],
    'Data return':
      facts.return === null ? 'nothing said' : facts.return.days === null ? 'no number' : `${facts.return.days} days`,
    Marketing: facts.scope.marketing.replaceAll('_', ' '),
    Subcontractors: Array.isArray(subs.named) ? subs.named.join(', ') : 'none named',
    Vendor: parties.ba.name ?? 'not found',
    Practice: parties.ce.name ?? 'not found',
    Effective: dates.effective?.value ?? 'not found',
    Expires: dates.expiry?.value ?? 'not found',
  }
}

function factChanges(older: DocumentEvidence, newer: DocumentEvidence): Array<FactChange> {
  const [before, after] = [factWords(readAgreement(older).facts), factWords(readAgreement(newer).facts)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .map((fact) => ({ fact, from: before[fact] ?? 'not read', to: after[fact] ?? 'not read' }))
    .filter(({ from, to }) => from !== to)
}

const paragraphsOf = ({ text, paragraphs }: DocumentEvidence) =>
  paragraphs.map(({ start, end }) => text.slice(start, end))

/** Number and spacing do not make another clause: renumbered or moved words still match. */
const sameness = (paragraph: string) =>
  paragraph
    .replace(/^\s*(?:(?:article|section)\s+)?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

function wordsShared(a: string, b: string): number {
  const first = new Set(sameness(a).split(' '))
  const second = new Set(sameness(b).split(' '))
  const common = [...first].filter((word) => second.has(word)).length
  return (2 * common) / (first.size + second.size)
}

/** From this share of common words on, a removed and an added paragraph are one clause that was changed. */
const changedFrom = 0.5

const whole = (kind: 'removed' | 'added', text: string): TextBlock => ({ kind, parts: [{ text, kind }] })

function changedBlock(before: string, after: string): TextBlock {
  const parts = diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
  }))
  return { kind: 'changed', parts }
}

/** Pairs each removed paragraph of a stretch with the added one it became, and leaves the others whole. */
function stretch(removed: ReadonlyArray<string>, added: ReadonlyArray<string>): Array<TextBlock> {
  const open = [...added]
  const blocks = removed.map((before) => {
    const best = open
      .map((after, index) => ({ after, index, share: wordsShared(before, after) }))
      .sort((a, b) => b.share - a.share)[0]
    if (best === undefined || best.share < changedFrom) return whole('removed', before)
    open.splice(best.index, 1)
    return changedBlock(before, best.after)
  })
  return [...blocks, ...open.map((after) => whole('added', after))]
}

function textBlocks(
  older: DocumentEvidence,
  newer: DocumentEvidence,
): Pick<AgreementComparison, 'blocks' | 'unchanged'> {
  const [before, after] = [paragraphsOf(older), paragraphsOf(newer)]
  const stayed = new Set(before.map(sameness))
  const gone = new Set(after.map(sameness))
  const blocks: Array<TextBlock> = []
  let unchanged = 0
  let removed: Array<string> = []
  let added: Array<string> = []
  const close = () => {
    blocks.push(...stretch(removed, added))
    removed = []
    added = []
  }
  for (const { value, added: isAdded, removed: isRemoved } of diffArrays(before, after, {
    comparator: (a, b) => sameness(a) === sameness(b),
  })) {
    if (isRemoved) {
      // What stands elsewhere in the newer text has moved: it is shown once, at its new place.
      const left = value.filter((paragraph) => !gone.has(sameness(paragraph)))
      removed.push(...left)
    } else if (isAdded) {
      for (const paragraph of value) {
        if (!stayed.has(sameness(paragraph))) added.push(paragraph)
        else {
          close()
          blocks.push({ kind: 'moved', parts: [{ text: paragraph, kind: 'same' }] })
        }
      }
    } else {
      close()
      unchanged += value.length
    }
  }
  close()
  return { blocks, unchanged }
}

/** Two versions of an agreement side by side: verdicts, facts, and the text clause by clause. Pure. */
export function compareAgreements(older: DocumentEvidence, newer: DocumentEvidence, at: Date): AgreementComparison {
  return {
    verdicts: verdictChanges(older, newer, at),
    facts: factChanges(older, newer),
    ...textBlocks(older, newer),
  }
}
