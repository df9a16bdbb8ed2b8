import type { Ending, ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { Evidence } from '#scanners/evidence.ts'

/** Ties what a document run read, or why it could not, to the agreement version it was uploaded for. */
export function settleAgreement(scope: Scope, run: ScanRun, items: ReadonlyArray<Evidence>, ending: Ending): void {
  const agreement = scope.agreements.ofRun(run.id)
  if (agreement === null) return
  const document = items.find((item) => item.kind === 'document')
  const problem = document === undefined ? ending.problem : null
  scope.agreements.setReading(agreement.id, { evidenceId: document?.id ?? null, problem, reading: null })
}
