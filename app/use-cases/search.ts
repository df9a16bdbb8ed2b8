import { z } from 'zod'
import { subjectKinds } from '#db/schema.ts'
import type { SearchHit, SearchKind } from '#db/search.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand, may } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export const searchInput = z.strictObject({
  query: z.string().trim().max(200, 'Search for at most 200 characters. Use fewer words.').default(''),
})

/** Hits shown of each kind; `more` says that there are others. */
export const shownHits = 20

export type SearchGroup = { kind: SearchKind; hits: ReadonlyArray<SearchHit>; more: boolean }

/** Where all the words of a query stand, in what the actor may see: subjects by name, lines, words of contracts. */
export function search(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof searchInput>,
): { query: string; groups: ReadonlyArray<SearchGroup> } {
  const { query } = parseInput(searchInput, input)
  demand(actor, 'read')
  const scope = scopeOf(proviso, actor)
  const visible = subjectKinds.filter((kind) => actor.kind === 'system' || may(actor.role, 'read', kind))
  const groups = (['subject', 'finding', 'quote'] as const).map((kind) => {
    const hits = scope.search.find(query, kind, visible, shownHits + 1)
    return { kind, hits: hits.slice(0, shownHits), more: hits.length > shownHits }
  })
  return { query, groups: groups.filter(({ hits }) => hits.length > 0) }
}
