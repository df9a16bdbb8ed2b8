import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import type { Database } from './client.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { entryLinks, letters, mailSettings, organisations } from './schema.ts'
import type { Seal } from './seal.ts'

export type LetterBody = { to: string; subject: string; text: string }
export type LetterKind = (typeof letters.$inferSelect)['kind']
export type LetterState = (typeof letters.$inferSelect)['state']
export type Letter = LetterBody & {
  id: string
  kind: LetterKind
  state: LetterState
  problem: string | null
  createdAt: Date
  sentAt: Date | null
}
/** "tls" speaks TLS from the start, "starttls" insists on it before anything is said, "none" is for this machine. */
export type MailServer = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
  password: string
  from: string
}
export type NewLetter = { kind: LetterKind; linkId: string | null; about: string | null; body: LetterBody }
export type DueLetter = { id: string; organisationId: string; attempt: number; body: LetterBody; server: MailServer }

export type LetterStore = ReturnType<typeof letterStore>
export type PostStore = ReturnType<typeof postStore>

const bodyPlace = (organisationId: string, id: string) => `mail:${organisationId}:${id}`
const serverPlace = (organisationId: string) => `mail-server:${organisationId}`
const most = 200

function serverOf(db: Database, organisationId: string, seal: Seal): MailServer | null {
  const row = db.orm.select().from(mailSettings).where(eq(mailSettings.organisationId, organisationId)).get()
  return row === undefined ? null : (seal.open(row.server, serverPlace(organisationId)) as MailServer)
}

/** The mail of one organisation: its server, and what was sent, waits or is to be handed over. */
export function letterStore({ db, organisationId, seal, now, record }: Inside) {
  const { orm } = db
  return {
    server: () => serverOf(db, organisationId, seal),

    saveServer(server: MailServer): void {
      const sealed = seal.json(server, serverPlace(organisationId))
      const set = { server: sealed, updatedAt: now() }
      db.write(() => {
        orm
          .insert(mailSettings)
          .values({ organisationId, ...set })
          .onConflictDoUpdate({ target: mailSettings.organisationId, set })
          .run()
        record({ action: 'mail-server.changed', object: { kind: 'mail-server', id: null }, after: server.security })
      })
    },

    removeServer(): void {
      db.write(() => {
        orm.delete(mailSettings).where(eq(mailSettings.organisationId, organisationId)).run()
        const waiting = and(eq(letters.organisationId, organisationId), eq(letters.state, 'waiting'))
        orm.update(letters).set({ state: 'kept' }).where(waiting).run()
        record({ action: 'mail-server.removed', object: { kind: 'mail-server', id: null } })
      })
    },

    /** Waits to be sent where there is a server, else to be handed over. null: this was told before. */
    add({ kind, linkId, about, body }: NewLetter): string | null {
      const id = newId('let')
      return db.write(() => {
        const state = serverOf(db, organisationId, seal) === null ? ('kept' as const) : ('waiting' as const)
        const at = now()
        const made = orm
          .insert(letters)
          .values({
            id,
            organisationId,
            kind,
            linkId,
            about,
            body: seal.json(body, bodyPlace(organisationId, id)),
            state,
            dueAt: at,
            createdAt: at,
          })
          .onConflictDoNothing()
          .run()
        if (made.changes === 0) return null
        record({ action: 'letter.written', object: { kind: 'letter', id }, after: `${kind} ${state}` })
        return id
      })
    },

    list: (): Array<Letter> =>
      orm
        .select()
        .from(letters)
        .where(eq(letters.organisationId, organisationId))
        .orderBy(desc(letters.createdAt), desc(sql`rowid`))
        .limit(most)
        .all()
        .map(({ id, kind, state, problem, createdAt, sentAt, body }) => ({
          ...(seal.open(body, bodyPlace(organisationId, id)) as LetterBody),
          id,
          kind,
          state,
          problem,
          createdAt,
          sentAt,
        })),

    /** Tries once more what failed or was kept. false: there is no such letter, or it is on its way already. */
    sendAgain(id: string): boolean {
      return db.write(() => {
        const [row] = orm
          .select({ state: letters.state })
          .from(letters)
          .where(and(eq(letters.organisationId, organisationId), eq(letters.id, id)))
          .all()
        if (row === undefined || row.state === 'sent' || row.state === 'waiting') return false
        const set = { state: 'waiting' as const, attempt: 0, problem: null, dueAt: now() }
        orm.update(letters).set(set).where(eq(letters.id, id)).run()
        record({ action: 'letter.sent-again', object: { kind: 'letter', id }, before: row.state })
        return true
      })
    },
  }
}

/** The post's side of the letters, over all organisations. */
export function postStore(db: Database) {
  const { orm } = db
  return {
    organisations: () =>
      orm
        .select({ id: organisations.id })
        .from(organisations)
        .all()
        .map(({ id }) => id),

    /** The next letter due. Its attempt counts before it is made, so that a kill cannot make tries without end. */
    take(at: Date, nextDue: (attempt: number) => Date): DueLetter | null {
      return db.write(() => {
        for (;;) {
          const row = orm
            .select()
            .from(letters)
            .where(and(eq(letters.state, 'waiting'), lte(letters.dueAt, at)))
            .orderBy(asc(letters.dueAt))
            .limit(1)
            .get()
          if (row === undefined) return null
          const { id, organisationId, linkId } = row
          const link =
            linkId === null ? undefined : orm.select().from(entryLinks).where(eq(entryLinks.id, linkId)).get()
          const closed = link !== undefined && (link.endedAt !== null || link.expiresAt <= at.toISOString())
          const seal = db.keyring.of(organisationId)
          const server = serverOf(db, organisationId, seal)
          if (closed || server === null) {
            const set = closed ? { state: 'failed' as const, problem: 'link-closed' } : { state: 'kept' as const }
            orm.update(letters).set(set).where(eq(letters.id, id)).run()
            continue
          }
          const attempt = row.attempt + 1
          orm
            .update(letters)
            .set({ attempt, dueAt: nextDue(attempt) })
            .where(eq(letters.id, id))
            .run()
          const body = seal.open(row.body, bodyPlace(organisationId, id)) as LetterBody
          return { id, organisationId, attempt, body, server }
        }
      })
    },

    sent: (id: string, at: Date) =>
      orm.update(letters).set({ state: 'sent', sentAt: at, problem: null }).where(eq(letters.id, id)).run(),

    /** `final`: no further try follows. `problem` is a word, never what the server said. */
    failed: (id: string, problem: string, final: boolean) =>
      orm
        .update(letters)
        .set({ problem, ...(final ? { state: 'failed' as const } : {}) })
        .where(eq(letters.id, id))
        .run(),
  }
}
