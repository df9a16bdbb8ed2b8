import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AuditActor } from '#db/audit-log.ts'
import { type Blobs, openBlobs } from '#db/blobs.ts'
import { type Database, openDatabase } from '#db/client.ts'
import { type Scope, scoped } from '#db/scoped.ts'
import { temporaryFolder } from '../app/portal.ts'

export const masterKey = randomBytes(32)
export const at = new Date('2026-11-24T09:00:00.000Z')

export type Store = { db: Database; blobs: Blobs; folder: string; file: string }

/** A fresh, migrated database with its files folder. */
export async function openStore(): Promise<Store> {
  const folder = temporaryFolder()
  const file = join(folder, 'proviso.db')
  const db = await openDatabase({ file, masterKey, now: at })
  onTestFinished(() => db.close())
  const blobFolder = join(folder, 'blobs')
  mkdirSync(blobFolder)
  return { db, blobs: openBlobs(blobFolder, db), folder, file }
}

let count = 0

/** One more organisation with a key, as if somebody had set it up. */
export function addOrganisation(db: Database, name = 'Harbor Family Clinic'): string {
  count += 1
  const id = `org_${String(count).padStart(26, '0')}`
  db.sqlite
    .prepare('INSERT INTO organisations (id, name, slug, created_at) VALUES (?, ?, ?, ?)')
    .run(id, name, id, at.toISOString())
  db.write(() => db.keyring.create(id, at))
  return id
}

export function scopeFor(db: Database, organisationId: string, actor?: AuditActor): Scope {
  return scoped(db, organisationId, actor ?? { kind: 'person', id: 'per_test' }, () => at)
}
