import { z } from 'zod'
import type { StoredMapping } from '#db/log-mappings.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { DescribedLog } from '#scanners/opt-out/describe-log.ts'
import { type LogMapping, logMappingSchema, type WordRole, wordRoles } from '#scanners/opt-out/mapping.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { Proviso } from '../proviso.server.ts'
import { keptImport, readAgain } from './import-logs.ts'
import { logImportSchema, logJobOf } from './log-import.ts'
import { describeInChild } from './log-scanner.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/**
 * The logs of an ended import that nobody can read yet: columns by shape, a mapping to start from, and what it gives.
 * `said` is what a person says of one of them. Throws NotFound when the files are gone.
 */
export async function describeLogs(
  proviso: Proviso,
  actor: Actor,
  { runId, said }: { runId: string; said: { file: string; mapping: LogMapping } | null },
): Promise<Array<DescribedLog>> {
  const { run, scope } = keptImport(proviso, actor, parseInput(idSchema, runId))
  const { inputs, config, secret, mappings } = logJobOf(proviso, scope, run)
  const options = { zone: config.zone, saved: mappings, said: said === null ? {} : { [said.file]: said.mapping } }
  try {
    return await describeInChild({ describe: { inputs, secret, ...options } }, proviso.now)
  } catch (error) {
    if (error instanceof ScanProblem)
      throw new InvalidInput({ file: 'These files cannot be opened. Export them again.' })
    throw error
  }
}

const roleNames: Record<WordRole, string> = {
  what: 'what happened',
  channel: 'the channel',
  direction: 'the direction',
}

/** What is missing for a row to say anything, by field of the form. */
function faultsOf({ columns, preview }: DescribedLog, mapping: LogMapping): Record<string, string> {
  const faults: Record<string, string> = {}
  const known = new Map(columns.map((column) => [column.name, column]))
  const { time, phone, email, patient, what } = mapping.columns
  if (time === undefined) faults['column-time'] = 'Choose the column that holds date and time.'
  if (phone === undefined && email === undefined && patient === undefined)
    faults['column-phone'] = 'Choose a column that tells who it was: phone, e-mail or patient number.'
  if (what === undefined && mapping.what === undefined && mapping.columns.direction === undefined)
    faults['column-what'] = 'Choose the column that says what happened, or say it of all rows.'
  for (const role of wordRoles) {
    const name = mapping.columns[role]
    if (name !== undefined && known.get(name)?.words == null)
      faults[`column-${role}`] =
        `This column holds too many different words for ${roleNames[role]}. Choose another one.`
  }
  for (const [role, name] of Object.entries(mapping.columns))
    if (!known.has(name)) faults[`column-${role}`] = 'This column is not in the file. Choose another one.'
  if (Object.keys(faults).length === 0 && preview.classified === 0)
    faults['column-time'] = 'No row can be read this way. The reasons stand below; change what they name.'
  return faults
}

const explainInput = z.strictObject({ runId: idSchema, file: z.string().max(300), mapping: logMappingSchema })

/**
 * Keeps for the whole organisation how exports with this header are read. When no other file of the import waits, its
 * files are read again; `next` is that run, null while another file has to be explained. Throws InvalidInput.
 */
export async function explainColumns(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof explainInput>,
): Promise<{ next: ScanRun | null }> {
  const { runId, file, mapping } = parseInput(explainInput, input)
  const described = (await describeLogs(proviso, actor, { runId, said: { file, mapping } })).find(
    (log) => log.file === file,
  )
  if (described === undefined) throw new NotFound()
  const faults = faultsOf(described, mapping)
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)
  const { run, scope } = keptImport(proviso, actor, runId)
  const by = actor.kind === 'person' ? actor.name : 'system'
  scope.logMappings.set({ header: described.header, mapping, file, by, at: proviso.now().toISOString() })
  if ((await describeLogs(proviso, actor, { runId, said: null })).length > 0) return { next: null }
  // A format named for all files would win over what was just said of one.
  const { format: _, ...given } = logImportSchema.parse(run.input)
  return { next: readAgain(proviso, scope, run, given) }
}

/** How unknown exports are read, for the screens of those who may hand logs in. */
export function listMappings(proviso: Proviso, actor: Actor, subjectId: string): Array<StoredMapping & { id: string }> {
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  return scope.logMappings.list()
}

/** Exports with that header are unknown again; what was read stays as it is. */
export function forgetMapping(proviso: Proviso, actor: Actor, input: { subjectId: string; id: string }): void {
  const scope = scopeOf(proviso, actor)
  demand(actor, 'import-logs', subjectFor(scope, actor, input.subjectId).kind)
  if (!scope.logMappings.remove(input.id)) throw new NotFound()
}
