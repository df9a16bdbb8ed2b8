import type { JudgedChannel, OptOutEvent, Span } from '#scanners/opt-out/event.ts'
import { type Bound, boundBy, type Identity, matchKeys } from './identity.ts'
import { boundChannels, judgedAs, type PolicyName } from './policy.ts'

/** From one opt-out to the recipient's next opt-in on one channel, for the addresses no earlier open window holds. */
export type Window = {
  optOut: OptOutEvent
  bound: Bound
  /** Latest possible instant of the opt-out; the clock starts here. */
  t0: number
  /** The opt-in that closes the window; `max` is infinite when it may also lie before the opt-out. */
  t1: Span | undefined
  /** Recipient opt-ins before the opt-out: they reset what the lists held before. */
  resets: ReadonlyArray<Span>
}

function without(bound: Bound, taken: ReadonlySet<string>): Bound {
  const keep = (keys: Set<string>) => new Set([...keys].filter((key) => !taken.has(key)))
  return { sure: keep(bound.sure), maybe: keep(bound.maybe) }
}

function close(optOut: OptOutEvent, bound: Bound, optIns: ReadonlyArray<OptOutEvent>): Pick<Window, 't1' | 'resets'> {
  const resets: Array<Span> = []
  let t1: Span | undefined
  for (const { at, keys } of optIns) {
    if (matchKeys(keys, bound) !== 'sure') continue
    if (at.max <= optOut.at.min) resets.push(at)
    else {
      const max = at.min <= optOut.at.max ? Number.POSITIVE_INFINITY : at.max
      t1 = t1 === undefined ? { min: at.min, max } : { min: Math.min(t1.min, at.min), max: Math.min(t1.max, max) }
    }
  }
  return { t1, resets }
}

/**
 * The windows of one channel. An opt-out inside an open window does not restart its clock; addresses it adds get a
 * window of their own. Only the recipient's opt-in closes: staff and system imports never do.
 */
export function windowsOf(
  events: ReadonlyArray<OptOutEvent>,
  identity: Identity,
  channel: JudgedChannel,
  policy: PolicyName,
): Array<Window> {
  const on = (event: OptOutEvent) => judgedAs(event.channel) === channel
  const optIns = events.filter(
    (event) => event.kind === 'opt_in' && on(event) && (event.by ?? 'recipient') === 'recipient',
  )
  const optOuts = events
    .filter((event) => event.kind === 'opt_out' && boundChannels(policy, event).has(channel))
    .sort((a, b) => a.at.max - b.at.max || a.at.min - b.at.min)
  const windows: Array<Window> = []
  for (const optOut of optOuts) {
    const t0 = optOut.at.max
    const taken = new Set<string>()
    for (const open of windows) {
      if (open.optOut.practice !== optOut.practice) continue
      if (open.t1 === undefined || t0 < open.t1.min) for (const key of open.bound.sure) taken.add(key)
    }
    const bound = without(boundBy(optOut, identity), taken)
    if (bound.sure.size === 0) continue
    const own = optIns.filter((event) => event.practice === optOut.practice)
    windows.push({ optOut, bound, t0, ...close(optOut, bound, own) })
  }
  return windows
}
