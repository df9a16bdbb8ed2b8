import type { Channel } from '../event.ts'
import { type CellTime, cell, type Row, type RowEvent } from '../row.ts'
import { asStatus, type StatusMeaning, statusMeaning } from '../status-words.ts'
import type { TableFacts, TablePlan, TableTimes } from './table-plan.ts'

const clockAlone = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})?$/i
const looksDated = /\d[-/.: ]|^\d{8,}(?:\.\d+)?$|^\d{5}(?:\.\d+)?$|[a-z]{3,}\.? \d|\d[a-z]{3,9}\d|^\d{8}T\d/i
/** What systems write where a date is not set. */
const noDate = /^(?:n\/?a|none|null|nil|never|no|false|0|[-–—]+|0000-00-00(?:[ T]00:00(?::00)?)?)$/i

/**
 * The first of these columns that holds a time. With `anything` the first that holds more than a word for nothing: it
 * tells that there was something, also where nobody can read when.
 */
export function timeIn(
  row: Row,
  columns: TableTimes['out'],
  facts: TableFacts,
  anything = false,
): (CellTime & { arrival: boolean }) | undefined {
  for (const { column, clock, zone, arrival } of columns) {
    const text = row.cells.get(column)
    if (text === undefined || (anything ? noDate : clockAlone).test(text)) continue
    if (!anything && !looksDated.test(text)) continue
    const beside = clock === undefined ? undefined : row.cells.get(clock)
    const apart = beside !== undefined && clockAlone.test(beside) && !text.includes(':')
    const known = zone ?? facts.zone
    return {
      column: apart ? `${column}+${clock}` : column,
      text: apart ? `${text} ${beside}` : text,
      ...(known !== undefined && { zone: known }),
      ...(facts.dayFirst !== undefined && { dayFirst: facts.dayFirst }),
      arrival: arrival === true,
    }
  }
  return undefined
}

/** A time without what only its table knows of it. */
export function bareTime(found: ReturnType<typeof timeIn>): CellTime | undefined {
  if (found === undefined) return undefined
  const { arrival: _, ...time } = found
  return time
}

/** The address of somebody in these columns: of the kind the channel uses, where a row has both. */
export function addressIn(row: Row, columns: ReadonlyArray<string>, channel: Channel | undefined): string | undefined {
  const given = columns.flatMap((name) => cell(row, name) ?? [])
  const mail = (value: string) => value.includes('@')
  const number = (value: string) => !mail(value) && value.replace(/\D/g, '').length >= 7
  if (channel === 'email') return given.find(mail)
  return channel === undefined ? given.find((value) => mail(value) || number(value)) : (given.find(number) ?? given[0])
}

export const whose = (address: string | undefined): Pick<RowEvent, 'phones' | 'emails'> =>
  address?.includes('@') ? { emails: [address] } : { phones: [address] }

/** What a row says of itself, and in which column. */
export type Told = { meaning: StatusMeaning | undefined; perEvent: boolean; text: string | undefined; column?: string }

export function toldBy(row: Row, { roles, facts }: TablePlan, voice: boolean): Told {
  let first: Told | undefined
  for (const [columns, perEvent] of [
    [roles.event, true],
    [roles.status, false],
    [roles.kind, true],
  ] as const) {
    for (const column of columns) {
      const text = cell(row, column)
      if (text === undefined) continue
      const own = facts.words?.[text.trim().toLowerCase()]
      const meaning = own === undefined ? statusMeaning(text, { perEvent, voice }) : asStatus(own, perEvent)
      if (meaning !== undefined) return { meaning, perEvent, text, column }
      if (columns !== roles.kind) first ??= { meaning, perEvent, text, column }
    }
  }
  return first ?? { meaning: undefined, perEvent: false, text: undefined }
}
