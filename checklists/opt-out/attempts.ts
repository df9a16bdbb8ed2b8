import type { OptOutEvent, Span } from '#scanners/opt-out/event.ts'
import { matchKeys } from './identity.ts'
import { judgedAs } from './policy.ts'
import type { Window } from './windows.ts'

export type Flag =
  | 'blocked_attempt'
  | 'boundary_uncertain'
  | 'contradicted_evidence'
  | 'emergency_excluded'
  | 'evidence_after_deadline'
  | 'identity_ambiguous'
  | 'in_flight'
  | 'initiation_unknown'
  | 'late_confirmation'
  | 'late_suppression'
  | 'leak_after_suppression'
  | 'no_log'
  | 'no_suppression_evidence'
  | 'order_uncertain'

export type Contacts = {
  late: Array<OptOutEvent>
  inGrace: Array<OptOutEvent>
  /** Every contact after the opt-out that counts, also one whose side of the deadline is unclear. */
  counted: Array<Span>
  /** Ordinary attempts before the opt-out: they show that an older suppression did not hold. */
  before: Array<Span>
  undecided: boolean
}

// 47 CFR 64.1200(a)(12): one confirmation text is presumed fine within five minutes.
const confirmationMs = 300_000

type Sorting = { window: Window; deadline: number; skewMs: number; flags: Set<Flag>; found: Contacts }

/** Sorts what came after the opt-out was certainly over: late, in grace, or not decidable. */
function sortContact(attempt: OptOutEvent, { deadline, skewMs, flags, found }: Sorting): void {
  const { at } = attempt
  found.counted.push(at)
  if (at.min > deadline + skewMs) found.late.push(attempt)
  else if (at.max <= deadline) found.inGrace.push(attempt)
  else {
    flags.add('boundary_uncertain')
    found.undecided = true
  }
}

/** Why the order or the person of an attempt cannot be told, in the order the tests are made. */
function doubt(attempt: OptOutEvent, { window, skewMs }: Sorting, match: 'sure' | 'maybe'): Flag | undefined {
  const { at } = attempt
  if (match === 'maybe') return 'identity_ambiguous'
  // Acceptance by a provider's interface is not yet a send, and a delivery does not tell when it was handed over.
  if (attempt.deliveryOnly === true || attempt.result === 'accepted') return 'initiation_unknown'
  if (at.min <= window.t0 + skewMs) return 'order_uncertain'
  return window.t1 !== undefined && at.max >= window.t1.min ? 'order_uncertain' : undefined
}

/** Walks the attempts of one window in time order. Blocked ones reached nobody and are evidence instead. */
export function sortAttempts(
  attempts: ReadonlyArray<OptOutEvent>,
  window: Window,
  deadline: number,
  skewMs: number,
  flags: Set<Flag>,
): Contacts {
  const found: Contacts = { late: [], inGrace: [], counted: [], before: [], undecided: false }
  const sorting = { window, deadline, skewMs, flags, found }
  const { optOut, t0, t1 } = window
  let confirmed = false
  for (const attempt of attempts) {
    if (attempt.result === 'blocked' || attempt.practice !== optOut.practice) continue
    const { at } = attempt
    if (t1 !== undefined && at.min >= t1.max) continue
    const match = matchKeys(attempt.keys, window.bound)
    if (match === 'none') continue
    const confirmation = attempt.purpose === 'optout_confirmation'
    if (attempt.purpose === 'emergency') {
      if (at.min > t0) flags.add('emergency_excluded')
    } else if (at.max <= optOut.at.min) {
      if (attempt.deliveredAt !== undefined && attempt.deliveredAt.min > t0) flags.add('in_flight')
      if (match === 'sure' && !(confirmation && attempt.marketing !== true)) found.before.push(at)
    } else {
      const first = confirmation && !confirmed && judgedAs(attempt.channel) === judgedAs(optOut.channel)
      if (confirmation) confirmed = true
      if (first && attempt.marketing !== true) {
        if (at.min > t0 + confirmationMs) flags.add('late_confirmation')
        continue
      }
      const reason = doubt(attempt, sorting, match)
      if (reason === undefined) sortContact(attempt, sorting)
      else {
        flags.add(reason)
        found.undecided = true
      }
    }
  }
  return found
}
