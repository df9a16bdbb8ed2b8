import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from './client.ts'
import type { Inside } from './inside.ts'
import { agreements, auditEvents, legalHolds, organisations, scanRuns, subjects } from './schema.ts'

/** How the address name of a demo organisation begins. */
export const demoSlug = 'demo-'

/** What stands against taking a demo away; all 0 for one as it was made. */
export type DemoAdditions = { subjects: number; agreements: number; logs: number; holds: number; running: number }

/** What makeDemo makes. */
const made = { subjects: 3, agreements: 2, logs: 1 }

export function isDemo({ orm }: Database, organisationId: string): boolean {
  const row = orm
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .get()
  return row?.slug.startsWith(demoSlug) ?? false
}

/** What somebody added to a demo beyond what it was made with, and what still runs in it. */
export function demoAdditions({ orm }: Database, organisationId: string): DemoAdditions {
  const of = (
    table: typeof subjects | typeof agreements | typeof scanRuns | typeof legalHolds,
    ...more: Array<ReturnType<typeof eq> | undefined>
  ) =>
    orm
      .select({ n: count() })
      .from(table)
      .where(and(eq(table.organisationId, organisationId), ...more))
      .get()?.n ?? 0
  return {
    subjects: Math.max(0, of(subjects) - made.subjects),
    agreements: Math.max(0, of(agreements) - made.agreements),
    logs: Math.max(0, of(scanRuns, eq(scanRuns.scanner, 'opt-out')) - made.logs),
    holds: of(legalHolds, isNull(legalHolds.liftedAt)),
    running: of(scanRuns, inArray(scanRuns.state, ['queued', 'running'])),
  }
}

/**
 * Takes a demo organisation away with every row, key and event of it; its files go with the next sweep, and nothing can
 * open them without the key. What stays is one event of its parent, with the last hash of the log that went. The
 * triggers that keep judgements and events let only demo organisations go. false: not a demo under this organisation.
 */
export function removeDemo({ db, organisationId: parentId, record }: Inside, demoId: string): boolean {
  const { orm, sqlite } = db
  return db.write(() => {
    const parent = and(eq(organisations.id, demoId), eq(organisations.parentId, parentId))
    const isOurs = orm.select({ id: organisations.id }).from(organisations).where(parent).get() !== undefined
    if (!isOurs || !isDemo(db, demoId)) return false
    const last = orm
      .select({ seq: auditEvents.seq, hash: auditEvents.hash })
      .from(auditEvents)
      .where(eq(auditEvents.chain, demoId))
      .orderBy(auditEvents.seq)
      .all()
      .at(-1)
    record({
      action: 'demo.removed',
      object: { kind: 'organisation', id: demoId },
      before: last === undefined ? null : `${last.seq} ${last.hash}`,
    })
    // Rows of one table name rows of another; all of them are gone at the end.
    sqlite.pragma('defer_foreign_keys = ON')
    for (const table of tablesOf(db)) sqlite.prepare(`DELETE FROM "${table}" WHERE organisation_id = ?`).run(demoId)
    sqlite.prepare('UPDATE sessions SET active_organisation_id = NULL WHERE active_organisation_id = ?').run(demoId)
    for (const table of ['audit_events', 'audit_checkpoints']) {
      sqlite.prepare(`DELETE FROM ${table} WHERE chain = ?`).run(demoId)
    }
    orm.delete(organisations).where(eq(organisations.id, demoId)).run()
    db.keyring.forget(demoId)
    return true
  })
}

/** Every table whose rows belong to an organisation. */
function tablesOf({ sqlite }: Database): Array<string> {
  return sqlite
    .prepare(
      `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'organisation_id'
       WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY t.name`,
    )
    .pluck()
    .all() as Array<string>
}
