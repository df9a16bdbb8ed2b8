import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Verdict } from '#scanners/answers/evidence.ts'
import type { ProblemCode } from '#scanners/problem.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { agreements } from './schema.ts'

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

/** End dates by database and organisation. One process writes, so what it writes is all that can make them old. */
const knownEnds = new WeakMap<Inside['db']['orm'], Map<string, { stamp: string; ends: ReadonlyArray<AgreementEnd> }>>()

export type AgreementEnd = { subjectId: string; inForceTo: string }

export type AgreementStore = ReturnType<typeof agreementStore>

export function agreementStore({ db, organisationId, seal, actorId, now, record }: Inside) {
  const { orm } = db
  const own = eq(agreements.organisationId, organisationId)
  const place = (id: string, column: string) => `agreement:${organisationId}:${id}:${column}`

  function open(row: typeof agreements.$inferSelect): Agreement {
    const { id, subjectId, version, sha256, bytes, runId, evidenceId, problem, uploadedAt, uploadedBy } = row
    const fileName = seal.open(row.fileName, place(id, 'name')) as string
    const reading = row.reading === null ? null : (seal.open(row.reading, place(id, 'reading')) as AgreementReading)
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

    /** When the agreement in use of each subject ends; remembered, since opening 10,000 of them takes a second. */
    ends(): ReadonlyArray<AgreementEnd> {
      const rows = orm
        .select({ stamp: sql<string>`COUNT(*) || ' ' || COALESCE(MAX(rowid), 0)` })
        .from(agreements)
        .where(own)
        .get()
      const known = knownEnds.get(orm) ?? new Map()
      knownEnds.set(orm, known)
      const before = known.get(organisationId)
      const stamp = rows?.stamp ?? ''
      if (before?.stamp === stamp) return before.ends
      const ends = [...this.currentBySubject()].flatMap(([subjectId, { reading }]) =>
        reading?.inForceTo == null ? [] : [{ subjectId, inForceTo: reading.inForceTo }],
      )
      known.set(organisationId, { stamp, ends })
      return ends
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
      knownEnds.get(orm)?.delete(organisationId)
      db.write(() => {
        const { evidenceId, problem } = read
        const reading = read.reading === null ? null : seal.json(read.reading, place(id, 'reading'))
        orm
          .update(agreements)
          .set({ evidenceId, problem, reading })
          .where(and(own, eq(agreements.id, id)))
          .run()
        record({ action: 'agreement.read', object: { kind: 'agreement', id }, after: problem ?? 'read' })
      })
    },
  }
}
