import { prepThings, prepTimes, prepVerbs } from '#checklists/knowledge/context-openers.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import type { Stretch } from './clinical-hits.ts'

const table = (...texts: Array<string>): Set<string> =>
  new Set(texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== ''))
const verbs = table(prepVerbs)
const things = table(prepThings)
const times = table(prepTimes)

/**
 * Codes and doses, by shape only: ICD-10 needs its dot or a word beside it, or "Bldg M54" would be one.
 * CPT and CDT descriptors are licensed, so only the form of the code is known here.
 */
const shapes: ReadonlyArray<RegExp> = [
  /\b[A-TV-Z]\d[\dAB]\.\d[\dA-Z]{0,3}\b/g,
  /\b(?:icd(?:-?(?:9|10))?(?:-?cm)?|dx|diagnosis code)\W{0,3}[A-TV-Z]\d[\dAB](?:\.?\d{1,4})?\b/gi,
  /\b(?:cpt|hcpcs|procedure code)\W{0,3}[A-Z]?\d{4,5}[A-Z]?\b/gi,
  /\b(?:cdt\W{0,3})?D[0-9]\d{3}\b(?![-\d])/g,
  /\b\d+(?:[.,]\d+)?\s?(?:mgs?|mcg|µg|ug|ml|iu|cc|tabs?|tablets?|caps(?:ules?)?|pills?|puffs?|drops|miligramos|pastillas|tabletas|gotas|units? of)\b/gi,
]

/** Offsets in the original of every code and dose. */
export function readCodes(text: string): Array<{ start: number; end: number }> {
  if (!/\d/.test(text)) return []
  const found: Array<{ start: number; end: number }> = []
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

/**
 * Preparation and aftercare by grammar: verb, thing and time in one sentence ("no gum 2 hours before"). Words of an
 * everyday phrase ("don't sweat it") are none of the three.
 */
export function prepHits(words: ReadonlyArray<Word>, explained: Uint8Array): Array<Stretch> {
  const found: Array<Stretch> = []
  let from = 0
  for (let at = 1; at <= words.length; at += 1) {
    if (at < words.length && words[at]!.gap < gap.sentence) continue
    const hit = prepIn(words, explained, from, at)
    if (hit !== undefined) found.push(hit)
    from = at
  }
  return found
}

function prepIn(words: ReadonlyArray<Word>, explained: Uint8Array, from: number, to: number): Stretch | undefined {
  let verb = -1
  let thing = -1
  let time = -1
  for (let at = from; at < to; at += 1) {
    const { norm, place } = words[at]!
    if (place === 'link' || place === 'host') return undefined
    if (norm === 'fast' && fastsForHours(words, at, to)) return { from: at, to: Math.min(to, at + 4) }
    if (explained[at] === 1) continue
    if (verb < 0 && (verbs.has(norm) || (norm === 'no' && thing < 0) || norm === 'nothing')) verb = at
    else if (verb >= 0 && thing < 0 && things.has(norm) && at - verb <= 7) thing = at
    if (times.has(norm)) time = at
  }
  if (verb < 0 || thing < 0 || time < 0) return undefined
  // "Bring your photo ID before" has no such thing; "take" and "bring" need theirs close.
  if (/^(?:take|bring|keep|hold|wear|drink|stop|remove)$/.test(words[verb]!.norm) && thing - verb > 4) return undefined
  return { from: verb, to: thing + 1 }
}

function fastsForHours(words: ReadonlyArray<Word>, at: number, to: number): boolean {
  for (let here = at + 1; here < Math.min(to, at + 5); here += 1)
    if (/^(?:hours?|hrs?|midnight)$/.test(words[here]!.norm)) return true
  for (let here = at - 1; here >= Math.max(0, at - 2); here -= 1)
    if (/^(?:hours?|hrs?)$/.test(words[here]!.norm)) return true
  return false
}

/** "if you have a cold or flu symptoms, please …": a rule for everybody, no word about this patient. */
export function conditionalWords(words: ReadonlyArray<Word>): Uint8Array {
  const marked = new Uint8Array(words.length)
  for (let at = 0; at + 2 < words.length; at += 1) {
    if (words[at]!.norm !== 'if' && words[at]!.norm !== 'si') continue
    const you = words[at + 1]!.norm
    if (!/^(?:you|youre|anyone|your|tiene|presenta)$/.test(you)) continue
    if (
      !/^(?:have|feel|are|develop|experience|fever|cough|feeling|or|fiebre|tos|sintomas|had|currently)$/.test(
        words[at + 2]!.norm,
      ) &&
      you !== 'tiene'
    )
      continue
    if (
      !words
        .slice(Math.max(0, at - 12), at + 40)
        .some((word) =>
          /^(?:reschedule|mask|masks|home|stay|cubrebocas|reprogramar|casa|reprograme|quedese)$/.test(word.norm),
        )
    )
      continue
    for (
      let here = at;
      here < Math.min(words.length, at + 16) && (here === at || words[here]!.gap < gap.sentence);
      here += 1
    )
      marked[here] = 1
  }
  return marked
}
