import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, gte, inArray, lt, max, or } from 'drizzle-orm'
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

export type AuditChoices = { actions: Array<string>; objects: Array<string>; actors: Array<string> }

type Seen = { to: number; actions: Set<string>; objects: Set<string>; actors: Set<string> }

/** By database and chain. Events are only added, so what was seen once stays true and newer ones are read alone. */
const seenChoices = new WeakMap<Database['orm'], Map<string, Seen>>()

/** What a chain can be filtered by. */
export function auditChoices({ orm }: Database, chain: string): AuditChoices {
  const chains = seenChoices.get(orm) ?? new Map<string, Seen>()
  seenChoices.set(orm, chains)
  const seen = chains.get(chain) ?? { to: 0, actions: new Set(), objects: new Set(), actors: new Set() }
  chains.set(chain, seen)
  const newer = orm
    .select({
      action: auditEvents.action,
      object: auditEvents.objectKind,
      actor: auditEvents.actorId,
      to: max(auditEvents.seq),
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.chain, chain), gt(auditEvents.seq, seen.to)))
    .groupBy(auditEvents.action, auditEvents.objectKind, auditEvents.actorId)
    .all()
  for (const { action, object, actor, to } of newer) {
    seen.actions.add(action)
    seen.objects.add(object)
    if (actor !== null) seen.actors.add(actor)
    seen.to = Math.max(seen.to, to ?? 0)
  }
  return { actions: [...seen.actions].sort(), objects: [...seen.objects].sort(), actors: [...seen.actors] }
}

/** Names of the people among these ids, which come from events of one's own chain. */
export function namesIn({ orm }: Database, ids: ReadonlyArray<string>): Map<string, string> {
  const some = [...new Set(ids)].filter((id) => id.startsWith('per_'))
  const named: Array<[string, string]> = []
  for (let from = 0; from < some.length; from += 500) {
    const wanted = inArray(people.id, some.slice(from, from + 500))
    for (const { id, name } of orm.select({ id: people.id, name: people.name }).from(people).where(wanted).all()) {
      named.push([id, name])
    }
  }
  return new Map(named)
}

/** An event up to which, itself included, every event of its chain was found to fit. */
export type ChainPoint = { seq: number; hash: string }

/** Before the first event; where the beginning of a chain has ended by rule, the last event that did. */
export function chainStart(db: Pick<Database, 'orm'>, chain: string): ChainPoint {
  const here = eq(auditEvents.chain, chain)
  const first = db.orm.select().from(auditEvents).where(here).orderBy(asc(auditEvents.seq)).limit(1).get()
  if (first === undefined || first.seq <= 1) return { seq: 0, hash: start }
  // An event further on names the last of what ended; whether that event itself fits is found when it is reached.
  const { seq, previousHash: hash } = first
  const says = and(here, eq(auditEvents.action, prunedAction), eq(auditEvents.after, `${seq - 1} ${hash}`))
  const pruned = db.orm.select({ seq: auditEvents.seq }).from(auditEvents).where(says).limit(1).get()
  return pruned === undefined ? { seq: 0, hash: start } : { seq: seq - 1, hash }
}

/** Checks the next events of a chain, at most `most`. `ended`: there are no more. */
export function checkLinks(
  db: Pick<Database, 'orm'>,
  chain: string,
  from: ChainPoint,
  most: number,
): { brokenAt: number | null; to: ChainPoint; ended: boolean } {
  let to = from
  const next = and(eq(auditEvents.chain, chain), gt(auditEvents.seq, from.seq))
  const events = db.orm.select().from(auditEvents).where(next).orderBy(asc(auditEvents.seq)).limit(most).all()
  for (const event of events) {
    if (event.seq !== to.seq + 1 || event.previousHash !== to.hash || event.hash !== hashOf(event)) {
      return { brokenAt: event.seq, to, ended: true }
    }
    to = { seq: event.seq, hash: event.hash }
  }
  return { brokenAt: null, to, ended: events.length < most }
}

/** The event at a point as it stands there now; false when it is gone or says something else. */
export function stillStands(db: Pick<Database, 'orm'>, chain: string, { seq, hash }: ChainPoint): boolean {
  const at = and(eq(auditEvents.chain, chain), eq(auditEvents.seq, seq))
  const event = db.orm.select().from(auditEvents).where(at).get()
  return event !== undefined && event.hash === hash && hashOf(event) === hash
}

/** The newest event, of those handed in, that does not fit by itself or to its neighbour; newest first. */
export function firstUnfitting(events: ReadonlyArray<AuditEvent>): number | null {
  const at = events.findIndex((event, place) => {
    const older = events[place + 1]
    const isNeighbour = older !== undefined && older.seq === event.seq - 1
    return event.hash !== hashOf(event) || (isNeighbour && event.previousHash !== older.hash)
  })
  return events[at]?.seq ?? null
}

const sliceOfEvents = 5_000

/** Sequence number of the first event whose hash or link does not hold; null when the whole chain does. */
export function firstBrokenLink(db: Pick<Database, 'orm'>, chain: string): number | null {
  let point = chainStart(db, chain)
  for (;;) {
    const { brokenAt, to, ended } = checkLinks(db, chain, point, sliceOfEvents)
    if (brokenAt !== null || ended) return brokenAt
    point = to
  }
}

/** All chains: one per organisation, and the instance's. */
export function auditChains(db: Database): Array<string> {
  return db.orm
    .selectDistinct({ chain: auditEvents.chain })
    .from(auditEvents)
    .all()
    .map(({ chain }) => chain)
}
