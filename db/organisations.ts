import { and, asc, eq } from 'drizzle-orm'
import { appendAudit } from './audit-log.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { demoSlug, removeDemo } from './organisation-removal.ts'
import { memberships, organisations, people, type Role } from './schema.ts'

export type OrganisationSettings = { name: string; timeZone: string | null; version: string }

export type ClientOrganisation = { id: string; name: string; since: Date }

export type OrganisationStore = ReturnType<typeof organisationStore>

/** An organisation's own name and zone, and the client organisations under it. */
export function organisationStore(inside: Inside) {
  const { db, organisationId, seal, actorId, now, record } = inside
  const { orm } = db
  const own = eq(organisations.id, organisationId)
  const versionOf = (name: string, timeZone: string | null) => seal.hash(`${name}\n${timeZone ?? ''}`).slice(0, 16)

  function settings(): OrganisationSettings {
    const row = orm.select().from(organisations).where(own).get()
    if (row === undefined) throw new Error('There is no such organisation.')
    return { name: row.name, timeZone: row.timeZone, version: versionOf(row.name, row.timeZone) }
  }

  function isClient(id: string): boolean {
    const where = and(eq(organisations.id, id), eq(organisations.parentId, organisationId))
    return orm.select({ id: organisations.id }).from(organisations).where(where).get() !== undefined
  }

  return {
    settings,

    change(name: string, timeZone: string): void {
      db.write(() => {
        const before = settings()
        orm.update(organisations).set({ name, timeZone }).where(own).run()
        record({
          action: 'organisation.changed',
          object: { kind: 'organisation', id: organisationId },
          before: before.version,
          after: versionOf(name, timeZone),
        })
      })
    },

    clients(): Array<ClientOrganisation> {
      return orm
        .select({ id: organisations.id, name: organisations.name, since: organisations.createdAt })
        .from(organisations)
        .where(eq(organisations.parentId, organisationId))
        .orderBy(asc(organisations.name), asc(organisations.id))
        .all()
    },

    isClient,

    /** Whether this organisation is a client of another one. */
    hasParent: (): boolean =>
      orm.select({ of: organisations.parentId }).from(organisations).where(own).get()?.of != null,

    /** false: not a demo among this organisation's clients. */
    removeDemo: (demoId: string, asked: Parameters<typeof removeDemo>[2]): boolean => removeDemo(inside, demoId, asked),

    /** The client, its data key and the maker's membership as its owner, in one write. An event in both logs. */
    addClient(name: string, timeZone: string | null, demo = false): string {
      return db.write(() => {
        const id = newId('org')
        const at = now()
        const row = {
          id,
          name,
          slug: demo ? `${demoSlug}${id}` : id,
          parentId: organisationId,
          timeZone,
          createdAt: at,
        }
        orm.insert(organisations).values(row).run()
        db.keyring.create(id, at)
        orm
          .insert(memberships)
          .values({ id: newId('mem'), organizationId: id, userId: actorId, role: 'owner', createdAt: at })
          .run()
        record({ action: 'client.added', object: { kind: 'organisation', id } })
        const actor = { kind: 'person', id: actorId } as const
        const entry = { action: 'organisation.created', object: { kind: 'organisation', id }, after: 'owner' }
        appendAudit(db, id, at, actor, entry)
        return id
      })
    },

    /** Lets one of this organisation's people into a client. false: not a client, not one of ours, or there already. */
    addToClient(clientId: string, personId: string, role: Role): boolean {
      return db.write(() => {
        const mine = (organizationId: string) =>
          orm
            .select({ id: people.id })
            .from(memberships)
            .innerJoin(people, eq(people.id, memberships.userId))
            .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, personId)))
            .get() !== undefined
        if (!isClient(clientId) || !mine(organisationId) || mine(clientId)) return false
        const at = now()
        orm
          .insert(memberships)
          .values({ id: newId('mem'), organizationId: clientId, userId: personId, role, createdAt: at })
          .run()
        const actor = { kind: 'person', id: actorId } as const
        appendAudit(db, clientId, at, actor, {
          action: 'person.added',
          object: { kind: 'person', id: personId },
          after: role,
        })
        return true
      })
    },
  }
}
