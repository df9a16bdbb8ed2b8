import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { limits } from '../limits.ts'
import { meanConfidence, openRecogniser, type Recogniser } from '../ocr/recogniser.ts'
import { settleLayer } from '../ocr/settle-layer.ts'
import type { Warning } from '../parsed.ts'
import type { ReadSteps } from '../read-steps.ts'
import { warning } from '../warnings.ts'
import { area, type Box, intersect } from './geometry.ts'
import { wholeWords } from './lines.ts'
import { hasLayer, isScan, pastedPictures, type ReadPage } from './page-text.ts'
import type { Word } from './painted.ts'
import { renderPng } from './render-page.ts'

/** Recognition reads clean print best at 150–200 dpi; more costs time and wins nothing. */
const dpi = 150
/** Marks in a photo or logo come out as words the engine doubts. */
const pastedConfidence = 60

function readLayer(page: ReadPage, own: ReadonlyArray<Word>): Array<Warning> {
  const { words, differing } = settleLayer(wholeWords(page.layer), own)
  page.visible = words
  page.hidden.push(...differing.map((word) => ({ word, reason: 'invisible' as const })))
  if (differing.length === 0) {
    return [warning('ocr-layer', `Page ${page.page} is a picture; its text layer agrees with it.`, page.page)]
  }
  const message = `Page ${page.page}: the text layer says ${differing.length} words that the picture does not show.`
  return [warning('ocr-layer-differs', `${message} The picture counts.`, page.page)]
}

function readPasted(page: ReadPage, own: ReadonlyArray<Word>, boxes: ReadonlyArray<Box>): Array<Warning> {
  const inside = own.filter((word) => boxes.some((box) => area(intersect(box, word.box)) > area(word.box) * 0.8))
  const found = inside.filter((word) => (word.percent ?? 0) >= pastedConfidence)
  if (found.length < 4 || meanConfidence(inside) < pastedConfidence) return []
  page.visible.push(...found)
  page.recognised = true
  const message = `Part of page ${page.page} is a picture; its words were recognised and may hold errors.`
  return [warning('ocr', message, page.page)]
}

function take(page: ReadPage, own: Array<Word>): Array<Warning> {
  const pasted = pastedPictures(page)
  if (pasted.length > 0) return readPasted(page, own, pasted)
  if (own.length === 0) {
    // A layer over a picture that shows no words lies as a whole.
    page.hidden.push(...page.layer.map((word) => ({ word, reason: 'invisible' as const })))
    page.layer = []
    return []
  }
  page.recognised = true
  if (hasLayer(page)) return readLayer(page, own)
  page.visible = own
  const message = `The words of page ${page.page} were recognised from a picture; check decisive ones against it.`
  return [warning('ocr', message, page.page)]
}

async function readPicture(document: PDFDocumentProxy, recogniser: Recogniser, page: number): Promise<Array<Word>> {
  return recogniser.read(await renderPng(document, page, dpi / 72), page, 72 / dpi)
}

/** Recognises scanned pages and pasted pictures and fills in their words. Pages beyond the cap stay as they are. */
export async function recognisePages(
  document: PDFDocumentProxy,
  pages: ReadonlyArray<ReadPage>,
  steps: ReadSteps,
): Promise<Array<Warning>> {
  const wanted = pages.filter((page) => isScan(page) || pastedPictures(page).length > 0)
  if (wanted.length === 0) return []
  const within = wanted.slice(0, limits.ocrPages)
  steps.recognising(within.length)
  const recogniser = await openRecogniser()
  const warnings: Array<Warning> = []
  for (const [done, page] of within.entries()) {
    steps.progress('Recognising text', done, within.length)
    warnings.push(...take(page, await readPicture(document, recogniser, page.page)))
  }
  await recogniser.close()
  if (wanted.length > within.length) {
    warnings.push(warning('ocr-limit', `Only the first ${limits.ocrPages} pages with pictures were recognised.`))
  }
  return warnings
}
