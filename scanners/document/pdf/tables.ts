import type { Box } from './geometry.ts'
import type { Rule, Word } from './painted.ts'

/** A ruled table: rows of cells, each with its words. `box` is its outline on the page. */
export type Table = { page: number; box: Box; rows: Array<Array<Array<Word>>> }

/** Borders that miss each other by this many points still touch. */
const touch = 2.5

type Line = { at: number; from: number; to: number }
type Grid = { across: Array<Line>; upright: Array<Line>; box: Box }

function near(a: Box, b: Box): boolean {
  return a.x0 - touch <= b.x1 && b.x0 - touch <= a.x1 && a.y0 - touch <= b.y1 && b.y0 - touch <= a.y1
}

function join(a: Box, b: Box): Box {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) }
}

/** Rules that touch each other, directly or through others. */
function components(rules: ReadonlyArray<Rule>): Array<{ box: Box; rules: Array<Rule> }> {
  const groups: Array<{ box: Box; rules: Array<Rule> }> = []
  for (const rule of [...rules].sort((a, b) => a.box.y0 - b.box.y0)) {
    const touching = groups.filter(
      (group) => near(group.box, rule.box) && group.rules.some((other) => near(other.box, rule.box)),
    )
    const merged = { box: rule.box, rules: [rule] }
    for (const group of touching) {
      merged.box = join(merged.box, group.box)
      merged.rules.push(...group.rules)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(merged)
  }
  return groups
}

function gridOf({ box, rules }: { box: Box; rules: Array<Rule> }): Grid {
  const isFlat = ({ box: { x0, y0, x1, y1 } }: Rule) => x1 - x0 > y1 - y0
  return {
    box,
    across: rules.filter(isFlat).map(({ box: { x0, y0, x1, y1 } }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 })),
    upright: rules
      .filter((rule) => !isFlat(rule))
      .map(({ box: { x0, y0, x1, y1 } }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 })),
  }
}

function positions(lines: ReadonlyArray<Line>): Array<number> {
  const found: Array<number> = []
  for (const { at } of [...lines].sort((a, b) => a.at - b.at))
    if (at - (found.at(-1) ?? -Infinity) > touch) found.push(at)
  return found
}

function parted(lines: ReadonlyArray<Line>, at: number, middle: number): boolean {
  return lines.some(
    (line) => Math.abs(line.at - at) <= touch && line.from - touch <= middle && line.to + touch >= middle,
  )
}

/** Which stripe between the positions a place lies in; undefined outside. */
function stripe(places: ReadonlyArray<number>, value: number): number | undefined {
  const at = places.findLastIndex((place) => place <= value)
  return at < 0 || at >= places.length - 1 ? undefined : at
}

function fill(grid: Grid, words: ReadonlyArray<Word>): Array<Array<Array<Word>>> {
  const ys = positions(grid.across)
  const xs = positions(grid.upright)
  const middle = (places: ReadonlyArray<number>, at: number) => (places[at]! + places[at + 1]!) / 2
  const rows = ys.slice(1).map(() => xs.slice(1).map((): Array<Word> => []))
  for (const word of words) {
    let row = stripe(ys, (word.box.y0 + word.box.y1) / 2)
    let column = stripe(xs, (word.box.x0 + word.box.x1) / 2)
    if (row === undefined || column === undefined) continue
    // Merged cells: where a border is missing the words belong to the cell on its left or above.
    while (column > 0 && !parted(grid.upright, xs[column]!, middle(ys, row))) column--
    while (row > 0 && !parted(grid.across, ys[row]!, middle(xs, column))) row--
    rows[row]![column]!.push(word)
  }
  return rows.filter((cells) => cells.some((cell) => cell.length > 0))
}

/** Tables whose cells are ruled on all sides. Frames around one text and lines under headings are none. */
export function tablesOf(page: number, rules: ReadonlyArray<Rule>, words: ReadonlyArray<Word>): Array<Table> {
  return components(rules.slice(0, 5000)).flatMap((component) => {
    const grid = gridOf(component)
    if (positions(grid.across).length < 2 || positions(grid.upright).length < 3) return []
    const rows = fill(grid, words)
    return rows.some((cells) => cells.filter((cell) => cell.length > 0).length > 1)
      ? [{ page, box: grid.box, rows }]
      : []
  })
}
