import { IANAZone } from 'luxon'
import type { Span } from './event.ts'

const quarterHourMs = 900_000
const dayMs = 86_400_000
// Centuries of days, or the quarter hours of every day of change.
const rememberedAtMost = 50_000

/** Offsets of one zone: by UTC day where both ends of it agree, else by the quarter hours on which offsets change. */
type Known = { zone: IANAZone; days: Map<number, number | null>; quarters: Map<number, number> }

const known = new Map<string, Known>()
let lastName = ''
let last: Known | undefined

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

function offsetsOf(name: string): Known {
  if (last !== undefined && name === lastName) return last
  let found = known.get(name)
  if (found === undefined) {
    found = { zone: IANAZone.create(name), days: new Map(), quarters: new Map() }
    known.set(name, found)
  }
  lastName = name
  last = found
  return found
}

function remember<Value>(map: Map<number, Value>, step: number, value: Value): Value {
  if (map.size > rememberedAtMost) map.clear()
  map.set(step, value)
  return value
}

function offsetAt({ zone, quarters }: Known, at: number): number {
  const step = Math.floor(at / quarterHourMs)
  return quarters.get(step) ?? remember(quarters, step, zone.offset(step * quarterHourMs))
}

/** Minutes east of UTC of a zone at an instant. No zone changes its offset twice within one UTC day and back. */
export function offsetMinutes(name: string, at: number): number {
  const offsets = offsetsOf(name)
  const day = Math.floor(at / dayMs)
  let whole = offsets.days.get(day)
  if (whole === undefined) {
    const [first, next] = [offsetAt(offsets, day * dayMs), offsetAt(offsets, (day + 1) * dayMs)]
    whole = remember(offsets.days, day, first === next ? first : null)
  }
  return whole ?? offsetAt(offsets, at)
}

/** Wall-clock reading of an instant, as if it were UTC. */
export function toWall(zone: string, at: number): number {
  return at + offsetMinutes(zone, at) * 60_000
}

/**
 * The instants a wall clock can mean: two in the repeated hour, both kept; in the skipped hour the reading by the
 * offset of the day before.
 */
export function fromWall(zone: string, wall: number): Span {
  const [before, after] = [offsetMinutes(zone, wall - dayMs), offsetMinutes(zone, wall + dayMs)]
  const early = wall - before * 60_000
  const late = wall - after * 60_000
  const isEarly = offsetMinutes(zone, early) === before
  const isLate = before === after ? isEarly : offsetMinutes(zone, late) === after
  if (isEarly && isLate) return { min: Math.min(early, late), max: Math.max(early, late) }
  return isLate ? { min: late, max: late } : { min: early, max: early }
}

/** A local calendar day from its first to its last millisecond. */
export function wholeDay(zone: string, midnightWall: number): Span {
  return { min: fromWall(zone, midnightWall).min, max: fromWall(zone, midnightWall + dayMs - 1).max }
}
