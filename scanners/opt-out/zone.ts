import { IANAZone } from 'luxon'
import type { Span } from './event.ts'

const zones = new Map<string, IANAZone>()
const offsets = new Map<string, Map<number, number>>()
const quarterHourMs = 900_000

export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

/** Minutes east of UTC of a zone at an instant. Offsets change on quarter hours only, so those are the cache's steps. */
export function offsetMinutes(zone: string, at: number): number {
  let known = offsets.get(zone)
  if (known === undefined) {
    known = new Map()
    offsets.set(zone, known)
    zones.set(zone, IANAZone.create(zone))
  }
  const step = Math.floor(at / quarterHourMs)
  let minutes = known.get(step)
  if (minutes === undefined) {
    minutes = zones.get(zone)!.offset(step * quarterHourMs)
    if (known.size > 50_000) known.clear()
    known.set(step, minutes)
  }
  return minutes
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
  const day = 86_400_000
  const before = offsetMinutes(zone, wall - day)
  const candidates = [before, offsetMinutes(zone, wall + day)]
    .map((minutes) => ({ minutes, at: wall - minutes * 60_000 }))
    .filter(({ minutes, at }) => offsetMinutes(zone, at) === minutes)
    .map(({ at }) => at)
  if (candidates.length === 0) return { min: wall - before * 60_000, max: wall - before * 60_000 }
  return { min: Math.min(...candidates), max: Math.max(...candidates) }
}

/** A local calendar day from its first to its last millisecond. */
export function wholeDay(zone: string, midnightWall: number): Span {
  return { min: fromWall(zone, midnightWall).min, max: fromWall(zone, midnightWall + 86_400_000 - 1).max }
}
