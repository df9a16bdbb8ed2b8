import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { limits } from '../limits.ts'
import { openRecogniser } from '../ocr/recogniser.ts'
import type { Warning } from '../parsed.ts'
import type { ReadSteps } from '../read-steps.ts'
import { warning } from '../warnings.ts'
import type { ReadPage } from './read-pdf.ts'
import { renderPng } from './render-page.ts'

/** Recognition reads clean print best at 150–200 dpi; more costs time and wins nothing. */
const dpi = 150

/** Recognises scanned pages and fills in their words. Pages beyond the cap stay unread. */
export async function recognisePages(
  document: PDFDocumentProxy,
  scans: ReadonlyArray<ReadPage>,
  steps: ReadSteps,
): Promise<Array<Warning>> {
  const within = scans.slice(0, limits.ocrPages)
  steps.recognising(within.length)
  const recogniser = await openRecogniser()
  const warnings: Array<Warning> = []
  for (const [done, page] of within.entries()) {
    steps.progress('Recognising text', done, within.length)
    const picture = await renderPng(document, page.page, dpi / 72)
    const words = await recogniser.read(picture, page.page, 72 / dpi)
    if (words.length === 0) continue
    page.visible = words
    page.recognised = true
    const message = `The words of page ${page.page} were recognised from a picture; check decisive ones against it.`
    warnings.push(warning('ocr', message, page.page))
  }
  await recogniser.close()
  if (scans.length > within.length) {
    warnings.push(warning('ocr-limit', `Only the first ${limits.ocrPages} scanned pages were recognised.`))
  }
  return warnings
}
