import type { Span } from '#scanners/opt-out/event.ts'
import { localTimeMs } from './calendar.ts'

const hourMs = 3_600_000

const timesOfDay = new Map<string, number>()

/** "20:00" as milliseconds since midnight. The few times that are asked about are asked at every contact. */
export function timeOfDay(text: string): number {
  const known = timesOfDay.get(text)
  if (known !== undefined) return known
  const time = readTimeOfDay(text)
  if (timesOfDay.size < 100) timesOfDay.set(text, time)
  return time
}

function readTimeOfDay(text: string): number {
  const [hour, minute] = text.split(':').map(Number) as [number, number | undefined]
  return hour * hourMs + (minute ?? 0) * 60_000
}

/**
 * Whether an instant is before 8 a.m. or after 9 p.m. at the called party; both bounds are allowed. 47 CFR
 * 64.1200(c)(1). With several candidate zones or a span of instants: quiet in all = true, in none = false, else null.
 */
export function isQuiet(
  at: Span,
  zones: ReadonlyArray<string>,
  { start = '08:00', end = '21:00' }: { start?: string | undefined; end?: string | undefined } = {},
): boolean | null {
  const [from, to] = [timeOfDay(start), timeOfDay(end)]
  // Longer than the shorter of the two periods, a span can hide the other answer between its ends.
  if (zones.length === 0 || at.max - at.min > 2 * hourMs) return null
  let quiet: boolean | null = null
  for (const zone of zones) {
    for (const instant of [at.min, at.max]) {
      const time = localTimeMs(zone, instant)
      const now = time < from || time > to
      if (quiet !== null && quiet !== now) return null
      quiet = now
    }
  }
  return quiet
}
