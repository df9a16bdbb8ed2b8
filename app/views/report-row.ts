import type { Report } from '#db/reports.ts'

export type ReportRow = {
  id: string
  subject: string
  kind: string
  createdAt: string
  hasPdf: boolean
  fingerprint: string
}

export const lengthWords: Record<string, string> = {
  'one-pager': 'One page',
  report: 'Report',
  annex: 'Report with all evidence',
}

export function reportRow(report: Report, subject: string): ReportRow {
  const { id, kind, createdAt, pdfSha256, htmlSha256 } = report
  return {
    id,
    subject,
    kind: lengthWords[kind] ?? kind,
    createdAt,
    hasPdf: pdfSha256 !== null,
    fingerprint: (pdfSha256 ?? htmlSha256 ?? '').slice(0, 8),
  }
}
