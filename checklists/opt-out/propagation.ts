import { type JudgedChannel, judgedChannels, type OptOutEvent } from '#scanners/opt-out/event.ts'
import { type Flag, sortAttempts } from './attempts.ts'
import { type Identity, linkIdentities } from './identity.ts'
import { deadline, judgedAs, type Policy } from './policy.ts'
import { boundLag } from './suppression.ts'
import { type Window, windowsOf } from './windows.ts'

export type TimedVerdict = 'pass' | 'fail' | 'unknown'

/** Whether the attempt log of a channel holds all of a time span, both ends in epoch ms. */
export type Covers = (channel: JudgedChannel, from: number, to: number) => boolean

export type WindowResult = {
  optOut: OptOutEvent
  t0: number
  deadline: number
  verdict: TimedVerdict
  /** Milliseconds from t0. */
  lag: { lo: number; hi: number | null }
  late: Array<OptOutEvent>
  inGrace: Array<OptOutEvent>
  flags: Set<Flag>
}

export type ChannelResult = {
  channel: JudgedChannel
  windows: Array<WindowResult>
  verdict: TimedVerdict | 'not-applicable'
}

function judgeWindow(
  events: ReadonlyArray<OptOutEvent>,
  window: Window,
  channel: JudgedChannel,
  policy: Policy,
  covers: Covers,
): WindowResult {
  const flags = new Set<Flag>()
  const { optOut, t0 } = window
  const limit = deadline(policy, channel, t0)
  const attempts = events.filter((event) => event.kind === 'attempt')
  const contacts = sortAttempts(attempts, window, limit, policy.skewMs, flags)
  const { lo, hi, exact } = boundLag(events, window, contacts, flags)
  const allowed = limit - t0

  let verdict: TimedVerdict = 'unknown'
  if (contacts.late.length > 0) verdict = 'fail'
  else if ((exact !== null && exact.min > allowed) || (exact === null && lo > allowed + policy.skewMs)) {
    verdict = 'fail'
    flags.add('late_suppression')
  } else {
    // A contact nobody logged would break a pass, so the log must reach as far as the proof does.
    const covered = covers(channel, t0, Math.max(limit, t0 + (hi ?? 0)))
    if (!covered) flags.add('no_log')
    if (covered && !contacts.undecided) {
      if (hi === null) flags.add('no_suppression_evidence')
      else if (hi <= allowed) verdict = 'pass'
      else flags.add('evidence_after_deadline')
    }
  }
  return {
    optOut,
    t0,
    deadline: limit,
    verdict,
    lag: { lo, hi },
    late: contacts.late,
    inGrace: contacts.inGrace,
    flags,
  }
}

const repeatable = new Set(['attempt', 'opt_out'])

/**
 * One message exported twice is one message; a provider's acceptance is replaced by the later state of the same
 * message. Rows without a provider reference are never merged. The order of the rows is kept.
 */
export function withoutRepeats(events: ReadonlyArray<OptOutEvent>): Array<OptOutEvent> {
  // Most references name one row, which needs no longer name.
  const met = new Set<string>()
  const shared = new Set<string>()
  for (const { providerRef } of events) {
    if (providerRef === undefined) continue
    if (met.has(providerRef)) shared.add(providerRef)
    else met.add(providerRef)
  }
  if (shared.size === 0) return [...events]
  const name = ({ practice, kind, channel, providerRef }: OptOutEvent) =>
    `${practice} ${kind} ${channel} ${providerRef}`
  const seen = new Set<string>()
  const settled = new Set<string>()
  for (const event of events) {
    if (event.kind !== 'attempt' || event.providerRef === undefined || !shared.has(event.providerRef)) continue
    if (event.result !== undefined && event.result !== 'accepted') settled.add(name(event))
  }
  return events.filter((event) => {
    if (!repeatable.has(event.kind) || event.providerRef === undefined || !shared.has(event.providerRef)) return true
    if (event.kind === 'attempt' && event.result === 'accepted' && settled.has(name(event))) return false
    const key = `${name(event)} ${event.result}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const severity: ReadonlyArray<TimedVerdict> = ['fail', 'unknown', 'pass']

export function worst(verdicts: ReadonlyArray<TimedVerdict>): TimedVerdict | 'not-applicable' {
  return severity.find((verdict) => verdicts.includes(verdict)) ?? 'not-applicable'
}

/** What a row says, whatever its place in the file: the order of rows that share an instant. */
export function contentOf({
  kind,
  practice,
  channel,
  keys,
  providerRef,
  result,
  purpose,
  marketing,
  by,
  scope,
  deliveryOnly,
  deliveredAt,
  present,
  wrongNumber,
  form,
  from,
  calledZone,
}: OptOutEvent): string {
  return JSON.stringify([
    kind,
    practice,
    channel,
    [...keys].sort(),
    providerRef,
    result,
    purpose,
    marketing,
    by,
    scope,
    deliveryOnly,
    deliveredAt && [deliveredAt.min, deliveredAt.max],
    present,
    wrongNumber,
    form,
    from,
    calledZone,
  ])
}

/** By time; what ties goes by content, so that shuffled rows give the same result. */
export function inOrder(events: ReadonlyArray<OptOutEvent>): Array<OptOutEvent> {
  const contents = new Map<OptOutEvent, string>()
  const content = (event: OptOutEvent): string => {
    let text = contents.get(event)
    if (text === undefined) {
      text = contentOf(event)
      contents.set(event, text)
    }
    return text
  }
  return [...events].sort((a, b) => {
    const byTime = a.at.min - b.at.min || a.at.max - b.at.max
    if (byTime !== 0 || a === b) return byTime
    const [first, second] = [content(a), content(b)]
    return first < second ? -1 : first > second ? 1 : 0
  })
}

/** Times every opt-out of the events on every judged channel. Same events in any order, same result. */
export function judgePropagation(
  events: ReadonlyArray<OptOutEvent>,
  policy: Policy,
  covers: Covers,
  identity: Identity = linkIdentities(events),
): Array<ChannelResult> {
  const ordered = inOrder(events)
  const unique = withoutRepeats(ordered)
  return judgedChannels.map((channel) => {
    const own = unique.filter((event) => judgedAs(event.channel) === channel)
    const windows = windowsOf(unique, identity, channel, policy.name).map((window) =>
      judgeWindow(own, window, channel, policy, covers),
    )
    return { channel, windows, verdict: worst(windows.map(({ verdict }) => verdict)) }
  })
}
