import { Link } from '@remix-run/react'
import type { SubjectRow } from '../../views/subject-row.ts'
import { DataTable } from '../data-table.tsx'
import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { Icon } from '../icon.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Pages } from '../page.tsx'
import { type SavedFilterRow, SavedFilters } from '../saved-filters.tsx'
import { type Place, places } from '../subject-kind.ts'
import { DraftWaiting } from './draft-waiting.tsx'
import { gateWords } from './subject.tsx'

const scoreChoices = [
  ['', 'Any'],
  ['gaps', 'With open gaps'],
  ['none', 'Nothing yet'],
] as const
const agreementChoices = [
  ['', 'Any'],
  ['none', 'None that was read'],
  ['ending', 'Ends within 60 days'],
  ['ended', 'Has ended'],
] as const

function Narrow({
  name,
  label,
  choices,
  value,
}: {
  name: string
  label: string
  choices: ReadonlyArray<readonly [string, string]>
  value: string
}) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <select id={name} name={name} defaultValue={value} className="input">
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

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
  filter,
  current,
  filters,
  total,
  page,
  pages,
  mayAdd,
  draft,
  removed,
  errors,
}: {
  place: Place
  rows: ReadonlyArray<SubjectRow>
  search: string
  filter: { score: string; agreement: string }
  /** The filter in use as it stands in the address, from "?" on. */
  current: string
  filters: ReadonlyArray<SavedFilterRow>
  total: number
  page: number
  pages: number
  mayAdd: boolean
  /** Name on a half-filled vendor form of this person. */
  draft: string | null
  /** What was removed just now. */
  removed: { id: string; name: string } | null
  errors: FieldErrors
}) {
  const words = places[place]
  const add = mayAdd && (
    <>
      {place === 'vendors' && (
        <Link to="/vendors/check" className="button button-quiet">
          Check many agreements
        </Link>
      )}
      <Link to={`/${place}/new`} className="button">
        <Icon name="plus" />
        Add a {words.one}
      </Link>
    </>
  )
  return (
    <>
      <ErrorSummary errors={errors} />
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
      {(rows.length > 0 || current !== '') && (
        <Form role="search" className="mb-5 flex flex-wrap items-end gap-3">
          <div className="grow">
            <label htmlFor="search" className="mb-1 block text-sm font-semibold">
              Find by name
            </label>
            <input id="search" name="search" type="search" defaultValue={search} className="input" />
          </div>
          <Narrow name="score" label="Judged" choices={scoreChoices} value={filter.score} />
          {place === 'vendors' && (
            <Narrow name="agreement" label="Agreement" choices={agreementChoices} value={filter.agreement} />
          )}
          <button type="submit" className="button button-quiet">
            Find
          </button>
          {current !== '' && (
            <Link to={`/${place}`} className="inline-block min-h-6 py-2 text-sm">
              Show all
            </Link>
          )}
        </Form>
      )}
      <SavedFilters filters={filters} current={current} path={`/${place}`} errors={errors} />
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
        current === '' ? (
          <EmptyState title={words.emptyTitle}>
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          <EmptyState
            title={search === '' ? `No ${words.one} is like this` : `No ${words.one} has “${search}” in its name`}
            action={<Link to={`/${place}`}>Show all</Link>}
          >
            <p>{search === '' ? 'Take a part of the filter away to see more.' : 'Try fewer letters.'}</p>
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
      {pages > 1 && <Pages to={`/${place}${current === '' ? '?' : current}`} page={page} pages={pages} />}
    </>
  )
}
