import { and, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { ProblemCode } from '#scanners/problem.ts'
import { appendAudit } from './audit-log.ts'
import type { Database } from './client.ts'
import { dropEarlierAttempts } from './evidence.ts'
import { evidence, scanRuns } from './schema.ts'

/** A claimed run: nothing but ids and the fencing number. What to do stands in the run's row. */
export type Claim = { runId: string; organisationId: string; attempt: number }

const system = { kind: 'system', id: null } as const

/**
 * The queue's side of scan_runs, over all organisations: it sees ids, times and states, never inputs or evidence.
 * Each function is one IMMEDIATE transaction.
 */
export function jobStore(db: Database) {
  const { orm, sqlite } = db

  // Fair: the organisation with the fewest running runs goes first; one run at a time per host. A run that was never
  // tried is always due, so that a clock set back cannot hold it up.
  const next = sqlite.prepare<[{ now: string; perOrganisation: number }], { id: string }>(`
    SELECT id FROM scan_runs AS waiting
    WHERE state = 'queued' AND (due_at <= @now OR attempt = 0)
      AND (target_host IS NULL OR NOT EXISTS (
        SELECT 1 FROM scan_runs AS other WHERE other.state = 'running' AND other.target_host = waiting.target_host))
      AND (SELECT COUNT(*) FROM scan_runs AS own
        WHERE own.state = 'running' AND own.organisation_id = waiting.organisation_id) < @perOrganisation
    ORDER BY (SELECT COUNT(*) FROM scan_runs AS own
      WHERE own.state = 'running' AND own.organisation_id = waiting.organisation_id), due_at, rowid
    LIMIT 1`)

  function finishLost(row: typeof scanRuns.$inferSelect, at: Date): void {
    dropEarlierAttempts(db, row.id)
    const kept = orm.select({ id: evidence.id }).from(evidence).where(eq(evidence.runId, row.id)).limit(1).get()
    const stopped = row.cancelRequestedAt !== null
    const problem: ProblemCode = stopped ? 'cancelled' : 'worker-lost'
    const empty = stopped ? ('cancelled' as const) : ('failed' as const)
    const state = kept === undefined ? empty : ('partial' as const)
    const finishedAt = at.toISOString()
    orm.update(scanRuns).set({ state, problem, leaseUntil: null, finishedAt }).where(eq(scanRuns.id, row.id)).run()
    appendAudit(db, row.organisationId, at, system, {
      action: 'run.finished',
      object: { kind: 'run', id: row.id },
      before: 'running',
      after: `${state} ${problem}`,
    })
  }

  function requeue(
    row: typeof scanRuns.$inferSelect,
    at: Date,
    dueAt: Date,
    problem: ProblemCode | null,
    stage = 'Waiting to try again',
  ): void {
    orm
      .update(scanRuns)
      .set({ state: 'queued', dueAt: dueAt.toISOString(), leaseUntil: null, problem, stage })
      .where(eq(scanRuns.id, row.id))
      .run()
    appendAudit(db, row.organisationId, at, system, {
      action: 'run.requeued',
      object: { kind: 'run', id: row.id },
      before: `attempt ${row.attempt}`,
      after: problem,
    })
  }

  return {
    /** Takes the next run that is due: raises its attempt and gives it a lease. null: nothing to do. */
    claim(at: Date, leaseMs: number, perOrganisation: number): Claim | null {
      return db.write(() => {
        const found = next.get({ now: at.toISOString(), perOrganisation })
        if (found === undefined) return null
        const leaseUntil = new Date(at.getTime() + leaseMs).toISOString()
        const row = orm
          .update(scanRuns)
          .set({
            state: 'running',
            attempt: sql`${scanRuns.attempt} + 1`,
            leaseUntil,
            problem: null,
            stage: 'Starting',
            stepsDone: 0,
            stepsTotal: null,
            startedAt: sql`COALESCE(${scanRuns.startedAt}, ${at.toISOString()})`,
          })
          .where(eq(scanRuns.id, found.id))
          .returning()
          .get()
        appendAudit(db, row.organisationId, at, system, {
          action: 'run.started',
          object: { kind: 'run', id: row.id },
          after: `attempt ${row.attempt}`,
        })
        return { runId: row.id, organisationId: row.organisationId, attempt: row.attempt }
      })
    },

    /** Whether a run waits or works; false for one that ended and for none at all. */
    isLive(runId: string): boolean {
      const row = orm.select({ state: scanRuns.state }).from(scanRuns).where(eq(scanRuns.id, runId)).get()
      return row?.state === 'queued' || row?.state === 'running'
    },

    /** Extends the lease if this attempt still holds the run; `cancel` carries the person's wish to stop. */
    heartbeat(claim: Claim, at: Date, leaseMs: number): { held: boolean; cancel: boolean } {
      const leaseUntil = new Date(at.getTime() + leaseMs).toISOString()
      const row = orm
        .update(scanRuns)
        .set({ leaseUntil })
        .where(and(eq(scanRuns.id, claim.runId), eq(scanRuns.attempt, claim.attempt), eq(scanRuns.state, 'running')))
        .returning({ cancel: scanRuns.cancelRequestedAt })
        .get()
      return { held: row !== undefined, cancel: row?.cancel != null }
    },

    /** Gives a run back for a later attempt. false: this attempt no longer holds it. */
    release(claim: Claim, at: Date, dueAt: Date, problem: ProblemCode | null, stage?: string): boolean {
      return db.write(() => {
        const row = orm
          .select()
          .from(scanRuns)
          .where(and(eq(scanRuns.id, claim.runId), eq(scanRuns.attempt, claim.attempt), eq(scanRuns.state, 'running')))
          .get()
        if (row === undefined) return false
        requeue(row, at, dueAt, problem, stage)
        return true
      })
    },

    /**
     * Runs whose worker is gone: a stop that was asked for is carried out, a run with attempts left is queued again,
     * the rest fails as `worker-lost` and keeps what was seen. `all`: at start every running run has lost its worker.
     * `ended` is called in the same transaction for each run that ends here.
     */
    recover(
      at: Date,
      rules: { maxAttempts: number; backOffMs: (attempt: number) => number; all: boolean },
      ended: (run: { runId: string; organisationId: string }) => void,
    ): Array<string> {
      const { maxAttempts, backOffMs, all } = rules
      return db.write(() => {
        const lapsed = all ? undefined : and(isNotNull(scanRuns.leaseUntil), lt(scanRuns.leaseUntil, at.toISOString()))
        const rows = orm
          .select()
          .from(scanRuns)
          .where(and(eq(scanRuns.state, 'running'), lapsed))
          .all()
        for (const row of rows) {
          if (row.cancelRequestedAt !== null || row.attempt >= maxAttempts) {
            finishLost(row, at)
            ended({ runId: row.id, organisationId: row.organisationId })
          } else requeue(row, at, all ? at : new Date(at.getTime() + backOffMs(row.attempt)), null)
        }
        return rows.map((row) => row.id)
      })
    },

    /** When the next waiting run is due; null when none waits. */
    nextDue(): Date | null {
      const row = orm
        .select({ dueAt: sql<string | null>`MIN(${scanRuns.dueAt})` })
        .from(scanRuns)
        .where(eq(scanRuns.state, 'queued'))
        .get()
      return row?.dueAt == null ? null : new Date(row.dueAt)
    },
  }
}

export type JobStore = ReturnType<typeof jobStore>
