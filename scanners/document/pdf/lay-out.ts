import { vocabularyOf } from '../hyphens.ts'
import type { Block } from '../parsed.ts'
import { columnsOf, type Gutters } from './columns.ts'
import { distinctFurniture, type Furniture, type Sheet, takeFurniture } from './furniture.ts'
import type { Box } from './geometry.ts'
import { segmentsOf, wholeWords } from './lines.ts'
import type { Rule, Word } from './painted.ts'
import { paragraphsOf } from './paragraphs.ts'
import { type Table, tablesOf } from './tables.ts'

/** The words of one page that count, from its text or from recognition, and the page's thin lines. */
export type WordPage = {
  page: number
  width: number
  height: number
  words: ReadonlyArray<Word>
  rules: ReadonlyArray<Rule>
}

/** A table wider than this share of the page's text cuts it; a narrower one stands inside a column. */
const wideTable = 0.55

function byAngle(words: ReadonlyArray<Word>): Array<Array<Word>> {
  const groups = new Map<number, Array<Word>>()
  for (const word of words) groups.set(word.angle, [...(groups.get(word.angle) ?? []), word])
  const letters = (group: ReadonlyArray<Word>) => group.reduce((sum, word) => sum + word.text.length, 0)
  return [...groups.values()].sort((a, b) => letters(b) - letters(a))
}

function furnitureBlocks({ zone, words }: Furniture): Array<Block> {
  return paragraphsOf([segmentsOf(words)], new Set()).map((block) => ({ ...block, zone }))
}

type Flow = Array<Array<Word> | Table>

const middle = (box: Box) => (box.x0 + box.x1) / 2

/** Words and tables from top to bottom; the tables' own words stand in the tables. */
function cutByTables(words: ReadonlyArray<Word>, tables: ReadonlyArray<Table>): Flow {
  const flow: Flow = []
  let rest = [...words]
  for (const table of [...tables].sort((a, b) => a.box.y0 - b.box.y0)) {
    const above = rest.filter((word) => (word.box.y0 + word.box.y1) / 2 < table.box.y0)
    if (above.length > 0) flow.push(above)
    flow.push(table)
    rest = rest.filter((word) => !above.includes(word))
  }
  return rest.length > 0 ? [...flow, rest] : flow
}

/** The narrowest column that spans the middle of a table is the one it stands in; the last where none does. */
function homeOf(table: Table, columns: ReadonlyArray<ReadonlyArray<Word>>): number {
  const at = middle(table.box)
  const spans = columns.map((words, index) => ({
    index,
    from: Math.min(...words.map((word) => word.u0)),
    to: Math.max(...words.map((word) => word.u1)),
  }))
  const around = spans.filter(({ from, to }) => from <= at && at <= to).sort((a, b) => a.to - a.from - (b.to - b.from))
  return around[0]?.index ?? columns.length - 1
}

function flowOf(sheet: Sheet, rules: ReadonlyArray<Rule>, gutters: Gutters): Flow {
  if (sheet.words.length === 0) return []
  const tables = sheet.words[0]!.angle === 0 ? tablesOf(sheet.page, rules, sheet.words) : []
  const width = Math.max(...sheet.words.map((word) => word.u1)) - Math.min(...sheet.words.map((word) => word.u0))
  const isWide = ({ box }: Table) => box.x1 - box.x0 > width * wideTable
  const narrow = tables.filter((table) => !isWide(table))
  const inTables = new Set(tables.flatMap((table) => table.rows.flat(2)))
  const outside = sheet.words.filter((word) => !inTables.has(word))
  const bands = cutByTables(outside, tables.filter(isWide))
  const columns = bands.flatMap((part): Flow => (Array.isArray(part) ? columnsOf(part, gutters) : [part]))
  const texts = columns.flatMap((part) => (Array.isArray(part) ? [part] : []))
  if (texts.length === 0) return [...columns, ...narrow]
  const homes = narrow.map((table) => texts[homeOf(table, texts)])
  return columns.flatMap(
    (part): Flow =>
      Array.isArray(part)
        ? cutByTables(
            part,
            narrow.filter((_, at) => homes[at] === part),
          )
        : [part],
  )
}

/**
 * Pages of words as paragraphs in reading order. The direction most words of a page have is its text; words in another
 * direction (stamps, side notes, watermarks) and running heads and feet stand once, after the text, so that they never
 * part a sentence.
 */
export function layOut(pages: ReadonlyArray<WordPage>): Array<Block> {
  const groups = pages.map(({ words }) => byAngle(words).map(wholeWords))
  const vocabulary = vocabularyOf(groups.flat(2).map((word) => word.text))
  const aside: Array<Block> = []
  const sheets = pages.map(({ page, width, height }, at): Sheet => {
    const [main = [], ...others] = groups[at]!
    for (const group of others) aside.push(...paragraphsOf([segmentsOf(group)], vocabulary))
    return { page, width, height, words: main }
  })
  const furniture = takeFurniture(sheets)
  const gutters: Gutters = []
  const flow = sheets.flatMap((sheet, at) => flowOf(sheet, pages[at]!.rules, gutters))
  return [
    ...paragraphsOf(
      flow.map((part) => (Array.isArray(part) ? segmentsOf(part) : part)),
      vocabulary,
    ),
    ...aside.map((block) => ({ ...block, zone: 'header' as const })),
    ...distinctFurniture(furniture).flatMap(furnitureBlocks),
  ]
}
