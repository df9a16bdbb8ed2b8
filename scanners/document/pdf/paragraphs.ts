import { meet } from '../hyphens.ts'
import type { Block, Piece } from '../parsed.ts'
import { cellGap, cellPieces, rowPieces } from '../table-row.ts'
import { alignedTables } from './aligned-tables.ts'
import { rectOf, type Segment, segmentsOf } from './lines.ts'
import type { Word } from './painted.ts'
import type { Table } from './tables.ts'
import {
  type Frame,
  frameOf,
  gapBefore,
  isRow,
  type Line,
  linesOf,
  marker,
  numberGap,
  percentile,
  pitchOf,
  stepsOf,
} from './text-lines.ts'

const sentenceEnd = /[.;:!?][”"’')\]]*(?:\s+(?:and|or))?$/i
const sizeChange = 0.14

/** Lines of one column without a table between them. */
type Stretch = { lines: ReadonlyArray<Line>; frame: Frame }
type Draft = { lines: Array<Line>; frame: Frame }

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
  if (/\?$/.test(before.text) && /^\p{Lu}/u.test(line.text)) return true
  const ended = sentenceEnd.test(before.text)
  if (/^\p{Ll}/u.test(line.text) && !marker.test(line.text) && /[;:,]$/.test(before.text)) return false
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
          if (at > 0) pieces.push({ text: gapBefore(segment.words, at) })
          else if (cell > 0)
            pieces.push({ text: isRow(line) ? cellGap(pieces.at(-1)!.text, line.segments.length) : numberGap })
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

/** Lines cut into paragraphs; one may go on from column to column and page to page. */
function draftsOf(stretches: ReadonlyArray<Stretch>): Array<Draft> {
  const drafts: Array<Draft> = []
  for (const { lines, frame } of stretches) {
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
    const pieces = rowPieces(read.map(cellPieces))
    return [{ zone: 'table', depth: 0, page: table.page, pieces, table: number }]
  })
}

/** Paragraphs and table rows of all pages, in reading order. */
export function paragraphsOf(
  flow: ReadonlyArray<ReadonlyArray<Segment> | Table>,
  vocabulary: ReadonlySet<string>,
): Array<Block> {
  const columns = flow.map((part) => ('rows' in part ? part : linesOf(part)))
  const prose = columns.flatMap((part) => ('rows' in part ? [] : [part]))
  const usualPitch = pitchOf(prose.flatMap(stepsOf), 3)
  const bodySize = percentile(
    prose.flatMap((lines) => lines.map((line) => line.size)),
    0.5,
  )
  const parts = columns.flatMap((part): Array<Stretch | Table> => {
    if ('rows' in part) return [part]
    const frame = frameOf(part, usualPitch)
    return alignedTables(part, frame.pitch).map((found) => ('rows' in found ? found : { lines: found, frame }))
  })
  const blocks: Array<Block> = []
  let run: Array<Stretch> = []
  let tables = 0
  const close = () => {
    for (const draft of draftsOf(run)) {
      const block = proseBlock(draft, vocabulary, bodySize)
      const before = blocks.at(-1)
      if (block.zone === 'table') block.table = before?.table ?? ++tables
      blocks.push(block)
    }
    run = []
  }
  for (const part of parts) {
    if ('lines' in part) {
      run.push(part)
      continue
    }
    close()
    blocks.push(...tableBlocks(part, vocabulary, ++tables))
  }
  close()
  return blocks
}
