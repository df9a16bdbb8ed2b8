import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from './client.ts'
import { signInLimits } from './schema.ts'

/** A window and lock of 15 minutes. 5 tries an account; more for an address, which many people may share. */
const windowMs = 900_000
export const maxFailures = { account: 5, network: 50 } as const

export type LimitKey = { kind: keyof typeof maxFailures; key: string }

/** Counts failed sign-ins in the database, so that a restart forgives nothing. Keys are hashes, never addresses. */
export function signInLimitStore(db: Database) {
  const { orm } = db
  const row = (key: string) => orm.select().from(signInLimits).where(eq(signInLimits.key, key)).get()

  return {
    /** When the latest of these locks ends; null when none holds. */
    lockedUntil(keys: ReadonlyArray<LimitKey>, at: Date): Date | null {
      const locks = orm
        .select({ lockedUntil: signInLimits.lockedUntil })
        .from(signInLimits)
        .where(
          inArray(
            signInLimits.key,
            keys.map(({ key }) => key),
          ),
        )
        .all()
        .flatMap(({ lockedUntil }) => (lockedUntil !== null && lockedUntil > at ? [lockedUntil] : []))
      return locks.length === 0 ? null : new Date(Math.max(...locks.map((lock) => lock.getTime())))
    },

    /** Counts one try before the password is looked at, so that tries at one time cannot slip past. */
    count(keys: ReadonlyArray<LimitKey>, at: Date): void {
      db.write(() => {
        for (const { kind, key } of keys) {
          const known = row(key)
          const fresh = known === undefined || at.getTime() - known.windowStartedAt.getTime() >= windowMs
          const failures = fresh ? 1 : known.failures + 1
          const windowStartedAt = fresh ? at : known.windowStartedAt
          const lockedUntil = failures >= maxFailures[kind] ? new Date(at.getTime() + windowMs) : null
          orm
            .insert(signInLimits)
            .values({ key, failures, windowStartedAt, lockedUntil })
            .onConflictDoUpdate({ target: signInLimits.key, set: { failures, windowStartedAt, lockedUntil } })
            .run()
        }
      })
    },

    /** The try was a success: the account starts anew, and a shared address gets its try back. */
    forgive(keys: ReadonlyArray<LimitKey>): void {
      db.write(() => {
        for (const { kind, key } of keys) {
          if (kind === 'account') orm.delete(signInLimits).where(eq(signInLimits.key, key)).run()
          else
            orm
              .update(signInLimits)
              .set({ failures: sql`MAX(${signInLimits.failures} - 1, 0)`, lockedUntil: null })
              .where(eq(signInLimits.key, key))
              .run()
        }
      })
    },
  }
}

export type SignInLimits = ReturnType<typeof signInLimitStore>
