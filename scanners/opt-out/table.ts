import { flatten, jsonObjects } from './json-records.ts'
import type { LogMember } from './open-log.ts'
import { blocksOf, cellsOf, recordsOf } from './records.ts'
import { foldName, type Row } from './row.ts'

/** How a member is laid out, found from its first bytes. */
export type Layout =
  | { kind: 'csv'; delimiter: string; header: ReadonlyArray<string>; headerLine: number; names: ReadonlySet<string> }
  | { kind: 'json-lines'; names: ReadonlySet<string> }
  | { kind: 'json'; depth: 0 | 1 | 2; names: ReadonlySet<string> }

/** A row as read, or why it could not even be split into cells. */
export type ReadRow = Row | { line: number; why: string }

async function headOf(member: LogMember, bytes: number): Promise<string> {
  const parts: Array<Buffer> = []
  let size = 0
  for await (const chunk of member.open()) {
    // A chunk's memory is used again for the next one.
    parts.push(Buffer.from(chunk))
    size += chunk.length
    if (size >= bytes) break
  }
  return Buffer.concat(parts).subarray(0, bytes).toString('utf8')
}

function parseObject(text: string): Map<string, string> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? flatten(value, foldName) : null
  } catch {
    return null
  }
}

function sniffDelimiter(line: string): string {
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

async function jsonNames(member: LogMember, depth: 0 | 1 | 2): Promise<Set<string>> {
  const names = new Set<string>()
  let seen = 0
  for await (const { text } of jsonObjects(member.open(), depth)) {
    for (const name of parseObject(text)?.keys() ?? []) names.add(name)
    if (++seen >= 50) break
  }
  return names
}

/** Finds out how a member is laid out. A table may have title lines above its header: the first line `isHeader` knows is it. */
export async function layoutOf(
  member: LogMember,
  isHeader: (names: ReadonlySet<string>) => boolean,
): Promise<Layout | null> {
  const head = await headOf(member, 256 * 1024)
  const text = head.trimStart()
  if (text === '') return null
  if (text[0] === '{' && parseObject(text.split('\n')[0]!) !== null) {
    const names = new Set<string>()
    for (const line of text.split('\n').slice(0, 200))
      for (const name of parseObject(line)?.keys() ?? []) names.add(name)
    // A document of one line may still be a wrapper around its rows.
    if (text.split('\n').filter((line) => line.trim() !== '').length > 1 || isHeader(names))
      return { kind: 'json-lines', names }
  }
  if (text[0] === '[') return { kind: 'json', depth: 1, names: await jsonNames(member, 1) }
  if (text[0] === '{') {
    const own = await jsonNames(member, 0)
    if (isHeader(own)) return { kind: 'json', depth: 0, names: own }
    return { kind: 'json', depth: 2, names: await jsonNames(member, 2) }
  }
  let fallback: Layout | null = null
  let at = 0
  for await (const block of blocksOf(oneChunk(head), 44)) {
    for (const { text: line, line: headerLine } of recordsOf(block, null)) {
      if (line.trim() === '' || ++at > 10) continue
      const delimiter = sniffDelimiter(line)
      const header = cellsOf(line, delimiter).map((name) => foldName(name))
      const layout: Layout = { kind: 'csv', delimiter, header, headerLine, names: new Set(header) }
      if (isHeader(layout.names)) return layout
      fallback ??= layout
    }
  }
  return fallback
}

async function* oneChunk(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

/** Cells beyond the header are a separator too many, which may have moved the others; empty ones at the end are none. */
export function rowOfCells(header: ReadonlyArray<string>, cells: ReadonlyArray<string>, line: number): ReadRow {
  for (let at = header.length; at < cells.length; at++)
    if (cells[at]!.trim() !== '') return { line, why: 'the row has more cells than the header' }
  const named = new Map<string, string>()
  for (let at = 0; at < header.length; at++) {
    const name = header[at]!
    const value = cells[at]?.trim()
    // Of two columns of one name the first that holds something counts.
    if (value !== undefined && value !== '' && !named.has(name)) named.set(name, value)
  }
  return { line, cells: named }
}

/** Every row of a member after its header, each exactly once. */
export async function* rowsOf(member: LogMember, layout: Layout): AsyncGenerator<ReadRow> {
  if (layout.kind === 'csv') {
    const { delimiter, header, headerLine } = layout
    const mark = delimiter.charCodeAt(0)
    for await (const block of blocksOf(member.open(), mark)) {
      for (const { text, line, broken } of recordsOf(block, mark)) {
        if (line <= headerLine) continue
        if (broken) yield { line, why: 'a quote is never closed' }
        else {
          yield rowOfCells(header, cellsOf(text, delimiter), line)
        }
      }
    }
    return
  }
  if (layout.kind === 'json-lines') {
    for await (const block of blocksOf(member.open(), null)) {
      for (const { text, line } of recordsOf(block, null)) {
        const cells = parseObject(text)
        yield cells === null ? { line, why: 'the line is not a JSON object' } : { line, cells }
      }
    }
    return
  }
  for await (const { text, line } of jsonObjects(member.open(), layout.depth)) {
    const cells = parseObject(text)
    yield cells === null ? { line, why: 'the object is not valid JSON' } : { line, cells }
  }
}
