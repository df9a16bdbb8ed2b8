import { rowsOf } from './lines.ts'
import type { Word } from './painted.ts'

/** Fewer rows than this on a side are a signature block or a table, unless another page has the same gutter. */
const columnRows = 5
/** Width of the gutter in type sizes, at least; spaces of justified lines stay below it. */
const gutterSizes = 0.9
/** A column's typical row fills this share of the column and holds so many words. */
const proseShare = 0.7
const proseWords = 2.8
const deepest = 3
const gridStep = 0.3
const sameGutter = 8
/** Rows of prose beside a gutter that make it one of the document; fewer can be a table by chance. */
const certainRows = 24

type Row = ReadonlyArray<Word>
type Band = { across: Array<Row>; left: Array<Row>; right: Array<Row> }

function median(numbers: ReadonlyArray<number>): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** The page from top to bottom, cut wherever a word stands across the gutter. */
function bandsAt(rows: ReadonlyArray<Row>, gutter: number, half: number): Array<Band> {
  let band: Band = { across: [], left: [], right: [] }
  const bands = [band]
  for (const row of rows) {
    const crosses = row.some((word) => word.u0 < gutter + half && word.u1 > gutter - half)
    if (crosses && band.left.length + band.right.length > 0) {
      band = { across: [], left: [], right: [] }
      bands.push(band)
    }
    if (crosses) {
      band.across.push(row)
      continue
    }
    const left = row.filter((word) => word.u1 <= gutter)
    if (left.length > 0) band.left.push(left)
    if (left.length < row.length) band.right.push(row.filter((word) => word.u1 > gutter))
  }
  return bands
}

function isProse(rows: ReadonlyArray<Row>): boolean {
  if (rows.length < columnRows) return false
  const from = Math.min(...rows.map((row) => row[0]!.u0))
  const to = Math.max(...rows.map((row) => row.at(-1)!.u1))
  const words = rows.reduce((sum, row) => sum + row.length, 0)
  const typical = median(rows.map((row) => row.at(-1)!.u1 - row[0]!.u0))
  return typical >= (to - from) * proseShare && words / rows.length >= proseWords
}

function isColumnar(band: Band, known: boolean): boolean {
  if (known) return band.left.length > 0 && band.right.length > 0
  return isProse(band.left) && isProse(band.right)
}

function countRows(bands: ReadonlyArray<Band>, known: boolean): number {
  return bands
    .filter((band) => isColumnar(band, known))
    .reduce((sum, band) => sum + band.left.length + band.right.length, 0)
}

/** Gutters found so far in the document: a short last column is a column where other pages have one. */
export type Gutters = Array<number>

type Gutter = { at: number; known: boolean }

function bestGutter(rows: ReadonlyArray<Row>, size: number, gutters: Gutters): Gutter | undefined {
  const half = (gutterSizes * size) / 2
  const from = Math.min(...rows.map((row) => row[0]!.u0))
  const to = Math.max(...rows.map((row) => row.at(-1)!.u1))
  const margin = (to - from) * 0.15
  let best = 0
  let equal: Array<number> = []
  for (let at = from + margin; at < to - margin; at += gridStep * size) {
    const count = countRows(bandsAt(rows, at, half), false)
    if (count > best) equal = []
    best = Math.max(best, count)
    if (count > 0 && count === best) equal.push(at)
  }
  // Places that part the page equally well are one gutter: its middle stands for all.
  const gutter = equal[Math.floor(equal.length / 2)]
  if (gutter === undefined) {
    const known = gutters.find((at) => countRows(bandsAt(rows, at, half), true) > 0)
    return known === undefined ? undefined : { at: known, known: true }
  }
  const known = gutters.some((at) => Math.abs(at - gutter) < sameGutter)
  if (!known && best >= certainRows) gutters.push(gutter)
  return { at: gutter, known: known || best >= certainRows }
}

/**
 * The words of a page parted into columns in reading order: what spans the page, then the left column, then the right,
 * band by band.
 */
export function columnsOf(words: ReadonlyArray<Word>, gutters: Gutters, depth = 0): Array<Array<Word>> {
  if (words.length === 0) return []
  const size = median(words.map((word) => word.size))
  const rows = rowsOf(words)
  const gutter = depth < deepest ? bestGutter(rows, size, depth === 0 ? gutters : []) : undefined
  if (gutter === undefined) return [[...words]]
  const groups: Array<Array<Word>> = []
  let plain: Array<Word> = []
  for (const band of bandsAt(rows, gutter.at, (gutterSizes * size) / 2)) {
    plain.push(...band.across.flat())
    if (!isColumnar(band, gutter.known)) {
      plain.push(...band.left.flat(), ...band.right.flat())
      continue
    }
    if (plain.length > 0) groups.push(plain)
    plain = []
    for (const side of [band.left, band.right]) groups.push(...columnsOf(side.flat(), [], depth + 1))
  }
  if (plain.length > 0) groups.push(plain)
  return groups
}
