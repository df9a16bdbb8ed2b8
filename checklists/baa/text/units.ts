import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { numberWord } from '../lexicon/number-words.ts'
import { join, type Mapped, made, replace, slice, spanOf, trim } from './mapped.ts'

export type UnitKind = 'text' | 'heading' | 'row' | 'entry' | 'signature'

/** One block of the text: a paragraph, list item, heading, table row, "Label: value" entry or signature line. */
export type Unit = {
  kind: UnitKind
  words: Mapped
  /** Number or letter it carries: "4.2", "(a)". */
  marker: string
  /** Nesting by kind of marker and indent; larger is deeper. */
  depth: number
  cells: ReadonlyArray<Mapped>
  /** Heading above it, or the short title at its own beginning. */
  topic: Mapped
}

type Line = { words: Mapped; breaksBefore: boolean }

const markerPattern =
  /^(\s*)((?:(?:section|article|part|clause)\s+)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[A-Za-z]?|[a-zA-Z]{1,2}(?:[-.]\d{1,2}(?:\.\d{1,2})?)?|[ivxIVX]{1,5}|[l1I])[.):](?=\s)|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})\)(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|\d{1,2}(?=\s{2,})|[A-Z]\.?-?\d{1,2}(?:\.\d{1,2})?[.:]?(?=\s)|[-*#]{1,4}(?=\s)|o(?=\s{2,}))|(?:section|article|part|clause)\s+(?:\d{1,2}|[ivxlIVXL]{1,5}|[a-zA-Z])\b[.:]?(?=\s*(?:$|[-.:A-Z])))\s*[-:.]?\s*/i
const signatureLine =
  /\/s\/|_{5,}|^\s*(by|signed|signature|name|title|its)\s*:\s*(\S.*)?$|^\s*x_{3,}|\bduly authorized\b.{0,40}$|^\s*(accepted|agreed|executed|signed)\b.{0,60}:\s*$/i
const entryLine = /^\s*\**([A-Z][A-Za-z0-9 /&'().-]{1,48}?)\**\s*(?:\.{4,}|:\s)\s*\**\s*(\S.*)$/
const verb = /\b(shall|will|must|may|agrees?|is|are|has|have|means|was|were|can|won't|would)\b/i
const acronymEnd = /\b(inc|llc|llp|corp|co|ltd|p\.?c|pllc|pa|n\.a)\.?$/i

function depthOf(indent: number, marker: string): number {
  const rank = /^[-*]/.test(marker)
    ? 4
    : /^#|^(section|article|part)/i.test(marker)
      ? 1
      : /^\(?[a-z]{1,2}[.)]/.test(marker) || /^\([a-z0-9]+\)/i.test(marker)
        ? 3
        : /\.\d/.test(marker)
          ? 2
          : marker === ''
            ? 0
            : 1
  return rank * 10 + Math.min(indent, 9)
}

function linesOf(words: Mapped, document: DocumentEvidence): Array<Line> {
  const own = document.file.format === 'txt' || document.file.format === 'paste'
  const starts = new Set(own ? [] : document.paragraphs.map(({ start }) => start))
  const lines: Array<Line> = []
  let offset = 0
  for (const text of words.text.split('\n')) {
    const line = slice(words, offset, offset + text.length)
    const first = spanOf(trim(line))
    lines.push({ words: line, breaksBefore: first !== null && starts.has(first.start) })
    offset += text.length + 1
  }
  return lines
}

/** "CANTO TWO: WHAT THE HOST SHALL DO", "PART C. DUTIES": capitals behind the name of a chapter, or a question in capitals. */
const chapterHeading =
  /^(?:(?:CANTO|PART|ARTICLE|SECTION|CHAPTER|TITLE|BOOK|SCHEDULE|ANNEX|APPENDIX|EXHIBIT|ATTACHMENT) [A-Z0-9]{1,8}\s*[:.-]\s*[A-Z][^a-z]*|(?:WHAT|HOW|WHEN|WHO) [^a-z.;:]*)$/

export function isHeading(text: string): boolean {
  const bare = text
    .trim()
    .replace(/^#+\s*/, '')
    .replace(markerPattern, '')
  if (bare.length < 2 || bare.length > 90) return false
  if (chapterHeading.test(bare)) return true
  if (/[.;,]$/.test(bare) && !/^[A-Z][^a-z]*\.$/.test(bare) && bare.split(/\s+/).length > 6) return false
  if (
    /\?$/.test(bare) ||
    (/^(?:Who|What|When|How|Why|Where|Which)\b[^.:;,]*$/.test(bare) && bare.split(/\s+/).length <= 9)
  )
    return true
  if (/[:;,]$/.test(bare) || /[a-z]\.$/.test(bare)) return false
  if (
    bare === bare.toUpperCase() &&
    /[A-Z]/.test(bare) &&
    !/\b(SHALL|WILL|MAY|MUST|CAN|AGREES?|IS|ARE|HAS|DOES|NOT|PROMISES|REQUIRES|UNLESS|EXCEPT|LETS|KEEPS)\b/.test(bare)
  )
    return true
  return !verb.test(bare) && bare.split(/\s+/).length <= 9 && /^[A-Z0-9"(]/.test(bare)
}

/** Whether a line goes on where the one before stopped. */
function continues(previous: string, line: string, width: number): boolean {
  const before = previous.trimEnd()
  // A line that ends with a small word, or that fills a hard-wrapped column, goes on.
  if (
    /\b(?:and|or|of|to|the|with|in|by|for|an?|any|each|that|which|such|as|at|from|on|shall|will|may|not)$/i.test(before)
  )
    return true
  if (width > 0 && before.length >= width - 12 && !/[.:?!;]$/.test(before) && /[a-z]/.test(before)) return true
  // "…within thirty" / "(30) days …": a number, not a list mark.
  if (amountEnd.test(before) && /^\s*\(/.test(line)) return true
  if (/^\s*[a-z(]/.test(line) && !/[.:?!]$/.test(before)) return true
  if (before.length > 110 || /[?]$/.test(before)) return false
  if (isHeading(before) && before.length < 60) return false
  return before.length >= 40 || (/[a-z,]$/.test(before) && before.length >= 25 && !acronymEnd.test(before))
}

/**
 * "…as Section" / "3.3(d) says", "…within thirty" / "(30) days", a full line without a stop / "1.2 or later": what looks
 * like a list mark is the sentence going on.
 */
function isReference(previous: string, line: string, width: number): boolean {
  const before = previous.trimEnd()
  if (/(?:\b(?:sections?|articles?|parts?|subparts?|paragraphs?|exhibits?|clauses?|cfr|c\.f\.r\.)|§)$/i.test(before)) {
    return !isHeading(before)
  }
  if (amountEnd.test(before) && /^\s*\(/.test(line)) return true
  const full = width > 0 && before.length >= width - 12
  return full && /[a-z0-9]$/i.test(before) && !/\b(?:and|or)$/.test(before) && !isHeading(before)
}

function cellsOf(line: Mapped): Array<Mapped> | null {
  const { text } = line
  const mark = /\t/.test(text.trim())
    ? '\t'
    : (text.match(/\|/g)?.length ?? 0) >= 2 || /^\s*\||\S \| \S/.test(text)
      ? '|'
      : null
  if (mark === null) return null
  const cells: Array<Mapped> = []
  let offset = 0
  for (const part of text.split(mark)) {
    cells.push(trim(slice(line, offset, offset + part.length)))
    offset += part.length + 1
  }
  if (mark === '|') {
    if (cells[0]?.text === '') cells.shift()
    if (cells.at(-1)?.text === '') cells.pop()
  }
  return cells
}

const bars = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => index).join()

/**
 * "|            | that these terms do not provide for |": the second line of a cell. In a box of fixed width a row also
 * goes on where each of its cells could not have found room on the line above.
 */
function goesOn(cells: ReadonlyArray<Mapped>, head: Unit, previous: string, line: string): boolean {
  if (cells.length !== head.cells.length || cells.length < 2 || /^[\s|:+=-]+$/.test(previous)) return false
  const filled = cells.filter(({ text }) => text !== '')
  if (filled.length === 0) return false
  if (cells[0]!.text === '') return true
  if (bars(previous) !== bars(line) || !/^\s*\|/.test(line)) return false
  const above = previous.split('|').slice(1, -1)
  return cells.every(({ text }, index) => {
    const room = (above[index] ?? '').length - 1
    const before = (above[index] ?? '').trim()
    return text === '' || (before !== '' && before.length + 1 + text.split(' ')[0]!.length >= room)
  })
}

const amountEnd = new RegExp(`${numberWord}$`, 'i')

const plainText = (words: Mapped) => replace(replace(words, /\*\*|__(?=\w)|(?<=\w)__/g, ''), /[ \n]+/g, ' ')

/** Splits the shadow into units; line wraps are undone, list items and headings stand alone. */
export function unitsOf(words: Mapped, document: DocumentEvidence): Array<Unit> {
  const units: Array<Unit> = []
  let open: Array<Mapped> = []
  let openIndent = 0
  let topic = made('')
  const close = () => {
    if (open.length === 0) return
    const raw = markerPattern.exec(open[0]!.text)
    const whole = trim(
      plainText(raw === null ? join(open, '\n') : join([slice(open[0]!, raw[0].length), ...open.slice(1)], '\n')),
    )
    open = []
    if (whole.text === '') return
    const marker = raw?.[2]?.trim() ?? ''
    const body = whole
    const depth = depthOf(openIndent, marker)
    const entry = entryLine.exec(body.text)
    const form =
      entry !== null &&
      !/^(?:exhibit|schedule|annex|appendix|attachment)\b/i.test(entry[1]!) &&
      !chapterHeading.test(body.text) &&
      !entry.slice(1).some((part) => verb.test(part)) &&
      entry[2]!.length < (/\.{4,}/.test(body.text) ? 200 : 90) &&
      !/[.;]$/.test(entry[2]!)
    const only = !form && isHeading(body.text) && !/\[(reserved|intentionally|omitted)/i.test(body.text)
    if (only) topic = body
    if (form) {
      const [label, value] = [entry[1]!, entry[2]!]
      const from = body.text.indexOf(label)
      const cells = [slice(body, from, from + label.length), trim(slice(body, body.text.lastIndexOf(value)))]
      units.push({ kind: 'entry', words: body, marker, depth, cells, topic })
      return
    }
    units.push({ kind: only ? 'heading' : 'text', words: body, marker, depth, cells: [], topic })
  }
  let previous = ''
  const width = columnOf(words.text)
  for (const line of linesOf(words, document)) {
    const { text } = line.words
    const cells = cellsOf(line.words)
    if (text.trim() === '') close()
    else if (cells !== null) {
      close()
      const ruled = /^[\s|:+=-]+$/.test(text)
      const head = units.at(-1)
      // A row whose first cell is empty goes on with the row above.
      if (!ruled && head?.kind === 'row' && goesOn(cells, head, previous, text)) {
        head.cells = head.cells.map((cell, index) =>
          cells[index]!.text === '' ? cell : cell.text === '' ? cells[index]! : join([cell, cells[index]!], ' '),
        )
        head.words = join([head.words, trim(line.words)], '\n')
        previous = text
        continue
      }
      // A rule below a row makes that row the title of a new table.
      if (ruled && head?.kind === 'row') head.marker = 'header'
      if (!ruled) units.push({ kind: 'row', words: trim(line.words), marker: '', depth: 0, cells, topic })
    } else if (signatureLine.test(text) && !/\b(shall|will|must)\b/i.test(text)) {
      close()
      units.push({ kind: 'signature', words: trim(line.words), marker: '', depth: 0, cells: [], topic })
    } else {
      const starts =
        line.breaksBefore ||
        (markerPattern.test(text) && !isReference(previous, text, width)) ||
        wideEntry(text) ||
        wideEntry(previous)
      if (open.length > 0 && (starts || !continues(previous, text, width))) close()
      if (open.length === 0) openIndent = text.length - text.trimStart().length
      open.push(line.words)
    }
    previous = text
  }
  close()
  return units
}

/** No editor wraps beyond this; longer lines are whole paragraphs. */
const widestColumn = 160

/** The column at which lines are broken, which nine of ten longer lines do not pass; 0 where a line is a paragraph. */
function columnOf(text: string): number {
  const lengths = text
    .split('\n')
    .map((line) => line.trimEnd().length)
    .filter((length) => length > 30)
    .sort((a, b) => a - b)
  const column = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  if (column <= 100) return column
  // A wide column is told from long paragraphs by its lines: most are full, and none is much longer.
  const full = lengths.filter((length) => length >= column - 15).length
  const wrapped = column <= widestColumn && (lengths.at(-1) ?? 0) <= column + 8 && full >= lengths.length / 3
  return wrapped ? column : 0
}

/** "Effective Date:        February 1, 2025": a form line, not a sentence. */
function wideEntry(text: string): boolean {
  return /^\s*[A-Z][\w /&'().-]{1,40}(?::\s{3,}|\s*\.{4,}\s*)\S/.test(text)
}
