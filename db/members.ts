import { createHash, randomBytes } from 'node:crypto'
import { and, asc, count, desc, eq, gt, isNull, max } from 'drizzle-orm'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { accounts, entryLinks, memberships, people, type Role, sessions } from './schema.ts'

export type Member = { personId: string; name: string; email: string; role: Role; since: Date; lastSeen: Date | null }

/** A link that was made for somebody. `path` opens it; `email` is where it should go. */
export type EntryLink = {
  id: string
  kind: 'invitation' | 'password'
  personId: string | null
  role: Role | null
  email: string
  path: string
  createdAt: string
  expiresAt: string
}

export type MemberStore = ReturnType<typeof memberStore>

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
export const letterPlace = (organisationId: string, id: string) => `letter:${organisationId}:${id}`

/** The people of one organisation and the links that let them in. */
export function memberStore({ db, organisationId, seal, actorId, now, record }: Inside) {
  const { orm } = db
  const mine = (personId: string) =>
    and(eq(memberships.organizationId, organisationId), eq(memberships.userId, personId))
  const openLinks = () =>
    and(
      eq(entryLinks.organisationId, organisationId),
      isNull(entryLinks.endedAt),
      gt(entryLinks.expiresAt, now().toISOString()),
    )

  function list(): Array<Member> {
    return orm
      .select({
        personId: people.id,
        name: people.name,
        email: people.email,
        role: memberships.role,
        since: memberships.createdAt,
        lastSeen: max(sessions.updatedAt),
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.userId))
      .leftJoin(sessions, eq(sessions.userId, people.id))
      .where(eq(memberships.organizationId, organisationId))
      .groupBy(memberships.id)
      .orderBy(asc(people.name), asc(people.id))
      .all()
  }

  const get = (personId: string) => list().find((member) => member.personId === personId) ?? null

  function addLink(link: Omit<EntryLink, 'id' | 'path' | 'createdAt'>, door: string): EntryLink {
    const id = newId('inv')
    const token = randomBytes(32).toString('base64url')
    const path = `${door}/${token}`
    const { email, ...row } = link
    const createdAt = now().toISOString()
    orm
      .insert(entryLinks)
      .values({
        id,
        organisationId,
        ...row,
        tokenHash: hashOf(token),
        letter: seal.json({ email, path }, letterPlace(organisationId, id)),
        createdAt,
        createdBy: actorId,
      })
      .run()
    return { id, ...link, path, createdAt }
  }

  function endLinks(where: ReturnType<typeof and>, ended: 'withdrawn' | 'replaced'): number {
    return orm.update(entryLinks).set({ endedAt: now().toISOString(), ended }).where(and(openLinks(), where)).run()
      .changes
  }

  return {
    list,
    get,

    owners: () =>
      orm
        .select({ n: count() })
        .from(memberships)
        .where(and(eq(memberships.organizationId, organisationId), eq(memberships.role, 'owner')))
        .get()?.n ?? 0,

    /** Links still open, the newest first. */
    openLinks(): Array<EntryLink> {
      const rows = orm.select().from(entryLinks).where(openLinks()).orderBy(desc(entryLinks.createdAt)).all()
      return rows.map(({ id, kind, personId, role, letter, createdAt, expiresAt }) => {
        const { email, path } = seal.open(letter, letterPlace(organisationId, id)) as { email: string; path: string }
        return { id, kind, personId, role, email, path, createdAt, expiresAt }
      })
    },

    invite(email: string, role: Role, expiresAt: Date): EntryLink {
      return db.write(() => {
        const link = { kind: 'invitation' as const, personId: null, role, email, expiresAt: expiresAt.toISOString() }
        const made = addLink(link, '/join')
        record({ action: 'invitation.made', object: { kind: 'invitation', id: made.id }, after: role })
        return made
      })
    },

    /** A newer link ends the ones before. */
    makePasswordLink({ personId, email }: Member, expiresAt: Date): EntryLink {
      return db.write(() => {
        endLinks(and(eq(entryLinks.kind, 'password'), eq(entryLinks.personId, personId)), 'replaced')
        const link = { kind: 'password' as const, personId, role: null, email, expiresAt: expiresAt.toISOString() }
        const made = addLink(link, '/new-password')
        record({ action: 'password-link.made', object: { kind: 'person', id: personId } })
        return made
      })
    },

    /** false: no open link of this organisation has this id. */
    withdraw(id: string): boolean {
      return db.write(() => {
        if (endLinks(eq(entryLinks.id, id), 'withdrawn') === 0) return false
        record({ action: 'link.withdrawn', object: { kind: 'invitation', id } })
        return true
      })
    },

    setRole(member: Member, role: Role): void {
      db.write(() => {
        orm.update(memberships).set({ role }).where(mine(member.personId)).run()
        record({
          action: 'role.changed',
          object: { kind: 'person', id: member.personId },
          before: member.role,
          after: role,
        })
      })
    },

    /** The membership goes, every session ends, and where no other organisation knows the person the password too. */
    remove({ personId, role }: Member): void {
      db.write(() => {
        orm.delete(memberships).where(mine(personId)).run()
        orm.delete(sessions).where(eq(sessions.userId, personId)).run()
        endLinks(eq(entryLinks.personId, personId), 'withdrawn')
        const elsewhere = orm.select().from(memberships).where(eq(memberships.userId, personId)).get()
        if (elsewhere === undefined) orm.delete(accounts).where(eq(accounts.userId, personId)).run()
        record({ action: 'person.removed', object: { kind: 'person', id: personId }, before: role })
      })
    },
  }
}
