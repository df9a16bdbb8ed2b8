import { PDFDocument } from 'pdf-lib'
import { chromium } from 'playwright'
import { findBrowser } from '#scanners/browser.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { ReportModel } from './model.ts'
import { renumberStructureIds } from './structure-ids.ts'

const wallMs = 20_000

async function print(html: string): Promise<Uint8Array> {
  const { executablePath, sandbox } = await findBrowser()
  const browser = await chromium.launch({ executablePath, chromiumSandbox: sandbox, timeout: wallMs })
  const wall = setTimeout(() => void browser.close(), wallMs)
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'en-US' })
    const page = await context.newPage()
    await page.route('**/*', (route) => route.abort())
    await page.setContent(html, { waitUntil: 'load', timeout: wallMs })
    return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  } catch (error) {
    if (!browser.isConnected()) throw new ScanProblem('timed-out', 'The PDF took longer than 20 seconds.')
    throw error
  } finally {
    clearTimeout(wall)
    await browser.close()
  }
}

/**
 * Tagged, bookmarked PDF with the evidence attached. Chromium writes its own clock into the file; every date is set from
 * the model's clock, so that two runs give the same bytes. Throws ScanProblem `no-browser` or `timed-out`.
 */
export async function reportPdf(model: ReportModel, html: string, evidenceJson: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(await print(html), { updateMetadata: false })
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
