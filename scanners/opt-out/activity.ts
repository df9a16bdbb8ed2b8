import type { Channel, OptOutEvent, Span } from './event.ts'
import { toWall } from './zone.ts'

/** Days in a row, both ends included; a day is the number of local midnights since 1970-01-01. In order, never touching. */
export type DayRuns = Array<[first: number, last: number]>

/** How far the rows of a channel reach, and on which days there are any. */
export type Activity = Span & {
  attempts: number
  /** Days with a row of any kind; absent in evidence of before days were kept. */
  days?: DayRuns | undefined
  /** Days with a contact that was let through. */
  contactDays?: DayRuns | undefined
}

/** Contacts that are counted and not kept, by hour since 2000: bit 1 = a row, bit 2 = let through. */
export type ContactTotals = { min: number; max: number; attempts: number; hours: Uint8Array }

export const hourMs = 3_600_000
const dayMs = 86_400_000
export const firstHour = Date.UTC(2000, 0, 1) / hourMs
// Dates of logs end with the year 2100; a day more for zones.
const hoursKept = Date.UTC(2101, 0, 2) / hourMs - firstHour

export function contactTotals(instant: number): ContactTotals {
  return { min: instant, max: instant, attempts: 0, hours: new Uint8Array(hoursKept) }
}

export function runsOf(days: Iterable<number>): DayRuns {
  const runs: DayRuns = []
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && day <= last[1] + 1) last[1] = Math.max(last[1], day)
    else runs.push([day, day])
  }
  return runs
}

type Noted = Span & { attempts: number; days: Set<number>; contactDays: Set<number> }

/** Gathers what the rows of a log reach over. Memory follows days, not rows. */
export type ActivityBook = {
  note: (event: OptOutEvent) => void
  add: (channel: Channel, totals: ContactTotals) => void
  result: () => Partial<Record<Channel, Activity>>
}

/** `zone` is the practice's: its days are the ones exports are cut by and people work by. */
export function activityBook(zone: string): ActivityBook {
  const channels = new Map<Channel, Noted>()
  const dayOf = (at: number) => Math.floor(toWall(zone, at) / dayMs)
  const widened = (channel: Channel, { min, max }: Span, attempts: number): Noted => {
    let noted = channels.get(channel)
    if (noted === undefined) {
      noted = { min, max, attempts, days: new Set(), contactDays: new Set() }
      channels.set(channel, noted)
    } else {
      noted.min = Math.min(noted.min, min)
      noted.max = Math.max(noted.max, max)
      noted.attempts += attempts
    }
    return noted
  }
  return {
    note({ channel, kind, at, result }) {
      if (channel === undefined || kind === 'link') return
      const attempt = kind === 'attempt'
      const noted = widened(channel, at, attempt ? 1 : 0)
      // A row that may stand on any of several days shows none of them.
      if (at.max - at.min > 2 * dayMs) return
      const first = dayOf(at.min)
      const last = at.max === at.min ? first : dayOf(at.max)
      for (let day = first; ; day = last) {
        noted.days.add(day)
        if (attempt && result !== 'blocked') noted.contactDays.add(day)
        if (day === last) return
      }
    },
    add(channel, totals) {
      const noted = widened(channel, totals, totals.attempts)
      for (const [at, bits] of totals.hours.entries()) {
        if (bits === 0) continue
        const day = dayOf((at + firstHour) * hourMs)
        noted.days.add(day)
        if ((bits & 2) !== 0) noted.contactDays.add(day)
      }
    },
    result: () =>
      Object.fromEntries(
        [...channels].map(([channel, { min, max, attempts, days, contactDays }]) => [
          channel,
          { min, max, attempts, days: runsOf(days), contactDays: runsOf(contactDays) },
        ]),
      ),
  }
}
