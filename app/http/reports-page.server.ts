import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { listReports } from '../use-cases/keep-report.ts'
import { may } from '../use-cases/permission.ts'
import { reportRow } from '../views/report-row.ts'
import { subjectOptions } from './subject-options.server.ts'

export function reportsPage(proviso: Proviso, actor: PersonActor, query: URLSearchParams) {
  const names = new Map<string, string>()
  function nameOf(subjectId: string): string {
    const name = names.get(subjectId) ?? getSubject(proviso, actor, { subjectId }).subject.name
    names.set(subjectId, name)
    return name
  }
  const rows = listReports(proviso, actor).map((report) => reportRow(report, nameOf(report.subjectId)))
  return {
    subjects: subjectOptions(proviso, actor, 'report'),
    rows,
    made: rows.find(({ id }) => id === query.get('made')) ?? null,
    mayReport: may(actor.role, 'report'),
    values: { subject: query.get('subject') ?? '', length: 'report' },
  }
}
