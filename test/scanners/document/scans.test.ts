import {
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { openPdf } from '#scanners/document/pdf/open-pdf.ts'
import { renderPng } from '#scanners/document/pdf/render-page.ts'
import { pdfFromText } from '#test/document-files.ts'
import { closeBrowser, htmlFromText, pageBrowser, scanOfPdf } from '#test/document-pages.ts'
import { outcome, scan } from './scanning.ts'

const clause = [
  'Vendor shall report to Clinic any breach of unsecured protected health information',
  'without unreasonable delay and no later than ninety (90) days after discovery.',
  'Vendor shall return or destroy all protected health information at termination.',
].join('\n')

afterAll(closeBrowser)

async function pictureOf(text: string): Promise<Buffer> {
  return renderPng(await openPdf(await pdfFromText(text)), 1, 150 / 72)
}

/** A page picture with unseen words over it, as scanners with text recognition write it. */
async function searchable(picture: Buffer, layer: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const page = document.addPage([612, 792])
  page.drawImage(await document.embedPng(picture), { x: 0, y: 0, width: 612, height: 792 })
  page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible))
  for (const [at, line] of layer.split('\n').entries()) page.drawText(line, { x: 72, y: 720 - at * 14, size: 11, font })
  page.pushOperators(popGraphicsState())
  return document.save()
}

test('a scanned PDF is recognised, with word boxes and confidence', async () => {
  const document = await scan(await scanOfPdf(await pdfFromText(clause)), 'scan.pdf')
  expect(document.text).toContain('no later than ninety (90) days after discovery.')
  expect(document.file.ocr).toBe(true)
  expect(document.unreadPages).toEqual([])
  expect(document.confidence.length).toBeGreaterThan(20)
  const run = document.runs.find(({ start, end }) => document.text.slice(start, end) === 'Vendor')!
  expect(Math.abs(run.rect[0] - 72)).toBeLessThan(2)
})

test('without recognition a scan is refused as pictures, never read as missing', async () => {
  const bytes = await scanOfPdf(await pdfFromText(clause))
  await expect(scan(bytes, 'scan.pdf', { ocr: 'off' })).rejects.toMatchObject({ code: 'no-text-layer' })
})

test('a mixed file keeps its unread pages apart when recognition is off', async () => {
  const mixed = await PDFDocument.load(await pdfFromText(clause))
  const scanned = await PDFDocument.load(
    await scanOfPdf(await pdfFromText('Vendor shall make its books and records available to the Secretary.')),
  )
  const [page] = await mixed.copyPages(scanned, [0])
  mixed.addPage(page!)
  const bytes = await mixed.save()
  const unread = await scan(bytes, 'mixed.pdf', { ocr: 'off' })
  expect(unread.unreadPages).toEqual([2])
  const read = await scan(bytes, 'mixed.pdf')
  expect(read.unreadPages).toEqual([])
  expect(read.text).toContain('books and records available to the Secretary')
})

test('the layer of a searchable scan is its text', async () => {
  const document = await scan(await searchable(await pictureOf(clause), clause), 'searchable.pdf')
  expect(document.text).toContain('no later than ninety (90) days')
  expect(document.hidden).toEqual([])
  expect(document.warnings.map(({ code }) => code)).toContain('ocr-layer')
})

test('a layer that says what its picture does not show is overruled and reported', async () => {
  const layer = clause.replace('ninety (90)', 'seventy-two')
  const document = await scan(await searchable(await pictureOf(clause), layer), 'searchable.pdf')
  expect(document.text).toContain('ninety (90) days')
  expect(document.text).not.toContain('seventy-two')
  expect(document.warnings.map(({ code }) => code)).toContain('ocr-layer-differs')
})

test('a picture of a page is recognised', async () => {
  const page = await (await pageBrowser()).newPage({ viewport: { width: 1000, height: 700 } })
  await page.setContent(htmlFromText(clause, { extraCss: 'body { font-size: 20px }' }))
  const png = await page.screenshot({ type: 'png' })
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 90 })
  await page.close()
  for (const [name, bytes] of [
    ['page.png', png],
    ['page.jpg', jpeg],
  ] as const) {
    const document = await scan(bytes, name)
    expect(document.text.replace(/\s+/g, ' ')).toContain('no later than ninety (90) days after discovery.')
    expect(document.file).toMatchObject({ format: 'image', pages: 1, ocr: true })
  }
})

test('an exhibit pasted as a picture on a typed page is read too', async () => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const page = document.addPage([612, 792])
  page.drawText('Exhibit A follows as signed by both parties on the first of May.', { x: 72, y: 720, size: 11, font })
  const picture = await document.embedPng(await pictureOf(clause))
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Figure')]))
  page.drawImage(picture, { x: 0, y: -150, width: 612, height: 792 })
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent))
  const read = await scan(await document.save(), 'exhibit.pdf')
  expect(read.text).toContain('Exhibit A follows as signed')
  expect(read.text).toContain('ninety (90) days after discovery')
})

test('an empty picture is refused', async () => {
  const page = await (await pageBrowser()).newPage({ viewport: { width: 300, height: 300 } })
  const png = await page.screenshot()
  await page.close()
  expect(await outcome(png, 'blank.png')).toBe('no-text-layer')
})
