import { z } from 'zod'
import { type AuditConfig, auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { Incoming } from '#db/uploads.ts'
import type { Proviso } from '../proviso.server.ts'
import { isEnded } from '../queue/queue.ts'
import { type Declared, declaredSchema } from './log-child-messages.ts'
import { type LogImport, logImportSchema, logScannerId } from './log-import.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** The logs door of security.md 4. */
export const maxLogBytes = 4 * 1024 ** 3
export const maxLogFiles = 20

const settingsSchema = z.strictObject({
  subjectId: idSchema,
  config: auditConfigSchema,
  format: z.string().optional(),
  declared: declaredSchema.default({}),
  keep: z.boolean().default(false),
})

export type ImportLogs = z.input<typeof settingsSchema>

/** The shown name only: no folders, no control characters. */
function shownName(name: string, at: number): string {
  const clean = (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim().slice(-120)
  return clean === '' ? `log-${at + 1}` : clean
}

/** Two files of one name would have their lines mixed up in every result. */
function named(files: Incoming['files']): LogImport['files'] {
  const seen = new Map<string, number>()
  return files.map(({ name, sha256, bytes }, at) => {
    const shown = shownName(name, at)
    const count = (seen.get(shown) ?? 0) + 1
    seen.set(shown, count)
    return { name: count === 1 ? shown : `${count} ${shown}`, sha256, bytes }
  })
}

function importing(proviso: Proviso, actor: Actor, subjectId: string) {
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'import-logs', subject.kind)
  if (subject.kind === 'prospect') throw new InvalidInput({ subjectId: 'Logs are kept with a vendor or a practice.' })
  return scope
}

/** Who may hand in logs of a subject; asked before a byte is taken. */
export function demandLogImport(proviso: Proviso, actor: Actor, subjectId: string): void {
  importing(proviso, actor, parseInput(idSchema, subjectId))
}

/**
 * Queues an import of uploaded logs. The files belong to the run from here on and are deleted when it ends. The same
 * files under the same settings while an import waits or works are that import.
 */
export async function importLogs(
  proviso: Proviso,
  actor: Actor,
  input: ImportLogs,
  incoming: Incoming,
): Promise<{ run: ScanRun; isNew: boolean }> {
  const { subjectId, config, declared, format, keep } = parseInput(settingsSchema, input)
  const scope = importing(proviso, actor, subjectId)
  if (incoming.files.length === 0) throw new InvalidInput({ files: 'Choose at least one log file.' })
  const stored: LogImport = {
    files: named(incoming.files),
    config,
    declared,
    keep,
    ...(format === undefined ? {} : { format }),
  }
  const added = scope.runs.add({ subjectId, scanner: logScannerId, input: stored, targetHost: null, authority: null })
  if (!added.isNew) {
    await incoming.drop()
    return added
  }
  // In the same turn as the row, so that no worker can find the run without its files.
  incoming.becomes(added.run.id)
  if (keep) await proviso.uploads.keep(added.run.id)
  proviso.queue.wake()
  return added
}

const correctionSchema = z.strictObject({
  runId: idSchema,
  zone: auditConfigSchema.shape.zone,
  dayFirst: z.boolean().nullable(),
  declared: declaredSchema,
})

/** Reads the kept files of an ended import again, under another zone or as another format. Throws NotFound when gone. */
export function correctImport(
  proviso: Proviso,
  actor: Actor,
  input: { runId: string; zone: string; dayFirst: boolean | null; declared: Declared },
): ScanRun {
  const { runId, zone, dayFirst, declared } = parseInput(correctionSchema, input)
  const { run, scope } = keptImport(proviso, actor, runId)
  const { config, ...before } = logImportSchema.parse(run.input)
  const { dayFirst: _, ...rest } = config
  const corrected: AuditConfig = { ...rest, zone, ...(dayFirst === null ? {} : { dayFirst }) }
  return readAgain(proviso, scope, run, { ...before, config: corrected, declared })
}

/** Hands the kept files of an ended import to a new one. */
export function readAgain(proviso: Proviso, scope: Scope, { id, subjectId }: ScanRun, input: LogImport): ScanRun {
  const added = scope.runs.add({ subjectId, scanner: logScannerId, input, targetHost: null, authority: null })
  if (added.isNew) {
    proviso.uploads.move(id, added.run.id)
    proviso.queue.wake()
  }
  return added.run
}

/** An ended import whose files are still here. Throws NotFound for any other. */
export function keptImport(proviso: Proviso, actor: Actor, runId: string) {
  const run = scopeOf(proviso, actor).runs.get(runId)
  if (run === null || run.scanner !== logScannerId) throw new NotFound()
  const scope = importing(proviso, actor, run.subjectId)
  if (!isEnded(run.state) || !proviso.uploads.isKept(runId)) throw new NotFound()
  return { run, scope }
}

/** Deletes kept files now. */
export async function deleteKeptLogs(proviso: Proviso, actor: Actor, input: { runId: string }): Promise<ScanRun> {
  const { run } = keptImport(proviso, actor, parseInput(idSchema, input.runId))
  await proviso.uploads.remove(run.id)
  return run
}
