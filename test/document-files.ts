import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import { ZipFile } from 'yazl'

const page = { width: 612, height: 792, margin: 72, size: 11, leading: 14 } as const

/** Characters outside the standard PDF fonts (WinAnsi), written as their nearest plain sign. */
function printable(text: string): string {
  return text
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[☐□]/g, '[ ]')
    .replace(/[☒☑✓]/g, '[x]')
    .replace(/[^\x20-\x7E\u00A0-\u00FF\u2013\u2014\u2018-\u201E\u2022\u2026\u20AC\u2122\n\t]/g, '?')
}

/** Cells of a table row written with tabs or pipes; null for any other line, [] for the rule below a header. */
export function cellsOf(line: string): Array<string> | null {
  if (/^\s*\|.*\|\s*$/.test(line)) {
    const cells = line.trim().slice(1, -1).split('|')
    return cells.every((cell) => /^[\s:-]*$/.test(cell)) ? [] : cells.map((cell) => cell.trim())
  }
  return line.includes('\t') ? line.split('\t') : null
}

function wrap(line: string, font: PDFFont, width: number): Array<string> {
  const lines: Array<string> = []
  let current = ''
  // White space inside a line is kept as it stands: it sets numbers and columns apart.
  for (const [part] of line.trimEnd().matchAll(/^ *\S+| +\S+/g)) {
    const longer = current + part
    if (current !== '' && font.widthOfTextAtSize(longer, page.size) > width) {
      lines.push(current)
      current = part.trimStart()
    } else current = longer
  }
  return [...lines, current]
}

type Placed = { text: string; x: number }

/** The printed lines of one line of text; tabs part it into columns of equal width, each wrapped on its own. */
function printedLines(line: string, font: PDFFont): Array<Array<Placed>> {
  if (line.trim() === '') return [[]]
  const cells = cellsOf(line) ?? [line]
  const width = (page.width - 2 * page.margin) / cells.length
  const wrapped = cells.map((cell) => wrap(cell, font, width - (cells.length > 1 ? 14 : 0)))
  return Array.from({ length: Math.max(...wrapped.map((lines) => lines.length)) }, (_, at) =>
    wrapped.flatMap((lines, cell) => (lines[at] ? [{ text: lines[at], x: page.margin + cell * width }] : [])),
  )
}

/** A text as a PDF in Times 11, letter paper, with a page number at the foot; a blank line parts paragraphs. */
export async function pdfFromText(text: string, about: { header?: string } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const pages: Array<PDFPage> = []
  let y = 0
  const turn = () => {
    pages.push(document.addPage([page.width, page.height]))
    y = page.height - page.margin
  }
  turn()
  for (const line of printable(text).split('\n')) {
    for (const printed of printedLines(line, font)) {
      if (y < page.margin + page.leading) turn()
      for (const { text: words, x } of printed) pages.at(-1)!.drawText(words, { x, y, size: page.size, font })
      y -= page.leading
    }
  }
  pages.forEach((sheet, at) => {
    const foot = `Page ${at + 1} of ${pages.length}`
    sheet.drawText(foot, { x: page.width / 2 - 25, y: 40, size: 9, font })
    if (about.header !== undefined) sheet.drawText(about.header, { x: page.margin, y: 756, size: 9, font })
  })
  return document.save()
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relationNamespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A zip archive of the parts given, in order; a name may come twice. */
export async function zipOf(parts: ReadonlyArray<readonly [name: string, content: string | Buffer]>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Array<Buffer> = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * The parts of a .docx around the body XML given; `extra` adds parts by their file name under word/ ("numbering.xml",
 * "header1.xml" …) and relates them by the word before the number.
 */
export function docxParts(body: string, extra: Record<string, string> = {}): Array<readonly [string, string]> {
  const names = Object.keys(extra)
  const kind = (name: string) => name.replace(/\d*\.xml$/, '')
  const relations = names.map(
    (name, at) => `<Relationship Id="rId${at + 1}" Type="${officeType}/${kind(name)}" Target="${name}"/>`,
  )
  const overrides = names.map(
    (name) => `<Override PartName="/word/${name}" ContentType="${wordType}.${kind(name)}+xml"/>`,
  )
  const types = 'http://schemas.openxmlformats.org/package/2006'
  return [
    [
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${xmlHead}<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${officeType}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `${xmlHead}<w:document ${wordNamespace} ${relationNamespace}><w:body>${body}</w:body></w:document>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${xmlHead}<Relationships xmlns="${types}/relationships">${relations.join('')}</Relationships>`,
    ],
    ...Object.entries(extra).map(([name, xml]) => [`word/${name}`, xmlHead + xml] as const),
  ]
}

export function docxOf(body: string, extra: Record<string, string> = {}): Promise<Buffer> {
  return zipOf(docxParts(body, extra))
}

/** One run of words with run properties as XML. */
export function runXml(text: string, properties = ''): string {
  const words = text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
    .join('<w:tab/>')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${words}</w:r>`
}

export function paragraphXml(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

function tableXml(rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const cell = (text: string) => `<w:tc><w:tcPr/>${paragraphXml(runXml(text))}</w:tc>`
  return `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A text as a Word document; a blank line parts paragraphs, single line ends become breaks, rows become tables. */
export function docxFromText(text: string): Promise<Buffer> {
  const paragraphs = text.split(/\n[ \t]*\n/).filter((part) => part.trim() !== '')
  const body = paragraphs.map((part) => {
    const lines = part.replace(/^\n+|\s+$/g, '').split('\n')
    const rows = lines.map(cellsOf)
    const prose = lines.filter((_, at) => rows[at] === null)
    const cells = rows.filter((row): row is Array<string> => row !== null && row.length > 0)
    const words = prose.map((line) => runXml(line)).join('<w:r><w:br/></w:r>')
    return (prose.length > 0 ? paragraphXml(words) : '') + (cells.length > 0 ? tableXml(cells) : '')
  })
  return docxOf(body.join(''))
}
