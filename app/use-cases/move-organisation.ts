import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput } from './problem.ts'
import { scopeOf } from './scope.ts'

/** Whether this organisation can take in an export: it holds no vendor, practice or prospect yet. */
export function canTakeExport(proviso: Proviso, actor: Actor): boolean {
  demand(actor, 'move-organisation')
  return scopeOf(proviso, actor).exchange.isEmpty()
}

/** Everything of the organisation as lines of JSON, in clear. The log says who took it. */
export function exportOrganisation(proviso: Proviso, actor: Actor): AsyncGenerator<string> {
  demand(actor, 'move-organisation')
  return scopeOf(proviso, actor).exchange.lines(proviso.blobs)
}

/** Takes an export at `path` into the actor's empty organisation. Throws InvalidInput with what is wrong with it. */
export async function importOrganisation(
  proviso: Proviso,
  actor: Actor,
  path: string,
): Promise<{ rows: number; files: number }> {
  demand(actor, 'move-organisation')
  try {
    const { tables, files } = await scopeOf(proviso, actor).exchange.take(proviso.blobs, path)
    return { rows: Object.values(tables).reduce((sum, { rows }) => sum + rows, 0), files }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ImportProblem') throw error
    throw new InvalidInput({ file: `${error.message} ${(error as Error & { hint: string }).hint}` })
  }
}
