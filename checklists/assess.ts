import { disclaimer } from './disclaimer.ts'
import { asRuled } from './opt-out/as-ruled.ts'
import type {
  Axis,
  Checklist,
  Citation,
  Evidence,
  EvidenceByKind,
  EvidenceKind,
  EvidenceOf,
  Judgement,
  Observation,
  Pointer,
  Requirement,
  Verdict,
  Weight,
} from './requirement.ts'
import { ruledOn } from './ruling.ts'
import { type Score, type Severity, score, severity } from './score.ts'

export type Ruled = {
  verdict: Verdict
  reason: string
  by: string
  at: string
  expiresAt: string | null
  evidence: string
}

export type RuledObservation = Observation & { ruling: Ruled | null; machine: Verdict | null }

/** What `judge` said of one requirement, with everything a reader needs to check it. */
export type Finding = {
  checklist: string
  requirement: string
  ref: string | null
  title: string
  why: string
  fix: string
  owner: NonNullable<Requirement['owner']> | null
  cites: ReadonlyArray<Citation>
  axis: Axis
  weight: Weight
  critical: boolean
  scored: boolean
  severity: Severity
  verdict: Verdict
  because: string
  pointers: ReadonlyArray<Pointer>
  observations: ReadonlyArray<RuledObservation>
  /** Of a fail: the opposite was seen ("Conflicts"), not merely nothing found ("Missing"). */
  conflicts: boolean
  /** Kinds of evidence that were needed and not there. */
  missing: ReadonlyArray<EvidenceKind>
  attestedOnly: boolean
  /** A person's override; `machine` then holds what the rule itself said. Both are shown. */
  ruling: Ruled | null
  machine: { verdict: Verdict; because: string } | null
}

export type Assessment = {
  schema: 'proviso.assessment/1'
  at: string
  checklists: ReadonlyArray<{ id: string; title: string; version: string; score: Score }>
  score: Score
  axes: { law: Score; 'practice-bar': Score }
  findings: ReadonlyArray<Finding>
  evidence: ReadonlyArray<{ id: string; kind: EvidenceKind; source: Evidence['source'] }>
  disclaimer: string
}

const kindWords: Record<EvidenceKind, string> = {
  page: 'a site scan',
  document: 'an agreement document',
  template: 'a message template',
  'opt-out': 'an opt-out log',
  drill: 'a drill',
  field: 'a list of synced fields',
  answer: 'an answer to the question',
  ruling: 'a ruling',
  registry: 'the vendor register',
}

function evidenceFor(entry: Requirement, evidence: ReadonlyArray<Evidence>): EvidenceByKind<EvidenceKind> {
  const shown = new Set<EvidenceKind>([...entry.needs, ...(entry.mayUse ?? [])])
  const byKind = {} as { [K in EvidenceKind]: Array<EvidenceOf<K>> }
  for (const kind of shown) byKind[kind] = []
  for (const item of evidence) {
    if (!shown.has(item.kind)) continue
    if (item.kind === 'answer' && item.requirement !== entry.id) continue
    ;(byKind[item.kind] as Array<Evidence>).push(item)
  }
  return byKind
}

function judgeSafely(entry: Requirement, evidence: EvidenceByKind<EvidenceKind>, at: Date): Judgement {
  const missing = entry.needs.filter((kind) => evidence[kind].length === 0)
  if (missing.length > 0) {
    const names = missing.map((kind) => kindWords[kind]).join(' and ')
    return { verdict: 'unknown', because: `Not judged: ${names} is missing.` }
  }
  try {
    return entry.judge(evidence, at)
  } catch (error) {
    // One broken rule must not take the other lines with it, and must never read as a pass.
    const name = error instanceof Error ? error.name : 'error'
    return { verdict: 'unknown', because: `Not judged: the rule failed on this evidence (${name}).` }
  }
}

function latestRuling(rulings: ReadonlyArray<EvidenceOf<'ruling'>>, observation: string | null): Ruled | null {
  let found: EvidenceOf<'ruling'> | null = null
  for (const item of rulings) {
    if (item.observation !== observation) continue
    if (found === null || item.source.at >= found.source.at) found = item
  }
  if (found === null) return null
  const { verdict, reason, by, expiresAt, id, source } = found
  return { verdict, reason, by, at: source.at, expiresAt, evidence: id }
}

function capAttested(
  entry: Requirement,
  evidence: EvidenceByKind<EvidenceKind>,
  judged: Judgement,
): [Judgement, boolean] {
  const better: ReadonlyArray<EvidenceKind> = entry.provableBy.filter((kind) => kind !== 'answer')
  const given = Object.entries(evidence).filter(([, items]) => items.length > 0)
  const attested =
    better.length > 0 &&
    given.some(([kind]) => kind === 'answer') &&
    !given.some(([kind]) => better.includes(kind as EvidenceKind))
  if (!attested || judged.verdict !== 'pass') return [judged, attested]
  const proof = better.map((kind) => kindWords[kind]).join(' or ')
  return [
    { ...judged, verdict: 'partial', because: `${judged.because} Told, not shown: ${proof} would prove it.` },
    true,
  ]
}

function find(checklist: Checklist, entry: Requirement, evidence: ReadonlyArray<Evidence>, at: Date): Finding {
  const shown = evidenceFor(entry, evidence)
  const [judged, attestedOnly] = capAttested(entry, shown, judgeSafely(entry, shown, at))
  // Picked out once: a line over thousands of vendors asks for the ruling of each of its observations.
  const rulings = ruledOn(evidence, entry.id, at)
  const ruling = latestRuling(rulings, null)
  const observations = (judged.observations ?? []).map((observation) => {
    const ruled = latestRuling(rulings, observation.key)
    return ruled === null
      ? { ...observation, ruling: null, machine: null }
      : { ...observation, verdict: ruled.verdict, ruling: ruled, machine: observation.verdict }
  })
  const critical = entry.critical ?? false
  const answers = new Set(evidence.filter(({ kind }) => kind === 'answer').map(({ id }) => id))
  const seen = [...(judged.pointers ?? []), ...observations.flatMap(({ pointers }) => pointers)]
  return {
    checklist: checklist.id,
    requirement: entry.id,
    ref: entry.ref ?? null,
    title: entry.title,
    why: entry.why,
    fix: entry.fix,
    owner: entry.owner ?? null,
    cites: entry.cites,
    axis: entry.axis,
    weight: entry.weight,
    critical,
    scored: entry.scored ?? true,
    severity: severity({ weight: entry.weight, critical }),
    verdict: ruling?.verdict ?? judged.verdict,
    because: judged.because,
    pointers: judged.pointers ?? [],
    observations,
    conflicts: judged.verdict === 'fail' && (judged.conflicts ?? seen.some(({ evidence: id }) => !answers.has(id))),
    missing: entry.needs.filter((kind) => shown[kind].length === 0),
    attestedOnly,
    ruling,
    machine: ruling === null ? null : { verdict: judged.verdict, because: judged.because },
  }
}

/**
 * Judges evidence by checklists at one instant. Pure: same evidence, same checklist versions, same clock, same bytes.
 * A line without its evidence, or whose rule throws, is `unknown`; it never counts as a pass.
 */
export function assess(checklists: ReadonlyArray<Checklist>, given: ReadonlyArray<Evidence>, at: Date): Assessment {
  // What a person says an unclear reply was is a reading of the log, not a verdict: it changes what there is to judge.
  const evidence = given.map((item) => (item.kind === 'opt-out' ? asRuled(item, given, at) : item))
  const findings = checklists.flatMap((checklist) =>
    checklist.requirements.map((entry) => find(checklist, entry, evidence, at)),
  )
  return {
    schema: 'proviso.assessment/1',
    at: at.toISOString(),
    checklists: checklists.map(({ id, title, version }) => ({
      id,
      title,
      version,
      score: score(findings.filter((finding) => finding.checklist === id)),
    })),
    score: score(findings),
    axes: {
      law: score(findings.filter((finding) => finding.axis === 'law')),
      'practice-bar': score(findings.filter((finding) => finding.axis === 'practice-bar')),
    },
    findings,
    evidence: evidence.map(({ id, kind, source }) => ({ id, kind, source })),
    disclaimer,
  }
}
