import { z } from 'zod'
import type { Report } from '#db/reports.ts'
import { subjectKinds } from '#db/schema.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand, may } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { isVisible, scopeOf, subjectFor } from './scope.ts'

export const keepReportInput = z.strictObject({
  assessmentId: idSchema,
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  html: z.string(),
  /** null: no browser could print it. */
  pdf: z.instanceof(Uint8Array).nullable(),
})

/** Stores a rendered report as one of the subject's versions. */
export async function keepReport(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof keepReportInput>,
): Promise<Report> {
  const { assessmentId, kind, html, pdf } = parseInput(keepReportInput, input)
  const scope = scopeOf(proviso, actor)
  const assessment = scope.assessments.get(assessmentId)
  if (assessment === null) throw new NotFound()
  const { subjectId } = assessment
  demand(actor, 'report', subjectFor(scope, actor, subjectId).kind)
  const page = await proviso.blobs.put(scope.organisationId, Buffer.from(html, 'utf8'))
  const print = pdf === null ? null : await proviso.blobs.put(scope.organisationId, pdf)
  return scope.write(() => {
    scope.files.add({ ...page, type: 'text/html' }, subjectId)
    if (print !== null) scope.files.add({ ...print, type: 'application/pdf' }, subjectId)
    return scope.reports.add({
      subjectId,
      assessmentId,
      kind,
      htmlSha256: page.sha256,
      pdfSha256: print?.sha256 ?? null,
    })
  })
}

export function getReport(proviso: Proviso, actor: Actor, input: { reportId: string }): Report {
  const { reportId } = parseInput(z.strictObject({ reportId: idSchema }), input)
  const scope = scopeOf(proviso, actor)
  const report = scope.reports.get(reportId)
  if (report === null) throw new NotFound()
  demand(actor, 'read', subjectFor(scope, actor, report.subjectId).kind)
  return report
}

/** Reports of one subject or of all, newest first; those of subjects the role may not see are left out. */
export function listReports(proviso: Proviso, actor: Actor, input: { subjectId?: string } = {}): Array<Report> {
  const { subjectId } = parseInput(z.strictObject({ subjectId: idSchema.optional() }), input)
  demand(actor, 'read')
  const scope = scopeOf(proviso, actor)
  return scope.reports.list(subjectId).filter((report) => isVisible(scope, actor, report.subjectId))
}

const reportsPerPage = 50

/** A page of all reports the actor may see, newest first, with the names of whom they are about. `page` counts from 1. */
export function pageReports(
  proviso: Proviso,
  actor: Actor,
  input: { page?: string | number | undefined },
): { items: Array<{ report: Report; name: string }>; total: number; page: number; pages: number } {
  const { page } = parseInput(z.strictObject({ page: z.coerce.number().int().min(1).default(1) }), input)
  demand(actor, 'read')
  const scope = scopeOf(proviso, actor)
  const kinds = subjectKinds.filter((kind) => actor.kind === 'system' || may(actor.role, 'read', kind))
  const { items, total } = scope.reports.page(kinds, reportsPerPage, (page - 1) * reportsPerPage)
  const named = items.map((report) => ({ report, name: subjectFor(scope, actor, report.subjectId).name }))
  return { items: named, total, page, pages: Math.max(1, Math.ceil(total / reportsPerPage)) }
}
