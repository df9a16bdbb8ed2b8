import { createHash } from 'node:crypto'
import { normalisePhone } from './address.ts'
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

/** Who a row concerns; undefined where an address cannot be read or nobody is named. */
export function keysOf(row: RowEvent, people: PersonKeys): ReadonlyArray<string> | undefined {
  const given = <T>(values: ReadonlyArray<T | undefined> | undefined): Array<T> =>
    (values ?? []).filter((value): value is T => value !== undefined)
  const phones = given(row.phones).map(people.phone)
  const emails = given(row.emails).map(people.email)
  const keys = [...phones, ...emails, ...given(row.patients).map(people.patient)].filter(
    (key): key is string => key !== undefined,
  )
  // An address that cannot be read must not turn into a row about nobody, nor about the patient alone.
  const unread = [...phones, ...emails].some((key) => key === undefined)
  return unread || keys.length === 0 ? undefined : [...new Set(keys)]
}

/** A wrong number binds the phone's own channels; "texts" or "calls" by name bind that channel. */
function scopeOf(label: ReplyLabel): ReadonlyArray<Channel> | undefined {
  if (label.wrongNumber) return ['sms', 'voice']
  return label.scope === 'this' && label.channels.length === 1 ? label.channels : undefined
}

function areaOf({ phones }: RowEvent): { areaCode?: string } {
  const first = phones?.find((phone) => phone !== undefined)
  const code = first === undefined ? undefined : /^\+1(\d{3})\d{7}$/.exec(normalisePhone(first) ?? '')?.[1]
  return code === undefined ? {} : { areaCode: code }
}

function baseOf(row: RowEvent, keys: ReadonlyArray<string>, at: Span, place: Place, practice: string) {
  return {
    id: `${place.file}:${place.line}:${place.index}`,
    keys,
    at,
    practice: row.practice ?? practice,
    file: place.file,
    line: place.line,
    ...(row.channel && { channel: row.channel }),
    ...(row.providerRef && { providerRef: row.providerRef }),
    ...(row.from && { from: row.from }),
    ...areaOf(row),
    ...(row.calledZone && isZone(row.calledZone) && { calledZone: row.calledZone }),
  }
}

function eventOf(
  kind: EventKind,
  row: RowEvent,
  keys: ReadonlyArray<string>,
  at: Span,
  delivered: Span | undefined,
  place: Place,
  practice: string,
): OptOutEvent {
  return {
    ...baseOf(row, keys, at, place, practice),
    kind,
    ...(row.scope && { scope: row.scope }),
    ...(row.by && { by: row.by }),
    ...(row.wrongNumber && { wrongNumber: true }),
    ...(row.purpose && { purpose: row.purpose }),
    ...(row.marketing && { marketing: true }),
    ...(row.result && { result: row.result }),
    ...(row.deliveryOnly && { deliveryOnly: true }),
    ...(delivered && { deliveredAt: { min: delivered.min, max: delivered.max } }),
    ...(row.present !== undefined && { present: row.present }),
    ...(row.form && { form: row.form }),
  }
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
  { label, practice }: Pick<ConvertTools, 'label' | 'practice'>,
): { undated?: OptOutEvent; held?: HeldReply } {
  const { kind } = row
  const lookUp = (words: Pick<ReplyLabel, 'start' | 'end'>) => ({
    held: heldReply(row, keys, anyTime, place, practice, words, undatedRule),
  })
  if (kind === 'opt_out') return lookUp({ start: 0, end: 0 })
  if (kind === 'inbound') {
    const text = row.text ?? ''
    const read = label(text)
    return comeBack.test(text) || readingOf(row, read) === 'nothing' ? {} : lookUp(read)
  }
  if (!isAdverse(row)) return {}
  // Whether it was the first confirmation cannot be told either, and it must not take another one's place.
  const shown = row.purpose === 'optout_confirmation' ? { ...row, purpose: undefined } : row
  return { undated: eventOf(kind, shown, keys, anyTime, undefined, place, practice) }
}

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
    const base = baseOf(row, keys, span, place, tools.practice)
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
  return { event: eventOf(row.kind, row, keys, span, delivered, place, tools.practice), localTime }
}
