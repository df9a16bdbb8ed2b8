import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { Audit, PersonResult } from './audit.ts'
import type { PlaceOf } from './audit-evidence.ts'
import { explain } from './explain.ts'
import { inOrder, worst } from './propagation.ts'
import { hours } from './worked-case.ts'

type History = NonNullable<OptOutEvidence['histories']>[number]
const peopleListed = 300
const eventsListed = 60

const order = { fail: 0, unknown: 1, pass: 2, 'not-applicable': 3 } as const

function eventOf(event: OptOutEvent, place: PlaceOf): History['events'][number] {
  const { kind, channel, result, purpose, at } = event
  return {
    ...place(event),
    kind,
    channel: channel ?? null,
    result: result ?? null,
    purpose: purpose ?? null,
    until: at.max === at.min ? null : new Date(at.max).toISOString(),
  }
}

function resultsOf(results: ReadonlyArray<PersonResult>, place: PlaceOf): History['results'] {
  return results.flatMap(({ policy, channel, windows }) =>
    windows.map((window) => ({
      policy,
      channel,
      verdict: window.verdict,
      because: explain(window, channel),
      optOut: place(window.optOut),
      deadline: new Date(window.deadline).toISOString(),
      loHours: hours(window.lag.lo),
      hiHours: window.lag.hi === null ? null : hours(window.lag.hi),
    })),
  )
}

/**
 * What the logs hold of each person who opted out, in order of time. People reached late come first, then those the
 * logs cannot decide, so that a cut list keeps what has to be looked at.
 */
export function historiesOf(audit: Pick<Audit, 'results' | 'whoOptedOut'>, place: PlaceOf): Array<History> {
  const byPerson = new Map<string, Array<PersonResult>>()
  for (const result of audit.results) {
    const known = byPerson.get(result.person)
    if (known === undefined) byPerson.set(result.person, [result])
    else known.push(result)
  }
  return audit.whoOptedOut
    .map(({ name, events }) => {
      const results = byPerson.get(name) ?? []
      return { name, events, results, rank: order[worst(results.map(({ verdict }) => verdict))] }
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, peopleListed)
    .map(({ name, events, results }) => {
      const timed = inOrder(events.filter(({ kind }) => kind !== 'link'))
      return {
        person: name,
        results: resultsOf(results, place),
        events: timed.slice(0, eventsListed).map((event) => eventOf(event, place)),
        eventsLeftOut: Math.max(0, timed.length - eventsListed),
      }
    })
}
