import { redirect } from '@remix-run/node'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { type FilterPlace, removeFilter, saveFilter } from '../use-cases/saved-filters.ts'
import { back, found, tried } from './answer.server.ts'
import { textOf } from './form.server.ts'

/** The query of an address without the page one is on: what a filter is kept as. "" when nothing is filtered. */
export function filterOf(query: URLSearchParams, fields: ReadonlyArray<string>): string {
  const kept = fields.flatMap((name) => {
    const value = query.get(name)?.trim() ?? ''
    return value === '' ? [] : [[name, value]]
  })
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

/** Keeps the filter of a list under a name, or removes one. Answers with the page as it was. */
export async function changeFilters(
  proviso: Proviso,
  actor: PersonActor,
  form: FormData,
  place: FilterPlace,
  path: string,
) {
  const intent = textOf(form, 'intent')
  if (intent === 'remove-filter') {
    await found(() => removeFilter(proviso, actor, textOf(form, 'filter')))
    return redirect(path)
  }
  if (intent !== 'save-filter') throw new Response('This form is not known.', { status: 400 })
  const values = { name: textOf(form, 'name'), query: textOf(form, 'query') }
  const { errors } = await tried(() => saveFilter(proviso, actor, { place, ...values }))
  return errors === null ? redirect(`${path}${values.query}`) : back(errors, values)
}
