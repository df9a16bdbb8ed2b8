import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { ScanProblem } from '../../problem.ts'
import { assemble } from '../assemble.ts'
import type { Hidden, ParsedDocument, Warning } from '../parsed.ts'
import type { ReadSteps } from '../read-steps.ts'
import { hiddenTextWarnings, warning } from '../warnings.ts'
import { activeContent } from './active-content.ts'
import { isStruckByPen, readNotes } from './annotations.ts'
import { layOut } from './lay-out.ts'
import { openPdf } from './open-pdf.ts'
import { hasLayer, isScan, type ReadPage } from './page-text.ts'
import { paintPage } from './paint-page.ts'
import { recognisePages } from './recognise-pages.ts'
import { splitByVisibility } from './visibility.ts'

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  layerVisible: (group: unknown) => boolean,
): Promise<ReadPage> {
  const page = await document.getPage(number)
  const operators = await page.getOperatorList({ intent: 'print' })
  const painted = paintPage(page, operators, layerVisible)
  const notes = await readNotes(page)
  const text = splitByVisibility(painted)
  const struck = text.visible.filter((word) => isStruckByPen(word, notes.struck))
  text.visible = text.visible.filter((word) => !struck.includes(word))
  text.hidden.push(...struck.map((word) => ({ word, reason: 'struck' as const })))
  page.cleanup()
  return {
    ...text,
    page: number,
    width: painted.width,
    height: painted.height,
    recognised: false,
    rules: painted.rules,
    notes,
  }
}

/** A layer nobody compared with its picture still is the page's text; unseen words without a picture are hidden. */
function useLayer(page: ReadPage): Array<Warning> {
  if (page.layer.length === 0 || page.recognised) return []
  if (!hasLayer(page)) {
    page.hidden.push(...page.layer.map((word) => ({ word, reason: 'invisible' as const })))
    return []
  }
  page.visible.push(...page.layer)
  page.recognised = true
  const message = `Page ${page.page} is a picture; its words come from a text layer that was not compared with it.`
  return [warning('ocr-layer', message, page.page)]
}

function hiddenOf(page: ReadPage): Array<Hidden> {
  const found: Array<Hidden> = []
  for (const { word, reason } of page.hidden) {
    const last = found.at(-1)
    if (last?.reason !== reason) found.push({ text: word.text, reason, page: page.page })
    else last.text += word.spaced ? ` ${word.text}` : word.text
  }
  return [...found, ...page.notes.hidden]
}

function commentWarnings(pages: ReadonlyArray<ReadPage>): Array<Warning> {
  return pages
    .filter(({ notes }) => notes.comments > 0)
    .map(({ page }) => warning('comments', `Page ${page} has notes in the margin. They were not counted.`, page))
}

/** Reads every page of a PDF: visible words in reading order, the unseen ones apart, scans by recognition. */
export async function readPdf(bytes: Uint8Array, steps: ReadSteps): Promise<ParsedDocument> {
  // The reader takes the bytes over; what is searched in the raw file needs a copy.
  const document = await openPdf(bytes.slice())
  const layers = await document.getOptionalContentConfig({ intent: 'print' })
  const pages: Array<ReadPage> = []
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(document, number, (group) => layers.isVisible(group)))
    steps.progress('Reading pages', number, document.numPages)
  }
  const recognised = steps.ocr ? await recognisePages(document, pages, steps) : []
  const layered = pages.flatMap(useLayer)
  const unreadPages = pages.filter(isScan).map((page) => page.page)
  if (unreadPages.length === pages.length) throw new ScanProblem('no-text-layer')
  const hidden = pages.flatMap(hiddenOf)
  return {
    ...assemble(layOut(pages.map(({ visible, ...page }) => ({ ...page, words: visible })))),
    hidden,
    unreadPages,
    warnings: [
      ...hiddenTextWarnings(hidden),
      ...recognised,
      ...layered,
      ...commentWarnings(pages),
      ...(await activeContent(document, bytes)),
    ],
    pages: document.numPages,
    ocr: pages.some((page) => page.recognised),
  }
}
