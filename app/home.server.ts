import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseProblem } from '#db/client.ts'
import { Sqlite } from '#db/sqlite-driver.ts'
import type { Env } from './env.server.ts'
import { keyPaths, readPendingKey } from './master-key.server.ts'

export type Home = {
  folder: string
  data: string
  keys: string
  database: string
  blobs: string
  /** Logs on their way through an import; nothing stays here. */
  uploads: string
  /** Encrypted backups, unless another folder is set. */
  backups: string
  /** Wraps every organisation's data key; lies outside the data folder. */
  masterKey: Buffer
  /** The next master key of a rotation that was cut short. */
  pendingKey: Buffer | null
  /** 32 bytes an Ed25519 key is made from; signs points of the audit log. */
  logKey: Buffer
  /** Signs session cookies. */
  secret: string
  /** Lets the next process use this home. The system does it too when this one is killed. */
  unlock: () => void
}

function privateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

/** Reads a key file, or makes it with random bytes; on disk before it is used. */
function keyFile(path: string, bytes: number): Buffer {
  try {
    const handle = openSync(path, 'wx', 0o600)
    try {
      writeSync(handle, randomBytes(bytes).toString('base64'))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (key.length !== bytes) {
    throw new DatabaseProblem(`The key file ${path} is damaged.`, 'Restore it from your copy of the keys folder.')
  }
  return key
}

/** One process a home: an exclusive SQLite lock, which the system drops when the process dies, however it dies. */
function lock(path: string, folder: string): () => void {
  const holder = new Sqlite(path, { timeout: 0 })
  try {
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new DatabaseProblem(
      `Another Proviso is already running with the folder ${folder}.`,
      'Stop it first, or set PROVISO_HOME to another folder.',
    )
  }
  chmodSync(path, 0o600)
  return () => {
    holder.exec('ROLLBACK')
    holder.close()
  }
}

/** Where things lie in a home, whether it exists or not. */
export function homePaths(env: Env) {
  const data = join(env.homeFolder, 'data')
  return {
    folder: env.homeFolder,
    data,
    keys: join(env.homeFolder, 'keys'),
    database: join(data, 'proviso.db'),
    blobs: join(data, 'blobs'),
    uploads: join(data, 'uploads'),
    backups: env.backupFolder ?? join(env.homeFolder, 'backups'),
  }
}

/** Opens the home folder, making data/ and keys/ (0700, files 0600) when they are not there. */
export function openHome(env: Env): Home {
  const paths = homePaths(env)
  const { folder, data, keys, blobs, uploads, backups } = paths
  for (const one of [folder, data, keys]) privateFolder(one)
  const unlock = lock(join(data, 'in-use.lock'), folder)
  try {
    for (const one of [blobs, uploads, backups]) privateFolder(one)
    return {
      ...paths,
      masterKey: env.masterKey ?? keyFile(keyPaths(keys).master, 32),
      pendingKey: env.masterKey === null ? readPendingKey(keys) : null,
      logKey: env.logKey ?? keyFile(keyPaths(keys).log, 32),
      secret: env.secret ?? keyFile(join(keys, 'server.secret'), 48).toString('base64'),
      unlock,
    }
  } catch (error) {
    unlock()
    throw error
  }
}
