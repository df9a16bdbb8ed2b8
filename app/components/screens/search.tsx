import { Link } from '@remix-run/react'
import type { SearchResults, SearchRow } from '../../views/search.ts'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader } from '../page.tsx'

function Row({ row }: { row: SearchRow }) {
  return (
    <li className="border-b border-line py-3">
      <Link to={row.href} className="font-semibold">
        {row.title}
      </Link>
      {row.of !== null && <span className="text-soft"> · {row.of}</span>}
      {row.excerpt.length > 0 && (
        <p className="mt-1 max-w-text text-sm text-soft">
          {row.excerpt.map(({ at, text, found }) =>
            found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
      )}
    </li>
  )
}

export function Search({ query, results, error }: { query: string; results: SearchResults; error: string | null }) {
  return (
    <>
      <PageHeader title="Search">
        <p>Names and sites, the lines judged, and the words of agreements. Messages and logs are not searched.</p>
      </PageHeader>
      <Form method="get" role="search" className="mb-8 flex max-w-text flex-wrap items-end gap-3">
        <div className="grow">
          <label htmlFor="query" className="mb-1 block font-semibold">
            Words to find
          </label>
          {error !== null && (
            <p id="query-error" className="mb-1 font-semibold text-missing">
              <span className="sr-only">Error: </span>
              {error}
            </p>
          )}
          <input
            id="query"
            name="query"
            type="search"
            className="input"
            defaultValue={query}
            key={query}
            maxLength={200}
            aria-describedby={error === null ? undefined : 'query-error'}
            aria-invalid={error === null ? undefined : true}
          />
        </div>
        <button type="submit" className="button">
          Search
        </button>
      </Form>
      {query !== '' && error === null && results.length === 0 && (
        <EmptyState title="Nothing found">
          <p>No name, line or agreement holds all of these words. Use fewer words, or the beginning of one.</p>
        </EmptyState>
      )}
      {results.map(({ title, rows, more }) => (
        <section key={title} className="mb-8">
          <h2>{title}</h2>
          <ul className="mt-2">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
          {more && <p className="mt-3 text-sm text-soft">There are more. Add a word to narrow the search.</p>}
        </section>
      ))}
    </>
  )
}
