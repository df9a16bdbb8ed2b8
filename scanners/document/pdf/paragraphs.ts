import { meet } from '../hyphens.ts'
import type { Block, Piece } from '../parsed.ts'
import { between, rectOf, type Segment, segmentsOf } from './lines.ts'
import type { Word } from './painted.ts'
import type { Table } from './tables.ts'

/** One line of a column; more than one segment means cells side by side. */
type Line = {
  segments: Array<Segment>
  text: string
  u0: number
  u1: number
  v: number
  size: number
  page: number
  fonts: Set<string>
}
type Frame = { left: number; right: number; pitch: number }
type Draft = { lines: Array<Line>; frame: Frame }

/** "(a)", "4.2", "iv.", "•", "ARTICLE 3", "Section 2": what a clause or list item begins with. */
const marker =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,3})+|[•▪◦–—-]|§|(?:article|section|exhibit|schedule|annex|appendix|attachment)\s+\S+)(?:\s|$)/i
const sentenceEnd = /[.;:!?][”"’')\]]*(?:\s+(?:and|or))?$/i
const sizeChange = 0.14

function percentile(numbers: ReadonlyArray<number>, share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function textOf(words: ReadonlyArray<Word>): string {
  return words.map((word, at) => (at === 0 ? '' : between(words[at - 1]!, word)) + word.text).join('')
}

function linesOf(column: ReadonlyArray<Segment>): Array<Line> {
  const rows: Array<Array<Segment>> = []
  for (const segment of column) {
    const last = rows.at(-1)?.[0]
    if (last !== undefined && Math.abs(last.v - segment.v) < Math.max(last.size, segment.size) * 0.42)
      rows.at(-1)!.push(segment)
    else rows.push([segment])
  }
  return rows.map((row) => {
    const segments = row.sort((a, b) => a.u0 - b.u0)
    const words = segments.flatMap((segment) => segment.words)
    return {
      segments,
      text: segments.map((segment) => textOf(segment.words)).join('\t'),
      u0: segments[0]!.u0,
      u1: Math.max(...segments.map((segment) => segment.u1)),
      v: segments[0]!.v,
      size: Math.max(...segments.map((segment) => segment.size)),
      page: segments[0]!.page,
      fonts: new Set(words.map((word) => word.font)),
    }
  })
}

/** Distances from line to line that one paragraph can have. */
function stepsOf(lines: ReadonlyArray<Line>): Array<number> {
  const size = percentile(
    lines.map((line) => line.size),
    0.5,
  )
  return lines
    .slice(1)
    .map((line, at) => line.v - lines[at]!.v)
    .filter((step) => step > size * 0.8 && step < size * 3)
}

/** Short paragraphs make most steps wide; the tight quarter is the distance inside paragraphs. */
function pitchOf(steps: ReadonlyArray<number>, fewest: number): number | undefined {
  return steps.length < fewest ? undefined : percentile(steps, 0.25)
}

function frameOf(lines: ReadonlyArray<Line>, usualPitch: number | undefined): Frame {
  const sizes = lines.map((line) => line.size)
  return {
    left: percentile(
      lines.map((line) => line.u0),
      0.1,
    ),
    right: percentile(
      lines.map((line) => line.u1),
      0.95,
    ),
    pitch: pitchOf(stepsOf(lines), 6) ?? usualPitch ?? percentile(sizes, 0.5) * 1.2,
  }
}

function isRow(line: Line): boolean {
  return line.segments.length > 1 && !isNumbered(line)
}

/** A clause number set apart from its words by a tab is one line of prose, not a row of cells. */
function isNumbered(line: Line): boolean {
  const [first] = line.segments
  return line.segments.length === 2 && marker.test(`${textOf(first!.words)} `) && first!.words.length <= 2
}

function sharesFont(a: Line, b: Line): boolean {
  return [...a.fonts].some((font) => b.fonts.has(font))
}

function isShort(line: Line, { left, right }: Frame, share: number): boolean {
  return line.u1 < right - (right - left) * share
}

/** Whether the first word of `line` had room on the line before: then the break was meant, not forced. */
function hadRoom(before: Line, line: Line, { right }: Frame): boolean {
  const first = line.segments[0]!.words[0]!
  return before.u1 + (first.u1 - first.u0) + line.size * 0.6 < right
}

/** Whether `line` opens a paragraph after `before`, both in one column. */
function opens(before: Line, line: Line, frame: Frame): boolean {
  if (isRow(before) || isRow(line)) return true
  if (line.v - before.v > frame.pitch + line.size * 0.4) return true
  if (Math.abs(line.size - before.size) > before.size * sizeChange) return true
  const meant = hadRoom(before, line, frame)
  if (!sharesFont(before, line) && meant) return true
  const ended = sentenceEnd.test(before.text)
  const moved = Math.abs(line.u0 - before.u0) > line.size * 0.7
  // A list inside a sentence wraps anywhere: "(d)" at the start of a line opens an item only when the break was meant.
  if (marker.test(line.text)) return meant || moved || /[.:][”"’')\]]*$/.test(before.text)
  if (ended) return meant || (moved && line.u0 > frame.left + line.size)
  return isShort(before, frame, 0.45) && /^\P{Ll}/u.test(line.text)
}

/** Whether a paragraph goes on over a column or page break. */
function continues(before: Line, frame: Frame, line: Line): boolean {
  if (isRow(before) || isRow(line) || /[.!?][”"’')\]]*$/.test(before.text)) return false
  if (sentenceEnd.test(before.text)) return /^[\p{Ll}(]/u.test(line.text) && !hadRoom(before, line, frame)
  if (Math.abs(line.size - before.size) > before.size * sizeChange) return false
  if (/^\p{Ll}/u.test(line.text)) return true
  return (
    !isShort(before, frame, 0.2) &&
    !/^(?:article|section|exhibit|schedule)\s/i.test(line.text) &&
    sharesFont(before, line)
  )
}

function piecesOf(lines: ReadonlyArray<Line>, vocabulary: ReadonlySet<string>): Array<Piece> {
  const pieces: Array<Piece> = []
  let previous: Word | undefined
  for (const line of lines) {
    line.segments.forEach((segment, cell) => {
      segment.words.forEach((word, at) => {
        if (previous !== undefined) {
          if (at > 0) pieces.push({ text: between(previous, word) })
          else if (cell > 0) pieces.push({ text: isRow(line) ? '\t' : ' ' })
          else {
            const how = meet(pieces.at(-1)!.text, word.text, vocabulary)
            if (how === 'join') pieces.at(-1)!.text = pieces.at(-1)!.text.slice(0, -1)
            if (how === 'space') pieces.push({ text: ' ' })
          }
        }
        const sure = word.percent === undefined ? {} : { percent: word.percent }
        pieces.push({ text: word.text, page: word.page, rect: rectOf(word.box), ...sure })
        previous = word
      })
    })
  }
  return pieces
}

function zoneOf(lines: ReadonlyArray<Line>, text: string, bodySize: number): Block['zone'] {
  const first = lines[0]!
  if (isRow(first)) return 'table'
  const short = text.length < 110 && !/[.;:,]$/.test(text)
  const capitals = /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
  if (short && (capitals || first.size > bodySize * 1.08)) return 'heading'
  return marker.test(text) ? 'list' : 'body'
}

function proseBlock({ lines, frame }: Draft, vocabulary: ReadonlySet<string>, bodySize: number): Block {
  const pieces = piecesOf(lines, vocabulary)
  const first = lines[0]!
  const zone = zoneOf(lines, pieces.map((piece) => piece.text).join(''), bodySize)
  const depth = Math.max(0, Math.min(8, Math.round((first.u0 - frame.left) / (first.size * 1.8))))
  return { zone, depth, page: first.page, pieces }
}

/** The lines of columns, cut into paragraphs; one may go on from column to column and page to page. */
function draftsOf(columns: ReadonlyArray<ReadonlyArray<Line>>, usualPitch: number | undefined): Array<Draft> {
  const drafts: Array<Draft> = []
  for (const lines of columns) {
    const frame = frameOf(lines, usualPitch)
    lines.forEach((line, at) => {
      const last = drafts.at(-1)
      const before = last?.lines.at(-1)
      const goesOn =
        before !== undefined && (at === 0 ? continues(before, last!.frame, line) : !opens(before, line, frame))
      if (goesOn) last!.lines.push(line)
      else drafts.push({ lines: [line], frame })
    })
  }
  return drafts
}

/** One paragraph a row, cells parted by tabs; a table whose cells are columns of prose is read cell by cell. */
function tableBlocks(table: Table, vocabulary: ReadonlySet<string>, number: number): Array<Block> {
  return table.rows.flatMap((cells): Array<Block> => {
    const read = cells.map((words) => paragraphsOf([segmentsOf(words)], vocabulary))
    const letters = (blocks: ReadonlyArray<Block>) =>
      blocks.reduce((sum, { pieces }) => sum + pieces.reduce((more, piece) => more + piece.text.length, 0), 0)
    if (read.some((blocks) => blocks.length >= 3 && letters(blocks) > 400)) return read.flat()
    const pieces = read.flatMap(
      (blocks, cell): Array<Piece> => [
        ...(cell === 0 ? [] : [{ text: '\t' }]),
        ...blocks.flatMap((block, at): Array<Piece> => [...(at === 0 ? [] : [{ text: ' ' }]), ...block.pieces]),
      ],
    )
    return [{ zone: 'table', depth: 0, page: table.page, pieces, table: number }]
  })
}

/** Paragraphs and table rows of all pages, in reading order. */
export function paragraphsOf(
  flow: ReadonlyArray<ReadonlyArray<Segment> | Table>,
  vocabulary: ReadonlySet<string>,
): Array<Block> {
  const parts = flow.map((part) => ('rows' in part ? part : linesOf(part)))
  const columns = parts.flatMap((part) => ('rows' in part ? [] : [part]))
  const usualPitch = pitchOf(columns.flatMap(stepsOf), 3)
  const bodySize = percentile(
    columns.flatMap((lines) => lines.map((line) => line.size)),
    0.5,
  )
  const blocks: Array<Block> = []
  let run: Array<Array<Line>> = []
  let tables = 0
  const close = () => {
    for (const draft of draftsOf(run, usualPitch)) {
      const block = proseBlock(draft, vocabulary, bodySize)
      const before = blocks.at(-1)
      if (block.zone === 'table') block.table = before?.table ?? ++tables
      blocks.push(block)
    }
    run = []
  }
  for (const part of parts) {
    if (!('rows' in part)) {
      run.push(part)
      continue
    }
    close()
    blocks.push(...tableBlocks(part, vocabulary, ++tables))
  }
  close()
  return blocks
}
