import { and, desc, eq, inArray, isNull, ne, notExists, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ProblemCode } from '#scanners/problem.ts'
import type { Progress } from '#scanners/scanner.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { type runStates, scanRuns, subjects } from './schema.ts'
import type { SubjectKind } from './subjects.ts'

export type RunState = (typeof runStates)[number]

/** Who said, under which statement, that this may be scanned. Kept with the run for good. */
export type Authority = {
  level: 'public' | 'permission' | 'owner-proven'
  statement: string
  statementSha256: string
  personId: string
  name: string
  at: string
  network: string | null
}

export type ScanRun = {
  id: string
  subjectId: string
  scanner: string
  input: unknown
  authority: Authority | null
  state: RunState
  /** Why it failed or is partial; while queued, why the attempt before did not succeed. */
  problem: ProblemCode | null
  problemDetail: string | null
  progress: Progress
  /** Counts from 1 with the first claim; 0 = never started. */
  attempt: number
  dueAt: string
  cancelRequested: boolean
  createdAt: string
  createdBy: string
  startedAt: string | null
  finishedAt: string | null
}

export type RunRequest = {
  subjectId: string
  scanner: string
  input: unknown
  targetHost: string | null
  authority: Authority | null
}

export type Ending = {
  state: Extract<RunState, 'done' | 'partial' | 'failed' | 'cancelled'>
  problem: ProblemCode | null
  detail: string | null
}

const later = alias(scanRuns, 'later')

const live = inArray(scanRuns.state, ['queued', 'running'])

export type ScanRunStore = ReturnType<typeof scanRunStore>

export function scanRunStore({ db, organisationId, seal, actorId, now, record }: Inside) {
  const { orm } = db
  const own = eq(scanRuns.organisationId, organisationId)
  const place = (id: string, column: string) => `run:${organisationId}:${id}:${column}`

  function open(row: typeof scanRuns.$inferSelect): ScanRun {
    const { id, subjectId, scanner, state, problem, attempt, dueAt, createdAt, createdBy, startedAt, finishedAt } = row
    const detail = row.problemDetail
    return {
      id,
      subjectId,
      scanner,
      input: seal.open(row.input, place(id, 'input')),
      authority: row.authority === null ? null : (seal.open(row.authority, place(id, 'authority')) as Authority),
      state,
      problem,
      problemDetail: detail === null ? null : (seal.open(detail, place(id, 'detail')) as string),
      progress: { stage: row.stage, done: row.stepsDone, total: row.stepsTotal },
      attempt,
      dueAt,
      cancelRequested: row.cancelRequestedAt !== null,
      createdAt,
      createdBy,
      startedAt,
      finishedAt,
    }
  }

  function get(id: string): ScanRun | null {
    const row = orm
      .select()
      .from(scanRuns)
      .where(and(own, eq(scanRuns.id, id)))
      .get()
    return row === undefined ? null : open(row)
  }

  /** The fence: only the attempt that holds the run may write to it. */
  const held = (id: string, attempt: number) =>
    and(own, eq(scanRuns.id, id), eq(scanRuns.attempt, attempt), eq(scanRuns.state, 'running'))

  return {
    get,

    list(query: { subjectId?: string; states?: ReadonlyArray<RunState>; limit?: number; offset?: number }) {
      const subject = query.subjectId === undefined ? undefined : eq(scanRuns.subjectId, query.subjectId)
      const states = query.states === undefined ? undefined : inArray(scanRuns.state, [...query.states])
      return orm
        .select()
        .from(scanRuns)
        .where(and(own, subject, states))
        .orderBy(desc(scanRuns.createdAt), desc(sql`rowid`))
        .limit(query.limit ?? 100)
        .offset(query.offset ?? 0)
        .all()
        .map(open)
    },

    /** Failed and partial runs that no later run of the same work on the same subject follows, newest first. */
    troubled(kinds: ReadonlyArray<SubjectKind>, limit: number): Array<ScanRun> {
      const madeGood = orm
        .select({ id: later.id })
        .from(later)
        .where(
          and(
            eq(later.organisationId, organisationId),
            eq(later.subjectId, scanRuns.subjectId),
            eq(later.scanner, scanRuns.scanner),
            sql`${later}.rowid > ${scanRuns}.rowid`,
            // A run that was stopped makes nothing good; one that failed stands here itself.
            ne(later.state, 'cancelled'),
          ),
        )
      return orm
        .select({ run: scanRuns })
        .from(scanRuns)
        .innerJoin(subjects, eq(subjects.id, scanRuns.subjectId))
        .where(
          and(
            own,
            inArray(scanRuns.state, ['failed', 'partial']),
            isNull(subjects.removedAt),
            inArray(subjects.kind, [...kinds]),
            notExists(madeGood),
          ),
        )
        .orderBy(desc(scanRuns.createdAt), desc(sql`${scanRuns}.rowid`))
        .limit(limit)
        .all()
        .map(({ run }) => open(run))
    },

    /** Which of these subjects a scanner was ever asked to look at. */
    askedAmong(subjectIds: ReadonlyArray<string>, scanner: string): Set<string> {
      const rows = orm
        .selectDistinct({ id: scanRuns.subjectId })
        .from(scanRuns)
        .where(and(own, inArray(scanRuns.subjectId, [...subjectIds]), eq(scanRuns.scanner, scanner)))
        .all()
      return new Set(rows.map(({ id }) => id))
    },

    /** Queues a run. While the same request of the same subject waits or runs, that one is handed back. */
    add(request: RunRequest): { run: ScanRun; isNew: boolean } {
      return db.write(() => {
        const { subjectId, scanner, targetHost } = request
        const inputHash = seal.hash(JSON.stringify(request.input))
        const same = orm
          .select()
          .from(scanRuns)
          .where(
            and(
              own,
              live,
              eq(scanRuns.subjectId, subjectId),
              eq(scanRuns.scanner, scanner),
              eq(scanRuns.inputHash, inputHash),
            ),
          )
          .get()
        if (same !== undefined) return { run: open(same), isNew: false }
        const at = now().toISOString()
        const id = newId('run')
        const { authority } = request
        orm
          .insert(scanRuns)
          .values({
            id,
            organisationId,
            subjectId,
            scanner,
            input: seal.json(request.input, place(id, 'input')),
            inputHash,
            targetHost,
            authority: authority === null ? null : seal.json(authority, place(id, 'authority')),
            state: 'queued',
            stage: 'Waiting for its turn',
            dueAt: at,
            createdAt: at,
            createdBy: actorId,
          })
          .run()
        record({ action: 'run.requested', object: { kind: 'run', id }, after: scanner })
        return { run: get(id)!, isNew: true }
      })
    },

    /** Marks a waiting or running run to be stopped; a waiting one ends at once. null: no such run here. */
    requestCancel(id: string): ScanRun | null {
      return db.write(() => {
        const at = now().toISOString()
        const waiting = orm
          .update(scanRuns)
          .set({ state: 'cancelled', problem: 'cancelled', cancelRequestedAt: at, finishedAt: at, stage: 'Stopped' })
          .where(and(own, eq(scanRuns.id, id), eq(scanRuns.state, 'queued')))
          .run()
        const running = orm
          .update(scanRuns)
          .set({ cancelRequestedAt: at })
          .where(and(own, eq(scanRuns.id, id), eq(scanRuns.state, 'running'), isNull(scanRuns.cancelRequestedAt)))
          .run()
        if (waiting.changes + running.changes > 0) {
          record({ action: 'run.cancel-requested', object: { kind: 'run', id } })
        }
        return get(id)
      })
    },

    /** Replaces what an ended run was asked with: keys go when they are no longer needed. */
    forget(id: string, input: unknown): void {
      const ended = notInArray(scanRuns.state, ['queued', 'running'])
      orm
        .update(scanRuns)
        .set({ input: seal.json(input, place(id, 'input')) })
        .where(and(own, eq(scanRuns.id, id), ended))
        .run()
    },

    holds: (id: string, attempt: number) =>
      orm.select({ id: scanRuns.id }).from(scanRuns).where(held(id, attempt)).get() !== undefined,

    /** Saves how far a run is. false: another attempt holds it. */
    progress(id: string, attempt: number, step: Progress): boolean {
      const { changes } = orm
        .update(scanRuns)
        .set({ stage: step.stage.slice(0, 200), stepsDone: step.done, stepsTotal: step.total })
        .where(held(id, attempt))
        .run()
      return changes === 1
    },

    /** Ends a run if this attempt still holds it; else writes `run.fenced` and answers false. `also` joins the write. */
    finish(id: string, attempt: number, ending: Ending, also?: () => void): boolean {
      return db.write(() => {
        const { changes } = orm
          .update(scanRuns)
          .set({
            state: ending.state,
            problem: ending.problem,
            problemDetail: ending.detail === null ? null : seal.json(ending.detail, place(id, 'detail')),
            leaseUntil: null,
            finishedAt: now().toISOString(),
          })
          .where(held(id, attempt))
          .run()
        if (changes === 0) {
          record({ action: 'run.fenced', object: { kind: 'run', id }, before: `attempt ${attempt}` })
          return false
        }
        also?.()
        record({
          action: 'run.finished',
          object: { kind: 'run', id },
          before: 'running',
          after: ending.problem === null ? ending.state : `${ending.state} ${ending.problem}`,
        })
        return true
      })
    },
  }
}
