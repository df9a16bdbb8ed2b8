import type { Finding } from '#checklists/assess.ts'
import { inWords } from '#checklists/tracking/decode.ts'
import { classifyPage } from '#checklists/tracking/page-class.ts'
import { describeProblem } from '#scanners/problem.ts'
import { refusal } from './command.ts'
import { outcomeOf, type SiteScanResult } from './site-scan-document.ts'

const words: Record<Finding['verdict'], string> = {
  pass: 'Meets',
  partial: 'Weak',
  fail: 'Conflicts',
  unknown: 'Cannot tell',
  'not-applicable': 'Does not apply',
}
const order: ReadonlyArray<Finding['verdict']> = ['fail', 'partial', 'unknown', 'pass', 'not-applicable']
const outcomes = { assessed: 'Assessed', partial: 'Read in part', 'could-not-assess': 'Could not assess' }

/** Columns of equal width; the last one runs free. */
function table(rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map(
      (row) =>
        `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!))).join('  ')}\n`,
    )
    .join('')
}

/** The scan as a person reads it in a terminal: outcome, pages, recipients, leaks, lines. */
export function siteScanText(result: SiteScanResult): string {
  const { pages, survey, assessment, problem, target } = result
  const { outcome, reason } = outcomeOf(result)
  const head = `${target}\n${outcomes[outcome]}${reason === null ? '' : `: ${describeProblem(reason).says} ${describeProblem(reason).hint}`}\n`
  if (problem !== null && pages.length === 0)
    return `${target}\n${refusal(problem).message}\n${refusal(problem).hint}\n`
  const pageRows = pages.map((page) => {
    const { class: kind, risk } = classifyPage(page)
    return [risk, kind, page.consent, page.outcome === 'loaded' ? 'read' : (page.reason ?? page.outcome), page.url]
  })
  const recipientRows = survey.recipients.map(({ host, tracker, receives, requests }) => [
    tracker?.name ?? 'not known by name',
    tracker?.category ?? 'unknown',
    host,
    `${requests} requests`,
    receives.length === 0 ? 'the visitor’s network address' : inWords(receives),
  ])
  const leakRows = survey.leaks.map(({ field, encoding, recipient, channel, page }) => [
    field,
    encoding,
    recipient,
    channel,
    page,
  ])
  const lines = order.flatMap((verdict) =>
    assessment.findings
      .filter((finding) => finding.verdict === verdict && verdict !== 'not-applicable')
      .map((finding) => [words[verdict], finding.axis, `${finding.title}. ${finding.because}`]),
  )
  const read = pages.filter((page) => page.outcome === 'loaded').length
  const part = (title: string, rows: ReadonlyArray<ReadonlyArray<string>>, none: string) =>
    `\n${title}\n${rows.length === 0 ? `  ${none}\n` : table(rows)}`
  return [
    head,
    part('Pages', pageRows, 'none'),
    part(
      'Recipients',
      recipientRows,
      read === 0 ? 'cannot tell: no page was read' : `none found in ${read} page views`,
    ),
    part(
      'Typed values that left',
      leakRows,
      pages.some(({ typed }) => typed !== null) ? 'none found' : 'nothing was typed',
    ),
    part('Lines', lines, 'none'),
    `\n${assessment.disclaimer}\n`,
  ].join('')
}
