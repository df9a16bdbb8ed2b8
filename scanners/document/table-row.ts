import type { Piece } from './parsed.ts'

const textOf = (pieces: ReadonlyArray<Piece>) => pieces.map((piece) => piece.text).join('')

/** White space between two cells: a tab, but "Label:" and its value read as one line of a form. */
export function cellGap(before: string, cells: number): '\t' | ' ' {
  return cells === 2 && /:\s*$/.test(before) ? ' ' : '\t'
}

/** The cells of a row as the pieces of one paragraph. Line ends and tabs inside a cell would read as rows and cells. */
export function rowPieces(cells: ReadonlyArray<ReadonlyArray<Piece>>): Array<Piece> {
  return cells.flatMap((pieces, at): Array<Piece> => {
    const flat = pieces.map((piece) => ({ ...piece, text: piece.text.replace(/[\t\n]+/g, ' ') }))
    return at === 0 ? flat : [{ text: cellGap(textOf(cells[at - 1]!), cells.length) }, ...flat]
  })
}

/** The paragraphs of one cell as one run of pieces. */
export function cellPieces(paragraphs: ReadonlyArray<{ pieces: ReadonlyArray<Piece> }>): Array<Piece> {
  return paragraphs.flatMap(({ pieces }, at): Array<Piece> => [...(at === 0 ? [] : [{ text: ' ' }]), ...pieces])
}
