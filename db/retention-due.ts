import { and, asc, desc, eq, gte, inArray, lt, max, ne } from 'drizzle-orm'
import type { AgreementReading } from './agreements.ts'
import type { Inside } from './inside.ts'
import type { DueRecord, RetentionKind, RetentionRules } from './retention.ts'
import { agreements, assessments, auditEvents, letters, notices, scanRuns, subjects } from './schema.ts'

type Found = Omit<DueRecord, 'held' | 'kind'>

/** The day so many years before; February 29 becomes March 1, so that nothing ends a day early. */
export function yearsBefore(at: Date, years: number): string {
  const day = new Date(at)
  day.setUTCFullYear(day.getUTCFullYear() - years)
  return day.toISOString()
}

/** Versions that a newer one replaced, from the later of that day and the end the agreement names. */
function oldAgreements({ db, organisationId, seal }: Inside, cutoff: string): Array<Found> {
  const rows = db.orm
    .select()
    .from(agreements)
    .where(eq(agreements.organisationId, organisationId))
    .orderBy(asc(agreements.subjectId), desc(agreements.version))
    .all()
  const seen = new Set<string>()
  const readable = new Set<string>()
  return rows.flatMap((row, at) => {
    const { id, subjectId } = row
    const newer = rows[at - 1]
    const isReadable = row.evidenceId !== null && row.problem === null
    // The newest is kept, and the newest that could be read, which may be an earlier one.
    const isKept = !seen.has(subjectId) || (isReadable && !readable.has(subjectId))
    seen.add(subjectId)
    if (isReadable) readable.add(subjectId)
    if (isKept || newer === undefined || newer.uploadedAt >= cutoff) return []
    const place = `agreement:${organisationId}:${id}:reading`
    const reading = row.reading === null ? null : (seal.open(row.reading, place) as AgreementReading)
    const ends = reading?.inForceTo == null ? '' : `${reading.inForceTo}T23:59:59.999Z`
    const since = ends > newer.uploadedAt ? ends : newer.uploadedAt
    return since < cutoff ? [{ what: 'agreement' as const, id, subjectId, since }] : []
  })
}

/** Assessments that a newer one replaced, from that moment on. */
function oldAssessments({ db, organisationId }: Inside, cutoff: string): Array<Found> {
  const rows = db.orm
    .select({ id: assessments.id, subjectId: assessments.subjectId, at: assessments.at })
    .from(assessments)
    .where(eq(assessments.organisationId, organisationId))
    .orderBy(asc(assessments.subjectId), desc(assessments.version))
    .all()
  return rows.flatMap(({ id, subjectId }, at) => {
    const newer = rows[at - 1]
    if (newer === undefined || newer.subjectId !== subjectId || newer.at >= cutoff) return []
    return [{ what: 'assessment' as const, id, subjectId, since: newer.at }]
  })
}

/** Runs of a scanner that ended before and are older than the last whole one, which is the one that counts. */
function oldRuns({ db, organisationId, seal }: Inside, scanner: string, cutoff: string): Array<Found> {
  const rows = db.orm
    .select()
    .from(scanRuns)
    .where(
      and(
        eq(scanRuns.organisationId, organisationId),
        eq(scanRuns.scanner, scanner),
        inArray(scanRuns.state, ['done', 'partial', 'failed', 'cancelled']),
      ),
    )
    .orderBy(asc(scanRuns.subjectId), desc(scanRuns.finishedAt))
    .all()
  const whole = new Set<string>()
  const found: Array<Found> = []
  for (const { id, subjectId, state, finishedAt, input } of rows) {
    if (whole.has(subjectId)) {
      if (finishedAt !== null && finishedAt < cutoff) found.push({ what: 'run', id, subjectId, since: finishedAt })
      continue
    }
    const asked = state === 'done' ? seal.open(input, `run:${organisationId}:${id}:input`) : null
    if (asked !== null && !(typeof asked === 'object' && 'recheck' in asked)) whole.add(subjectId)
  }
  return found
}

function oldEvents({ db, organisationId }: Inside, cutoff: string): Array<Found> {
  const mine = eq(auditEvents.chain, organisationId)
  const { orm } = db
  const [young] = orm
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(and(mine, gte(auditEvents.at, cutoff)))
    .orderBy(asc(auditEvents.seq))
    .limit(1)
    .all()
  // The newest event stays however old it is: by it an end that was cut off is seen.
  const newest =
    orm
      .select({ seq: max(auditEvents.seq) })
      .from(auditEvents)
      .where(mine)
      .get()?.seq ?? 0
  const upTo = and(mine, lt(auditEvents.seq, young?.seq ?? newest))
  const [last] = orm.select().from(auditEvents).where(upTo).orderBy(desc(auditEvents.seq)).limit(1).all()
  return last === undefined ? [] : [{ what: 'audit-log', id: String(last.seq), subjectId: null, since: last.at }]
}

function oldLetters({ db, organisationId }: Inside, cutoff: string): Array<Found> {
  const over = and(
    eq(letters.organisationId, organisationId),
    ne(letters.state, 'waiting'),
    lt(letters.createdAt, new Date(cutoff)),
  )
  return db.orm
    .select({ id: letters.id, createdAt: letters.createdAt })
    .from(letters)
    .where(over)
    .all()
    .map(({ id, createdAt }) => ({ what: 'letter' as const, id, subjectId: null, since: createdAt.toISOString() }))
}

/** Copies of what other records say; a hold of what they tell of keeps them. */
function oldNotices({ db, organisationId }: Inside, cutoff: string): Array<Found> {
  return db.orm
    .select({ id: notices.id, subjectId: notices.subjectId, since: notices.createdAt })
    .from(notices)
    .where(and(eq(notices.organisationId, organisationId), lt(notices.createdAt, cutoff)))
    .all()
    .map((row) => ({ what: 'notice' as const, ...row }))
}

function oldSubjects({ db, organisationId }: Inside, cutoff: string): Array<Found> {
  return db.orm
    .select({ id: subjects.id, removedAt: subjects.removedAt })
    .from(subjects)
    .where(and(eq(subjects.organisationId, organisationId), lt(subjects.removedAt, cutoff)))
    .all()
    .map(({ id, removedAt }) => ({ what: 'subject' as const, id, subjectId: id, since: removedAt ?? '' }))
}

const finders: Record<RetentionKind, (inside: Inside, cutoff: string) => Array<Found>> = {
  agreements: oldAgreements,
  decisions: oldAssessments,
  logs: (inside, cutoff) => [...oldRuns(inside, 'opt-out', cutoff), ...oldEvents(inside, cutoff)],
  removed: oldSubjects,
  scans: (inside, cutoff) => oldRuns(inside, 'site', cutoff),
  letters: (inside, cutoff) => [...oldLetters(inside, cutoff), ...oldNotices(inside, cutoff)],
}

/** Every record whose years are over, the longest over first. Reads only. */
export function findDue(inside: Inside, rules: RetentionRules, now: Date): Array<Omit<DueRecord, 'held'>> {
  const found = (Object.keys(finders) as Array<RetentionKind>).flatMap((kind) => {
    const years = rules[kind]
    if (years === null) return []
    return finders[kind](inside, yearsBefore(now, years)).map((one) => ({ kind, ...one }))
  })
  return found.sort((a, b) => (a.since < b.since ? -1 : 1))
}
