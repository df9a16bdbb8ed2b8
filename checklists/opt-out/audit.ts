import type { JudgedChannel, OptOutEvent } from '#scanners/opt-out/event.ts'
import { isUndated, judgedChannels } from '#scanners/opt-out/event.ts'
import type { Timeline } from '#scanners/opt-out/timeline.ts'
import type { Flag } from './attempts.ts'
import { type AuditConfig, policyFor } from './audit-config.ts'
import { type ConsentResult, judgeConsent } from './consent.ts'
import { coverageOf } from './coverage.ts'
import { excessContacts } from './frequency.ts'
import { decidingKeys, linkIdentities } from './identity.ts'
import { quantile } from './pairs.ts'
import { patternsOf } from './patterns.ts'
import { type Person, peopleWhoOptedOut } from './people.ts'
import { judgedAs, type PolicyName } from './policy.ts'
import {
  type Covers,
  inOrder,
  judgePropagation,
  type TimedVerdict,
  type WindowResult,
  withoutRepeats,
} from './propagation.ts'
import { judgeQuietHours, type QuietResult } from './quiet-log.ts'

export type PersonResult = {
  policy: PolicyName
  person: string
  channel: JudgedChannel
  verdict: TimedVerdict
  windows: Array<WindowResult>
}

export type ChannelTotals = {
  pass: number
  fail: number
  unknown: number
  p50Ms: number | null
  p95Ms: number | null
  worstMs: number | null
  flags: Map<Flag, number>
}

export type Audit = {
  people: number
  whoOptedOut: ReadonlyArray<Person>
  results: Array<PersonResult>
  totals: Map<PolicyName, Map<JudgedChannel, ChannelTotals>>
  /** null = no consent record at all, so nothing can be said. */
  consent: {
    checked: number
    without: Array<OptOutEvent>
    unknown: number
    formMissing: number
    channels: Array<{ channel: string; checked: number; without: number; unknown: number }>
  } | null
  consentLogs: boolean
  quiet: QuietResult
  frequency: { checked: number; excess: Array<OptOutEvent> }
  patterns: ReturnType<typeof patternsOf>
  oldest: number | null
}

function totalsOf(results: ReadonlyArray<PersonResult>): ChannelTotals {
  const count = (verdict: TimedVerdict) => results.filter((result) => result.verdict === verdict).length
  const windows = results.flatMap((result) => result.windows)
  const upper = windows.flatMap(({ lag }) => (lag.hi === null ? [] : [lag.hi])).sort((a, b) => a - b)
  const flags = new Map<Flag, number>()
  for (const result of results) {
    for (const flag of new Set(result.windows.flatMap((window) => [...window.flags])))
      flags.set(flag, (flags.get(flag) ?? 0) + 1)
  }
  return {
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    p50Ms: quantile(upper, 0.5),
    p95Ms: quantile(upper, 0.95),
    worstMs: windows.length === 0 ? null : Math.max(...windows.map(({ lag }) => lag.hi ?? lag.lo)),
    flags,
  }
}

/** Every person under every policy asked for; `events` is all that is known, for who is linked to whom. */
export function judgePeople(
  people: ReadonlyArray<Person>,
  covers: Covers,
  config: AuditConfig,
  events: ReadonlyArray<OptOutEvent>,
): Array<PersonResult> {
  const identity = linkIdentities(events)
  const years = new Set<number>()
  for (const event of events)
    if (event.kind === 'opt_out') for (const ahead of [0, 1]) years.add(new Date(event.at.max).getUTCFullYear() + ahead)
  return config.policies.flatMap((name) => {
    const policy = policyFor(name, config, years)
    return people.flatMap((person) =>
      judgePropagation(person.events, policy, covers, identity).flatMap(
        ({ channel, windows, verdict }): Array<PersonResult> =>
          verdict === 'not-applicable' ? [] : [{ policy: name, person: person.name, channel, verdict, windows }],
      ),
    )
  })
}

function consentByChannel(results: ReadonlyArray<ConsentResult>): NonNullable<Audit['consent']>['channels'] {
  return judgedChannels.flatMap((channel) => {
    const own = results.filter(({ attempt }) => judgedAs(attempt.channel) === channel)
    const count = (state: ConsentResult['state']) => own.filter((result) => result.state === state).length
    return own.length === 0 ? [] : [{ channel, checked: own.length, without: count('none'), unknown: count('unknown') }]
  })
}

function judgeFrequency(attempts: ReadonlyArray<OptOutEvent>, zone: string): Audit['frequency'] {
  const byPerson = new Map<string, Array<OptOutEvent>>()
  for (const attempt of attempts) {
    if (attempt.result === 'blocked' || attempt.purpose === 'optout_confirmation' || attempt.purpose === 'emergency')
      continue
    if (judgedAs(attempt.channel) === undefined || attempt.channel === 'email') continue
    const key = `${attempt.practice} ${decidingKeys(attempt.keys)[0]}`
    const list = byPerson.get(key)
    if (list === undefined) byPerson.set(key, [attempt])
    else list.push(attempt)
  }
  const excess = [...byPerson.values()].flatMap((list) =>
    excessContacts(
      list.map(({ at }) => at.min),
      zone,
    ).map((index) => list[index]!),
  )
  return { checked: attempts.length, excess }
}

/** Judges a timeline under every policy asked for. Pure: same timeline, same settings, same result. */
export function auditTimeline(timeline: Timeline, config: AuditConfig): Audit {
  // In order of time first: which of two repeats stays, and so every count and list, must not hang on the order of files.
  const events = withoutRepeats(inOrder(timeline.events))
  // A contact whose time cannot be read may lie anywhere, so nothing passes beside it; it counts nowhere else.
  const everything = [...events, ...timeline.undated]
  const identity = linkIdentities(everything)
  const judged = peopleWhoOptedOut(everything, identity)
  const results = judgePeople(judged, coverageOf(timeline, config), config, everything)
  const people = judged.map(({ name, events: own }) => ({ name, events: own.filter((event) => !isUndated(event)) }))
  const totals: Audit['totals'] = new Map()
  for (const policy of config.policies) {
    const own = results.filter((result) => result.policy === policy)
    totals.set(
      policy,
      new Map(judgedChannels.map((channel) => [channel, totalsOf(own.filter((result) => result.channel === channel))])),
    )
  }
  const consentLogs = events.some(({ kind }) => kind === 'consent')
  const consented = consentLogs
    ? judgeConsent(events, config.smsRequires, identity).filter(
        ({ attempt }) => judgedAs(attempt.channel) !== undefined,
      )
    : null
  const attempts = events.filter(({ kind }) => kind === 'attempt')
  return {
    people: people.length,
    whoOptedOut: people,
    results,
    totals,
    consent: consented && {
      channels: consentByChannel(consented),
      checked: consented.length,
      without: consented.filter(({ state }) => state === 'none').map(({ attempt }) => attempt),
      unknown: consented.filter(({ state }) => state === 'unknown').length,
      formMissing: consented.filter(
        ({ attempt, state, formMissing }) => judgedAs(attempt.channel) === 'sms' && state === 'open' && formMissing,
      ).length,
    },
    consentLogs,
    quiet: judgeQuietHours(attempts, config.quietHours),
    frequency: judgeFrequency(attempts, config.zone),
    patterns: patternsOf(people, events),
    oldest: timeline.events.reduce<number | null>(
      (first, { at, kind }) => (kind === 'link' ? first : first === null ? at.min : Math.min(first, at.min)),
      null,
    ),
  }
}
