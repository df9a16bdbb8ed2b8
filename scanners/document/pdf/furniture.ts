import { pageCounter } from '../page-counter.ts'
import { rowsOf } from './lines.ts'
import type { Word } from './painted.ts'

/** Running heads and feet stand in these outer shares of the page. */
const marginShare = 0.14
/** Rows from the edge inwards that may be furniture. */
const outerRows = 4
/** Baselines of the same furniture differ by less than this many points from page to page. */
const sameHeight = 5

export type Sheet = { page: number; width: number; height: number; words: Array<Word> }
export type Furniture = { zone: 'header' | 'footer'; words: Array<Word>; counter: boolean }

type Row = { text: string; v: number; words: Array<Word>; zone: 'header' | 'footer'; page: number }

function rowText(words: ReadonlyArray<Word>): string {
  return words.map(({ text }) => text).join(' ')
}

/** Numbers differ from page to page in a running head. */
function masked(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, '')
}

function outer(sheet: Sheet): Array<Row> {
  const rows = rowsOf(sheet.words)
  const describe = (words: Array<Word>, zone: Row['zone']): Row => {
    return { text: rowText(words), v: words[0]!.v, words, zone, page: sheet.page }
  }
  const heads = rows.slice(0, outerRows).filter(([first]) => first!.box.y0 < sheet.height * marginShare)
  const feet = rows.slice(-outerRows).filter(([first]) => first!.box.y1 > sheet.height * (1 - marginShare))
  return [...heads.map((row) => describe(row, 'header')), ...feet.reverse().map((row) => describe(row, 'footer'))]
}

/**
 * Running heads, feet and page numbers of each page, taken out of `sheets`. A row counts when it stands at the same
 * height with the same words, numbers apart, on another page too, or only counts pages; nothing between it and the
 * edge of the page may be text.
 */
export function takeFurniture(sheets: ReadonlyArray<Sheet>): Array<Furniture> {
  const all = sheets.map((sheet) => outer(sheet))
  const repeated = (row: Row) =>
    all.some((rows) =>
      rows.some(
        (other) =>
          other.page !== row.page &&
          other.zone === row.zone &&
          Math.abs(other.v - row.v) < sameHeight &&
          masked(other.text) === masked(row.text),
      ),
    )
  const taken: Array<Furniture> = []
  sheets.forEach((sheet, at) => {
    const gone = new Set<Word>()
    for (const zone of ['header', 'footer'] as const) {
      for (const row of all[at]!.filter((candidate) => candidate.zone === zone)) {
        const counter = pageCounter.test(row.text)
        if (!counter && !repeated(row)) break
        if (row.words.some((word) => gone.has(word))) break
        for (const word of row.words) gone.add(word)
        taken.push({ zone, words: row.words, counter })
      }
    }
    sheet.words = sheet.words.filter((word) => !gone.has(word))
  })
  return taken
}

/** Each different running head or foot once, as it stands on its first page; bare page numbers vanish. */
export function distinctFurniture(taken: ReadonlyArray<Furniture>): Array<Furniture> {
  const seen = new Set<string>()
  return taken.filter((item) => {
    const key = item.zone + masked(rowText(item.words))
    if (item.counter || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
