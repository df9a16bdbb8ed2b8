import type { Segment } from './lines.ts'
import type { Table } from './tables.ts'
import { isRow, type Line } from './text-lines.ts'

/** Cells of one column start within this share of the type size of each other. */
const alignment = 0.7
/** A step this many sizes wide ends a table. */
const farBelow = 3.2

type Run = { lines: Array<Line>; starts: Array<number> }

function startOf(starts: ReadonlyArray<number>, segment: Segment): number {
  return starts.findIndex((start) => Math.abs(start - segment.u0) < segment.size * alignment)
}

/** Whether a line belongs to the table above it; a full row may add columns. */
function joins(run: Run, line: Line, next: Line | undefined, pitch: number): boolean {
  const last = run.lines.at(-1)!
  if (line.v - last.v > line.size * farBelow) return false
  const known = line.segments.map((segment) => startOf(run.starts, segment))
  if (isRow(line)) return known.filter((at) => at >= 0).length >= 2
  if (line.segments.length > 1 || known[0] === -1 || line.v - last.v > pitch * 1.3) return false
  if (known[0]! > 0) return true
  // A lone line at the left is the rest of a first cell only if it fits its column and the row goes on below.
  const second = run.starts[1] ?? Infinity
  return line.u1 < second && next !== undefined && isRow(next) && next.v - line.v <= pitch * 1.3
}

function runAt(lines: ReadonlyArray<Line>, from: number, pitch: number): Run {
  const first = lines[from]!
  const run: Run = { lines: [first], starts: first.segments.map((segment) => segment.u0) }
  for (let at = from + 1; at < lines.length && joins(run, lines[at]!, lines[at + 1], pitch); at++) {
    const line = lines[at]!
    run.lines.push(line)
    for (const segment of line.segments) if (startOf(run.starts, segment) < 0) run.starts.push(segment.u0)
    run.starts.sort((a, b) => a - b)
  }
  return run
}

/** Whether a line opens a row: more space above it, or a first cell that begins anew. */
function opensRow(run: Run, at: number, pitch: number): boolean {
  const line = run.lines[at]!
  if (line.v - run.lines[at - 1]!.v > pitch + line.size * 0.3) return true
  return startOf(run.starts, line.segments[0]!) === 0 && /^[^\p{Ll}(]/u.test(line.text) && isRow(line)
}

function tableOf(run: Run, pitch: number): Table {
  const rows: Table['rows'] = []
  run.lines.forEach((line, at) => {
    if (at === 0 || opensRow(run, at, pitch)) rows.push(run.starts.map(() => []))
    for (const segment of line.segments) {
      const cell = run.starts.findLastIndex((start) => start <= segment.u0 + segment.size * alignment)
      rows.at(-1)![Math.max(0, cell)]!.push(...segment.words)
    }
  })
  const filled = run.starts.map((_, column) => rows.some((cells) => cells[column]!.length > 0))
  const box = {
    x0: Math.min(...run.lines.map((line) => line.segments[0]!.box.x0)),
    y0: run.lines[0]!.segments[0]!.box.y0,
    x1: Math.max(...run.lines.flatMap((line) => line.segments.map((segment) => segment.box.x1))),
    y1: run.lines.at(-1)!.segments[0]!.box.y1,
  }
  return { page: run.lines[0]!.page, box, rows: rows.map((cells) => cells.filter((_, column) => filled[column])) }
}

/**
 * Tables without borders: rows of cells that start at the same places, cells of several lines made whole. What is
 * between them stays lines.
 */
export function alignedTables(lines: ReadonlyArray<Line>, pitch: number): Array<Array<Line> | Table> {
  const parts: Array<Array<Line> | Table> = []
  let plain: Array<Line> = []
  for (let at = 0; at < lines.length; ) {
    const run = isRow(lines[at]!) ? runAt(lines, at, pitch) : undefined
    if (run === undefined || run.lines.length < 2) {
      plain.push(lines[at]!)
      at++
      continue
    }
    if (plain.length > 0) parts.push(plain)
    plain = []
    parts.push(tableOf(run, pitch))
    at += run.lines.length
  }
  return plain.length > 0 ? [...parts, plain] : parts
}
