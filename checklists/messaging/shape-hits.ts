import { prepThings, prepTimes, prepVerbs } from '#checklists/knowledge/context-openers.ts'
import { functionWords } from '#checklists/knowledge/function-words.ts'
import { neutralModifiers, neutralNouns, neutralSpanish } from '#checklists/knowledge/neutral-words.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import type { Stretch } from './clinical-hits.ts'
import { singulars } from './word-forms.ts'

const table = (...texts: Array<string>): Set<string> =>
  new Set(texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== ''))
const functional = table(functionWords)
const neutral = table(neutralNouns, neutralSpanish)
const modifiers = table(neutralModifiers)
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

/** Preparation and aftercare by grammar: verb, thing and time in one sentence ("no gum 2 hours before"). */
export function prepHits(words: ReadonlyArray<Word>): Array<Stretch> {
  const found: Array<Stretch> = []
  let from = 0
  for (let at = 1; at <= words.length; at += 1) {
    if (at < words.length && words[at]!.gap < gap.sentence) continue
    const hit = prepIn(words, from, at)
    if (hit !== undefined) found.push(hit)
    from = at
  }
  return found
}

function prepIn(words: ReadonlyArray<Word>, from: number, to: number): Stretch | undefined {
  let verb = -1
  let thing = -1
  let time = -1
  for (let at = from; at < to; at += 1) {
    const { norm, place } = words[at]!
    if (place === 'link' || place === 'host') return undefined
    if (norm === 'fast' && fastsForHours(words, at, to)) return { from: at, to: Math.min(to, at + 4) }
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

const slotOwners = /^(?:your|his|her|su|sus|tu|tus)$/
/** Two capitals after "your" are an abbreviation of care more often than not; these are not. */
const knownShort = /^(?:id|pc|tv|hr|am|pm|us|dr|ok|qr|ip|pw|no|co|st|my|iv)$/
const slotVerbs = /^(?:due|overdue)$/

function isNeutral(norm: string): boolean {
  return neutral.has(norm) || singulars(norm).some((form) => neutral.has(form))
}

/** What is asked of a complaint: "is the X better", "have the X eased". */
const easing =
  /^(?:better|gone|eased|easing|improved|improving|worse|quieter|lighter|healing|healed|settled|settling|cleared|fading|faded|calmer|subsided|bothering|mejor|peor)$/
const sinceWhen = /^(?:today|lately|since|this|tonight|yet|overnight|yesterday)$/

/** "is the X any better", "did the X clear up": a question after something only care would name. */
function asksIfEased(words: ReadonlyArray<Word>, start: number): boolean {
  for (let here = start + 1; here < Math.min(words.length, start + 6); here += 1) {
    if (words[here]!.gap >= gap.sentence) return false
    if (easing.test(words[here]!.norm)) return true
  }
  return false
}

/** Where a slot opens: the word after "your", "due for [a]", "how was [the]", "any X lately"; -1 = none here. */
function slotStart(words: ReadonlyArray<Word>, at: number): number {
  const word = words[at]!
  const skip = (here: number) => (/^(?:a|an|the|another|that)$/.test(words[here]?.norm ?? '') ? here + 1 : here)
  if (slotOwners.test(word.norm)) return at + 1
  if (slotVerbs.test(word.norm) && words[at + 1]?.norm === 'for') return skip(at + 2)
  const next = words[at + 1]?.norm ?? ''
  if (word.norm === 'time' && next === 'for')
    return /^(?:a|an|another|the)$/.test(words[at + 2]?.norm ?? '') ? at + 3 : -1
  if (/^(?:is|are|has|have|did)$/.test(word.norm) && /^(?:the|that|those)$/.test(next) && asksIfEased(words, at + 2))
    return at + 2
  if (word.norm === 'any' && words[at + 2] !== undefined && sinceWhen.test(words[at + 2]!.norm)) return at + 1
  if (word.norm === 'how' && /^(?:was|is|did)$/.test(words[at + 1]?.norm ?? '')) {
    const start = skip(at + 2)
    return /^(?:your|it|we|you|everything|things|that|this|he|she|they|i|life)$/.test(words[start]?.norm ?? 'it')
      ? -1
      : start
  }
  return -1
}

/**
 * The closed slot: "your X" with X outside the neutral nouns. The net under the lexicon: what we do not know warns.
 * `known` says which words are already explained by a hit, a phrase or a name.
 */
export function slotHits(words: ReadonlyArray<Word>, known: (at: number) => boolean): Array<Stretch> {
  const found: Array<Stretch> = []
  for (let at = 0; at + 1 < words.length; at += 1) {
    const { place } = words[at]!
    if (place === 'host' || place === 'link' || known(at)) continue
    const start = slotStart(words, at)
    const hit = start < 0 ? undefined : slotNoun(words, start, known)
    if (hit !== undefined) found.push(hit)
  }
  return found
}

function slotNoun(words: ReadonlyArray<Word>, start: number, known: (at: number) => boolean): Stretch | undefined {
  for (let here = start; here < words.length && words[here]!.gap <= gap.hyphen; here += 1) {
    const word = words[here]!
    if (known(here)) return undefined
    const next = words[here + 1]
    const continues = next !== undefined && next.gap <= gap.hyphen
    const modifies = modifiers.has(word.norm) || word.possessive || /^\d/.test(word.norm) || /ly$/.test(word.norm)
    if (modifies && continues) {
      // "your care team wants": the phrase ended, a verb follows.
      if (isNeutral(word.norm) && !known(here + 1) && !isNeutral(next.norm) && !modifiers.has(next.norm))
        return undefined
      continue
    }
    if (isNeutral(word.norm) || modifies || functional.has(word.norm)) return undefined
    if (word.norm.length < 3 && !(word.upper && word.norm.length === 2 && !knownShort.test(word.norm))) return undefined
    // "your Lakeside appointment": an unknown word before a neutral noun is still unknown.
    const pair = continues && !functional.has(next.norm) && !isNeutral(next.norm) && !known(here + 1)
    return { from: here, to: pair ? here + 2 : here + 1 }
  }
  return undefined
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
