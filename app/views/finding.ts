import type { Finding, Ruled } from '#checklists/assess.ts'
import type { Axis, Citation, Pointer } from '#checklists/requirement.ts'
import type { Severity } from '#checklists/score.ts'
import { describeProblem, type ProblemCode } from '#scanners/problem.ts'
import { type Status, statusOf } from '../components/status.tsx'

export type QuoteView = { text: string; place: string; start: number | null; url: string | null }

export type ObservationView = { key: string; status: Status; because: string; where: string; quotes: Array<QuoteView> }

export type RulingView = {
  status: Status
  machine: Status
  reason: string
  by: string
  at: string
  expiresAt: string | null
}

/** One requirement as screens show it, in the five parts Saw / Where / Why / Do this / Owner. */
export type FindingView = {
  requirement: string
  ref: string | null
  checklist: string
  title: string
  status: Status
  severity: Severity
  axis: Axis
  because: string
  quotes: Array<QuoteView>
  observations: Array<ObservationView>
  why: string
  cites: Array<{ text: string; note: string }>
  fix: string
  owner: string
  attestedOnly: boolean
  scored: boolean
  ruling: RulingView | null
}

const owners: Record<NonNullable<Finding['owner']>, string> = {
  'web-developer': 'Web developer',
  'office-manager': 'Office manager',
  vendor: 'Vendor',
  lawyer: 'Lawyer',
}

const authorityWords: Record<Citation['status'], string> = {
  'in-force': 'in force',
  guidance: 'guidance, not law',
  vacated: 'vacated by a court',
  proposed: 'proposed, not in force',
  waived: 'waived for now',
  industry: 'industry rule',
  // Its own text says that it is the practice bar and stricter than the law.
  policy: '',
}

function citeView(cite: Citation): FindingView['cites'][number] {
  const note = authorityWords[cite.status]
  const parts = [note, cite.confirmed ? '' : 'reading not yet confirmed'].filter((part) => part !== '')
  return { text: cite.text, note: parts.length === 0 ? '' : ` (${parts.join('; ')})` }
}

export function placeWords({ page, url, line, file, start, end }: Pointer['place']): string {
  const parts = [
    file,
    page ? `page ${page}` : undefined,
    line === undefined ? undefined : `line ${line}`,
    start === undefined || end === undefined ? undefined : `characters ${start}–${end}`,
    url,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

function quoteView({ quote, place }: Pointer): QuoteView {
  return { text: quote, place: placeWords(place), start: place.start ?? null, url: place.url ?? null }
}

function rulingView(ruling: Ruled | null, machine: Status, conflicts: boolean): RulingView | null {
  if (ruling === null) return null
  const { verdict, reason, by, at, expiresAt } = ruling
  return { status: statusOf(verdict, conflicts), machine, reason, by, at, expiresAt }
}

/** Pure. A fail is Conflicts where the opposite was seen, Missing where it was looked for in vain. */
export function findingView(finding: Finding): FindingView {
  const { conflicts } = finding
  const machine = statusOf(finding.machine?.verdict ?? finding.verdict, conflicts)
  return {
    requirement: finding.requirement,
    ref: finding.ref,
    checklist: finding.checklist,
    title: finding.title,
    status: finding.ruling === null ? machine : statusOf(finding.verdict, conflicts),
    severity: finding.severity,
    axis: finding.axis,
    because: finding.because,
    quotes: finding.pointers.map(quoteView),
    observations: finding.observations.map(({ key, verdict, because, where, pointers }) => ({
      key,
      status: statusOf(verdict, pointers.length > 0),
      because,
      where,
      quotes: pointers.map(quoteView),
    })),
    why: finding.why,
    cites: finding.cites.map(citeView),
    fix: finding.fix,
    owner: finding.owner === null ? 'Office manager' : owners[finding.owner],
    attestedOnly: finding.attestedOnly,
    scored: finding.scored,
    ruling: rulingView(finding.ruling, machine, conflicts),
  }
}

/** A code of the closed table as the screens say it. */
export type ProblemView = { code: ProblemCode; says: string; hint: string; detail: string | null }

export function problemView(code: ProblemCode, detail: string | null): ProblemView {
  const { says, hint } = describeProblem(code)
  return { code, says, hint, detail }
}
