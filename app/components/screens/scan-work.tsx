import { Link } from '@remix-run/react'
import type { Filter, Matrix, MatrixCell, ObservationRow, ScanWork } from '../../views/scan-work.ts'
import { Moment, momentWords, useTimeZone } from '../moment.tsx'
import { Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'

const filterWords: Record<Filter, string> = {
  all: 'All',
  open: 'To sort',
  new: 'New',
  changed: 'Changed',
  same: 'Same',
  gone: 'Gone',
  'not-looked-at': 'Not looked at again',
}

const triageWords: Record<NonNullable<ObservationRow['triage']>, string> = {
  fixed: 'Said to be fixed',
  accepted: 'Accepted',
  covered: 'Covered by a BAA',
  'false-positive': 'False positive',
  changed: 'Changed by a person',
}

function Filters({ work }: { work: ScanWork }) {
  return (
    <nav aria-label="Which findings" className="no-print mb-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {work.filters.map(({ filter, count }) => (
          <li key={filter}>
            <Link
              to={filter === 'all' ? '?#places' : `?show=${filter}#places`}
              className={`inline-block min-h-6 ${filter === work.filter ? 'font-semibold' : ''}`}
              {...(filter === work.filter ? { 'aria-current': 'true' as const } : {})}
            >
              {filterWords[filter]} ({count})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Row({ row }: { row: ObservationRow }) {
  const zone = useTimeZone()
  const { status, to, because, where, change, triage, until, title, severity } = row
  const tags = [
    change === null ? null : filterWords[change],
    triage === null ? null : triageWords[triage],
    until === null ? null : `until ${momentWords(until, zone)}`,
  ].filter((tag) => tag !== null)
  return (
    <li className={`finding is-${status} p-4`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Link to={to} className="inline-block min-h-6 max-w-text font-semibold">
          {because}
        </Link>
        <StatusBadge status={status} />
      </div>
      <p className="mt-1 break-all text-sm text-soft">{where}</p>
      <p className="mt-1 text-sm text-soft">
        {severity}: {title}
      </p>
      {tags.length > 0 && <p className="mt-1 text-sm font-semibold">{tags.join(' · ')}</p>}
    </li>
  )
}

/** Every finding of one scan by its stable id: what changed since the scan before, and what became of it. */
export function ScanWorkList({ work }: { work: ScanWork }) {
  return (
    <Section id="places" title="Findings one by one">
      <p className="mb-3 text-sm text-soft">
        {work.baseline === null ? (
          'There is no complete scan before this one to compare with.'
        ) : (
          <>
            Compared with the complete scan of{' '}
            <Link to={`/scans/${work.baseline.runId}`} className="inline-block min-h-6">
              <Moment at={work.baseline.at} />
            </Link>
            .
          </>
        )}
      </p>
      <Filters work={work} />
      {work.rows.length === 0 ? (
        <p className="text-soft">None.</p>
      ) : (
        <ul className="space-y-3">
          {work.rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Cell({ cell }: { cell: MatrixCell | null }) {
  if (cell === null) return <span className="text-soft">–</span>
  const { requests, typed } = cell
  return (
    <>
      {requests} {requests === 1 ? 'request' : 'requests'}
      {typed.length > 0 && <strong className="block text-missing">typed: {typed.join(', ')}</strong>}
    </>
  )
}

/** Which company was asked by which page, and where typed data went along. */
export function RecipientMatrix({ matrix }: { matrix: Matrix }) {
  if (matrix.rows.length === 0) return null
  return (
    <Section id="matrix" title="Recipients by page">
      <section
        className="sm:overflow-x-auto sm:rounded-md sm:border sm:border-line"
        aria-label="Recipients by page, scrolls sideways"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="table">
          <caption className="sm:px-3.5">All cookie choices and screens together</caption>
          <thead>
            <tr>
              <th scope="col">Recipient</th>
              {matrix.pages.map((page) => (
                <th key={page} scope="col" className="min-w-28 break-all">
                  {page}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                    key={at}
                    data-label={matrix.pages[at]}
                    className={cell === null ? 'max-sm:hidden!' : ''}
                  >
                    <Cell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

const files = [
  ['har', 'HAR', 'requests, values redacted'],
  ['sarif', 'SARIF', 'findings for code hosts'],
  ['csv', 'CSV', 'findings as a table'],
  ['json', 'JSON', 'everything, as the command line prints it'],
] as const

/** The same ids as on these screens and on the command line. */
export function ScanExports({ run }: { run: string }) {
  return (
    <Section id="exports" title="Take it with you">
      <ul className="space-y-1">
        {files.map(([format, label, what]) => (
          <li key={format}>
            <a href={`/scans/${run}/export/${format}`} className="inline-block min-h-6">
              {label}
              <span className="sr-only"> file</span>
            </a>{' '}
            <span className="text-sm text-soft">{what}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
