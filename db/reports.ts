import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from './ids.ts'
import type { Inside } from './inside.ts'
import { reports, subjects } from './schema.ts'
import type { SubjectKind } from './subjects.ts'

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

    /** A page of those about subjects of these kinds that are not in the trash, newest first, and how many there are. */
    page(kinds: ReadonlyArray<SubjectKind>, limit: number, offset: number): { items: Array<Report>; total: number } {
      const about = and(own, inArray(subjects.kind, [...kinds]), isNull(subjects.removedAt))
      const joined = eq(subjects.id, reports.subjectId)
      const rows = orm
        .select({ report: reports })
        .from(reports)
        .innerJoin(subjects, joined)
        .where(about)
        .orderBy(desc(reports.createdAt), desc(sql`${reports}.rowid`))
        .limit(limit)
        .offset(offset)
        .all()
      const total = orm.select({ n: count() }).from(reports).innerJoin(subjects, joined).where(about).get()?.n ?? 0
      return { items: rows.map(({ report }) => open(report)), total }
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
