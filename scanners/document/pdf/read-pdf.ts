import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { ScanProblem } from '../../problem.ts'
import { assemble } from '../assemble.ts'
import type { Hidden, ParsedDocument, Warning } from '../parsed.ts'
import type { ReadSteps } from '../read-steps.ts'
import { hiddenTextWarnings, warning } from '../warnings.ts'
import { layOut } from './lay-out.ts'
import { openPdf } from './open-pdf.ts'
import { paintPage } from './paint-page.ts'
import type { Rule, Word } from './painted.ts'
import { recognisePages } from './recognise-pages.ts'
import { type PageText, splitByVisibility } from './visibility.ts'

/** A page with a picture and fewer readable characters than this is a scan. */
const readableCharacters = 20
const pictureShare = 0.3

export type ReadPage = PageText & {
  page: number
  width: number
  height: number
  recognised: boolean
  rules: ReadonlyArray<Rule>
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  layerVisible: (group: unknown) => boolean,
): Promise<ReadPage> {
  const page = await document.getPage(number)
  const operators = await page.getOperatorList({ intent: 'print' })
  const painted = paintPage(page, operators, layerVisible)
  const text = splitByVisibility(painted, () => 1)
  page.cleanup()
  return {
    ...text,
    page: number,
    width: painted.width,
    height: painted.height,
    recognised: false,
    rules: painted.rules,
  }
}

function characters(words: ReadonlyArray<Word>): number {
  return words.reduce((sum, word) => sum + word.text.length, 0)
}

function isScan(page: ReadPage): boolean {
  return page.pictureShare > pictureShare && characters(page.visible) < readableCharacters
}

/** A scanner's own recognition layer counts as the text of its page; elsewhere unseen text is hidden text. */
function settleLayer(page: ReadPage): Array<Warning> {
  if (page.layer.length === 0) return []
  if (!isScan(page) || characters(page.layer) < readableCharacters) {
    page.hidden.push(...page.layer.map((word) => ({ word, reason: 'invisible' as const })))
    page.layer = []
    return []
  }
  page.visible.push(...page.layer)
  page.recognised = true
  const message = `Page ${page.page} is a picture; its words come from the text layer the scanner left.`
  return [warning('ocr-layer', message, page.page)]
}

function hiddenOf(page: ReadPage): Array<Hidden> {
  const found: Array<Hidden> = []
  for (const { word, reason } of page.hidden) {
    const last = found.at(-1)
    if (last?.reason === reason) last.text += ` ${word.text}`
    else found.push({ text: word.text, reason, page: page.page })
  }
  return found
}

/** Reads every page of a PDF: visible words in reading order, the unseen ones apart, scans by recognition. */
export async function readPdf(bytes: Uint8Array, steps: ReadSteps): Promise<ParsedDocument> {
  const document = await openPdf(bytes)
  const layers = await document.getOptionalContentConfig({ intent: 'print' })
  const pages: Array<ReadPage> = []
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(document, number, (group) => layers.isVisible(group)))
    steps.progress('Reading pages', number, document.numPages)
  }
  const warnings = pages.flatMap(settleLayer)
  const scans = pages.filter(isScan)
  if (scans.length > 0 && steps.ocr) warnings.push(...(await recognisePages(document, scans, steps)))
  const unreadPages = pages.filter(isScan).map((page) => page.page)
  if (unreadPages.length === pages.length) throw new ScanProblem('no-text-layer')
  const hidden = pages.flatMap(hiddenOf)
  return {
    ...assemble(layOut(pages.map(({ visible, ...page }) => ({ ...page, words: visible })))),
    hidden,
    unreadPages,
    warnings: [...hiddenTextWarnings(hidden), ...warnings],
    pages: document.numPages,
    ocr: pages.some((page) => page.recognised),
  }
}
