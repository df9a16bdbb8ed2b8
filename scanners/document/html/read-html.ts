import { load } from 'cheerio'
import { ScanProblem } from '../../problem.ts'
import { assemble } from '../assemble.ts'
import { decodeText } from '../decode.ts'
import { limits } from '../limits.ts'
import type { Block, Hidden, ParsedDocument, Piece, Zone } from '../parsed.ts'
import { cellPieces, rowPieces } from '../table-row.ts'
import { hiddenTextWarnings, warning } from '../warnings.ts'
import { firstLook, type Look, lookInside, unseen } from './look.ts'
import type { Element, PageNode } from './nodes.ts'
import { readSheets, type SheetStyles } from './style-sheet.ts'

const blockTags = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2
  h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
)
/** Never words of the page, hidden or not. */
const machinery = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'audio',
  'video',
])
const proseParagraphs = 3
const proseCharacters = 400
/** Shorter comments are marks of the program that wrote the page. */
const wordyComment = /(?:\p{L}+\s+){4}/u

type Reading = { blocks: Array<Block>; hidden: Array<Hidden>; sheets: SheetStyles; tables: number }
type Place = { zone: Zone; depth: number; look: Look; level: number }

function isElement(node: PageNode): node is Element {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style'
}

function roman(number: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'][Math.floor(number / 10) % 10]!
  return tens + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]!
}

/** The mark a browser shows before a list item. */
function itemMark(item: Element): string {
  const list = item.parent as Element | null
  if (list?.name !== 'ol') return '• '
  const items = list.children.filter((child): child is Element => isElement(child) && child.name === 'li')
  let number = Number.parseInt(list.attribs.start ?? '1', 10)
  for (const sibling of items) {
    const own = Number.parseInt(sibling.attribs.value ?? '', 10)
    if (!Number.isNaN(own)) number = own
    if (sibling === item) break
    number++
  }
  const letter = String.fromCharCode(97 + ((number - 1 + 26) % 26))
  const marks: Record<string, string> = {
    a: letter,
    A: letter.toUpperCase(),
    i: roman(number),
    I: roman(number).toUpperCase(),
  }
  return `${marks[list.attribs.type ?? ''] ?? number}. `
}

/** What a form control shows. */
function controlText(element: Element): string | undefined {
  const { name, attribs } = element
  if (name !== 'input') return name === 'br' ? '\n' : undefined
  if (attribs.type === 'checkbox' || attribs.type === 'radio') return 'checked' in attribs ? '[x] ' : '[ ] '
  return attribs.type === 'hidden' ? undefined : (attribs.value ?? '')
}

function zoneOf(name: string, outer: Zone): Zone {
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (name === 'li') return 'list'
  return outer
}

function shownText(text: string, { keeps }: Look): string {
  if (text === '\n') return text
  const plain = text.replaceAll('\u00A0', ' ')
  if (keeps === 'everything') return plain
  return keeps === 'lines' ? plain.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n') : plain.replace(/\s+/g, ' ')
}

function add(reading: Reading, block: Block | undefined, text: string, place: Place): void {
  const reason = unseen(place.look)
  if (reason !== undefined) {
    const words = text.replace(/\s+/g, ' ').trim()
    const last = reading.hidden.at(-1)
    if (words === '') return
    if (last?.reason === reason) last.text += ` ${words}`
    else reading.hidden.push({ text: words, reason, page: null })
    return
  }
  const shown = shownText(text, place.look)
  const pieces = block!.pieces
  const before = pieces.at(-1)
  const piece: Piece = { text: shown.replaceAll('\u00AD', ''), ...(place.look.pending ? { pending: true } : {}) }
  if (place.look.keeps === 'nothing' && before !== undefined && /\s$/.test(before.text))
    piece.text = piece.text.replace(/^ /, '')
  // White space before a line break is not shown.
  if (shown === '\n' && before !== undefined) before.text = before.text.replace(/ $/, '')
  pieces.push(piece)
}

function open(reading: Reading, place: Place): Block {
  const block: Block = { zone: place.zone, depth: place.depth, page: null, pieces: [] }
  reading.blocks.push(block)
  return block
}

function row(reading: Reading, element: Element, place: Place): void {
  const cells = element.children.filter((child): child is Element => isElement(child) && /^t[dh]$/.test(child.name))
  const read = cells.map((cell) => {
    const inner: Reading = { ...reading, blocks: [] }
    inside(
      inner,
      cell,
      { ...place, zone: 'body', look: lookInside(cell, place.look, reading.sheets) },
      open(inner, place),
    )
    reading.tables = inner.tables
    return inner.blocks.filter((block) => words(block).trim() !== '')
  })
  const prose = (blocks: Array<Block>) =>
    blocks.length >= proseParagraphs && blocks.map(words).join('').length > proseCharacters
  if (cells.length === 1 || read.some(prose)) {
    reading.blocks.push(...read.flat())
    return
  }
  const pieces = rowPieces(read.map(cellPieces))
  reading.blocks.push({ zone: 'table', depth: 0, page: null, pieces, table: reading.tables })
}

function words(block: Block): string {
  return block.pieces.map((piece) => piece.text).join('')
}

/** Reads the children of `element` into `block`, opening further blocks as the page does. */
function inside(reading: Reading, element: Element, place: Place, first: Block): void {
  if (place.level > limits.xmlDepth) throw new ScanProblem('unsafe-document', 'it is nested too deep')
  let block = first
  for (const node of element.children) {
    if (node.type === 'text') add(reading, block, node.data, place)
    if (node.type === 'comment' && wordyComment.test(node.data)) {
      reading.hidden.push({ text: node.data.replace(/\s+/g, ' ').trim(), reason: 'hidden', page: null })
    }
    if (!isElement(node) || machinery.has(node.name)) continue
    const look = lookInside(node, place.look, reading.sheets)
    const inner: Place = { ...place, look, zone: zoneOf(node.name, place.zone), level: place.level + 1 }
    if (node.name === 'ol' || node.name === 'ul') inner.depth = place.zone === 'list' ? place.depth + 1 : 0
    const control = controlText(node)
    if (control !== undefined) add(reading, block, control, inner)
    else if (node.name === 'option' && !('selected' in node.attribs)) continue
    else if (node.name === 'tr') row(reading, node, inner)
    else if (blockTags.has(node.name)) {
      if (node.name === 'table') reading.tables++
      const opened = open(reading, inner)
      if (node.name === 'li') add(reading, opened, itemMark(node), inner)
      inside(reading, node, inner, opened)
      block = open(reading, place)
    } else inside(reading, node, inner, block)
  }
}

function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  if (named === undefined || /^utf-?8$/i.test(named)) return decodeText(bytes)
  try {
    return new TextDecoder(named).decode(bytes)
  } catch (error) {
    // An encoding nobody knows: read it as if none were named.
    if (error instanceof RangeError) return decodeText(bytes)
    throw error
  }
}

/** The tree builder's time grows with the square of the depth, so depth is judged before it starts. */
function refuseDepth(html: string): void {
  let depth = 0
  for (const [, close] of html.matchAll(
    /<(\/?)(?:div|span|table|t[rdh]|section|font|b|i|u|[ou]l|blockquote|center)\b/gi,
  )) {
    depth = Math.max(0, depth + (close === '' ? 1 : -1))
    if (depth > limits.xmlDepth * 4) throw new ScanProblem('unsafe-document', 'it is nested too deep')
  }
}

/** Reads a saved web page: the words its printed page shows. Nothing is fetched and no script runs. */
export function readHtml(bytes: Uint8Array): ParsedDocument {
  const html = decodeHtml(bytes)
  refuseDepth(html)
  const $ = load(html)
  const reading: Reading = { blocks: [], hidden: [], sheets: readSheets($), tables: 0 }
  const [root] = $('html').toArray() as Array<Element>
  if (root === undefined) throw new ScanProblem('unreadable-document')
  const place: Place = {
    zone: 'body',
    depth: 0,
    look: lookInside(root, firstLook, reading.sheets),
    level: 0,
  }
  inside(reading, root, place, open(reading, place))
  const laid = assemble(reading.blocks)
  const scripts = $('script').length
  return {
    ...laid,
    hidden: reading.hidden,
    unreadPages: [],
    warnings: [
      ...hiddenTextWarnings(reading.hidden),
      ...(scripts > 0
        ? [warning('scripts', 'The page holds scripts. They were not run; text they would add is not read.')]
        : []),
    ],
    pages: null,
    ocr: false,
  }
}
