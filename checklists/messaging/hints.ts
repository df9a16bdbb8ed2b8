import { plainAbbreviations, plainContext } from '#checklists/knowledge/plain-hints.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import type { Marks, Stretch } from './clinical-hits.ts'
import { isEveryday } from './everyday.ts'
import { sense } from './lexicon.ts'

const table = (text: string): Set<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))
const abbreviations = table(plainAbbreviations)
const plain = table(plainContext)

/** "MS", "FOLFOX": capitals of no table, which outreach has no need of. A sender's own initials are none. */
function isStrangeAbbreviation(words: ReadonlyArray<Word>, at: number): boolean {
  const word = words[at]!
  if (!word.upper || !/^[a-z]{2,8}$/.test(word.norm) || abbreviations.has(word.norm) || isEveryday(word.norm))
    return false
  const next = words[at + 1]
  const prefix = word.gap >= gap.sentence && (word.after === ':' || /^[-–—|]$/.test(word.after))
  // "Maria Lopez MD", "Elm Clinic PLLC": letters behind a name; "NW", "TX" were read as places before.
  const behindName = at > 0 && words[at - 1]!.capital && !words[at - 1]!.upper && word.gap <= gap.comma
  return !prefix && !behindName && !(next?.upper === true && next.gap <= gap.hyphen && abbreviations.has(next.norm))
}

/**
 * What is left over: a body part or a word of care that stood in no care context, and abbreviations nobody knows.
 * Not enough for a failure, too much for "nothing was found".
 */
export function hintHits(
  words: ReadonlyArray<Word>,
  marks: Marks,
  trustCapitals: boolean,
  known: (at: number) => boolean,
): Array<Stretch> {
  const found: Array<Stretch> = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (known(at) || word.place === 'host' || word.place === 'condition') continue
    const bits = marks.bits[at]!
    const telling =
      ((bits & sense.body) !== 0 || (bits & (sense.context | sense.weak)) === sense.context) && !plain.has(word.norm)
    // A capital inside a sentence is a name more often than a body part.
    const name = trustCapitals && word.capital && !word.upper && word.gap < gap.sentence
    if ((telling && !name) || (trustCapitals && isStrangeAbbreviation(words, at))) found.push({ from: at, to: at + 1 })
  }
  return found
}
