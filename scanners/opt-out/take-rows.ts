import { hash } from 'node:crypto'
import type { ScanContext } from '../scanner.ts'
import { anyTime, isUndated, type OptOutEvent } from './event.ts'
import { personKeys } from './person-key.ts'
import { eventsOrWhy, type Row, type RowEvent } from './row.ts'
import { convert, type HeldReply, isAdverse, keysOf, labelling } from './row-event.ts'
import type { ConcernedPeople } from './streamed-log.ts'
import { type ReadRow, rowsOf } from './table.ts'
import type { Reading, ReadOptions, Timeline } from './timeline.ts'

const rejectedShown = 10_000
/** Held because its row was rejected for something else in it. */
const rejectedRowRule = 'row-rejected'

/** The cells of a row, whatever the order of its columns: a row that says word for word the same is the same row. */
function fingerprint({ cells }: Row, format: string): string {
  const told = [...cells].map(([name, value]) => `${name}\u0001${value}`).sort()
  return hash('sha1', `${format}\u0002${told.join('\u0002')}`, 'base64')
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
  let walked = 0
  /** Returns how many events of a good row were not kept. With `concerned` it is the second walk of a log: nothing is counted again. */
  return (
    reading: Reading,
    row: ReadRow,
    keep: (event: OptOutEvent, raw: RowEvent) => boolean = () => true,
    concerned?: ConcernedPeople,
  ): number => {
    const counting = concerned === undefined
    const { report, activity, format, styles, index, member } = reading
    const reject = (why: string) => {
      if (!counting) return
      report.rejectedRows += 1
      if (report.rejected.length < rejectedShown) report.rejected.push({ line: row.line, why })
    }
    const hold = (held: HeldReply, raw: RowEvent) => {
      // A person may rule that it was an opt-out, so their contacts are wanted like those of anybody who said stop.
      const { keys, practice, at } = held
      keep({ id: '', kind: 'opt_out', keys, practice, at }, raw)
      timeline.held.push(held)
    }
    if (counting) report.rows += 1
    if (++walked % 50_000 === 0) {
      signal.throwIfAborted()
      progress({ stage: member.name, done: report.rows, total: null })
    }
    if ('why' in row) {
      reject(row.why)
      return 0
    }
    const read = format.read(row, member.name)
    const all = eventsOrWhy(read)
    const events = counting || typeof all === 'string' ? all : all.filter(({ kind }) => kind === 'attempt')
    if (concerned !== undefined) {
      // Most rows concern nobody who said stop: told by the address alone, before anything else is read.
      const unclear = typeof read === 'object' && 'why' in read ? read.contacts : []
      const contacts = typeof events === 'string' ? unclear : events
      if (!contacts.some((contact) => concerned.has({ keys: keysOf(contact, people) ?? [] }))) return 0
    }
    const tools = { styles, people, label, practice: options.practice ?? 'p1' }
    if (typeof events === 'string') {
      reject(events)
      if (typeof read === 'object' && 'why' in read) {
        for (const [at, contact] of read.contacts.entries()) {
          const place = { file: index, line: row.line, index: at }
          const result = convert({ ...contact, time: { column: '', text: '' } }, place, tools)
          if ('why' in result && result.undated !== undefined && keep(result.undated, contact))
            timeline.undated.push(result.undated)
        }
      }
      return 0
    }
    // A row may hold a contact and an opt-out, which two walks take one after the other.
    const repeated: Partial<Record<'contact' | 'state', boolean>> = {}
    const isRepeat = (kind: OptOutEvent['kind'] | 'held'): boolean => {
      const part = kind === 'attempt' ? 'contact' : 'state'
      let known = repeated[part]
      if (known === undefined) {
        const print = `${part} ${fingerprint(row, format.id)}`
        known = seen.has(print)
        seen.add(print)
        repeated[part] = known
      }
      return known
    }
    /** Of a row that is rejected for another person it names: what speaks against the sender is not lost with it. */
    const keepAdverse = (event: OptOutEvent, raw: RowEvent) => {
      if (event.kind === 'opt_out') {
        if (isRepeat('held')) return
        const { keys, practice, channel, at, file = index, line = row.line } = event
        const words = { rule: rejectedRowRule, start: 0, end: 0, bodySha256: hash('sha256', '', 'hex') }
        hold({ file, line, keys, practice, channel, at, ...words }, raw)
      } else if (isAdverse(raw)) {
        const { deliveredAt: _, purpose, ...rest } = event
        const shown = purpose === undefined || purpose === 'optout_confirmation' ? {} : { purpose }
        const undated: OptOutEvent = { ...rest, ...shown, at: anyTime }
        if (keep(undated, raw)) timeline.undated.push(undated)
      }
    }
    const converted = events.map((event, at) => convert(event, { file: index, line: row.line, index: at }, tools))
    const fault = converted.find((result) => 'why' in result)
    if (fault !== undefined && 'why' in fault) {
      reject(fault.why)
      for (const [at, result] of converted.entries()) {
        if ('event' in result) {
          keepAdverse(result.event, events[at]!)
          continue
        }
        if ('held' in result && result.held !== undefined && !isRepeat('held')) hold(result.held, events[at]!)
        if ('why' in result && result.undated !== undefined && keep(result.undated, events[at]!))
          timeline.undated.push(result.undated)
      }
      return 0
    }
    if (counting) report.classified += 1
    let leftOut = 0
    for (const [at, result] of converted.entries()) {
      if ('why' in result) continue
      if (counting && events[at]!.kind === 'inbound') {
        report.replies.all += 1
        if ((events[at]!.text ?? '').trim() === '') report.replies.wordless += 1
      }
      if (result.localTime) report.assumedZone = reading.zone
      if ('event' in result) {
        if (counting) activity.note(result.event)
        if (!keep(result.event, events[at]!)) leftOut += 1
        else if (!isRepeat(result.event.kind)) timeline.events.push(result.event)
      } else if ('held' in result && !isRepeat('held')) hold(result.held, events[at]!)
    }
    return leftOut
  }
}

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
