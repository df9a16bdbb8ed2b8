import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import type { Verdict } from '../requirement.ts'
import { citesOf, idOf } from './catalogue.ts'
import type { Agreement } from './clauses/agreement.ts'
import type { ReadClause } from './clauses/read.ts'
import type { LineId, NearestWhy, Outcome, Reading } from './reading.ts'
import { overlaps, type Span } from './text/mapped.ts'

/** Offsets are UTF-16, into the text of the document; `rects` are PDF points from the page's top left corner. */
export type Quote = Span & { text: string; page: number | null; rects: Array<[number, number, number, number]> }
export type Nearest = Span & { text: string; why: NearestWhy }
export type Line = {
  requirement: string
  ref: LineId
  reading: Reading
  verdict: Verdict
  because: string
  quotes: Array<Quote>
  nearest: Nearest | null
  cites: Array<string>
  confidence: 'exact' | 'ocr' | 'by-reference'
}

export const maxQuote = 600

/** The place of a span: its page, and the rectangles of its words, one for each line of a page. */
export function quoteAt(document: DocumentEvidence, span: Span): Quote {
  let { start, end } = span
  const { text } = document
  while (start < end && /\s/.test(text[start]!)) start += 1
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1
  if (end - start > maxQuote) {
    end = start + maxQuote
    const space = text.lastIndexOf(' ', end)
    if (space > start + maxQuote - 80) end = space
    if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end -= 1
  }
  const runs = document.runs.filter((run) => overlaps(run, { start, end }))
  const page =
    runs[0]?.page ?? document.paragraphs.find((paragraph) => overlaps(paragraph, { start, end }))?.page ?? null
  const rects: Quote['rects'] = []
  for (const run of runs) {
    if (run.page !== page) continue
    const [x, y, w, h] = run.rect
    const last = rects.at(-1)
    // Words of one printed line become one rectangle.
    if (last !== undefined && Math.abs(last[1] - y) < 2 && Math.abs(last[3] - h) < 2 && x >= last[0])
      last[2] = Math.max(last[2], x + w - last[0])
    else rects.push([x, y, w, h])
  }
  return { text: text.slice(start, end), start, end, page, rects }
}

export function verdictOf(id: LineId, reading: Reading): Verdict {
  if (reading === 'undetermined') return 'unknown'
  if (reading === 'present') return 'pass'
  if (reading === 'partial') return 'partial'
  if (reading === 'contrary') return 'fail'
  // The law limits what the contract may allow; it does not demand that the limit be restated.
  if (id === 'R02') return 'partial'
  return id.startsWith('O') ? 'not-applicable' : 'fail'
}

const misread = /\b(?=\w*[a-z])(?!\w*(?:aes|tls|soc|sha)\w*)[a-z]*[01][a-z]+\w*|\b[lI]\d|\brn(?=[aeiou])|\b\d[OS]\b/i

/** Quotes of an outcome, in its order, places that overlap joined, at most six. */
export function quotesOf(a: Agreement, clauses: ReadonlyArray<ReadClause>): Array<Quote> {
  const spans: Array<Span> = []
  for (const clause of clauses) {
    for (const span of [clause.span, ...clause.support]) {
      const known = spans.find(
        (other) => overlaps(other, span) || (span.start >= other.end && span.start - other.end <= 2),
      )
      if (known === undefined) spans.push({ ...span })
      else if (Math.max(known.end, span.end) - Math.min(known.start, span.start) <= maxQuote) {
        known.start = Math.min(known.start, span.start)
        known.end = Math.max(known.end, span.end)
      }
    }
  }
  return spans.slice(0, 6).map((span) => quoteAt(a.document, span))
}

export function lineOf(a: Agreement, id: LineId, outcome: Outcome, nearest: Nearest | null): Line {
  const quotes = quotesOf(a, outcome.clauses)
  const ocr = a.document.file.ocr || quotes.some(({ text }) => misread.test(text))
  return {
    requirement: idOf(id),
    ref: id,
    reading: outcome.reading,
    verdict: verdictOf(id, outcome.reading),
    because: outcome.because,
    quotes,
    nearest: outcome.reading === 'absent' || outcome.reading === 'undetermined' ? nearest : null,
    cites: citesOf(id),
    confidence: outcome.byReference === true ? 'by-reference' : ocr && quotes.length > 0 ? 'ocr' : 'exact',
  }
}
