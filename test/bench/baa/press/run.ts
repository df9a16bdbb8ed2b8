import { readAgreement } from '#checklists/baa/read-agreement.ts'
import { readDocx } from '#scanners/document/docx/read-docx.ts'
import { readHtml } from '#scanners/document/html/read-html.ts'
import type { ParsedDocument } from '#scanners/document/parsed.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { docxFromText } from '#test/document-files.ts'
import { htmlFromText } from '#test/document-pages.ts'
import { percentOf } from '../bars.ts'
import { type Layout, layouts } from './layouts.ts'
import { papers } from './papers.ts'
import { type Slip, sheets, slipsOf } from './press.ts'

/** Lines of the engine and the two facts that a sheet is asked for. */
const asked = 29

type Row = { sheets: number; slips: Array<Slip>; refused: number }

function documentOf({ pages, ocr, ...read }: ParsedDocument, format: 'docx' | 'html') {
  const { kind, id, source, file } = documentFromText(read.text, {
    id: 'sheet',
    name: `sheet.${format}`,
    at: new Date(0),
  })
  return { kind, id, source, file: { ...file, format, pages, ocr }, ...read }
}

const tables = layouts.filter(({ name }) => /pipe|tabs?\b|columns|promise/.test(name) && !/ragged/.test(name))

/** A sheet with tables as a real Word file and a real web page, read by the readers of those formats. */
async function* files(nth: number): AsyncGenerator<readonly [name: string, slips: Array<Slip>]> {
  for (const sheet of sheets(nth, 0, tables)) {
    if (sheet.wear.name !== 'clean') continue
    const word = await readDocx(await docxFromText(sheet.text))
    yield [`Word table: ${sheet.layout.name}`, slipsOf(sheet, readAgreement(documentOf(word, 'docx')))]
    const page = readHtml(Buffer.from(htmlFromText(sheet.text)))
    yield [`web table: ${sheet.layout.name}`, slipsOf(sheet, readAgreement(documentOf(page, 'html')))]
  }
}

function add(table: Map<string, Row>, name: string, slips: Array<Slip>): void {
  const row = table.get(name) ?? { sheets: 0, slips: [], refused: 0 }
  row.sheets += 1
  row.slips.push(...slips)
  if (slips.some(({ id }) => id === 'kind')) row.refused += 1
  table.set(name, row)
}

function print(title: string, table: Map<string, Row>, misses: boolean): void {
  const rows = [...table]
  const wrong = ({ slips, refused }: Row) => slips.length - refused + refused * asked
  const all = rows.reduce((sum, [, row]) => sum + row.sheets * asked, 0)
  const bad = rows.reduce((sum, [, row]) => sum + wrong(row), 0)
  const falsePasses = rows.flatMap(([, { slips }]) => slips).filter(({ got, id }) => got === 'present' && id !== 'kind')
  process.stdout.write(
    `\n${title}: ${all / asked} sheets, ${all - bad}/${all} = ${percentOf({ right: all - bad, all })} right, ${falsePasses.length} read as present wrongly\n`,
  )
  for (const [name, row] of rows) {
    const ids = new Map<string, number>()
    for (const { id, expected, got } of row.slips) {
      const key = id === 'breach' || id === 'audit' || id === 'kind' ? id : `${id} ${expected}>${got}`
      ids.set(key, (ids.get(key) ?? 0) + 1)
    }
    const causes = [...ids].sort((a, b) => b[1] - a[1]).slice(0, 12)
    process.stdout.write(
      `  ${name.padEnd(46)} ${String(row.sheets).padStart(4)} sheets, ${row.refused} refused, ${percentOf({ right: row.sheets * asked - wrong(row), all: row.sheets * asked })}${causes.length > 0 ? `   ${causes.map(([key, n]) => `${key}: ${n}`).join(', ')}` : ''}\n`,
    )
    if (misses)
      for (const { sheet, id, expected, got, quote } of row.slips.slice(0, 12))
        process.stdout.write(
          `      ${sheet.style.name}, ${sheet.content.name}, ${sheet.wear.name}: ${id} ${expected} > ${got} ${quote.slice(0, 90)}\n`,
        )
  }
}

function printed(nth: number, forms: ReadonlyArray<Layout>): Map<string, Row> {
  const table = new Map<string, Row>()
  for (const sheet of sheets(nth, 0, forms)) add(table, sheet.layout.name, slipsOf(sheet))
  return table
}

/** One agreement in many dresses: a sample of the layouts, all papers, and tables in files. */
export async function runPress(misses: boolean): Promise<void> {
  print('press, papers', printed(13, papers), misses)
  print('press, layouts', printed(61, layouts), misses)
  const table = new Map<string, Row>()
  for await (const [name, slips] of files(7)) add(table, name, slips)
  print('press, tables in files', table, misses)
}
