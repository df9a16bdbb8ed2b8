import { surveySite } from '#checklists/tracking/recipients.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { siteScanDocument } from '../cli/site-scan-document.ts'
import type { Proviso } from '../proviso.server.ts'
import { findingsCsv } from '../report/csv.ts'
import { scanHar } from '../report/har.ts'
import { findingsSarif } from '../report/sarif.ts'
import type { PersonActor } from '../session.server.ts'
import { type JudgedRun, judgeRun } from '../use-cases/judge-run.ts'
import { NotFound } from '../use-cases/problem.ts'
import { recordAccess } from '../use-cases/record-access.ts'
import { attachment } from './attachment.server.ts'

function targetOf({ run, pages }: JudgedRun): string {
  const { input } = run
  const asked = typeof input === 'object' && input !== null && 'url' in input ? input.url : null
  return typeof asked === 'string' ? asked : (pages[0]?.url ?? '')
}

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The document of `proviso site scan --json` for a stored run. */
function documentOf(judged: JudgedRun) {
  const { run, pages, assessment } = judged
  const startedAt = run.startedAt ?? run.createdAt
  const ms = run.finishedAt === null ? 0 : Date.parse(run.finishedAt) - Date.parse(startedAt)
  return siteScanDocument({
    target: targetOf(judged),
    pages,
    assessment,
    survey: surveySite(pages),
    problem: run.problem === null || pages.length > 0 ? null : new ScanProblem(run.problem),
    cancelled: run.state === 'cancelled' || run.problem === 'cancelled',
    startedAt,
    ms,
    screenshots: null,
  })
}

const formats: Record<string, { type: string; name: string; write: (judged: JudgedRun) => string }> = {
  har: { type: 'application/json', name: 'scan.har', write: ({ pages }) => pretty(scanHar(pages)) },
  sarif: {
    type: 'application/sarif+json',
    name: 'findings.sarif',
    write: (judged) => pretty(findingsSarif(judged.assessment, targetOf(judged))),
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    name: 'findings.csv',
    // The mark at the front tells spreadsheets that the text is UTF-8.
    write: ({ assessment }) => `\uFEFF${findingsCsv(assessment)}`,
  },
  json: { type: 'application/json', name: 'scan.json', write: (judged) => pretty(documentOf(judged)) },
}

/** A stored run as HAR, SARIF, CSV or JSON, under the ids that the command line gives the same observations. */
export function scanExport(proviso: Proviso, actor: PersonActor, runId: string, format: string): Response {
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (known === undefined) throw new NotFound()
  const body = known.write(judgeRun(proviso, actor, runId))
  recordAccess(proviso, actor, { action: 'scan.exported', kind: 'run', id: runId, how: format })
  return attachment(body, known.type, known.name)
}
