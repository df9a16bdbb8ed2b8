import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import { scanDocument } from '#scanners/document/scan.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { docxFromText } from '#test/document-files.ts'
import { closeBrowser, htmlFromText, pdfFromHtml } from '#test/document-pages.ts'

const folder = join(packageRoot, 'test/fixtures/baa')
const all = readdirSync(folder).filter((name) => /^dev-.*\.txt$/.test(name))
// The whole corpus in the full run; in the daily one three agreements, other ones each day.
const day = Math.floor(Date.now() / 86_400_000)
const chosen = process.env.PROVISO_TEST_FULL ? all : [0, 8, 16].map((step) => all[(day + step) % all.length]!)
const context = { now: () => new Date(0), signal: new AbortController().signal, progress: () => {} }

afterAll(closeBrowser)

async function readings(bytes: Uint8Array, name: string): Promise<Record<string, string>> {
  return readingsOf(await scanDocument({ bytes, name }, context))
}

function readingsOf(document: Parameters<typeof readAgreement>[0]): Record<string, string> {
  return Object.fromEntries(Object.entries(readAgreement(document).lines).map(([id, line]) => [id, line.reading]))
}

for (const name of chosen) {
  test(`${name} reads the same as text, as DOCX and as PDF`, async () => {
    const text = readFileSync(join(folder, name), 'utf8')
    const expected = readingsOf(documentFromText(text, { id: name, name, at: new Date(0) }))
    const docx = await readings(await docxFromText(text), 'agreement.docx')
    const pdf = await readings(await pdfFromHtml(htmlFromText(text)), 'agreement.pdf')
    expect({ docx, pdf }).toEqual({ docx: expected, pdf: expected })
  })
}
