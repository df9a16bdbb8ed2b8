import { type ContactTotals, contactTotals, firstHour, hourMs } from './activity.ts'
import { type AddressSet, addressCode } from './address-set.ts'
import { type Channel, channels, results } from './event.ts'
import type { Block } from './records.ts'
import type { Layout } from './table.ts'

/** Where a CSV of Proviso's own form keeps what tells an ordinary contact from everything else. */
export type PlainPlan = {
  kind: number
  channel: number
  time: number
  address: number
  result: number
  last: number
  delimiter: number
}

/** Columns whose presence means that a row cannot be passed over without being read in full. */
const telling = [
  'keys',
  'patientid',
  'deliveredat',
  'initiatedat',
  'direction',
  'occurredatmin',
  'deliveryonly',
  'timebasis',
  'addresstype',
]

/** A plan for tables in which an ordinary contact can be told from its bytes; null for any other. */
export function plainPlan(layout: Layout, format: string): PlainPlan | null {
  if (format !== 'canonical' || layout.kind !== 'csv' || telling.some((name) => layout.names.has(name))) return null
  const at = (...names: ReadonlyArray<string>) => {
    const found = names.filter((name) => layout.names.has(name))
    return found.length === 1 ? layout.header.indexOf(found[0]!) : -1
  }
  const plan = {
    kind: at('kind'),
    channel: at('channel'),
    time: at('at', 'occurredat', 'timestamp'),
    address: at('phone', 'email', 'address'),
    result: at('result'),
  }
  if (Math.min(plan.kind, plan.channel, plan.time, plan.address) < 0) return null
  if (new Set(layout.header).size !== layout.header.length) return null
  return { ...plan, last: Math.max(...Object.values(plan)), delimiter: layout.delimiter.charCodeAt(0) }
}

/** What the rows that were passed over add up to. */
export type PlainTotals = { rows: number; channels: Map<Channel, ContactTotals> }

export type RowVisitor = {
  /** A row to be read in full: bytes `from` to `to` of the block. */
  full: (from: number, to: number, line: number) => void
  totals: PlainTotals
}

const encoder = new TextEncoder()
const channelBytes = channels.map((channel) => ({ channel, bytes: encoder.encode(channel) }))
const resultBytes = results.map((result) => encoder.encode(result))
const attemptBytes = encoder.encode('attempt')
const blockedBytes = resultBytes[results.indexOf('blocked')]!

function same(bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  if (to - from !== word.length) return false
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word[at]) return false
  return true
}

const two = (bytes: Uint8Array, at: number) => (bytes[at]! - 48) * 10 + bytes[at + 1]! - 48

/** Epoch ms of the hour in `YYYY-MM-DDTHH`; NaN for any other form. */
function hourOf(bytes: Uint8Array, from: number): number {
  for (let at = 0; at < 13; at++) {
    const byte = bytes[from + at]!
    if (at === 4 || at === 7 ? byte !== 45 : at === 10 ? byte !== 84 : byte < 48 || byte > 57) return Number.NaN
  }
  const year = two(bytes, from) * 100 + two(bytes, from + 2)
  const [month, day, hour] = [two(bytes, from + 5), two(bytes, from + 8), two(bytes, from + 11)]
  const start = Date.UTC(year, month - 1, day)
  const date = new Date(start)
  if (year < 2000 || year > 2100 || date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return Number.NaN
  return hour > 23 ? Number.NaN : start + hour * hourMs
}

/** Two figures, else -1. */
function figures(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48
  const ones = bytes[at + 1]! - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

const knownHour = new Uint8Array(13)
let knownStart = Number.NaN

/** Epoch ms of `YYYY-MM-DDTHH:MM:SS[.mmm]Z`; NaN for any other form. The hour is worked out once and remembered. */
function fastInstant(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from
  if ((length !== 20 && length !== 24) || bytes[to - 1] !== 90) return Number.NaN
  let same = 12
  // From the end: neighbouring rows differ in their hour, if in anything.
  while (same >= 0 && bytes[from + same] === knownHour[same]) same -= 1
  if (same >= 0) {
    const start = hourOf(bytes, from)
    if (Number.isNaN(start)) return Number.NaN
    for (let at = 0; at < 13; at++) knownHour[at] = bytes[from + at]!
    knownStart = start
  }
  if (bytes[from + 13] !== 58 || bytes[from + 16] !== 58) return Number.NaN
  const minute = figures(bytes, from + 14)
  const second = figures(bytes, from + 17)
  if (minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN
  const whole = knownStart + (minute * 60 + second) * 1000
  if (length === 20) return whole
  const tenths = bytes[from + 20]! - 48
  const last = figures(bytes, from + 21)
  return bytes[from + 19] !== 46 || tenths < 0 || tenths > 9 || last < 0 ? Number.NaN : whole + tenths * 100 + last
}

const newline = 10
const quote = 34

/**
 * Walks the rows of a block. In the first pass (`wanted` null) ordinary contacts are passed over and all else is read
 * in full; in the second, contacts of wanted addresses are read in full and the others only counted. Returns the next line.
 */
export function walkPlainRows(
  block: Block,
  plan: PlainPlan,
  wanted: AddressSet | null,
  recordEnd: (from: number) => number,
  visit: RowVisitor,
): number {
  const { bytes } = block
  // The first pass needs no more than the kind.
  const last = wanted === null ? plan.kind : plan.last
  const starts = new Int32Array(last + 2)
  const marks = new Uint8Array(256)
  for (const mark of [plan.delimiter, newline, quote]) marks[mark] = 1
  const stopOf = (index: number) => starts[index + 1]! - 1
  let lastChannel = channelBytes[0]!
  let lastResult = resultBytes[0]!
  // Each row belongs to one pass: contacts to the second, all else, also what cannot be told yet, to the first.
  const mine = (columns: number): boolean => {
    const contact = columns > plan.kind && same(bytes, starts[plan.kind]!, starts[plan.kind + 1]! - 1, attemptBytes)
    return contact === (wanted !== null)
  }
  // Asked for once per quote: a search from every row would walk the whole block each time.
  const quoteFrom = (from: number): number => {
    const found = bytes.indexOf(quote, from)
    return found < 0 ? Number.POSITIVE_INFINITY : found
  }
  let nextQuote = quoteFrom(0)
  let line = block.line
  for (let at = 0; at < bytes.length; ) {
    const start = at
    let column = 0
    starts[0] = at
    let quoted = false
    for (; ; at++) {
      // Blocks end with a newline, so the walk never runs over.
      while (marks[bytes[at]!] === 0) at += 1
      const byte = bytes[at]
      if (byte === plan.delimiter) {
        column += 1
        if (column <= last + 1) starts[column] = at + 1
        if (column > last) {
          // Everything that matters is behind; the rest of the row is skipped natively.
          const end = bytes.indexOf(newline, at)
          if (nextQuote < at) nextQuote = quoteFrom(at)
          if (nextQuote < end) quoted = true
          at = end < 0 ? bytes.length : end
          break
        }
      } else if (byte === quote) {
        quoted = true
        break
      } else break
    }
    if (quoted) {
      const end = recordEnd(start)
      const stop = end < 0 ? bytes.indexOf(newline, start) : end
      if (mine(column)) visit.full(start, stop, line)
      for (let next = bytes.indexOf(newline, start); next >= 0 && next <= stop; next = bytes.indexOf(newline, next + 1))
        line += 1
      at = stop + 1
      continue
    }
    const end = at
    at += 1
    const rowLine = line
    line += 1
    if (end === start || (end === start + 1 && bytes[start] === 13)) continue
    if (column < last) {
      if (mine(column)) visit.full(start, end, rowLine)
      continue
    }
    if (column === last) starts[last + 1] = (bytes[end - 1] === 13 ? end - 1 : end) + 1
    if (!same(bytes, starts[plan.kind]!, stopOf(plan.kind), attemptBytes)) {
      if (wanted === null) visit.full(start, end, rowLine)
      continue
    }
    if (wanted === null) continue
    const code = addressCode(bytes, starts[plan.address]!, stopOf(plan.address))
    const instant = fastInstant(bytes, starts[plan.time]!, stopOf(plan.time))
    const [channelFrom, channelTo] = [starts[plan.channel]!, stopOf(plan.channel)]
    // Rows mostly repeat the channel and result of the row before.
    if (!same(bytes, channelFrom, channelTo, lastChannel.bytes)) {
      const found = channelBytes.find((word) => same(bytes, channelFrom, channelTo, word.bytes))
      if (found === undefined) {
        visit.full(start, end, rowLine)
        continue
      }
      lastChannel = found
    }
    const { channel } = lastChannel
    const from = plan.result < 0 ? 0 : starts[plan.result]!
    const to = plan.result < 0 ? 0 : stopOf(plan.result)
    let known = from === to || same(bytes, from, to, lastResult)
    if (!known) {
      const found = resultBytes.find((word) => same(bytes, from, to, word))
      known = found !== undefined
      lastResult = found ?? lastResult
    }
    if (code === 0 || Number.isNaN(instant) || !known || wanted.has(code)) {
      visit.full(start, end, rowLine)
      continue
    }
    visit.totals.rows += 1
    let span = visit.totals.channels.get(channel)
    if (span === undefined) {
      span = contactTotals(instant)
      visit.totals.channels.set(channel, span)
    }
    if (instant < span.min) span.min = instant
    if (instant > span.max) span.max = instant
    span.attempts += 1
    span.hours[Math.floor(instant / hourMs) - firstHour]! |= from !== to && lastResult === blockedBytes ? 1 : 3
  }
  return line
}
