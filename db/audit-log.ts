import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gte, isNotNull, lt, or } from 'drizzle-orm'
import type { Database } from './client.ts'
import { auditEvents, people } from './schema.ts'

/** Who did it, from where. `network` is the address cut to /24 or /48, never the whole one. */
export type AuditActor = {
  kind: 'person' | 'system' | 'visitor'
  id: string | null
  requestId?: string | null
  network?: string | null
}

/** `before` and `after` are hashes or safe words, never values of a person. */
export type AuditEntry = {
  action: string
  object: { kind: string; id: string | null }
  before?: string | null
  after?: string | null
}

export type AuditEvent = typeof auditEvents.$inferSelect

/** Chain of events that belong to no organisation, such as a sign-in with an unknown address. */
export const instanceChain = 'instance'

const start = '0'.repeat(64)

/** Says that a chain's beginning has ended by rule; `after` is the number and the hash of the last event that did. */
export const prunedAction = 'audit-log.pruned'

function hashOf(event: Omit<AuditEvent, 'hash'>): string {
  // The order of the fields is the canonical form; it must never change.
  const fields = [
    event.chain,
    event.seq,
    event.at,
    event.actorKind,
    event.actorId,
    event.action,
    event.objectKind,
    event.objectId,
    event.before,
    event.after,
    event.requestId,
    event.network,
  ]
  return createHash('sha256').update(event.previousHash).update(JSON.stringify(fields)).digest('hex')
}

/** Adds one event to a chain. Call it inside the transaction of the change it tells of; outside one it refuses. */
export function appendAudit(db: Database, chain: string, at: Date, actor: AuditActor, entry: AuditEntry): void {
  if (!db.sqlite.inTransaction) throw new Error('An audit event is written in the transaction of its change.')
  const last = db.orm
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(desc(auditEvents.seq))
    .limit(1)
    .get()
  const event = {
    chain,
    seq: (last?.seq ?? 0) + 1,
    at: at.toISOString(),
    actorKind: actor.kind,
    actorId: actor.id,
    action: entry.action,
    objectKind: entry.object.kind,
    objectId: entry.object.id,
    before: entry.before ?? null,
    after: entry.after ?? null,
    requestId: actor.requestId ?? null,
    network: actor.network ?? null,
    previousHash: last?.hash ?? start,
  }
  db.orm
    .insert(auditEvents)
    .values({ ...event, hash: hashOf(event) })
    .run()
}

/** `before` is a sequence number to page on; `from` and `until` are UTC ISO text, the second not included. */
export type AuditPage = {
  before?: number | undefined
  limit: number
  actor?: string | undefined
  action?: string | undefined
  object?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

/** Newest first. */
export function readAudit(db: Database, chain: string, page: AuditPage): Array<AuditEvent> {
  const { before, actor, action, object, from, until } = page
  const wanted = [
    eq(auditEvents.chain, chain),
    before === undefined ? undefined : lt(auditEvents.seq, before),
    actor === undefined ? undefined : eq(auditEvents.actorId, actor),
    action === undefined ? undefined : eq(auditEvents.action, action),
    object === undefined ? undefined : or(eq(auditEvents.objectId, object), eq(auditEvents.objectKind, object)),
    from === undefined ? undefined : gte(auditEvents.at, from),
    until === undefined ? undefined : lt(auditEvents.at, until),
  ]
  return db.orm
    .select()
    .from(auditEvents)
    .where(and(...wanted))
    .orderBy(desc(auditEvents.seq))
    .limit(page.limit)
    .all()
}

/** What a chain can be filtered by, and the names of everybody who acted in it or was acted upon. */
export function auditChoices(
  db: Database,
  chain: string,
): { actions: Array<string>; objects: Array<string>; actors: Array<string>; names: Map<string, string> } {
  const where = eq(auditEvents.chain, chain)
  const { orm } = db
  const actions = orm.selectDistinct({ word: auditEvents.action }).from(auditEvents).where(where).all()
  const objects = orm.selectDistinct({ word: auditEvents.objectKind }).from(auditEvents).where(where).all()
  const acting = and(where, isNotNull(auditEvents.actorId))
  const actors = orm.selectDistinct({ id: auditEvents.actorId }).from(auditEvents).where(acting).all()
  const meant = or(eq(people.id, auditEvents.actorId), eq(people.id, auditEvents.objectId))
  const named = orm
    .selectDistinct({ id: people.id, name: people.name })
    .from(auditEvents)
    .innerJoin(people, meant)
    .where(where)
    .all()
  return {
    actions: actions.map(({ word }) => word).sort(),
    objects: objects.map(({ word }) => word).sort(),
    actors: actors.flatMap(({ id }) => (id === null ? [] : [id])),
    names: new Map(named.map(({ id, name }) => [id, name])),
  }
}

/** Sequence number of the first event whose hash or link does not hold; null when the whole chain does. */
export function firstBrokenLink(db: Pick<Database, 'orm'>, chain: string): number | null {
  let previous = start
  let seq = 0
  const events = db.orm
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(asc(auditEvents.seq))
    .all()
  const [first] = events
  // The beginning of a chain may have ended by rule; an event further on then names the last of what ended.
  const pruned = ({ action, after }: AuditEvent) =>
    action === prunedAction && after === `${first!.seq - 1} ${first!.previousHash}`
  if (first !== undefined && first.seq > 1 && events.some(pruned)) {
    seq = first.seq - 1
    previous = first.previousHash
  }
  for (const event of events) {
    seq += 1
    if (event.seq !== seq || event.previousHash !== previous || event.hash !== hashOf(event)) return event.seq
    previous = event.hash
  }
  return null
}

/** All chains: one per organisation, and the instance's. */
export function auditChains(db: Database): Array<string> {
  return db.orm
    .selectDistinct({ chain: auditEvents.chain })
    .from(auditEvents)
    .all()
    .map(({ chain }) => chain)
}
