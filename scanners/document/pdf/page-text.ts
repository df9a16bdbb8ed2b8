import type { PageNotes } from './annotations.ts'
import { area, type Box, intersect } from './geometry.ts'
import type { Rule, Word } from './painted.ts'
import type { PageText } from './visibility.ts'

/** One page on its way to text. `recognised`: its words come from a picture, by the scanner or by us. */
export type ReadPage = PageText & {
  page: number
  width: number
  height: number
  recognised: boolean
  rules: ReadonlyArray<Rule>
  notes: PageNotes
}

/** A page with a picture and fewer readable characters than this is a scan. */
const readableCharacters = 20
const scanPictureShare = 0.3
/** A picture of this share of the page, with so few words over it, may hold words of its own. */
const pastedShare = 0.12
const pastedWords = 0.04

function characters(words: ReadonlyArray<Word>): number {
  return words.reduce((sum, word) => sum + word.text.length, 0)
}

export function isScan(page: ReadPage): boolean {
  const share = page.pictures.reduce((sum, box) => sum + area(box), 0) / (page.width * page.height)
  return share > scanPictureShare && characters(page.visible) < readableCharacters
}

/** Unseen words that can be the recognition layer of this page's picture. */
export function hasLayer(page: ReadPage): boolean {
  return isScan(page) && characters(page.layer) >= readableCharacters
}

/** Pictures with words of their own perhaps: a scanned exhibit pasted on a typed page. */
export function pastedPictures(page: ReadPage): Array<Box> {
  if (isScan(page)) return []
  const sheet = page.width * page.height
  return page.pictures.filter((box) => {
    const over = page.visible.reduce((sum, word) => sum + area(intersect(box, word.box)), 0)
    return area(box) > sheet * pastedShare && over < area(box) * pastedWords
  })
}
