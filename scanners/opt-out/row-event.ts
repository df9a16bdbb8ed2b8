import { createHash } from 'node:crypto'
import type { ColumnStyles } from './column-style.ts'
import { anyTime, type Channel, type EventKind, type OptOutEvent, type Span } from './event.ts'
import type { PersonKeys } from './person-key.ts'
import { labelReply, type ReplyLabel } from './reply-label.ts'
import type { RowEvent } from './row.ts'
import { isZone } from './zone.ts'

/** A message nobody can label for sure: sending is held and a person looks. The words stay in the file. */
export type HeldReply = {
  file: number
  line: number
  keys: ReadonlyArray<string>
  practice: string
  channel: Channel | undefined
  at: { min: number; max: number }
  rule: string
  start: number
  end: number
  bodySha256: string
}

export type Converted =
  | { event: OptOutEvent; localTime: boolean; label?: ReplyLabel }
  | { held: HeldReply; localTime: boolean }
  | { nothing: true; localTime: boolean }
  /**
   * At a time nobody can read: `undated` is a contact, or a sign against suppression, of a known person; `held` may have
   * been an opt-out, so a person looks the row up.
   */
  | { why: string; undated?: OptOutEvent; held?: HeldReply }

type Place = { file: number; line: number; index: number }

/** Held because the log leaves out what a person wrote. */
export const wordlessRule = 'no-words'
/** Held because nobody can read when it was. */
export const undatedRule = 'time-unknown'

const comeBack = /^\W*(?:start|unstop|opt[ -]?in|subscribe|resubscribe|resume|inicio|iniciar)\W*$/i

/** Bodies repeat; each distinct one is read once. */
export function labelling(): (text: string) => ReplyLabel {
  const known = new Map<string, ReplyLabel>()
  return (text) => {
    let label = known.get(text)
    if (label === undefined) {
      label = labelReply(text)
      if (known.size > 20_000) known.clear()
      known.set(text, label)
    }
    return label
  }
}

/** Adds the keys of these values; false where one cannot be read. */
function addKeys(
  keys: Array<string>,
  values: ReadonlyArray<string | undefined> | undefined,
  read: (raw: string) => string | undefined,
): boolean {
  if (values === undefined) return true
  for (const value of values) {
    if (value === undefined) continue
    const key = read(value)
    if (key === undefined) return false
    if (!keys.includes(key)) keys.push(key)
  }
  return true
}

/** Who a row concerns; undefined where an address cannot be read or nobody is named. */
export function keysOf(row: RowEvent, people: PersonKeys): ReadonlyArray<string> | undefined {
  const keys: Array<string> = []
  // An address that cannot be read must not turn into a row about nobody, nor about the patient alone.
  const read =
    addKeys(keys, row.phones, people.phone) &&
    addKeys(keys, row.emails, people.email) &&
    addKeys(keys, row.patients, people.patient)
  return read && keys.length > 0 ? keys : undefined
}

/** A wrong number binds the phone's own channels; "texts" or "calls" by name bind that channel. */
function scopeOf(label: ReplyLabel): ReadonlyArray<Channel> | undefined {
  if (label.wrongNumber) return ['sms', 'voice']
  return label.scope === 'this' && label.channels.length === 1 ? label.channels : undefined
}

function areaOf({ phones }: RowEvent, people: PersonKeys): string | undefined {
  const first = phones?.find((phone) => phone !== undefined)
  return first === undefined ? undefined : people.areaCode(first)
}

// Fields are set one by one and in one order: spreading each into an object costs more than the rest of a row.
function baseOf(row: RowEvent, keys: ReadonlyArray<string>, at: Span, place: Place, tools: NamingTools) {
  const base: Omit<OptOutEvent, 'kind'> = {
    id: `${place.file}:${place.line}:${place.index}`,
    keys,
    at,
    practice: row.practice ?? tools.practice,
    file: place.file,
    line: place.line,
  }
  if (row.channel) base.channel = row.channel
  if (row.providerRef) base.providerRef = row.providerRef
  if (row.from) base.from = row.from
  const areaCode = areaOf(row, tools.people)
  if (areaCode !== undefined) base.areaCode = areaCode
  if (row.calledZone && isZone(row.calledZone)) base.calledZone = row.calledZone
  return base
}

function eventOf(
  kind: EventKind,
  row: RowEvent,
  keys: ReadonlyArray<string>,
  at: Span,
  delivered: Span | undefined,
  place: Place,
  tools: NamingTools,
): OptOutEvent {
  const event = baseOf(row, keys, at, place, tools) as OptOutEvent
  event.kind = kind
  if (row.scope) event.scope = row.scope
  if (row.by) event.by = row.by
  if (row.wrongNumber) event.wrongNumber = true
  if (row.purpose) event.purpose = row.purpose
  if (row.marketing) event.marketing = true
  if (row.result) event.result = row.result
  if (row.deliveryOnly) event.deliveryOnly = true
  if (delivered) event.deliveredAt = { min: delivered.min, max: delivered.max }
  if (row.present !== undefined) event.present = row.present
  if (row.form) event.form = row.form
  return event
}

/** What a row's words come to; with a rule they are held, and it says why. */
function readingOf({ text = '', unsureWhose }: RowEvent, label: ReplyLabel): 'optout' | 'nothing' | { rule: string } {
  // A log without the words shows that somebody wrote, not what: it may have been a STOP, so a person looks it up.
  if (text.trim() === '') return { rule: wordlessRule }
  if (label.label === 'not') return 'nothing'
  if (unsureWhose) return { rule: 'direction-unknown' }
  return label.label === 'ambiguous' ? { rule: label.rule } : 'optout'
}

function heldReply(
  row: RowEvent,
  keys: ReadonlyArray<string>,
  at: Span,
  place: Place,
  practice: string,
  { start, end }: Pick<ReplyLabel, 'start' | 'end'>,
  rule: string,
): HeldReply {
  const bodySha256 = createHash('sha256')
    .update(row.text ?? '')
    .digest('hex')
  const { file, line } = place
  return {
    file,
    line,
    keys,
    practice: row.practice ?? practice,
    channel: row.channel,
    at: { min: at.min, max: at.max },
    rule,
    start,
    end,
    bodySha256,
  }
}

/** A contact, or a sign that contact was possible. */
export function isAdverse({ kind, result, present }: RowEvent): boolean {
  if (kind === 'attempt') return result !== 'blocked'
  return kind === 'suppression_cleared' || (kind === 'snapshot' && present === false)
}

/** What is left of a row whose time cannot be read. Nothing that could speak for the sender is. */
function withoutTime(
  row: RowEvent,
  keys: ReadonlyArray<string>,
  place: Place,
  tools: ConvertTools,
): { undated?: OptOutEvent; held?: HeldReply } {
  const { kind } = row
  const lookUp = (words: Pick<ReplyLabel, 'start' | 'end'>) => ({
    held: heldReply(row, keys, anyTime, place, tools.practice, words, undatedRule),
  })
  if (kind === 'opt_out') return lookUp({ start: 0, end: 0 })
  if (kind === 'inbound') {
    const text = row.text ?? ''
    const read = tools.label(text)
    return comeBack.test(text) || readingOf(row, read) === 'nothing' ? {} : lookUp(read)
  }
  if (!isAdverse(row)) return {}
  // Whether it was the first confirmation cannot be told either, and it must not take another one's place.
  const shown = row.purpose === 'optout_confirmation' ? { ...row, purpose: undefined } : row
  return { undated: eventOf(kind, shown, keys, anyTime, undefined, place, tools) }
}

type NamingTools = Pick<ConvertTools, 'people' | 'practice'>

export type ConvertTools = {
  styles: ColumnStyles
  people: PersonKeys
  label: (text: string) => ReplyLabel
  practice: string
}

/** Gives a row's event its instants and keyed hashes, and reads what a person wrote. Says why a row cannot be used. */
export function convert(row: RowEvent, place: Place, tools: ConvertTools): Converted {
  const keys = keysOf(row, tools.people)
  if (keys === undefined) return { why: 'no phone, e-mail or patient id that can be read' }
  const at = row.time === undefined ? undefined : tools.styles.read(row.time)
  const delivered = row.deliveredAt === undefined ? undefined : tools.styles.read(row.deliveredAt)
  const timeless = at === undefined && row.kind !== 'link'
  const unread = timeless ? row.time : delivered === undefined ? row.deliveredAt : undefined
  if (timeless || unread !== undefined) {
    const why =
      unread === undefined ? 'no column holds the time' : `the date in the column ${unread.column} cannot be read`
    return { why, ...withoutTime(row, keys, place, tools) }
  }
  const span = at === undefined ? { min: 0, max: 0 } : { min: at.min, max: at.max }
  const localTime = at !== undefined && at.basis !== 'exact'

  if (row.kind === 'inbound') {
    const text = row.text ?? ''
    const base = baseOf(row, keys, span, place, tools)
    if (comeBack.test(text)) return { event: { ...base, kind: 'opt_in', by: 'recipient' }, localTime }
    const label = tools.label(text)
    const reading = readingOf(row, label)
    if (reading === 'nothing') return { nothing: true, localTime }
    if (reading !== 'optout')
      return { held: heldReply(row, keys, span, place, tools.practice, label, reading.rule), localTime }
    const scope = scopeOf(label)
    return {
      event: {
        ...base,
        kind: 'opt_out',
        by: 'recipient',
        ...(scope && { scope }),
        ...(label.wrongNumber && { wrongNumber: true }),
      },
      localTime,
      label,
    }
  }
  return { event: eventOf(row.kind, row, keys, span, delivered, place, tools), localTime }
}
