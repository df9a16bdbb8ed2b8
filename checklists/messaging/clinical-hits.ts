import {
  aftercareThings,
  careFollowers,
  careOpeners,
  determiners,
  feelingWords,
  possessives,
  wordBeginnings,
} from '#checklists/knowledge/context-openers.ts'
import { neutralModifiers } from '#checklists/knowledge/neutral-words.ts'
import { gap, type Word } from '#scanners/template/reading.ts'
import { entries, guessSense, lexicon, sense, step, type TrieNode } from './lexicon.ts'

/** A stretch of words with a meaning; `to` exclusive. `bits` as in lexicon.ts `sense`. */
export type Hit = {
  from: number
  to: number
  kind: 'strong' | 'context' | 'specialty' | 'soft' | 'dental'
  bits: number
}
export type Stretch = { from: number; to: number }

/** What the tables say of each word before any context: longest term of each kind that starts there. */
export type Marks = {
  strong: Array<Hit>
  soft: Array<Hit>
  dental: Array<Hit>
  specialty: Array<Hit>
  idioms: Array<Stretch & { place: boolean }>
  /** Context terms of several words; a single one is told by its bits. */
  compounds: Array<Stretch & { bits: number }>
  /** Bits of each single word, own and guessed. */
  bits: Int32Array
}

const table = (text: string): Set<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))
const owners = table(possessives)
const articles = table(determiners)
const openers = table(careOpeners)
const followers = table(careFollowers)
const feelings = table(feelingWords)
const modifiers = table(neutralModifiers)
/** Beginnings of terms that are often written apart; what they open must be a term of the tables as one word. */
const wordOpeners = table(wordBeginnings)
/** "su brazo derecho": Spanish says the side behind the part. */
const side = /^(?:derech|izquierd)[oa]s?$/
const afterThings = table(aftercareThings)

export const isOwner = (word: Word): boolean =>
  word.possessive || owners.has(word.norm) || (word.norm === 's' && word.fieldBefore >= 0)
const joined = (word: Word | undefined): word is Word => word !== undefined && word.gap <= gap.hyphen

export function markWords(words: ReadonlyArray<Word>, trustCapitals: boolean): Marks {
  const { root } = lexicon()
  const marks: Marks = {
    strong: [],
    soft: [],
    dental: [],
    specialty: [],
    idioms: [],
    compounds: [],
    bits: new Int32Array(words.length),
  }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    const opening = entries(word.norm)
    for (const first of opening) walk(words, at, first, marks, trustCapitals)
    if (opening.length === 0) guessAt(words, at, marks, trustCapitals)
    const next = words[at + 1]
    // "colon-oscopy": a hyphen put inside a word; "post operative": a space behind what only opens words.
    if (next !== undefined && word.place === next.place && (next.gap === gap.hyphen || splits(words, at))) {
      const whole = word.norm + next.norm
      const node = whole.length >= 6 ? step(root, whole) : undefined
      if (node !== undefined && (node.sense & sense.strong) !== 0)
        marks.strong.push({ from: at, to: at + 2, kind: 'strong', bits: node.sense })
    }
  }
  return marks
}

/** "aftercare" set apart is care itself when it is owned or names a thing; "tell us how you feel after care" is a time. */
function splits(words: ReadonlyArray<Word>, at: number): boolean {
  const word = words[at]!
  const next = words[at + 1]!
  if (next.gap !== gap.space || !wordOpeners.has(word.norm)) return false
  if (word.norm !== 'after') return true
  const before = joined(word) ? words[at - 1] : undefined
  const thing = joined(words[at + 2]) ? words[at + 2]! : undefined
  const owned = before !== undefined && (isOwner(before) || articles.has(before.norm) || before.norm === 'our')
  return owned || next.after === ':' || (thing !== undefined && afterThings.has(thing.norm))
}

function walk(words: ReadonlyArray<Word>, at: number, first: TrieNode, marks: Marks, mixed: boolean): void {
  marks.bits[at]! |= first.sense
  let strong: Hit | undefined
  let soft: Hit | undefined
  let dental: Hit | undefined
  let specialty: Hit | undefined
  let compound: Marks['compounds'][number] | undefined
  let idiom = 0
  let place = false
  let here: TrieNode | undefined = first
  let to = at + 1
  while (here !== undefined) {
    const bits: number = here.sense
    if (bits !== 0) {
      const shouted = (bits & sense.acronym) !== 0 && to === at + 1 && words[at]!.upper && mixed
      if ((bits & sense.strong) !== 0 || shouted) strong = { from: at, to, kind: 'strong', bits }
      if ((bits & sense.context) !== 0 && to > at + 1) compound = { from: at, to, bits }
      if ((bits & sense.soft) !== 0) soft = { from: at, to, kind: 'soft', bits }
      if ((bits & sense.dental) !== 0) dental = { from: at, to, kind: 'dental', bits }
      if ((bits & sense.specialty) !== 0) specialty = { from: at, to, kind: 'specialty', bits }
      if ((bits & sense.idiom) !== 0 && ((bits & sense.place) === 0 || words[at]!.capital)) {
        idiom = to
        place = (bits & sense.place) !== 0
      }
    }
    const next: Word | undefined = words[to]
    // "&" and a slash join; a comma, a full stop or a field ends a term.
    if (!joined(next) || next.place !== words[at]!.place) break
    here = step(here, next.norm)
    to += 1
  }
  // PET in capitals is the scan, whatever pets are.
  if (strong !== undefined && (strong.bits & sense.acronym) !== 0 && idiom <= at + 1) idiom = 0
  if (strong !== undefined) marks.strong.push(strong)
  if (compound !== undefined) marks.compounds.push(compound)
  if (soft !== undefined) marks.soft.push(soft)
  if (dental !== undefined) marks.dental.push(dental)
  if (specialty !== undefined) marks.specialty.push(specialty)
  if (idiom > 0) marks.idioms.push({ from: at, to: idiom, place })
}

function guessAt(words: ReadonlyArray<Word>, at: number, marks: Marks, trustCapitals: boolean): void {
  const word = words[at]!
  if (word.norm.length < 6 || word.place === 'host') return
  // A capital inside a sentence is a name more often than a misspelling; a drug's name after "your" is not.
  const name =
    trustCapitals && word.capital && !word.upper && word.gap < gap.sentence && !(at > 0 && isOwner(words[at - 1]!))
  const bits = guessSense(word.norm, !name)
  if (bits === 0) return
  marks.bits[at] = bits
  marks.strong.push({ from: at, to: at + 1, kind: 'strong', bits })
}

/** Whether words before `at` open a care context: "your [recent] X", "after the X", "how is the X". */
function opened(words: ReadonlyArray<Word>, at: number, bits: Int32Array): 'owner' | 'opener' | null {
  let here = at
  for (let skipped = 0; skipped < 3; skipped += 1) {
    if (!joined(words[here]) || here === 0) return null
    const before = words[here - 1]!
    if (isOwner(before)) return 'owner'
    if (articles.has(before.norm)) {
      const earlier = words[here - 2]
      if (earlier === undefined || !joined(before)) return null
      return openers.has(earlier.norm) || asksAfter(words, here - 2) ? 'opener' : null
    }
    if (openers.has(before.norm) || asksAfter(words, here - 1)) return 'opener'
    if (
      !modifiers.has(before.norm) &&
      (bits[here - 1]! & (sense.context | sense.body | sense.strong | sense.care)) === 0
    )
      return null
    here -= 1
  }
  return null
}

/** "how is", "how was", "how did … go" up to the word at `at`. */
function asksAfter(words: ReadonlyArray<Word>, at: number): boolean {
  const word = words[at]
  if (word === undefined) return false
  if (word.norm === 'hows') return true
  if (word.norm === 'how') return word.possessive
  return /^(?:is|was|are|were|do|did|does)$/.test(word.norm) && words[at - 1]?.norm === 'how'
}

/** "Is that tooth still sore?": a question that opens its sentence asks after the part itself. */
function questioned(words: ReadonlyArray<Word>, at: number): boolean {
  const verb = words[at - 2]
  return (
    verb !== undefined &&
    articles.has(words[at - 1]!.norm) &&
    joined(words[at]) &&
    joined(words[at - 1]) &&
    verb.gap >= gap.comma &&
    /^(?:is|are|has|have|did|does)$/.test(verb.norm)
  )
}

const careBits = sense.strong | sense.care

/** Context words and body parts that stand in a care context. `covered` says which words an everyday phrase explains. */
export function contextHits(
  words: ReadonlyArray<Word>,
  marks: Marks,
  covered: (at: number) => boolean,
  strongAt: (at: number) => boolean,
): Array<Hit> {
  const found: Array<Hit> = compoundHits(words, marks, covered)
  for (let at = 0; at < words.length; at += 1) {
    const bits = marks.bits[at]!
    if ((bits & (sense.context | sense.body)) === 0 || covered(at)) continue
    const word = words[at]!
    const next = joined(words[at + 1]) ? words[at + 1]! : undefined
    const beside = (next !== undefined && strongAt(at + 1)) || (joined(word) && at > 0 && strongAt(at - 1))
    const inLink = word.place === 'link' || word.place === 'comment' || word.place === 'condition'
    if ((bits & sense.body) !== 0) {
      const care = next !== undefined && (marks.bits[at + 1]! & careBits) !== 0 && !covered(at + 1)
      if (care) {
        found.push({ from: at, to: at + 2, kind: 'context', bits })
        continue
      }
      const open = opened(words, at, marks.bits)
      const ends = next === undefined || feelings.has(next.norm) || followers.has(next.norm) || side.test(next.norm)
      if (beside || (ends && (open !== null || questioned(words, at)) && asked(words, at))) {
        found.push({ from: at, to: at + 1, kind: 'context', bits })
        continue
      }
      if ((bits & sense.context) === 0) continue
    }
    // "PT starts Monday": capitals and a verb of visits.
    const acronym =
      word.upper &&
      /^(?:pt|ot)$/.test(word.norm) &&
      next !== undefined &&
      /^(?:starts?|session|sessions|with|is|at|has|was|evaluation|eval|team)$/.test(next.norm)
    const follows = (next !== undefined && followers.has(next.norm)) || acronym
    if ((bits & sense.weak) !== 0 && !beside && opened(words, at, marks.bits) !== 'owner' && !(follows && joined(word)))
      continue
    if (
      beside ||
      follows ||
      opened(words, at, marks.bits) !== null ||
      (inLink && next !== undefined && (marks.bits[at + 1]! & careBits) !== 0)
    ) {
      found.push({ from: at, to: at + 1, kind: 'context', bits })
    }
  }
  return found
}

/** "your bag change", "CT results tomorrow": a context term of several words in a care context. */
function compoundHits(words: ReadonlyArray<Word>, marks: Marks, covered: (at: number) => boolean): Array<Hit> {
  const found: Array<Hit> = []
  for (const { from, to, bits } of marks.compounds) {
    if (covered(from) || covered(to - 1)) continue
    const open = opened(words, from, marks.bits)
    const next = joined(words[to]) ? words[to]! : undefined
    const follows = next !== undefined && (followers.has(next.norm) || (marks.bits[to]! & careBits) !== 0)
    if (open === 'owner' || ((bits & sense.weak) === 0 && (open !== null || follows)))
      found.push({ from, to, kind: 'context', bits })
  }
  return found
}

/** A body part after "your" alone is no care yet ("your hand"); after "how is", "after", "about", "hope" it is. */
function asked(words: ReadonlyArray<Word>, at: number): boolean {
  for (let here = at - 1; here >= 0 && here >= at - 4 && words[here + 1]!.gap <= gap.hyphen; here -= 1) {
    if (
      /^(?:how|hows|after|about|hope|hoping|regarding|for|ice|rest|keep|on|with|treat|heal|como)$/.test(
        words[here]!.norm,
      )
    )
      return true
  }
  const next = words[at + 1]
  return next !== undefined && next.gap <= gap.hyphen && feelings.has(next.norm) && !/^(?:is|are|was)$/.test(next.norm)
}
