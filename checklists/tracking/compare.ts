import type { RuledObservation } from '../assess.ts'
import type { Verdict } from '../requirement.ts'

export type Change = 'new' | 'gone' | 'changed' | 'same' | 'not-looked-at'

type Seen = { requirement: string; observation: RuledObservation }

export type Compared = Seen & { change: Change | null }

/** What the rule itself said; a person's word does not make an observation new or gone. */
export function machineVerdict({ machine, verdict }: RuledObservation): Verdict {
  return machine ?? verdict
}

function differs(before: RuledObservation, after: RuledObservation): boolean {
  return machineVerdict(before) !== machineVerdict(after) || before.because !== after.because
}

/**
 * Observations of a scan against those of an earlier one, by their stable ids. What stands only in the earlier one is
 * gone where its page was read again in the same cookie choice (`lookedAt`); else nobody looked, and it says so.
 * Without an earlier scan nothing can be new: `change` is null.
 */
export function compareObservations(
  before: ReadonlyArray<Seen> | null,
  after: ReadonlyArray<Seen>,
  lookedAt: (observation: RuledObservation) => boolean,
): Array<Compared> {
  if (before === null) return after.map((seen) => ({ ...seen, change: null }))
  const earlier = new Map(before.map((seen) => [seen.observation.key, seen]))
  const now = new Set(after.map(({ observation }) => observation.key))
  const present = after.map((seen): Compared => {
    const known = earlier.get(seen.observation.key)
    if (known === undefined) return { ...seen, change: 'new' }
    return { ...seen, change: differs(known.observation, seen.observation) ? 'changed' : 'same' }
  })
  const absent = before
    .filter(({ observation }) => !now.has(observation.key))
    .map((seen): Compared => ({ ...seen, change: lookedAt(seen.observation) ? 'gone' : 'not-looked-at' }))
  return [...present, ...absent]
}
