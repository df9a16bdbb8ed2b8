import { expect, test } from 'vitest'
import { documentEvidenceSchema } from '#scanners/document/evidence.ts'
import { docxFromText, pdfFromText } from '#test/document-files.ts'
import { agreement, scan, sentences } from './scanning.ts'

test('an agreement as PDF says the same sentences as its text', async () => {
  const document = await scan(await pdfFromText(agreement, { header: 'Form 12 - confidential' }), 'agreement.pdf')
  expect(documentEvidenceSchema.safeParse(document).success).toBe(true)
  expect(sentences(document.text)).toEqual(expect.arrayContaining(sentences(agreement)))
  expect(document.file).toMatchObject({ format: 'pdf', ocr: false })
  expect(document.file.pages).toBeGreaterThan(1)
})

test('an agreement as Word document says the same sentences as its text', async () => {
  const document = await scan(await docxFromText(agreement), 'agreement.docx')
  expect(documentEvidenceSchema.safeParse(document).success).toBe(true)
  expect(sentences(document.text)).toEqual(sentences(agreement))
})

test('a text file is its own canonical text, line ends kept, byte order mark dropped', async () => {
  const document = await scan(Buffer.from('\uFEFFOne line.\r\n\r\nAnother “line”.'), 'a.txt')
  expect(document.text).toBe('One line.\r\n\r\nAnother “line”.')
  expect(document.paragraphs.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    'One line.',
    'Another “line”.',
  ])
})

test('paragraphs and runs point at their words', async () => {
  const document = await scan(await pdfFromText('First words here.\n\nSecond words there.'), 'a.pdf')
  expect(document.paragraphs.map(({ start, end, page }) => [document.text.slice(start, end), page])).toEqual([
    ['First words here.', 1],
    ['Second words there.', 1],
  ])
  const first = document.runs[0]!
  expect(document.text.slice(first.start, first.end)).toBe('First')
  const [x, y, width, height] = first.rect
  expect([x, Math.round(y + height * 0.78)]).toEqual([72, 72])
  expect(width).toBeGreaterThan(15)
})
