import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import {
  type BackupManifest,
  type BackupSource,
  checkUnpacked,
  createBackup,
  type DrillLine,
  unpackBackup,
} from '#db/backup.ts'
import { BackupProblem } from '#db/backup-file.ts'
import { keyIdOf } from '#db/keyring.ts'
import { noteRestored } from './audit-points.server.ts'
import { nameOfError } from './log.server.ts'
import { keyPaths, readLogKey, readRetiredKey } from './master-key.server.ts'
import type { Proviso } from './proviso.server.ts'

const ending = '.proviso-backup'
/** Two weeks of days; older ones are the business of whoever copies them elsewhere. */
const keptDays = 14
/** A name of ours begins with the moment it was made: 2026-11-24T09-00-00.000Z-1a2b3c.proviso-backup. */
const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-/
const drillFile = 'last-drill.json'
const dayMs = 24 * 3_600_000

/** `file` as seen from the folder of backups: a copy that lies elsewhere speaks for no file in it. */
const drillSchema = z.strictObject({ at: z.string(), file: z.string(), held: z.boolean() })
export type Drill = z.infer<typeof drillSchema>

type Source = BackupSource & { backups: string }

const namesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
    : []

/** What a kill left of a backup on its way: the copy of the database and the half-written file. */
async function sweepBackups({ data, backups }: { data: string; backups: string }): Promise<void> {
  for (const name of await readdir(data)) {
    if (name.startsWith('backup-')) await rm(join(data, name), { recursive: true, force: true })
  }
  for (const name of await readdir(backups)) {
    if (name.endsWith(`${ending}.part`)) await rm(join(backups, name), { force: true })
  }
}

/** All but the newest of each of the last fourteen days that have one: many made in one day never push out older days. */
export function overdueBackups(names: ReadonlyArray<string>): Array<string> {
  const newest = new Map<string, string>()
  const ours = names.filter((name) => moment.test(name)).sort()
  for (const name of ours) newest.set(name.slice(0, 10), name)
  const kept = new Set([...newest.values()].slice(-keptDays))
  return ours.filter((name) => !kept.has(name))
}

/** A whole, encrypted copy of a running portal; what is not the newest of one of the last fourteen days goes. */
export async function makeBackup(
  { backups, ...from }: Source,
  now: Date,
): Promise<{ file: string; bytes: number; manifest: BackupManifest }> {
  const name = `${now.toISOString().replaceAll(':', '-')}-${randomBytes(3).toString('hex')}${ending}`
  const file = join(backups, name)
  const manifest = await createBackup(from, file, now)
  // Not the one just made, whatever the clock says.
  const others = overdueBackups(namesIn(backups)).filter((old) => old !== name)
  for (const old of others) await rm(join(backups, old), { force: true })
  return { file, bytes: statSync(file).size, manifest }
}

export type BackupState = {
  newest: { file: string; at: Date; bytes: number } | null
  count: number
  /** How many are named after a day to come. */
  ahead: number
  drill: Drill | null
}

function lastDrill(backups: string): Drill | null {
  const path = join(backups, drillFile)
  if (!existsSync(path)) return null
  try {
    return drillSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // A note cut short by a kill counts as no drill; the next one writes it anew.
    return null
  }
}

const timeIn = (name: string) => new Date(name.match(moment)!.slice(1).join(':').replace(':', 'T'))

/**
 * The time is the name's: that of the file is a new one wherever a copy of it was put back. A name of a day to come, left
 * by a clock that went wrong, is never the newest: nothing would be made until then.
 */
export function backupState(backups: string, now: Date): BackupState {
  const names = namesIn(backups).filter((name) => moment.test(name))
  const made = names.filter((name) => timeIn(name).getTime() < now.getTime() + dayMs)
  const ahead = names.length - made.length
  const name = made.at(-1)
  const drill = lastDrill(backups)
  if (name === undefined) return { newest: null, count: names.length, ahead, drill }
  const bytes = statSync(join(backups, name)).size
  return { newest: { file: name, at: timeIn(name), bytes }, count: names.length, ahead, drill }
}

const keyOf = (keys: string, masterKey: Buffer) => (keyId: string) =>
  keyIdOf(masterKey) === keyId ? masterKey : readRetiredKey(keys, keyId)

const noteDrill = (backups: string, note: Drill) =>
  writeFile(join(backups, drillFile), JSON.stringify(note), { mode: 0o600 })

export type Drilled = { lines: Array<DrillLine>; held: boolean; createdAt: string }

/** Unpacks a backup into a folder of its own and compares it with its list; nothing of it stays. Throws BackupProblem. */
export async function drillBackup(
  { data, keys, backups, masterKey }: { data: string; keys: string; backups: string; masterKey: Buffer },
  file: string,
  now: Date,
): Promise<Drilled> {
  const folder = await mkdtemp(join(data, 'backup-drill-'))
  try {
    const masterKeyOf = keyOf(keys, masterKey)
    const { manifest, keyId, createdAt } = await unpackBackup(file, masterKeyOf, folder)
    const lines = await checkUnpacked(folder, manifest, masterKeyOf(keyId)!)
    const held = lines.every((one) => one.held)
    await noteDrill(backups, { at: now.toISOString(), file: relative(backups, file), held })
    return { lines, held, createdAt }
  } catch (error) {
    // What cannot even be opened did not hold either: an older "held" must not go on standing for it.
    if (error instanceof BackupProblem) {
      await noteDrill(backups, { at: now.toISOString(), file: relative(backups, file), held: false })
    }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A home made from a backup, with the key that opens it; only one that passes the drill is put in its place. */
export async function restoreBackup(
  { keys, masterKey, secret }: { keys: string; masterKey: Buffer; secret: string | null },
  file: string,
  target: string,
): Promise<Drilled> {
  const folder = `${target}.part`
  await rm(folder, { recursive: true, force: true })
  try {
    const masterKeyOf = keyOf(keys, masterKey)
    const { manifest, keyId, createdAt } = await unpackBackup(file, masterKeyOf, join(folder, 'data'))
    const key = masterKeyOf(keyId)!
    const lines = await checkUnpacked(join(folder, 'data'), manifest, key)
    const held = lines.every((one) => one.held)
    if (!held) return { lines, held, createdAt }
    await rm(join(folder, 'data', 'manifest.json'))
    await writeKeys(join(folder, 'keys'), key, secret, readLogKey(keys))
    noteRestored(join(folder, 'keys'), createdAt)
    await rename(folder, target)
    return { lines, held, createdAt }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeKeys(
  folder: string,
  masterKey: Buffer,
  secret: string | null,
  logKey: Buffer | null,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'master.key'), masterKey.toString('base64'), { mode: 0o600 })
  // Without it the points signed before would be nobody's.
  if (logKey !== null) await writeFile(keyPaths(folder).log, logKey.toString('base64'), { mode: 0o600 })
  if (secret !== null) await writeFile(join(folder, 'server.secret'), secret, { mode: 0o600 })
}

const lookEveryMs = 3_600_000

/** A backup a day while the portal runs, the first at its start. The answer stops it and waits for the one under way. */
export function backUpDaily({ db, home, log, now, backingUp }: Proviso): () => Promise<void> {
  let running: Promise<void> = sweepBackups(home)
  const look = () => {
    running = running.then(async () => {
      const { newest } = backupState(home.backups, now())
      if (newest !== null && now().getTime() - newest.at.getTime() < dayMs) return
      // Somebody's own is being made or tried: the next look sees what came of it.
      if (backingUp.busy) return
      backingUp.busy = true
      try {
        const { bytes } = await makeBackup({ ...home, masterKeys: [db.masterKey] }, now())
        log.info('backup-made', { count: bytes })
      } catch (error) {
        log.error('backup-failed', { error: nameOfError(error) })
      } finally {
        backingUp.busy = false
      }
    })
  }
  look()
  const timer = setInterval(look, lookEveryMs).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
