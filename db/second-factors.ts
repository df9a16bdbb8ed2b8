import { and, asc, eq, lt, not, sql } from 'drizzle-orm'
import type { Database } from './client.ts'
import { demoSlug } from './organisation-removal.ts'
import { memberships, organisations, passkeys, people, scanRuns, sessions, twoFactors, usedCodes } from './schema.ts'

/** Longer than any code is accepted: three steps of 30 seconds. */
const usedCodeMs = 120_000

export type PasskeyRow = { id: string; name: string | null; createdAt: Date | null }
export type SecondFactorStore = ReturnType<typeof secondFactorStore>

/** What proves a person beside the password: the app's used codes, recovery codes, passkeys, and how they signed in. */
export function secondFactorStore(db: Database) {
  const { orm } = db

  /** The bundled logs a demo organisation begins with; whatever is handed in there after them is somebody's. */
  const madeUpLogs = sql`(${organisations.slug} like ${`${demoSlug}%`} and ${scanRuns}.rowid = (
    select min(first.rowid) from ${scanRuns} as first
    where first.organisation_id = ${scanRuns.organisationId} and first.scanner = 'opt-out'))`

  /** Some organisation of this person holds logs of messages and calls, and so patients' data. */
  const holdsLogs = (personId: string) =>
    orm
      .select({ id: scanRuns.id })
      .from(scanRuns)
      .innerJoin(memberships, eq(memberships.organizationId, scanRuns.organisationId))
      .innerJoin(organisations, eq(organisations.id, scanRuns.organisationId))
      .where(and(eq(memberships.userId, personId), eq(scanRuns.scanner, 'opt-out'), not(madeUpLogs)))
      .limit(1)
      .get() !== undefined

  return {
    holdsLogs,

    /** false: this code let the person in before. One statement, so that two at one time cannot both win. */
    claimCode(personId: string, codeHash: string, at: Date): boolean {
      return db.write(() => {
        orm
          .delete(usedCodes)
          .where(lt(usedCodes.usedAt, new Date(at.getTime() - usedCodeMs)))
          .run()
        return (
          orm.insert(usedCodes).values({ personId, codeHash, usedAt: at }).onConflictDoNothing().run().changes === 1
        )
      })
    },

    standing(personId: string): { on: boolean; signIns: number } {
      const row = orm
        .select({ on: people.twoFactorEnabled, signIns: people.signIns })
        .from(people)
        .where(eq(people.id, personId))
        .get()
      return row ?? { on: false, signIns: 0 }
    },

    countSignIn(personId: string): void {
      orm
        .update(people)
        .set({ signIns: sql`${people.signIns} + 1` })
        .where(eq(people.id, personId))
        .run()
    },

    /** Recovery codes not used yet. */
    codesLeft(personId: string): number {
      const kept = orm
        .select({ codes: twoFactors.backupCodes })
        .from(twoFactors)
        .where(and(eq(twoFactors.userId, personId), eq(twoFactors.verified, true)))
        .get()?.codes
      return kept === undefined ? 0 : (JSON.parse(kept) as Array<string>).length
    },

    /** App, codes and passkeys go; the next sign-in asks for a new app. */
    forget(personId: string): void {
      db.write(() => {
        orm.delete(twoFactors).where(eq(twoFactors.userId, personId)).run()
        orm.delete(passkeys).where(eq(passkeys.userId, personId)).run()
        orm.update(people).set({ twoFactorEnabled: false }).where(eq(people.id, personId)).run()
        orm.delete(sessions).where(eq(sessions.userId, personId)).run()
      })
    },

    passkeys: (personId: string): Array<PasskeyRow> =>
      orm
        .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
        .from(passkeys)
        .where(eq(passkeys.userId, personId))
        .orderBy(asc(passkeys.createdAt))
        .all(),

    /** false: the person has no such passkey. */
    removePasskey: (personId: string, id: string) =>
      orm
        .delete(passkeys)
        .where(and(eq(passkeys.userId, personId), eq(passkeys.id, id)))
        .run().changes > 0,

    /** When a session was last used, without using it. */
    lastUse: (token: string) =>
      orm
        .select({ personId: sessions.userId, at: sessions.updatedAt })
        .from(sessions)
        .where(eq(sessions.token, token))
        .get() ?? null,

    endByToken: (token: string) => orm.delete(sessions).where(eq(sessions.token, token)).run().changes,

    /** The person proved again who they are: the session counts from now on. */
    renew: (sessionId: string, at: Date) =>
      orm.update(sessions).set({ createdAt: at }).where(eq(sessions.id, sessionId)).run().changes,
  }
}
