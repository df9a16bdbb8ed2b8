import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { appendAudit, instanceChain } from './audit-log.ts'
import type { Database, Orm } from './client.ts'
import { organisationKeys } from './schema.ts'
import { openBytes, type Seal, sealBytes, sealWith } from './seal.ts'

export type Keyring = {
  /** Makes an organisation's data key; inside the transaction that makes the organisation. */
  create: (organisationId: string, at: Date) => void
  /** Its key was deleted: nothing keeps it open any longer. */
  forget: (organisationId: string) => void
  /** Throws for an organisation without a key: its data cannot be read any more. */
  of: (organisationId: string) => Seal
}

const about = (organisationId: string) => `organisation-key:${organisationId}`

/** Names a master key without telling anything of it: 16 hex digits. */
export function keyIdOf(masterKey: Buffer): string {
  return createHash('sha256').update('proviso master key\n').update(masterKey).digest('hex').slice(0, 16)
}

/** Data keys per organisation, wrapped by the 32-byte master key that lies outside the database. */
export function openKeyring(orm: Orm, masterKey: Buffer): Keyring {
  const opened = new Map<string, Seal>()
  return {
    create(organisationId, at) {
      const wrapped = sealBytes(masterKey, randomBytes(32), about(organisationId))
      orm.insert(organisationKeys).values({ organisationId, wrapped, createdAt: at.toISOString() }).run()
    },
    forget(organisationId) {
      opened.delete(organisationId)
    },
    of(organisationId) {
      const known = opened.get(organisationId)
      if (known !== undefined) return known
      const row = orm.select().from(organisationKeys).where(eq(organisationKeys.organisationId, organisationId)).get()
      if (row === undefined) throw new Error('This organisation has no data key.')
      const seal = sealWith(openBytes(masterKey, row.wrapped, about(organisationId)))
      opened.set(organisationId, seal)
      return seal
    },
  }
}

/**
 * Whether this is the master key of the database; true for one that holds no data key yet. One that opens is enough: a
 * rotation wraps all or none, and a damaged row must not lock out the others.
 */
export function isMasterKeyOf(orm: Orm, masterKey: Buffer): boolean {
  const rows = orm.select().from(organisationKeys).all()
  const opens = ({ organisationId, wrapped }: (typeof rows)[number]) => {
    try {
      return openBytes(masterKey, wrapped, about(organisationId)).length === 32
    } catch {
      // A wrong key and a damaged row look alike by design: GCM says no more than "not authentic".
      return false
    }
  }
  return rows.length === 0 || rows.some(opens)
}

/**
 * Wraps every data key with another master key, all in one transaction: a kill leaves all under the old one or all under
 * the new one. What the data keys sealed is not touched. Answers with the number of keys.
 */
export function rewrapKeys(db: Database, from: Buffer, to: Buffer, at: Date): number {
  return db.write(() => {
    const rows = db.orm.select().from(organisationKeys).all()
    for (const { organisationId, wrapped } of rows) {
      const place = about(organisationId)
      const next = sealBytes(to, openBytes(from, wrapped, place), place)
      const where = eq(organisationKeys.organisationId, organisationId)
      db.orm.update(organisationKeys).set({ wrapped: next }).where(where).run()
    }
    appendAudit(
      db,
      instanceChain,
      at,
      { kind: 'system', id: null },
      {
        action: 'master-key.rotated',
        object: { kind: 'master-key', id: keyIdOf(to) },
        before: keyIdOf(from),
        after: `${rows.length} data keys`,
      },
    )
    return rows.length
  })
}
