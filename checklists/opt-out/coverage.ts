import type { Activity, DayRuns } from '#scanners/opt-out/activity.ts'
import type { JudgedChannel } from '#scanners/opt-out/event.ts'
import { readInstant } from '#scanners/opt-out/instant.ts'
import type { ReadFile } from '#scanners/opt-out/timeline.ts'
import { toWall } from '#scanners/opt-out/zone.ts'
import type { AuditConfig } from './audit-config.ts'
import { dateText } from './calendar.ts'
import { judgedAs } from './policy.ts'
import type { Covers } from './propagation.ts'
import { joinedRuns, type Silence, silencesOf } from './silence.ts'

type Reach = Pick<ReadFile, 'format' | 'source' | 'channels'>
type Source = { name: string; from: number; to: number; silences: ReadonlyArray<Silence> }

const dayMs = 86_400_000
const dayOf = (zone: string, at: number) => Math.floor(toWall(zone, at) / dayMs)

/** One vendor's files as one log, in one file or in ten, also where some of the ten hold no contact. */
function joined(name: string, parts: ReadonlyArray<Activity>): Source | null {
  if (parts.every(({ attempts }) => attempts === 0)) return null
  const days = parts.flatMap((part) => (part.days === undefined ? [] : [part.days]))
  const contactDays = parts.flatMap((part) => (part.contactDays === undefined ? [] : [part.contactDays]))
  return {
    name,
    from: Math.min(...parts.map(({ min }) => min)),
    to: Math.max(...parts.map(({ max }) => max)),
    silences: days.length < parts.length ? [] : silencesOf(joinedRuns(days), joinedRuns(contactDays)),
  }
}

/** Claims that meet or overlap are one: January and February, declared apart, hold the night between them. */
function declaredSpans({ coverage = [], zone }: AuditConfig, channel: JudgedChannel): Array<Source> {
  const spans: Array<Source> = []
  const claims = coverage
    .filter((claim) => claim.channel === channel)
    .flatMap(({ from, to }): Array<Source> => {
      const [first, last] = [readInstant(from, { zone }), readInstant(to, { zone })]
      return first === undefined || last === undefined
        ? []
        : [{ name: 'declared', from: first.min, to: last.max, silences: [] }]
    })
  for (const claim of claims.sort((a, b) => a.from - b.from)) {
    const before = spans.at(-1)
    if (before !== undefined && claim.from <= before.to + 1) before.to = Math.max(before.to, claim.to)
    else spans.push(claim)
  }
  return spans
}

/**
 * The attempt logs of a channel: what was declared, else each vendor's files from their first row to their last, less
 * long silences. Once anything is declared, only that counts: taking a claim away must never widen what the logs are
 * believed to hold.
 */
export function attemptLogs(files: ReadonlyArray<Reach>, config: AuditConfig, channel: JudgedChannel): Array<Source> {
  if (config.missing.includes(channel)) return []
  if (config.coverage !== undefined) return declaredSpans(config, channel)
  const bySource = new Map<string, Array<Activity>>()
  for (const { format, source = format, channels } of files) {
    for (const [name, activity] of Object.entries(channels)) {
      if (judgedAs(name as keyof typeof channels) !== channel) continue
      const known = bySource.get(source)
      if (known === undefined) bySource.set(source, [activity])
      else known.push(activity)
    }
  }
  return [...bySource].flatMap(([source, parts]) => joined(source, parts) ?? [])
}

/** Stretches of days within a channel's logs that are not taken as held. */
export function silentStretches(
  files: ReadonlyArray<Reach>,
  config: AuditConfig,
  channel: JudgedChannel,
): Array<{ from: string; to: string }> {
  const runs = attemptLogs(files, config, channel).map(({ from, to, silences }) => {
    const [start, end] = [dayOf(config.zone, from), dayOf(config.zone, to)]
    return silences.flatMap(({ first, last }): DayRuns => {
      const [begin, stop] = [Math.max(first, start), Math.min(last, end)]
      return begin > stop ? [] : [[begin, stop]]
    })
  })
  return joinedRuns(runs).map(([first, last]) => ({ from: dateText(first * dayMs), to: dateText(last * dayMs) }))
}

/**
 * A span is covered when there is a log of the channel and every one of its sources holds all of it; of what is
 * declared, when one claim does. So taking a claim or a log’s reach away never covers more.
 */
export function coverageOf({ files }: { files: ReadonlyArray<Reach> }, config: AuditConfig): Covers {
  const known = new Map<JudgedChannel, Array<Source>>()
  return (channel, from, to) => {
    let sources = known.get(channel)
    if (sources === undefined) {
      sources = attemptLogs(files, config, channel)
      known.set(channel, sources)
    }
    const [first, last] = [dayOf(config.zone, from), dayOf(config.zone, to)]
    const holds = (source: Source) =>
      source.from <= from &&
      source.to >= to &&
      !source.silences.some((silence) => silence.first <= last && silence.last >= first)
    if (config.coverage !== undefined) return sources.some(holds)
    return sources.length > 0 && sources.every(holds)
  }
}
