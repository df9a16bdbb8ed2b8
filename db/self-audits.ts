import { desc, eq, sql } from 'drizzle-orm'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { selfAudits } from './schema.ts'

export type SelfAuditStore = ReturnType<typeof selfAuditStore>

/** Results of scans of our own pages, as the scan's reader wrote them. */
export function selfAuditStore({ db, organisationId, seal, now, record }: Inside) {
  const { orm } = db
  const place = (id: string) => `self-audit:${organisationId}:${id}`
  return {
    add(result: object, state: string): void {
      const id = newId('sel')
      db.write(() => {
        const row = { id, organisationId, body: seal.json(result, place(id)), createdAt: now().toISOString() }
        orm.insert(selfAudits).values(row).run()
        record({ action: 'self-audit.ended', object: { kind: 'self-audit', id }, after: state })
      })
    },

    /** The newest; null before the first. */
    newest(): unknown {
      const row = orm
        .select()
        .from(selfAudits)
        .where(eq(selfAudits.organisationId, organisationId))
        .orderBy(desc(selfAudits.createdAt), desc(sql`rowid`))
        .limit(1)
        .get()
      return row === undefined ? null : seal.open(row.body, place(row.id))
    },
  }
}
