import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Column<Row> = {
  label: string
  cell: (row: Row) => ReactNode
  number?: boolean
  /** Where the head leads, to sort by this column, and how it is sorted now. */
  sort?: { to: string; now: 'ascending' | 'descending' | null }
}

const arrows = { ascending: ' ▲', descending: ' ▼' } as const

/** Below 640 px the head is only spoken: a link there would take the focus unseen. */
function Head({ label, sort }: Pick<Column<never>, 'label' | 'sort'>) {
  if (sort === undefined) return label
  return (
    <>
      <span className="sm:hidden">{label}</span>
      <Link to={sort.to} preventScrollReset className="inline-block min-h-6 max-sm:hidden">
        {label}
        {sort.now !== null && <span aria-hidden="true">{arrows[sort.now]}</span>}
      </Link>
    </>
  )
}

/** A real table: caption, scopes, the first column as row header; cards below 640 px. */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  captionHidden?: boolean
  columns: ReadonlyArray<Column<Row>>
  rows: ReadonlyArray<Row>
  rowKey: (row: Row) => string
}) {
  return (
    <div className="sm:overflow-x-auto sm:rounded-md sm:border sm:border-line">
      <table className="table">
        <caption className={captionHidden ? 'sr-only' : 'sm:px-3.5'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, number, sort }) => (
              <th
                key={label}
                scope="col"
                className={number ? 'number' : undefined}
                aria-sort={sort === undefined ? undefined : (sort.now ?? 'none')}
              >
                <Head label={label} {...(sort === undefined ? {} : { sort })} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ label, cell, number }, at) =>
                at === 0 ? (
                  <th key={label} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={label} data-label={label} className={number ? 'number' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
