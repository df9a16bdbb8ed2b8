import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { carryOutAmendments } from './amended.ts'
import { columnsInOrder } from './columns.ts'
import { cutFurniture } from './furniture.ts'
import { type Mapped, replace, type Span } from './mapped.ts'
import { cutMarkup } from './markup.ts'
import { unscramble } from './recognition.ts'

export type CutReason = 'note' | 'struck' | 'checklist' | 'furniture'
export type Cut = Span & { why: CutReason }

/** The text as it is matched: marks folded, what does not count cut out; `cuts` says what and why. */
export type Shadow = { words: Mapped; cuts: ReadonlyArray<Cut>; inserted: ReadonlyArray<Span>; ocr: boolean }

const folded: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u2032': "'",
  '`': "'",
  '\u00B4': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2022': '-',
  '\u25CF': '-',
  '\u25AA': '-',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u00A7': 'section ',
  '\u2610': '[ ]',
  '\u2611': '[x]',
  '\u2612': '[x]',
}
const dropped = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/

/** What is not plain ASCII text; the runs between are copied as they are. */
const foreign = /[\r\f`\u0080-\uFFFF]/g

function foldCharacters(text: string): Mapped {
  const asRead: Mapped = { text, at: Int32Array.from({ length: text.length }, (_, offset) => offset) }
  const { text: words, at } = replace(asRead, foreign, ({ 0: character, index }) => {
    if (character === '\r' || character === '\f') return text[index + 1] === '\n' ? '' : '\n'
    if (dropped.test(character)) return ''
    if (character === '\u2028' || character === '\u2029' || character === '\u0085') return '\n'
    return folded[character] ?? (/\s/.test(character) ? ' ' : character.normalize('NFKC'))
  })
  return { text: narrow(words), at }
}

/**
 * The same text, one byte a character where that holds them all. Pieces of a text that had one wide mark stay wide in V8,
 * and each pattern is then compiled a second time and runs slower; its JSON reader keeps narrow what is narrow.
 */
function narrow(text: string): string {
  return /[^\0-\xFF]/.test(text) ? text : String(JSON.parse(JSON.stringify(text)))
}

/** Words broken over a line end, and sentences broken over a page end, made whole. */
function mend(words: Mapped): Mapped {
  const joined = replace(words, /([A-Za-z]{2,})-[ \t]*\n\s*([a-z]+[.,;:)]?)[ \t]*/g, (match) =>
    /^(and|or|to|of|in)$/.test(match[2]!) ? undefined : `${match[1]}${match[2]}\n`,
  )
  return replace(joined, /([a-z0-9,'"])[ \t]*\n[ \t]*\n\s*(?=[a-z]{2,})/g, (match) => `${match[1]}\n`)
}

/**
 * From evidence to the shadow that is matched. Canonical text stays as read; quotes are cut from it by offset.
 */
export function foldDocument(document: DocumentEvidence): Shadow {
  const cuts: Array<Cut> = []
  const inserted: Array<Span> = [
    ...document.paragraphs.filter(({ zone }) => zone === 'inserted'),
    ...(document.pending ?? []),
  ]
  let words = foldCharacters(document.text)
  const outside = document.paragraphs.filter(({ zone }) => zone === 'header' || zone === 'footer')
  words = cutFurniture(words, cuts, outside)
  words = columnsInOrder(words)
  words = cutMarkup(words, cuts, inserted)
  words = carryOutAmendments(words, cuts)
  words = mend(words)
  const before = words.text
  words = unscramble(words)
  return { words, cuts, inserted, ocr: document.file.ocr || (words.text !== before && words.text.length > 0) }
}
