import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { decidingKeys } from './identity.ts'
import type { Person } from './people.ts'
import { judgedAs } from './policy.ts'

export type PatternHit = { person: string; optOut: OptOutEvent; contact: OptOutEvent }

const dayMs = 86_400_000

/**
 * Two ways round an opt-out that a single channel does not show. `fallbackChannel`: the first call ever follows a
 * text opt-out within a day. `senderHop`: a number that writes only to people whose messages another sender had blocked.
 */
export function patternsOf(
  people: ReadonlyArray<Person>,
  events: ReadonlyArray<OptOutEvent>,
): { fallbackChannel: Array<PatternHit>; senderHop: Array<PatternHit> } {
  const fallbackChannel: Array<PatternHit> = []
  const senderHop: Array<PatternHit> = []
  const usedBy = new Map<string, Set<string>>()
  for (const { kind, from, keys, result } of events) {
    if (kind !== 'attempt' || from === undefined || result === 'blocked') continue
    const set = usedBy.get(from) ?? new Set()
    for (const key of decidingKeys(keys)) set.add(key)
    usedBy.set(from, set)
  }
  const blockedKeys = new Set(
    events
      .filter(({ kind, result }) => kind === 'attempt' && result === 'blocked')
      .flatMap(({ keys }) => decidingKeys(keys)),
  )
  for (const { name, events: own } of people) {
    const attempts = own.filter(({ kind, result }) => kind === 'attempt' && result !== 'blocked')
    for (const optOut of own.filter(({ kind, channel }) => kind === 'opt_out' && judgedAs(channel) === 'sms')) {
      const calls = attempts.filter(({ channel }) => channel === 'voice').sort((a, b) => a.at.min - b.at.min)
      const first = calls[0]
      if (first !== undefined && first.at.min > optOut.at.max && first.at.min <= optOut.at.max + dayMs) {
        fallbackChannel.push({ person: name, optOut, contact: first })
      }
    }
    const block = own.find(({ kind, result }) => kind === 'attempt' && result === 'blocked')
    const optOut = own.find(({ kind }) => kind === 'opt_out')
    if (block === undefined || optOut === undefined) continue
    const hop = attempts.find(
      ({ from, at, channel }) =>
        from !== undefined &&
        from !== block.from &&
        channel === block.channel &&
        at.min > block.at.max &&
        [...(usedBy.get(from) ?? [])].every((key) => blockedKeys.has(key)),
    )
    if (hop !== undefined) senderHop.push({ person: name, optOut, contact: hop })
  }
  return { fallbackChannel, senderHop }
}
