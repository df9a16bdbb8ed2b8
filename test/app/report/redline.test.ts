import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { redlineDocx } from '#app/report/redline.server.ts'
import { agreementRequest, requestLetter } from '#app/views/agreement-request.ts'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import { scanDocument } from '#scanners/document/scan.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { docxFromText } from '#test/document-files.ts'

const at = new Date('2026-11-20T12:00:00Z')
const context = { now: () => at, signal: new AbortController().signal, progress: () => {} }
const text = readFileSync(join(packageRoot, 'test/fixtures/baa/dev-05-letterbird-email.txt'), 'utf8')
const request = agreementRequest(documentFromText(text, { id: 'd', name: 'd.txt', at }), 'Letterbird', 'Lakeside Ortho')

test('every line that is not met is asked for once, law and practice bar apart', () => {
  const ids = [...request.law, ...request.bar].map(({ id }) => id)
  expect(ids).toContain('R14')
  expect(ids).toContain('S6')
  expect(new Set(ids).size).toBe(ids.length)
  expect(request.law.every(({ id }) => id.startsWith('R'))).toBe(true)
  const contrary = request.bar.find(({ id }) => id === 'S1')
  expect(text).toContain(contrary?.strike)
  expect(contrary?.text).toContain('Provider may use')
})

test('the letter is a draft, keeps the two lists apart and holds each proposed sentence', () => {
  const letter = requestLetter(request, 'November 20, 2026')
  expect(letter).toMatch(/^DRAFT FOR COUNSEL/)
  expect(letter).toContain('stricter than the law requires')
  for (const { text: words } of [...request.law, ...request.bar]) expect(letter).toContain(words)
})

test('on a copy of the uploaded DOCX the clauses are tracked insertions; nothing binds before they are accepted', async () => {
  const docx = Buffer.from(await docxFromText(text))
  const marked = await redlineDocx({ docx }, request, at)
  const read = await scanDocument({ bytes: marked, name: 'marked.docx' }, context)
  const before = await scanDocument({ bytes: docx, name: 'before.docx' }, context)
  expect(read.warnings.map(({ code }) => code)).toContain('tracked-changes')
  const reading = (document: typeof read) => readAgreement(document).lines.S6?.reading
  expect(reading(before)).toBe('absent')
  expect(reading(read)).toBe('partial')
  expect(readAgreement(read).lines.S6?.because).toContain('nobody has accepted')
})

test('other formats get a new DOCX of their text, the same bytes each time', async () => {
  const once = await redlineDocx({ text }, request, at)
  expect(once.equals(await redlineDocx({ text }, request, at))).toBe(true)
  const read = await scanDocument({ bytes: once, name: 'new.docx' }, context)
  expect(read.text).toContain('Letterbird')
})

test('a file that is no DOCX is refused in words', async () => {
  await expect(redlineDocx({ docx: Buffer.from('no zip') }, request, at)).rejects.toMatchObject({
    code: 'unreadable-document',
  })
})
