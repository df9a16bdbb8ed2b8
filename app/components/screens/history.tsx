import { Link } from '@remix-run/react'
import type { HistoryRow } from '../../views/history.ts'
import { Moment } from '../moment.tsx'

/** The timeline of one subject. Nothing is ever taken out of it. */
export function History({ rows }: { rows: ReadonlyArray<HistoryRow> }) {
  return (
    <ol className="ms-2 border-s-3 border-double border-line">
      {rows.map(({ id, at, what, more, to }) => (
        <li key={id} className="relative pb-6 ps-6">
          <span aria-hidden="true" className="absolute -start-[0.47rem] top-2 size-3 rounded-full bg-brand" />
          <p className="text-sm text-soft">
            <Moment at={at} />
          </p>
          <p className="font-semibold">{to === null ? what : <Link to={to}>{what}</Link>}</p>
          {more !== '' && <p className="text-sm text-soft">{more}</p>}
        </li>
      ))}
    </ol>
  )
}
