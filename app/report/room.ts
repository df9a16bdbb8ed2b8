import type { ReportLength } from './model.ts'

/** How much of each list a report shows; what is left out is counted, and the annex holds it. */
export type Room = { cards: number; places: number; rows: number; late: number }

const all = Number.POSITIVE_INFINITY

/** The most pages a length may take; the annex is as long as it must be. */
export const maxPages: Record<ReportLength, number> = { 'one-pager': 1, report: 6, annex: all }

const rooms: Record<ReportLength, ReadonlyArray<Room>> = {
  'one-pager': [{ cards: 0, places: 2, rows: 0, late: 0 }],
  report: [
    { cards: 15, places: 3, rows: 20, late: 20 },
    { cards: 11, places: 3, rows: 15, late: 15 },
    { cards: 8, places: 3, rows: 12, late: 10 },
    { cards: 6, places: 2, rows: 10, late: 8 },
    { cards: 4, places: 2, rows: 8, late: 5 },
    { cards: 3, places: 1, rows: 6, late: 3 },
  ],
  annex: [{ cards: all, places: all, rows: all, late: all }],
}

/** Rooms to try, widest first: words are never cut, whole cards and rows move to the annex until the pages fit. */
export function roomsFor(length: ReportLength): readonly [Room, ...Array<Room>] {
  const [first, ...rest] = rooms[length]
  if (first === undefined) throw new Error(`No room for ${length}.`)
  return [first, ...rest]
}
