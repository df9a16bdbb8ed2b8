import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { toWall } from '#scanners/opt-out/zone.ts'
import { dateText } from './calendar.ts'

const dayMs = 86_400_000

/**
 * Stretches of days without a row on a channel that otherwise has one nearly every working day: where a log may have
 * been cut. Weekends alone are no gap; a channel with rows on fewer than half of its working days is not judged.
 */
export function gapsOf(
  events: ReadonlyArray<OptOutEvent>,
  zone: string,
): Array<{ channel: string; from: string; to: string }> {
  const daysBy = new Map<string, Set<number>>()
  for (const { kind, channel, at } of events) {
    if (kind !== 'attempt' || channel === undefined) continue
    const days = daysBy.get(channel) ?? new Set()
    days.add(Math.floor(toWall(zone, at.min) / dayMs))
    daysBy.set(channel, days)
  }
  const isWeekend = (day: number) => [0, 6].includes(new Date(day * dayMs).getUTCDay())
  return [...daysBy].flatMap(([channel, days]) => {
    const sorted = [...days].sort((a, b) => a - b)
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
