import { join } from 'node:path'
import { BackupProblem } from '#db/backup-file.ts'
import { backupState, type Drilled, drillBackup, makeBackup } from '../backup.server.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { type Actor, demand, may } from './permission.ts'
import { InvalidInput, NotFound } from './problem.ts'
import { scopeOf } from './scope.ts'

export type BackupView = {
  folder: string
  count: number
  newest: { at: string; bytes: number } | null
  /** `ofNewest`: the newest backup is the one that was tried. */
  drill: { at: string; held: boolean; ofNewest: boolean } | null
  /** What was done just now. */
  done: 'make' | 'drill' | null
}

const freshMs = 60_000

/** They hold every organisation of the installation, so an owner of somebody's client has none of them. */
export function mayBackUp(proviso: Proviso, actor: PersonActor): boolean {
  return may(actor.role, 'move-organisation') && !scopeOf(proviso, actor).organisations.hasParent()
}

function demandBackups(proviso: Proviso, actor: Actor): void {
  demand(actor, 'move-organisation')
  if (scopeOf(proviso, actor).organisations.hasParent()) throw new NotFound()
}

async function alone<Result>({ backingUp }: Proviso, work: () => Promise<Result>): Promise<Result> {
  if (backingUp.busy) {
    throw new InvalidInput({ backup: 'A backup is being made or tried. Wait some seconds, then press again.' })
  }
  backingUp.busy = true
  try {
    return await work()
  } finally {
    backingUp.busy = false
  }
}

/**
 * The backups of this installation. They hold every organisation, so only an owner sees them. What the address claims
 * was done counts only where the files show that it happened within the last minute.
 */
export function backupView(proviso: Proviso, actor: Actor, claimed: string | null = null): BackupView {
  demandBackups(proviso, actor)
  const { home, now } = proviso
  const { newest, count, drill } = backupState(home.backups, now())
  const isFresh = (at: Date | undefined) => at !== undefined && now().getTime() - at.getTime() < freshMs
  const isMade = claimed === 'make' && isFresh(newest?.at)
  const isDrilled = claimed === 'drill' && isFresh(drill === null ? undefined : new Date(drill.at))
  return {
    folder: home.backups,
    count,
    newest: newest === null ? null : { at: newest.at.toISOString(), bytes: newest.bytes },
    drill: drill === null ? null : { at: drill.at, held: drill.held, ofNewest: drill.file === newest?.file },
    done: isMade ? 'make' : isDrilled ? 'drill' : null,
  }
}

const told = (problem: unknown): InvalidInput | null =>
  problem instanceof BackupProblem ? new InvalidInput({ backup: `${problem.message} ${problem.hint}` }) : null

/** One more whole, encrypted backup, beside the daily ones. */
export async function backUpNow(proviso: Proviso, actor: Actor): Promise<void> {
  demandBackups(proviso, actor)
  const { home, db, now } = proviso
  const { bytes } = await alone(proviso, () => makeBackup({ ...home, masterKeys: [db.masterKey] }, now()))
  const object = { kind: 'backup', id: null }
  scopeOf(proviso, actor).audit.add({ action: 'backup.made', object, after: `${bytes} bytes` })
}

/** Restores the newest backup into a folder of its own, compares every row, chain and file, and throws it away. */
export async function drillNewest(proviso: Proviso, actor: Actor): Promise<Drilled> {
  demandBackups(proviso, actor)
  const { home, db, now } = proviso
  const { newest } = backupState(home.backups, now())
  if (newest === null) throw new InvalidInput({ backup: 'There is no backup yet. Make one first.' })
  const record = (held: boolean) => {
    const after = held ? 'held' : 'did not hold'
    scopeOf(proviso, actor).audit.add({ action: 'backup.drilled', object: { kind: 'backup', id: null }, after })
  }
  return alone(proviso, async () => {
    try {
      const from = { ...home, masterKey: db.masterKey }
      const drilled = await drillBackup(from, join(home.backups, newest.file), now())
      record(drilled.held)
      return drilled
    } catch (error) {
      const problem = told(error)
      if (problem !== null) record(false)
      throw problem ?? error
    }
  })
}
