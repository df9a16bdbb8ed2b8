import { PDFDocument } from 'pdf-lib'
import { type Browser, chromium } from 'playwright'
import { findBrowser } from '#scanners/browser.ts'
import { openPdf } from '#scanners/document/pdf/open-pdf.ts'
import { renderPng } from '#scanners/document/pdf/render-page.ts'
import { cellsOf, escapeXml } from './document-files.ts'

export type PageStyle = { columns?: 1 | 2; header?: string; justify?: boolean; extraCss?: string }

let browser: Promise<Browser> | undefined

async function open(): Promise<Browser> {
  const { executablePath, sandbox } = await findBrowser()
  return chromium.launch({ executablePath, chromiumSandbox: sandbox })
}

/** The browser that lays pages out, started once a process; close it with `closeBrowser`. */
export function pageBrowser(): Promise<Browser> {
  browser ??= open()
  return browser
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** A text as a web page: blank lines part paragraphs, lines in capitals are headings, tabs make a table row. */
export function htmlFromText(text: string, { columns = 1, justify = false, extraCss = '' }: PageStyle = {}): string {
  const blocks = text.split(/\n[ \t]*\n/).filter((block) => block.trim() !== '')
  const body = blocks.map((block) => {
    const lines = block.replace(/^\n+|\s+$/g, '').split('\n')
    const rows = lines.map(cellsOf)
    const cells = rows.filter((row): row is Array<string> => row !== null && row.length > 0)
    if (cells.length > 1) {
      const prose = lines.filter((_, at) => rows[at] === null)
      const table = cells.map((row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`)
      return `${prose.map((line) => `<p>${escapeXml(line)}</p>`).join('')}<table>${table.join('')}</table>`
    }
    const tag = lines.length === 1 && /\p{Lu}{3}/u.test(block) && !/\p{Ll}/u.test(block) ? 'h2' : 'p'
    return `<${tag}>${escapeXml(block.trim())}</${tag}>`
  })
  const css = `body { font: 11pt "Times New Roman", "Liberation Serif", Tinos, serif; columns: ${columns}; column-gap: 0.4in;
    text-align: ${justify ? 'justify' : 'left'} } h2 { font-size: 12pt } p { white-space: pre-wrap; margin: 0 0 8pt }
    table { border-collapse: collapse } td { border: 1px solid black; padding: 2pt 4pt; vertical-align: top } ${extraCss}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Agreement</title><style>${css}</style></head><body>${body.join('\n')}</body></html>`
}

/** A web page as PDF on letter paper, with running head and page numbers. */
export async function pdfFromHtml(html: string, header = 'Business Associate Agreement - Form 7'): Promise<Uint8Array> {
  const page = await (await pageBrowser()).newPage()
  await page.setContent(html)
  const small = 'font-size:8px;width:100%;text-align:center'
  const bytes = await page.pdf({
    format: 'Letter',
    margin: { top: '1in', bottom: '1in', left: '1in', right: '1in' },
    displayHeaderFooter: true,
    headerTemplate: `<div style="${small}">${escapeXml(header)}</div>`,
    footerTemplate: `<div style="${small}">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
  })
  await page.close()
  return bytes
}

/** A PDF as a clean scan: each page a picture at `dpi`, without any text. */
export async function scanOfPdf(bytes: Uint8Array, dpi = 150): Promise<Uint8Array> {
  const source = await openPdf(new Uint8Array(bytes))
  const scan = await PDFDocument.create()
  for (let number = 1; number <= source.numPages; number++) {
    const picture = await scan.embedPng(await renderPng(source, number, dpi / 72))
    const sheet = scan.addPage([(picture.width * 72) / dpi, (picture.height * 72) / dpi])
    sheet.drawImage(picture, { x: 0, y: 0, width: sheet.getWidth(), height: sheet.getHeight() })
  }
  await source.destroy()
  return scan.save()
}
