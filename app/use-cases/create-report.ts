import { z } from 'zod'
import type { Report } from '#db/reports.ts'
import { findBrowser } from '#scanners/browser.ts'
import { tool } from '#scanners/package-root.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { Proviso } from '../proviso.server.ts'
import { canonicalJson, sha256Hex } from '../report/canonical.ts'
import type { ReportRequest } from '../report/model.ts'
import { type RenderedReport, reportPdf } from '../report/pdf.server.ts'
import { onScreen, renderings } from '../report/render.server.ts'
import { assessSubject } from './assess-subject.ts'
import { reportBrand } from './brand.ts'
import { keepReport, listReports } from './keep-report.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { readSubjectEvidence } from './read-evidence.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const createReportInput = z.strictObject({
  subjectId: idSchema,
  length: z.enum(['one-pager', 'report', 'annex'], 'Choose how long the report is.').default('report'),
  timeZone: z.string().default('UTC'),
})

type Sender = { organisation: string; person: string }

async function browserNote(): Promise<string> {
  try {
    return (await findBrowser()).note
  } catch (error) {
    if (error instanceof ScanProblem) return 'No browser: this report is offered as HTML.'
    throw error
  }
}

type Printed = RenderedReport & { pdf: Uint8Array<ArrayBuffer> | null }

/** The report as printed; where no browser can print it, the HTML report stands alone. */
async function printed(
  rendered: Iterable<RenderedReport>,
  evidenceJson: string,
  screen: () => RenderedReport,
): Promise<Printed> {
  try {
    const report = await reportPdf(rendered, evidenceJson)
    return { ...report, pdf: new Uint8Array(report.pdf) }
  } catch (error) {
    if (error instanceof ScanProblem && (error.code === 'no-browser' || error.code === 'no-sandbox')) {
      return { ...screen(), pdf: null }
    }
    throw error
  }
}

/** Judges the subject as it stands, renders the report as HTML and PDF and stores both as a new version. */
export async function createReport(
  proviso: Proviso,
  actor: Actor,
  sender: Sender,
  input: { subjectId: string; length?: string; timeZone?: string },
): Promise<Report> {
  const { subjectId, length, timeZone } = parseInput(createReportInput, input)
  const subject = subjectFor(scopeOf(proviso, actor), actor, subjectId)
  demand(actor, 'report', subject.kind)
  const { id: assessmentId, assessment } = assessSubject(proviso, actor, { subjectId })
  const evidence = readSubjectEvidence(proviso, actor, { subjectId })
  const version = listReports(proviso, actor, { subjectId }).length + 1
  const evidenceJson = canonicalJson({ assessment, evidence })
  const evidenceSha256 = sha256Hex(evidenceJson)
  const request: ReportRequest = {
    id: evidenceSha256.slice(0, 12),
    version,
    subject: { kind: subject.kind, name: subject.name },
    organisation: { name: sender.organisation, address: '' },
    preparedBy: sender.person,
    audience: subject.kind === 'prospect' ? 'prospect' : 'own',
    length,
    timeZone,
    tool,
    evidenceSha256,
    machine: [['Printed by', await browserNote()]],
    brand: reportBrand(proviso, actor),
  }
  const { html, pdf } = await printed(renderings(assessment, evidence, request), evidenceJson, () =>
    onScreen(assessment, evidence, request),
  )
  return keepReport(proviso, actor, { assessmentId, kind: length, html, pdf })
}
