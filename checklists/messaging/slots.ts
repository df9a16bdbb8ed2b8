import { functionWords } from '#checklists/knowledge/function-words.ts'
import { neutralModifiers, neutralNouns, neutralSpanish } from '#checklists/knowledge/neutral-words.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import type { Stretch } from './clinical-hits.ts'
import { isCommonEnglish } from './everyday.ts'
import { singulars } from './word-forms.ts'

const table = (...texts: Array<string>): Set<string> =>
  new Set(texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== ''))
const functional = table(functionWords)
const neutral = table(neutralNouns, neutralSpanish)
const modifiers = table(neutralModifiers)
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
 * `known` says which words are already explained by a hit, a phrase or a name; a common English word without any
 * sense in the tables (`bits`) tells nothing either.
 */
export function slotHits(words: ReadonlyArray<Word>, known: (at: number) => boolean, bits: Int32Array): Array<Stretch> {
  const found: Array<Stretch> = []
  for (let at = 0; at + 1 < words.length; at += 1) {
    const { place } = words[at]!
    if (place === 'host' || place === 'link' || known(at)) continue
    const start = slotStart(words, at)
    const located = start === at + 1 && at > 0 && words[at]!.gap <= gap.hyphen && whereabouts.test(words[at - 1]!.norm)
    const hit = start < 0 ? undefined : slotNoun(words, start, known, bits, located)
    if (hit !== undefined) found.push(hit)
  }
  return found
}

/** "on your dashboard", "from your porch": a place or a thing at hand, if the word is a common one. */
const whereabouts = /^(?:on|in|at|to|into|onto|from|near|behind|beside|inside|outside|under|by|via|en|desde|hasta|a)$/

function slotNoun(
  words: ReadonlyArray<Word>,
  start: number,
  known: (at: number) => boolean,
  bits: Int32Array,
  located: boolean,
): Stretch | undefined {
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
    if (isCommonEnglish(word.norm) && (bits[here] === 0 || located)) return undefined
    if (word.norm.length < 3 && !(word.upper && word.norm.length === 2 && !knownShort.test(word.norm))) return undefined
    // "your Lakeside appointment": an unknown word before a neutral noun is still unknown.
    const pair = continues && !functional.has(next.norm) && !isNeutral(next.norm) && !known(here + 1)
    return { from: here, to: pair ? here + 2 : here + 1 }
  }
  return undefined
}

const bookedFor =
  /^(?:booked|scheduled|in|here|seen|set|confirmed|ready|reserved|arrive|registered|signed|came|come|coming|back|down|saw|see|seeing|on|visit|visiting|office|overdue)$/
const careNoun =
  /^(?:appointments?|appt|visits?|followup|consults?|consultations?|results?|reports?|clinic|department|dept|sessions?|class|group|prep|instructions|refills?|recheck|checks?|tests?|scans?|procedures?|treatments?|specialist|nurse|orders?|supplies|kit|dose|doses|series|services|reminder|program|injections?|removal|therapy|surgery|eval|evaluation|cita|consulta|resultados)$/
const timeOpens =
  /^(?:tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|reminder|scheduled|confirmed|booked|due|manana|hoy)$/
const clockWord = /^\d+(?:st|nd|rd|th|am|pm|min|mins|hr|hrs|h|k|x|a|p)?$/

/** Letters alone tell whether a capitalised word may be a name: an abbreviation and the first word of a sentence are none. */
const maybeName = (word: Word): boolean => word.capital && !word.upper && word.gap < gap.sentence

function isUnknown(word: Word, short: number): boolean {
  const { norm } = word
  if (maybeName(word) || word.possessive || clockWord.test(norm) || word.place === 'link' || word.place === 'host')
    return false
  if (norm.length < short && !(word.upper && norm.length >= 2 && !knownShort.test(norm))) return false
  return !isCommonEnglish(norm)
}

/** "booked for a X", "after the X", "X appointment", "X tomorrow at 9" with an X of no table. */
function netAt(words: ReadonlyArray<Word>, at: number, known: (at: number) => boolean): Stretch | undefined {
  const word = words[at]!
  const next = words[at + 1]
  const joined = next !== undefined && next.gap <= gap.hyphen
  if (joined && careNoun.test(next.norm) && !known(at) && isUnknown(word, 4)) return { from: at, to: at + 2 }
  const leads =
    (word.norm === 'for' && words.slice(Math.max(0, at - 3), at).some((item) => bookedFor.test(item.norm))) ||
    (/^(?:after|since|following|regarding|about|before)$/.test(word.norm) &&
      joined &&
      /^(?:the|that|a|an)$/.test(next.norm))
  if (leads && joined) {
    const start = /^(?:a|an|the|that|another|some)$/.test(next.norm) ? at + 2 : at + 1
    for (let here = start; here < Math.min(words.length, start + 3) && words[here]!.gap <= gap.hyphen; here += 1) {
      if (known(here)) return undefined
      if (isUnknown(words[here]!, 4)) return { from: here, to: here + 1 }
      if (functional.has(words[here]!.norm)) return undefined
    }
  }
  return word.gap >= gap.sentence ? openingPhrase(words, at, known) : undefined
}

/** A sentence that opens with up to four words and then says when: "Xyz panel tomorrow at {{time}}". */
function openingPhrase(words: ReadonlyArray<Word>, at: number, known: (at: number) => boolean): Stretch | undefined {
  let unknown = -1
  for (let here = at; here < Math.min(words.length, at + 5); here += 1) {
    const word = words[here]!
    if (here > at && word.gap > gap.hyphen) return undefined
    if (timeOpens.test(word.norm) || (/^(?:at|on|is)$/.test(word.norm) && word.fieldAfter >= 0))
      return unknown < 0 || known(unknown) ? undefined : { from: unknown, to: unknown + 1 }
    if (known(here)) return undefined
    if (unknown < 0 && isUnknown(word, 3)) unknown = here
  }
  return undefined
}

/** "footbridge", "carport": two common words in one. */
function isCompound(norm: string): boolean {
  for (let at = 3; at <= norm.length - 3; at += 1)
    if (isCommonEnglish(norm.slice(0, at)) && isCommonEnglish(norm.slice(at))) return true
  return false
}

/** A word in small letters that English outreach has no need of: "the cerclage is done". */
function strange(words: ReadonlyArray<Word>, at: number): Stretch | undefined {
  const { norm, capital, place, fieldBefore, fieldAfter } = words[at]!
  const read = place === 'text' || place === 'subject' || place === 'preheader' || place === 'alt'
  if (!read || capital || norm.length < 6 || !/^[a-z]+$/.test(norm) || fieldBefore >= 0 || fieldAfter >= 0)
    return undefined
  return isCommonEnglish(norm) || neutral.has(norm) || isCompound(norm) ? undefined : { from: at, to: at + 1 }
}

/** The wider net: what stands where care is usually named, or is no common English word, and is in no table. */
export function netHits(
  words: ReadonlyArray<Word>,
  known: (at: number) => boolean,
  bits: Int32Array,
  english: boolean,
): Array<Stretch> {
  const found: Array<Stretch> = []
  for (let at = 0; at < words.length; at += 1) {
    const hit = netAt(words, at, known) ?? (english && !known(at) && bits[at] === 0 ? strange(words, at) : undefined)
    if (hit !== undefined && !found.some((other) => other.from <= hit.from && hit.to <= other.to)) found.push(hit)
  }
  return found
}
