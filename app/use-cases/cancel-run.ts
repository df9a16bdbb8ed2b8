import { z } from 'zod'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Proviso } from '../proviso.server.ts'
import { forgetLogs } from './log-import.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'
import { settleRun } from './settle-run.ts'

export const cancelRunInput = z.strictObject({ runId: idSchema })

/** Stops a run: one that waits ends at once, one that runs keeps what it saw. An ended run is left as it is. */
export function cancelRun(proviso: Proviso, actor: Actor, input: z.input<typeof cancelRunInput>): ScanRun {
  const { runId } = parseInput(cancelRunInput, input)
  const scope = scopeOf(proviso, actor)
  const known = scope.runs.get(runId)
  if (known === null) throw new NotFound()
  demand(actor, 'scan', subjectFor(scope, actor, known.subjectId).kind)
  const run = scope.write(() => {
    const stopped = scope.runs.requestCancel(runId)
    if (stopped !== null && known.state === 'queued') settleRun(proviso, scope, stopped, stopped.state, stopped.problem)
    return stopped
  })
  if (run === null) throw new NotFound()
  proviso.queue.cancel(runId)
  if (known.state === 'queued') void forgetLogs(proviso, run)
  return run
}
