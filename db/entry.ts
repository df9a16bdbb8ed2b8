import { createHash } from 'node:crypto'
import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { appendAudit } from './audit-log.ts'
import type { Database } from './client.ts'
import { newId } from './ids.ts'
import { letterPlace } from './members.ts'
import { accounts, entryLinks, memberships, organisations, people, type Role, sessions } from './schema.ts'

export type OpenLink = {
  id: string
  kind: 'invitation' | 'password'
  organisationId: string
  organisation: string
  personId: string | null
  role: Role | null
  email: string
}

export type SessionRow = { id: string; createdAt: Date; updatedAt: Date; userAgent: string | null }

export type EntryStore = ReturnType<typeof entryStore>

/** Ways in that belong to a person and not yet, or not only, to an organisation: links, passwords, sessions. */
export function entryStore(db: Database) {
  const { orm } = db

  function open(token: string, kind: OpenLink['kind'], at: Date): OpenLink | null {
    const tokenHash = createHash('sha256').update(token).digest('hex')
    const row = orm
      .select({ link: entryLinks, organisation: organisations.name })
      .from(entryLinks)
      .innerJoin(organisations, eq(organisations.id, entryLinks.organisationId))
      .where(
        and(
          eq(entryLinks.tokenHash, tokenHash),
          eq(entryLinks.kind, kind),
          isNull(entryLinks.endedAt),
          gt(entryLinks.expiresAt, at.toISOString()),
        ),
      )
      .get()
    if (row === undefined) return null
    const { id, organisationId, personId, role, letter } = row.link
    const { email } = db.keyring.of(organisationId).open(letter, letterPlace(organisationId, id)) as { email: string }
    return { id, kind, organisationId, organisation: row.organisation, personId, role, email }
  }

  const use = (id: string, at: Date) =>
    orm.update(entryLinks).set({ endedAt: at.toISOString(), ended: 'used' }).where(eq(entryLinks.id, id)).run()

  function setPassword(personId: string, password: string, at: Date): void {
    const where = and(eq(accounts.userId, personId), eq(accounts.providerId, 'credential'))
    orm.update(accounts).set({ password, updatedAt: at }).where(where).run()
  }

  return {
    open,

    /** Person, password, membership and the used link in one write. "taken": the address signs in here already. */
    join(
      token: string,
      given: { name: string; passwordHash: string },
      at: Date,
    ): { personId: string } | 'closed' | 'taken' {
      return db.write(() => {
        const link = open(token, 'invitation', at)
        if (link === null || link.role === null) return 'closed'
        const stamps = { createdAt: at, updatedAt: at }
        const known = orm.select({ id: people.id }).from(people).where(eq(people.email, link.email)).get()
        // Somebody who was removed everywhere may come back; the password went with the last membership.
        if (known !== undefined && orm.select().from(accounts).where(eq(accounts.userId, known.id)).get())
          return 'taken'
        const personId = known?.id ?? newId('per')
        if (known === undefined) {
          orm
            .insert(people)
            .values({ id: personId, name: given.name, email: link.email, emailVerified: true, ...stamps })
            .run()
        } else orm.update(people).set({ name: given.name, updatedAt: at }).where(eq(people.id, personId)).run()
        orm
          .insert(accounts)
          .values({
            id: newId('acc'),
            accountId: personId,
            providerId: 'credential',
            userId: personId,
            password: given.passwordHash,
            ...stamps,
          })
          .run()
        orm
          .insert(memberships)
          .values({
            id: newId('mem'),
            organizationId: link.organisationId,
            userId: personId,
            role: link.role,
            createdAt: at,
          })
          .run()
        use(link.id, at)
        const actor = { kind: 'person', id: personId } as const
        const entry = { action: 'invitation.accepted', object: { kind: 'invitation', id: link.id }, after: link.role }
        appendAudit(db, link.organisationId, at, actor, entry)
        return { personId }
      })
    },

    /** The new password, the used link, and the end of every session in one write. null: the link is not open. */
    choosePassword(token: string, passwordHash: string, at: Date): { personId: string; email: string } | null {
      return db.write(() => {
        const link = open(token, 'password', at)
        if (link === null || link.personId === null) return null
        const { personId, email } = link
        setPassword(personId, passwordHash, at)
        orm.delete(sessions).where(eq(sessions.userId, personId)).run()
        use(link.id, at)
        const object = { kind: 'person', id: personId }
        appendAudit(db, link.organisationId, at, { kind: 'person', id: personId }, { action: 'password.reset', object })
        return { personId, email }
      })
    },

    passwordHash: (personId: string) =>
      orm
        .select({ password: accounts.password })
        .from(accounts)
        .where(and(eq(accounts.userId, personId), eq(accounts.providerId, 'credential')))
        .get()?.password ?? null,

    setPassword,

    sessions: (personId: string, at: Date): Array<SessionRow> =>
      orm
        .select({
          id: sessions.id,
          createdAt: sessions.createdAt,
          updatedAt: sessions.updatedAt,
          userAgent: sessions.userAgent,
        })
        .from(sessions)
        .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, at)))
        .orderBy(desc(sessions.updatedAt))
        .all(),

    /** Which of the person's organisations a browser works in from its next request on. */
    setOrganisation(personId: string, sessionId: string, organisationId: string): void {
      const where = and(eq(sessions.userId, personId), eq(sessions.id, sessionId))
      orm.update(sessions).set({ activeOrganizationId: organisationId }).where(where).run()
    },

    /** false: the person has no such session. */
    endSession: (personId: string, sessionId: string) =>
      orm
        .delete(sessions)
        .where(and(eq(sessions.userId, personId), eq(sessions.id, sessionId)))
        .run().changes > 0,

    /** All but the newest, which the caller has just made. */
    endOlderSessions(personId: string): number {
      const newest = orm
        .select({ id: sessions.id })
        .from(sessions)
        .where(eq(sessions.userId, personId))
        .orderBy(desc(sessions.createdAt), desc(sql`rowid`))
        .limit(1)
        .get()
      const older = and(eq(sessions.userId, personId), ne(sessions.id, newest?.id ?? ''))
      return orm.delete(sessions).where(older).run().changes
    },

    endOtherSessions: (personId: string, sessionId: string) =>
      orm
        .delete(sessions)
        .where(and(eq(sessions.userId, personId), ne(sessions.id, sessionId)))
        .run().changes,
  }
}
