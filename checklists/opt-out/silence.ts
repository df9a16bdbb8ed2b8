import type { DayRuns } from '#scanners/opt-out/activity.ts'
import type { ReadFile } from '#scanners/opt-out/timeline.ts'
import { dateText } from './calendar.ts'

/**
 * Nobody has said that a log is complete, so a long silence in it may be a file that is missing. Exports are made by
 * the month and the shortest month has 28 days: with February missing, its neighbours' rows lie 28 days apart.
 */
export const longestSilenceDays = 28
/** Where contacts go out on nearly every working day, a week without one is already a week's export missing. */
export const longestDenseSilenceDays = 7

// "Nearly every working day": four days of five, shown over no less than four working weeks.
const denseShare = 4 / 5
const denseAtLeastDays = 20

/** Days a log is not taken to hold, both ends included; the first and the last may be infinite. */
export type Silence = { first: number; last: number }

/** Runs of several files as runs of one log. */
export function joinedRuns(lists: ReadonlyArray<DayRuns>): DayRuns {
  const joined: DayRuns = []
  for (const [first, last] of lists.flat().sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** Stretches without a row between two days that have some. */
function pauses(runs: DayRuns): Array<Silence> {
  return runs.slice(1).map(([next], at) => ({ first: runs[at]![1] + 1, last: next - 1 }))
}

/** Those between days that lie `limit` days apart or more. */
function between(runs: DayRuns, limit: number): Array<Silence> {
  return pauses(runs).filter(({ first, last }) => last - first + 2 >= limit)
}

// 1970-01-01 was a Thursday.
const isWorkingDay = (day: number) => ![0, 6].includes((((day + 4) % 7) + 7) % 7)

function workingDays(first: number, last: number): number {
  let count = 0
  for (let day = first; day <= last; day++) if (isWorkingDay(day)) count += 1
  return count
}

/** Whether contacts go out on nearly every working day, long silences left out. */
function isDense(contacts: DayRuns): boolean {
  const [start, end] = [contacts[0]?.[0], contacts.at(-1)?.[1]]
  if (start === undefined || end === undefined) return false
  const active = contacts.reduce((sum, [first, last]) => sum + workingDays(first, last), 0)
  const silent = between(contacts, longestDenseSilenceDays).reduce(
    (sum, { first, last }) => sum + workingDays(first, last),
    0,
  )
  return active >= denseAtLeastDays && active >= denseShare * (workingDays(start, end) - silent)
}

/**
 * Where the rows of one log fall silent too long to be taken as complete. `rows` are days with a row of any kind,
 * `contacts` those with a contact that was let through: list entries and opt-outs may come from elsewhere and do not
 * show that contacts were logged. Taking any row away that is no such contact only ever widens the silences.
 */
export function silencesOf(rows: DayRuns, contacts: DayRuns): Array<Silence> {
  const silences = between(rows, longestSilenceDays)
  const [start, end] = [contacts[0]?.[0], contacts.at(-1)?.[1]]
  // Where nobody was reached on any day, no day is shown to be logged.
  if (start === undefined || end === undefined)
    return [{ first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }]
  const limit = isDense(contacts) ? longestDenseSilenceDays : longestSilenceDays
  return [
    { first: Number.NEGATIVE_INFINITY, last: start - limit },
    ...silences,
    ...between(contacts, limit),
    { first: end + limit, last: Number.POSITIVE_INFINITY },
  ]
}

// A channel is usual on working days when it has contacts on half of two weeks of them; three missing are a gap.
const usualShare = 1 / 2
const usualAtLeastDays = 10
const gapAtLeastDays = 3
const dayMs = 86_400_000

/**
 * Stretches of days without a contact on a channel that otherwise has one nearly every working day: where a log may
 * have been cut. Weekends alone are no gap; a channel with contacts on fewer than half of its working days is not judged.
 */
export function gapsOf(
  files: ReadonlyArray<Pick<ReadFile, 'channels'>>,
): Array<{ channel: string; from: string; to: string }> {
  const runsBy = new Map<string, Array<DayRuns>>()
  for (const { channels } of files)
    for (const [channel, { contactDays = [] }] of Object.entries(channels))
      runsBy.set(channel, [...(runsBy.get(channel) ?? []), contactDays])
  return [...runsBy]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([channel, lists]) => {
      const runs = joinedRuns(lists)
      const [start, end] = [runs[0]?.[0], runs.at(-1)?.[1]]
      if (start === undefined || end === undefined) return []
      const all = workingDays(start, end)
      const active = runs.reduce((sum, [first, last]) => sum + workingDays(first, last), 0)
      if (all < usualAtLeastDays || active < all * usualShare) return []
      return pauses(runs)
        .filter(({ first, last }) => workingDays(first, last) >= gapAtLeastDays)
        .map(({ first, last }) => ({ channel, from: dateText(first * dayMs), to: dateText(last * dayMs) }))
    })
}
