import type { Finding } from '#checklists/assess.ts'
import { type Change, type Compared, machineVerdict } from '#checklists/tracking/compare.ts'
import { surveySite } from '#checklists/tracking/recipients.ts'
import type { Triage } from '#scanners/answers/evidence.ts'
import type { Evidence } from '#scanners/evidence.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { type Status, statusOf } from '../components/status.tsx'
import type { Comparison } from '../use-cases/judge-run.ts'

export type ObservationRow = {
  key: string
  to: string
  /** Of the line it belongs to. */
  title: string
  because: string
  where: string
  status: Status
  severity: Finding['severity']
  change: Change | null
  triage: Triage | 'changed' | null
  until: string | null
}

export type Filter = Change | 'all' | 'open'

export type ScanWork = {
  baseline: { runId: string; at: string } | null
  filter: Filter
  filters: ReadonlyArray<{ filter: Filter; count: number }>
  rows: ReadonlyArray<ObservationRow>
}

export type MatrixCell = { requests: number; typed: ReadonlyArray<string> }

/** Companies by page: what each page's requests gave to each of them, all cookie choices together. */
export type Matrix = {
  pages: ReadonlyArray<string>
  rows: ReadonlyArray<{ name: string; cells: ReadonlyArray<MatrixCell | null> }>
}

const filters: ReadonlyArray<Filter> = ['all', 'open', 'new', 'changed', 'same', 'gone', 'not-looked-at']

function isFilter(word: string): word is Filter {
  return filters.some((known) => known === word)
}

const severityOrder: ReadonlyArray<Finding['severity']> = ['critical', 'high', 'medium', 'low']

function rowOf(
  { observation, requirement, change }: Compared,
  finding: Finding,
  given: { runId: string; baselineId: string | null; rulings: ReadonlyMap<string, Triage> },
): ObservationRow {
  const { key, because, where, ruling } = observation
  // What is gone has its proof in the scan before.
  const runId = change === 'gone' || change === 'not-looked-at' ? given.baselineId : given.runId
  return {
    key,
    to: `/scans/${runId}/observations/${key}`,
    title: finding.title,
    because,
    where,
    status: statusOf(machineVerdict(observation), observation.pointers.length > 0),
    severity: finding.severity,
    change,
    triage: ruling === null ? null : (given.rulings.get(`${requirement} ${ruling.evidence}`) ?? 'changed'),
    until: ruling?.expiresAt ?? null,
  }
}

function passes({ change, triage }: ObservationRow, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'open') return triage === null && change !== 'gone'
  return change === filter
}

/** Pure: the observations of one scan as people work through them. `asked` is what the address asks to be shown. */
export function scanWork(
  runId: string,
  { baseline, observations, findings }: Comparison,
  beside: ReadonlyArray<Evidence>,
  asked: string,
): ScanWork {
  const byId = new Map(findings.map((finding, at) => [finding.requirement, { finding, at }]))
  const rulings = new Map(
    beside.flatMap((item) =>
      item.kind === 'ruling' && item.triage !== undefined
        ? [[`${item.requirement} ${item.id}`, item.triage.as] as const]
        : [],
    ),
  )
  const rows = observations
    .flatMap((one) => {
      const line = byId.get(one.requirement)
      if (line === undefined) return []
      const row = rowOf(one, line.finding, { runId, baselineId: baseline?.id ?? null, rulings })
      const rank = (line.finding.axis === 'judgement' ? 10 : 0) + severityOrder.indexOf(row.severity)
      return [{ row, rank, at: line.at }]
    })
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ row }) => row)
  const filter = isFilter(asked) ? asked : 'all'
  return {
    baseline: baseline === null ? null : { runId: baseline.id, at: baseline.createdAt },
    filter,
    filters: filters
      .map((one) => ({ filter: one, count: rows.filter((row) => passes(row, one)).length }))
      .filter((one) => one.count > 0 || one.filter === 'all' || one.filter === filter),
    rows: rows.filter((row) => passes(row, filter)),
  }
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url
}

/** Pure: recipients × pages. */
export function recipientMatrix(pages: ReadonlyArray<PageEvidence>): Matrix {
  const urls = [...new Set(pages.filter(({ outcome }) => outcome !== 'failed').map(({ url }) => url))]
  const byCompany = new Map<string, Map<string, { requests: number; typed: Set<string> }>>()
  for (const page of pages) {
    const { recipients, leaks } = surveySite([page])
    for (const { host, tracker, registrableDomain, requests } of recipients) {
      if (requests === 0) continue
      const name = tracker?.name ?? registrableDomain
      const row = byCompany.get(name) ?? new Map<string, { requests: number; typed: Set<string> }>()
      byCompany.set(name, row)
      const cell = row.get(page.url) ?? { requests: 0, typed: new Set<string>() }
      row.set(page.url, cell)
      cell.requests += requests
      for (const leak of leaks) {
        const same = leak.recipient === host && leak.vendor === (tracker?.id ?? null)
        if (same) cell.typed.add(leak.field)
      }
    }
  }
  const rows = [...byCompany].map(([name, row]) => ({
    name,
    cells: urls.map((url) => {
      const cell = row.get(url)
      return cell === undefined ? null : { requests: cell.requests, typed: [...cell.typed] }
    }),
  }))
  const weight = ({ cells }: Matrix['rows'][number]) =>
    cells.reduce((sum, cell) => sum + (cell === null ? 0 : cell.requests + 1000 * cell.typed.length), 0)
  return { pages: urls.map(pathOf), rows: rows.sort((a, b) => weight(b) - weight(a)) }
}
