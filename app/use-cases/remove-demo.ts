import { type DemoAdditions, demoAdditions, isDemo } from '#db/organisation-removal.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { actionWords } from '../views/audit-row.ts'
import { mayHaveClients } from './organisations.ts'
import { demand } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export type DemoState = { id: string; additions: DemoAdditions }

/** The demo among this organisation's clients, with what somebody added to it; null when there is none. */
export function demoOf(proviso: Proviso, actor: PersonActor): DemoState | null {
  if (!mayHaveClients(proviso, actor)) return null
  const client = scopeOf(proviso, actor)
    .organisations.clients()
    .find(({ id }) => isDemo(proviso.db, id))
  return client === undefined ? null : { id: client.id, additions: demoAdditions(proviso.db, client.id) }
}

const mostNamed = 3

/** What has to be settled before a demo may go, in one sentence each; nothing of somebody's own is ever deleted by it. */
export function demoReasons({ made, actions, holds, running }: DemoAdditions): Array<string> {
  const named = actions.slice(0, mostNamed).map((action) => `“${actionWords(action)}”`)
  const more = actions.length - named.length
  const what = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const own = `It also holds what somebody added or changed; its log says: ${what}. Such records are kept.`
  const unknown = 'Its log does not say where its making ended, so what somebody added cannot be told. It is kept.'
  return [
    ...(running > 0 ? ['Something is still being read in it. Wait until it has ended, or stop it.'] : []),
    ...(made ? (actions.length > 0 ? [own] : []) : [unknown]),
    ...(holds > 0 ? ['A legal hold keeps it.'] : []),
  ]
}

/** Takes the demo away with its rows, key and log. InvalidInput while it holds anything that is not of the demo. */
export function removeDemo(
  proviso: Proviso,
  actor: PersonActor,
  input: { organisationId: string; confirmed: boolean },
) {
  demand(actor, 'manage-clients')
  const demoId = parseInput(idSchema, input.organisationId)
  const demo = demoOf(proviso, actor)
  if (demo?.id !== demoId) throw new NotFound()
  if (!input.confirmed) throw new InvalidInput({ confirmed: 'Say that you are sure.' })
  const isGone = scopeOf(proviso, actor).organisations.removeDemo(demoId, {
    ask(additions) {
      const [reason] = demoReasons(additions)
      if (reason !== undefined) throw new InvalidInput({ confirmed: reason })
    },
    going: () => proviso.chains.forget(demoId),
  })
  if (!isGone) throw new NotFound()
}
