import { writeFile } from 'node:fs/promises'
import { canonicalJson, sha256Hex } from '#app/report/canonical.ts'
import type { ReportLength, ReportRequest } from '#app/report/model.ts'
import { reportPdf } from '#app/report/pdf.server.ts'
import { onScreen, renderings } from '#app/report/render.server.ts'
import type { Assessment } from '#checklists/assess.ts'
import type { SubjectKind } from '#checklists/index.ts'
import type { Evidence } from '#scanners/evidence.ts'
import { tool } from '#scanners/package-root.ts'
import { writable } from './output-file.ts'

export type ReportFiles = {
  subject: SubjectKind
  name: string
  by: string | undefined
  length: ReportLength
  timeZone: string
  /** Where each form goes; a form left out is not made. */
  out: { pdf?: string | undefined; html?: string | undefined; json?: string | undefined }
}

/** Writes a report of an assessment in the forms asked for. Throws ScanProblem `no-browser` when a PDF cannot be made. */
export async function writeReport(
  assessment: Assessment,
  evidence: ReadonlyArray<Evidence>,
  { subject, name, by, length, timeZone, out }: ReportFiles,
): Promise<void> {
  const evidenceJson = canonicalJson({ assessment, evidence })
  const evidenceSha256 = sha256Hex(evidenceJson)
  const request: ReportRequest = {
    id: evidenceSha256.slice(0, 12),
    version: 1,
    subject: { kind: subject, name },
    organisation: { name: by ?? 'Proviso command line', address: '' },
    preparedBy: by ?? 'the person who ran it',
    audience: subject === 'prospect' ? 'prospect' : 'own',
    length,
    timeZone,
    tool,
    evidenceSha256,
    machine: [],
  }
  // What is written beside a PDF is what the PDF shows.
  const printed =
    out.pdf === undefined ? null : await reportPdf(renderings(assessment, evidence, request), evidenceJson)
  const { model, html } = printed ?? onScreen(assessment, evidence, request)
  const write = (path: string, content: string | Uint8Array) => writable(path, () => writeFile(path, content))
  if (out.json !== undefined) await write(out.json, `${JSON.stringify(model, null, 2)}\n`)
  if (out.html !== undefined) await write(out.html, html)
  if (out.pdf !== undefined && printed !== null) await write(out.pdf, printed.pdf)
}
