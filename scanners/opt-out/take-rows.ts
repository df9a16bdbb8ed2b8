import { hash } from 'node:crypto'
import type { ScanContext } from '../scanner.ts'
import { anyTime, isUndated, type OptOutEvent } from './event.ts'
import { personKeys } from './person-key.ts'
import { eventsOrWhy, type Row, type RowEvent } from './row.ts'
import { type Converted, convert, type HeldReply, isAdverse, keysOf, labelling } from './row-event.ts'
import type { ConcernedPeople } from './streamed-log.ts'
import { type ReadRow, rowsOf } from './table.ts'
import type { Reading, ReadOptions, Timeline } from './timeline.ts'

const rejectedShown = 10_000
/** Held because its row was rejected for something else in it. */
const rejectedRowRule = 'row-rejected'

/** The cells of a row, whatever the order of its columns: a row that says word for word the same is the same row. */
function fingerprint({ cells }: Row, format: string, columns: ReadonlyArray<string> | null): string {
  const names = columns ?? [...cells.keys()].sort()
  let told = ''
  for (const name of names) {
    const value = cells.get(name)
    if (value !== undefined) told += `\u0002${name}\u0001${value}`
  }
  return hash('sha1', format + told, 'base64')
}

/** The columns of a table in the one order that fingerprints know; null where each row has its own. */
const orderedColumns = new WeakMap<Reading, ReadonlyArray<string> | null>()

function columnsOf(reading: Reading): ReadonlyArray<string> | null {
  let columns = orderedColumns.get(reading)
  if (columns === undefined) {
    columns = reading.layout.kind === 'csv' ? [...reading.layout.names].sort() : null
    orderedColumns.set(reading, columns)
  }
  return columns
}

type Keep = (event: OptOutEvent, raw: RowEvent) => boolean

/** A row that is being taken: functions of it are made once, not for every row. `repeats` is told where it was asked. */
type Taken = { reading: Reading; row: Row; keep: Keep; contactRepeats?: boolean; stateRepeats?: boolean }

function reject({ report }: Reading, line: number, why: string): void {
  report.rejectedRows += 1
  if (report.rejected.length < rejectedShown) report.rejected.push({ line, why })
}

/** Takes rows one by one: counts each, rejects it with a reason, or turns it into events. `keep` may drop an event. */
export function taker(
  timeline: Timeline,
  options: ReadOptions,
  { signal, progress }: Pick<ScanContext, 'signal' | 'progress'>,
) {
  const people = personKeys(options.secret)
  const label = labelling()
  const seen = new Set<string>()
  const practice = options.practice ?? 'p1'
  let walked = 0

  /** Whether this row was taken before. It may hold a contact and an opt-out, which two walks take one after the other. */
  const isRepeat = (taken: Taken, kind: OptOutEvent['kind'] | 'held'): boolean => {
    const part = kind === 'attempt' ? 'contactRepeats' : 'stateRepeats'
    let known = taken[part]
    if (known === undefined) {
      const print = `${part === 'contactRepeats' ? 'c' : 's'}${fingerprint(taken.row, taken.reading.format.id, columnsOf(taken.reading))}`
      const before = seen.size
      seen.add(print)
      known = seen.size === before
      taken[part] = known
    }
    return known
  }
  const hold = (taken: Taken, held: HeldReply, raw: RowEvent): void => {
    if (isRepeat(taken, 'held')) return
    // A person may rule that it was an opt-out, so their contacts are wanted like those of anybody who said stop.
    const { keys, practice: caller, at } = held
    taken.keep({ id: '', kind: 'opt_out', keys, practice: caller, at }, raw)
    timeline.held.push(held)
  }
  /** Of a row that is rejected for another person it names: what speaks against the sender is not lost with it. */
  const keepAdverse = (taken: Taken, event: OptOutEvent, raw: RowEvent): void => {
    if (event.kind === 'opt_out') {
      const { keys, practice: caller, channel, at, file = 0, line = 0 } = event
      const words = { rule: rejectedRowRule, start: 0, end: 0, bodySha256: hash('sha256', '', 'hex') }
      hold(taken, { file, line, keys, practice: caller, channel, at, ...words }, raw)
    } else if (isAdverse(raw)) {
      const { deliveredAt: _, purpose, ...rest } = event
      const shown = purpose === undefined || purpose === 'optout_confirmation' ? {} : { purpose }
      const undated: OptOutEvent = { ...rest, ...shown, at: anyTime }
      if (taken.keep(undated, raw)) timeline.undated.push(undated)
    }
  }
  const keepOfRejected = (taken: Taken, converted: ReadonlyArray<Converted>, events: ReadonlyArray<RowEvent>): void => {
    for (let at = 0; at < converted.length; at++) {
      const result = converted[at]!
      const raw = events[at]!
      if ('event' in result) keepAdverse(taken, result.event, raw)
      if ('held' in result && result.held !== undefined) hold(taken, result.held, raw)
      if ('why' in result && result.undated !== undefined && taken.keep(result.undated, raw))
        timeline.undated.push(result.undated)
    }
  }
  /** Returns how many events of a good row were not kept. With `concerned` it is the second walk of a log: nothing is counted again. */
  return (reading: Reading, row: ReadRow, keep: Keep = keepAll, concerned?: ConcernedPeople): number => {
    const counting = concerned === undefined
    const { report, activity, format, styles, index, member } = reading
    if (counting) report.rows += 1
    if (++walked % 50_000 === 0) {
      signal.throwIfAborted()
      progress({ stage: member.name, done: report.rows, total: null })
    }
    if ('why' in row) {
      if (counting) reject(reading, row.line, row.why)
      return 0
    }
    const read = format.read(row, member.name)
    const all = eventsOrWhy(read)
    const events = counting || typeof all === 'string' ? all : all.filter(isAttempt)
    const unclear = typeof read === 'object' && 'why' in read ? read.contacts : []
    if (concerned !== undefined) {
      // Most rows concern nobody who said stop: told by the address alone, before anything else is read.
      const contacts = typeof events === 'string' ? unclear : events
      if (!contacts.some((contact) => concerned.has({ keys: keysOf(contact, people) ?? [] }))) return 0
    }
    const tools = { styles, people, label, practice }
    const { line } = row
    if (typeof events === 'string') {
      if (counting) reject(reading, line, events)
      for (let at = 0; at < unclear.length; at++) {
        const contact = unclear[at]!
        const result = convert({ ...contact, time: noTime }, { file: index, line, index: at }, tools)
        if ('why' in result && result.undated !== undefined && keep(result.undated, contact))
          timeline.undated.push(result.undated)
      }
      return 0
    }
    const taken: Taken = { reading, row, keep }
    const converted: Array<Converted> = []
    let fault: string | undefined
    for (let at = 0; at < events.length; at++) {
      const result = convert(events[at]!, { file: index, line, index: at }, tools)
      if ('why' in result) fault ??= result.why
      converted.push(result)
    }
    if (fault !== undefined) {
      if (counting) reject(reading, line, fault)
      keepOfRejected(taken, converted, events)
      return 0
    }
    if (counting) report.classified += 1
    let leftOut = 0
    for (let at = 0; at < converted.length; at++) {
      const result = converted[at]!
      if ('why' in result) continue
      const raw = events[at]!
      if (counting && raw.kind === 'inbound') {
        report.replies.all += 1
        if ((raw.text ?? '').trim() === '') report.replies.wordless += 1
      }
      if (result.localTime) report.assumedZone = reading.zone
      if ('event' in result) {
        if (counting) activity.note(result.event)
        if (!keep(result.event, raw)) leftOut += 1
        else if (!isRepeat(taken, result.event.kind)) timeline.events.push(result.event)
      } else if ('held' in result) hold(taken, result.held, raw)
    }
    return leftOut
  }
}

const keepAll: Keep = () => true
const isAttempt = ({ kind }: RowEvent) => kind === 'attempt'
const noTime = { column: '', text: '' }

export type Take = ReturnType<typeof taker>

/**
 * First walk of a large log: everything but contacts and consents, which follow patients rather than opt-outs. Returns
 * how many contacts there are.
 */
export async function readStates(
  reading: Reading,
  take: Take,
  noted: (event: OptOutEvent, raw: RowEvent) => true,
): Promise<number> {
  let contacts = 0
  const keep = (event: OptOutEvent, raw: RowEvent): boolean => {
    if (event.kind === 'attempt' && !isUndated(event)) contacts += 1
    return noted(event, raw) && event.kind !== 'attempt' && event.kind !== 'consent'
  }
  for await (const row of rowsOf(reading.member, reading.layout)) take(reading, row, keep)
  return contacts
}

/** Second walk: the contacts of concerned people. Returns how many there were. */
export async function readConcerned(reading: Reading, take: Take, concerned: ConcernedPeople): Promise<number> {
  let kept = 0
  const keep = (event: OptOutEvent): boolean => {
    const wanted = concerned.has(event)
    if (wanted && !isUndated(event)) kept += 1
    return wanted
  }
  for await (const row of rowsOf(reading.member, reading.layout)) take(reading, row, keep, concerned)
  return kept
}
