import type { Assessment } from '#checklists/assess.ts'
import type { Evidence } from '#scanners/evidence.ts'
import { reportHtml } from './html.server.tsx'
import { type ReportRequest, reportModel } from './model.ts'
import type { RenderedReport } from './pdf.server.ts'
import { roomsFor } from './room.ts'

/** One report in the rooms of its length, widest first; each is rendered only when asked for. */
export function* renderings(
  assessment: Assessment,
  evidence: ReadonlyArray<Evidence>,
  request: ReportRequest,
): Generator<RenderedReport, void> {
  for (const room of roomsFor(request.length)) {
    const model = reportModel(assessment, evidence, request, room)
    yield { model, html: reportHtml(model) }
  }
}

/** The report where no page is counted: on a screen, or without a browser. */
export function onScreen(
  assessment: Assessment,
  evidence: ReadonlyArray<Evidence>,
  request: ReportRequest,
): RenderedReport {
  const model = reportModel(assessment, evidence, request, roomsFor(request.length)[0])
  return { model, html: reportHtml(model) }
}
