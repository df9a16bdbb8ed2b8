import type { HiddenReason, Piece } from '../parsed.ts'
import { hiddenReason } from './run-visibility.ts'
import { type RunLook, runLook, type Styles } from './styles.ts'
import { child, type Element, elements, value } from './xml.ts'

/** What one paragraph's words turn into. `boxes` are text boxes anchored in it: paragraphs of their own. */
export type Inline = {
  pieces: Array<Piece>
  hidden: Array<{ text: string; reason: HiddenReason }>
  boxes: Array<Element>
  notes: Array<{ kind: 'footnote' | 'endnote'; id: string }>
  /** Every run that shows words is bold: a heading made by hand. */
  allBold: boolean
  /** Page the first words stand on. */
  page: number
}

/** Carried through the whole story: the page we are on, as far as Word left marks, and open fields. */
export type Cursor = { page: number; marked: boolean; fields: Array<'instruction' | 'result'> }

export type InlineSetting = { styles: Styles; look: RunLook; ground: string | undefined; cursor: Cursor }

type Change = 'inserted' | 'deleted' | undefined

// What Word itself understands in mc:Choice; everything newer falls back.
const understood = new Set(['wps', 'wpg', 'wpi', 'w14', 'w15', 'w16', 'wp14', 'a14', 'v'])

/** The branch of alternate content that Word shows. */
export function chosenBranch(alternate: Element): Element | undefined {
  const choice = elements(alternate).find(
    (branch) =>
      branch.name === 'mc:Choice' &&
      (branch.attributes.get('Requires') ?? '').split(/\s+/).every((prefix) => understood.has(prefix)),
  )
  return choice ?? child(alternate, 'mc:Fallback')
}

function symbol(element: Element): string {
  const code = Number.parseInt(value(element, 'w:char') ?? '', 16)
  // Symbol fonts use the private area; ticks and boxes of Wingdings decide whether an option is chosen.
  const known: Record<number, string> = { 61694: '☒', 61693: '☒', 61608: '☐', 61551: '☐', 61692: '✓', 61607: '▪' }
  if (Number.isNaN(code)) return ''
  return known[code] ?? (code >= 0xf000 && code <= 0xf0ff ? '•' : String.fromCodePoint(code))
}

function wordsIn(element: Element): string {
  const text = element.children.filter((part): part is string => typeof part === 'string').join('')
  // A fixed space reads as a space; a soft hyphen shows only where a line breaks.
  return text.replaceAll('\u00A0', ' ').replaceAll('\u00AD', '')
}

function contentOf(element: Element): string | undefined {
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
      return wordsIn(element)
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return value(element, 'w:type') === 'page' || value(element, 'w:type') === 'column' ? '' : '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym':
      return symbol(element)
    default:
      return undefined
  }
}

/** Walks the content of one paragraph. */
export function readInline(paragraph: Element, { styles, look, ground, cursor }: InlineSetting): Inline {
  const inline: Inline = { pieces: [], hidden: [], boxes: [], notes: [], allBold: true, page: cursor.page }

  function emit(text: string, run: RunLook, change: Change): void {
    if (text === '' || cursor.fields.includes('instruction')) return
    const reason = change === 'deleted' ? 'deleted' : hiddenReason(run, ground)
    if (reason !== undefined) {
      const last = inline.hidden.at(-1)
      if (last?.reason === reason) last.text += text
      else inline.hidden.push({ text, reason })
      return
    }
    if (inline.pieces.length === 0) inline.page = cursor.page
    if (text.trim() !== '' && run.bold !== true) inline.allBold = false
    const pending = change === 'inserted'
    const last = inline.pieces.at(-1)
    if (last !== undefined && (last.pending === true) === pending) last.text += text
    else inline.pieces.push(pending ? { text, pending } : { text })
  }

  function field(element: Element): void {
    const kind = value(element, 'w:fldCharType')
    if (kind === 'begin') cursor.fields.push('instruction')
    if (kind === 'separate' && cursor.fields.length > 0) cursor.fields[cursor.fields.length - 1] = 'result'
    if (kind === 'end') cursor.fields.pop()
  }

  function run(element: Element, change: Change): void {
    const properties = child(element, 'w:rPr')
    const own = { ...look, ...styles.character(value(child(properties, 'w:rStyle'))), ...runLook(properties) }
    runContent(element, own, change)
  }

  function runContent(element: Element, own: RunLook, change: Change): void {
    for (const part of elements(element)) {
      const text = contentOf(part)
      if (text !== undefined) emit(text, own, part.name === 'w:delText' ? 'deleted' : change)
      if (part.name === 'w:lastRenderedPageBreak') {
        cursor.page++
        cursor.marked = true
      }
      if (part.name === 'w:fldChar') field(part)
      if (part.name === 'w:footnoteReference') inline.notes.push({ kind: 'footnote', id: value(part, 'w:id') ?? '' })
      if (part.name === 'w:endnoteReference') inline.notes.push({ kind: 'endnote', id: value(part, 'w:id') ?? '' })
      if (part.name === 'w:drawing' || part.name === 'w:pict' || part.name === 'w:object') boxes(part)
      if (part.name === 'mc:AlternateContent') {
        const branch = chosenBranch(part)
        if (branch !== undefined) runContent(branch, own, change)
      }
    }
  }

  function boxes(element: Element): void {
    for (const part of elements(element)) {
      if (part.name === 'w:txbxContent') inline.boxes.push(part)
      else if (part.name === 'mc:AlternateContent') {
        const branch = chosenBranch(part)
        if (branch !== undefined) boxes(branch)
      } else boxes(part)
    }
  }

  function walk(element: Element, change: Change): void {
    for (const part of elements(element)) {
      if (part.name === 'w:r') run(part, change)
      else if (part.name === 'w:del' || part.name === 'w:moveFrom') walk(part, 'deleted')
      else if (part.name === 'w:ins' || part.name === 'w:moveTo') walk(part, change ?? 'inserted')
      else if (part.name === 'mc:AlternateContent') {
        const branch = chosenBranch(part)
        if (branch !== undefined) walk(branch, change)
      } else if (part.name === 'm:r') for (const math of elements(part)) emit(contentOf(math) ?? '', look, change)
      // Properties carry no words; everything else (links, fields, controls, tags) is a wrapper around runs.
      else if (!part.name.endsWith('Pr')) walk(part, change)
    }
  }

  walk(paragraph, undefined)
  return inline
}
