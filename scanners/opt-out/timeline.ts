import { createHash, hash } from 'node:crypto'
import { ScanProblem } from '../problem.ts'
import type { ScanContext } from '../scanner.ts'
import { type Activity, type ActivityBook, activityBook } from './activity.ts'
import { type ColumnStyles, columnStyles } from './column-style.ts'
import type { Channel, OptOutEvent } from './event.ts'
import { type AddressCodes, type LargeLog, noteCodes, readContacts, readStateRows } from './large-log.ts'
import { type LogMapping, mappingFor, type SavedMapping } from './mapping.ts'
import { type LogInput, type LogMember, openLog } from './open-log.ts'
import { plainPlan } from './plain-rows.ts'
import { isHeading, recognise } from './recognise.ts'
import { eventsOrWhy, type LogFormat, type RowEvent } from './row.ts'
import type { HeldReply } from './row-event.ts'
import { concernedPeople } from './streamed-log.ts'
import { type Layout, layoutOf, rowsOf } from './table.ts'
import { readConcerned, readStates, taker } from './take-rows.ts'

export type ReadOptions = {
  /** IANA zone of wall-clock times without an offset. */
  zone: string
  /** Key of the HMAC over phones, e-mails and patient ids. */
  secret: Uint8Array
  practice?: string | undefined
  /** File name -> what the uploader said of it. */
  declared?:
    | Readonly<
        Record<
          string,
          {
            format?: string | undefined
            mapping?: LogMapping | undefined
            zone?: string | undefined
            dayFirst?: boolean | undefined
          }
        >
      >
    | undefined
  format?: string | undefined
  dayFirst?: boolean | undefined
  /** What people have said of headers that came before. */
  mappings?: ReadonlyArray<SavedMapping> | undefined
  /** Logs up to this size are held whole. */
  wholeBytes?: number | undefined
}

export type RejectedRow = { line: number; why: string }

export type ReadFile = {
  file: string
  format: string
  /** What tells one log from another: tables of one vendor are one log, tables read by their names one for each heading. */
  source?: string
  sha256: string
  rows: number
  classified: number
  rejectedRows: number
  /** The first ten thousand of them. */
  rejected: Array<RejectedRow>
  /** What people wrote, and how much of it the log leaves out. */
  replies: { all: number; wordless: number }
  /** The zone that was assumed for times without an offset, when there were any. */
  assumedZone: string | null
  /** Columns the format has no use for, by name. */
  unknownColumns: Array<string>
  /** First to last row of each channel, whether attempts are among them, and on which days there are rows. */
  channels: Partial<Record<Channel, Activity>>
}

/** Everything the logs say, in memory: facts per event, no opinion. People are keyed hashes. */
export type Timeline = {
  files: Array<ReadFile>
  events: Array<OptOutEvent>
  /** Contacts and signs against suppression in rejected rows whose time cannot be read: they count nowhere, but prove nothing either. */
  undated: Array<OptOutEvent>
  held: Array<HeldReply>
  /** Contacts of large logs with nobody who opted out: counted, read, and not kept. */
  passedOver: number
}

const surveyRows = 5_000
const wholeBytes = 64 * 1024 ** 2

export type Reading = {
  member: LogMember
  layout: Layout
  format: LogFormat
  styles: ColumnStyles
  report: ReadFile
  activity: ActivityBook
  index: number
  bytes: number
  /** Zone of times without an offset. */
  zone: string
}

async function digestOf(member: LogMember): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of member.open()) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Looks at the dates of a column until its day/month order is shown, else at the first rows only. */
async function survey(reading: Pick<Reading, 'member' | 'layout' | 'format' | 'styles'>): Promise<void> {
  let seen = 0
  for await (const row of rowsOf(reading.member, reading.layout)) {
    if ('why' in row) continue
    const events = eventsOrWhy(reading.format.read(row, reading.member.name))
    if (typeof events !== 'string') {
      for (const { time, deliveredAt } of events) {
        if (time !== undefined) reading.styles.survey(time)
        if (deliveredAt !== undefined) reading.styles.survey(deliveredAt)
      }
    }
    if (++seen >= surveyRows && !reading.styles.undecided()) break
  }
}

/** A log cut into several files shows the style of its dates in any of them, so files of one header share what they show. */
type SharedStyles = Map<string, ColumnStyles>

function stylesOf(
  known: SharedStyles,
  { kind, names }: Layout,
  format: string,
  options: { zone: string; dayFirst: boolean | undefined; mapping: LogMapping | undefined },
): ColumnStyles {
  const key = JSON.stringify([format, kind === 'csv' ? [...names].sort() : kind, options])
  let styles = known.get(key)
  if (styles === undefined) {
    styles = columnStyles(options.zone, options.dayFirst)
    known.set(key, styles)
  }
  return styles
}

async function prepare(member: LogMember, index: number, options: ReadOptions, shared: SharedStyles): Promise<Reading> {
  const said = options.declared?.[member.name]
  const declared = said?.format ?? options.format
  const asked = declared !== undefined || said?.mapping !== undefined
  const savedFor = (names: ReadonlySet<string>, isTable: boolean) =>
    asked ? undefined : mappingFor(names, isTable, options.mappings ?? [])
  const known = (names: ReadonlySet<string>) => {
    if (!asked) return isHeading(names, member.name) || savedFor(names, false) !== undefined
    try {
      recognise(names, member.name, { declared, mapping: said?.mapping })
      return true
    } catch {
      return false
    }
  }
  const layout = await layoutOf(member, known)
  if (layout === null) throw new ScanProblem('empty-input', member.name)
  const mapping = said?.mapping ?? savedFor(layout.names, layout.kind === 'csv')
  const format = recognise(layout.names, member.name, { declared, mapping })
  const zone = said?.zone ?? mapping?.zone ?? options.zone
  const dayFirst = said?.dayFirst ?? mapping?.dayFirst ?? options.dayFirst
  const styles = stylesOf(shared, layout, format.id, { zone, dayFirst, mapping })
  await survey({ member, layout, format, styles })
  const { sha256, bytes } = await digestOf(member)
  const report: ReadFile = {
    file: member.name,
    format: format.id,
    ...(format.id === 'generic' &&
      layout.kind === 'csv' && {
        source: `generic ${hash('sha1', [...layout.names].sort().join(), 'hex').slice(0, 8)}`,
      }),
    sha256,
    rows: 0,
    classified: 0,
    rejectedRows: 0,
    rejected: [],
    replies: { all: 0, wordless: 0 },
    assumedZone: null,
    unknownColumns: [...layout.names]
      .filter((name) => name !== '' && !format.requires.flat().includes(name) && format.uses?.includes(name) !== true)
      .slice(0, 100),
    channels: {},
  }
  return { member, layout, format, styles, report, activity: activityBook(options.zone), index, bytes, zone }
}

/**
 * Reads logs of any known layout into one timeline. Every row is counted as classified or as rejected with its line
 * and why; a row that comes again word for word, as in pages or files that overlap, is classified and counts once. A
 * log of more than `wholeBytes` is walked twice and only the contacts of people who opted out are kept; in Proviso's
 * own CSV form both walks pass over the rest without reading it. Throws ScanProblem for a file that cannot be opened
 * or recognised.
 */
export async function readTimeline(
  inputs: ReadonlyArray<LogInput>,
  options: ReadOptions,
  context: Pick<ScanContext, 'signal' | 'progress'>,
): Promise<Timeline> {
  const timeline: Timeline = { files: [], events: [], undated: [], held: [], passedOver: 0 }
  const take = taker(timeline, options, context)
  const members = (await Promise.all(inputs.map(openLog))).flat()
  if (members.length === 0) throw new ScanProblem('empty-input')
  const large: Array<LargeLog> = []
  const streamed: Array<Reading> = []
  const codes: AddressCodes = new Map()
  const shared: SharedStyles = new Map()
  const readings: Array<Reading> = []
  for (const [index, member] of members.entries()) readings.push(await prepare(member, index, options, shared))
  const isLarge = ({ bytes }: Reading) => bytes > (options.wholeBytes ?? wholeBytes)
  const concerned = readings.some(isLarge) ? concernedPeople() : null
  const noted = (event: OptOutEvent, raw: RowEvent): true => {
    concerned?.note(event)
    return noteCodes(codes, event, raw)
  }
  for (const reading of readings) {
    timeline.files.push(reading.report)
    const plan = plainPlan(reading.layout, reading.format.id)
    if (plan !== null && isLarge(reading)) {
      const noting: LargeLog['take'] = (row, keep) =>
        take(reading, row, (event, raw) => {
          concerned?.note(event)
          return keep(event, raw)
        })
      large.push(await readStateRows({ reading, plan, codes, take: noting }))
    } else if (isLarge(reading)) {
      timeline.passedOver += await readStates(reading, take, noted)
      streamed.push(reading)
    } else for await (const row of rowsOf(reading.member, reading.layout)) take(reading, row, noted)
  }
  for (const log of large) timeline.passedOver += await readContacts(log)
  if (concerned !== null)
    for (const reading of streamed) timeline.passedOver -= await readConcerned(reading, take, concerned)
  for (const { report, activity } of readings) report.channels = activity.result()
  return timeline
}
