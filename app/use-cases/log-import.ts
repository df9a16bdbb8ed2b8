import { z } from 'zod'
import { auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import { type ProblemCode, ScanProblem } from '#scanners/problem.ts'
import { nameOfError } from '../log.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { declaredSchema, type LogJob } from './log-child-messages.ts'

export const logScannerId = 'opt-out'

/** What the row of an import holds: names and hashes of the files, and how they are to be read. Never a path or a key. */
export const logImportSchema = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string(), bytes: z.number() })),
  config: auditConfigSchema,
  format: z.string().optional(),
  declared: declaredSchema,
  keep: z.boolean(),
})
export type LogImport = z.infer<typeof logImportSchema>

/** Bytes of the key that turns phones and e-mails into HMACs: made from the organisation's key, stored nowhere. */
export function keyOfPeople(proviso: Proviso, organisationId: string): Uint8Array {
  return Buffer.from(proviso.db.keyring.of(organisationId).hash('people in opt-out logs'), 'hex')
}

/** The scanner's job for a run: the stored settings, with the paths of its files and the organisation's key. */
export function logJobOf(proviso: Proviso, scope: Scope, { id, input }: ScanRun): LogJob {
  const { files, config, declared, format } = logImportSchema.parse(input)
  const paths = proviso.uploads.pathsOf(id)
  if (paths.length !== files.length) throw new ScanProblem('unreadable-document', 'the uploaded files are gone')
  const inputs = files.map(({ name }, at) => ({ name, path: paths[at]! }))
  const secret = keyOfPeople(proviso, scope.organisationId)
  const mappings = scope.logMappings.list().map(({ header, mapping }) => ({ header, mapping }))
  return { inputs, config, declared, secret, mappings, ...(format === undefined ? {} : { format }) }
}

/**
 * Deletes the files of an ended import, unless its person chose to keep them for a correction. An export nobody can
 * read yet waits for its columns to be explained, for a day at most.
 */
export async function forgetLogs(
  proviso: Proviso,
  { id, scanner, input }: Pick<ScanRun, 'id' | 'scanner' | 'input'>,
  problem: ProblemCode | null = null,
): Promise<void> {
  if (scanner !== logScannerId) return
  const wanted = problem === 'unknown-format' || logImportSchema.parse(input).keep
  try {
    if (!wanted) await proviso.uploads.remove(id)
    else if (!proviso.uploads.isKept(id) && proviso.uploads.pathsOf(id).length > 0) await proviso.uploads.keep(id)
  } catch (error) {
    // The sweep tries again; the run has ended all the same.
    proviso.log.error('upload-not-removed', { runId: id, error: nameOfError(error) })
  }
}
