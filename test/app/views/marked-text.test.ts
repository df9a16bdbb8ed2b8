import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedText, type Span } from '#app/views/marked-text.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'

/** Paragraphs joined by an empty line, as a text file gives them. */
function documentOf(texts: ReadonlyArray<string>): DocumentEvidence {
  const text = texts.join('\n\n')
  let start = 0
  const paragraphs = texts.map((part, at) => {
    const paragraph = { start, end: start + part.length, page: at < 2 ? 1 : 2, zone: 'body' as const, depth: 0 }
    start = paragraph.end + 2
    return paragraph
  })
  return {
    kind: 'document',
    id: 'evi_1',
    source: { scanner: 'document', ref: 'a.txt', at: '2026-03-02T15:00:00.000Z', sha256: '0'.repeat(64) },
    file: { name: 'a.txt', sha256: '0'.repeat(64), format: 'txt', pages: 2, characters: text.length, ocr: false },
    text,
    paragraphs,
    runs: [],
    hidden: [],
    confidence: [],
    unreadPages: [],
    warnings: [],
  }
}

const span = (start: number, end: number): Span => ({ start, end, status: 'meets', label: 'S1' })

test('marking cuts and adds nothing, whatever overlaps', () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 })
  const spans = fc.array(fc.tuple(fc.nat(150), fc.nat(60)), { maxLength: 6 })
  fc.assert(
    fc.property(texts, spans, (parts, places) => {
      const document = documentOf(parts)
      const marked = markedText(
        document,
        places.map(([start, length]) => span(start, start + length)),
      )
      expect(marked.map(({ segments }) => segments.map(({ text }) => text).join(''))).toEqual(parts)
    }),
  )
})

test('a quoted span is marked from its first to its last character, over a paragraph’s end too', () => {
  const document = documentOf(['Vendor may use PHI.', 'Nothing else is allowed.', 'Signed.'])
  const marked = markedText(document, [span(7, 33)])
  expect(marked.map(({ segments }) => segments.filter(({ mark }) => mark !== null).map(({ text }) => text))).toEqual([
    ['may use PHI.'],
    ['Nothing else'],
    [],
  ])
  expect(marked.map(({ page }) => page)).toEqual([1, null, 2])
})

test('where two quotes overlap the shared words name both', () => {
  const document = documentOf(['Vendor reports each breach within 72 hours.'])
  const [paragraph] = markedText(document, [
    { ...span(0, 22), label: 'S4' },
    { ...span(15, 42), label: 'R08' },
  ])
  expect(paragraph?.segments.map(({ text, mark }) => [text, mark?.label])).toEqual([
    ['Vendor reports ', 'S4'],
    ['each br', 'S4; R08'],
    ['each within 72 hours', 'R08'],
    ['.', undefined],
  ])
})
