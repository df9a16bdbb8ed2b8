import { isUndated, judgedChannels, type OptOutEvent } from '#scanners/opt-out/event.ts'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { HeldReply } from '#scanners/opt-out/row-event.ts'
import type { Timeline } from '#scanners/opt-out/timeline.ts'
import type { Audit } from './audit.ts'
import { type AuditConfig, policyFor } from './audit-config.ts'
import { boundBy, linkIdentities, matchKeys } from './identity.ts'
import { lagsOf } from './pairs.ts'
import { type Person, peopleWhoOptedOut } from './people.ts'
import { deadline, judgedAs } from './policy.ts'
import { inOrder, withoutRepeats } from './propagation.ts'

type Doubtful = NonNullable<OptOutEvidence['doubtful']>
type TimedEvent = Doubtful['cases'][number]['events'][number]

const casesAtMost = 500
const eventsAtMost = 400
const lagsAtMost = 20_000

/** What a held reply is called in rulings: the file by its hash, so that another month's file of that name is not meant. */
export function replyKey(sha256: string, line: number): string {
  return `${sha256.slice(0, 16)}:${line}`
}

/** The reply as the opt-out it would be. */
function asOptOut(reply: HeldReply, key: string): OptOutEvent {
  const { keys, practice, at, file, line, channel } = reply
  return { id: key, kind: 'opt_out', keys, practice, at, file, line, by: 'recipient', ...(channel && { channel }) }
}

/** People who have anything in common stay together: what is ruled of one may bear on the other. */
function clusters(people: ReadonlyArray<Person>): Array<Set<OptOutEvent>> {
  const of = new Map<OptOutEvent, Set<OptOutEvent>>()
  for (const { events } of people) {
    const joined = new Set(events)
    for (const event of events) for (const known of of.get(event) ?? []) joined.add(known)
    for (const event of joined) of.set(event, joined)
  }
  return [...new Set(of.values())]
}

/** Leaves out what names a message, a sender or an area: the timing does not need it. */
function compact(event: OptOutEvent, practices: Map<string, string>): TimedEvent {
  const { id, kind, keys, at, channel, scope, by, wrongNumber, purpose, marketing, result } = event
  const { deliveryOnly, deliveredAt, present, form, file = 0, line = 0 } = event
  const practice = practices.get(event.practice) ?? String(practices.size + 1)
  practices.set(event.practice, practice)
  const told = { channel, by, wrongNumber, purpose, marketing, result, deliveryOnly, deliveredAt, present, form }
  return {
    id,
    kind,
    keys: [...keys],
    at: { min: at.min, max: at.max },
    practice,
    file,
    line,
    ...(scope && { scope: [...scope] }),
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
  }
}

/** Without a time of its own a reply has no deadline, and no contact is known to come after it. */
export type HeldNote = { key: string; stopBy?: string; contactsSince?: number }

/**
 * What the queue shows of each unclear reply, and what is kept of the people they concern, so that a later ruling can
 * start the clock without the logs. Nothing is kept when nothing is unclear.
 */
export function doubtfulOf(
  audit: Audit,
  timeline: Timeline,
  config: AuditConfig,
): { doubtful: Doubtful | undefined; notes: ReadonlyMap<HeldReply, HeldNote> } {
  const notes = new Map<HeldReply, HeldNote>()
  if (timeline.held.length === 0) return { doubtful: undefined, notes }
  const events = [...withoutRepeats(inOrder(timeline.events)), ...timeline.undated]
  const replies = new Map<OptOutEvent, string>()
  const asked: Array<{ reply: HeldReply; event: OptOutEvent; key: string }> = []
  for (const reply of timeline.held) {
    const key = replyKey(timeline.files[reply.file]?.sha256 ?? '', reply.line)
    // Nobody can start a clock that no time is known of.
    if (isUndated(reply)) notes.set(reply, { key })
    else {
      const event = asOptOut(reply, key)
      replies.set(event, key)
      asked.push({ reply, event, key })
    }
  }
  const all = [...events, ...replies.keys()]
  const identity = linkIdentities(all)
  const people = peopleWhoOptedOut(all, identity)
  const years = new Set(
    asked.flatMap(({ reply: { at } }) => [0, 1].map((ahead) => new Date(at.max).getUTCFullYear() + ahead)),
  )
  const practice = policyFor('practice', config, years)
  const found = clusters(people).filter((cluster) => [...cluster].some((event) => replies.has(event)))
  const clusterOf = new Map(found.flatMap((cluster) => [...cluster].map((event) => [event, cluster] as const)))
  for (const { reply, event, key } of asked) {
    const bound = boundBy(event, identity)
    const since = [...(clusterOf.get(event) ?? [])].filter(
      ({ kind, result, channel, at: when, keys }) =>
        kind === 'attempt' &&
        result !== 'blocked' &&
        judgedAs(channel) !== undefined &&
        when.min > reply.at.max &&
        matchKeys(keys, bound) === 'sure',
    )
    const limits = judgedChannels.map((channel) => deadline(practice, channel, reply.at.max))
    notes.set(reply, { key, stopBy: new Date(Math.min(...limits)).toISOString(), contactsSince: since.length })
  }
  const practices = new Map<string, string>()
  const cases = found
    .filter((cluster) => cluster.size <= eventsAtMost)
    .slice(0, casesAtMost)
    .map((cluster) => ({
      replies: [...cluster].flatMap((event) => {
        const key = replies.get(event)
        return key === undefined ? [] : [{ key, event: compact(event, practices) }]
      }),
      events: [...cluster].filter((event) => !replies.has(event)).map((event) => compact(event, practices)),
    }))
  const lags = lagsOf(audit.results)
  const few = lags.reduce((sum, row) => sum + row.hours.length, 0) <= lagsAtMost
  const logs = timeline.files.map(({ format, source, channels }) => ({ format: source ?? format, channels }))
  return { doubtful: { settings: { ...config }, logs, cases, ...(few && { lags }) }, notes }
}
