import type { Channel, OptOutEvent } from '#scanners/opt-out/event.ts'
import { boundBy, decidingKeys, type Identity, linkIdentities } from './identity.ts'
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

type Step = { event: OptOutEvent; effect: 'open' | 'close' }

function effectOf(event: OptOutEvent, channel: Channel, smsRequires: SmsConsent): Step['effect'] | undefined {
  const judged = judgedAs(channel)
  if (event.kind === 'opt_out') {
    return judged !== undefined && boundChannels('practice', event).has(judged) ? 'close' : undefined
  }
  if (
    event.channel !== undefined &&
    event.channel !== channel &&
    (judged === undefined || judgedAs(event.channel) !== judged)
  )
    return undefined
  if (event.kind === 'opt_in') return (event.by ?? 'recipient') === 'recipient' ? 'open' : undefined
  if (event.kind !== 'consent') return undefined
  // A weaker form never opens a text channel, and so cannot weaken a stronger one given before.
  return judged === 'sms' && !accepted[smsRequires].has(event.form) ? undefined : 'open'
}

/** Whom a step concerns. Consent covers the address it was given for; only one under the patient's id reaches all of theirs. */
function reach({ event, effect }: Step, identity: Identity): Iterable<string> {
  const addresses = event.keys.filter((key) => !key.startsWith('pt:'))
  return effect === 'open' && addresses.length > 0 ? addresses : boundBy(event, identity).sure
}

// Worked cases about one person carry no keys; they share this one.
const nobody = 'nobody'

function indexSteps(
  state: ReadonlyArray<OptOutEvent>,
  channel: Channel,
  smsRequires: SmsConsent,
  identity: Identity,
): Map<string, Array<Step>> {
  const steps = state.flatMap((event): Array<Step> => {
    const effect = effectOf(event, channel, smsRequires)
    return effect === undefined ? [] : [{ event, effect }]
  })
  // Consent before revocation at one instant, so that the revocation is the last word.
  steps.sort((a, b) => a.event.at.max - b.event.at.max || Number(a.effect === 'close') - Number(b.effect === 'close'))
  const byKey = new Map<string, Array<Step>>()
  for (const step of steps) {
    for (const key of step.event.keys.length === 0 ? [nobody] : reach(step, identity)) {
      const list = byKey.get(key)
      if (list === undefined) byKey.set(key, [step])
      else list.push(step)
    }
  }
  return byKey
}

function stateAt(steps: ReadonlyArray<Step>, attempt: OptOutEvent): Pick<ConsentResult, 'state' | 'formMissing'> {
  let state: ConsentResult['state'] = 'none'
  let formMissing = false
  for (const { event, effect } of steps) {
    if (event.practice !== attempt.practice) continue
    const opens = effect === 'open'
    const certain = opens ? event.at.max <= attempt.at.min : event.at.max < attempt.at.min
    const possible = opens ? event.at.min <= attempt.at.max : event.at.min < attempt.at.max
    if (certain) {
      state = opens ? 'open' : 'none'
      formMissing = opens && event.kind === 'consent' && event.form === undefined
    } else if (possible && opens === (state === 'none')) state = 'unknown'
  }
  return { state, formMissing }
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
  const indexes = new Map<Channel, Map<string, Array<Step>>>()
  return events.flatMap((attempt): Array<ConsentResult> => {
    const { channel } = attempt
    if (attempt.kind !== 'attempt' || channel === undefined || attempt.result === 'blocked') return []
    if (attempt.purpose === 'optout_confirmation' || attempt.purpose === 'emergency') return []
    let byKey = indexes.get(channel)
    if (byKey === undefined) {
      byKey = indexSteps(state, channel, smsRequires, identity)
      indexes.set(channel, byKey)
    }
    const keys = attempt.keys.length === 0 ? [nobody] : decidingKeys(attempt.keys)
    const lists = keys.map((key) => byKey.get(key)).filter((list) => list !== undefined)
    const steps =
      lists.length === 1 ? lists[0]! : [...new Set(lists.flat())].sort((a, b) => a.event.at.max - b.event.at.max)
    return [{ attempt, ...stateAt(steps, attempt) }]
  })
}
