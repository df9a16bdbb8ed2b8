import { createHash } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { type Evidence, evidenceSchema } from '#scanners/evidence.ts'
import type { Database } from './client.ts'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { evidence, scanRuns } from './schema.ts'

export type EvidenceStore = ReturnType<typeof evidenceStore>

/** Keeps the newest attempt that saw anything and drops what earlier ones saw: nothing counts twice. */
export function dropEarlierAttempts({ orm }: Database, runId: string): number {
  const newest = orm
    .select({ attempt: sql<number | null>`MAX(${evidence.attempt})` })
    .from(evidence)
    .where(eq(evidence.runId, runId))
    .get()
  if (newest?.attempt == null) return 0
  return orm
    .delete(evidence)
    .where(and(eq(evidence.runId, runId), ne(evidence.attempt, newest.attempt)))
    .run().changes
}

export function evidenceStore({ db, organisationId, seal, now, record }: Inside) {
  const { orm } = db
  const own = eq(evidence.organisationId, organisationId)
  const place = (id: string) => `evidence:${organisationId}:${id}`
  const open = (row: typeof evidence.$inferSelect): Evidence => evidenceSchema.parse(seal.open(row.body, place(row.id)))

  function find(id: string): { evidence: Evidence; subjectId: string } | null {
    const row = orm
      .select()
      .from(evidence)
      .where(and(own, eq(evidence.id, id)))
      .get()
    return row === undefined ? null : { evidence: open(row), subjectId: row.subjectId }
  }

  function ofRun(runId: string): Array<Evidence> {
    return orm
      .select()
      .from(evidence)
      .where(and(own, eq(evidence.runId, runId)))
      .orderBy(asc(evidence.attempt), asc(evidence.createdAt), asc(sql`${evidence}.rowid`))
      .all()
      .map(open)
  }

  /** Stored under an id of ours: two scanners, or two runs of one, may use the same id for different facts. */
  function insert(subjectId: string, from: { runId: string | null; attempt: number }, item: Evidence): Evidence {
    const id = newId('evi')
    const stored = evidenceSchema.parse({ ...item, id })
    orm
      .insert(evidence)
      .values({
        id,
        organisationId,
        subjectId,
        runId: from.runId,
        attempt: from.attempt,
        sourceId: from.runId === null ? id : item.id,
        kind: item.kind,
        body: seal.json(stored, place(id)),
        createdAt: now().toISOString(),
      })
      .run()
    const after = createHash('sha256')
      .update(seal.hash(JSON.stringify(stored)))
      .digest('hex')
    record({ action: 'evidence.stored', object: { kind: 'evidence', id }, before: from.runId, after })
    return stored
  }

  return {
    get: (id: string): Evidence | null => find(id)?.evidence ?? null,

    /** With the subject it speaks of. */
    find,

    ofRun,

    /** What people said or handed in of a subject, oldest first. */
    said(subjectId: string, kind: 'answer' | 'ruling' | 'field'): Array<Evidence> {
      return orm
        .select()
        .from(evidence)
        .where(and(own, eq(evidence.subjectId, subjectId), eq(evidence.kind, kind)))
        .orderBy(asc(evidence.createdAt), asc(sql`${evidence}.rowid`))
        .all()
        .map(open)
    },

    /** Several pieces by id, in one query and in the order of the ids. */
    several(ids: ReadonlyArray<string>): Map<string, Evidence> {
      const found = new Map<string, Evidence>()
      // SQLite takes 32,766 values in one statement.
      for (let from = 0; from < ids.length; from += 10_000) {
        const part = ids.slice(from, from + 10_000)
        for (const row of orm
          .select()
          .from(evidence)
          .where(and(own, inArray(evidence.id, part)))
          .all()) {
          found.set(row.id, open(row))
        }
      }
      return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id)!] as const] : [])))
    },

    /** Forgets what was handed in by mistake: it was never seen by a run. */
    takeBack(ids: ReadonlyArray<string>): void {
      db.write(() => {
        for (const id of ids) {
          const { changes } = orm
            .delete(evidence)
            .where(and(own, eq(evidence.id, id), isNull(evidence.runId)))
            .run()
          if (changes > 0) record({ action: 'evidence.taken-back', object: { kind: 'evidence', id } })
        }
      })
    },

    /** Stores what a person said or handed in. */
    addSaid(subjectId: string, item: Evidence): Evidence {
      return db.write(() => insert(subjectId, { runId: null, attempt: 0 }, item))
    },

    /** Stores what a run found, once per scanner id. null: another attempt holds the run, nothing was stored. */
    addFound(runId: string, attempt: number, item: Evidence): Evidence | null {
      return db.write(() => {
        const run = orm
          .select({ subjectId: scanRuns.subjectId })
          .from(scanRuns)
          .where(
            and(
              eq(scanRuns.organisationId, organisationId),
              eq(scanRuns.id, runId),
              eq(scanRuns.attempt, attempt),
              eq(scanRuns.state, 'running'),
            ),
          )
          .get()
        if (run === undefined) return null
        const same = orm
          .select()
          .from(evidence)
          .where(and(own, eq(evidence.runId, runId), eq(evidence.attempt, attempt), eq(evidence.sourceId, item.id)))
          .get()
        return same === undefined ? insert(run.subjectId, { runId, attempt }, item) : open(same)
      })
    },

    /** What is kept of an ended run: see dropEarlierAttempts. */
    keepNewestAttempt(runId: string): Array<Evidence> {
      return db.write(() => {
        const dropped = dropEarlierAttempts(db, runId)
        if (dropped > 0) {
          record({
            action: 'evidence.dropped',
            object: { kind: 'run', id: runId },
            after: `${dropped} of earlier tries`,
          })
        }
        return ofRun(runId)
      })
    },

    /** Runs of a subject that ended with evidence, newest first. */
    runsWithEvidence(subjectId: string, scanner: string): Array<{ runId: string; state: 'done' | 'partial' }> {
      return orm
        .selectDistinct({ runId: scanRuns.id, state: scanRuns.state, finishedAt: scanRuns.finishedAt })
        .from(scanRuns)
        .innerJoin(evidence, eq(evidence.runId, scanRuns.id))
        .where(
          and(
            eq(scanRuns.organisationId, organisationId),
            eq(scanRuns.subjectId, subjectId),
            eq(scanRuns.scanner, scanner),
            inArray(scanRuns.state, ['done', 'partial']),
          ),
        )
        .orderBy(desc(scanRuns.finishedAt), desc(sql`${scanRuns}.rowid`))
        .all()
        .map(({ runId, state }) => ({ runId, state: state === 'done' ? 'done' : 'partial' }))
    },
  }
}
