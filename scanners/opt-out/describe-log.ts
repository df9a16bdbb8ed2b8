import { z } from 'zod'
import { columnStyles } from './column-style.ts'
import { eventKinds } from './event.ts'
import { mappedFormat } from './formats/mapped.ts'
import { guessMapping } from './guess-mapping.ts'
import { foldWord, type LogMapping, logMappingSchema, mappingFor, type SavedMapping } from './mapping.ts'
import type { LogMember } from './open-log.ts'
import { personKeys } from './person-key.ts'
import { looksLikeData, recognise } from './recognise.ts'
import { blocksOf, cellsOf, recordsOf } from './records.ts'
import { eventsOrWhy, foldName, type Row } from './row.ts'
import { convert, labelling } from './row-event.ts'
import { type Layout, layoutOf, rowsOf } from './table.ts'

const describedRows = 20_000
const shapesShown = 3
const wordsShown = 40

const describedColumn = z.strictObject({
  /** Folded; `label` as the file writes it. */
  name: z.string(),
  label: z.string(),
  /** Cells with letters as x and digits as 9; never a value. */
  shapes: z.array(z.string()),
  filled: z.number().int(),
  /** The different words of the column where they are few and no number or address; null for any other column. */
  words: z.array(z.strictObject({ word: z.string(), rows: z.number().int() })).nullable(),
})
export type DescribedColumn = z.infer<typeof describedColumn>

const mappingPreview = z.strictObject({
  rows: z.number().int(),
  /** The file goes on; only its first rows were tried. */
  more: z.boolean(),
  classified: z.number().int(),
  rejected: z.number().int(),
  reasons: z.array(z.strictObject({ why: z.string(), rows: z.number().int(), lines: z.array(z.number().int()) })),
  kinds: z.array(z.strictObject({ kind: z.enum([...eventKinds, 'unclear reply', 'nothing']), rows: z.number().int() })),
  /** First and last instant, UTC. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  localTimes: z.boolean(),
})
export type MappingPreview = z.infer<typeof mappingPreview>

/** A log nobody can read yet: its columns by shape, a mapping to start from, and what that gives. */
export const describedLogSchema = z.strictObject({
  file: z.string(),
  rows: z.number().int(),
  header: z.array(z.string()),
  columns: z.array(describedColumn),
  mapping: logMappingSchema,
  preview: mappingPreview,
})
export type DescribedLog = z.infer<typeof describedLogSchema>

/** A cell by its shape alone. */
export function shapeOf(value: string): string {
  if (value.length > 28) return `text of ${value.length} characters`
  return value.replaceAll(/\p{Lu}|[\p{L}\p{M}]|\p{N}/gu, (sign) =>
    /\p{N}/u.test(sign) ? '9' : /\p{Lu}/u.test(sign) ? 'X' : 'x',
  )
}

/** Words of a status or a channel, which may be shown; never what could be a number, an address or a sentence. */
function isPlainWord(word: string): boolean {
  const digits = word.replaceAll(/\D/g, '').length
  return word.length <= 40 && !word.includes('@') && digits < 4 && word.split(' ').length <= 5
}

type Seen = { filled: number; shapes: Set<string>; words: Map<string, number> | null }

async function readColumns(member: LogMember, layout: Layout): Promise<{ rows: number; seen: Map<string, Seen> }> {
  const seen = new Map<string, Seen>()
  for (const name of layout.names) if (name !== '') seen.set(name, { filled: 0, shapes: new Set(), words: new Map() })
  let rows = 0
  for await (const row of rowsOf(member, layout)) {
    if (++rows > describedRows) break
    if ('why' in row) continue
    for (const [name, value] of row.cells) {
      const column = seen.get(name)
      if (column === undefined) continue
      column.filled += 1
      if (column.shapes.size < shapesShown) column.shapes.add(shapeOf(value))
      if (column.words === null) continue
      const word = foldWord(value)
      column.words.set(word, (column.words.get(word) ?? 0) + 1)
      if (column.words.size > wordsShown || !isPlainWord(word)) column.words = null
    }
  }
  return { rows: Math.min(rows, describedRows), seen }
}

/** The header as the file writes it, by folded name. */
async function labelsOf(member: LogMember, layout: Layout): Promise<Map<string, string>> {
  if (layout.kind !== 'csv') return new Map()
  const mark = layout.delimiter.charCodeAt(0)
  for await (const block of blocksOf(member.open(), mark)) {
    for (const { text, line } of recordsOf(block, mark)) {
      if (line < layout.headerLine) continue
      return new Map(cellsOf(text, layout.delimiter).map((label) => [foldName(label), label.trim()]))
    }
  }
  return new Map()
}

function kindOf(result: ReturnType<typeof convert>): MappingPreview['kinds'][number]['kind'] | null {
  if ('why' in result) return null
  if ('held' in result) return 'unclear reply'
  return 'event' in result ? result.event.kind : 'nothing'
}

/** Reads the first rows as the mapping says. Every row is counted as understood or as rejected with its reason. */
async function tryMapping(
  member: LogMember,
  layout: Layout,
  mapping: LogMapping,
  { zone, secret }: { zone: string; secret: Uint8Array },
): Promise<MappingPreview> {
  const format = mappedFormat(mapping)
  const styles = columnStyles(mapping.zone ?? zone, mapping.dayFirst)
  const rowsRead: Array<Row | { line: number; why: string }> = []
  let more = false
  for await (const row of rowsOf(member, layout)) {
    if (rowsRead.length === describedRows) {
      more = true
      break
    }
    rowsRead.push(row)
    const events = 'why' in row ? row.why : eventsOrWhy(format.read(row, member.name))
    if (typeof events !== 'string') for (const { time } of events) if (time !== undefined) styles.survey(time)
  }
  const tools = { styles, people: personKeys(secret), label: labelling(), practice: 'p1' }
  const reasons = new Map<string, { rows: number; lines: Array<number> }>()
  const kinds = new Map<MappingPreview['kinds'][number]['kind'], number>()
  const span = { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY }
  let localTimes = false
  const reject = (line: number, why: string) => {
    const reason = reasons.get(why) ?? { rows: 0, lines: [] }
    reason.rows += 1
    if (reason.lines.length < 5) reason.lines.push(line)
    reasons.set(why, reason)
  }
  let rejected = 0
  for (const row of rowsRead) {
    const events = 'why' in row ? row.why : eventsOrWhy(format.read(row, member.name))
    const converted =
      typeof events === 'string'
        ? [{ why: events }]
        : events.map((event, index) => convert(event, { file: 0, line: row.line, index }, tools))
    const fault = converted.find((result) => 'why' in result)
    if (fault !== undefined && 'why' in fault) {
      rejected += 1
      reject(row.line, fault.why)
      continue
    }
    if (converted.length === 0) kinds.set('nothing', (kinds.get('nothing') ?? 0) + 1)
    for (const result of converted) {
      const kind = kindOf(result)
      if (kind !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if ('event' in result) {
        span.min = Math.min(span.min, result.event.at.min)
        span.max = Math.max(span.max, result.event.at.max)
      }
      if (!('why' in result) && result.localTime) localTimes = true
    }
  }
  const timed = Number.isFinite(span.min)
  return {
    rows: rowsRead.length,
    more,
    classified: rowsRead.length - rejected,
    rejected,
    reasons: [...reasons]
      .map(([why, reason]) => ({ why, ...reason }))
      .sort((a, b) => b.rows - a.rows)
      .slice(0, 20),
    kinds: [...kinds].map(([kind, rows]) => ({ kind, rows })).sort((a, b) => b.rows - a.rows),
    from: timed ? new Date(span.min).toISOString() : null,
    to: timed ? new Date(span.max).toISOString() : null,
    localTimes,
  }
}

export type DescribeOptions = {
  zone: string
  secret: Uint8Array
  saved: ReadonlyArray<SavedMapping>
  /** File -> how a person says it is to be read; a guess where nobody has said it yet. */
  said: Readonly<Record<string, LogMapping>>
}

/** A line that could name columns: several names, none of them a number or an address. */
const looksLikeHeader = (names: ReadonlySet<string>) => names.size >= 2 && ![...names].some(looksLikeData)

/** A log nobody can read yet: its columns by shape, a mapping to start from, and what that gives. null: it is known. */
export async function describeLog(member: LogMember, options: DescribeOptions): Promise<DescribedLog | null> {
  const isKnown = (layout: Layout) => {
    if (mappingFor(layout.names, layout.kind === 'csv', options.saved) !== undefined) return true
    try {
      recognise(layout.names, member.name)
      return true
    } catch {
      return false
    }
  }
  const said = options.said[member.name]
  const layout = await layoutOf(member, looksLikeHeader)
  if (layout === null || (said === undefined && isKnown(layout))) return null
  const { rows, seen } = await readColumns(member, layout)
  const labels = await labelsOf(member, layout)
  const columns = [...seen].map(
    ([name, { filled, shapes, words }]): DescribedColumn => ({
      name,
      label: labels.get(name) ?? name,
      shapes: [...shapes],
      filled,
      words:
        words === null || words.size === 0
          ? null
          : [...words].map(([word, count]) => ({ word, rows: count })).sort((a, b) => b.rows - a.rows),
    }),
  )
  const mapping = said ?? guessMapping(columns)
  const preview = await tryMapping(member, layout, mapping, options)
  return { file: member.name, rows, header: [...layout.names].filter((name) => name !== ''), columns, mapping, preview }
}
