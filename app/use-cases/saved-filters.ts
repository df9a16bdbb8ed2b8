import { z } from 'zod'
import type { SavedFilter } from '#db/saved-filters.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

/** Pages whose filter can be kept. */
export const filterPlaces = ['vendors', 'practices', 'prospects', 'audit-log'] as const
export type FilterPlace = (typeof filterPlaces)[number]

const most = 20

const saveInput = z.strictObject({
  place: z.enum(filterPlaces),
  name: z.string().trim().min(1, 'Name the filter.').max(60, 'Use at most 60 characters.'),
  query: z
    .string()
    .max(500, 'This filter is too long to be kept.')
    .regex(/^\?[^\p{Cc}#]+$/u, 'Filter the list first, then keep the filter.'),
})

export function listSavedFilters(proviso: Proviso, actor: PersonActor, place: FilterPlace): Array<SavedFilter> {
  return scopeOf(proviso, actor).savedFilters.list(place)
}

export function saveFilter(proviso: Proviso, actor: PersonActor, input: z.input<typeof saveInput>): void {
  const { place, name, query } = parseInput(saveInput, input)
  const { savedFilters } = scopeOf(proviso, actor)
  const there = savedFilters.list(place)
  if (there.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new InvalidInput({ name: 'You have a filter of this name. Choose another one.' })
  }
  if (there.length >= most) throw new InvalidInput({ name: `You keep ${most} filters here. Remove one first.` })
  savedFilters.add(place, { name, query })
}

export function removeFilter(proviso: Proviso, actor: PersonActor, filterId: string): void {
  if (!scopeOf(proviso, actor).savedFilters.remove(parseInput(idSchema, filterId))) throw new NotFound()
}
