import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { getReport, pageReports } from '../use-cases/keep-report.ts'
import { may } from '../use-cases/permission.ts'
import { InvalidInput, NotFound } from '../use-cases/problem.ts'
import { reportRow } from '../views/report-row.ts'
import { subjectOptions } from './subject-options.server.ts'

/** The report just made; null when the address names none that is here. */
function madeReport(proviso: Proviso, actor: PersonActor, reportId: string | null) {
  if (reportId === null) return null
  try {
    const report = getReport(proviso, actor, { reportId })
    const { subject } = getSubject(proviso, actor, { subjectId: report.subjectId })
    return reportRow(report, subject.name)
  } catch (error) {
    if (error instanceof NotFound || error instanceof InvalidInput) return null
    throw error
  }
}

export function reportsPage(proviso: Proviso, actor: PersonActor, query: URLSearchParams) {
  const { items, total, page, pages } = pageReports(proviso, actor, { page: query.get('page') ?? undefined })
  return {
    subjects: subjectOptions(proviso, actor, 'report', query.get('subject') ?? ''),
    rows: items.map(({ report, name }) => reportRow(report, name)),
    total,
    page,
    pages,
    made: madeReport(proviso, actor, query.get('made')),
    mayReport: may(actor.role, 'report'),
    values: { subject: query.get('subject') ?? '', length: 'report' },
  }
}
