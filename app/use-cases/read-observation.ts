import { assess, type Finding, type RuledObservation } from '#checklists/assess.ts'
import { trackingChecklist } from '#checklists/tracking/index.ts'
import { openCodes } from '#checklists/tracking/observe.ts'
import { readPage } from '#checklists/tracking/reading.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import type { EvidenceOf } from '#scanners/evidence.ts'
import type { ProblemCode } from '#scanners/problem.ts'
import type { PageEvidence, PageRequest } from '#scanners/site/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { type JudgedRun, judgeRun, pagesOfRun } from './judge-run.ts'
import type { Actor } from './permission.ts'
import { NotFound } from './problem.ts'
import { recheckOf } from './recheck-of.ts'
import { scopeOf } from './scope.ts'

/** A page an observation was made on, with the request that shows it where there is one. */
export type Proof = { page: PageEvidence; request: PageRequest | null; quote: string }

/** One page looked at again in the same cookie choice by a later run. `problem` says why it could not be assessed. */
export type Check = {
  runId: string
  at: string
  url: string
  outcome: 'present' | 'gone' | 'not-assessed'
  problem: ProblemCode | null
  proof: Proof | null
}

export type ReadObservation = {
  run: ScanRun
  subject: Subject
  finding: Finding
  observation: RuledObservation
  proofs: Array<Proof>
  /** All rulings on it, also those that no longer hold, newest first. */
  rulings: Array<EvidenceOf<'ruling'>>
  registry: Array<EvidenceOf<'registry'>>
  /** The newest check of each page first. */
  checks: Array<Check>
  /** A check that waits or runs now. */
  checking: ScanRun | null
  at: Date
}

/** How many later runs are looked through for a page; each of them is opened and judged. */
const laterRuns = 8

export function proofsOf({ pointers }: RuledObservation, pages: ReadonlyArray<PageEvidence>): Array<Proof> {
  const byId = new Map(pages.map((page) => [page.id, page]))
  return pointers.flatMap(({ evidence, quote, place }) => {
    const page = byId.get(evidence)
    if (page === undefined) return []
    return [{ page, request: page.requests.find(({ id }) => id === place.request) ?? null, quote }]
  })
}

function findObservation(judged: Pick<JudgedRun, 'assessment'>, key: string) {
  for (const finding of judged.assessment.findings) {
    const observation = finding.observations.find((one) => one.key === key)
    if (observation !== undefined) return { finding, observation }
  }
  return null
}

/** What one later run says of the pages an observation was made on; pages it did not visit say nothing. */
function checksBy(run: ScanRun, scope: Scope, given: { judged: JudgedRun; key: string; proofs: ReadonlyArray<Proof> }) {
  const { judged, key, proofs } = given
  const typed = proofs.some(({ request }) => (request?.canaries.length ?? 0) > 0)
  const wanted = new Set(proofs.map(({ page }) => `${page.url} ${page.consent}`))
  const again = pagesOfRun(scope, run.id).filter((page) => wanted.has(`${page.url} ${page.consent}`))
  if (again.length === 0) return []
  const assessment = assess([trackingChecklist], [...judged.beside, ...again], new Date(judged.assessment.at))
  const found = findObservation({ assessment }, key)
  const seen = found === null ? [] : proofsOf(found.observation, again)
  return again.map((page): Check => {
    const proof = seen.find((one) => one.page.id === page.id) ?? null
    const [open] = openCodes(readPage(page), typed ? 'typing' : 'requests')
    const at = page.method.startedAt
    if (proof !== null) return { runId: run.id, at, url: page.url, outcome: 'present', problem: null, proof }
    const outcome = open === undefined ? 'gone' : 'not-assessed'
    const shown = { page, request: null, quote: '' }
    return { runId: run.id, at, url: page.url, outcome, problem: open ?? null, proof: shown }
  })
}

/** A page may be looked at on several screens: one sight of it outweighs not seeing it, and so does not being able to. */
function newestByPage(checks: ReadonlyArray<Check>): Array<Check> {
  const rank: Record<Check['outcome'], number> = { present: 0, 'not-assessed': 1, gone: 2 }
  const newest = new Map<string, Check>()
  for (const check of checks) {
    const known = newest.get(check.url)
    if (known === undefined) newest.set(check.url, check)
    else if (known.runId === check.runId && rank[check.outcome] < rank[known.outcome]) newest.set(check.url, check)
  }
  return [...newest.values()]
}

/** One observation of one run by its stable id, with what became of it since. Throws NotFound. */
export function readObservation(
  proviso: Proviso,
  actor: Actor,
  { runId, key }: { runId: string; key: string },
): ReadObservation {
  const judged = judgeRun(proviso, actor, runId)
  const found = findObservation(judged, key)
  if (found === null) throw new NotFound()
  const scope = scopeOf(proviso, actor)
  const { run, subject, pages, beside } = judged
  const proofs = proofsOf(found.observation, pages)
  const runs = scope.runs
    .list({ subjectId: subject.id, limit: 100 })
    .filter((one) => one.scanner === 'site' && one.createdAt > run.createdAt)
  const ended = runs.filter(({ state }) => state === 'done' || state === 'partial' || state === 'failed')
  const checks = ended.slice(0, laterRuns).flatMap((one) => checksBy(one, scope, { judged, key, proofs }))
  const live = runs.filter(({ state }) => state === 'queued' || state === 'running')
  return {
    run,
    subject,
    ...found,
    proofs,
    rulings: beside
      .filter((item) => item.kind === 'ruling')
      .filter((ruling) => ruling.observation === key)
      .reverse(),
    registry: beside.filter((item) => item.kind === 'registry'),
    checks: newestByPage(checks),
    checking: live.find((one) => recheckOf(one.input)?.observation === key) ?? null,
    at: proviso.now(),
  }
}
