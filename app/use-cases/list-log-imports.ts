import { z } from 'zod'
import { asRuled } from '#checklists/opt-out/as-ruled.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { type LogImport, logImportSchema, logScannerId } from './log-import.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export type LogImportRow = { run: ScanRun; given: LogImport; kept: boolean }

/** A subject's imports of logs, newest first, with the settings each was read under. */
export function listLogImports(proviso: Proviso, actor: Actor, input: { subjectId: string }): Array<LogImportRow> {
  const { subjectId } = parseInput(z.strictObject({ subjectId: idSchema }), input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  return scope.runs
    .list({ subjectId, limit: 200 })
    .filter(({ scanner }) => scanner === logScannerId)
    .map((run) => ({ run, given: logImportSchema.parse(run.input), kept: proviso.uploads.isKept(run.id) }))
}

/** The files of an import by the names results cite: those inside a ZIP once it was read, in place of the ZIP itself. */
export function citedFiles({ given }: LogImportRow, evidence: OptOutEvidence | null): Array<string> {
  const names = [
    ...new Set([...(evidence?.inputs ?? []).map(({ file }) => file), ...given.files.map(({ name }) => name)]),
  ]
  const zipped = new Set(names.flatMap((name) => (name.includes('/') ? [name.split('/')[0]!] : [])))
  return names.filter((name) => !zipped.has(name))
}

/** What an import found, with people's rulings on its unclear replies; null while it runs and when it failed. */
export function logEvidenceOf(
  proviso: Proviso,
  actor: Actor,
  { run }: Pick<LogImportRow, 'run'>,
): OptOutEvidence | null {
  const scope = scopeOf(proviso, actor)
  const found = scope.evidence.ofRun(run.id).find((item) => item.kind === 'opt-out')
  return found === undefined ? null : asRuled(found, scope.evidence.said(run.subjectId, 'ruling'), proviso.now())
}
