import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { decodeText } from '../document/decode.ts'
import { unpackInChild } from '../document/run-child.ts'
import { ScanProblem } from '../problem.ts'
import type { Scanner } from '../scanner.ts'
import type { FieldEvidence } from './evidence.ts'
import { readHl7 } from './hl7.ts'
import { type FieldPath, fhirPaths, jsonPaths } from './json-paths.ts'

export type FieldList = Pick<FieldEvidence, 'format' | 'fields'>

const maxBytes = 25 * 1024 * 1024
const maxColumns = 500
const scope = /^(?:patient|user|system)\/[A-Za-z*]+\.(?:read|write|\*|[cruds]+)$/

const asFields = (names: ReadonlyArray<string>): Array<FieldPath> =>
  names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, path: name }))

/** "Patient?_elements=name,telecom" and SMART scopes, one or several a line. */
function requestFields(text: string): Array<FieldPath> | null {
  const found: Array<FieldPath> = []
  for (const word of text.trim().split(/[\s;]+/)) {
    const elements = /^(?:[^?\s]*\/)?(?:([A-Z][A-Za-z]+)\?)?(?:[^\s]*&)?_elements=([\w,.-]+)/.exec(word)
    if (elements !== null) {
      const type = elements[1] ?? 'Patient'
      for (const name of elements[2]!.split(',')) found.push({ name: `${type}.${name}`, path: `${type}.${name}` })
    } else if (scope.test(word)) found.push({ name: word, path: `scope ${word}` })
  }
  return found.length === 0 ? null : found
}

/** The first non-empty line only: rows are never looked at. */
function headerOf(text: string): Array<string> {
  const start = text.replace(/^\uFEFF/, '').replace(/^(?:[ \t]*\r?\n)+/, '')
  const line = start.split('\n', 1)[0] ?? ''
  const count = (sign: string) => line.split(sign).length
  const delimiter = ['\t', ';', '|', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
  let rows: Array<Array<string>>
  try {
    rows = parse(start.slice(0, 1024 * 1024), {
      delimiter,
      to: 1,
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
      trim: true,
    })
  } catch {
    throw new ScanProblem('bad-rows', 'the header row could not be read')
  }
  const header = rows[0] ?? []
  if (header.length > maxColumns) throw new ScanProblem('too-large', 'it has more than 500 columns')
  return header
}

/** A header that reads like a row of values would put patients into the output. */
function refuseValues(names: ReadonlyArray<string>): void {
  const values = names.filter((name) => /@[\w-]+\.|\d{3}[-. ]\d{4}|^\d[\d/.-]{5,}$|^\d+$/.test(name))
  if (names.length > 0 && values.length > 0 && values.length * 3 >= names.length) {
    throw new ScanProblem('unknown-format', 'the first line holds values, not the names of columns')
  }
}

async function fromWorkbook(bytes: Uint8Array): Promise<FieldList> {
  const [sheet] = await unpackInChild('sheet', bytes)
  const rows = sheet !== undefined && 'rows' in sheet ? sheet.rows : []
  const header = rows.find((row) => row.some((cell) => cell !== '')) ?? []
  refuseValues(header)
  return { format: 'xlsx', fields: asFields(header) }
}

function fromJson(text: string): FieldList | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    try {
      value = lines.slice(0, 50).map((line) => JSON.parse(line) as unknown)
    } catch {
      return null
    }
  }
  const fhir = fhirPaths(value)
  if (fhir !== null) return { format: 'fhir', fields: fhir }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    refuseValues(value)
    return { format: 'list', fields: asFields(value) }
  }
  return { format: 'json', fields: jsonPaths(value) }
}

/**
 * The field names a feed carries: CSV or XLSX header, JSON sample, FHIR resource or Bundle, `_elements` and SMART
 * scopes, HL7 v2 message or segment list. Values are never kept. Throws ScanProblem `empty-input`, `too-large`,
 * `unknown-format`, `bad-rows`.
 */
export async function readFields(bytes: Uint8Array, name: string): Promise<FieldList> {
  if (bytes.length === 0) throw new ScanProblem('empty-input')
  if (bytes.length > maxBytes) throw new ScanProblem('too-large', 'it is larger than 25 MB')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromWorkbook(bytes)
  const text = decodeText(bytes).replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new ScanProblem('empty-input')
  const list = readText(text, name)
  if (list.fields.length === 0) throw new ScanProblem('empty-input', 'no field name was found')
  return list
}

function readText(text: string, name: string): FieldList {
  if (/^\s*[{[]/.test(text)) {
    const json = fromJson(text)
    if (json !== null) return json
    if (/\.jsonl?$|\.ndjson$/i.test(name)) throw new ScanProblem('bad-rows', 'it is not valid JSON')
  }
  const requested = requestFields(text)
  if (requested !== null) return { format: 'fhir', fields: requested }
  const hl7 = readHl7(text)
  if (hl7 !== null) return { format: 'hl7v2', fields: hl7 }
  const header = headerOf(text)
  refuseValues(header)
  if (header.length > 1) return { format: 'csv', fields: asFields(header) }
  // One column: a list of names, one a line, unless the file says it is a table.
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const listed =
    !/\.csv$|\.tsv$/i.test(name) &&
    lines.length <= maxColumns &&
    lines.every((line) => /^[\p{L}_][\p{L}\p{N}_ .:/()[\]-]{0,80}$/u.test(line))
  return listed ? { format: 'list', fields: asFields(lines) } : { format: 'csv', fields: asFields(header) }
}

const inputSchema = z.strictObject({ bytes: z.instanceof(Uint8Array), name: z.string(), system: z.string().nullable() })

export const fieldScanner: Scanner<z.infer<typeof inputSchema>> = {
  id: 'field',
  title: 'Synced fields',
  input: inputSchema,
  async scan({ bytes, name, system }, { now }) {
    const list = await readFields(bytes, name)
    // The hash is of the names, not of the file: a sample's bytes may hold patients.
    const sha256 = createHash('sha256')
      .update(list.fields.map((field) => field.path).join('\n'), 'utf8')
      .digest('hex')
    const source = { scanner: 'field', ref: name, at: now().toISOString(), sha256 }
    return [{ kind: 'field', id: `field-${sha256.slice(0, 16)}`, source, system, ...list }]
  },
}
