import { createHash, randomBytes } from 'node:crypto'
import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm'
import { appendAudit } from './audit-log.ts'
import type { Database } from './client.ts'
import { newId } from './ids.ts'
import { accounts, memberships, organisations, people, type Role, setUpLinks } from './schema.ts'

const setUpLinkMs = 3_600_000

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export type Membership = {
  organisationId: string
  organisation: string
  role: Role
  /** The consultancy it is a client of. */
  parentId: string | null
  timeZone: string | null
}

export type NewOwner = {
  organisation: string
  name: string
  /** Lower case. */
  email: string
  passwordHash: string
}

/** People and their first way in. Sessions and passwords are otherwise better-auth's. */
export function peopleStore(db: Database) {
  const { orm } = db
  const someoneOwns = () =>
    (orm.select({ n: count() }).from(memberships).where(eq(memberships.role, 'owner')).get()?.n ?? 0) > 0

  const openLink = (token: string, at: Date) =>
    and(eq(setUpLinks.tokenHash, hashOf(token)), isNull(setUpLinks.usedAt), gt(setUpLinks.expiresAt, at))

  return {
    someoneOwns,

    /** A new link while nobody owns this installation; older links stop working. null once there is an owner. */
    issueSetUpLink(at: Date): { token: string; expiresAt: Date } | null {
      return db.write(() => {
        if (someoneOwns()) return null
        const token = randomBytes(32).toString('base64url')
        const expiresAt = new Date(at.getTime() + setUpLinkMs)
        orm.delete(setUpLinks).where(isNull(setUpLinks.usedAt)).run()
        orm
          .insert(setUpLinks)
          .values({ tokenHash: hashOf(token), createdAt: at, expiresAt })
          .run()
        appendAudit(
          db,
          'instance',
          at,
          { kind: 'system', id: null },
          {
            action: 'set-up-link.issued',
            object: { kind: 'set-up-link', id: null },
          },
        )
        return { token, expiresAt }
      })
    },

    setUpLinkIsOpen: (token: string, at: Date) =>
      !someoneOwns() && orm.select().from(setUpLinks).where(openLink(token, at)).get() !== undefined,

    /** Organisation, its key, the person, the password and the used link in one write. null: the link is not open. */
    createOwner(token: string, owner: NewOwner, at: Date): { personId: string; organisationId: string } | null {
      return db.write(() => {
        if (someoneOwns()) return null
        const used = orm.update(setUpLinks).set({ usedAt: at }).where(openLink(token, at)).run()
        if (used.changes !== 1) return null
        const personId = newId('per')
        const organisationId = newId('org')
        const stamps = { createdAt: at, updatedAt: at }
        orm
          .insert(people)
          .values({ id: personId, name: owner.name, email: owner.email, emailVerified: true, ...stamps })
          .run()
        orm
          .insert(accounts)
          .values({
            id: newId('acc'),
            accountId: personId,
            providerId: 'credential',
            userId: personId,
            password: owner.passwordHash,
            ...stamps,
          })
          .run()
        orm
          .insert(organisations)
          .values({ id: organisationId, name: owner.organisation, slug: organisationId, createdAt: at })
          .run()
        db.keyring.create(organisationId, at)
        orm
          .insert(memberships)
          .values({
            id: newId('mem'),
            organizationId: organisationId,
            userId: personId,
            role: 'owner',
            createdAt: at,
          })
          .run()
        appendAudit(
          db,
          organisationId,
          at,
          { kind: 'person', id: personId },
          {
            action: 'organisation.created',
            object: { kind: 'organisation', id: organisationId },
            after: 'owner',
          },
        )
        return { personId, organisationId }
      })
    },

    /** Memberships of a person, oldest first, with the role as it stands in the database now. */
    memberships(personId: string): Array<Membership> {
      return orm
        .select({
          organisationId: organisations.id,
          organisation: organisations.name,
          role: memberships.role,
          parentId: organisations.parentId,
          timeZone: organisations.timeZone,
        })
        .from(memberships)
        .innerJoin(organisations, eq(organisations.id, memberships.organizationId))
        .where(eq(memberships.userId, personId))
        .orderBy(asc(memberships.createdAt), asc(sql`${memberships}.rowid`))
        .all()
    },

    idOf: (email: string) =>
      orm.select({ id: people.id }).from(people).where(eq(people.email, email)).get()?.id ?? null,
  }
}

export type PeopleStore = ReturnType<typeof peopleStore>
