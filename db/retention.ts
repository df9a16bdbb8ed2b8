import { and, asc, eq, isNull } from 'drizzle-orm'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { findDue } from './retention-due.ts'
import { ending } from './retention-ending.ts'
import { legalHolds, retentionRules } from './schema.ts'

/**
 * What a rule can be about. `removed`: whole records that were put into the trash; `logs`: events and opt-out logs;
 * `letters`: notices too.
 */
export const retentionKinds = ['agreements', 'decisions', 'logs', 'removed', 'scans', 'letters'] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** Years by kind; null = kept. */
export type RetentionRules = Record<RetentionKind, number | null>

export type LegalHold = {
  id: string
  subjectId: string | null
  reason: string
  placedAt: Date
  placedBy: string
}

/** A record whose years are over. `held`: a legal hold keeps it all the same. */
export type DueRecord = {
  kind: RetentionKind
  what: 'agreement' | 'assessment' | 'run' | 'letter' | 'notice' | 'subject' | 'audit-log'
  id: string
  subjectId: string | null
  /** When it was last in effect, UTC ISO text. */
  since: string
  held: boolean
}

const none: RetentionRules = {
  agreements: null,
  decisions: null,
  logs: null,
  removed: null,
  scans: null,
  letters: null,
}

export type RetentionStore = ReturnType<typeof retentionStore>

/** How long one organisation keeps what, what is held, and the ending of what is over. */
export function retentionStore(inside: Inside) {
  const { db, organisationId, seal, actorId, now, record } = inside
  const { orm } = db
  const place = (id: string) => `hold:${organisationId}:${id}`
  const own = eq(retentionRules.organisationId, organisationId)

  function rules(): { rules: RetentionRules; version: number; appliedAt: Date | null } {
    const row = orm.select().from(retentionRules).where(own).get()
    if (row === undefined) return { rules: none, version: 0, appliedAt: null }
    const { organisationId: _, version, appliedAt, ...years } = row
    return { rules: years, version, appliedAt }
  }

  function holds(): Array<LegalHold> {
    return orm
      .select()
      .from(legalHolds)
      .where(and(eq(legalHolds.organisationId, organisationId), isNull(legalHolds.liftedAt)))
      .orderBy(asc(legalHolds.placedAt))
      .all()
      .map(({ id, subjectId, reason, placedAt, placedBy }) => ({
        id,
        subjectId,
        reason: seal.open(reason, place(id)) as string,
        placedAt,
        placedBy,
      }))
  }

  function due(): Array<DueRecord> {
    const standing = holds()
    const everything = standing.some(({ subjectId }) => subjectId === null)
    const subjects = new Set(standing.map(({ subjectId }) => subjectId))
    return findDue(inside, rules().rules, now()).map((one) => ({
      ...one,
      // Events name every subject, so any hold keeps the whole log.
      held: one.what === 'audit-log' ? standing.length > 0 : everything || subjects.has(one.subjectId),
    }))
  }

  return {
    rules,
    holds,
    due,

    save(next: RetentionRules): void {
      db.write(() => {
        const { rules: before, version } = rules()
        const set = { ...next, version: version + 1 }
        orm
          .insert(retentionRules)
          .values({ organisationId, ...set })
          .onConflictDoUpdate({ target: retentionRules.organisationId, set })
          .run()
        const words = (one: RetentionRules) => retentionKinds.map((kind) => `${kind} ${one[kind] ?? 'kept'}`).join(', ')
        const object = { kind: 'retention-rules', id: null }
        record({ action: 'retention-rules.changed', object, before: words(before), after: words(next) })
      })
    },

    hold(subjectId: string | null, reason: string): string {
      const id = newId('hol')
      return db.write(() => {
        const sealed = seal.json(reason, place(id))
        orm
          .insert(legalHolds)
          .values({ id, organisationId, subjectId, reason: sealed, placedAt: now(), placedBy: actorId })
          .run()
        const object = { kind: 'legal-hold', id }
        record({ action: 'legal-hold.placed', object, after: subjectId ?? 'organisation' })
        return id
      })
    },

    /** false: there is no such hold, or it was lifted before. */
    lift(id: string): boolean {
      return db.write(() => {
        const where = and(
          eq(legalHolds.organisationId, organisationId),
          eq(legalHolds.id, id),
          isNull(legalHolds.liftedAt),
        )
        const { changes } = orm.update(legalHolds).set({ liftedAt: now() }).where(where).run()
        if (changes === 1) record({ action: 'legal-hold.lifted', object: { kind: 'legal-hold', id } })
        return changes === 1
      })
    },

    /** Ends what is over and not held, at most `most` records. Returns how many, by kind. */
    end(most: number): Partial<Record<RetentionKind, number>> {
      return db.write(() => {
        const ended: Partial<Record<RetentionKind, number>> = {}
        let told = 0
        const end = ending(inside)
        for (const one of due()
          .filter(({ held }) => !held)
          .slice(0, most)) {
          end(one)
          if (one.what === 'notice') told += 1
          ended[one.kind] = (ended[one.kind] ?? 0) + 1
        }
        // They are copies that left no event when they came: one for all of a night.
        const object = { kind: 'notice', id: null }
        if (told > 0) record({ action: 'notices.ended-by-rule', object, before: `${told} notices` })
        orm.update(retentionRules).set({ appliedAt: now() }).where(own).run()
        return ended
      })
    },
  }
}
