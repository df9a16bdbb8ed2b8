import { vocabularyOf } from '../hyphens.ts'
import type { Block } from '../parsed.ts'
import { columnsOf, type Gutters } from './columns.ts'
import { distinctFurniture, type Furniture, type Sheet, takeFurniture } from './furniture.ts'
import { segmentsOf, wholeWords } from './lines.ts'
import type { Word } from './painted.ts'
import { paragraphsOf } from './paragraphs.ts'

/** The words of one page that count, from its text or from recognition. */
export type WordPage = { page: number; width: number; height: number; words: ReadonlyArray<Word> }

function byAngle(words: ReadonlyArray<Word>): Array<Array<Word>> {
  const groups = new Map<number, Array<Word>>()
  for (const word of words) groups.set(word.angle, [...(groups.get(word.angle) ?? []), word])
  const letters = (group: ReadonlyArray<Word>) => group.reduce((sum, word) => sum + word.text.length, 0)
  return [...groups.values()].sort((a, b) => letters(b) - letters(a))
}

function furnitureBlocks({ zone, words }: Furniture): Array<Block> {
  return paragraphsOf([segmentsOf(words)], new Set()).map((block) => ({ ...block, zone }))
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
  const columns = sheets.flatMap((sheet) => columnsOf(sheet.words, gutters))
  return [
    ...paragraphsOf(columns.map(segmentsOf), vocabulary),
    ...aside.map((block) => ({ ...block, zone: 'header' as const })),
    ...distinctFurniture(furniture).flatMap(furnitureBlocks),
  ]
}
