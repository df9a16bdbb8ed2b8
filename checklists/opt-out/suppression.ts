import type { OptOutEvent, Span } from '#scanners/opt-out/event.ts'
import type { Contacts, Flag } from './attempts.ts'
import { matchKeys } from './identity.ts'
import type { Window } from './windows.ts'

/** How long contact stayed possible, in ms from t0: more than `lo`, at most `hi`; `hi` null = open. */
export type Lag = { lo: number; hi: number | null; exact: Span | null }

type Proof = { kind: 'set' | 'block' | 'present'; at: Span }

/** What was written inside a window speaks for suppression only if all of its span lies there. */
function proofs(events: ReadonlyArray<OptOutEvent>, { t0, t1 }: Window): Array<Proof> {
  return events.flatMap((event): Array<Proof> => {
    const { at } = event
    if (t1 !== undefined && at.max >= t1.min) return []
    if (event.kind === 'suppression_set') return [{ kind: 'set', at }]
    if (at.min <= t0) return []
    if (event.kind === 'attempt') return event.result === 'blocked' ? [{ kind: 'block', at }] : []
    return event.kind === 'snapshot' && event.present === true ? [{ kind: 'present', at }] : []
  })
}

/** What shows the contact was not suppressed; it need only touch the window. */
function contradictions(
  events: ReadonlyArray<OptOutEvent>,
  { t0, t1 }: Window,
): { before: Array<Span>; inside: Array<Span> } {
  const found = { before: [] as Array<Span>, inside: [] as Array<Span> }
  for (const event of events) {
    const absent = event.kind === 'snapshot' && event.present === false
    const cleared = event.kind === 'suppression_cleared'
    if (!absent && !cleared) continue
    if (event.at.max <= t0) found.before.push(event.at)
    else if (cleared && event.by === 'recipient') continue
    else if (t1 === undefined || event.at.min < t1.max) found.inside.push(event.at)
  }
  return found
}

type Order = 'stands' | 'void' | 'unclear'

/** Proof stands only when it certainly came later; what cannot be ordered is void as well, but says nothing of a leak. */
function against(proof: Span, spans: ReadonlyArray<Span>): Order {
  let order: Order = 'stands'
  for (const span of spans) {
    if (proof.max < span.min) return 'void'
    if (proof.min <= span.max) order = 'unclear'
  }
  return order
}

const atMost = (values: ReadonlyArray<number>) => (values.length === 0 ? null : Math.min(...values))

/** Bounds of the lag from lists, blocks and snapshots of one window. Evidence needs a sure match. */
export function boundLag(
  events: ReadonlyArray<OptOutEvent>,
  window: Window,
  contacts: Contacts,
  flags: Set<Flag>,
): Lag {
  const { t0, resets } = window
  const own = events.filter(
    (event) => event.practice === window.optOut.practice && matchKeys(event.keys, window.bound) === 'sure',
  )
  const contrary = contradictions(own, window)
  const earlier = [...contrary.before, ...contacts.before, ...resets]
  const standing = proofs(own, window).filter(({ kind, at }) => {
    if (kind === 'block') flags.add('blocked_attempt')
    if (against(at, earlier) !== 'stands') return false
    const leaked = against(at, contacts.counted)
    const contradicted = against(at, contrary.inside)
    if (leaked === 'void' && kind === 'set') flags.add('leak_after_suppression')
    if (contradicted === 'void') flags.add('contradicted_evidence')
    return leaked === 'stands' && contradicted === 'stands'
  })
  const since = (instant: number) => Math.max(0, instant - t0)
  const lower = Math.max(0, ...[...contacts.counted, ...contrary.inside].map(({ min }) => since(min)))
  const upper = atMost(standing.filter(({ kind }) => kind !== 'set').map(({ at }) => since(at.max)))
  const sets = standing.filter(({ kind }) => kind === 'set').map(({ at }) => at)
  if (sets.length === 0) return { lo: lower, hi: upper, exact: null }
  const exact = {
    min: since(Math.min(...sets.map(({ min }) => min))),
    max: since(Math.min(...sets.map(({ max }) => max))),
  }
  if (upper !== null && exact.max > upper) return { lo: lower, hi: upper, exact: null }
  return { lo: exact.min, hi: exact.max, exact }
}
