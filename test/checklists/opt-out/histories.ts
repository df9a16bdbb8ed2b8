import type { PolicyName } from '#checklists/opt-out/policy.ts'
import { contentOf } from '#checklists/opt-out/propagation.ts'
import type { Channel, OptOutEvent } from '#scanners/opt-out/event.ts'

/** Small, fast and repeatable: the same seed gives the same histories on any machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type History = {
  events: Array<OptOutEvent>
  policy: PolicyName
  limitHours: number
  skewMs: number
  covered: Record<'sms' | 'email' | 'voice', boolean>
}

const hour = 3_600_000
const start = Date.UTC(2025, 5, 2)
const channels: ReadonlyArray<Channel> = ['sms', 'email', 'voice']
const keySets = [
  ['phone:1'],
  ['phone:1'],
  ['email:a'],
  ['email:b'],
  ['phone:2'],
  ['phone:1', 'pt:A'],
  ['pt:A'],
  ['email:a', 'pt:A'],
  ['email:b', 'pt:B'],
  ['phone:1', 'pt:B'],
]

/**
 * One random history: few people, few instants, so that ties, overlaps and shared addresses are common. Times lie on
 * a coarse grid around one opt-out; a tenth of them are spans.
 */
export function randomHistory(next: () => number): History {
  const pick = <T>(list: ReadonlyArray<T>): T => list[Math.floor(next() * list.length)]!
  const chance = (share: number) => next() < share
  const grid = [-48, -24, -1, 0, 0.0014, 0.05, 0.2, 1, 2, 5, 13, 23.9, 24, 24.001, 25, 30, 48, 72, 200, 340, 400]
  const when = (): { min: number; max: number } => {
    const min = Math.round(start + 15 * hour + pick(grid) * hour + (chance(0.3) ? pick([1, -1, 1000, 5000]) : 0))
    return { min, max: chance(0.1) ? min + Math.round(pick([1000, hour, 9 * hour])) : min }
  }
  const events: Array<OptOutEvent> = []
  const add = (event: Omit<OptOutEvent, 'id' | 'practice'>) => {
    events.push({ id: `e${events.length}`, practice: chance(0.04) ? 'p2' : 'p1', ...event })
  }
  if (chance(0.7)) add({ kind: 'link', keys: ['phone:1', 'email:a', 'pt:A'], at: { min: 0, max: 0 } })
  if (chance(0.15)) add({ kind: 'link', keys: ['phone:1', 'email:b', 'pt:B'], at: { min: 0, max: 0 } })
  const optOuts = pick([1, 1, 1, 2, 2, 3, 0])
  for (let at = 0; at < optOuts; at++) {
    add({
      kind: 'opt_out',
      keys: pick(keySets),
      at: when(),
      channel: pick(channels),
      ...(chance(0.2) && { scope: pick<Array<Channel>>([['sms'], ['voice'], ['sms', 'voice'], ['email']]) }),
      ...(chance(0.1) && { wrongNumber: true }),
      ...(chance(0.1) && { providerRef: 'R1' }),
    })
  }
  const count = Math.floor(next() * 9)
  for (let at = 0; at < count; at++) {
    const base = { keys: pick(keySets), at: when(), channel: pick(channels) }
    const kind = pick([
      'attempt',
      'attempt',
      'attempt',
      'suppression_set',
      'suppression_set',
      'suppression_cleared',
      'snapshot',
      'snapshot',
      'opt_in',
    ] as const)
    if (kind === 'attempt') {
      add({
        ...base,
        kind,
        ...(chance(0.3) && { result: pick(['blocked', 'blocked', 'accepted', 'delivered', 'no_answer'] as const) }),
        ...(chance(0.25) && { purpose: pick(['optout_confirmation', 'optout_confirmation', 'emergency'] as const) }),
        ...(chance(0.1) && { marketing: true }),
        ...(chance(0.08) && { deliveryOnly: true }),
        ...(chance(0.15) && { deliveredAt: when() }),
        ...(chance(0.2) && { providerRef: pick(['M1', 'M2']) }),
      })
    } else if (kind === 'snapshot') add({ ...base, kind, present: chance(0.6) })
    else add({ ...base, kind, ...(chance(0.4) && { by: pick(['recipient', 'staff', 'system'] as const) }) })
  }
  // Rows that share an instant go by their content; numbered that way the row number is the oracle's tie-break too.
  events.sort((a, b) => (contentOf(a) < contentOf(b) ? -1 : 1))
  const numbered = events.map((event, at) => ({ ...event, id: `e${at}` }))
  return {
    events: numbered,
    policy: pick(['practice', 'practice', 'practice', 'tcpa', 'tcpa_channel', 'exempt', 'canspam']),
    limitHours: pick([24, 24, 12, 48]),
    skewMs: pick([0, 0, 5000]),
    covered: { sms: !chance(0.1), email: !chance(0.1), voice: !chance(0.1) },
  }
}
