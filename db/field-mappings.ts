import { and, eq } from 'drizzle-orm'
import type { Inside } from './inside.ts'
import { fieldMappings } from './schema.ts'

/** What a merge field holds that its name does not tell, by the word of a person. */
export type FieldMapping = {
  /** As the audit names the field: lower case, without the signs of its syntax. */
  name: string
  holds: 'ok' | 'clinical' | 'identifier' | 'financial_or_ref'
  by: string
  at: string
}

export type FieldMappingStore = ReturnType<typeof fieldMappingStore>

export function fieldMappingStore({ db, organisationId, seal, record }: Inside) {
  const { orm } = db
  const own = eq(fieldMappings.organisationId, organisationId)
  const hashOf = (name: string) => seal.hash(`field-mapping:${name}`)
  const place = (nameHash: string) => `field-mapping:${organisationId}:${nameHash}`

  return {
    list(): Array<FieldMapping> {
      return orm
        .select()
        .from(fieldMappings)
        .where(own)
        .all()
        .map(({ nameHash, body }) => seal.open(body, place(nameHash)) as FieldMapping)
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    },

    set(mapping: FieldMapping): void {
      const nameHash = hashOf(mapping.name)
      const body = seal.json(mapping, place(nameHash))
      db.write(() => {
        orm
          .insert(fieldMappings)
          .values({ organisationId, nameHash, body })
          .onConflictDoUpdate({ target: [fieldMappings.organisationId, fieldMappings.nameHash], set: { body } })
          .run()
        const id = nameHash.slice(0, 16)
        record({ action: 'field-mapping.set', object: { kind: 'field-mapping', id }, after: mapping.holds })
      })
    },

    remove(name: string): void {
      const nameHash = hashOf(name)
      db.write(() => {
        const { changes } = orm
          .delete(fieldMappings)
          .where(and(own, eq(fieldMappings.nameHash, nameHash)))
          .run()
        if (changes === 0) return
        record({ action: 'field-mapping.removed', object: { kind: 'field-mapping', id: nameHash.slice(0, 16) } })
      })
    },
  }
}
