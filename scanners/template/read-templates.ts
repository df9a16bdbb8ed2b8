import { parse } from 'csv-parse/sync'
import { decodeText } from '../document/decode.ts'
import { unpackInChild } from '../document/run-child.ts'
import { ScanProblem } from '../problem.ts'
import { mailText, readMail } from './eml.ts'
import { channels } from './evidence.ts'

export type TemplateChannel = (typeof channels)[number]

/** One template as found in a file; `channel` null = the file does not say. */
export type TemplateInput = { id: string; text: string; channel: TemplateChannel | null }

/** Which columns hold what, by header name; what is left out is guessed. */
export type ColumnMapping = { text?: string | undefined; id?: string | undefined; channel?: string | undefined }

export const templateLimits = {
  bytes: 25 * 1024 * 1024,
  files: 500,
  templates: 20_000,
  columns: 500,
}

const guesses: Record<keyof ColumnMapping, RegExp> = {
  text: /^(?:text|body|message|template|content|sms|copy|script|message[ _]?(?:text|body)|template[ _]?(?:text|body)|texto|mensaje|html|body[ _]?html)$/i,
  id: /^(?:id|key|name|title|template[ _]?(?:name|id)|nombre|#)$/i,
  channel: /^(?:channel|type|medium|kind|canal|message[ _]?type)$/i,
}

const channelWords: ReadonlyArray<readonly [RegExp, TemplateChannel]> = [
  [/^(?:sms|text|text[ _-]?message|mms|txt|texto|rcs)$/i, 'sms'],
  [/^whats ?app$/i, 'whatsapp'],
  [/^(?:e-?mail|correo)$/i, 'email'],
  [/^(?:voice ?-?mail|vm|ringless|buzon)$/i, 'voicemail'],
  [/^(?:call|phone|call[ _-]?script|script|llamada|ivr)$/i, 'call_script'],
  [/^(?:push|notification|in-?app)$/i, 'push'],
  [/^(?:letter|mail|postcard|print|carta)$/i, 'letter'],
]

export function channelOf(word: string): TemplateChannel | null {
  const trimmed = word.trim()
  const exact = channels.find((channel) => channel === trimmed.toLowerCase())
  return exact ?? channelWords.find(([shape]) => shape.test(trimmed))?.[1] ?? null
}

function column(header: ReadonlyArray<string>, mapping: ColumnMapping, key: keyof ColumnMapping): number {
  const wished = mapping[key]
  if (wished !== undefined) {
    const at = header.findIndex((name) => name.trim().toLowerCase() === wished.trim().toLowerCase())
    if (at < 0) throw new ScanProblem('unknown-format', `there is no column "${wished}"`)
    return at
  }
  return header.findIndex((name) => guesses[key].test(name.trim()))
}

function fromRows(rows: ReadonlyArray<ReadonlyArray<string>>, mapping: ColumnMapping): Array<TemplateInput> {
  const header = rows[0] ?? []
  if (header.length > templateLimits.columns) throw new ScanProblem('too-large', 'it has more than 500 columns')
  const text = column(header, mapping, 'text')
  if (text < 0) throw new ScanProblem('unknown-format', 'no column is named text, body, message or template')
  const id = column(header, mapping, 'id')
  const channel = column(header, mapping, 'channel')
  return rows.slice(1).flatMap((row, at) => {
    const body = row[text] ?? ''
    if (body.trim() === '') return []
    return [
      {
        id: (id < 0 ? '' : row[id]?.trim()) || `row ${at + 2}`,
        text: body,
        channel: channel < 0 ? null : channelOf(row[channel] ?? ''),
      },
    ]
  })
}

/** Header names of a table, for the preview and the column mapping. */
export function tableHeader(text: string): Array<string> {
  return csvRows(text, 1)[0] ?? []
}

function csvRows(text: string, toLine?: number): Array<Array<string>> {
  const first = text.split('\n', 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  const delimiter = ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1024 * 1024,
      ...(toLine === undefined ? {} : { to: toLine }),
    })
  } catch (error) {
    throw new ScanProblem('bad-rows', error instanceof Error ? error.message.split('\n')[0] : undefined)
  }
}

function fromObject(value: unknown, at: string): TemplateInput {
  const record =
    typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map<string, unknown>()
  const find = (key: keyof ColumnMapping) =>
    [...record].find(([name, item]) => guesses[key].test(name) && typeof item === 'string')?.[1]
  const text = typeof value === 'string' ? value : find('text')
  if (typeof text !== 'string') throw new ScanProblem('bad-rows', `${at} has no text`)
  const id = record.get('id') ?? find('id')
  const channel = record.get('channel') ?? find('channel')
  return {
    id: id === undefined ? at : String(id),
    text,
    channel: typeof channel === 'string' ? channelOf(channel) : null,
  }
}

function fromJsonLines(text: string): Array<TemplateInput> {
  return text
    .split(/\r?\n/)
    .flatMap((line, at) =>
      line.trim() === '' ? [] : [fromObject(parseJson(line, `line ${at + 1}`), `line ${at + 1}`)],
    )
}

function parseJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ScanProblem('bad-rows', `${at} is not valid JSON`)
  }
}

function fromJson(text: string): Array<TemplateInput> {
  const value = parseJson(text, 'the file')
  const inner = typeof value === 'object' && value !== null && 'templates' in value ? value.templates : value
  return Array.isArray(inner)
    ? inner.map((item, at) => fromObject(item, `entry ${at + 1}`))
    : [fromObject(inner, 'entry 1')]
}

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

function sniff(name: string, bytes: Uint8Array, text: string): string {
  const extension = extensionOf(name)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return extension === 'xlsx' ? 'xlsx' : 'zip'
  if (/^(?:jsonl|ndjson|json|csv|tsv|eml|html|htm|txt|md)$/.test(extension)) return extension
  if (extension !== '') throw new ScanProblem('unsupported-type', `.${extension}`)
  const start = text.trimStart()
  if (start.startsWith('{"') || start.startsWith('[{') || start.startsWith('["'))
    return start.startsWith('{') && start.includes('\n{') ? 'jsonl' : 'json'
  if (
    /^(?:from|to|subject|received|mime-version|date):/im.test(start.slice(0, 300)) &&
    /^content-type:/im.test(start.slice(0, 4000))
  )
    return 'eml'
  return 'txt'
}

async function fromWorkbook(bytes: Uint8Array, mapping: ColumnMapping): Promise<Array<TemplateInput>> {
  const [sheet] = await unpackInChild('sheet', bytes)
  return sheet !== undefined && 'rows' in sheet ? fromRows(sheet.rows, mapping) : []
}

async function fromArchive(bytes: Uint8Array, mapping: ColumnMapping): Promise<Array<TemplateInput>> {
  const found: Array<TemplateInput> = []
  for (const part of await unpackInChild('archive', bytes)) {
    const { name } = part
    const inside = 'rows' in part ? fromRows(part.rows, mapping) : await readTemplates(part.bytes, name, mapping)
    found.push(...inside.map((item) => ({ ...item, id: item.id === name ? name : `${name}: ${item.id}` })))
  }
  return found
}

/**
 * Every template of a file: JSON, JSONL, CSV, TSV, XLSX, EML, HTML, TXT, or a ZIP of at most 500 such files.
 * Throws ScanProblem: `empty-input`, `too-large`, `unsupported-type`, `unknown-format`, `bad-rows`, `unsafe-document`.
 */
export async function readTemplates(
  bytes: Uint8Array,
  name: string,
  mapping: ColumnMapping = {},
): Promise<Array<TemplateInput>> {
  if (bytes.length === 0) throw new ScanProblem('empty-input')
  if (bytes.length > templateLimits.bytes) throw new ScanProblem('too-large', 'it is larger than 25 MB')
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b
  const text = packed ? '' : decodeText(bytes)
  const found = await read(sniff(name, bytes, text), bytes, text, name, mapping)
  if (found.length === 0) throw new ScanProblem('empty-input', name === '' ? undefined : name)
  if (found.length > templateLimits.templates) throw new ScanProblem('too-large', 'it holds more than 20,000 templates')
  return found
}

async function read(
  format: string,
  bytes: Uint8Array,
  text: string,
  name: string,
  mapping: ColumnMapping,
): Promise<Array<TemplateInput>> {
  const id = name === '' ? 'template' : name
  switch (format) {
    case 'zip':
      return fromArchive(bytes, mapping)
    case 'xlsx':
      return fromWorkbook(bytes, mapping)
    case 'jsonl':
    case 'ndjson':
      return fromJsonLines(text)
    case 'json':
      return fromJson(text)
    case 'csv':
    case 'tsv':
      return fromRows(csvRows(text), mapping)
    case 'eml':
      return [{ id, text: mailText(readMail(bytes)), channel: 'email' }]
    case 'html':
    case 'htm':
      return [{ id, text, channel: 'email' }]
    default:
      return text.trim() === '' ? [] : [{ id, text, channel: null }]
  }
}
