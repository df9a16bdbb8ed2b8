import type { JudgedChannel } from '#scanners/opt-out/event.ts'
import type { policyNames } from './policy.ts'
import type { WindowResult } from './propagation.ts'
import { hours } from './worked-case.ts'

export const policyTitles: Record<(typeof policyNames)[number], string> = {
  practice: 'the practice bar (hours, not days; calls before the next shift)',
  tcpa: 'ten business days on every channel (47 CFR 64.1200(a)(10))',
  tcpa_channel: 'ten business days on the channel of the opt-out (47 CFR 64.1200(a)(10), revoke-all waived)',
  exempt: 'at once, as the healthcare exemption asks (47 CFR 64.1200(a)(9)(iv))',
  canspam: 'ten business days for e-mail (15 USC 7704(a)(4))',
}

const channelWords: Record<JudgedChannel, string> = { sms: 'text', email: 'e-mail', voice: 'call' }

function spell(ms: number): string {
  const value = hours(ms)
  return `${value < 48 ? value : Math.round(value * 10) / 10} h`
}

/** The one sentence that explains a result. */
export function explain(
  { verdict, lag, late, inGrace, flags, t0, deadline }: WindowResult,
  channel: JudgedChannel,
): string {
  const word = channelWords[channel]
  const limit = spell(deadline - t0)
  const grace = inGrace.length === 0 ? '' : ` ${inGrace.length} within the limit before that.`
  if (late.length > 0) {
    const first = Math.min(...late.map(({ at }) => at.min))
    return `${late.length} ${word}${late.length === 1 ? '' : 's'} after the limit of ${limit}, the first ${spell(first - t0)} after the opt-out.${grace}`
  }
  if (verdict === 'fail')
    return `Nobody was contacted late, but contact stayed possible for more than ${spell(lag.lo)}; the limit is ${limit}.`
  if (verdict === 'pass') {
    return lag.lo === lag.hi
      ? `Suppressed ${spell(lag.lo)} after the opt-out; the limit is ${limit}.${grace}`
      : `Suppressed at the latest ${spell(lag.hi ?? 0)} after the opt-out; the limit is ${limit}.${grace}`
  }
  if (flags.has('no_log')) return 'The log of contacts does not cover the time from the opt-out to the limit.'
  if (flags.has('no_suppression_evidence'))
    return 'Nothing in the logs shows when contact became impossible; silence is no proof.'
  if (flags.has('evidence_after_deadline'))
    return `The first sign of suppression is ${spell(lag.hi ?? 0)} after the opt-out, later than the limit of ${limit}; when it happened is open.`
  return `The logs do not decide it: ${[...flags].sort().join(', ')}.`
}
