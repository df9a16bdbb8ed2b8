import { and, asc, desc, eq, gt, inArray, isNull, max } from 'drizzle-orm'
import type { Assessment } from '#checklists/assess.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { assessments, type subjectKinds, subjects } from './schema.ts'

export type StoredAssessment = { id: string; subjectId: string; version: number; assessment: Assessment }

/** The score without the findings: what a list shows. Percents 0–100. */
export type ScoreLine = {
  id: string
  subjectId: string
  version: number
  at: string
  grade: string | null
  worst: number
  value: number | null
  coverage: number
  /** Scored lines that fail or are partial. */
  gaps: number
}

export type AssessmentStore = ReturnType<typeof assessmentStore>

export function assessmentStore({ db, organisationId, seal, now, record }: Inside) {
  const { orm } = db
  const own = eq(assessments.organisationId, organisationId)
  const place = (id: string) => `assessment:${organisationId}:${id}`

  function open(row: typeof assessments.$inferSelect): StoredAssessment {
    // Written by add() only and guarded by triggers, so the shape is known.
    const assessment = seal.open(row.body, place(row.id)) as Assessment
    return { id: row.id, subjectId: row.subjectId, version: row.version, assessment }
  }

  function newest(subjectId: string) {
    return orm
      .select()
      .from(assessments)
      .where(and(own, eq(assessments.subjectId, subjectId)))
      .orderBy(desc(assessments.version))
      .limit(1)
      .get()
  }

  return {
    get(id: string): StoredAssessment | null {
      const row = orm
        .select()
        .from(assessments)
        .where(and(own, eq(assessments.id, id)))
        .get()
      return row === undefined ? null : open(row)
    },

    latest(subjectId: string): StoredAssessment | null {
      const row = newest(subjectId)
      return row === undefined ? null : open(row)
    },

    version(subjectId: string, version: number): StoredAssessment | null {
      const row = orm
        .select()
        .from(assessments)
        .where(and(own, eq(assessments.subjectId, subjectId), eq(assessments.version, version)))
        .get()
      return row === undefined ? null : open(row)
    },

    /** Score lines of a subject, newest first. */
    lines(subjectId: string): Array<ScoreLine> {
      return orm
        .select(lineColumns)
        .from(assessments)
        .where(and(own, eq(assessments.subjectId, subjectId)))
        .orderBy(desc(assessments.version))
        .all()
        .map(line)
    },

    /** The newest line of each of these subjects that has one. */
    latestLines(subjectIds: ReadonlyArray<string>): Map<string, ScoreLine> {
      const rows = orm
        .select(lineColumns)
        .from(assessments)
        .where(and(own, inArray(assessments.subjectId, [...subjectIds])))
        .orderBy(asc(assessments.version))
        .all()
      return new Map(rows.map((row) => [row.subjectId, line(row)]))
    },

    /** Those of these kinds whose newest assessment has gaps, the most first; what lies in the trash is left out. */
    mostGaps(
      kinds: ReadonlyArray<(typeof subjectKinds)[number]>,
      limit: number,
    ): Array<{ subjectId: string; gaps: number }> {
      const newestOf = orm
        .select({ subjectId, version: max(version).as('newest') })
        .from(assessments)
        .where(own)
        .groupBy(subjectId)
        .as('newest_of')
      return orm
        .select({ subjectId, gaps })
        .from(newestOf)
        .innerJoin(assessments, and(own, eq(subjectId, newestOf.subjectId), eq(version, newestOf.version)))
        .innerJoin(subjects, eq(subjects.id, subjectId))
        .where(and(gt(gaps, 0), isNull(subjects.removedAt), inArray(subjects.kind, [...kinds])))
        .orderBy(desc(gaps), asc(subjects.name))
        .limit(limit)
        .all()
    },

    /** Stores a new version, unless the newest says the same but for its time; then that one is handed back. */
    add(subjectId: string, assessment: Assessment): StoredAssessment & { isNew: boolean } {
      return db.write(() => {
        const { at, ...content } = assessment
        const contentHash = seal.hash(JSON.stringify(content))
        const last = newest(subjectId)
        if (last !== undefined && last.contentHash === contentHash) return { ...open(last), isNew: false }
        const id = newId('ass')
        const version = (last?.version ?? 0) + 1
        const { grade, worst, value, coverage } = assessment.score
        orm
          .insert(assessments)
          .values({
            id,
            organisationId,
            subjectId,
            version,
            at: now().toISOString(),
            body: seal.json(assessment, place(id)),
            contentHash,
            grade,
            worst: Math.round(worst * 10),
            value: value === null ? null : Math.round(value * 10),
            coverage: Math.round(coverage * 10),
            gaps: gapsOf(assessment),
          })
          .run()
        record({
          action: 'assessment.stored',
          object: { kind: 'assessment', id },
          before: last === undefined ? null : `version ${last.version}`,
          after: `version ${version} ${contentHash}`,
        })
        return { id, subjectId, version, assessment, isNew: true }
      })
    },
  }
}

const { id, subjectId, version, at, grade, worst, value, coverage, gaps } = assessments
/** Every column of a line stands in the index assessments_lines: the sealed body is not read for it. */
const lineColumns = { id, subjectId, version, at, grade, worst, value, coverage, gaps }

function line(row: ScoreLine): ScoreLine {
  const { id, subjectId, version, at, grade, gaps } = row
  const value = row.value === null ? null : row.value / 10
  return { id, subjectId, version, at, grade, worst: row.worst / 10, value, coverage: row.coverage / 10, gaps }
}

function gapsOf({ findings }: Assessment): number {
  return findings.filter(
    ({ scored, axis, verdict }) => scored && axis !== 'judgement' && (verdict === 'fail' || verdict === 'partial'),
  ).length
}
