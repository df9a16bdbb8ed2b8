import { and, desc, eq, sql } from 'drizzle-orm'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { reports } from './schema.ts'

export type Report = Omit<typeof reports.$inferSelect, 'organisationId'>

export type ReportStore = ReturnType<typeof reportStore>

export function reportStore({ db, organisationId, actorId, now, record }: Inside) {
  const { orm } = db
  const own = eq(reports.organisationId, organisationId)

  const open = ({ organisationId: _, ...report }: typeof reports.$inferSelect): Report => report

  return {
    get(id: string): Report | null {
      const row = orm
        .select()
        .from(reports)
        .where(and(own, eq(reports.id, id)))
        .get()
      return row === undefined ? null : open(row)
    },

    /** Newest first; of one subject, or of all. */
    list(subjectId?: string): Array<Report> {
      const subject = subjectId === undefined ? undefined : eq(reports.subjectId, subjectId)
      return orm
        .select()
        .from(reports)
        .where(and(own, subject))
        .orderBy(desc(reports.createdAt), desc(sql`rowid`))
        .all()
        .map(open)
    },

    /** Records a rendered report; its files are blobs of this organisation. */
    add(report: Pick<Report, 'subjectId' | 'assessmentId' | 'kind' | 'htmlSha256' | 'pdfSha256'>): Report {
      return db.write(() => {
        const row = { id: newId('rep'), ...report, createdAt: now().toISOString(), createdBy: actorId }
        orm
          .insert(reports)
          .values({ ...row, organisationId })
          .run()
        const after = report.pdfSha256 ?? report.htmlSha256
        record({ action: 'report.rendered', object: { kind: 'report', id: row.id }, after })
        return row
      })
    },

    /** Adds the PDF of a report that was made without a browser. false: no such report here. */
    addPdf(id: string, pdfSha256: string): boolean {
      return db.write(() => {
        const { changes } = orm
          .update(reports)
          .set({ pdfSha256 })
          .where(and(own, eq(reports.id, id)))
          .run()
        if (changes === 1) record({ action: 'report.printed', object: { kind: 'report', id }, after: pdfSha256 })
        return changes === 1
      })
    },
  }
}
