import { z } from 'zod'
import { normaliseKey } from '#scanners/opt-out/address.ts'
import {
  type Channel,
  channels,
  eventKinds,
  judgedChannels,
  type OptOutEvent,
  results,
  type Span,
} from '#scanners/opt-out/event.ts'
import { readInstant } from '#scanners/opt-out/instant.ts'
import { isZone } from '#scanners/opt-out/zone.ts'
import { judgeConsent } from './consent.ts'
import { excessContacts } from './frequency.ts'
import type { Policy, PolicyName } from './policy.ts'
import { type ChannelResult, type Covers, judgePropagation } from './propagation.ts'
import { isQuiet } from './quiet-hours.ts'
import { judgeRetention } from './retention.ts'

const zone = z.string().refine(isZone, 'Expected an IANA time zone')
const channelSchema = z.enum(channels)
const time = z.union([z.string(), z.number()])
const eventSchema = z.looseObject({
  id: z.string(),
  kind: z.enum(eventKinds),
  at: time.optional(),
  initiated_at: time.optional(),
  delivered_at: time.optional(),
  delivery_only: z.boolean().optional(),
  channel: channelSchema.optional(),
  keys: z.array(z.string()).optional(),
  practice: z.string().optional(),
  scope: z.array(channelSchema).optional(),
  by: z.enum(['recipient', 'staff', 'system']).optional(),
  wrong_number: z.boolean().optional(),
  purpose: z.string().optional(),
  marketing: z.boolean().optional(),
  result: z.enum(results).optional(),
  provider_ref: z.string().optional(),
  present: z.boolean().optional(),
  form: z.enum(['written', 'verbal', 'implied']).optional(),
})
const policySchema = z.looseObject({
  mode: z.enum(['practice', 'tcpa', 'tcpa_channel', 'immediate', 'a9iv', 'exempt', 'canspam']).default('practice'),
  limit_hours: z.number().nonnegative().default(24),
  tz: zone.default('America/New_York'),
  skew_s: z.number().nonnegative().default(0),
  holidays: z.array(z.string()).default([]),
  shifts: z
    .looseObject({
      days: z.array(z.number()).default([0, 1, 2, 3, 4, 5, 6]),
      starts: z.array(z.string()),
      closed: z.array(z.string()).optional(),
      tz: zone.optional(),
    })
    .optional(),
  sms_requires: z.enum(['written', 'express']).default('written'),
  sender_tz: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  contract_end: z.string().nullish(),
  years: z.number().default(6),
})
const coverageSpan = z.looseObject({ from: time, to: time })
const caseSchema = z.looseObject({
  id: z.string(),
  check: z.enum(['propagation', 'consent', 'quiet_hours', 'frequency', 'retention']),
  policy: z.unknown().optional(),
  events: z.array(eventSchema).default([]),
  coverage: z.record(z.string(), z.union([z.boolean(), coverageSpan, z.array(coverageSpan)])).default({}),
  at: time.optional(),
  at_list: z.array(time).default([]),
  start: z.string().optional(),
  end: z.string().optional(),
  as_of: z.string().optional(),
  oldest_required: z.string().nullish(),
  oldest_present: z.string().nullish(),
})

/** A file of worked cases in the short form of the golden corpus. */
export const workedCasesSchema = z.looseObject({ cases: z.array(caseSchema) })
type WorkedCase = z.infer<typeof caseSchema>
type CasePolicy = z.infer<typeof policySchema>
type CaseEvent = z.infer<typeof eventSchema>

/** A time in a case that cannot be read; `case` names where it stands. */
export class UnreadableTime extends Error {}

function spanOf(value: string | number, { tz }: CasePolicy, where: string): Span {
  const read = readInstant(value, { zone: tz })
  if (read === undefined) throw new UnreadableTime(`${where}: "${value}" is not a date or time that can be read.`)
  return { min: read.min, max: read.max }
}

function toEvent(raw: CaseEvent, policy: CasePolicy): OptOutEvent {
  // A bare delivery time tells when it arrived, not when it was handed over.
  const dispatched = raw.kind === 'attempt' ? (raw.initiated_at ?? raw.at) : (raw.at ?? raw.initiated_at)
  const time = dispatched ?? raw.delivered_at
  if (time === undefined && raw.kind !== 'link') throw new UnreadableTime(`${raw.id}: the event has no time.`)
  const purpose = raw.purpose === 'confirmation' ? 'optout_confirmation' : raw.purpose
  return {
    id: raw.id,
    kind: raw.kind,
    keys: (raw.keys ?? []).map(normaliseKey),
    at: time === undefined ? { min: 0, max: 0 } : spanOf(time, policy, raw.id),
    practice: raw.practice ?? 'p1',
    ...(raw.channel && { channel: raw.channel }),
    ...(raw.scope && { scope: raw.scope as Array<Channel> }),
    ...(raw.by && { by: raw.by }),
    ...(raw.wrong_number && { wrongNumber: true }),
    ...(purpose === 'optout_confirmation' || purpose === 'emergency' ? { purpose } : {}),
    ...(raw.marketing && { marketing: true }),
    ...(raw.result && { result: raw.result }),
    ...(raw.provider_ref && { providerRef: raw.provider_ref }),
    ...((raw.delivery_only === true && raw.initiated_at === undefined) || dispatched === undefined
      ? { deliveryOnly: raw.kind === 'attempt' }
      : {}),
    ...(raw.delivered_at !== undefined && { deliveredAt: spanOf(raw.delivered_at, policy, raw.id) }),
    ...(raw.present !== undefined && { present: raw.present }),
    ...(raw.form && { form: raw.form }),
  }
}

const policyOf: Record<CasePolicy['mode'], PolicyName> = {
  practice: 'practice',
  tcpa: 'tcpa',
  tcpa_channel: 'tcpa_channel',
  immediate: 'exempt',
  a9iv: 'exempt',
  exempt: 'exempt',
  canspam: 'canspam',
}

function coverageOf(given: WorkedCase['coverage'], policy: CasePolicy): Covers {
  return (channel, from, to) => {
    const claim = given[channel]
    if (claim === undefined || typeof claim === 'boolean') return claim !== false
    // Each declared source of a channel must hold the whole window.
    return [claim].flat().every((span) => {
      return spanOf(span.from, policy, 'coverage').min <= from && spanOf(span.to, policy, 'coverage').max >= to
    })
  }
}

/** Hours to four decimals, as cases and screens show them. */
export function hours(ms: number): number {
  return Math.round((ms / 3_600_000) * 1e4) / 1e4
}

function timeOrder(a: OptOutEvent, b: OptOutEvent): number {
  return a.at.min - b.at.min || a.at.max - b.at.max
}

function inWords({ windows, verdict }: ChannelResult): unknown {
  const last = windows.at(-1)
  const ids = (events: Array<OptOutEvent>) => [...new Set(events.sort(timeOrder).map(({ id }) => id))]
  return {
    verdict: verdict === 'not-applicable' ? 'not_applicable' : verdict,
    lag_h: last === undefined ? null : [hours(last.lag.lo), last.lag.hi === null ? null : hours(last.lag.hi)],
    violations: ids(windows.flatMap(({ late }) => late)),
    in_grace: ids(windows.flatMap(({ inGrace }) => inGrace)),
    flags: [...new Set(windows.flatMap(({ flags }) => [...flags]))].sort(),
  }
}

/** What the engine says of one worked case, in the words of the corpus. Throws UnreadableTime on a time it cannot read. */
export function evaluateCase(given: WorkedCase): unknown {
  const policy = policySchema.parse(given.policy ?? {})
  const events = given.events.map((event) => toEvent(event, policy))
  switch (given.check) {
    case 'propagation': {
      const timed: Policy = {
        name: policyOf[policy.mode],
        limitHours: policy.limit_hours,
        zone: policy.tz,
        holidays: new Set(policy.holidays),
        shifts: policy.shifts,
        skewMs: policy.skew_s * 1000,
      }
      const byChannel = judgePropagation(events, timed, coverageOf(given.coverage, policy))
      return Object.fromEntries(judgedChannels.map((channel, at) => [channel, inWords(byChannel[at]!)]))
    }
    case 'consent': {
      const without = judgeConsent(events, policy.sms_requires).filter(({ state }) => state === 'none')
      return {
        violations: without
          .map(({ attempt }) => attempt)
          .sort(timeOrder)
          .map(({ id }) => id),
      }
    }
    case 'quiet_hours': {
      const end = given.end ?? policy.end
      return {
        quiet: isQuiet(spanOf(given.at ?? '', policy, given.id), [policy.tz], {
          start: given.start ?? policy.start,
          end,
        }),
      }
    }
    case 'frequency':
      return {
        violations: excessContacts(
          given.at_list.map((at) => spanOf(at, policy, given.id).min),
          policy.tz,
        ),
      }
    case 'retention':
      return {
        verdict: judgeRetention({
          contractEnd: policy.contract_end ?? null,
          years: policy.years,
          asOf: given.as_of ?? '',
          oldestRequired: given.oldest_required ?? null,
          oldestPresent: given.oldest_present ?? null,
        }).verdict,
      }
  }
}
