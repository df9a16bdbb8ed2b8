import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  isNotNull,
  isNull,
  like,
  lte,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from './client.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { type Intake, intakeSchema } from './intake.ts'
import { agreements, assessments, reports, scanRuns, type subjectKinds, subjects } from './schema.ts'

export type SubjectKind = (typeof subjectKinds)[number]

export type SubjectFields = {
  name: string
  siteUrl: string | null
  /** YYYY-MM-DD, or null when not told. */
  dataStart: string | null
  intake: Intake
}

export const subjectFieldsSchema = z.strictObject({
  name: z.string(),
  siteUrl: z.string().nullable(),
  dataStart: z.string().nullable(),
  intake: intakeSchema,
})

export type Subject = SubjectFields & {
  id: string
  kind: SubjectKind
  /** Counts up with each change; a form sends it back so that a stale write is noticed. */
  version: number
  createdAt: string
  updatedAt: string
  /** Since when it lies in the trash: every door then says that there is no such subject. */
  removedAt: string | null
}

/** Somebody changed the row since the form was opened. `current` is what stands there now. */
export class StaleVersion extends Error {
  readonly current: Subject

  constructor(current: Subject) {
    super('The row was changed since the form was opened.')
    this.name = 'StaleVersion'
    this.current = current
  }
}

export type SubjectQuery = {
  kind: SubjectKind
  search?: string
  /** "gaps": its newest assessment has lines that fail or are partial; "none": nothing was judged yet. */
  score?: 'gaps' | 'none' | undefined
  /** The last day of its agreement in use stands between these, both YYYY-MM-DD; or it has none that could be read. */
  agreement?: { endsFrom: string; endsTo: string } | 'none' | undefined
  sort?: 'name' | 'updated'
  limit?: number
  offset?: number
}

export type SubjectStore = ReturnType<typeof subjectStore>

export function subjectStore({ db, organisationId, seal, actorId, now, record }: Inside) {
  const { orm } = db
  const own = eq(subjects.organisationId, organisationId)
  const place = (id: string) => `subject:${organisationId}:${id}`

  function open(row: typeof subjects.$inferSelect): Subject {
    const { id, kind, version, createdAt, updatedAt, removedAt } = row
    // The plain columns serve search and order; what counts is sealed, where a changed byte is noticed.
    const fields = subjectFieldsSchema.parse(seal.open(row.fields, place(id)))
    return { id, kind, ...fields, version, createdAt, updatedAt, removedAt }
  }

  function get(id: string): Subject | null {
    const row = orm
      .select()
      .from(subjects)
      .where(and(own, eq(subjects.id, id)))
      .get()
    return row === undefined ? null : open(row)
  }

  const isHere = eq(agreements.subjectId, subjects.id)
  const isRead = and(isHere, isNotNull(agreements.evidenceId), isNull(agreements.problem))
  /** Id of the agreement in use of the subject a row is about; null without one. */
  const inUse = orm
    .select({ id: agreements.id })
    .from(agreements)
    .where(isRead)
    .orderBy(desc(agreements.version))
    .limit(1)

  function onFile(agreement: SubjectQuery['agreement']) {
    if (agreement === undefined) return undefined
    const some = orm.select({ id: agreements.id }).from(agreements)
    if (agreement === 'none') return notExists(some.where(isRead))
    const { endsFrom, endsTo } = agreement
    const ends = and(gt(agreements.endsOn, ''), gte(agreements.endsOn, endsFrom), lte(agreements.endsOn, endsTo))
    return exists(some.where(and(isHere, ends, sql`${agreements.id} = ${inUse}`)))
  }

  function judged(score: SubjectQuery['score']) {
    if (score === undefined) return undefined
    const ofSubject = eq(assessments.subjectId, subjects.id)
    if (score === 'none') return notExists(orm.select({ id: assessments.id }).from(assessments).where(ofSubject))
    const newest = orm
      .select({ gaps: assessments.gaps })
      .from(assessments)
      .where(ofSubject)
      .orderBy(desc(assessments.version))
      .limit(1)
    return sql`${newest} > 0`
  }

  function matching({ kind, search, score, agreement }: SubjectQuery) {
    const pattern = search === undefined || search === '' ? undefined : `%${search.replaceAll(/[%_]/g, '')}%`
    return and(
      own,
      isNull(subjects.removedAt),
      eq(subjects.kind, kind),
      pattern === undefined ? undefined : like(subjects.name, pattern),
      judged(score),
      onFile(agreement),
    )
  }

  return {
    get,

    list(query: SubjectQuery): { items: Array<Subject>; total: number } {
      const where = matching(query)
      const order = query.sort === 'updated' ? desc(subjects.updatedAt) : asc(subjects.name)
      const rows = orm
        .select()
        .from(subjects)
        .where(where)
        .orderBy(order, asc(subjects.id))
        .limit(query.limit ?? 100)
        .offset(query.offset ?? 0)
        .all()
      const total = orm.select({ total: count() }).from(subjects).where(where).get()?.total ?? 0
      return { items: rows.map(open), total }
    },

    /** Which first steps somebody of the organisation has taken. */
    taken(): Record<'agreement' | 'practice' | 'scan' | 'report', boolean> {
      const some = (table: typeof agreements | typeof scanRuns | typeof reports | typeof subjects, more?: SQL) =>
        orm
          .select({ id: table.id })
          .from(table)
          .where(and(eq(table.organisationId, organisationId), more))
          .limit(1)
          .get() !== undefined
      return {
        agreement: some(agreements),
        practice: some(subjects, eq(subjects.kind, 'practice')),
        scan: some(scanRuns, eq(scanRuns.scanner, 'site')),
        report: some(reports),
      }
    },

    /** The register changed: every practice has to be judged anew. Kept in the row, so that a kill forgets none. */
    markPracticesStale(): void {
      orm
        .update(subjects)
        .set({ staleSince: now().toISOString() })
        .where(and(own, eq(subjects.kind, 'practice'), isNull(subjects.staleSince)))
        .run()
    },

    /** Something one subject is judged by has changed. */
    markStale(id: string): void {
      orm
        .update(subjects)
        .set({ staleSince: now().toISOString() })
        .where(and(own, eq(subjects.id, id), isNull(subjects.staleSince)))
        .run()
    },

    markJudged(id: string): void {
      orm
        .update(subjects)
        .set({ staleSince: null })
        .where(and(own, eq(subjects.id, id), isNotNull(subjects.staleSince)))
        .run()
    },

    add(kind: SubjectKind, fields: SubjectFields): Subject {
      return db.write(() => {
        const at = now().toISOString()
        const id = newId('sub')
        const { name, siteUrl, dataStart } = fields
        const body = seal.json(fields, place(id))
        orm
          .insert(subjects)
          .values({
            id,
            organisationId,
            kind,
            name,
            siteUrl,
            dataStart,
            fields: body,
            version: 1,
            createdAt: at,
            updatedAt: at,
            createdBy: actorId,
          })
          .run()
        record({ action: `${kind}.added`, object: { kind: 'subject', id }, after: seal.hash(JSON.stringify(fields)) })
        return { id, kind, ...fields, version: 1, createdAt: at, updatedAt: at, removedAt: null }
      })
    },

    /** Ids of those with this name, also in the trash. */
    named: (name: string): Array<string> =>
      orm
        .select({ id: subjects.id })
        .from(subjects)
        .where(and(own, sql`lower(${subjects.name}) = lower(${name})`))
        .all()
        .map(({ id }) => id),

    /** What was put into the trash at or after this moment, the newest first. */
    removedSince(since: Date): Array<Subject> {
      return orm
        .select()
        .from(subjects)
        .where(and(own, gte(subjects.removedAt, since.toISOString())))
        .orderBy(desc(subjects.removedAt), asc(subjects.id))
        .all()
        .map(open)
    },

    /** Into the trash, or out of it. Nothing of it is deleted. */
    setRemoved({ id, kind }: Subject, removed: boolean): void {
      db.write(() => {
        const removedAt = removed ? now().toISOString() : null
        orm
          .update(subjects)
          .set({ removedAt })
          .where(and(own, eq(subjects.id, id)))
          .run()
        record({ action: removed ? `${kind}.removed` : `${kind}.put-back`, object: { kind: 'subject', id } })
      })
    },

    /** null: no such subject here. Throws StaleVersion when `expected` is not the version that stands there. */
    change(id: string, expected: number, fields: SubjectFields): Subject | null {
      return db.write(() => {
        const current = get(id)
        if (current === null) return null
        if (current.version !== expected) throw new StaleVersion(current)
        const at = now().toISOString()
        const { name, siteUrl, dataStart } = fields
        const body = seal.json(fields, place(id))
        const version = expected + 1
        orm
          .update(subjects)
          .set({ name, siteUrl, dataStart, fields: body, version, updatedAt: at })
          .where(and(own, eq(subjects.id, id)))
          .run()
        const { name: oldName, siteUrl: oldSite, dataStart: oldStart, intake: oldIntake } = current
        const before = { name: oldName, siteUrl: oldSite, dataStart: oldStart, intake: oldIntake }
        record({
          action: `${current.kind}.changed`,
          object: { kind: 'subject', id },
          before: seal.hash(JSON.stringify(before)),
          after: seal.hash(JSON.stringify(fields)),
        })
        return { ...current, ...fields, version, updatedAt: at }
      })
    },
  }
}

/** The subject of any organisation that waits longest to be judged anew; null when none does. */
export function longestStale({ orm }: Database): { id: string; organisationId: string } | null {
  const { id, organisationId } = subjects
  const row = orm
    .select({ id, organisationId })
    .from(subjects)
    .where(isNotNull(subjects.staleSince))
    .orderBy(asc(subjects.staleSince), asc(subjects.id))
    .limit(1)
    .get()
  return row ?? null
}
