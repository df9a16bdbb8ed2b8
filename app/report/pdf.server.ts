import { PDFDocument } from 'pdf-lib'
import { chromium, type Page } from 'playwright'
import { findBrowser } from '#scanners/browser.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { ReportModel } from './model.ts'
import { maxPages } from './room.ts'
import { renumberStructureIds } from './structure-ids.ts'

const wallMs = 20_000

export type RenderedReport = { model: ReportModel; html: string }

/** One browser that prints pages with no script and no network. Throws ScanProblem `no-browser` or `timed-out`. */
async function withPrinter<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const { executablePath, sandbox } = await findBrowser()
  const browser = await chromium.launch({ executablePath, chromiumSandbox: sandbox, timeout: wallMs })
  const wall = setTimeout(() => void browser.close(), wallMs)
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'en-US' })
    const page = await context.newPage()
    await page.route('**/*', (route) => route.abort())
    return await work(page)
  } catch (error) {
    if (!browser.isConnected()) throw new ScanProblem('timed-out', 'The PDF took longer than 20 seconds.')
    throw error
  } finally {
    clearTimeout(wall)
    await browser.close()
  }
}

async function print(page: Page, html: string): Promise<PDFDocument> {
  await page.setContent(html, { waitUntil: 'load', timeout: wallMs })
  const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  return PDFDocument.load(bytes, { updateMetadata: false })
}

/**
 * Every date is set from the model's clock, since Chromium writes its own, so that two runs give the same bytes.
 * The evidence goes into the file.
 */
async function finish(document: PDFDocument, model: ReportModel, evidenceJson: string): Promise<Uint8Array> {
  renumberStructureIds(document)
  const clock = new Date(model.head.asOf)
  const producer = `${model.method.find(([label]) => label === 'Tool')?.[1] ?? 'proviso'}`
  document.setTitle(model.head.title, { showInWindowTitleBar: true })
  document.setAuthor(model.head.organisation)
  document.setSubject(`${model.head.kind}, as of ${model.head.asOfWords}`)
  document.setCreator(producer)
  document.setProducer(producer)
  document.setCreationDate(clock)
  document.setModificationDate(clock)
  document.setLanguage('en')
  await document.attach(new TextEncoder().encode(evidenceJson), 'evidence.json', {
    mimeType: 'application/json',
    description: 'The assessment and the evidence behind this report',
    creationDate: clock,
    modificationDate: clock,
  })
  return document.save({ useObjectStreams: false })
}

/**
 * Tagged, bookmarked PDF of the first rendering (widest room first) whose pages fit its length, else of the last one:
 * nothing is cut. Throws ScanProblem `no-browser` or `timed-out`.
 */
export async function reportPdf(
  renderings: Iterable<RenderedReport>,
  evidenceJson: string,
): Promise<RenderedReport & { pdf: Uint8Array }> {
  return withPrinter(async (page) => {
    let last: (RenderedReport & { document: PDFDocument }) | null = null
    for (const rendered of renderings) {
      last = { ...rendered, document: await print(page, rendered.html) }
      if (last.document.getPageCount() <= maxPages[rendered.model.length]) break
    }
    if (last === null) throw new Error('There is no report to print.')
    const { model, html, document } = last
    return { model, html, pdf: await finish(document, model, evidenceJson) }
  })
}
