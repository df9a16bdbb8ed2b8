import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { Hidden } from '../parsed.ts'
import { apply, area, type Box, boxAround, intersect, type Matrix } from './geometry.ts'
import type { Word } from './painted.ts'

/** Flags of PDF 32000-1, table 165. */
const hiddenFlag = 2
const printFlag = 4

type Annotation = {
  subtype?: string
  annotationFlags?: number
  contentsObj?: { str?: string }
  fieldValue?: unknown
  quadPoints?: ArrayLike<number> | null
}

export type PageNotes = {
  /** Places struck out with a reviewer's pen. */
  struck: Array<Box>
  /** Words of notes and fields that no printed page shows. */
  hidden: Array<Hidden>
  /** Notes in the margin, which a printed page does not show either. */
  comments: number
}

function quads(points: ArrayLike<number>, matrix: Matrix): Array<Box> {
  return Array.from({ length: Math.floor(points.length / 8) }, (_, quad) =>
    boxAround([0, 2, 4, 6].map((at) => apply(matrix, points[quad * 8 + at]!, points[quad * 8 + at + 1]!))),
  )
}

/** What reviewers and form makers put over a page. */
export async function readNotes(page: PDFPageProxy): Promise<PageNotes> {
  const matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix
  const notes: PageNotes = { struck: [], hidden: [], comments: 0 }
  for (const annotation of (await page.getAnnotations({ intent: 'any' })) as Array<Annotation>) {
    const flags = annotation.annotationFlags ?? 0
    const printed = (flags & hiddenFlag) === 0 && (flags & printFlag) !== 0
    const { subtype, quadPoints } = annotation
    if (subtype === 'StrikeOut' && (flags & hiddenFlag) === 0 && quadPoints)
      notes.struck.push(...quads(quadPoints, matrix))
    if (subtype === 'Text' || subtype === 'Popup') notes.comments++
    if (printed || (subtype !== 'FreeText' && subtype !== 'Widget')) continue
    const words = typeof annotation.fieldValue === 'string' ? annotation.fieldValue : annotation.contentsObj?.str
    if (words !== undefined && words.trim() !== '') {
      notes.hidden.push({ text: words.trim(), reason: 'hidden', page: page.pageNumber })
    }
  }
  return notes
}

export function isStruckByPen(word: Word, struck: ReadonlyArray<Box>): boolean {
  return struck.some((box) => area(intersect(box, word.box)) > area(word.box) * 0.5)
}
