import type { ReplyRuling } from '#scanners/answers/evidence.ts'
import { isUndated, type JudgedChannel, judgedChannels, type OptOutEvent } from '#scanners/opt-out/event.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { Evidence, EvidenceOf } from '../requirement.ts'
import { ruledOn } from '../ruling.ts'
import { judgePeople, type PersonResult } from './audit.ts'
import { type AuditConfig, auditConfigSchema } from './audit-config.ts'
import { contactsOf, openLines, placeIn, unclearLine } from './audit-evidence.ts'
import { judgeConsent } from './consent.ts'
import { coverageOf } from './coverage.ts'
import { historiesOf } from './histories.ts'
import { linkIdentities } from './identity.ts'
import { lagsAfter, pairsAfter, quantile } from './pairs.ts'
import { type Person, peopleWhoOptedOut } from './people.ts'
import { judgedAs } from './policy.ts'
import { hours } from './worked-case.ts'

/** The line under which unclear replies are ruled on. */
export const replyRequirement = 'opt-out.informal-words-heard'

type Ruling = EvidenceOf<'ruling'>
type Doubtful = NonNullable<OptOutEvidence['doubtful']>
type Case = Doubtful['cases'][number]
type Timed = { people: Array<Person>; results: Array<PersonResult>; without: Array<OptOutEvent> }

/** Zod says `undefined` where the type says absent; the timing treats both alike. */
const eventOf = (event: Case['events'][number]) => event as OptOutEvent

/** The newest word on each reply. */
function newestRulings(evidence: ReadonlyArray<Evidence>, at: Date): Map<string, Ruling & { reply: ReplyRuling }> {
  const newest = new Map<string, Ruling & { reply: ReplyRuling }>()
  for (const ruling of ruledOn(evidence, replyRequirement, at)) {
    const { observation, reply, source } = ruling
    if (observation === null || reply === undefined) continue
    const known = newest.get(observation)
    if (known === undefined || source.at >= known.source.at) newest.set(observation, { ...ruling, reply })
  }
  return newest
}

function asOptOut(given: Case['events'][number], reply: ReplyRuling): OptOutEvent | null {
  const event = eventOf(given)
  switch (reply) {
    case 'no-opt-out':
      return null
    case 'wrong-number':
      return { ...event, wrongNumber: true, scope: ['sms', 'voice'] }
    case 'opt-out-here':
      return event.channel === undefined ? event : { ...event, scope: [event.channel] }
    case 'opt-out':
      return event
  }
}

function time(events: ReadonlyArray<OptOutEvent>, config: AuditConfig, { logs }: Doubtful, consent: boolean): Timed {
  const identity = linkIdentities(events)
  const people = peopleWhoOptedOut(events, identity)
  // The schema's record of channels allows `undefined`; the reader writes none.
  const files = logs as Parameters<typeof coverageOf>[0]['files']
  return {
    people,
    results: judgePeople(people, coverageOf({ files }, config), config, events),
    without: consent
      ? judgeConsent(events, config.smsRequires, identity)
          .filter(
            ({ attempt, state }) => state === 'none' && judgedAs(attempt.channel) !== undefined && !isUndated(attempt),
          )
          .map(({ attempt }) => attempt)
      : [],
  }
}

const joined = (timed: ReadonlyArray<Timed>): Timed => ({
  people: timed.flatMap(({ people }) => people),
  results: timed.flatMap(({ results }) => results),
  without: timed.flatMap(({ without }) => without),
})

function flagsOf(results: ReadonlyArray<PersonResult>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { policy, channel, windows } of results) {
    for (const flag of new Set(windows.flatMap((window) => [...window.flags]))) {
      const key = `${policy} ${channel} ${flag}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function flagsAfter(log: OptOutEvidence, before: Timed, after: Timed): NonNullable<OptOutEvidence['flags']> {
  const counts = new Map(
    (log.flags ?? []).map(({ policy, channel, flag, people }) => [`${policy} ${channel} ${flag}`, people]),
  )
  for (const [key, count] of flagsOf(before.results)) counts.set(key, (counts.get(key) ?? 0) - count)
  for (const [key, count] of flagsOf(after.results)) counts.set(key, (counts.get(key) ?? 0) + count)
  return [...counts]
    .filter(([, people]) => people > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, people]) => {
      const [policy = '', channel = '', flag = ''] = key.split(' ')
      return { policy, channel, flag, people }
    })
}

function channelsAfter(
  log: OptOutEvidence,
  doubtful: Doubtful,
  before: Timed,
  after: Timed,
): OptOutEvidence['channels'] {
  const lags = doubtful.lags === undefined ? null : lagsAfter(doubtful.lags, before.results, after.results)
  return log.channels.map((row) => {
    const own = ({ results }: Timed) =>
      results.filter(({ policy, channel }) => policy === row.policy && channel === row.channel)
    const [old, fresh] = [own(before), own(after)]
    const count = (verdict: 'pass' | 'fail' | 'unknown') =>
      row[verdict] -
      old.filter((result) => result.verdict === verdict).length +
      fresh.filter((result) => result.verdict === verdict).length
    const sorted = lags
      ?.filter(({ policy, channel }) => policy === row.policy && channel === row.channel)
      .flatMap((pair) => pair.hours)
      .sort((a, b) => a - b)
    const worst = fresh.flatMap(({ windows }) => windows.map(({ lag }) => hours(lag.hi ?? lag.lo)))
    return {
      ...row,
      pass: count('pass'),
      fail: count('fail'),
      unknown: count('unknown'),
      p50Hours: sorted === undefined ? row.p50Hours : quantile(sorted, 0.5),
      p95Hours: sorted === undefined ? row.p95Hours : quantile(sorted, 0.95),
      worstHours: worst.length === 0 ? row.worstHours : Math.max(row.worstHours ?? 0, ...worst),
    }
  })
}

const rank = { fail: 0, unknown: 1, pass: 2 } as const

function historiesAfter(log: OptOutEvidence, before: Timed, after: Timed): OptOutEvidence['histories'] {
  if (log.histories === undefined) return undefined
  const gone = new Set(before.people.map(({ name }) => name))
  const fresh = historiesOf({ results: after.results, whoOptedOut: after.people }, placeIn(log.inputs))
  const worst = ({ results }: NonNullable<OptOutEvidence['histories']>[number]) =>
    Math.min(3, ...results.map(({ verdict }) => rank[verdict]))
  return [...fresh, ...log.histories.filter(({ person }) => !gone.has(person))].sort((a, b) => worst(a) - worst(b))
}

function consentAfter(log: OptOutEvidence, before: Timed, after: Timed): Partial<OptOutEvidence> {
  if (log.consent === null) return {}
  const place = placeIn(log.inputs)
  const known = new Set((log.withoutConsent ?? []).map(({ file, line }) => `${file}:${line}`))
  const added = after.without
    .slice(0)
    .map(place)
    .filter(({ file, line }) => !known.has(`${file}:${line}`))
  const more = after.without.length - before.without.length
  const on = (channel: string, { without }: Timed) =>
    without.filter((attempt) => judgedAs(attempt.channel) === channel).length
  return {
    ...(log.consentChannels && {
      consentChannels: log.consentChannels.map((row) => ({
        ...row,
        without: row.without - on(row.channel, before) + on(row.channel, after),
      })),
    }),
    consent: { ...log.consent, without: log.consent.without + Math.max(0, more) },
    withoutConsent: [...(log.withoutConsent ?? []), ...added],
  }
}

function openAfter(log: OptOutEvidence, flags: NonNullable<OptOutEvidence['flags']>, held: number, untimed: number) {
  const policy = log.channels[0]?.policy
  const inOrder = (rows: NonNullable<OptOutEvidence['flags']>) =>
    judgedChannels.flatMap((name: JudgedChannel) =>
      openLines(rows.filter((row) => row.policy === policy && row.channel === name)),
    )
  const replaced = [...inOrder(log.flags ?? []), ...unclearLine(log.held?.length ?? 0)]
  const rest = log.cannotProve.filter(({ what, why }) => !replaced.some((row) => row.what === what && row.why === why))
  const late =
    untimed === 0
      ? []
      : [
          {
            what: `${untimed} ${untimed === 1 ? 'reply' : 'replies'} ruled to be an opt-out`,
            why: 'their time cannot be read, or too many rows concern these people to be kept; read the same logs again, with dates that can be read, to time them',
          },
        ]
  return [...unclearLine(held), ...late, ...inOrder(flags), ...rest]
}

/**
 * A log with people's rulings on its unclear replies laid over it. One that was an opt-out starts its clock when it
 * arrived, whenever that was said; one that was none leaves the queue. Pure; without such rulings the log is unchanged.
 */
export function asRuled(log: OptOutEvidence, evidence: ReadonlyArray<Evidence>, at: Date): OptOutEvidence {
  const { held = [], doubtful } = log
  if (held.length === 0) return log
  const rulings = newestRulings(evidence, at)
  const ruled = held.filter(({ key }) => key !== undefined && rulings.has(key))
  if (ruled.length === 0) return log
  const concerned = (doubtful?.cases ?? []).filter(({ replies }) =>
    replies.some(({ key }) => (rulings.get(key)?.reply ?? 'no-opt-out') !== 'no-opt-out'),
  )
  const timed = new Set(concerned.flatMap(({ replies }) => replies.map(({ key }) => key)))
  const decided = ruled.map(({ key = '', file, line, at: when, channel }) => {
    const { reply, by, source, reason } = rulings.get(key)!
    return {
      key,
      file,
      line,
      at: when,
      channel,
      reply,
      by,
      ruledAt: source.at,
      reason,
      timed: reply === 'no-opt-out' || timed.has(key),
    }
  })
  const left = held.filter((reply) => !ruled.includes(reply))
  const untimed = decided.filter((reply) => !reply.timed).length
  const base: OptOutEvidence = { ...log, held: left, decided }
  if (doubtful === undefined || concerned.length === 0)
    return { ...base, cannotProve: openAfter(log, log.flags ?? [], left.length, untimed) }

  const config = auditConfigSchema.parse(doubtful.settings)
  const consent = log.consent !== null
  const before = joined(concerned.map(({ events }) => time(events.map(eventOf), config, doubtful, consent)))
  const after = joined(
    concerned.map(({ events, replies }) => {
      const said = replies.flatMap(({ key, event }) => asOptOut(event, rulings.get(key)?.reply ?? 'no-opt-out') ?? [])
      return time([...events.map(eventOf), ...said], config, doubtful, consent)
    }),
  )
  const gone = new Set(before.people.map(({ name }) => name))
  const others = <Row extends { person: string }>(rows: ReadonlyArray<Row> = []) =>
    rows.filter(({ person }) => !gone.has(person))
  const contacts = contactsOf(after.results, placeIn(log.inputs))
  const flags = flagsAfter(log, before, after)
  const histories = historiesAfter(log, before, after)
  return {
    ...base,
    people: log.people - before.people.length + after.people.length,
    channels: channelsAfter(log, doubtful, before, after),
    ...(log.pairs && { pairs: pairsAfter(log.pairs, doubtful.lags, before.results, after.results) }),
    late: [...others(log.late), ...contacts.late],
    inGrace: [...others(log.inGrace), ...contacts.inGrace],
    flags,
    ...(histories && { histories }),
    ...consentAfter(log, before, after),
    cannotProve: openAfter(log, flags, left.length, untimed),
  }
}
