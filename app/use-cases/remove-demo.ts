import { type DemoAdditions, demoAdditions, isDemo } from '#db/organisation-removal.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
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

/** What has to be settled before a demo may go, in one sentence each; nothing of somebody's own is ever deleted by it. */
export function demoReasons({ subjects, agreements, logs, holds, running }: DemoAdditions): Array<string> {
  const added = [
    [subjects, 'vendors, practices or prospects'],
    [agreements, 'agreements'],
    [logs, 'imports of logs'],
  ] as const
  const own = added.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  return [
    ...(running > 0 ? ['Something is still being read in it. Wait until it has ended, or stop it.'] : []),
    ...(own.length > 0 ? [`It also holds what somebody added: ${own.join(', ')}. Such records are kept.`] : []),
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
  const [reason] = demoReasons(demo.additions)
  if (reason !== undefined) throw new InvalidInput({ confirmed: reason })
  if (!scopeOf(proviso, actor).organisations.removeDemo(demoId)) throw new NotFound()
}
