import type { Span } from './event.ts'
import { fromWall, wholeDay } from './zone.ts'

/** How a column writes what one cell cannot tell: the unit of a number, which of two numbers is the month. */
export type DateStyle = {
  /** Zone of wall-clock readings without an offset. */
  zone: string
  dayFirst?: boolean
  unit?: 's' | 'ms' | 'excel'
}

export type Basis = 'exact' | 'local' | 'date-only'
export type ReadInstant = Span & { basis: Basis }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Abbreviations mean their fixed offset, even where the date says otherwise: EST in July is -5. Hours. */
const abbreviations: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
}

const iso =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:T|,?\s+(?:at\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}(?::?\d{2})?|[A-Za-z]{2,4})?)?$/i
const slashed =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Za-z]{2,4})?)?$/i
const rfc2822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]*([a-z]{3,9})\.?,?[\s-]*(\d{4}|\d{2})(?:[\s,:]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Za-z]{2,4})?)?$/i
const monthFirst =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Za-z]{2,4})?)?$/i
/** `20250613`, `202506131405`, `20250613T140500Z`: figures alone. Seconds and milliseconds since 1970 of these lengths begin otherwise. */
const compact =
  /^(20\d{2}|2100)(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Za-z]{2,4})?)?$/i
const packed = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/

type Parts = { year: number; month: number; day: number; clock?: Clock }
type Clock = { hour: number; minute: number; second: number; ms: number; offset?: string | undefined }

function wallOf({ year, month, day, clock }: Parts): number | undefined {
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined
  const at = Date.UTC(year, month - 1, day)
  // A day the month does not have rolls over; such a date is refused, not moved.
  if (new Date(at).getUTCDate() !== day) return undefined
  if (clock === undefined) return at
  const { hour, minute, second, ms } = clock
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return at + ((hour * 60 + minute) * 60 + second) * 1000 + ms
}

function offsetOf(text: string): number | undefined {
  const signed = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)
  if (signed) {
    const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0)
    return minutes > 14 * 60 ? undefined : signed[1] === '-' ? -minutes : minutes
  }
  const hours = abbreviations[text.toLowerCase()]
  return hours === undefined ? undefined : hours * 60
}

function toInstant(parts: Parts, style: DateStyle): ReadInstant | undefined {
  const wall = wallOf(parts)
  if (wall === undefined) return undefined
  if (parts.clock === undefined) return { ...wholeDay(style.zone, wall), basis: 'date-only' }
  if (parts.clock.offset === undefined) return { ...fromWall(style.zone, wall), basis: 'local' }
  const minutes = offsetOf(parts.clock.offset)
  if (minutes === undefined) return undefined
  return { min: wall - minutes * 60_000, max: wall - minutes * 60_000, basis: 'exact' }
}

function clockOf(match: RegExpExecArray, from: number, half?: string, offset?: string): Clock | undefined {
  if (match[from] === undefined) return undefined
  let hour = Number(match[from])
  if (half !== undefined) {
    if (hour < 1 || hour > 12) hour = 99
    else hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  }
  const fraction = match[from + 3]
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000)
  return { hour, minute: Number(match[from + 1]), second: Number(match[from + 2] ?? 0), ms, offset }
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text))
const withClock = (year: number, month: number, day: number, clock: Clock | undefined): Parts =>
  clock === undefined ? { year, month, day } : { year, month, day, clock }

/** By magnitude a number since 1970 is seconds or milliseconds; an Excel serial counts days and is five digits long. */
function fromNumber(value: number, style: DateStyle): ReadInstant | undefined {
  const unit = style.unit ?? numberUnit(value)
  if (unit === 'excel') {
    // Day 0 of Excel's 1900 calendar, with its phantom 29 Feb 1900 counted in.
    const wall = Math.round(value * 86_400_000) + Date.UTC(1899, 11, 30)
    const year = new Date(wall).getUTCFullYear()
    if (year < 2000 || year > 2100) return undefined
    return Number.isInteger(value)
      ? { ...wholeDay(style.zone, wall), basis: 'date-only' }
      : { ...fromWall(style.zone, wall), basis: 'local' }
  }
  const at = unit === 's' ? Math.floor(value * 1000 + 1e-6) : Math.floor(value)
  const year = new Date(at).getUTCFullYear()
  return unit === undefined || !(year >= 2000 && year <= 2100) ? undefined : { min: at, max: at, basis: 'exact' }
}

export function numberUnit(value: number): DateStyle['unit'] {
  if (value >= 36_526 && value < 73_416) return 'excel'
  if (value >= 9e8 && value < 2e9) return 's'
  return value >= 9e11 && value < 4.2e12 ? 'ms' : undefined
}

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?=\d)/i

/** Without what adds nothing to a date: a weekday before figures, a zone named twice, spaces of other widths. */
function plain(raw: string): string {
  return raw
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .trim()
    .replace(weekday, '')
    .replace(
      /\s*\(?(?:UTC|GMT)\)?\s*([+-])(\d{1,2})(?::?(\d{2}))?\)?$/i,
      (_, sign, hour, minute) => ` ${sign}${String(hour).padStart(2, '0')}:${minute ?? '00'}`,
    )
    .replace(/([+-]\d{2}:?\d{2})\s+\(?[A-Z]{1,5}\)?$/, '$1')
    .replace(/\s*\(([A-Z]{2,4})\)$/, ' $1')
}

/** What one cell says about its whole column: a first or a second number above twelve settles which is the day. */
export function dayFirstHint(text: string): boolean | undefined {
  const match = slashed.exec(plain(text))
  if (!match) return undefined
  const [first, second] = [Number(match[1]), Number(match[2])]
  return first > 12 ? true : second > 12 ? false : undefined
}

export function needsDayOrder(text: string): boolean {
  return slashed.test(plain(text))
}

/**
 * Reads one date or time as the span of instants it can mean, or undefined when it cannot be read. Never guesses: a
 * day/month order that the style does not give and the cell does not show is unreadable.
 */
export function readInstant(raw: string | number, style: DateStyle): ReadInstant | undefined {
  if (typeof raw === 'number') return fromNumber(raw, style)
  // Most cells are plain already; the rest is tidied first.
  let text = raw
  let match = iso.exec(text)
  if (!match) {
    text = plain(raw)
    match = iso.exec(text)
  }
  if (match) {
    const clock = clockOf(match, 4, match[8], match[9])
    return toInstant(withClock(Number(match[1]), Number(match[2]), Number(match[3]), clock), style)
  }
  // From 2033 on seconds since 1970 look like yyMMddHHmm; logs of our time are the latter.
  if (/^[2-9]\d{9}$/.test(text) && style.unit === undefined) return readPacked(text, style)
  match = compact.exec(text)
  if (match) {
    const clock = clockOf(match, 4, undefined, match[8])
    return toInstant(withClock(Number(match[1]), Number(match[2]), Number(match[3]), clock), style)
  }
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text), style)
  match = slashed.exec(text)
  if (match) {
    const dayFirst = dayFirstHint(text) ?? style.dayFirst
    if (dayFirst === undefined) return undefined
    const [day, month] = dayFirst ? [Number(match[1]), Number(match[2])] : [Number(match[2]), Number(match[1])]
    return toInstant(withClock(fullYear(match[3]!), month, day, clockOf(match, 4, match[8], match[9])), style)
  }
  match = rfc2822.exec(text)
  if (match) {
    const month = months.indexOf(match[2]!.slice(0, 3).toLowerCase()) + 1
    return toInstant(
      withClock(fullYear(match[3]!), month, Number(match[1]), clockOf(match, 4, match[8], match[9])),
      style,
    )
  }
  match = monthFirst.exec(text)
  if (!match) return undefined
  const month = months.indexOf(match[1]!.slice(0, 3).toLowerCase()) + 1
  return toInstant(withClock(Number(match[3]), month, Number(match[2]), clockOf(match, 4, match[8], match[9])), style)
}

/** `yyMMddHHmm`, the form SMS receipts use; it looks like a number, so only a column known for it is read this way. */
export function readPacked(raw: string, style: DateStyle): ReadInstant | undefined {
  const match = packed.exec(raw.trim())
  if (!match) return undefined
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number]
  const at = toInstant({ year: 2000 + year, month, day, clock: { hour, minute, second: 0, ms: 0 } }, style)
  // The receipt stops at the minute, so the instant lies anywhere within it.
  return at === undefined ? undefined : { ...at, max: at.max + 59_999 }
}
