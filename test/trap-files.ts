import {
  clip,
  degrees,
  endPath,
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
import { readDocx } from '#scanners/document/docx/read-docx.ts'
import { readPdf } from '#scanners/document/pdf/read-pdf.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { type Evidence, evidenceSchema } from '#scanners/evidence.ts'
import { docxOf, paragraphXml, runXml } from './document-files.ts'

/** An agreement that says nothing of breaches. */
const rest = [
  'BUSINESS ASSOCIATE AGREEMENT',
  'This Agreement is made on January 5, 2026 between Plum Street Pediatrics, P.C. ("Covered Entity") and Brightloop Messaging, Inc. ("Business Associate").',
  '1. Business Associate may use and disclose PHI to text patients of Covered Entity after their visits.',
  '2. Business Associate shall not use or further disclose PHI other than as this Agreement permits or as required by law.',
  '3. Business Associate shall use appropriate safeguards to prevent use or disclosure of PHI not provided for by this Agreement.',
  '4. Business Associate shall make its internal practices, books and records available to the Secretary.',
]
const clause =
  'Business Associate shall notify Covered Entity of each breach of unsecured PHI within ten days after discovery.'
const at = { x: 72, y: 300, size: 11 }

function lines(text: string, width: number): Array<string> {
  const out: Array<string> = []
  for (const word of text.split(' ')) {
    if (out.length > 0 && `${out.at(-1)} ${word}`.length <= width) out.push(`${out.pop()} ${word}`)
    else out.push(word)
  }
  return out
}

type Sheet = { page: PDFPage; font: PDFFont; document: PDFDocument }

/** Paragraphs one below the other from `top`; answers where the next would begin. */
function set(
  { page, font }: Pick<Sheet, 'page' | 'font'>,
  paragraphs: ReadonlyArray<string>,
  x = 72,
  top = 700,
  width = 88,
): number {
  let y = top
  for (const paragraph of paragraphs) {
    for (const line of lines(paragraph, width)) {
      page.drawText(line, { x, y, size: 11, font })
      y -= 14
    }
    y -= 10
  }
  return y
}

async function pdf(paint: (sheet: Sheet) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  paint({ page: document.addPage([612, 792]), font, document })
  return document.save()
}

/** The rest, readable, and the clause as `paint` puts it. */
const beside = (paint: (sheet: Sheet) => void) => () =>
  pdf((sheet) => {
    set(sheet, rest)
    paint(sheet)
  })

const within = (before: Array<PDFOperator>, after: Array<PDFOperator>) => (sheet: Sheet) => {
  sheet.page.pushOperators(...before)
  sheet.page.drawText(clause, { ...at, font: sheet.font })
  sheet.page.pushOperators(...after)
}

function onLayerOff({ page, font, document }: Sheet): void {
  const { context } = document
  const group = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Draft') }))
  document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [group], D: { OFF: [group], Order: [group] } }))
  page.node.Resources()!.set(PDFName.of('Properties'), context.obj({ MC0: group }))
  const begin = PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('OC'), PDFName.of('MC0')])
  within([begin], [PDFOperator.of(PDFOperatorNames.EndMarkedContent)])({ page, font, document })
}

/** The whole agreement on a sheet that lies on its side. */
function sideways({ page, font }: Sheet): void {
  page.setRotation(degrees(90))
  let x = 72
  for (const paragraph of [...rest, `5. ${clause}`]) {
    for (const line of lines(paragraph, 100)) {
      page.drawText(line, { x, y: 60, size: 11, font, rotate: degrees(90) })
      x += 14
    }
    x += 10
  }
}

/** The clause begins at the foot of the left column and ends at the head of the right one. */
function columns(sheet: Sheet): void {
  set(sheet, [...rest, '5. Business Associate shall notify Covered Entity of'], 54, 700, 46)
  set(
    sheet,
    [
      'each breach of unsecured PHI within ten days after discovery.',
      '6. Oregon law governs this Agreement.',
      '7. Notices are sent by courier to the addresses that the parties give each other.',
      '8. This Agreement may be signed in counterparts.',
      '9. The parties are independent contractors.',
    ],
    322,
    700,
    46,
  )
}

/** The clause runs over a page end with a foot and a running head in its midst. */
function overPages({ page, font, document }: Sheet): void {
  const second = document.addPage([612, 792])
  const third = document.addPage([612, 792])
  for (const [index, sheet] of [page, second, third].entries()) {
    sheet.drawText('Plum Street Pediatrics - form 90 days', { x: 72, y: 756, size: 9, font })
    sheet.drawText(`Page ${index + 1} of 3`, { x: 280, y: 40, size: 9, font })
  }
  set({ page, font }, rest)
  set(
    { page, font },
    ['5. Business Associate shall notify Covered Entity of each breach of unsecured PHI within'],
    72,
    74,
  )
  set({ page: second, font }, ['ten days after discovery.', '6. Oregon law governs this Agreement.'])
  set({ page: third, font }, ['7. Notices are sent by courier.'])
}

function hyphenated({ page, font }: Sheet): void {
  let y = set({ page, font }, rest)
  for (const line of [
    '5. Business Associate shall noti-',
    'fy Covered Entity of each breach of unse-',
    'cured PHI within ten days after disco-',
    'very.',
  ]) {
    page.drawText(line, { x: 72, y, size: 11, font })
    y -= 14
  }
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const body = rest.map((paragraph) => paragraphXml(runXml(paragraph))).join('')
const docx =
  (more: string, parts: Record<string, string> = {}) =>
  () =>
    docxOf(body + more, parts)
const tracked = (kind: 'ins' | 'moveFrom', words: string) =>
  `<w:${kind} w:id="1" w:author="A. Reader" w:date="2026-01-05T00:00:00Z">${runXml(words)}</w:${kind}>`
const deleted = (words: string) =>
  `<w:del w:id="1" w:author="A. Reader" w:date="2026-01-05T00:00:00Z"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`
const cell = (text: string) => `<w:tc><w:tcPr/>${paragraphXml(runXml(text))}</w:tc>`
const row = (...cells: Array<string>) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
const story = (tag: 'hdr' | 'ftr', text: string) => `<w:${tag} ${word}>${paragraphXml(runXml(text))}</w:${tag}>`

const footed = paragraphXml(
  `${runXml('5. Breaches are reported as the note says.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
)
const notes = (id: number, text: string) => ({
  'footnotes.xml': `<w:footnotes ${word}><w:footnote w:id="${id}">${paragraphXml(runXml(text))}</w:footnote></w:footnotes>`,
})

/** One file for each trap of the design's tables that only a PDF or a Word file can hold. */
const makers: Record<string, () => Promise<Uint8Array>> = {
  'pdf-plain': beside(({ page, font }) => set({ page, font }, [`5. ${clause}`], 72, 300)),
  'pdf-white': beside(({ page, font }) => page.drawText(clause, { ...at, font, color: rgb(1, 1, 1) })),
  'pdf-tiny': beside(({ page, font }) => page.drawText(clause, { ...at, size: 0.4, font })),
  'pdf-invisible': beside(
    within([pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible)], [popGraphicsState()]),
  ),
  'pdf-transparent': beside(({ page, font }) => page.drawText(clause, { ...at, font, opacity: 0.04 })),
  'pdf-covered': beside(({ page, font }) => {
    page.drawText(clause, { ...at, font })
    page.drawRectangle({ x: 60, y: 290, width: 540, height: 24, color: rgb(1, 1, 1) })
  }),
  'pdf-clipped': beside(within([pushGraphicsState(), rectangle(0, 0, 5, 5), clip(), endPath()], [popGraphicsState()])),
  'pdf-off-page': beside(({ page, font }) => page.drawText(clause, { ...at, x: 700, font })),
  'pdf-layer-off': beside(onLayerOff),
  'pdf-redline': beside(({ page, font }) => {
    page.drawText(clause, { ...at, font, color: rgb(0.8, 0, 0) })
    page.drawLine({ start: { x: 70, y: 303 }, end: { x: 600, y: 303 }, thickness: 0.7, color: rgb(0.8, 0, 0) })
  }),
  'pdf-rotated': () => pdf(sideways),
  'pdf-two-columns': () => pdf(columns),
  'pdf-headers-and-footers': () => pdf(overPages),
  'pdf-line-end-hyphens': () => pdf(hyphenated),
  'docx-hidden': docx(paragraphXml(runXml(clause, '<w:vanish/>'))),
  'docx-white': docx(paragraphXml(runXml(clause, '<w:color w:val="FFFFFF"/>'))),
  'docx-tiny': docx(paragraphXml(runXml(clause, '<w:sz w:val="2"/>'))),
  'docx-deleted': docx(paragraphXml(deleted(clause))),
  'docx-moved-away': docx(paragraphXml(tracked('moveFrom', clause))),
  'docx-pending': docx(paragraphXml(tracked('ins', clause))),
  'docx-number-pending': docx(
    paragraphXml(
      `${runXml('Business Associate shall notify Covered Entity of each breach of unsecured PHI within ')}${deleted('ninety')}${tracked('ins', 'ten')}${runXml(' days after discovery.')}`,
    ),
  ),
  'docx-redline-colours': docx(
    paragraphXml(
      `${runXml('Business Associate shall notify Covered Entity of each breach of unsecured PHI within ')}${runXml('ninety', '<w:strike/><w:color w:val="C00000"/>')}${runXml('ten', '<w:u w:val="single"/><w:color w:val="0000C0"/>')}${runXml(' days after discovery.')}`,
    ),
  ),
  'docx-table': docx(
    `${paragraphXml(runXml('5. Business Associate shall give Covered Entity notice of each event below within the time shown.'))}<w:tbl><w:tblPr/>${row('Event', 'Time after discovery')}${row('Breach of unsecured PHI', 'ten days')}</w:tbl>`,
  ),
  'docx-unused-header': docx('<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>', {
    'header1.xml': story('hdr', clause),
  }),
  'docx-headers-and-footers': docx(
    `${paragraphXml(runXml(`5. ${clause}`))}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/></w:sectPr>`,
    {
      'header1.xml': story('hdr', 'Plum Street Pediatrics - form 90 days'),
      'footer1.xml': story('ftr', 'Page 1 of 1'),
    },
  ),
  'docx-comments': docx(
    paragraphXml(
      `<w:commentRangeStart w:id="0"/>${runXml('5. Oregon law governs this Agreement.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    {
      'comments.xml': `<w:comments ${word}><w:comment w:id="0" w:author="A. Reader">${paragraphXml(runXml(clause))}</w:comment></w:comments>`,
    },
  ),
  'docx-footnotes': docx(footed, notes(2, clause)),
  'docx-footnote-without-reference': docx(footed, notes(9, clause)),
}

const steps = { ocr: false, progress: () => {}, recognising: () => {} }

/** A file made as its name says and read by the real reader of its format, in this process. */
export async function madeDocument(name: string, id: string, time: string): Promise<Evidence> {
  const make = makers[name]
  if (make === undefined) throw new Error(`Expected the name of a made file, got ${name}`)
  const format = name.startsWith('pdf') ? 'pdf' : 'docx'
  const bytes = await make()
  const { pages, ocr, ...read } = await (format === 'pdf' ? readPdf(bytes, steps) : readDocx(bytes))
  const { source, file } = documentFromText(read.text, { id, name: `${name}.${format}`, at: new Date(time) })
  const about = { ...file, format, pages, ocr, characters: read.text.length }
  return evidenceSchema.parse({ kind: 'document', id, source, file: about, ...read })
}
