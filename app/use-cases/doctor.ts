import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { checklists } from '#checklists/index.ts'
import { type DatabaseHealth, databaseHealth } from '#db/health.ts'
import { findBrowser } from '#scanners/browser.ts'
import { describeProblem, ScanProblem } from '#scanners/problem.ts'
import { backupState } from '../backup.server.ts'
import type { Proviso } from '../proviso.server.ts'

/** One thing looked at: `says` is what was seen, `hint` what to do when it is not well. */
export type Check = {
  id: 'browser' | 'disk' | 'clock' | 'fonts' | 'database' | 'audit-log' | 'files' | 'backup' | 'keys' | 'jobs' | 'lists'
  title: string
  state: 'ok' | 'warn' | 'fail'
  says: string
  hint: string | null
}

const ok = (id: Check['id'], title: string, says: string): Check => ({ id, title, state: 'ok', says, hint: null })

const minFreeBytes = 1_000_000_000
/** A clock that stands this far before the newest event was set back. */
const maxSetBackMs = 300_000
const maxWaitMs = 600_000

export async function checkBrowser(): Promise<Check> {
  try {
    const { note, source, sandbox } = await findBrowser()
    const says = `A browser was found (${source}). ${note}`
    if (sandbox) return ok('browser', 'Browser', says)
    const hint = 'Run Proviso as an ordinary user, or in a container that allows user namespaces.'
    return { id: 'browser', title: 'Browser', state: 'warn', says, hint }
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error
    const { says, hint } = describeProblem(error.code)
    return { id: 'browser', title: 'Browser', state: 'fail', says, hint: `${hint} Reports are offered as HTML.` }
  }
}

export async function checkDisk(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const says = `${(free / 1e9).toFixed(1)} GB are free where the data lies.`
  if (free >= minFreeBytes) return ok('disk', 'Disk', says)
  return {
    id: 'disk',
    title: 'Disk',
    state: 'warn',
    says,
    hint: 'Free some space; uploads fail when the disk is full.',
  }
}

function checkClock(here: Date, newestEvent: Date | null): Check {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const says = `The clock reads ${here.toISOString()} (this machine’s zone: ${zone}).`
  if (newestEvent === null || newestEvent.getTime() - here.getTime() <= maxSetBackMs) return ok('clock', 'Clock', says)
  const late = `${says} The newest event in the log is from ${newestEvent.toISOString()}.`
  return { id: 'clock', title: 'Clock', state: 'fail', says: late, hint: 'Set the clock right, best by network time.' }
}

function checkDatabase({ intact, bytes }: DatabaseHealth): Check {
  if (intact) return ok('database', 'Database', `The database (${(bytes / 1e6).toFixed(1)} MB) passed its check.`)
  const hint = 'Stop Proviso and restore the newest backup.'
  return { id: 'database', title: 'Database', state: 'fail', says: 'The database is damaged.', hint }
}

async function checkAuditLog({ chains }: Proviso): Promise<Check> {
  const title = 'Audit log'
  const broken: Array<number> = []
  const all = chains.all()
  for (const chain of all) {
    const { brokenAt } = await chains.checkWhole(chain)
    if (brokenAt !== null) broken.push(brokenAt)
  }
  if (broken.length === 0) return ok('audit-log', title, `All ${all.length} chains of the log hold.`)
  const says = `The log was altered: event ${broken.join(', ')} does not fit the one before, or is not what was signed or seen.`
  return { id: 'audit-log', title, state: 'fail', says, hint: 'Compare it with your newest backup.' }
}

async function checkFiles({ blobs, now }: Proviso): Promise<Check> {
  const { missing } = await blobs.sweep(now())
  if (missing.length === 0) return ok('files', 'Stored files', 'Every stored file is in its place.')
  const says = `${missing.length} stored files are missing.`
  const hint = 'Restore the blobs folder from a backup.'
  return { id: 'files', title: 'Stored files', state: 'fail', says, hint }
}

const maxBackupAgeMs = 26 * 3_600_000
const maxDrillAgeMs = 92 * 86_400_000

export function checkBackup({ home, now }: Proviso): Check {
  const { newest, count, ahead, drill } = backupState(home.backups, now())
  const base = { id: 'backup', title: 'Backup' } as const
  const make = 'Run npm run -s proviso -- backup create. The portal also makes one a day while it runs.'
  if (ahead > 0) {
    const says = `${ahead === 1 ? '1 backup is' : `${ahead} backups are`} named after a day to come.`
    const hint = `Look at the clock of this machine, then move such files out of ${home.backups}.`
    return { ...base, state: 'warn', says, hint }
  }
  if (newest === null) return { ...base, state: 'warn', says: 'There is no backup yet.', hint: make }
  const says = `${count === 1 ? '1 encrypted backup' : `${count} encrypted backups`}; the newest is from ${newest.at.toISOString()}.`
  if (now().getTime() - newest.at.getTime() > maxBackupAgeMs) return { ...base, state: 'warn', says, hint: make }
  const tryOne = 'Run npm run -s proviso -- backup check: a backup nobody restored is a hope.'
  if (drill === null) return { ...base, state: 'warn', says: `${says} None was tried yet.`, hint: tryOne }
  const isNewest = drill.file === newest.file
  const tried = `${isNewest ? 'It was' : 'An older one was'} tried at ${drill.at} and ${drill.held ? 'held' : 'did not hold'}.`
  const drilled = `${says} ${tried}${isNewest ? '' : ' The newest was not tried yet.'}`
  if (!drill.held) return { ...base, state: 'fail', says: drilled, hint: make }
  if (now().getTime() - Date.parse(drill.at) > maxDrillAgeMs)
    return { ...base, state: 'warn', says: drilled, hint: tryOne }
  return ok('backup', 'Backup', drilled)
}

export function checkKeys({ home, env }: Proviso): Check {
  const title = 'Keys'
  if (env.masterKey !== null && env.secret !== null) return ok('keys', title, 'The keys come from the environment.')
  const inside = !relative(home.data, home.keys).startsWith('..')
  const open = existsSync(home.keys) && (statSync(home.keys).mode & 0o077) !== 0
  if (!inside && !open)
    return ok('keys', title, 'The keys lie outside the data folder and only their owner reads them.')
  const says = inside ? 'The keys lie inside the data folder.' : 'Other users of this machine can read the keys folder.'
  const hint = inside ? 'Move the keys folder, so that a copy of the data is not a copy of the keys.' : 'chmod 700 it.'
  return { id: 'keys', title, state: 'fail', says, hint }
}

function checkJobs({ longWaiting }: DatabaseHealth): Check {
  if (longWaiting === 0) return ok('jobs', 'Jobs', 'No job has waited longer than ten minutes.')
  const says = `${longWaiting} jobs have waited longer than ten minutes.`
  return { id: 'jobs', title: 'Jobs', state: 'warn', says, hint: 'Look at the running scans; stop one that hangs.' }
}

export function checkLists(): Check {
  const says = checklists.map(({ title, version, requirements }) => `${title} ${version} (${requirements.length})`)
  return ok('lists', 'Checklists', `Loaded: ${says.join(', ')}.`)
}

/** What Doctor saw last, as long as the process lives; null: it did not look yet. */
export type DoctorSeen = { last: { at: Date; checks: ReadonlyArray<Check> } | null }

/** Looks at everything an installation needs, without changing anything but the removal of orphan files. */
export async function doctor(proviso: Proviso): Promise<Array<Check>> {
  const here = proviso.now()
  const health = databaseHealth(proviso.db, new Date(here.getTime() - maxWaitMs))
  const checks = [
    await checkBrowser(),
    await checkDisk(dirname(proviso.home.database)),
    checkClock(here, health.newestEvent),
    checkDatabase(health),
    await checkAuditLog(proviso),
    await checkFiles(proviso),
    checkBackup(proviso),
    checkKeys(proviso),
    checkJobs(health),
    checkLists(),
  ]
  proviso.doctorSeen.last = { at: here, checks }
  return checks
}
