import { Link } from '@remix-run/react'
import type { SubjectRow } from '../../views/subject-row.ts'
import { DataTable } from '../data-table.tsx'
import { Icon } from '../icon.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Pages } from '../page.tsx'
import { type Place, places } from '../subject-kind.ts'
import { DraftWaiting } from './draft-waiting.tsx'
import { gateWords } from './subject.tsx'

function Grade({ row }: { row: SubjectRow }) {
  if (row.score === null) return <span className="text-soft">Nothing looked at yet</span>
  const { letter, word, worst, coverage } = row.score
  return (
    <>
      <span className="font-semibold">{letter === null ? word : `${letter}, ${word}`}</span>
      <span className="block text-soft">
        at worst {worst}, {coverage} % judged
      </span>
    </>
  )
}

export function SubjectList({
  place,
  rows,
  search,
  total,
  page,
  pages,
  mayAdd,
  draft,
  removed,
}: {
  place: Place
  rows: ReadonlyArray<SubjectRow>
  search: string
  total: number
  page: number
  pages: number
  mayAdd: boolean
  /** Name on a half-filled vendor form of this person. */
  draft: string | null
  /** What was removed just now. */
  removed: { id: string; name: string } | null
}) {
  const words = places[place]
  const add = mayAdd && (
    <Link to={`/${place}/new`} className="button">
      <Icon name="plus" />
      Add a {words.one}
    </Link>
  )
  return (
    <>
      <PageHeader title={words.many} actions={add}>
        <p>{words.lead}</p>
      </PageHeader>
      {removed !== null && (
        <Notice look="done" title={`${removed.name} was removed`}>
          <Form method="post" action="/trash">
            <input type="hidden" name="subject" value={removed.id} />
            <button type="submit" className="link-button min-h-6">
              Undo
            </button>
          </Form>
        </Notice>
      )}
      {draft !== null && <DraftWaiting name={draft} />}
      {(rows.length > 0 || search !== '') && (
        <Form role="search" className="mb-5 flex max-w-text flex-wrap items-end gap-3">
          <div className="grow">
            <label htmlFor="search" className="mb-1 block text-sm font-semibold">
              Find by name
            </label>
            <input id="search" name="search" type="search" defaultValue={search} className="input" />
          </div>
          <button type="submit" className="button button-quiet">
            Find
          </button>
        </Form>
      )}
      {place === 'vendors' && rows.length > 0 && (
        <p className="mb-4 text-sm">
          Keep for your files:{' '}
          <a href="/agreements.csv" className="inline-block min-h-6">
            agreement inventory (CSV)
          </a>{' '}
          ·{' '}
          <a href="/agreements.ics" className="inline-block min-h-6">
            end dates (calendar)
          </a>
        </p>
      )}
      {rows.length === 0 ? (
        search === '' ? (
          <EmptyState title={words.emptyTitle}>
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          <EmptyState
            title={`No ${words.one} has “${search}” in its name`}
            action={<Link to={`/${place}`}>Show all</Link>}
          >
            <p>Try fewer letters.</p>
          </EmptyState>
        )
      ) : (
        <DataTable
          caption={`${total} ${total === 1 ? words.one : place}`}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { label: 'Name', cell: ({ id, name }) => <Link to={`/${place}/${id}`}>{name}</Link> },
            ...(place === 'vendors'
              ? [
                  { label: 'Agreement', cell: ({ agreement }: SubjectRow) => agreement ?? 'None' },
                  { label: 'Data gate', cell: ({ gate }: SubjectRow) => (gate === null ? 'Closed' : gateWords[gate]) },
                ]
              : [{ label: 'Web address', cell: ({ siteUrl }: SubjectRow) => siteUrl ?? 'Not provided' }]),
            { label: 'Score', cell: (row) => <Grade row={row} /> },
            { label: 'Open gaps', number: true, cell: ({ gaps }) => gaps ?? '–' },
            { label: 'Looked after by', cell: ({ responsible }) => responsible || 'Nobody named' },
            { label: 'Changed', cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
          ]}
        />
      )}
      {mayAdd && (
        <p className="mt-5 text-sm">
          <Link to="/trash" className="inline-block min-h-6">
            Removed in the last 30 days
          </Link>
        </p>
      )}
      {pages > 1 && <Pages to={`/${place}?search=${encodeURIComponent(search)}`} page={page} pages={pages} />}
    </>
  )
}
