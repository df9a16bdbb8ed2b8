import type { Channel, OptOutEvent } from '#scanners/opt-out/event.ts'
import { type Bound, boundBy, type Identity, linkIdentities, matchKeys } from './identity.ts'
import { boundChannels, judgedAs } from './policy.ts'
import { withoutRepeats } from './propagation.ts'

/** `written` is the practice bar for texts; `express` is what 47 CFR 64.1200(a)(2) leaves for health care messages. */
export type SmsConsent = 'written' | 'express'

export type ConsentResult = {
  attempt: OptOutEvent
  state: 'open' | 'none' | 'unknown'
  /** Consent is there, but the log does not say whether it was written. */
  formMissing: boolean
}

const accepted: Record<SmsConsent, ReadonlySet<string | undefined>> = {
  written: new Set(['written', undefined]),
  express: new Set(['written', 'verbal', undefined]),
}

type Step = { event: OptOutEvent; effect: 'open' | 'close'; bound: Bound | null }

function effectOf(event: OptOutEvent, channel: Channel, smsRequires: SmsConsent): Step['effect'] | undefined {
  if (event.kind === 'opt_out') {
    const judged = judgedAs(channel)
    return judged !== undefined && boundChannels('practice', event).has(judged) ? 'close' : undefined
  }
  if (event.channel !== undefined && judgedAs(event.channel) !== judgedAs(channel)) return undefined
  if (event.kind === 'opt_in') return (event.by ?? 'recipient') === 'recipient' ? 'open' : undefined
  if (event.kind !== 'consent') return undefined
  // A weaker form never opens a text channel, and so cannot weaken a stronger one given before.
  return judgedAs(channel) === 'sms' && !accepted[smsRequires].has(event.form) ? undefined : 'open'
}

function covers(step: Step, attempt: OptOutEvent, identity: Identity): boolean {
  if (step.event.practice !== attempt.practice) return false
  // Worked cases about one person carry no keys.
  if (step.event.keys.length === 0 || attempt.keys.length === 0) return true
  if (step.bound === null) step.bound = boundBy(step.event, identity)
  if (step.effect === 'close') return matchKeys(attempt.keys, step.bound) === 'sure'
  // Consent covers the address it was given for; only one kept under the patient's id reaches their addresses.
  const own = step.event.keys.some((key) => !key.startsWith('pt:'))
  return own
    ? step.event.keys.some((key) => attempt.keys.includes(key))
    : matchKeys(attempt.keys, step.bound) === 'sure'
}

/**
 * Whether consent for the channel was on file at or before each attempt. Consent recorded later cures nothing; when
 * the order cannot be told the state is unknown. Confirmations and emergencies need none.
 */
export function judgeConsent(
  all: ReadonlyArray<OptOutEvent>,
  smsRequires: SmsConsent,
  identity: Identity = linkIdentities(all),
): Array<ConsentResult> {
  const events = withoutRepeats(all)
  const state = events.filter(({ kind }) => kind === 'consent' || kind === 'opt_in' || kind === 'opt_out')
  const stepsBy = new Map<Channel, Array<Step>>()
  const stepsFor = (channel: Channel): Array<Step> => {
    let steps = stepsBy.get(channel)
    if (steps === undefined) {
      steps = state.flatMap((event): Array<Step> => {
        const effect = effectOf(event, channel, smsRequires)
        return effect === undefined ? [] : [{ event, effect, bound: null }]
      })
      // Consent before revocation at one instant, so that the revocation is the last word.
      steps.sort(
        (a, b) => a.event.at.max - b.event.at.max || Number(a.effect === 'close') - Number(b.effect === 'close'),
      )
      stepsBy.set(channel, steps)
    }
    return steps
  }
  return events.flatMap((attempt): Array<ConsentResult> => {
    if (attempt.kind !== 'attempt' || attempt.channel === undefined || attempt.result === 'blocked') return []
    if (attempt.purpose === 'optout_confirmation' || attempt.purpose === 'emergency') return []
    let current: ConsentResult['state'] = 'none'
    let formMissing = false
    for (const step of stepsFor(attempt.channel)) {
      const { at, form, kind } = step.event
      if (!covers(step, attempt, identity)) continue
      const certain = step.effect === 'open' ? at.max <= attempt.at.min : at.max < attempt.at.min
      const possible = step.effect === 'open' ? at.min <= attempt.at.max : at.min < attempt.at.max
      if (certain) {
        current = step.effect === 'open' ? 'open' : 'none'
        formMissing = step.effect === 'open' && kind === 'consent' && form === undefined
      } else if (possible && (step.effect === 'open') === (current === 'none')) current = 'unknown'
    }
    return [{ attempt, state: current, formMissing }]
  })
}
