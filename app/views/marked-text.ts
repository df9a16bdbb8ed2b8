import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import type { Status } from '../components/status.tsx'

export type Span = { start: number; end: number; status: Status; label: string }

/** A piece of a paragraph: plain, or under a mark. `start` is the offset into the document's text. */
export type Segment = { start: number; text: string; mark: { status: Status; label: string } | null }

export type MarkedParagraph = {
  start: number
  /** The number of the page that begins with this paragraph; null within a page. */
  page: number | null
  heading: boolean
  segments: Array<Segment>
}

/** A stretch of text cut at the edges of every span that touches it; the first span that covers a piece names it. */
export function segmentsOf(text: string, from: number, to: number, spans: ReadonlyArray<Span>): Array<Segment> {
  const inside = spans.filter(({ start, end }) => start < to && end > from)
  const cuts = inside.flatMap(({ start, end }) => [Math.max(start, from), Math.min(end, to)])
  const edges = [...new Set([from, to, ...cuts])].sort((a, b) => a - b)
  return edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1] ?? to
    const covering = inside.filter((span) => span.start <= start && span.end >= end)
    const first = covering[0]
    const label = covering.map((span) => span.label).join('; ')
    return { start, text: text.slice(start, end), mark: first === undefined ? null : { status: first.status, label } }
  })
}

/** The whole text in paragraphs, every quoted span marked in place. Nothing is cut or added. Pure. */
export function markedText(document: DocumentEvidence, spans: ReadonlyArray<Span>): Array<MarkedParagraph> {
  let page: number | null = null
  return document.paragraphs.map((paragraph) => {
    const begins = paragraph.page !== null && paragraph.page !== page
    page = paragraph.page ?? page
    return {
      start: paragraph.start,
      page: begins ? paragraph.page : null,
      heading: paragraph.zone === 'heading',
      segments: segmentsOf(document.text, paragraph.start, paragraph.end, spans),
    }
  })
}
