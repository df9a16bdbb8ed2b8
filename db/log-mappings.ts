import { and, eq } from 'drizzle-orm'
import type { SavedMapping } from '#scanners/opt-out/mapping.ts'
import type { Inside } from './inside.ts'
import { logMappings } from './schema.ts'

/** How exports with this header are read, by the word of a person. */
export type StoredMapping = SavedMapping & {
  /** Name of the file it was made from, as the person called it. */
  file: string
  by: string
  at: string
}

export type LogMappingStore = ReturnType<typeof logMappingStore>

export function logMappingStore({ db, organisationId, seal, record }: Inside) {
  const { orm } = db
  const own = eq(logMappings.organisationId, organisationId)
  const hashOf = (header: ReadonlyArray<string>) => seal.hash(`log-mapping:${[...header].sort().join('\n')}`)
  const place = (headerHash: string) => `log-mapping:${organisationId}:${headerHash}`
  const object = (headerHash: string) => ({ kind: 'log-mapping', id: headerHash.slice(0, 16) })

  return {
    /** The newest first. `id` names a mapping in forms. */
    list(): Array<StoredMapping & { id: string }> {
      return orm
        .select()
        .from(logMappings)
        .where(own)
        .all()
        .map(({ headerHash, body }) => ({
          ...(seal.open(body, place(headerHash)) as StoredMapping),
          id: headerHash.slice(0, 16),
        }))
        .sort((a, b) => (a.at < b.at ? 1 : -1))
    },

    set(mapping: StoredMapping): void {
      const headerHash = hashOf(mapping.header)
      const body = seal.json(mapping, place(headerHash))
      db.write(() => {
        orm
          .insert(logMappings)
          .values({ organisationId, headerHash, body })
          .onConflictDoUpdate({ target: [logMappings.organisationId, logMappings.headerHash], set: { body } })
          .run()
        record({ action: 'log-mapping.set', object: object(headerHash) })
      })
    },

    /** false: there is none of this id. */
    remove(id: string): boolean {
      return db.write(() => {
        const found = orm
          .select({ headerHash: logMappings.headerHash })
          .from(logMappings)
          .where(own)
          .all()
          .find(({ headerHash }) => headerHash.slice(0, 16) === id)
        if (found === undefined) return false
        orm
          .delete(logMappings)
          .where(and(own, eq(logMappings.headerHash, found.headerHash)))
          .run()
        record({ action: 'log-mapping.removed', object: object(found.headerHash) })
        return true
      })
    },
  }
}
