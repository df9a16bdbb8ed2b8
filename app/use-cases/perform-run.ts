import type { Claim } from '#db/jobs.ts'
import type { Ending, ScanRun } from '#db/scan-runs.ts'
import { type Scope, scoped } from '#db/scoped.ts'
import type { Evidence } from '#scanners/evidence.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { Progress, ScanContext } from '#scanners/scanner.ts'
import { nameOfError } from '../log.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { afterFailure, type Perform } from '../queue/queue.ts'
import { abortReasons } from '../queue/sqlite.server.ts'
import { drillScannerId } from './drill-input.ts'
import { forgetLogs, logJobOf, logScannerId } from './log-import.ts'
import { performDrill } from './perform-drill.ts'
import { withoutRecheck } from './recheck-of.ts'
import { settleRun } from './settle-run.ts'

/** The row is written at most this often; watchers hear every step. */
const saveProgressEveryMs = 1000

type Context = Parameters<Perform>[1]

/** A stored input names an uploaded file by its hash; the scanner gets the bytes. Logs are handed over as paths. */
async function inputOf(proviso: Proviso, scope: Scope, run: ScanRun): Promise<unknown> {
  const { input } = run
  if (run.scanner === logScannerId) return logJobOf(proviso, scope, run)
  if (typeof input !== 'object' || input === null || !('blob' in input)) return withoutRecheck(input)
  const { blob, ...rest } = input as { blob: string }
  const bytes = await proviso.blobs.read(scope.organisationId, blob)
  if (bytes === null) throw new ScanProblem('unreadable-document', 'the stored file is missing')
  return { ...rest, bytes: new Uint8Array(bytes) }
}

function scanContext(
  proviso: Proviso,
  scope: Scope,
  { id: runId, subjectId }: ScanRun,
  attempt: number,
  { signal, publish }: Context,
): ScanContext {
  let savedAt = 0
  return {
    now: proviso.now,
    signal,
    progress(step: Progress) {
      publish({ runId, state: 'running', problem: null, progress: step })
      if (Date.now() - savedAt < saveProgressEveryMs) return
      savedAt = Date.now()
      scope.runs.progress(runId, attempt, step)
    },
    found(item) {
      const stored = scope.evidence.addFound(runId, attempt, item)
      if (stored !== null) publish({ runId, state: 'running', problem: null, progress: null })
    },
    async attach({ sha256, bytes, type }) {
      if (!scope.runs.holds(runId, attempt)) return
      const stored = await proviso.blobs.put(scope.organisationId, bytes)
      if (stored.sha256 !== sha256) throw new Error('An attached file does not have the hash it was announced with.')
      scope.files.add({ sha256, type, bytes: stored.bytes }, subjectId)
    },
  }
}

/** A site scan is done when every page loaded, partial when some did, failed when none did. Other scans are done. */
function endingOf(items: ReadonlyArray<Evidence>): Ending {
  const pages = items.filter((item) => item.kind === 'page')
  const faulty = pages.filter((page) => page.outcome !== 'loaded')
  if (faulty.length === 0) return { state: 'done', problem: null, detail: null }
  const problem = faulty.find((page) => page.reason !== null)?.reason ?? 'capture-incomplete'
  const none = pages.every((page) => page.outcome === 'failed')
  return { state: none ? 'failed' : 'partial', problem, detail: null }
}

async function end(
  proviso: Proviso,
  scope: Scope,
  run: ScanRun,
  attempt: number,
  ending: Ending,
  context: Context,
): Promise<void> {
  const held = scope.runs.finish(run.id, attempt, ending, () =>
    settleRun(proviso, scope, run, ending.state, ending.problem),
  )
  proviso.log.info('run-ended', {
    runId: run.id,
    attempt,
    state: held ? ending.state : 'fenced',
    ...(ending.problem === null ? {} : { code: ending.problem }),
  })
  if (!held) return
  await forgetLogs(proviso, run, ending.problem)
  context.publish({ runId: run.id, state: ending.state, problem: ending.problem, progress: null })
}

/**
 * The worker's side of a run: scans, stores evidence as it streams, and ends or releases the run through the fence.
 * Resolves in every expected case; a throw is a bug of ours.
 */
export const performRun = async (proviso: Proviso, claim: Claim, context: Context): Promise<void> => {
  const { runId, organisationId, attempt } = claim
  const scope = scoped(proviso.db, organisationId, { kind: 'system', id: null }, proviso.now)
  const run = scope.runs.get(runId)
  if (run === null) throw new Error('A claimed run has no row.')
  context.publish({ runId, state: 'running', problem: null, progress: run.progress })
  try {
    if (run.scanner === drillScannerId) return await drillOn(proviso, scope, run, claim, context)
    const scanner = proviso.scanners[run.scanner]
    if (scanner === undefined) throw new Error(`There is no scanner "${run.scanner}".`)
    const items = await scanner.scan(
      await inputOf(proviso, scope, run),
      scanContext(proviso, scope, run, attempt, context),
    )
    for (const item of items) scope.evidence.addFound(runId, attempt, item)
    if (context.signal.aborted) throw new ScanProblem('cancelled')
    await end(proviso, scope, run, attempt, endingOf(items), context)
  } catch (error) {
    await failed(proviso, scope, run, claim, context, error)
  }
}

/** A drill goes on for hours and works for seconds: it takes a turn, and gives its place back until the next. */
async function drillOn(proviso: Proviso, scope: Scope, run: ScanRun, claim: Claim, context: Context): Promise<void> {
  const { again, stage } = await performDrill(proviso, scope, run, { attempt: claim.attempt, signal: context.signal })
  if (context.signal.aborted) throw new ScanProblem('cancelled')
  if (again === null) {
    await end(proviso, scope, run, claim.attempt, { state: 'done', problem: null, detail: null }, context)
    return
  }
  if (!proviso.jobs.release(claim, proviso.now(), again, null, stage)) return
  context.publish({ runId: run.id, state: 'queued', problem: null, progress: null })
}

async function failed(
  proviso: Proviso,
  scope: Scope,
  run: ScanRun,
  claim: Claim,
  context: Context,
  error: unknown,
): Promise<void> {
  const reason: unknown = context.signal.aborted ? context.signal.reason : null
  // Another attempt holds the run now, or recovery will hand it out: this one has no say any more.
  if (reason === abortReasons.lostLease) return
  if (reason === abortReasons.shutdown) {
    proviso.jobs.release(claim, proviso.now(), proviso.now(), null)
    return
  }
  if (!(error instanceof ScanProblem)) {
    proviso.log.error('scan-broke', { runId: run.id, scanner: run.scanner, error: nameOfError(error) })
  }
  const sawSomething = scope.evidence.ofRun(run.id).length > 0
  const cancelled = reason === abortReasons.cancelled
  const next = afterFailure(error, { attempt: claim.attempt, cancelled, sawSomething }, proviso.settings)
  if (next.kind === 'end') {
    await end(proviso, scope, run, claim.attempt, next.ending, context)
    return
  }
  const dueAt = new Date(proviso.now().getTime() + next.afterMs)
  if (!proviso.jobs.release(claim, proviso.now(), dueAt, next.problem)) return
  proviso.log.info('run-again', { runId: run.id, attempt: claim.attempt, code: next.problem, ms: next.afterMs })
  context.publish({ runId: run.id, state: 'queued', problem: next.problem, progress: null })
}
