import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { scanDocument } from '#scanners/document/scan.ts'
import { docxFromText, pdfFromText } from '#test/document-files.ts'
import { closeBrowser, htmlFromText, pdfFromHtml, scanOfPdf } from '#test/document-pages.ts'
import type { Share } from './bars.ts'
import { childCpuSeconds } from './cpu.ts'
import { type Labels, readText } from './score.ts'

const context = { now: () => new Date(0), signal: new AbortController().signal, progress: () => {} }

export type FormatTally = {
  same: Share
  /** Quotes of the file that stand verbatim in its text, with a page and a rectangle where the format has pages. */
  quotes: Share
  files: number
  pages: number
  cpuSeconds: number | null
  differing: Array<string>
}

type Maker = (text: string) => Promise<readonly [name: string, bytes: Uint8Array]>

export const formats: Record<string, Maker> = {
  DOCX: async (text) => ['agreement.docx', await docxFromText(text)],
  'PDF, printed by a browser': async (text) => ['agreement.pdf', await pdfFromHtml(htmlFromText(text))],
  'PDF, set line by line': async (text) => ['agreement.pdf', await pdfFromText(text)],
}

export const scans: Record<string, Maker> = {
  'scan at 150 dpi': async (text) => ['scan.pdf', await scanOfPdf(await pdfFromHtml(htmlFromText(text)), 150)],
}

function quotesOf(document: DocumentEvidence, lines: ReturnType<typeof readAgreement>['lines']): Share {
  const quotes = Object.values(lines).flatMap(({ quotes }) => quotes)
  const paged = document.file.format === 'pdf'
  const found = quotes.filter(
    ({ text, start, end, page, rects }) =>
      document.text.slice(start, end) === text && text.length <= 600 && (!paged || (page !== null && rects.length > 0)),
  )
  return { right: found.length, all: quotes.length }
}

/** Each agreement of the folder made into a file, read back by the real scanner, and compared line by line with its text. */
export async function compareFormat(folder: string, make: Maker): Promise<FormatTally> {
  const { docs } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels
  const tally: FormatTally = {
    same: { right: 0, all: 0 },
    quotes: { right: 0, all: 0 },
    files: 0,
    pages: 0,
    cpuSeconds: childCpuSeconds() === null ? null : 0,
    differing: [],
  }
  const chosen = Object.entries(docs).filter(([, label]) => label.is_baa && label.kind !== 'almost')
  for (const [id] of chosen) {
    const text = readFileSync(join(folder, `${id}.txt`), 'utf8').replace(/^\uFEFF/, '')
    const wanted = readText(text, id)
    const [name, bytes] = await make(text)
    // A browser that ends while the reader works would be counted as the reader's time.
    await closeBrowser()
    const before = childCpuSeconds()
    const document = await scanDocument({ bytes, name }, context)
    const after = childCpuSeconds()
    if (tally.cpuSeconds !== null) tally.cpuSeconds += after! - before!
    const got = readAgreement(document)
    tally.files += 1
    tally.pages += document.file.pages ?? 0
    const found = quotesOf(document, got.lines)
    tally.quotes.right += found.right
    tally.quotes.all += found.all
    for (const [ref, line] of Object.entries(wanted.lines)) {
      const reading = got.lines[ref as keyof typeof got.lines]?.reading ?? 'none'
      tally.same.all += 1
      if (reading === line.reading) tally.same.right += 1
      else tally.differing.push(`${id} ${ref}: ${line.reading} in the text, ${reading} in the file`)
    }
  }
  return tally
}
