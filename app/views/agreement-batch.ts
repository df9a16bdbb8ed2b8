import type { CheckedFile } from '../use-cases/check-agreements.ts'
import { problemView } from './finding.ts'

export const sortKeys = ['file', 'vendor', 'practice', 'bar', 'floor', 'conflicts', 'breach', 'audit'] as const
export type SortKey = (typeof sortKeys)[number]
export type Sorting = { by: SortKey; down: boolean }

export type BatchRow = {
  key: string
  file: string
  /** What is wrong, and what to do; null where the agreement was read. */
  problem: { says: string; hint: string } | null
  vendor: string
  practice: string
  bar: number | null
  floor: number | null
  conflicts: number | null
  breach: string
  audit: string
  warnings: ReadonlyArray<string>
}

const auditWords: Record<NonNullable<CheckedFile['audit']>, string> = {
  ce_own: 'The practice',
  hhs_only: 'HHS only',
  documents_only: 'Documents, or by leave',
  none: 'Nobody',
  waived: 'Waived',
}
/** Best first, so that sorting puts like with like. */
const auditOrder: ReadonlyArray<string> = ['ce_own', 'documents_only', 'hhs_only', 'none', 'waived']

function breachWords(breach: CheckedFile['breach']): string {
  if (breach === null) return '–'
  if (breach.kind === 'by_ref_410') return 'As 45 CFR 164.410 says'
  if (breach.kind === 'floor') return 'A minimum, no limit'
  if (breach.n === null || breach.unit === null) return 'No number found'
  return `${breach.n} ${breach.cal === 'business' ? 'business ' : ''}${breach.unit}`
}

const hoursADay = 24
/** Business days count 1.4 calendar days, as in the reading of the clock. */
const businessDay = 1.4

function breachHours(breach: CheckedFile['breach']): number | null {
  if (breach === null || breach.n === null || breach.unit === null || breach.kind !== 'fixed') return null
  return breach.n * (breach.unit === 'hours' ? 1 : hoursADay) * (breach.cal === 'business' ? businessDay : 1)
}

function sortValue(row: CheckedFile, by: SortKey): string | number | null {
  if (by === 'breach') return breachHours(row.breach)
  if (by === 'audit') return row.audit === null ? null : auditOrder.indexOf(row.audit)
  const values = { file: row.name, vendor: row.associate, practice: row.entity, ...row }
  return values[by]
}

/** Rows without a value stand last, whichever way the table is turned. */
function compare(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true })
  return down ? -order : order
}

export function sortingOf(query: URLSearchParams): Sorting {
  return { by: sortKeys.find((key) => key === query.get('sort')) ?? 'file', down: query.get('order') === 'down' }
}

export function batchRows(rows: ReadonlyArray<CheckedFile>, { by, down }: Sorting): Array<BatchRow> {
  return rows
    .map((row, at) => ({ ...row, key: String(at) }))
    .sort((a, b) => compare(sortValue(a, by), sortValue(b, by), down) || compare(a.name, b.name, false))
    .map(({ key, name, problem, associate, entity, bar, floor, conflicts, breach, audit, warnings }) => ({
      key,
      file: name,
      problem: problem === null ? null : problemView(problem.code, problem.detail),
      vendor: associate ?? '–',
      practice: entity ?? '–',
      bar,
      floor,
      conflicts,
      breach: breachWords(breach),
      audit: audit === null ? '–' : auditWords[audit],
      warnings,
    }))
}
