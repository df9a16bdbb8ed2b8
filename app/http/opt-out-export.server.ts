import { disclaimer } from '#checklists/disclaimer.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { lateContactsCsv } from '../report/opt-out-csv.ts'
import type { PersonActor } from '../session.server.ts'
import { getRun } from '../use-cases/get-run.ts'
import { logEvidenceOf } from '../use-cases/list-log-imports.ts'
import { NotFound } from '../use-cases/problem.ts'
import { recordAccess } from '../use-cases/record-access.ts'
import { attachment } from './attachment.server.ts'

function evidenceOf(proviso: Proviso, actor: PersonActor, runId: string, how: string): OptOutEvidence {
  const { run } = getRun(proviso, actor, { runId })
  const evidence = logEvidenceOf(proviso, actor, { run })
  if (evidence === null) throw new NotFound()
  recordAccess(proviso, actor, { action: 'opt-outs.exported', kind: 'run', id: runId, how })
  return evidence
}

/** The mark at the front tells spreadsheets that the text is UTF-8. */
export function lateContactsFile(proviso: Proviso, actor: PersonActor, runId: string): Response {
  const csv = lateContactsCsv(evidenceOf(proviso, actor, runId, 'csv'))
  return attachment(`\uFEFF${csv}`, 'text/csv; charset=utf-8', 'opt-outs-late-contacts.csv')
}

export function optOutFile(proviso: Proviso, actor: PersonActor, runId: string): Response {
  const evidence = evidenceOf(proviso, actor, runId, 'json')
  // What is kept for later rulings is no result.
  const { doubtful: _, ...shown } = evidence
  const document = { schema: 'proviso.opt-out/1', disclaimer, evidence: shown }
  return attachment(`${JSON.stringify(document, null, 2)}\n`, 'application/json', 'opt-outs.json')
}
