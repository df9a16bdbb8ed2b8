import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ScanProblem } from '#scanners/problem.ts'
import { readTemplates } from '#scanners/template/read-templates.ts'

const code = async (bytes: Uint8Array, name: string) =>
  readTemplates(bytes, name).then(
    (found) => `${found.length} read`,
    (error: unknown) => (error instanceof ScanProblem ? error.code : String(error)),
  )

const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY ${'bcdefghijklm'[at]} "${`&${'abcdefghijkl'[at]};`.repeat(10)}">`).join('')}]><sst><si><t>&m;</t></si></sst>`
const workbook = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

test.each<[string, () => Uint8Array, string, string]>([
  [
    'an archive that swells',
    () => zipSync({ 'a.txt': new Uint8Array(24 * 1024 * 1024) }, { level: 9 }),
    'a.zip',
    'too-large',
  ],
  [
    'an archive cut in half',
    () => zipSync({ 'a.txt': strToU8('Hi '.repeat(9000)) }).slice(0, 60),
    'a.zip',
    'unreadable-document',
  ],
  [
    'a name that leaves the folder',
    () => zipSync({ '../../etc/a.txt': strToU8('Hi') }),
    'a.zip',
    'unreadable-document',
  ],
  [
    'a workbook whose entities grow',
    () =>
      workbook({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>',
        'xl/sharedStrings.xml': laughs,
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
      }),
    'a.xlsx',
    'unreadable-document',
  ],
])('%s is a typed problem, never a reading', async (_, bytes, name, wanted) => {
  expect(await code(bytes(), name)).toBe(wanted)
})
