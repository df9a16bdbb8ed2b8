import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AgreementReading, readAgreement } from '#checklists/baa/read-agreement.ts'
import type { LineId } from '#checklists/baa/reading.ts'
import { documentFromText } from '#scanners/document/text.ts'

type LabelLine = {
  verdict: string
  quotes?: ReadonlyArray<{ text: string; start: number; end: number }>
  note?: string
}
type Tier = { n: number | null; unit: string | null; cal: string | null; from: string | null }
export type Label = {
  kind: string
  is_baa: boolean
  clauses?: Record<string, LabelLine>
  elements?: Record<string, LabelLine>
  options?: Record<string, LabelLine>
  facts?: {
    breach: {
      kind: string
      n: number | null
      unit: string | null
      cal: string | null
      from: string | null
      wud: boolean
      tiers?: ReadonlyArray<Tier>
    }
    audit: string
    [name: string]: unknown
  }
}
export type Labels = { docs: Record<string, Label> }

const watched = new Set(['R06', 'R07', 'R08', 'S4', 'R09', 'R15', 'R16', 'R17', 'S6'])

export type Miss = { doc: string; what: string; expected: string; got: string; because: string; quote: string }

export type Tally = {
  docs: number
  lines: number
  right: number
  undetermined: number
  falsePasses: Array<Miss>
  falseAlarms: number
  presents: number
  misses: Array<Miss>
  confusion: Map<string, number>
  perId: Map<string, { right: number; all: number }>
  facts: Map<string, { right: number; all: number }>
  factMisses: Array<Miss>
  quotes: number
  verbatim: number
  overlap: { right: number; all: number; misses: Array<Miss> }
  bareQuotes: number
  kinds: { right: number; all: number; misses: Array<Miss> }
  repeats: boolean
  ms: Array<number>
}

export function emptyTally(): Tally {
  return {
    docs: 0,
    lines: 0,
    right: 0,
    undetermined: 0,
    falsePasses: [],
    falseAlarms: 0,
    presents: 0,
    misses: [],
    confusion: new Map(),
    perId: new Map(),
    facts: new Map(),
    factMisses: [],
    quotes: 0,
    verbatim: 0,
    overlap: { right: 0, all: 0, misses: [] },
    bareQuotes: 0,
    kinds: { right: 0, all: 0, misses: [] },
    repeats: true,
    ms: [],
  }
}

export function readText(text: string, name: string): AgreementReading {
  return readAgreement(documentFromText(text, { id: name, name: `${name}.txt`, at: new Date(0) }))
}

const tierKey = ({ n, unit, cal, from }: Tier) => `${n} ${unit} ${cal} ${from}`

/** The comparable form of a fact; free words (via, what, option) are left out, tiers are compared as a set. */
export function factForms(facts: Record<string, unknown> & NonNullable<Label['facts']>): Record<string, string> {
  const { breach } = facts
  const { kind, n, unit, cal, from, wud, tiers } = breach
  const forms: Record<string, string> = {
    breach: JSON.stringify({ kind, n, unit, cal, from, wud }),
    audit: String(facts.audit),
  }
  if (facts.safeguards === undefined) return { ...forms, ...few(facts) }
  const back = facts.return as Record<string, unknown> | null
  const subs = facts.subs as Record<string, unknown>
  const scope = facts.scope as Record<string, unknown>
  const signature = facts.signature as Record<string, unknown> | undefined
  return {
    ...forms,
    'breach tiers': [...new Set((tiers ?? []).map(tierKey))].sort().join(' | '),
    'return days': JSON.stringify(
      back === null ? null : { n: back.n, no_copies: back.no_copies, certify: back.certify },
    ),
    safeguards: JSON.stringify(facts.safeguards, Object.keys(facts.safeguards as object).sort()),
    'scope specificity': String(scope.specificity),
    'scope marketing': String(scope.marketing),
    'subs flow_down': JSON.stringify([subs.flow_down, subs.written]),
    'subs named': JSON.stringify(subs.named),
    ...(signature === undefined ? {} : { signature: JSON.stringify([signature.form, signature.signed]) }),
    ...few(facts),
    cure_days: String(facts.cure_days),
    insurance: String(facts.insurance),
  }
}

function few(facts: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    ['indemnity', 'offshore', 'unilateral_amendment'].map((name) => [name, String(facts[name])]),
  )
}

function count(map: Map<string, { right: number; all: number }>, key: string, right: boolean): void {
  const entry = map.get(key) ?? { right: 0, all: 0 }
  map.set(key, { right: entry.right + (right ? 1 : 0), all: entry.all + 1 })
}

function linesOf(tally: Tally, id: string, text: string, label: Label, reading: AgreementReading): void {
  const expected = { ...label.clauses, ...label.elements, ...label.options }
  for (const [ref, want] of Object.entries(expected)) {
    const line = reading.lines[ref as LineId]
    const got = line?.reading ?? 'none'
    const right = got === want.verdict
    tally.lines += 1
    if (right) tally.right += 1
    if (got === 'undetermined') tally.undetermined += 1
    count(tally.perId, ref, right)
    const key = `${want.verdict}>${got}`
    tally.confusion.set(key, (tally.confusion.get(key) ?? 0) + 1)
    const miss: Miss = {
      doc: id,
      what: ref,
      expected: want.verdict,
      got,
      because: line?.because ?? '',
      quote: line?.quotes[0]?.text ?? '',
    }
    if (!right) tally.misses.push(miss)
    if (want.verdict === 'present') {
      tally.presents += 1
      if (!right) tally.falseAlarms += 1
    } else if (got === 'present' && watched.has(ref)) tally.falsePasses.push(miss)
    for (const quote of line?.quotes ?? []) {
      tally.quotes += 1
      if (text.slice(quote.start, quote.end) === quote.text && quote.text.length <= 600) tally.verbatim += 1
    }
    if (line !== undefined && line.quotes.length === 0 && ['present', 'partial', 'contrary'].includes(got))
      tally.bareQuotes += 1
    const labelled = want.quotes ?? []
    if (right && got !== 'absent' && labelled.length > 0) {
      const meets = labelled.some((a) => line!.quotes.some((b) => a.start < b.end && b.start < a.end))
      tally.overlap.all += 1
      if (meets) tally.overlap.right += 1
      else tally.overlap.misses.push({ ...miss, expected: labelled[0]!.text })
    }
  }
}

/** Reads one labelled text and adds what came of it. `facts` false where the labels hold none. */
export function scoreText(tally: Tally, id: string, text: string, label: Label): void {
  tally.docs += 1
  const started = performance.now()
  const reading = readText(text, id)
  tally.ms.push(performance.now() - started)
  if (JSON.stringify(reading) !== JSON.stringify(readText(text, id))) tally.repeats = false
  const wanted =
    label.kind === 'almost'
      ? 'almost'
      : label.is_baa
        ? 'agreement'
        : label.kind === 'negative_control'
          ? 'other'
          : label.kind
  const got = reading.isBaa ? 'agreement' : (reading.kind ?? 'other')
  tally.kinds.all += 1
  if (got === wanted) tally.kinds.right += 1
  else
    tally.kinds.misses.push({
      doc: id,
      what: 'kind',
      expected: wanted,
      got,
      because: reading.refusal?.message ?? '',
      quote: '',
    })
  if (label.clauses === undefined) return
  linesOf(tally, id, text, label, reading)
  if (label.facts === undefined) return
  const want = factForms(label.facts)
  const have =
    reading.facts === null
      ? {}
      : factForms(reading.facts as unknown as Record<string, unknown> & NonNullable<Label['facts']>)
  for (const [name, value] of Object.entries(want)) {
    const right = (have as Record<string, string>)[name] === value
    count(tally.facts, name, right)
    if (!right)
      tally.factMisses.push({
        doc: id,
        what: name,
        expected: value,
        got: (have as Record<string, string>)[name] ?? 'none',
        because: '',
        quote: '',
      })
  }
}

export function scoreFolder(folder: string, pick: (id: string, label: Label) => boolean): Tally {
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels
  const tally = emptyTally()
  for (const [id, label] of Object.entries(labels.docs)) {
    if (pick(id, label))
      scoreText(tally, id, readFileSync(join(folder, `${id}.txt`), 'utf8').replace(/^\uFEFF/, ''), {
        ...label,
        is_baa: label.is_baa,
      })
  }
  return tally
}

/** Mean of the F1 of the readings that occur. */
export function macroF1(tally: Tally): number {
  const classes = ['present', 'partial', 'absent', 'contrary']
  const scores = classes.flatMap((name) => {
    let hit = 0
    let wanted = 0
    let got = 0
    for (const [key, n] of tally.confusion) {
      const [a, b] = key.split('>')
      if (a === name && b === name) hit += n
      if (a === name) wanted += n
      if (b === name) got += n
    }
    return wanted === 0 ? [] : [(2 * hit) / (wanted + got)]
  })
  return scores.reduce((sum, value) => sum + value, 0) / Math.max(1, scores.length)
}
