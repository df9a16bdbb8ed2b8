import { between, type Segment } from './lines.ts'
import type { Word } from './painted.ts'

/** One line of a column; more than one segment means cells side by side. */
export type Line = {
  segments: Array<Segment>
  text: string
  u0: number
  u1: number
  v: number
  size: number
  page: number
  fonts: Set<string>
}
export type Frame = { left: number; right: number; pitch: number }

/** "(a)", "4.2", "iv.", "•", "ARTICLE 3", "Section 2", a number set apart: what a clause or list item begins with. */
export const marker =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,3})+|\d{1,2}(?=\s\s)|[*•▪◦–—-]|§|(?:article|section|exhibit|schedule|annex|appendix|attachment)\s+\S+)(?:\s|$)/i
/** A bare clause number set apart from its words keeps its distance: "3  Term" is no count of terms. */
export const numberGap = '  '

export function percentile(numbers: ReadonlyArray<number>, share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** White space before the word at a place of its segment. */
export function gapBefore(words: ReadonlyArray<Word>, at: number): string {
  const gap = between(words[at - 1]!, words[at]!)
  if (at !== 1 || gap === '' || !/^\d{1,2}$/.test(words[0]!.text)) return gap
  const width = words[1]!.u0 - words[0]!.u1
  const others = words.slice(2).map((word, index) => word.u0 - words[index + 1]!.u1)
  return width > words[0]!.size * 0.55 && width > percentile(others, 0.5) * 2 ? numberGap : gap
}

function textOf(words: ReadonlyArray<Word>): string {
  return words.map((word, at) => (at === 0 ? '' : gapBefore(words, at)) + word.text).join('')
}

/** Segments of a column as lines from top to bottom. */
export function linesOf(column: ReadonlyArray<Segment>): Array<Line> {
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
export function stepsOf(lines: ReadonlyArray<Line>): Array<number> {
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
export function pitchOf(steps: ReadonlyArray<number>, fewest: number): number | undefined {
  return steps.length < fewest ? undefined : percentile(steps, 0.25)
}

export function frameOf(lines: ReadonlyArray<Line>, usualPitch: number | undefined): Frame {
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

export function isRow(line: Line): boolean {
  return line.segments.length > 1 && !isNumbered(line)
}

/** A clause number set apart from its words by a tab is one line of prose, not a row of cells. */
function isNumbered(line: Line): boolean {
  const [first] = line.segments
  return line.segments.length === 2 && marker.test(`${textOf(first!.words)} `) && first!.words.length <= 2
}
