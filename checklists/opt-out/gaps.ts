import type { ReadFile } from '#scanners/opt-out/timeline.ts'
import { dateText } from './calendar.ts'
import { joinedRuns } from './silence.ts'

const dayMs = 86_400_000

/**
 * Stretches of days without a contact on a channel that otherwise has one nearly every working day: where a log may
 * have been cut. Weekends alone are no gap; a channel with contacts on fewer than half of its working days is not judged.
 */
export function gapsOf(
  files: ReadonlyArray<Pick<ReadFile, 'channels'>>,
): Array<{ channel: string; from: string; to: string }> {
  const daysBy = new Map<string, Array<Array<[number, number]>>>()
  for (const { channels } of files)
    for (const [channel, { contactDays = [] }] of Object.entries(channels))
      daysBy.set(channel, [...(daysBy.get(channel) ?? []), contactDays])
  const isWeekend = (day: number) => [0, 6].includes(new Date(day * dayMs).getUTCDay())
  return [...daysBy]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([channel, lists]) => {
      const sorted = joinedRuns(lists).flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, at) => from + at),
      )
      if (sorted.length === 0) return []
      const [first, last] = [sorted[0]!, sorted.at(-1)!]
      let working = 0
      for (let day = first; day <= last; day++) if (!isWeekend(day)) working += 1
      const active = sorted.filter((day) => !isWeekend(day)).length
      if (working < 10 || active < working / 2) return []
      return sorted.slice(1).flatMap((day, at) => {
        const before = sorted[at]!
        let missing = 0
        for (let between = before + 1; between < day; between++) if (!isWeekend(between)) missing += 1
        return missing < 3 ? [] : [{ channel, from: dateText((before + 1) * dayMs), to: dateText((day - 1) * dayMs) }]
      })
    })
}
