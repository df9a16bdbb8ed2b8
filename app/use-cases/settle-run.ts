import type { RunState, ScanRun } from '#db/scan-runs.ts'
import { type Scope, scoped } from '#db/scoped.ts'
import type { ProblemCode } from '#scanners/problem.ts'
import { nameOfError } from '../log.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { drillScannerId, withoutKeys } from './drill-input.ts'
import { forgetLogs } from './log-import.ts'
import { noticeOfRun } from './notices.ts'
import { registerChanged } from './register-changed.ts'
import { settleAgreement } from './settle-agreement.ts'

/**
 * What follows the end of a run, in the transaction that ends it: one attempt's evidence is kept, an agreement gets its
 * reading or its refusal, and the subject is judged anew. So no run is ever done and its result not yet judged.
 */
export function settleRun(
  proviso: Proviso,
  scope: Scope,
  run: ScanRun,
  state: RunState,
  problem: ProblemCode | null,
): void {
  if (run.scanner === drillScannerId) scope.runs.forget(run.id, withoutKeys(run.input))
  const kept = scope.evidence.keepNewestAttempt(run.id)
  if (settleAgreement(scope, run, kept, problem)) registerChanged(proviso, scope)
  assessInScope(proviso, scope, run.subjectId)
  const subject = scope.subjects.get(run.subjectId)
  if (subject !== null) noticeOfRun(scope, run, subject, state)
}

/** The same for a run whose worker was lost for good. A fault here must not keep the portal from starting. */
export function settleLostRun(proviso: Proviso, lost: { runId: string; organisationId: string }): void {
  try {
    const scope = scoped(proviso.db, lost.organisationId, { kind: 'system', id: null }, proviso.now)
    const run = scope.runs.get(lost.runId)
    if (run === null) return
    settleRun(proviso, scope, run, run.state, run.problem)
    void forgetLogs(proviso, run, run.problem)
  } catch (error) {
    proviso.log.error('settle-failed', { runId: lost.runId, error: nameOfError(error) })
  }
}
