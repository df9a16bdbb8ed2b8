import type { Finding } from '#checklists/assess.ts'
import type { Axis, Pointer } from '#checklists/requirement.ts'
import type { Severity } from '#checklists/score.ts'
import type { Evidence } from '#scanners/evidence.ts'

export type StatusWord = 'Meets' | 'Weak' | 'Missing' | 'Conflicts' | 'Cannot tell' | 'Does not apply'

/** One finding in five fixed parts: saw, where and when, why it may matter, do this, owner. */
export type Card = {
  id: string
  title: string
  status: StatusWord
  severity: Severity
  axis: Axis
  axisNote: string
  saw: string
  quotes: ReadonlyArray<{ text: string; place: string }>
  where: ReadonlyArray<string>
  /** Places left out of `where`; the annex and the portal list them all. */
  more: number
  why: string
  cites: ReadonlyArray<string>
  unconfirmed: boolean
  do: string
  owner: string
  effort: 'small' | 'medium' | 'large'
  ruling: string | null
}

const owners: Record<NonNullable<Finding['owner']>, string> = {
  'web-developer': 'Web developer',
  'office-manager': 'Office manager',
  vendor: 'Vendor',
  lawyer: 'Lawyer',
}

/** How much work the usual repair is, by who must do it: a tag is minutes, a contract is weeks. */
const effortOf: Record<NonNullable<Finding['owner']>, Card['effort']> = {
  'web-developer': 'small',
  'office-manager': 'medium',
  vendor: 'medium',
  lawyer: 'large',
}

const severityOrder: ReadonlyArray<Severity> = ['critical', 'high', 'medium', 'low']
const verdictOrder = ['fail', 'partial', 'unknown', 'pass', 'not-applicable']

const axisNotes: Record<Axis, string> = {
  law: 'Law',
  'practice-bar': 'Practice bar. Stricter than the law requires.',
  judgement: 'Our reading; it does not count in the score.',
}

/** The fixed status word. A fail is Conflicts where the opposite was seen, Missing where it was looked for in vain. */
export function statusOfFinding(finding: Pick<Finding, 'verdict' | 'conflicts'>): StatusWord {
  switch (finding.verdict) {
    case 'pass':
      return 'Meets'
    case 'partial':
      return 'Weak'
    case 'fail':
      return finding.conflicts ? 'Conflicts' : 'Missing'
    case 'unknown':
      return 'Cannot tell'
    case 'not-applicable':
      return 'Does not apply'
  }
}

/** Critical first; then failed before weak; then by weight; ties keep the checklist's order; judgement lines last. */
export function mostImportantFirst(findings: ReadonlyArray<Finding>): Array<Finding> {
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        Number(a.finding.axis === 'judgement') - Number(b.finding.axis === 'judgement') ||
        severityOrder.indexOf(a.finding.severity) - severityOrder.indexOf(b.finding.severity) ||
        verdictOrder.indexOf(a.finding.verdict) - verdictOrder.indexOf(b.finding.verdict) ||
        b.finding.weight - a.finding.weight ||
        a.index - b.index,
    )
    .map(({ finding }) => finding)
}

function placeWords(pointer: Pointer, evidence: ReadonlyMap<string, Evidence>): string {
  const { page, start, end, url, line, file } = pointer.place
  const source = evidence.get(pointer.evidence)?.source.ref
  const parts = [
    file ?? (url === undefined ? source : undefined),
    url,
    typeof page === 'number' ? `page ${page}` : undefined,
    start !== undefined && end !== undefined ? `characters ${start}–${end}` : undefined,
    line !== undefined ? `line ${line}` : undefined,
  ]
  return parts.filter((one) => one !== undefined && one !== '').join(', ')
}

function rulingWords(finding: Finding): string | null {
  if (finding.ruling === null) return null
  const machine = statusOfFinding({ ...finding, verdict: finding.machine?.verdict ?? 'unknown' })
  return `Changed by ${finding.ruling.by}: ${finding.ruling.reason} (the rule itself said: ${machine})`
}

/** The five parts of one finding. `maxWhere` bounds the places listed; `more` counts the rest. */
export function card(finding: Finding, evidence: ReadonlyMap<string, Evidence>, maxWhere: number): Card {
  const bad = finding.observations.filter(({ verdict }) => verdict === 'fail' || verdict === 'partial')
  const pointers = finding.pointers.length > 0 ? finding.pointers : bad.flatMap((one) => one.pointers.slice(0, 1))
  // A short card names the places; only the annex repeats the sentence for each of them.
  const brief = Number.isFinite(maxWhere)
  const where = [...new Set(bad.map((one) => (brief ? one.where : `${one.where}: ${one.because}`)))]
  return {
    id: finding.requirement,
    title: finding.title,
    status: statusOfFinding(finding),
    severity: finding.severity,
    axis: finding.axis,
    axisNote: axisNotes[finding.axis],
    saw: finding.because,
    quotes: pointers
      .slice(0, brief ? 2 : undefined)
      .map((pointer) => ({ text: pointer.quote, place: placeWords(pointer, evidence) })),
    where: where.slice(0, maxWhere),
    more: Math.max(0, where.length - maxWhere),
    why: finding.why,
    cites: finding.cites.map(({ text, status }) =>
      status === 'in-force' || status === 'policy' ? text : `${text} (${status})`,
    ),
    unconfirmed: finding.cites.some(({ confirmed }) => !confirmed),
    do: finding.fix,
    owner: finding.owner === null ? 'Office manager' : owners[finding.owner],
    effort: finding.owner === null ? 'medium' : effortOf[finding.owner],
    ruling: rulingWords(finding),
  }
}
