import { type Channel, isAddress, type JudgedChannel, judgedChannels } from '#scanners/opt-out/event.ts'
import { endOfBusinessDay, nextShiftStart, type Shifts } from './calendar.ts'

/** Rules a history is timed against. A report names the policy with every number; there is no verdict without one. */
export const policyNames = ['practice', 'tcpa', 'tcpa_channel', 'exempt', 'canspam'] as const
export type PolicyName = (typeof policyNames)[number]

export type Policy = {
  name: PolicyName
  /** The practice bar's cap: "within hours, not days". */
  limitHours: number
  zone: string
  /** Local dates that are no business days. */
  holidays: ReadonlySet<string>
  shifts?: Shifts | undefined
  /** How far two vendors' clocks may differ. */
  skewMs: number
}

const hourMs = 3_600_000

/** Last instant at which a contact is still in time, inclusive. `t0` is the latest possible instant of the opt-out. */
export function deadline(policy: Policy, channel: JudgedChannel, t0: number): number {
  switch (policy.name) {
    case 'practice': {
      const cap = t0 + policy.limitHours * hourMs
      if (channel !== 'voice' || policy.shifts === undefined) return cap
      return Math.min(cap, nextShiftStart(t0, policy.shifts, policy.zone) ?? cap)
    }
    case 'exempt':
      return t0
    default:
      // 47 CFR 64.1200(a)(10) and 15 USC 7704(a)(4): at most ten business days.
      return endOfBusinessDay(t0, 10, policy.zone, policy.holidays)
  }
}

/** WhatsApp is judged as a text. */
export function judgedAs(channel: Channel | undefined): JudgedChannel | undefined {
  if (channel === 'whatsapp') return 'sms'
  return judgedChannels.find((judged) => judged === channel)
}

/** Channels an opt-out binds: what it names (all when it names none), narrowed by the policy. */
export function boundChannels(
  policy: PolicyName,
  optOut: { channel?: Channel; scope?: ReadonlyArray<Channel>; wrongNumber?: boolean; keys?: ReadonlyArray<string> },
): Set<JudgedChannel> {
  const named = optOut.scope === undefined ? judgedChannels : optOut.scope.map(judgedAs)
  const own = judgedAs(optOut.channel)
  // A wrong number binds the address alone, and nobody is mailed at a phone number.
  const keys = optOut.wrongNumber === true ? (optOut.keys ?? []).filter(isAddress) : []
  const reaches = (channel: JudgedChannel) =>
    keys.length === 0 || keys.some((key) => key.startsWith('email:') === (channel === 'email'))
  return new Set(
    judgedChannels.filter((channel) => {
      if (!named.includes(channel) || !reaches(channel)) return false
      if (policy === 'tcpa_channel') return channel === own
      return policy === 'canspam' ? channel === 'email' : true
    }),
  )
}
