import { and, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Database } from './client.ts'
import type { Inside } from './inside.ts'
import { auditEvents, legalHolds, organisations, scanRuns } from './schema.ts'

/** How the address name of a demo organisation begins. */
export const demoSlug = 'demo-'

/** The last event of making a demo, in the demo's own log: what people do after it is theirs. */
export const demoMade = 'demo.made'

/** What stands against taking a demo away; nothing of it for one as it was made. */
export type DemoAdditions = {
  /** false: its log does not say where its making ended, so nobody can tell what was added. */
  made: boolean
  /** Actions by which people added or changed something since, each once. */
  actions: Array<string>
  holds: number
  running: number
}

/**
 * Looking, taking out and stopping leave nothing behind, and what a person does to the own account is not the demo's; a
 * judgement is worked out anew from what is there.
 */
const leavesNothing =
  /\.(?:viewed|downloaded|exported|printed|cancel-requested)$|^(?:session|sign-in|second-factor|recovery-codes|passkey|password)\.|^(?:sign-out|organisation\.entered|audit-log\.checked|assessment\.stored)$/

export function isDemo({ orm }: Database, organisationId: string): boolean {
  const row = orm
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .get()
  return row?.slug.startsWith(demoSlug) ?? false
}

/** What somebody added to a demo or changed in it since it was made, as its log tells, and what still runs in it. */
export function demoAdditions({ orm }: Database, organisationId: string): DemoAdditions {
  const chain = eq(auditEvents.chain, organisationId)
  const marker = orm
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(and(chain, eq(auditEvents.action, demoMade)))
    .orderBy(desc(auditEvents.seq))
    .limit(1)
    .get()
  const byPeople = orm
    .selectDistinct({ action: auditEvents.action })
    .from(auditEvents)
    .where(and(chain, eq(auditEvents.actorKind, 'person'), gt(auditEvents.seq, marker?.seq ?? 0)))
    .orderBy(auditEvents.action)
    .all()
  const of = (table: typeof scanRuns | typeof legalHolds, more: ReturnType<typeof inArray>) =>
    orm
      .select({ n: count() })
      .from(table)
      .where(and(eq(table.organisationId, organisationId), more))
      .get()?.n ?? 0
  return {
    made: marker !== undefined,
    actions: byPeople.map(({ action }) => action).filter((action) => !leavesNothing.test(action)),
    holds: of(legalHolds, isNull(legalHolds.liftedAt)),
    running: of(scanRuns, inArray(scanRuns.state, ['queued', 'running'])),
  }
}

/**
 * Takes a demo organisation away with every row, key and event of it; its files go with the next sweep, and nothing can
 * open them without the key. What stays is one event of its parent, with the last hash of the log that went. The
 * triggers that keep judgements and events let only demo organisations go. In the same write `ask` is handed what stands
 * against it, to throw, and `going` is called last. false: not a demo under this organisation.
 */
export function removeDemo(
  { db, organisationId: parentId, record }: Inside,
  demoId: string,
  { ask, going }: { ask: (additions: DemoAdditions) => void; going: () => void },
): boolean {
  const { orm, sqlite } = db
  return db.write(() => {
    const parent = and(eq(organisations.id, demoId), eq(organisations.parentId, parentId))
    const isOurs = orm.select({ id: organisations.id }).from(organisations).where(parent).get() !== undefined
    if (!isOurs || !isDemo(db, demoId)) return false
    ask(demoAdditions(db, demoId))
    const last = orm
      .select({ seq: auditEvents.seq, hash: auditEvents.hash })
      .from(auditEvents)
      .where(eq(auditEvents.chain, demoId))
      .orderBy(desc(auditEvents.seq))
      .limit(1)
      .get()
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
    going()
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
