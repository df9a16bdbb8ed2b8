import { and, eq } from 'drizzle-orm'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { drafts } from './schema.ts'

export type DraftStore = ReturnType<typeof draftStore>

/** Half-filled forms, one per person and form. A draft is private scratch paper, so it leaves no audit event. */
export function draftStore({ db, organisationId, seal, actorId, now }: Inside) {
  const { orm } = db
  const where = (form: string) =>
    and(eq(drafts.organisationId, organisationId), eq(drafts.personId, actorId), eq(drafts.form, form))
  const place = (form: string) => `draft:${organisationId}:${actorId}:${form}`

  return {
    get(form: string): { values: Record<string, unknown>; updatedAt: string } | null {
      const row = orm.select().from(drafts).where(where(form)).get()
      if (row === undefined) return null
      return { values: seal.open(row.body, place(form)) as Record<string, unknown>, updatedAt: row.updatedAt }
    },

    save(form: string, values: Record<string, unknown>): void {
      const body = seal.json(values, place(form))
      const updatedAt = now().toISOString()
      orm
        .insert(drafts)
        .values({ id: newId('dra'), organisationId, personId: actorId, form, body, updatedAt })
        .onConflictDoUpdate({
          target: [drafts.organisationId, drafts.personId, drafts.form],
          set: { body, updatedAt },
        })
        .run()
    },

    discard(form: string): void {
      orm.delete(drafts).where(where(form)).run()
    },
  }
}
