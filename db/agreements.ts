import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Verdict } from '#scanners/answers/evidence.ts'
import type { ProblemCode } from '#scanners/problem.ts'
import type { Database } from './client.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { agreements, subjects } from './schema.ts'

/** Facts of an agreement that screens and the register need without reading the document again. */
export type AgreementReading = {
  parties: Array<{ name: string; role: string | null }>
  namesVendor: boolean
  signed: 'both' | 'one' | 'none'
  signedOn: string | null
  inForceFrom: string | null
  inForceTo: string | null
  /** Verdicts of the agreement's own lines, judged from the document alone by this version of the checklist. */
  verdicts: Record<string, Verdict>
  checklistVersion: string
}

export type Agreement = {
  id: string
  subjectId: string
  version: number
  sha256: string
  fileName: string
  bytes: number
  runId: string
  evidenceId: string | null
  problem: ProblemCode | null
  reading: AgreementReading | null
  uploadedAt: string
  uploadedBy: string
}

/** What the plain column says of a reading. */
export const endOf = (reading: Pick<AgreementReading, 'inForceTo'> | null) => reading?.inForceTo ?? ''

const readingPlace = (organisationId: string, id: string) => `agreement:${organisationId}:${id}:reading`

/** Readings of before the column get their last day written beside them. Returns how many. */
export function fillEnds(db: Database): number {
  const { id, organisationId, reading, endsOn } = agreements
  const rows = db.orm
    .select({ id, organisationId, reading })
    .from(agreements)
    .where(and(isNull(endsOn), isNotNull(reading)))
    .all()
  if (rows.length === 0) return 0
  return db.write(() => {
    for (const row of rows) {
      const place = readingPlace(row.organisationId, row.id)
      const open = db.keyring.of(row.organisationId).open(row.reading!, place) as AgreementReading
      db.orm
        .update(agreements)
        .set({ endsOn: endOf(open) })
        .where(eq(id, row.id))
        .run()
    }
    return rows.length
  })
}

const newer = alias(agreements, 'newer')
const isRead = (table: typeof agreements | typeof newer) => and(isNotNull(table.evidenceId), isNull(table.problem))

export type AgreementStore = ReturnType<typeof agreementStore>

export function agreementStore({ db, organisationId, seal, actorId, now, record }: Inside) {
  const { orm } = db
  const own = eq(agreements.organisationId, organisationId)
  const place = (id: string, column: string) => `agreement:${organisationId}:${id}:${column}`

  function open(row: typeof agreements.$inferSelect): Agreement {
    const { id, subjectId, version, sha256, bytes, runId, evidenceId, problem, uploadedAt, uploadedBy } = row
    const fileName = seal.open(row.fileName, place(id, 'name')) as string
    const reading =
      row.reading === null ? null : (seal.open(row.reading, readingPlace(organisationId, id)) as AgreementReading)
    return {
      id,
      subjectId,
      version,
      sha256,
      fileName,
      bytes,
      runId,
      evidenceId,
      problem,
      reading,
      uploadedAt,
      uploadedBy,
    }
  }

  function one(where: ReturnType<typeof eq>): Agreement | null {
    const row = orm.select().from(agreements).where(and(own, where)).orderBy(desc(agreements.version)).limit(1).get()
    return row === undefined ? null : open(row)
  }

  return {
    get: (id: string) => one(eq(agreements.id, id)),
    ofRun: (runId: string) => one(eq(agreements.runId, runId)),

    /** Versions of a subject, newest first. */
    list(subjectId: string): Array<Agreement> {
      return orm
        .select()
        .from(agreements)
        .where(and(own, eq(agreements.subjectId, subjectId)))
        .orderBy(desc(agreements.version))
        .all()
        .map(open)
    },

    /** The newest version that could be read and is an agreement. A refused upload does not displace it. */
    current(subjectId: string): Agreement | null {
      const row = orm
        .select()
        .from(agreements)
        .where(
          and(own, eq(agreements.subjectId, subjectId), isNotNull(agreements.evidenceId), isNull(agreements.problem)),
        )
        .orderBy(desc(agreements.version))
        .limit(1)
        .get()
      return row === undefined ? null : open(row)
    },

    /** current() of every subject that has one, in one query. */
    currentBySubject(): Map<string, Agreement> {
      const rows = orm
        .select()
        .from(agreements)
        .where(and(own, isNotNull(agreements.evidenceId), isNull(agreements.problem)))
        .orderBy(asc(agreements.version))
        .all()
      const newest = new Map(rows.map((row) => [row.subjectId, row]))
      return new Map([...newest].map(([subjectId, row]) => [subjectId, open(row)]))
    },

    /** Of some subjects: whether any version is on file, and current(). */
    standing(subjectIds: ReadonlyArray<string>): Map<string, { current: Agreement | null }> {
      const rows = orm
        .select()
        .from(agreements)
        .where(and(own, inArray(agreements.subjectId, [...subjectIds])))
        .orderBy(asc(agreements.version))
        .all()
      const current = new Map(
        rows.filter((row) => row.evidenceId !== null && row.problem === null).map((row) => [row.subjectId, row]),
      )
      return new Map(
        rows.map(({ subjectId }) => {
          const row = current.get(subjectId)
          return [subjectId, { current: row === undefined ? null : open(row) }]
        }),
      )
    },

    /**
     * The agreement in use of each vendor not in the trash, where it names a last day not after `upTo` (YYYY-MM-DD;
     * null = no limit), the earliest first.
     */
    ends({ upTo, limit, offset = 0 }: { upTo: string | null; limit: number; offset?: number }): Array<Agreement> {
      const displaced = orm
        .select({ id: newer.id })
        .from(newer)
        .where(and(eq(newer.subjectId, agreements.subjectId), gt(newer.version, agreements.version), isRead(newer)))
      return orm
        .select({ agreement: agreements })
        .from(agreements)
        .innerJoin(subjects, eq(subjects.id, agreements.subjectId))
        .where(
          and(
            own,
            gt(agreements.endsOn, ''),
            upTo === null ? undefined : lte(agreements.endsOn, upTo),
            isRead(agreements),
            eq(subjects.kind, 'vendor'),
            isNull(subjects.removedAt),
            notExists(displaced),
          ),
        )
        .orderBy(asc(agreements.endsOn), asc(subjects.name), asc(agreements.id))
        .limit(limit)
        .offset(offset)
        .all()
        .map(({ agreement }) => open(agreement))
    },

    add(file: { subjectId: string; sha256: string; fileName: string; bytes: number; runId: string }): Agreement {
      return db.write(() => {
        const { subjectId, sha256, fileName, bytes, runId } = file
        const latest = one(eq(agreements.subjectId, subjectId))
        const id = newId('agr')
        const version = (latest?.version ?? 0) + 1
        orm
          .insert(agreements)
          .values({
            id,
            organisationId,
            subjectId,
            version,
            sha256,
            fileName: seal.json(fileName, place(id, 'name')),
            bytes,
            runId,
            uploadedAt: now().toISOString(),
            uploadedBy: actorId,
          })
          .run()
        record({ action: 'agreement.uploaded', object: { kind: 'agreement', id }, after: sha256 })
        return one(eq(agreements.id, id))!
      })
    },

    /** What came out of reading a version: a reading with its evidence, or a refusal, or both. */
    setReading(
      id: string,
      read: { evidenceId: string | null; problem: ProblemCode | null; reading: AgreementReading | null },
    ): void {
      db.write(() => {
        const { evidenceId, problem } = read
        const reading = read.reading === null ? null : seal.json(read.reading, readingPlace(organisationId, id))
        const endsOn = read.reading === null ? null : endOf(read.reading)
        orm
          .update(agreements)
          .set({ evidenceId, problem, reading, endsOn })
          .where(and(own, eq(agreements.id, id)))
          .run()
        record({ action: 'agreement.read', object: { kind: 'agreement', id }, after: problem ?? 'read' })
      })
    },
  }
}
