import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Orm } from './client.ts'
import { organisationKeys } from './schema.ts'
import { openBytes, type Seal, sealBytes, sealWith } from './seal.ts'

export type Keyring = {
  /** Makes an organisation's data key; inside the transaction that makes the organisation. */
  create: (organisationId: string, at: Date) => void
  /** Throws for an organisation without a key: its data cannot be read any more. */
  of: (organisationId: string) => Seal
}

const about = (organisationId: string) => `organisation-key:${organisationId}`

/** Data keys per organisation, wrapped by the 32-byte master key that lies outside the database. */
export function openKeyring(orm: Orm, masterKey: Buffer): Keyring {
  const opened = new Map<string, Seal>()
  return {
    create(organisationId, at) {
      const wrapped = sealBytes(masterKey, randomBytes(32), about(organisationId))
      orm.insert(organisationKeys).values({ organisationId, wrapped, createdAt: at.toISOString() }).run()
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
