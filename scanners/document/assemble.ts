import type { Block, ParsedDocument, Piece } from './parsed.ts'

type Laid = Pick<ParsedDocument, 'text' | 'paragraphs' | 'runs' | 'confidence'> & {
  pending: NonNullable<ParsedDocument['pending']>
}

/** White space at both ends of a paragraph holds no words and would make quotes ragged. */
function trimmed(pieces: ReadonlyArray<Piece>): Array<Piece> {
  const kept = pieces.filter((piece) => piece.text !== '').map((piece) => ({ ...piece }))
  while (kept.length > 0 && kept[0]!.text.trimStart() === '') kept.shift()
  while (kept.length > 0 && kept.at(-1)!.text.trimEnd() === '') kept.pop()
  const first = kept[0]
  if (first !== undefined) first.text = first.text.trimStart()
  const last = kept.at(-1)
  if (last !== undefined) last.text = last.text.trimEnd()
  return kept
}

function extend(spans: Array<{ start: number; end: number }>, start: number, end: number): void {
  const last = spans.at(-1)
  if (last !== undefined && last.end === start) last.end = end
  else spans.push({ start, end })
}

/**
 * Gives paragraphs their offsets in the canonical text: a blank line between paragraphs, one line end between rows of
 * a table. Empty paragraphs vanish.
 */
export function assemble(blocks: ReadonlyArray<Block>): Laid {
  const parts: Array<string> = []
  const laid: Laid = { text: '', paragraphs: [], runs: [], confidence: [], pending: [] }
  let at = 0
  let table: number | undefined
  for (const block of blocks) {
    const pieces = trimmed(block.pieces)
    if (pieces.length === 0) continue
    if (at > 0) {
      const gap = block.table !== undefined && block.table === table ? '\n' : '\n\n'
      parts.push(gap)
      at += gap.length
    }
    table = block.table
    const start = at
    for (const piece of pieces) {
      const end = at + piece.text.length
      if (piece.rect !== undefined && piece.page !== undefined && piece.text.trim() !== '') {
        laid.runs.push({ start: at, end, page: piece.page, rect: piece.rect })
      }
      if (piece.percent !== undefined) laid.confidence.push({ start: at, end, percent: piece.percent })
      if (piece.pending === true) extend(laid.pending, at, end)
      parts.push(piece.text)
      at = end
    }
    laid.paragraphs.push({ start, end: at, page: block.page, zone: block.zone, depth: block.depth })
  }
  laid.text = parts.join('')
  return laid
}
