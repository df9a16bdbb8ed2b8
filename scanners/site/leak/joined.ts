import type { CanaryHit } from '../evidence.ts'

/** Values in the order they were sent under one heading, each perhaps a piece of something longer. */
export type Stream = {
  channel: CanaryHit['channel']
  name: string | null
  values: ReadonlyArray<string>
}

const maxPieces = 300
const maxJoined = 8_192

/** The pieces side by side, and where each one begins; undefined when there is nothing to join. */
export function joinPieces(values: ReadonlyArray<string>): { text: string; starts: Array<number> } | undefined {
  const starts: Array<number> = []
  let text = ''
  for (const value of values.slice(0, maxPieces)) {
    if (value === '' || text.length + value.length > maxJoined) continue
    starts.push(Buffer.byteLength(text))
    text += value
  }
  return starts.length < 2 ? undefined : { text, starts }
}

const minLadder = 5

/**
 * A value that grew from message to message ("Rab", "Rabi", "Rabit", …) and was cut off before it was whole: the last
 * step, when the ladder has at least three and reaches five characters.
 */
export function topOfLadder(values: ReadonlyArray<string>): string | undefined {
  let steps = 1
  let top: string | undefined
  for (let at = 1; at < values.length; at++) {
    const [before, now] = [values[at - 1]!, values[at]!]
    steps = now.length > before.length && before !== '' && now.startsWith(before) ? steps + 1 : 1
    if (steps >= 3 && now.length >= minLadder) top = now
  }
  return top
}

/** Whether a span runs over the border of two pieces: else it was there before anything was joined. */
export function crosses(starts: ReadonlyArray<number>, offset: number, length: number): boolean {
  return starts.some((start) => start > offset && start < offset + length)
}

/** Bytes written as a list of numbers, one a value. */
export function bytesOfNumbers(values: ReadonlyArray<string>): Buffer | undefined {
  const numbers = values.slice(0, maxJoined).filter((value) => /^\d{1,3}$/.test(value) && Number(value) < 256)
  return numbers.length < 6 || numbers.length < values.length / 2 ? undefined : Buffer.from(numbers.map(Number))
}

const yearName = /y(ear)?\b|yyyy|year|a[nñ]o/i
const monthName = /m(onth)?\b|mm|month|mes/i
const dayName = /d(ay)?\b|dd|day|d[ií]a/i
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date in three parameters side by side, whose names say which part is which: year, month and day alone are numbers
 * anybody has.
 */
export function splitDate(
  pairs: ReadonlyArray<{ name: string; value: string }>,
  isoDate: string,
): { name: string } | undefined {
  const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number)
  const isMonth = (value: string) => Number(value) === month || value.toLowerCase().startsWith(months[month - 1] ?? '-')
  for (let at = 0; at < pairs.length; at++) {
    const near = pairs.slice(at, at + 3)
    const first = near.find(({ name, value }) => Number(value) === year && yearName.test(name))
    if (first === undefined) continue
    const second = near.find((pair) => pair !== first && isMonth(pair.value) && monthName.test(pair.name))
    const third = near.find(
      (pair) => pair !== first && pair !== second && Number(pair.value) === day && dayName.test(pair.name),
    )
    if (second !== undefined && third !== undefined) return { name: first.name }
  }
  return undefined
}
