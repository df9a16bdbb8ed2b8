import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#db/client.ts'
import { keyIdOf, rewrapKeys } from '#db/keyring.ts'

export const keyPaths = (keys: string) => ({
  master: join(keys, 'master.key'),
  /** Signs points of the audit log. */
  log: join(keys, 'audit-log.key'),
  /** Lies here from the first step of a rotation to its last. */
  pending: join(keys, 'master.key.next'),
  /** Kept, so that backups made before a rotation can still be opened. */
  retired: (id: string) => join(keys, `retired-${id}.key`),
})

export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function writeKey(path: string, key: Buffer): void {
  const handle = openSync(path, 'w', 0o600)
  try {
    writeSync(handle, key.toString('base64'))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readKey(path: string): Buffer | null {
  if (!existsSync(path)) return null
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  return key.length === 32 ? key : null
}

/** null where it comes from the environment, or there is none yet. */
export const readLogKey = (keys: string): Buffer | null => readKey(keyPaths(keys).log)

export const readMasterKey = (keys: string): Buffer | null => readKey(keyPaths(keys).master)

/** As it stands in the keys folder; a fresh one where there is none. */
export function readServerSecret(keys: string): string {
  const path = join(keys, 'server.secret')
  return existsSync(path) ? readFileSync(path, 'utf8') : randomBytes(48).toString('base64')
}

/** null too when the file was cut short while it was written: then no data key can be under it yet. */
export const readPendingKey = (keys: string): Buffer | null => readKey(keyPaths(keys).pending)

/** A master key of before, for backups of before; null when it is not kept here. */
export const readRetiredKey = (keys: string, id: string): Buffer | null =>
  /^[0-9a-f]{16}$/.test(id) ? readKey(keyPaths(keys).retired(id)) : null

/** Ends a rotation that a kill cut short: forward when the data keys are under the new key, else back. */
export function settlePendingKey({ keys }: { keys: string }, db: Database): void {
  const { master, pending } = keyPaths(keys)
  if (!existsSync(pending)) return
  if (readKey(pending)?.equals(db.masterKey)) renameSync(pending, master)
  else rmSync(pending)
  syncFolder(keys)
}

export type RotationStep = 'key-written' | 'keys-rewrapped' | 'key-in-place'

/**
 * A new master key for the keys folder. Each step is on disk before the next begins, so a kill between any two is put
 * right by `settlePendingKey` at the next start. `done` is called after each step.
 */
export function rotateMasterKey(
  keys: string,
  db: Database,
  at: Date,
  done: (step: RotationStep) => void,
): { keys: number; from: string; to: string } {
  const { master, pending, retired } = keyPaths(keys)
  const from = db.masterKey
  const to = randomBytes(32)
  writeKey(retired(keyIdOf(from)), from)
  writeKey(pending, to)
  syncFolder(keys)
  done('key-written')
  const count = rewrapKeys(db, from, to, at)
  done('keys-rewrapped')
  renameSync(pending, master)
  syncFolder(keys)
  done('key-in-place')
  return { keys: count, from: keyIdOf(from), to: keyIdOf(to) }
}
