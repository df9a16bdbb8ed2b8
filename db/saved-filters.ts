import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { savedFilters } from './schema.ts'

const bodySchema = z.strictObject({ name: z.string(), query: z.string() })

/** A filter of a list under a name of one's own; `query` is its part of the address, from "?" on. */
export type SavedFilter = z.infer<typeof bodySchema> & { id: string }

export type SavedFilterStore = ReturnType<typeof savedFilterStore>

/** Filters of the acting person; like drafts they are scratch paper and leave no audit event. */
export function savedFilterStore({ db, organisationId, seal, actorId, now }: Inside) {
  const { orm } = db
  const sealPlace = (id: string) => `filter:${organisationId}:${id}`
  const mine = and(eq(savedFilters.organisationId, organisationId), eq(savedFilters.personId, actorId))

  return {
    list(place: string): Array<SavedFilter> {
      return orm
        .select()
        .from(savedFilters)
        .where(and(mine, eq(savedFilters.place, place)))
        .orderBy(asc(savedFilters.createdAt), asc(sql`rowid`))
        .all()
        .map(({ id, body }) => ({ id, ...bodySchema.parse(seal.open(body, sealPlace(id))) }))
    },

    add(place: string, filter: { name: string; query: string }): string {
      const id = newId('fil')
      const body = seal.json(filter, sealPlace(id))
      const row = { id, organisationId, personId: actorId, place, body, createdAt: now().toISOString() }
      orm.insert(savedFilters).values(row).run()
      return id
    },

    /** false: this person has no such filter here. */
    remove: (id: string): boolean =>
      orm
        .delete(savedFilters)
        .where(and(mine, eq(savedFilters.id, id)))
        .run().changes === 1,
  }
}
