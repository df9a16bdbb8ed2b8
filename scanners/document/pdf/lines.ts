import type { Rect } from '../parsed.ts'
import { type Box, boxAround } from './geometry.ts'
import type { Word } from './painted.ts'

/** Words that stand on one line without a wide gap between them. */
export type Segment = {
  words: Array<Word>
  page: number
  u0: number
  u1: number
  v: number
  size: number
  box: Box
}

/** Share of the size by which baselines of one line may differ (superscripts, uneven scans). */
const baselineTolerance = 0.42
/** A gap of this many sizes starts a new cell or column, if it is also clearly wider than the line's other gaps. */
const wideGap = 1.15
const wideAgainstMedian = 2.2
/** Two words nearer than this share of the size are one word painted in two steps. */
const joined = 0.14

function median(numbers: ReadonlyArray<number>): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A word painted twice a hair apart is bold by overprinting, not a repeated word. */
function isOverprint(a: Word, b: Word): boolean {
  return a.text === b.text && Math.abs(a.u0 - b.u0) < a.size * 0.2 && Math.abs(a.v - b.v) < a.size * 0.2
}

/** Words by baseline, top to bottom, each row from left to right; overprinted words once. */
export function rowsOf(words: ReadonlyArray<Word>): Array<Array<Word>> {
  const found: Array<{ v: number; size: number; words: Array<Word> }> = []
  for (const word of [...words].sort((a, b) => a.v - b.v || a.u0 - b.u0)) {
    const near = found.findLast((row) => Math.abs(row.v - word.v) < Math.max(row.size, word.size) * baselineTolerance)
    if (near === undefined) found.push({ v: word.v, size: word.size, words: [word] })
    else if (!near.words.some((other) => isOverprint(other, word))) {
      near.words.push(word)
      if (word.size > near.size) Object.assign(near, { v: word.v, size: word.size })
    }
  }
  return found.map((row) => row.words.sort((a, b) => a.u0 - b.u0))
}

function merged(before: Word, after: Word): Word {
  const box = boxAround([before.box, after.box].flatMap(({ x0, y0, x1, y1 }) => [[x0, y0] as const, [x1, y1] as const]))
  const sure = before.percent === undefined ? {} : { percent: Math.min(before.percent, after.percent ?? 100) }
  return { ...before, text: before.text + after.text, box, u1: Math.max(before.u1, after.u1), ...sure }
}

/** Whole words: many programs paint each letter on its own. */
export function wholeWords(pieces: ReadonlyArray<Word>): Array<Word> {
  return rowsOf(pieces).flatMap((row) => {
    const words: Array<Word> = []
    let last: Word | undefined
    for (const piece of row) {
      if (last !== undefined && between(last, piece) === '') words[words.length - 1] = merged(words.at(-1)!, piece)
      else words.push(piece)
      last = piece
    }
    return words
  })
}

export function segmentOf(words: Array<Word>): Segment {
  const first = words[0]!
  const size = median(words.map((word) => word.size))
  return {
    words,
    page: first.page,
    u0: first.u0,
    u1: Math.max(...words.map((word) => word.u1)),
    v: median(words.map((word) => word.v)),
    size,
    box: boxAround(words.flatMap(({ box }) => [[box.x0, box.y0] as const, [box.x1, box.y1] as const])),
  }
}

type Edges = { left: number; right: number; justified: boolean }

function edgesOf(rows: ReadonlyArray<ReadonlyArray<Word>>): Edges {
  const ends = rows.map((row) => row.at(-1)!.u1)
  const right = Math.max(...ends)
  const full = rows.filter((row, at) => right - ends[at]! < row[0]!.size * 0.5).length
  return {
    left: Math.min(...rows.map((row) => row[0]!.u0)),
    right,
    justified: rows.length > 3 && full > rows.length / 2,
  }
}

/** A justified line is stretched evenly from edge to edge; its wide spaces part no cells. */
function isStretched(row: ReadonlyArray<Word>, gaps: ReadonlyArray<number>, edges: Edges): boolean {
  const { size } = row[0]!
  if (!edges.justified || edges.right - row.at(-1)!.u1 > size * 0.5) return false
  const least = Math.min(...gaps)
  const most = Math.max(...gaps)
  return most < size * (gaps.length === 1 ? 14 : 6) && most - least < Math.max(size * 0.5, least * 0.5)
}

/** Lines of words with one reading direction, cut where a gap is too wide to be a space. */
export function segmentsOf(words: ReadonlyArray<Word>): Array<Segment> {
  const rows = rowsOf(words)
  if (rows.length === 0) return []
  const edges = edgesOf(rows)
  return rows.flatMap((row) => {
    const gaps = row.slice(1).map((word, at) => word.u0 - row[at]!.u1)
    const usual = median(gaps.filter((gap, at) => gap > row[at]!.size * joined))
    const stretched = isStretched(row, gaps, edges)
    const segments: Array<Array<Word>> = [[row[0]!]]
    row.slice(1).forEach((word, at) => {
      const gap = gaps[at]!
      const size = Math.max(word.size, row[at]!.size)
      const wide = gap > size * wideGap && (gaps.length < 3 ? gap > size * 1.6 : gap > usual * wideAgainstMedian)
      if (wide && !stretched) segments.push([word])
      else segments.at(-1)!.push(word)
    })
    return segments.map(segmentOf)
  })
}

/** White space between two neighbours of a line. */
export function between(before: Word, after: Word): '' | ' ' {
  const gap = after.u0 - before.u1
  return gap > Math.max(before.size, after.size) * joined || (after.spaced && gap > -after.size * 0.5) ? ' ' : ''
}

const round = (value: number) => Math.round(value * 100) / 100

export function rectOf({ x0, y0, x1, y1 }: Box): Rect {
  return [round(x0), round(y0), round(x1 - x0), round(y1 - y0)]
}
