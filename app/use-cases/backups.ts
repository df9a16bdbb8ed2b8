import { join } from 'node:path'
import { backupState, type Drilled, drillBackup, makeBackup } from '../backup.server.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export type BackupView = {
  folder: string
  count: number
  newest: { at: string; bytes: number } | null
  drill: { at: string; held: boolean } | null
}

/** The backups of this installation. They hold every organisation, so only an owner sees them. */
export function backupView({ home }: Proviso, actor: Actor): BackupView {
  demand(actor, 'move-organisation')
  const { newest, count, drill } = backupState(home.backups)
  return {
    folder: home.backups,
    count,
    newest: newest === null ? null : { at: newest.at.toISOString(), bytes: newest.bytes },
    drill: drill === null ? null : { at: drill.at, held: drill.held },
  }
}

const told = (problem: unknown): InvalidInput | null =>
  problem instanceof Error && problem.name === 'BackupProblem'
    ? new InvalidInput({ backup: `${problem.message} ${(problem as Error & { hint: string }).hint}` })
    : null

/** One more whole, encrypted backup, beside the daily ones. */
export async function backUpNow(proviso: Proviso, actor: Actor): Promise<void> {
  demand(actor, 'move-organisation')
  const { home, db, now } = proviso
  const { bytes } = await makeBackup({ ...home, masterKeys: [db.masterKey] }, now())
  const object = { kind: 'backup', id: null }
  scopeOf(proviso, actor).audit.add({ action: 'backup.made', object, after: `${bytes} bytes` })
}

/** Restores the newest backup into a folder of its own, compares every row, chain and file, and throws it away. */
export async function drillNewest(proviso: Proviso, actor: Actor): Promise<Drilled> {
  demand(actor, 'move-organisation')
  const { home, db, now } = proviso
  const { newest } = backupState(home.backups)
  if (newest === null) throw new InvalidInput({ backup: 'There is no backup yet. Make one first.' })
  try {
    const drilled = await drillBackup({ ...home, masterKey: db.masterKey }, join(home.backups, newest.file), now())
    const after = drilled.held ? 'held' : 'did not hold'
    scopeOf(proviso, actor).audit.add({ action: 'backup.drilled', object: { kind: 'backup', id: null }, after })
    return drilled
  } catch (error) {
    throw told(error) ?? error
  }
}
