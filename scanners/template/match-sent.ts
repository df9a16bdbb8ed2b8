import { readMergeFields } from './merge-fields.ts'

/** A value without a space may be a link; one with spaces is a name, a date or a place. */
const longestWords = 80
const longestLink = 500

/** So many letters of its own a template needs, else it would fit anything. */
const fewestLetters = 12

/** A text as it is compared: one blank between words, one spelling of an accent. */
export const comparable = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** The fixed parts of a template, in order; fields and what was masked in it stand between them. */
function fixedParts(template: string): Array<string> {
  const text = comparable(template)
  const parts: Array<string> = []
  let from = 0
  for (const { start, end, certain } of readMergeFields(text)) {
    if (!certain) continue
    parts.push(text.slice(from, start))
    from = end
  }
  return [...parts, text.slice(from)]
}

function fits(value: string): boolean {
  return value.length <= longestWords || (value.length <= longestLink && !value.trim().includes(' '))
}

/**
 * Whether a sent text, made comparable, is this template with its fields filled in. Words added or changed outside a field do not fit.
 * Linear: each fixed part is looked for once, after the one before.
 */
export function isFilledFrom(template: string): (comparable: string) => boolean {
  const [first = '', ...rest] = fixedParts(template)
  const last = rest.pop()
  const letters = [first, ...rest, last ?? ''].join('').replace(/[^\p{L}]/gu, '').length
  return (text) => {
    if (last === undefined) return text === first
    if (letters < fewestLetters || !text.startsWith(first) || !text.endsWith(last)) return false
    let at = first.length
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found < 0 || !fits(text.slice(at, found))) return false
      at = found + part.length
    }
    const end = text.length - last.length
    return end >= at && fits(text.slice(at, end))
  }
}
