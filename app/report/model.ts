import type { Assessment, Finding } from '#checklists/assess.ts'
import { disclaimer } from '#checklists/disclaimer.ts'
import { explainScore, type Grade, gradeWord, type Score } from '#checklists/score.ts'
import type { Evidence, EvidenceKind } from '#scanners/evidence.ts'
import type { ReportBrand } from './brand.ts'
import { type Card, card, mostImportantFirst, type StatusWord, statusOfFinding } from './card.ts'
import { dateWords } from './date-words.ts'
import { glossaryFor, limitsFor } from './glossary.ts'
import { type OptOutSection, optOutSection } from './opt-out-section.ts'
import type { Room } from './room.ts'
import { type SiteSection, siteSection } from './site-section.ts'

export type ReportLength = 'one-pager' | 'report' | 'annex'
export type Audience = 'own' | 'vendor' | 'prospect'

export type ReportRequest = {
  id: string
  version: number
  subject: { kind: 'vendor' | 'practice' | 'prospect'; name: string }
  organisation: { name: string; address: string }
  preparedBy: string
  audience: Audience
  length: ReportLength
  /** IANA zone the dates are shown in. */
  timeZone: string
  tool: { name: string; version: string }
  evidenceSha256: string
  /** Facts of this machine for the method box, such as the browser build and its sandbox. */
  machine: ReadonlyArray<readonly [label: string, value: string]>
  /** The sender's own look; absent: the product's. */
  brand?: ReportBrand | null
}

export type ClauseRow = {
  ref: string
  title: string
  status: StatusWord
  because: string
  quote: string | null
  page: number | null
}

export type ScorePart = {
  title: string
  grade: Grade | null
  word: string
  value: number | null
  worst: number
  coverage: number
  sentence: string
  blockedBy: ReadonlyArray<string>
}

/** Everything a report shows. HTML, PDF, JSON and CSV read only this; its numbers come from the Assessment alone. */
export type ReportModel = {
  schema: 'proviso.report/1'
  brand: ReportBrand | null
  length: ReportLength
  audience: Audience
  head: {
    kind: string
    title: string
    subject: string
    organisation: string
    address: string
    preparedBy: string
    reportId: string
    version: number
    asOf: string
    asOfWords: string
  }
  answer: { sentence: string; overall: ScorePart; axes: ReadonlyArray<ScorePart>; parts: ReadonlyArray<ScorePart> }
  top: ReadonlyArray<Card>
  good: ReadonlyArray<{ text: string; because: string }>
  clauses: ReadonlyArray<ClauseRow>
  elements: ReadonlyArray<ClauseRow>
  site: SiteSection | null
  optOut: OptOutSection | null
  findings: ReadonlyArray<Card>
  /** Cards this length has no room for; the annex holds them. */
  dropped: number
  unknown: ReadonlyArray<{ title: string; because: string; next: string }>
  /** Open points for which nothing was given yet, by what they wait for; the annex lists them one by one. */
  waiting: ReadonlyArray<{ what: string; points: number }>
  passes: ReadonlyArray<string>
  changedByPerson: number
  attested: number
  method: ReadonlyArray<readonly [label: string, value: string]>
  limits: ReadonlyArray<string>
  glossary: ReadonlyArray<{ term: string; meaning: string }>
  correct: string
  disclaimer: string
  verify: {
    evidenceSha256: string
    rerun: string
    evidence: ReadonlyArray<{ id: string; kind: string; ref: string; sha256: string }>
  }
}

const kinds = { vendor: 'Vendor file', practice: 'Practice file', prospect: 'Site report' } as const

function scorePart(title: string, s: Score, titles: ReadonlyMap<string, string>): ScorePart {
  return {
    title,
    grade: s.grade,
    word: gradeWord(s.grade),
    value: s.value === null ? null : Math.floor(s.value),
    worst: Math.floor(s.worst),
    coverage: Math.floor(s.coverage),
    sentence: explainScore(s),
    blockedBy: s.blockedBy.map((id) => titles.get(id) ?? id),
  }
}

function clauseRow(finding: Finding): ClauseRow {
  const pointer = finding.pointers[0]
  return {
    ref: finding.ref ?? finding.requirement,
    title: finding.title,
    status: statusOfFinding(finding),
    because: finding.because,
    quote: pointer?.quote ?? null,
    page: pointer?.place.page ?? null,
  }
}

function answerSentence(findings: ReadonlyArray<Finding>): string {
  const count = (verdict: string) => findings.filter((one) => one.scored && one.verdict === verdict).length
  const [bad, weak, open, good] = [count('fail'), count('partial'), count('unknown'), count('pass')]
  if (bad + weak + good === 0) return 'Nothing could be judged yet.'
  return `Of ${bad + weak + open + good} points, ${good} meet their rule. Weak: ${weak}. Missing or in conflict: ${bad}. Cannot be told: ${open}.`
}

/** Law rows not read first-hand stay out of what an outsider gets (law table, [verify]). */
function forAudience(findings: ReadonlyArray<Finding>, audience: Audience): ReadonlyArray<Finding> {
  if (audience !== 'prospect') return findings
  return findings.filter((finding) => finding.axis !== 'law' || finding.cites.some((cite) => cite.confirmed))
}

const waitWords: Record<EvidenceKind, string> = {
  answer: 'an answer',
  document: 'the agreement',
  page: 'a site scan',
  template: 'the message templates',
  field: 'the list of synced fields',
  'opt-out': 'the contact and opt-out logs',
  drill: 'a drill',
  registry: 'a vendor on file',
  ruling: 'a ruling',
}

/** What a point waits for when nothing was given for it; null when something was looked at in vain. */
function waitsFor({ missing, pointers, because }: Finding): EvidenceKind | null {
  if (pointers.length > 0) return null
  return missing[0] ?? (because.startsWith('Not judged: neither an answer') ? 'answer' : null)
}

function waitingFor(findings: ReadonlyArray<Finding>): ReportModel['waiting'] {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const kind = waitsFor(finding)
    if (kind !== null) counts.set(waitWords[kind], (counts.get(waitWords[kind]) ?? 0) + 1)
  }
  return [...counts].map(([what, points]) => ({ what, points })).sort((a, b) => b.points - a.points)
}

function unknownRow({ title, because, missing, fix }: Finding): ReportModel['unknown'][number] {
  return { title, because, next: missing.includes('answer') ? 'Answer the question in the portal.' : fix }
}

/** Pure: the same assessment, evidence, request and room give the same model. */
export function reportModel(
  assessment: Assessment,
  evidence: ReadonlyArray<Evidence>,
  request: ReportRequest,
  room: Room,
): ReportModel {
  const findings = forAudience(assessment.findings, request.audience)
  const titles = new Map(assessment.findings.map((finding) => [finding.requirement, finding.title]))
  const byId = new Map(evidence.map((item) => [item.id, item]))
  const open = mostImportantFirst(findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'partial'))
  const cards = open.map((finding) => card(finding, byId, room.places))
  const shown = cards.slice(0, room.cards)
  const passed = findings.filter(({ verdict, scored }) => scored && verdict === 'pass')
  const about = {
    agreement: evidence.some(({ kind }) => kind === 'document'),
    site: evidence.some(({ kind }) => kind === 'page'),
  }
  const lines = about.agreement ? findings.filter(({ checklist }) => checklist === 'baa') : []
  const site = about.site ? siteSection(evidence, room.rows) : null
  const kind = kinds[request.subject.kind]
  // The cards below quote what is open, so the report's tables quote only a met clause; the annex quotes all.
  const trim = (row: ClauseRow): ClauseRow =>
    request.length === 'annex' || (row.status === 'Meets' && row.ref.startsWith('S')) ? row : { ...row, quote: null }
  const unknown = findings.filter(({ verdict, scored }) => scored && verdict === 'unknown')
  const withScore = assessment.checklists.filter(({ score }) => score.points.decided > 0)
  return {
    schema: 'proviso.report/1',
    brand: request.brand ?? null,
    length: request.length,
    audience: request.audience,
    head: {
      kind,
      title: `${kind}: ${request.subject.name}`,
      subject: request.subject.name,
      organisation: request.organisation.name,
      address: request.organisation.address,
      preparedBy: request.preparedBy,
      reportId: request.id,
      version: request.version,
      asOf: assessment.at,
      asOfWords: dateWords(assessment.at, request.timeZone),
    },
    answer: {
      sentence: answerSentence(findings),
      overall: scorePart('Overall', assessment.score, titles),
      axes: [
        scorePart('Practice bar', assessment.axes['practice-bar'], titles),
        scorePart('Law', assessment.axes.law, titles),
      ],
      parts: withScore.map(({ title, score }) => scorePart(title, score, titles)),
    },
    top: cards.slice(0, 3),
    good: mostImportantFirst(passed.filter(({ attestedOnly }) => !attestedOnly))
      .slice(0, 2)
      .map(({ title, because }) => ({ text: title, because })),
    clauses: lines
      .filter(({ ref }) => ref?.startsWith('S'))
      .map(clauseRow)
      .map(trim),
    elements: lines
      .filter(({ ref }) => ref?.startsWith('R'))
      .map(clauseRow)
      .map(trim),
    site,
    optOut: optOutSection(evidence, room.late, new Date(assessment.at)),
    findings: shown,
    dropped: cards.length - Math.max(shown.length, Math.min(3, cards.length)),
    unknown: unknown.filter((finding) => request.length === 'annex' || waitsFor(finding) === null).map(unknownRow),
    waiting: request.length === 'annex' ? [] : waitingFor(unknown),
    // The agreement's own tables show which of its points are met.
    passes: passed.filter(({ checklist }) => checklist !== 'baa').map(({ title }) => title),
    changedByPerson: findings.filter(({ ruling }) => ruling !== null).length,
    attested: findings.filter(({ attestedOnly }) => attestedOnly).length,
    method: [
      ['Judged at', dateWords(assessment.at, request.timeZone)],
      ['Tool', `${request.tool.name} ${request.tool.version}`],
      ['Checklists', assessment.checklists.map(({ title, version }) => `${title} (version ${version})`).join('; ')],
      [
        'Evidence',
        `${evidence.length} pieces, ${request.length === 'annex' ? 'listed at the end' : 'in the attached evidence file'}`,
      ],
      ...(site === null ? [] : site.method),
      ...request.machine,
    ],
    limits: limitsFor(about),
    glossary: glossaryFor(findings, about),
    correct: `If something here is wrong, tell ${request.preparedBy} at ${request.organisation.name}. A point you dispute is marked as disputed until it is settled.`,
    disclaimer,
    verify: {
      evidenceSha256: request.evidenceSha256,
      rerun: `proviso assess evidence.json --now ${assessment.at}`,
      evidence: assessment.evidence.map(({ id, kind, source }) => ({
        id,
        kind,
        ref: source.ref,
        sha256: source.sha256,
      })),
    },
  }
}
