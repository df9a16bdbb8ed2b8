import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { Evidence } from '#scanners/evidence.ts'
import type { ProblemCode } from '#scanners/problem.ts'

/** Ties what a document run read, or why it could not, to the agreement version it was uploaded for. */
export function settleAgreement(
  scope: Scope,
  run: ScanRun,
  items: ReadonlyArray<Evidence>,
  failure: ProblemCode | null,
): void {
  const agreement = scope.agreements.ofRun(run.id)
  if (agreement === null) return
  const document = items.find((item) => item.kind === 'document')
  const problem = document === undefined ? failure : null
  scope.agreements.setReading(agreement.id, { evidenceId: document?.id ?? null, problem, reading: null })
}
