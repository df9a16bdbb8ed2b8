import type { Assessment } from '#checklists/assess.ts'
import type { Citation } from '#checklists/requirement.ts'

/** Spreadsheets run a cell that starts like this as a formula; the full-width forms are folded to the plain ones. */
const formula = /^[\s\u0000-\u001f"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** One cell: guarded against formulas with a leading apostrophe, quoted by RFC 4180. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** Lines of cells as CSV with CRLF, heading first. */
export function toCsv(
  heading: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string | number | null>>,
): string {
  return [heading, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

export function citationWords({ text, status, confirmed }: Citation): string {
  const state = status === 'in-force' ? '' : ` [${status}]`
  return `${text}${state}${confirmed ? '' : ' [reading not yet confirmed]'}`
}

const columns = [
  'id',
  'requirement',
  'ref',
  'axis',
  'severity',
  'verdict',
  'title',
  'because',
  'where',
  'page',
  'owner',
  'fix',
  'cites',
  'judgedAt',
  'disclaimer',
]

/** One row an observation; a finding without observations is one row of its own. */
export function findingsCsv(assessment: Assessment): string {
  const rows = assessment.findings.flatMap((finding) => {
    const { requirement, ref, axis, severity, title, owner, fix, cites } = finding
    const seen =
      finding.observations.length > 0
        ? finding.observations
        : [
            {
              key: requirement,
              verdict: finding.verdict,
              because: finding.because,
              where: '',
              pointers: finding.pointers,
            },
          ]
    return seen.map(({ key, verdict, because, where, pointers }) => [
      key,
      requirement,
      ref ?? '',
      axis,
      severity,
      verdict,
      title,
      because,
      where,
      pointers[0]?.place.url ?? '',
      owner ?? '',
      fix,
      cites.map(citationWords).join('; '),
      assessment.at,
      assessment.disclaimer,
    ])
  })
  return toCsv(columns, rows)
}
