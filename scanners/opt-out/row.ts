import type { By, Channel, ConsentForm, EventKind, Purpose, Result } from './event.ts'

/** One row of a log: its line and its cells by folded column name. JSON objects are flattened, `data.payload.from`. */
export type Row = { line: number; cells: ReadonlyMap<string, string> }

/** "Date Sent", "date_sent" and "DateSent" are one name; dots of nested JSON stay. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '')
}

/** The first of these columns that holds something. */
export function cell(row: Row, ...names: ReadonlyArray<string>): string | undefined {
  for (const name of names) {
    const value = row.cells.get(name)
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

/** A time as a cell gave it; the reader turns it into an instant by the style of its whole column. */
export type CellTime = {
  column: string
  text: string
  packed?: boolean
  /** What is known of the column beyond its cells: the zone of times without an offset, the order of 1/2/2026. */
  zone?: string
  dayFirst?: boolean
}

/** The first of these columns that holds a time. */
export function timeOf(row: Row, ...columns: ReadonlyArray<string>): CellTime | undefined {
  for (const column of columns) {
    const text = row.cells.get(column)
    if (text !== undefined && text !== '') return { column, text }
  }
  return undefined
}

/** What a row says, before addresses are hashed and times are read. `inbound` carries words a person wrote or said. */
export type RowEvent = {
  kind: EventKind | 'inbound'
  time?: CellTime | undefined
  phones?: ReadonlyArray<string | undefined>
  emails?: ReadonlyArray<string | undefined>
  patients?: ReadonlyArray<string | undefined>
  channel?: Channel | undefined
  scope?: ReadonlyArray<Channel> | undefined
  by?: By | undefined
  wrongNumber?: boolean
  purpose?: Purpose | undefined
  marketing?: boolean | undefined
  result?: Result | undefined
  providerRef?: string | undefined
  deliveryOnly?: boolean
  deliveredAt?: CellTime | undefined
  present?: boolean
  form?: ConsentForm | undefined
  from?: string | undefined
  practice?: string | undefined
  calledZone?: string | undefined
  text?: string | undefined
  /** The words are an opt-out, but the row does not say whether a person or the practice wrote them. */
  unsureWhose?: boolean
}

/** Contacts told of in an unknown word: the row is rejected, and nobody it concerns passes beside it. */
export type UnclearRow = { why: string; contacts: ReadonlyArray<RowEvent> }

/** Rows of a format -> events. A string says why a row cannot be understood; it quotes column names, never cells. */
export type LogFormat = {
  id: string
  title: string
  /** Every group must be met by one of its columns (folded names). */
  requires: ReadonlyArray<ReadonlyArray<string>>
  /** Columns whose presence says it is another format. */
  excludes?: ReadonlyArray<string>
  /** Part of the file's own name, where two exports have the same columns. */
  fileName?: RegExp
  /** Columns that are read beside the required ones. */
  uses?: ReadonlyArray<string>
  read: (row: Row, file: string) => ReadonlyArray<RowEvent> | UnclearRow | string
}

/** The events of a row, or why it has none. */
export function eventsOrWhy(read: ReturnType<LogFormat['read']>): ReadonlyArray<RowEvent> | string {
  return typeof read === 'object' && 'why' in read ? read.why : read
}
