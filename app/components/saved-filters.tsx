import { Link } from '@remix-run/react'
import { type FieldErrors, TextField } from './form.tsx'
import { Form } from './own-form.tsx'

export type SavedFilterRow = { id: string; name: string; query: string }

/** Filters kept under a name, one click each; and a way to keep the one in use. */
export function SavedFilters({
  filters,
  current,
  path,
  errors,
}: {
  filters: ReadonlyArray<SavedFilterRow>
  /** The filter in use, from "?" on; "" for none. */
  current: string
  path: string
  errors: FieldErrors
}) {
  const isKept = filters.some(({ query }) => query === current)
  if (filters.length === 0 && (current === '' || isKept)) return null
  return (
    <section aria-label="Kept filters" className="no-print mb-5 text-sm">
      {filters.length > 0 && (
        <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1">
          {filters.map(({ id, name, query }) => (
            <li key={id} className="flex items-center gap-2">
              <Link
                to={`${path}${query}`}
                className="inline-block min-h-6 max-w-64 truncate"
                {...(query === current ? { 'aria-current': 'true' as const } : {})}
              >
                {name}
              </Link>
              <Form method="post">
                <input type="hidden" name="intent" value="remove-filter" />
                <input type="hidden" name="filter" value={id} />
                <button type="submit" className="link-button min-h-6 min-w-6 text-soft">
                  Remove<span className="sr-only"> the filter {name}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {current !== '' && !isKept && (
        <Form method="post" noValidate className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="save-filter" />
          <input type="hidden" name="query" value={current} />
          <TextField name="name" label="Keep this filter as" errors={errors} autoComplete="off" />
          <button type="submit" className="button button-quiet mb-6">
            Keep
          </button>
        </Form>
      )}
    </section>
  )
}
