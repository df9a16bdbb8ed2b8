import type { Block, Hidden, HiddenReason, Piece, Zone } from '../parsed.ts'
import { cellPieces, rowPieces } from '../table-row.ts'
import type { Numbering } from './numbering.ts'
import { type Cursor, chosenBranch, type Inline, readInline } from './runs.ts'
import { type ParagraphLook, paragraphLook, runLook, type Style, type Styles, shadeOf } from './styles.ts'
import { child, type Element, elements } from './xml.ts'

/** A body, header, footnote or text box, read from top to bottom. */
export type Story = { blocks: Array<Block>; hidden: Array<Hidden>; notes: Inline['notes'] }

export type StorySetting = {
  styles: Styles
  numbering: Numbering
  cursor: Cursor
  /** Zone of every paragraph, for headers, footers and notes; the body finds its own. */
  zone?: Zone
  tables: { count: number }
}

const twipsPerStep = 360
const longestHeading = 110
/** A cell with this many paragraphs and characters is a column of prose, not a value. */
const proseParagraphs = 3
const proseCharacters = 400

const wordsOf = (pieces: ReadonlyArray<Piece>) => pieces.map((piece) => piece.text).join('')

/** Reads block content: paragraphs, tables, controls. `ground` is the shading of the cell around. */
export function readStory(container: Element, setting: StorySetting, ground?: string): Story {
  const story: Story = { blocks: [], hidden: [], notes: [] }
  const { styles, cursor } = setting
  // A paragraph whose mark is deleted runs on into the next one.
  let open: Block | undefined

  function hide(text: string, reason: HiddenReason): void {
    if (text.trim() !== '') story.hidden.push({ text: text.trim(), reason, page: pageNow() })
  }

  function pageNow(page = cursor.page): number | null {
    return cursor.marked ? page : null
  }

  function include(inner: Story): void {
    story.blocks.push(...inner.blocks)
    story.hidden.push(...inner.hidden)
    story.notes.push(...inner.notes)
  }

  function paragraph(element: Element): void {
    const properties = child(element, 'w:pPr')
    const direct = paragraphLook(properties)
    const style = styles.paragraph(direct.style)
    const look: ParagraphLook = { ...style.paragraph, ...direct }
    const inline = readInline(element, { styles, look: style.run, ground: look.shade ?? ground, cursor })
    for (const { text, reason } of inline.hidden) hide(text, reason)
    story.notes.push(...inline.notes)
    const mark = child(properties, 'w:rPr')
    const label = labelOf(look, inline, runLook(mark).vanish === true)
    const words = wordsOf(inline.pieces)
    if (words.trim() !== '' || label.trim() !== '') place(words, label, inline, look, style)
    if (child(mark, 'w:del') === undefined) open = undefined
    for (const box of inline.boxes) include(readStory(box, { ...setting }, ground))
  }

  /** Word numbers a paragraph that shows any mark; one that is deleted as a whole gets no number to read. */
  function labelOf(look: ParagraphLook, inline: Inline, markHidden: boolean): string {
    if (look.numId === undefined || look.numId === '0') return ''
    const onlyHidden = wordsOf(inline.pieces).trim() === '' && (inline.hidden.length > 0 || markHidden)
    const empty = wordsOf(inline.pieces).trim() === '' && inline.hidden.length === 0
    if (onlyHidden || empty) return ''
    return `${setting.numbering.label(look.numId, look.level ?? 0)} `
  }

  function place(words: string, label: string, inline: Inline, look: ParagraphLook, style: Style): void {
    if (open !== undefined) {
      open.pieces.push(...inline.pieces)
      return
    }
    const inserted = inline.pieces.every((piece) => piece.pending === true || piece.text.trim() === '')
    const zone =
      setting.zone ?? (inserted && words.trim() !== '' ? 'inserted' : zoneOf(label + words, look, style, inline))
    const pieces = label.trim() === '' ? inline.pieces : [{ text: label }, ...inline.pieces]
    const steps = look.indentTwips === undefined ? 0 : Math.round(look.indentTwips / twipsPerStep)
    const depth = look.numId === undefined ? Math.max(0, Math.min(8, steps)) : (look.level ?? 0)
    open = { zone, depth, page: pageNow(inline.page), pieces }
    story.blocks.push(open)
  }

  function zoneOf(text: string, look: ParagraphLook, style: Style, inline: Inline): Zone {
    const short = text.length < longestHeading && !/[;:,]$/.test(text.trim())
    const capitals = /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
    const titled = look.heading === true || /^(?:heading|title|subtitle)\b/i.test(style.name)
    if (short && (titled || capitals || (inline.allBold && !/\.$/.test(text.trim())))) return 'heading'
    return look.numId === undefined ? 'body' : 'list'
  }

  function table(element: Element): void {
    open = undefined
    setting.tables.count++
    const number = setting.tables.count
    const rows = rowsOf(element)
    for (const row of rows) {
      const properties = child(row, 'w:trPr')
      const cells = elements(row).flatMap((cell) => (cell.name === 'w:tc' ? [cell] : cellsInside(cell)))
      const read = cells.map((cell) => readStory(cell, setting, shadeOf(child(cell, 'w:tcPr')) ?? ground))
      for (const cell of read) {
        story.hidden.push(...cell.hidden)
        story.notes.push(...cell.notes)
      }
      if (child(properties, 'w:del') !== undefined) {
        hide(read.flatMap((cell) => cell.blocks.map((block) => wordsOf(block.pieces))).join(' '), 'deleted')
      } else if (cells.length === 1 || read.some(isProse)) {
        for (const cell of read) story.blocks.push(...cell.blocks)
      } else story.blocks.push(rowBlock(read, number))
    }
  }

  function isProse({ blocks }: Story): boolean {
    const characters = blocks.reduce((sum, block) => sum + wordsOf(block.pieces).length, 0)
    return blocks.length >= proseParagraphs && characters > proseCharacters
  }

  function rowBlock(cells: ReadonlyArray<Story>, number: number): Block {
    const pieces = rowPieces(cells.map((cell) => cellPieces(cell.blocks)))
    const page = cells.find((cell) => cell.blocks.length > 0)?.blocks[0]?.page ?? null
    return { zone: setting.zone ?? 'table', depth: 0, page, pieces, table: number }
  }

  function walk(element: Element): void {
    for (const part of elements(element)) {
      if (part.name === 'w:p') paragraph(part)
      else if (part.name === 'w:tbl') table(part)
      else if (part.name === 'mc:AlternateContent') {
        const branch = chosenBranch(part)
        if (branch !== undefined) walk(branch)
      } else if (!part.name.endsWith('Pr')) walk(part)
    }
  }

  walk(container)
  return story
}

function rowsOf(table: Element): Array<Element> {
  return elements(table).flatMap((part) => {
    if (part.name === 'w:tr') return [part]
    return part.name === 'w:sdt' || part.name === 'w:sdtContent' || part.name === 'w:customXml' ? rowsOf(part) : []
  })
}

function cellsInside(wrapper: Element): Array<Element> {
  return elements(wrapper).flatMap((part) => (part.name === 'w:tc' ? [part] : cellsInside(part)))
}
