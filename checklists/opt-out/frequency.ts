import { localDay } from './calendar.ts'

const weekMs = 168 * 3_600_000

/**
 * Positions of the contacts beyond one a local day or three in any rolling seven days (t - 168 h, t]. Every contact
 * counts, excess ones too. 47 CFR 64.1200(a)(9)(iv); "week" as rolling days is our reading.
 */
export function excessContacts(instants: ReadonlyArray<number>, zone: string): Array<number> {
  const order = instants.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  const excess: Array<number> = []
  let from = 0
  for (const [position, { at, index }] of order.entries()) {
    while (order[from]!.at <= at - weekMs) from += 1
    const previous = order[position - 1]
    const sameDay = previous !== undefined && localDay(zone, previous.at) === localDay(zone, at)
    if (sameDay || position - from + 1 > 3) excess.push(index)
  }
  return excess.sort((a, b) => a - b)
}
