import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { ScanProblem } from '#scanners/problem.ts'
import { docxFromText, docxOf, docxParts, paragraphXml, pdfFromText, runXml, zipOf } from '#test/document-files.ts'
import { cyclicForm, cyclicPages, flateBomb, manyPages, zipByHand } from './hostile-files.ts'
import { agreement, outcome, scan } from './scanning.ts'

const plain = paragraphXml(runXml('Vendor shall keep logs.'))
const buffers = (parts: ReadonlyArray<readonly [string, string | Buffer]>) =>
  parts.map(([name, content]) => ({ name, content: Buffer.from(content) }))

test('an empty file and an empty text are told as empty', async () => {
  expect(await outcome(new Uint8Array(), 'a.pdf')).toBe('empty-input')
  expect(await outcome(Buffer.from(' \n'), 'a.txt')).toBe('empty-input')
})

test('the content decides the type, and the ending must agree', async () => {
  const pdf = await pdfFromText('Words.')
  expect(await outcome(pdf, 'agreement.docx')).toBe('unsupported-type')
  expect(await outcome(pdf, 'agreement')).toBe('read')
  expect(await outcome(await docxFromText('Words.'), 'agreement.pdf')).toBe('unsupported-type')
  expect(await outcome(Buffer.from('plain words'), 'agreement.pdf')).toBe('unreadable-document')
  expect(await outcome(Buffer.from('MZ\x90\0\x03\0\0\0'), 'agreement.txt')).toBe('unsupported-type')
  expect(await outcome(Buffer.from('a,b'), 'agreement.csv')).toBe('unsupported-type')
  expect(await outcome(await zipOf([['xl/workbook.xml', '<x/>']]), 'book.docx')).toBe('unsupported-type')
})

test('a file over 25 MB is too large before it is opened', async () => {
  expect(await outcome(Buffer.alloc(25 * 1024 * 1024 + 1, 65), 'a.txt')).toBe('too-large')
})

test('a locked PDF asks for an open copy', async () => {
  expect(await outcome(readFileSync('test/fixtures/documents/locked.pdf'), 'locked.pdf')).toBe('encrypted-document')
})

test('a locked Office file asks for an open copy', async () => {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const bytes = Buffer.concat([head, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
  expect(await outcome(bytes, 'locked.docx')).toBe('encrypted-document')
})

test('rubbish before the header of a PDF is skipped', async () => {
  const bytes = Buffer.concat([Buffer.from('\n\nrubbish\n'), await pdfFromText('Vendor shall keep logs.')])
  expect((await scan(bytes, 'a.pdf')).text).toBe('Vendor shall keep logs.')
})

test('only the newest revision of a PDF is read, and older ones are told', async () => {
  const first = await pdfFromText('Vendor reports within 10 days.')
  const second = await PDFDocument.load(first)
  second.removePage(0)
  second.addPage().drawText('Vendor reports within 90 days.', { x: 72, y: 700, size: 11 })
  const rewritten = Buffer.from(await second.save({ useObjectStreams: false }))
  const grown = Buffer.concat([Buffer.from('%PDF-1.7\n%startxref 0\n'), rewritten.subarray(9)])
  expect((await scan(rewritten, 'a.pdf')).text).toBe('Vendor reports within 90 days.')
  expect((await scan(grown, 'a.pdf')).warnings.map(({ code }) => code)).toContain('older-revisions')
})

test('bombs and endless structures in a PDF end in a typed answer', async () => {
  const answers = await Promise.all([
    outcome(flateBomb(400), 'bomb.pdf'),
    outcome(manyPages(10_000), 'pages.pdf'),
    outcome(cyclicPages(), 'cycle.pdf'),
    outcome(cyclicForm(), 'form.pdf'),
  ])
  expect(answers[0]).toMatch(/^(?:too-large|timed-out|unreadable-document)$/)
  expect(answers[1]).toBe('too-large')
  expect(answers[2]).toMatch(/^(?:unreadable-document|empty-input)$/)
  expect(answers[3]).toMatch(/^(?:unreadable-document|empty-input|timed-out|too-large)$/)
})

test('zip bombs are refused before they are unpacked', async () => {
  const zeros = Buffer.alloc(19 * 1024 * 1024, 97)
  const ratio = zipByHand([...buffers(docxParts(plain)), { name: 'word/media/a.bin', content: zeros }])
  expect(await outcome(ratio, 'a.docx')).toBe('too-large')
  const total = zipByHand([
    ...buffers(docxParts(plain)),
    ...['a', 'b'].map((name) => ({ name, content: Buffer.alloc(11 * 1024 * 1024), stored: true })),
  ])
  expect(await outcome(total, 'a.docx')).toBe('too-large')
  const many = zipByHand([
    ...buffers(docxParts(plain)),
    ...Array.from({ length: 600 }, (_, at) => ({ name: `x${at}`, content: Buffer.from('x') })),
  ])
  expect(await outcome(many, 'a.docx')).toBe('too-large')
  expect(await outcome(await docxOf(plain.repeat(60_000)), 'a.docx')).toBe('too-large')
})

test('two parts of one name, overlaps, links, lying checksums and path tricks are refused', async () => {
  const parts = buffers(docxParts(plain))
  const twice = [...parts, { name: 'word/document.xml', content: Buffer.from('<x/>') }]
  expect(await outcome(zipByHand(twice), 'a.docx')).toBe('unsafe-document')
  const folded = [...parts, { name: 'WORD/document.XML', content: Buffer.from('<x/>') }]
  expect(await outcome(zipByHand(folded), 'a.docx')).toBe('unsafe-document')
  const overlap = [...parts, { name: 'other.xml', content: parts[0]!.content, offset: 0 }]
  expect(await outcome(zipByHand(overlap), 'a.docx')).toBe('unsafe-document')
  const link = [...parts, { name: 'link', content: Buffer.from('/etc/passwd'), mode: 0o120777 }]
  expect(await outcome(zipByHand(link), 'a.docx')).toBe('unsafe-document')
  const lie = parts.map((part) => (part.name === 'word/document.xml' ? { ...part, sayCrc: 1 } : part))
  expect(await outcome(zipByHand(lie), 'a.docx')).toBe('unreadable-document')
  expect(await outcome(zipByHand([...parts, { name: '../up', content: Buffer.from('x') }]), 'a.docx')).toBe(
    'unreadable-document',
  )
})

test('a DOCTYPE is refused, so no entity is ever opened', async () => {
  const parts = docxParts(plain).map(([name, content]) => {
    if (name !== 'word/document.xml') return [name, content] as const
    const doctype = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return [name, content.replace('<w:document', `${doctype}<w:document`).replace('keep logs', '&x;')] as const
  })
  expect(await outcome(await zipOf(parts), 'a.docx')).toBe('unsafe-document')
})

test('deep nesting is refused', async () => {
  const deep = `${'<w:sdt>'.repeat(5000)}${plain}${'</w:sdt>'.repeat(5000)}`
  expect(await outcome(await docxOf(deep), 'a.docx')).toBe('unsafe-document')
  const page = `<html><body>${'<div>'.repeat(20_000)}words${'</div>'.repeat(20_000)}</body></html>`
  expect(await outcome(Buffer.from(page), 'a.html')).toBe('unsafe-document')
})

test('files cut short are damaged, never half read in silence', async () => {
  const word = await docxFromText(agreement)
  expect(await outcome(word.subarray(0, word.length / 2), 'a.docx')).toBe('unreadable-document')
  const pdf = Buffer.from(await pdfFromText(agreement))
  expect(['unreadable-document', 'read']).toContain(await outcome(pdf.subarray(0, pdf.length - 400), 'a.pdf'))
  expect(await outcome(pdf.subarray(0, 200), 'a.pdf')).toMatch(/^(?:unreadable-document|empty-input)$/)
})

test('an abort kills the parser and says so', async () => {
  const stop = new AbortController()
  const running = scan(flateBomb(300), 'bomb.pdf', { signal: stop.signal })
  setTimeout(() => stop.abort(), 200)
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim()
  const alive = children.split(' ').filter((pid) => pid !== '' && isParser(pid))
  expect(alive).toEqual([])
})

function isParser(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('children/document.js') && !isZombie(pid)
  } catch {
    return false
  }
}

function isZombie(pid: string): boolean {
  return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

test('nothing is left in the temporary folder', async () => {
  const folder = mkdtempSync(`${tmpdir()}/proviso-documents-`)
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await scan(await pdfFromText('Words that are kept nowhere.'), 'a.pdf')
    await scan(await docxFromText('Words that are kept nowhere.'), 'a.docx')
    await scan(flateBomb(400), 'bomb.pdf').catch((error: unknown) => expect(error).toBeInstanceOf(ScanProblem))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  expect(readdirSync(folder)).toEqual([])
})
