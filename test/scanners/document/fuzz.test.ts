import { expect, test } from 'vitest'
import { readDocx } from '#scanners/document/docx/read-docx.ts'
import { readHtml } from '#scanners/document/html/read-html.ts'
import { type ParsedDocument, parsedDocumentSchema } from '#scanners/document/parsed.ts'
import { readPdf } from '#scanners/document/pdf/read-pdf.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { docxFromText, pdfFromText } from '#test/document-files.ts'
import { htmlFromText } from '#test/document-pages.ts'
import { plainPdf } from './hostile-files.ts'
import { agreement, outcome } from './scanning.ts'

const rounds = process.env.PROVISO_TEST_FULL === '1' ? 1500 : 150
const text = agreement.slice(0, 1500)

/** A small generator with a seed that the test prints, so that a failure can be found again. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = Buffer.from(bytes)
  const changes = 1 + Math.floor(random() * 8)
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * copy.length)
    const kind = random()
    if (kind < 0.5) copy[at] = Math.floor(random() * 256)
    else if (kind < 0.8) copy.copyWithin(at, Math.floor(random() * copy.length), Math.floor(random() * copy.length))
    else copy.fill(0, at, Math.min(copy.length, at + Math.floor(random() * 30)))
  }
  return random() < 0.2 ? copy.subarray(0, Math.floor(random() * copy.length)) : copy
}

/** The parser itself, in this process: what it may do on a broken file is read, throw, or name a problem. */
async function parse(
  read: (bytes: Uint8Array) => Promise<ParsedDocument> | ParsedDocument,
  bytes: Uint8Array,
): Promise<void> {
  let parsed: ParsedDocument
  try {
    parsed = await read(new Uint8Array(bytes))
  } catch (error) {
    expect(error).toBeInstanceOf(Error)
    return
  }
  expect(parsedDocumentSchema.safeParse(parsed).error).toBeUndefined()
  for (const span of [...parsed.paragraphs, ...parsed.runs, ...parsed.confidence]) {
    expect(span.start).toBeLessThan(span.end)
    expect(span.end).toBeLessThanOrEqual(parsed.text.length)
  }
}

const steps = { ocr: false, progress: () => {}, recognising: () => {} }

test(`${rounds} broken copies of each format are read or refused, and offsets stay inside the text`, async () => {
  const seed = Number(process.env.PROVISO_SEED ?? Math.floor(Math.random() * 2 ** 31))
  const random = generator(seed)
  const originals = [
    [(bytes: Uint8Array) => readPdf(bytes, steps), await pdfFromText(text)],
    [(bytes: Uint8Array) => readPdf(bytes, steps), plainPdf(text)],
    [readDocx, await docxFromText(text)],
    [readHtml, Buffer.from(htmlFromText(text))],
  ] as const
  console.info(`document fuzz seed ${seed}`)
  for (const [read, bytes] of originals) {
    for (let round = 0; round < rounds; round++) await parse(read, mutated(bytes, random))
  }
})

test('broken copies through the front door end in a problem of the closed table', async () => {
  const random = generator(7)
  const files = [
    ['a.pdf', await pdfFromText(text)],
    ['a.docx', await docxFromText(text)],
  ] as const
  for (const [name, bytes] of files) {
    for (let round = 0; round < 10; round++) {
      const answer = await outcome(mutated(bytes, random), name)
      expect(answer).toMatch(
        /^(?:read|encrypted-document|unreadable-document|unsafe-document|empty-input|no-text-layer|unsupported-type|too-large)$/,
      )
    }
  }
  expect(new ScanProblem('too-large').code).toBe('too-large')
})
