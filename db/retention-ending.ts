import { and, asc, eq, lte, notExists, or } from 'drizzle-orm'
import { evidenceSchema } from '#scanners/evidence.ts'
import { prunedAction } from './audit-log.ts'
import type { Inside } from './inside.ts'
import type { DueRecord } from './retention.ts'
import {
  agreements,
  assessments,
  auditEvents,
  blobSubjects,
  blobs,
  evidence,
  legalHolds,
  letters,
  notices,
  reports,
  scanRuns,
  subjects,
  templates,
} from './schema.ts'

/** Ends one record of an organisation, with one event (of notices the caller says how many went); inside a write. Files go with the sweep once no row names them. */
export function ending(inside: Inside): (due: Pick<DueRecord, 'what' | 'id'>) => void {
  const { db, organisationId, seal, record } = inside
  const { orm } = db

  /** Files in `hashes` that nothing of the subject names any more. */
  function dropFiles(subjectId: string, hashes: ReadonlyArray<string>): void {
    const seen = hashes.length === 0 ? new Set<string>() : namedByEvidence(eq(evidence.subjectId, subjectId))
    for (const sha256 of new Set(hashes)) {
      if (seen.has(sha256) || isNamed(subjectId, sha256)) continue
      const mine = and(eq(blobSubjects.organisationId, organisationId), eq(blobSubjects.sha256, sha256))
      orm
        .delete(blobSubjects)
        .where(and(mine, eq(blobSubjects.subjectId, subjectId)))
        .run()
    }
    dropUnnamed()
  }

  function isNamed(subjectId: string, sha256: string): boolean {
    const inAgreement = and(eq(agreements.subjectId, subjectId), eq(agreements.sha256, sha256))
    if (orm.select({ id: agreements.id }).from(agreements).where(inAgreement).get() !== undefined) return true
    const asReport = or(eq(reports.htmlSha256, sha256), eq(reports.pdfSha256, sha256))
    const inReport = and(eq(reports.subjectId, subjectId), asReport)
    return orm.select({ id: reports.id }).from(reports).where(inReport).get() !== undefined
  }

  function namedByEvidence(where: ReturnType<typeof eq>): Set<string> {
    const found = new Set<string>()
    for (const row of orm
      .select()
      .from(evidence)
      .where(and(eq(evidence.organisationId, organisationId), where))
      .all()) {
      const opened = JSON.stringify(evidenceSchema.parse(seal.open(row.body, `evidence:${organisationId}:${row.id}`)))
      for (const [hash] of opened.matchAll(/\b[0-9a-f]{64}\b/g)) found.add(hash)
    }
    return found
  }

  function dropUnnamed(): void {
    const named = orm
      .select({ sha256: blobSubjects.sha256 })
      .from(blobSubjects)
      .where(and(eq(blobSubjects.organisationId, blobs.organisationId), eq(blobSubjects.sha256, blobs.sha256)))
    orm
      .delete(blobs)
      .where(and(eq(blobs.organisationId, organisationId), notExists(named)))
      .run()
  }

  function endRun(id: string): void {
    const run = orm.select().from(scanRuns).where(eq(scanRuns.id, id)).get()
    if (run === undefined) return
    const files = [...namedByEvidence(eq(evidence.runId, id))]
    orm.delete(evidence).where(eq(evidence.runId, id)).run()
    orm.delete(scanRuns).where(eq(scanRuns.id, id)).run()
    dropFiles(run.subjectId, files)
    record({ action: 'run.ended-by-rule', object: { kind: 'run', id }, before: run.scanner })
  }

  function endAgreement(id: string): void {
    const row = orm.select().from(agreements).where(eq(agreements.id, id)).get()
    if (row === undefined) return
    orm.delete(agreements).where(eq(agreements.id, id)).run()
    orm.delete(evidence).where(eq(evidence.runId, row.runId)).run()
    orm.delete(scanRuns).where(eq(scanRuns.id, row.runId)).run()
    dropFiles(row.subjectId, [row.sha256])
    record({ action: 'agreement.ended-by-rule', object: { kind: 'agreement', id }, before: row.sha256 })
  }

  function endAssessment(id: string): void {
    const row = orm.select().from(assessments).where(eq(assessments.id, id)).get()
    if (row === undefined) return
    const made = orm.select().from(reports).where(eq(reports.assessmentId, id)).all()
    orm.delete(reports).where(eq(reports.assessmentId, id)).run()
    orm.delete(assessments).where(eq(assessments.id, id)).run()
    const files = made.flatMap(({ htmlSha256, pdfSha256 }) => [htmlSha256, pdfSha256])
    dropFiles(
      row.subjectId,
      files.filter((file) => file !== null),
    )
    record({ action: 'assessment.ended-by-rule', object: { kind: 'assessment', id }, before: row.contentHash })
  }

  function endSubject(id: string): void {
    const kind = orm.select({ kind: subjects.kind }).from(subjects).where(eq(subjects.id, id)).get()?.kind
    orm.delete(reports).where(eq(reports.subjectId, id)).run()
    orm.delete(assessments).where(eq(assessments.subjectId, id)).run()
    orm.delete(agreements).where(eq(agreements.subjectId, id)).run()
    orm.delete(templates).where(eq(templates.subjectId, id)).run()
    orm.delete(evidence).where(eq(evidence.subjectId, id)).run()
    orm.delete(scanRuns).where(eq(scanRuns.subjectId, id)).run()
    orm.delete(blobSubjects).where(eq(blobSubjects.subjectId, id)).run()
    orm.delete(legalHolds).where(eq(legalHolds.subjectId, id)).run()
    orm.delete(notices).where(eq(notices.subjectId, id)).run()
    orm.delete(subjects).where(eq(subjects.id, id)).run()
    dropUnnamed()
    record({ action: 'subject.ended-by-rule', object: { kind: 'subject', id }, before: kind ?? null })
  }

  /** The event that says so comes first and names the hash the rest goes on from: the chain stays checkable. */
  function endEvents(upTo: string): void {
    const old = and(eq(auditEvents.chain, organisationId), lte(auditEvents.seq, Number(upTo)))
    const rows = orm
      .select({ seq: auditEvents.seq, hash: auditEvents.hash })
      .from(auditEvents)
      .where(old)
      .orderBy(asc(auditEvents.seq))
      .all()
    const last = rows.at(-1)
    if (last === undefined) return
    const object = { kind: 'audit-log', id: null }
    record({ action: prunedAction, object, before: `${rows.length} events`, after: `${last.seq} ${last.hash}` })
    for (const { seq } of rows) {
      orm
        .delete(auditEvents)
        .where(and(eq(auditEvents.chain, organisationId), eq(auditEvents.seq, seq)))
        .run()
    }
  }

  return ({ what, id }) => {
    if (what === 'run') endRun(id)
    else if (what === 'agreement') endAgreement(id)
    else if (what === 'assessment') endAssessment(id)
    else if (what === 'subject') endSubject(id)
    else if (what === 'audit-log') endEvents(id)
    else if (what === 'notice') {
      const mine = and(eq(notices.organisationId, organisationId), eq(notices.id, id))
      orm.delete(notices).where(mine).run()
    } else {
      orm
        .delete(letters)
        .where(and(eq(letters.organisationId, organisationId), eq(letters.id, id)))
        .run()
      record({ action: 'letter.ended-by-rule', object: { kind: 'letter', id } })
    }
  }
}
