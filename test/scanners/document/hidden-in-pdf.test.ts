import {
  clip,
  endPath,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib'
import { expect, test } from 'vitest'
import { scan } from './scanning.ts'

const seen = 'Business Associate shall report each security incident to Clinic.'
const trick = 'Business Associate shall report a breach within 72 hours.'

/** One page with a plain sentence and whatever `paint` adds. */
async function pageWith(
  paint: (page: PDFPage, font: PDFFont, document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const page = document.addPage([612, 792])
  page.drawText(seen, { x: 72, y: 700, size: 11, font })
  await paint(page, font, document)
  return document.save()
}

async function hiddenReasons(bytes: Uint8Array): Promise<Array<string>> {
  const document = await scan(bytes, 'agreement.pdf')
  expect(document.text).toContain(seen)
  expect(document.text).not.toContain('72 hours')
  expect(document.hidden.map(({ text }) => text).join(' ')).toContain('72 hours')
  return [...new Set(document.hidden.map(({ reason }) => reason))]
}

const line = { x: 72, y: 600, size: 11 }

test('white words on white paper are not text', async () => {
  const bytes = await pageWith((page, font) => page.drawText(trick, { ...line, font, color: rgb(1, 1, 1) }))
  expect(await hiddenReasons(bytes)).toEqual(['white'])
  const document = await scan(bytes, 'agreement.pdf')
  expect(document.warnings).toContainEqual(expect.objectContaining({ code: 'hidden-text', page: 1 }))
})

test('near-white words are not text, grey ones are', async () => {
  const faint = await pageWith((page, font) => page.drawText(trick, { ...line, font, color: rgb(0.9, 0.9, 0.9) }))
  expect(await hiddenReasons(faint)).toEqual(['white'])
  const grey = await pageWith((page, font) => page.drawText(trick, { ...line, font, color: rgb(0.5, 0.5, 0.5) }))
  expect((await scan(grey, 'a.pdf')).text).toContain(trick)
})

test('white words on a dark bar are text', async () => {
  const bytes = await pageWith((page, font) => {
    page.drawRectangle({ x: 60, y: 590, width: 400, height: 30, color: rgb(0.1, 0.1, 0.3) })
    page.drawText(trick, { ...line, font, color: rgb(1, 1, 1) })
  })
  expect((await scan(bytes, 'a.pdf')).text).toContain(trick)
})

test('words of a fifth of a point are not text', async () => {
  const bytes = await pageWith((page, font) => page.drawText(trick, { ...line, size: 0.2, font }))
  expect(await hiddenReasons(bytes)).toEqual(['tiny'])
})

test('words painted in the unseen render mode are not text', async () => {
  const bytes = await pageWith((page, font) => {
    page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible))
    page.drawText(trick, { ...line, font })
    page.pushOperators(popGraphicsState())
  })
  expect(await hiddenReasons(bytes)).toEqual(['invisible'])
})

test('transparent words are not text', async () => {
  const bytes = await pageWith((page, font) => page.drawText(trick, { ...line, font, opacity: 0.03 }))
  expect(await hiddenReasons(bytes)).toEqual(['invisible'])
})

test('words under a later white box are not text', async () => {
  const bytes = await pageWith((page, font) => {
    page.drawText(trick, { ...line, font })
    page.drawRectangle({ x: 60, y: 590, width: 400, height: 30, color: rgb(1, 1, 1) })
  })
  expect(await hiddenReasons(bytes)).toEqual(['covered'])
})

test('a highlight lets its words be read', async () => {
  const bytes = await pageWith((page, font) => {
    page.drawText(trick, { ...line, font })
    page.drawRectangle({ x: 60, y: 590, width: 400, height: 30, color: rgb(1, 1, 0), opacity: 0.4 })
  })
  expect((await scan(bytes, 'a.pdf')).text).toContain(trick)
})

test('words beside the page or outside their clip are not text', async () => {
  const off = await pageWith((page, font) => page.drawText(trick, { ...line, x: -500, font }))
  expect(await hiddenReasons(off)).toEqual(['clipped'])
  const cut = await pageWith((page, font) => {
    page.pushOperators(pushGraphicsState(), rectangle(0, 0, 10, 10), clip(), endPath())
    page.drawText(trick, { ...line, font })
    page.pushOperators(popGraphicsState())
  })
  expect(await hiddenReasons(cut)).toEqual(['clipped'])
})

test('words cut off by the crop box are not text', async () => {
  const bytes = await pageWith((page, font) => {
    page.drawText(trick, { ...line, y: 20, font })
    page.setCropBox(0, 100, 612, 692)
  })
  expect(await hiddenReasons(bytes)).toEqual(['clipped'])
})

test('words on a layer that is off are not text', async () => {
  const bytes = await pageWith((page, font, document) => {
    const { context } = document
    const group = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Draft') }))
    document.catalog.set(
      PDFName.of('OCProperties'),
      context.obj({ OCGs: [group], D: { OFF: [group], Order: [group] } }),
    )
    page.node.Resources()!.set(PDFName.of('Properties'), context.obj({ MC0: group }))
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('OC'), PDFName.of('MC0')]),
    )
    page.drawText(trick, { ...line, font })
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent))
  })
  expect(await hiddenReasons(bytes)).toEqual(['layer-off'])
})

test('words with a line through them are struck, underlined ones are text', async () => {
  const struck = await pageWith((page, font) => {
    page.drawText(trick, { ...line, font })
    page.drawLine({ start: { x: 70, y: 603 }, end: { x: 400, y: 603 }, thickness: 0.7 })
  })
  expect(await hiddenReasons(struck)).toEqual(['struck'])
  const underlined = await pageWith((page, font) => {
    page.drawText(trick, { ...line, font })
    page.drawLine({ start: { x: 70, y: 598.5 }, end: { x: 400, y: 598.5 }, thickness: 0.7 })
  })
  expect((await scan(underlined, 'a.pdf')).text).toContain(trick)
})

test('a note that is not printed is not text and is reported', async () => {
  const bytes = await pageWith((page, font, document) => {
    const { context } = document
    const note = context.obj({
      Type: 'Annot',
      Subtype: 'FreeText',
      Rect: [72, 590, 400, 620],
      Contents: PDFString.of(trick),
      DA: PDFString.of('/Helv 11 Tf 0 g'),
      F: 2,
    })
    page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]))
    expect(font).toBeDefined()
    expect(page.node.lookup(PDFName.of('Annots'), PDFArray).size()).toBe(1)
    expect(note).toBeInstanceOf(PDFDict)
  })
  expect(await hiddenReasons(bytes)).toEqual(['hidden'])
})
