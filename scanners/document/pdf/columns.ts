import type { Segment } from './lines.ts'

/** Fewer lines than this on a side are a signature block or a table, not a column. */
const columnLines = 4
/** Width of the gutter in sizes, at least. */
const gutterSizes = 0.8
/** A column's typical line fills this share of the column. */
const proseShare = 0.55
const deepest = 4

type Band = { across: Array<Segment>; left: Array<Segment>; right: Array<Segment> }

function median(numbers: ReadonlyArray<number>): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** Places where a gutter may run: midway between the end of one segment and the start of another to its right. */
function candidates(segments: ReadonlyArray<Segment>): Array<number> {
  const from = Math.min(...segments.map((segment) => segment.u0))
  const to = Math.max(...segments.map((segment) => segment.u1))
  const steps = 60
  return Array.from({ length: steps - 1 }, (_, at) => from + ((to - from) * (at + 1)) / steps).filter(
    (at) => at > from + (to - from) * 0.15 && at < to - (to - from) * 0.15,
  )
}

function bandsAt(segments: ReadonlyArray<Segment>, gutter: number, half: number): Array<Band> {
  const bands: Array<Band> = [{ across: [], left: [], right: [] }]
  for (const segment of [...segments].sort((a, b) => a.v - b.v || a.u0 - b.u0)) {
    const band = bands.at(-1)!
    if (segment.u1 <= gutter + half) band.left.push(segment)
    else if (segment.u0 >= gutter - half) band.right.push(segment)
    else if (band.left.length + band.right.length === 0) band.across.push(segment)
    else bands.push({ across: [segment], left: [], right: [] })
  }
  return bands
}

function isProse(lines: ReadonlyArray<Segment>): boolean {
  if (lines.length < columnLines) return false
  const width = Math.max(...lines.map((line) => line.u1)) - Math.min(...lines.map((line) => line.u0))
  const typical = median(lines.map((line) => line.u1 - line.u0))
  const words = lines.reduce((sum, line) => sum + line.words.length, 0)
  return typical >= width * proseShare && words / lines.length >= 2.5
}

function columnar(bands: ReadonlyArray<Band>): ReadonlyArray<Band> {
  return bands.filter((band) => isProse(band.left) && isProse(band.right))
}

function bestGutter(segments: ReadonlyArray<Segment>): number | undefined {
  const size = median(segments.map((segment) => segment.size))
  let best: { gutter: number; lines: number } | undefined
  for (const gutter of candidates(segments)) {
    const bands = columnar(bandsAt(segments, gutter, (-gutterSizes * size) / 2))
    const lines = bands.reduce((sum, band) => sum + band.left.length + band.right.length, 0)
    if (lines > 0 && (best === undefined || lines > best.lines)) best = { gutter, lines }
  }
  return best?.gutter
}

/**
 * Segments in reading order, grouped into columns: what spans the page, then the left column, then the right, band by
 * band. Each group is one column of lines from top to bottom.
 */
export function columnsOf(segments: ReadonlyArray<Segment>, depth = 0): Array<Array<Segment>> {
  if (segments.length === 0) return []
  const down = (group: ReadonlyArray<Segment>) => [...group].sort((a, b) => a.v - b.v || a.u0 - b.u0)
  const gutter = depth < deepest ? bestGutter(segments) : undefined
  if (gutter === undefined) return [down(segments)]
  const size = median(segments.map((segment) => segment.size))
  const groups: Array<Array<Segment>> = []
  let plain: Array<Segment> = []
  for (const band of bandsAt(segments, gutter, (-gutterSizes * size) / 2)) {
    if (isProse(band.left) && isProse(band.right)) {
      plain.push(...band.across)
      if (plain.length > 0) groups.push(down(plain))
      plain = []
      groups.push(...columnsOf(band.left, depth + 1), ...columnsOf(band.right, depth + 1))
    } else plain.push(...band.across, ...band.left, ...band.right)
  }
  if (plain.length > 0) groups.push(down(plain))
  return groups
}
