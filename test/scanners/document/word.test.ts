import { expect, test } from 'vitest'
import { docxOf, docxParts, paragraphXml, runXml, zipOf } from '#test/document-files.ts'
import { scan } from './scanning.ts'

const seen = 'Business Associate shall report each security incident to Clinic.'
const trick = 'Business Associate shall report a breach within 72 hours.'
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

async function read(body: string, extra: Record<string, string> = {}) {
  return scan(await docxOf(body, extra), 'agreement.docx')
}

const plain = paragraphXml(runXml(seen))

test.each([
  ['hidden', '<w:vanish/>'],
  ['white', '<w:color w:val="FFFFFF"/>'],
  ['white', '<w:color w:val="FEFEFE"/>'],
  ['tiny', '<w:sz w:val="2"/>'],
  ['tiny', '<w:w w:val="1"/>'],
  ['struck', '<w:strike/>'],
  ['struck', '<w:dstrike/>'],
])('words with %s formatting %s are not text', async (reason, properties) => {
  const document = await read(plain + paragraphXml(runXml(trick, properties)))
  expect(document.text).toBe(seen)
  expect(document.hidden).toEqual([{ text: trick, reason, page: null }])
})

test('white words on a dark cell and switched-off formatting are text', async () => {
  const dark = paragraphXml(runXml(trick, '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="1F3864"/>')
  expect((await read(plain + dark)).text).toContain(trick)
  const off = paragraphXml(runXml(trick, '<w:vanish w:val="0"/><w:strike w:val="false"/>'))
  expect((await read(plain + off)).text).toContain(trick)
})

test('formatting comes from styles too, and a run can take it back', async () => {
  const styles = `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style><w:style w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style></w:styles>`
  const body = [
    plain,
    paragraphXml(runXml(trick), '<w:pStyle w:val="Secret"/>'),
    paragraphXml(runXml('Pale words.', '<w:rStyle w:val="Pale"/>')),
    paragraphXml(runXml('Shown again.', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Secret"/>'),
  ]
  const document = await read(body.join(''), { 'styles.xml': styles })
  expect(document.text).toBe(`${seen}\n\nShown again.`)
  expect(document.hidden.map(({ reason }) => reason)).toEqual(['hidden', 'white'])
})

test('deleted words do not count, inserted ones count as pending', async () => {
  const body = paragraphXml(
    `${runXml('Vendor shall report within ')}<w:del w:id="1" w:author="a"><w:r><w:delText>sixty</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${runXml('ten')}</w:ins>${runXml(' days.')}`,
  )
  const moved = paragraphXml(`<w:moveFrom w:id="3" w:author="a">${runXml('Moved away.')}</w:moveFrom>`)
  const added = paragraphXml(`<w:ins w:id="4" w:author="a">${runXml('Vendor shall keep logs.')}</w:ins>`)
  const document = await read(body + moved + added)
  expect(document.text).toBe('Vendor shall report within ten days.\n\nVendor shall keep logs.')
  expect(document.pending?.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    'ten',
    'Vendor shall keep logs.',
  ])
  expect(document.paragraphs.map(({ zone }) => zone)).toEqual(['body', 'inserted'])
  expect(document.hidden.map(({ text, reason }) => [text, reason])).toEqual([
    ['sixty', 'deleted'],
    ['Moved away.', 'deleted'],
  ])
  expect(document.warnings.map(({ code }) => code)).toContain('tracked-changes')
})

test('a deleted paragraph mark joins its paragraph to the next', async () => {
  const mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
  const document = await read(paragraphXml(runXml('Vendor shall '), mark) + paragraphXml(runXml('keep logs.')))
  expect(document.text).toBe('Vendor shall keep logs.')
})

test('list numbers are read as Word shows them', async () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Article %1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}${level(3, 'lowerRoman', '(%4)')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  const item = (at: number, text: string) =>
    paragraphXml(runXml(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="7"/></w:numPr>`)
  const body = [
    item(0, 'Uses'),
    item(1, 'Vendor may use PHI.'),
    item(1, 'Vendor shall:'),
    item(2, 'report breaches;'),
    item(2, 'keep logs;'),
    item(3, 'for six years.'),
    item(0, 'Term'),
    item(1, 'It ends.'),
  ]
  const document = await read(body.join(''), { 'numbering.xml': numbering })
  expect(document.text.split('\n\n')).toEqual([
    'Article 1. Uses',
    '1.1 Vendor may use PHI.',
    '1.2 Vendor shall:',
    '(a) report breaches;',
    '(b) keep logs;',
    '(i) for six years.',
    'Article 2. Term',
    '2.1 It ends.',
  ])
  expect(document.paragraphs.map(({ depth }) => depth)).toEqual([0, 1, 1, 2, 2, 3, 0, 1])
})

test('a table is read row by row, cells parted by tabs', async () => {
  const cell = (text: string) =>
    `<w:tc>${text
      .split('|')
      .map((part) => paragraphXml(runXml(part)))
      .join('')}</w:tc>`
  const row = (...cells: Array<string>) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
  const document = await read(
    `${plain}<w:tbl>${row('Event', 'Time')}${row('Breach of|Unsecured PHI', '36 hours')}</w:tbl>`,
  )
  expect(document.text).toBe(`${seen}\n\nEvent\tTime\nBreach of Unsecured PHI\t36 hours`)
  expect(document.paragraphs.map(({ zone }) => zone)).toEqual(['body', 'table', 'table'])
})

test('headers, footers and notes come after the text, page numbers and unused headers not at all', async () => {
  const header = (text: string) => `<w:hdr ${w}>${paragraphXml(runXml(text))}</w:hdr>`
  const notes = `<w:footnotes ${w}><w:footnote w:id="2">${paragraphXml(runXml('Days are calendar days.'))}</w:footnote><w:footnote w:id="9">${paragraphXml(runXml(trick))}</w:footnote></w:footnotes>`
  const body = `${paragraphXml(`${runXml(seen)}<w:r><w:footnoteReference w:id="2"/></w:r>`)}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/></w:sectPr>`
  const document = await read(body, {
    'header1.xml': header('Clinic form 12'),
    'header2.xml': header(trick),
    'footer1.xml': `<w:ftr ${w}>${paragraphXml(runXml('Page 1 of 3'))}</w:ftr>`,
    'footnotes.xml': notes,
  })
  expect(document.text).toBe(`${seen}\n\nDays are calendar days.\n\nClinic form 12`)
  expect(document.paragraphs.map(({ zone }) => zone)).toEqual(['body', 'footnote', 'header'])
})

test('text boxes, fields and alternate content are read once, as Word shows them', async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF ${trick}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${runXml('Section 4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const box = (text: string) =>
    `<w:drawing><wps:txbx><w:txbxContent>${paragraphXml(runXml(text))}</w:txbxContent></wps:txbx></w:drawing>`
  const alternate = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('Boxed words.')}</mc:Choice><mc:Fallback>${box(trick)}</mc:Fallback></mc:AlternateContent></w:r>`
  const spaces =
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
  const body = `<w:p ${spaces}>${runXml('See ')}${field}${runXml('.')}${alternate}</w:p>`
  expect((await read(body)).text).toBe('See Section 4.\n\nBoxed words.')
})

test('page numbers are told where Word left its marks', async () => {
  const broken = paragraphXml(`${runXml('Second page begins ')}<w:r><w:lastRenderedPageBreak/><w:t>here.</w:t></w:r>`)
  const document = await read(plain + broken + plain)
  expect(document.file.pages).toBe(2)
  expect(document.paragraphs.map(({ page }) => page)).toEqual([1, 1, 2])
})

test('macros, comments, embedded files and remote templates are told, never opened', async () => {
  const parts = docxParts(plain, {
    'comments.xml': `<w:comments ${w}><w:comment w:id="0">${paragraphXml(runXml(trick))}</w:comment></w:comments>`,
  })
  const settings = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>`
  const bytes = await zipOf([
    ...parts,
    ['word/vbaProject.bin', 'x'],
    ['word/embeddings/file.bin', 'x'],
    ['word/_rels/settings.xml.rels', settings],
  ])
  const document = await scan(bytes, 'agreement.docx')
  expect(document.text).toBe(seen)
  expect(document.warnings.map(({ code }) => code).sort()).toEqual([
    'comments',
    'embedded-files',
    'macros',
    'remote-template',
  ])
})

test('a document in UTF-16 and with a strange prefix is read', async () => {
  const parts = docxParts(plain).map(([name, content]) => {
    if (name !== 'word/document.xml') return [name, content] as const
    const renamed = content
      .replaceAll('<w:', '<q:')
      .replaceAll('</w:', '</q:')
      .replaceAll('xmlns:w=', 'xmlns:q=')
      .replaceAll(' w:', ' q:')
    return [name, Buffer.from(`\uFEFF${renamed.replace('UTF-8', 'UTF-16')}`, 'utf16le')] as const
  })
  expect((await scan(await zipOf(parts), 'agreement.docx')).text).toBe(seen)
})
