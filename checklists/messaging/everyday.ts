import { practiceNouns } from '#checklists/knowledge/clinical-specialties.ts'
import { commonWords } from '#checklists/knowledge/common-words.ts'
import { everydayWords } from '#checklists/knowledge/everyday-words.ts'
import { englishWords, functionWords, spanishWords } from '#checklists/knowledge/function-words.ts'
import { neutralModifiers, neutralNouns, neutralSpanish } from '#checklists/knowledge/neutral-words.ts'
import { singulars } from './word-forms.ts'

let everyday: Set<string> | undefined

function known(word: string): boolean {
  everyday ??= new Set(
    [
      everydayWords,
      englishWords,
      spanishWords,
      practiceNouns,
      neutralNouns,
      neutralSpanish,
      neutralModifiers,
      functionWords,
    ].flatMap((text) => text.split(/\s+/)),
  )
  return word !== '' && everyday.has(word)
}

let bits: Uint8Array | undefined

/** Whether a word is in the packed list of common English words; about one word in a hundred is taken for one. */
function isCommon(word: string): boolean {
  bits ??= Uint8Array.from(atob(commonWords.bits), (char) => char.charCodeAt(0))
  const size = bits.length * 8
  let one = 0x811c9dc5
  let two = 5381
  for (let at = 0; at < word.length; at += 1) {
    one = Math.imul(one ^ word.charCodeAt(at), 0x01000193)
    two = (Math.imul(two, 33) ^ word.charCodeAt(at)) >>> 0
  }
  for (let turn = 0; turn < commonWords.hashes; turn += 1) {
    const bit = (((one >>> 0) + Math.imul(turn, two | 1)) >>> 0) % size
    if ((bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false
  }
  return true
}

const suffix = /^(.{2,}?)(?:ings?|ed|ly|ers?|est|ors?|ive|ness|able|less|ful|ment|ish|ship)$/
const prefix = /^(?:un|re|over|out|non|dis|mis|under|in)(.{4,})$/

/** A word and what is left of it without its endings, likeliest first. */
function forms(word: string): Array<string> {
  const found = [word, ...singulars(word)]
  const stem = suffix.exec(word)?.[1]
  if (stem !== undefined) {
    found.push(stem, `${stem}e`)
    if (stem.at(-1) === 'i') found.push(`${stem.slice(0, -1)}y`)
    if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1))
  }
  const rest = prefix.exec(word)?.[1]
  if (rest !== undefined) found.push(rest)
  return found
}

/** Whether a folded word stands in a table of everyday words, as it is, in the singular or without its ending. */
export function isEveryday(word: string): boolean {
  return forms(word).some(known)
}

/** The same with the packed list of common English beside the tables: thousands of words, none that names care. */
export function isCommonEnglish(word: string): boolean {
  return forms(word).some((form) => known(form) || (form.length >= 4 && isCommon(form)))
}
