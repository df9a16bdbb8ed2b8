import type { Claim } from '#db/jobs.ts'
import type { Ending, RunState } from '#db/scan-runs.ts'
import { describeProblem, type ProblemCode, ScanProblem } from '#scanners/problem.ts'
import type { Progress } from '#scanners/scanner.ts'

/** What a screen that watches a run is told. Ids, words and counts, never evidence. */
export type RunEvent = { runId: string; state: RunState; problem: ProblemCode | null; progress: Progress | null }

/**
 * Does the work of one claimed run and writes its result through the fence. Throws what went wrong; the queue decides
 * whether that is the end. `publish` tells watchers; `signal` aborts on cancel, on a lost lease and on shutdown.
 */
export type Perform = (
  claim: Claim,
  context: { signal: AbortSignal; publish: (event: RunEvent) => void },
) => Promise<void>

/** The one queue type. The truth is the run's row; a back end only decides when which run is performed. */
export type Queue = {
  /** Starts claiming. Runs whose worker died with an earlier process are taken up first. */
  start: () => void
  /** Something was queued, or may be due now. */
  wake: () => void
  /** The person wants this run to stop; the row already says so. */
  cancel: (runId: string) => void
  /** Follows one run until the returned function is called. */
  watch: (runId: string, listener: (event: RunEvent) => void) => () => void
  /** Resolves when nothing runs and nothing is due. */
  idle: () => Promise<void>
  /** Stops claiming, aborts what runs and gives it back unfinished. */
  close: () => Promise<void>
}

export type QueueSettings = {
  leaseMs: number
  heartbeatMs: number
  recoverEveryMs: number
  maxAttempts: number
  /** Wait before the next attempt, by the attempt that failed, counted from 1. */
  backOffMs: ReadonlyArray<number>
  /** Runs at a time: in all, and of one organisation. */
  atOnce: number
  perOrganisation: number
}

/** Numbers of security-tests.md 2; two browsers at a time are what two cores carry. */
export const queueSettings: QueueSettings = {
  leaseMs: 60_000,
  heartbeatMs: 10_000,
  recoverEveryMs: 15_000,
  maxAttempts: 3,
  backOffMs: [10_000, 60_000, 300_000],
  atOnce: 2,
  perOrganisation: 2,
}

/** The state machine: which state may follow which. */
export const nextStates: Record<RunState, ReadonlyArray<RunState>> = {
  queued: ['running', 'cancelled'],
  running: ['queued', 'done', 'partial', 'failed', 'cancelled'],
  done: [],
  partial: [],
  failed: [],
  cancelled: [],
}

export function isEnded(state: RunState): boolean {
  return nextStates[state].length === 0
}

export function backOff(settings: QueueSettings, attempt: number): number {
  return settings.backOffMs[Math.min(attempt, settings.backOffMs.length) - 1] ?? 0
}

export type Verdict = { kind: 'again'; afterMs: number; problem: ProblemCode } | { kind: 'end'; ending: Ending }

/**
 * What follows when an attempt threw. An expected failure of the world is a result, unless its table line says that a
 * retry can help; a bug is tried again too, and ends as `worker-lost`.
 */
export function afterFailure(
  error: unknown,
  given: { attempt: number; cancelled: boolean; sawSomething: boolean },
  settings: QueueSettings,
): Verdict {
  const { attempt, cancelled, sawSomething } = given
  const ended = (problem: ProblemCode, detail: string | null): Verdict => {
    const empty = problem === 'cancelled' ? 'cancelled' : 'failed'
    return { kind: 'end', ending: { state: sawSomething ? 'partial' : empty, problem, detail } }
  }
  if (cancelled) return ended('cancelled', null)
  const expected = error instanceof ScanProblem
  const problem = expected ? error.code : 'worker-lost'
  const retry = !expected || describeProblem(error.code).retry
  if (retry && attempt < settings.maxAttempts) return { kind: 'again', afterMs: backOff(settings, attempt), problem }
  return ended(problem, expected ? (error.detail ?? null) : null)
}
