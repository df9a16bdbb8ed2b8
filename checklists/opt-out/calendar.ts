import { fromWall, toWall } from '#scanners/opt-out/zone.ts'

const dayMs = 86_400_000

/** A local calendar date as the UTC midnight of the same name, so that plain arithmetic walks the calendar. */
function localDate(zone: string, at: number): number {
  return Math.floor(toWall(zone, at) / dayMs) * dayMs
}

export function dateText(date: number): string {
  return new Date(date).toISOString().slice(0, 10)
}

/** The local calendar day as the number of local midnights since 1970-01-01. */
export function localDay(zone: string, at: number): number {
  return Math.floor(toWall(zone, at) / dayMs)
}

/** Milliseconds since local midnight by the wall clock. */
export function localTimeMs(zone: string, at: number): number {
  const wall = toWall(zone, at)
  return wall - Math.floor(wall / dayMs) * dayMs
}

/** The last millisecond of the n-th business day after the local date of `from`; Saturdays, Sundays and holidays do not count. */
export function endOfBusinessDay(from: number, days: number, zone: string, holidays: ReadonlySet<string>): number {
  let date = localDate(zone, from)
  for (let counted = 0; counted < days; ) {
    date += dayMs
    const weekday = new Date(date).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.has(dateText(date))) counted += 1
  }
  return fromWall(zone, date + dayMs - 1).max
}

export type Shifts = {
  /** 0 = Sunday. */
  days: ReadonlyArray<number>
  /** "HH:MM", local. */
  starts: ReadonlyArray<string>
  /** Local dates without a shift. */
  closed?: ReadonlyArray<string> | undefined
  tz?: string | undefined
}

/** The first shift start strictly after an instant, within 15 days; undefined when there is none. */
export function nextShiftStart(after: number, shifts: Shifts, practiceZone: string): number | undefined {
  const zone = shifts.tz ?? practiceZone
  const closed = new Set(shifts.closed ?? [])
  let best: number | undefined
  for (let step = 0; step <= 15; step++) {
    const date = localDate(zone, after) + step * dayMs
    if (!shifts.days.includes(new Date(date).getUTCDay()) || closed.has(dateText(date))) continue
    for (const start of shifts.starts) {
      const [hour, minute] = start.split(':').map(Number) as [number, number]
      const at = fromWall(zone, date + (hour * 60 + minute) * 60_000)
      for (const reading of [at.min, at.max]) {
        if (reading > after && (best === undefined || reading < best)) best = reading
      }
    }
    if (best !== undefined) return best
  }
  return undefined
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = Date.UTC(year, month - 1, 1)
  const shift = (weekday - new Date(first).getUTCDay() + 7) % 7
  return first + (shift + (nth - 1) * 7) * dayMs
}

function lastMonday(year: number, month: number): number {
  const last = Date.UTC(year, month, 0)
  return last - ((new Date(last).getUTCDay() + 6) % 7) * dayMs
}

/** Federal holidays of a year (5 USC 6103) on the weekday they are observed: Saturday's on Friday, Sunday's on Monday. */
export function federalHolidays(year: number): Array<string> {
  const fixed = [
    [1, 1],
    [6, 19],
    [7, 4],
    [11, 11],
    [12, 25],
  ].map(([month, day]) => {
    const date = Date.UTC(year, month! - 1, day!)
    const weekday = new Date(date).getUTCDay()
    return weekday === 6 ? date - dayMs : weekday === 0 ? date + dayMs : date
  })
  const floating = [
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    lastMonday(year, 5),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    nthWeekday(year, 11, 4, 4),
  ]
  // New Year's Day of the next year may be observed on this year's last day.
  const next = Date.UTC(year + 1, 0, 1)
  const eve = new Date(next).getUTCDay() === 6 ? [next - dayMs] : []
  return [...fixed, ...floating, ...eve].sort((a, b) => a - b).map(dateText)
}
