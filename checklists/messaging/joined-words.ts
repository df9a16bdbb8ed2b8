import { gap, type Word } from '#scanners/template/reading.ts'
import { guessSense, lexicon, sense, step, vocabulary } from './lexicon.ts'

/**
 * Undoes two ways of hiding a word from its spaces: letters set apart ("b i o p s y", "M.R.I.") and words run
 * together in an address ("kneereplacement").
 */
export function joinWords(words: ReadonlyArray<Word>): ReadonlyArray<Word> {
  let changed: Array<Word> | undefined
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (word.norm.length === 1) {
      const to = runOfLetters(words, at)
      if (to - at >= 3) {
        changed ??= words.slice(0, at)
        changed.push(...fromLetters(words.slice(at, to)))
        at = to - 1
        continue
      }
    } else if (word.place === 'link' && word.norm.length >= 7 && step(lexicon().root, word.norm) === undefined) {
      const parts = segment(word.norm, 3)
      if (parts?.some((part) => part.length >= 3 && isTelling(part))) {
        changed ??= words.slice(0, at)
        changed.push(...cut(word, parts))
        continue
      }
    }
    changed?.push(word)
  }
  return changed ?? words
}

function isTelling(part: string): boolean {
  const node = step(lexicon().root, part)
  return node !== undefined && (node.sense & (sense.strong | sense.body | sense.context | sense.specialty)) !== 0
}

function runOfLetters(words: ReadonlyArray<Word>, from: number): number {
  let to = from + 1
  while (
    to < words.length &&
    words[to]!.norm.length === 1 &&
    (words[to]!.gap <= gap.hyphen || (words[to]!.gap === gap.comma && /^[-.]$/.test(words[to - 1]!.after))) &&
    words[to]!.place === words[from]!.place
  )
    to += 1
  return to
}

/** Cuts a letter run into words of the lexicon, longest first from the left; undefined when it cannot be cut. */
function segment(letters: string, shortest: number): Array<string> | undefined {
  const words = vocabulary()
  const best: Array<Array<string> | undefined> = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - 24); start <= end - shortest; start += 1) {
      const before = best[start]
      const part = letters.slice(start, end)
      if (before === undefined || !(words.has(part) || (part.length > 3 && words.has(part.replace(/s$/, ''))))) continue
      if (best[end] === undefined || before.length + 1 < best[end]!.length) best[end] = [...before, part]
    }
  }
  return best[letters.length]
}

/** "fluoridevarnish": one part is known, the rest is what stands around it. */
function aroundTerm(letters: string): Array<string> | undefined {
  for (let length = Math.min(20, letters.length); length >= 4; length -= 1) {
    for (let from = 0; from + length <= letters.length; from += 1) {
      const part = letters.slice(from, from + length)
      if (isTelling(part))
        return [letters.slice(0, from), part, letters.slice(from + length)].filter((piece) => piece !== '')
    }
  }
  return undefined
}

function fromLetters(letters: ReadonlyArray<Word>): Array<Word> {
  const whole = letters.map((word) => word.norm).join('')
  if (whole.length > 60) return [...letters]
  const first = letters[0]!
  const last = letters.at(-1)!
  const direct = step(lexicon().root, whole)
  if (direct !== undefined && direct.sense !== 0)
    return [
      { ...first, norm: whole, end: last.end, upper: first.capital, after: last.after, fieldAfter: last.fieldAfter },
    ]
  const parts = guessSense(whole, false) === 0 ? (segment(whole, 1) ?? aroundTerm(whole)) : undefined
  if (parts === undefined || !parts.some((part) => part.length > 2)) {
    return [
      { ...first, norm: whole, end: last.end, upper: first.capital, after: last.after, fieldAfter: last.fieldAfter },
    ]
  }
  const found: Array<Word> = []
  let at = 0
  for (const part of parts) {
    const from = letters[at]!
    const to = letters[at + part.length - 1]!
    found.push({
      ...from,
      norm: part,
      end: to.end,
      gap: at === 0 ? from.gap : gap.space,
      upper: false,
      after: to.after,
      fieldAfter: to.fieldAfter,
    })
    at += part.length
  }
  return found
}

function cut(word: Word, parts: ReadonlyArray<string>): Array<Word> {
  // Inside an address nothing is folded away, so letters and offsets go in step.
  const plain = word.end - word.start === word.norm.length
  let at = word.start
  return parts.map((part, index) => {
    const piece = {
      ...word,
      norm: part,
      start: plain ? at : word.start,
      end: plain ? at + part.length : word.end,
      gap: index === 0 ? word.gap : gap.hyphen,
    }
    at += part.length
    return piece
  })
}
