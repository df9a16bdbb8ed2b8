import { organs } from '#checklists/knowledge/clinical-anatomy.ts'
import { conditions } from '#checklists/knowledge/clinical-conditions.ts'
import {
  bodyParts,
  careNouns,
  contextWords,
  dentalVision,
  softTerms,
  spanTails,
  weakContextWords,
} from '#checklists/knowledge/clinical-context.ts'
import { devices } from '#checklists/knowledge/clinical-devices.ts'
import { phrases } from '#checklists/knowledge/clinical-phrases.ts'
import { procedures } from '#checklists/knowledge/clinical-procedures.ts'
import { mentalHealth, reproductive, substanceUse } from '#checklists/knowledge/clinical-sensitive.ts'
import { spanishSoft, spanishTerms } from '#checklists/knowledge/clinical-spanish.ts'
import {
  neutralPracticeWords,
  practiceNouns,
  specialties,
  substanceUseSenders,
} from '#checklists/knowledge/clinical-specialties.ts'
import { acronyms, tests } from '#checklists/knowledge/clinical-tests.ts'
import { drugLookalikes, drugNames, drugSuffixes } from '#checklists/knowledge/drug-names.ts'
import { idioms, spanishIdioms } from '#checklists/knowledge/idioms.ts'
import { everydayLookalikes, medicalBeginnings, medicalEndings } from '#checklists/knowledge/medical-shapes.ts'
import { placeNames } from '#checklists/knowledge/name-words.ts'
import { nearMisses } from '#checklists/knowledge/near-misses.ts'
import { isCommonEnglish, isEveryday } from './everyday.ts'
import { editDistance, singulars } from './word-forms.ts'

/** What a term is, as bits: one trie answers all questions in one walk. */
export const sense = {
  strong: 1,
  context: 2,
  body: 4,
  specialty: 8,
  soft: 16,
  dental: 32,
  idiom: 64,
  sensitive: 128,
  substance: 256,
  care: 512,
  tail: 1024,
  neutralPractice: 2048,
  practiceNoun: 4096,
  substanceSender: 8192,
  place: 16384,
  weak: 32768,
  acronym: 65536,
} as const

/** `rest` holds the terms below a first word until somebody looks for them: most words of the tables are never met. */
export type TrieNode = {
  next: Map<string, TrieNode> | undefined
  sense: number
  rest: Array<string | number> | undefined
}

type Lexicon = {
  root: TrieNode
  endings: RegExp
  beginnings: RegExp
  drugs: RegExp
}

const lines = (table: string): Array<string> => table.split('\n').filter((line) => line !== '')
const words = (table: string): Array<string> => table.split(/\s+/).filter((word) => word !== '')

/** "crow's feet" -> "crow feet", "x-ray" -> "x ray": as the reader cuts words. */
function spaced(term: string): string {
  return /['’/.-]/.test(term)
    ? term
        .replace(/['’]s\b/g, '')
        .replace(/['’]/g, '')
        .replace(/[\s/.-]+/g, ' ')
        .trim()
    : term
}

function child(of: TrieNode, word: string): TrieNode {
  of.next ??= new Map()
  let node = of.next.get(word)
  if (node === undefined) {
    node = { next: undefined, sense: 0, rest: undefined }
    of.next.set(word, node)
  }
  return node
}

function add(root: TrieNode, term: string, bits: number): void {
  const text = spaced(term)
  const space = text.indexOf(' ')
  const node = child(root, space < 0 ? text : text.slice(0, space))
  node.rest ??= space < 0 ? undefined : []
  if (space < 0) node.sense |= bits
  else node.rest?.push(text.slice(space + 1), bits)
}

/** The terms below a node, made when the first of them is asked for. */
function below(parent: TrieNode): Map<string, TrieNode> | undefined {
  const { rest } = parent
  if (rest === undefined) return parent.next
  parent.rest = undefined
  for (let at = 0; at < rest.length; at += 2) {
    let here = parent
    for (const word of (rest[at] as string).split(' ')) here = child(here, word)
    here.sense |= rest[at + 1] as number
  }
  return parent.next
}

function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask
}

function bitCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function compile(): Lexicon {
  const lexicon: Lexicon = {
    root: { next: new Map(), sense: 0, rest: undefined },
    endings: new RegExp(`(?:${lines(medicalEndings).join('|')})$`),
    beginnings: new RegExp(`^(?:${lines(medicalBeginnings).join('|')})`),
    drugs: new RegExp(`(?:${lines(drugSuffixes).join('|')})$`),
  }
  const { strong, sensitive, substance } = sense
  const tables: ReadonlyArray<readonly [ReadonlyArray<string>, number]> = [
    [lines(tests), strong],
    [lines(acronyms), sense.acronym],
    [lines(conditions), strong],
    [lines(procedures), strong],
    [lines(devices), strong],
    [lines(phrases), strong],
    [lines(organs), strong],
    [lines(spanishTerms), strong],
    [words(drugNames), strong],
    [lines(substanceUse), strong | sensitive | substance],
    [lines(mentalHealth), strong | sensitive],
    [lines(reproductive), strong | sensitive],
    [lines(contextWords), sense.context],
    [lines(weakContextWords), sense.context | sense.weak],
    [lines(bodyParts), sense.body],
    [lines(careNouns), sense.care],
    [lines(spanTails), sense.tail],
    [lines(softTerms), sense.soft],
    [lines(spanishSoft), sense.soft],
    [lines(dentalVision), sense.dental],
    [lines(specialties), sense.specialty],
    [lines(neutralPracticeWords), sense.neutralPractice],
    [lines(practiceNouns), sense.practiceNoun],
    [lines(substanceUseSenders), sense.substanceSender],
    [lines(idioms), sense.idiom],
    [lines(spanishIdioms), sense.idiom],
    [lines(placeNames), sense.idiom | sense.place],
  ]
  for (const [terms, bits] of tables) for (const term of terms) add(lexicon.root, term, bits)
  return lexicon
}

let compiled: Lexicon | undefined

/** Compiled on first use, so that a start which audits nothing pays nothing. */
export function lexicon(): Lexicon {
  compiled ??= compile()
  return compiled
}

type Spelling = { word: string; sense: number; letters: number }
let spellings: Map<string, Array<Spelling>> | undefined

/** Single-word strong terms by first letter and length; made when the first unknown word asks for it. */
function knownSpellings(): Map<string, Array<Spelling>> {
  if (spellings !== undefined) return spellings
  spellings = new Map()
  for (const [word, entry] of lexicon().root.next!) {
    if ((entry.sense & sense.strong) === 0 || word.length < 6) continue
    const key = word[0]! + word.length
    const list = spellings.get(key) ?? []
    list.push({ word, sense: entry.sense, letters: letterMask(word) })
    spellings.set(key, list)
  }
  return spellings
}

let known: Set<string> | undefined

/** Every word of the tables; made when letters set apart or an address have to be cut into words. */
export function vocabulary(): Set<string> {
  if (known !== undefined) return known
  known = new Set(
    'a the of and to your you is was for after before on in at how su el la de del en con por para'.split(' '),
  )
  const visit = (from: TrieNode): void => {
    for (const [word, node] of below(from) ?? []) {
      known!.add(word)
      visit(node)
    }
  }
  visit(lexicon().root)
  return known
}

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** "b1op5y" -> "biopsy", "biopsy" with 1 as l; nothing for a plain word or a number. */
function withoutLeet(word: string): ReadonlyArray<string> {
  if (!/[\d@$]/.test(word) || !/[a-z]/.test(word) || word.length < 2) return []
  const undo = (signs: RegExp) => word.replace(signs, (sign) => leet[sign]!)
  const forms = [undo(/[0134578@$]/g)]
  // 1 stands for i, for l, or for itself (A1C).
  if (word.includes('1')) forms.push(undo(/[034578@$]/g).replace(/1/g, 'l'), undo(/[034578@$]/g))
  return forms
}

/** Every entry of the root a word may open: as is, singular, signs undone. */
export function entries(word: string): Array<TrieNode> {
  const next = lexicon().root.next!
  const found: Array<TrieNode> = []
  const direct = next.get(word)
  if (direct !== undefined) found.push(direct)
  for (const form of singulars(word)) {
    const node = next.get(form)
    if (node !== undefined) found.push(node)
  }
  if (found.length > 0) return found
  const plain = step(lexicon().root, word)
  return plain === undefined ? found : [plain]
}

/** The child of a node for a word in any of its forms: as is, singular, signs undone. */
export function step(from: TrieNode, word: string): TrieNode | undefined {
  const next = below(from)
  if (next === undefined) return undefined
  const direct = next.get(word)
  if (direct !== undefined) return direct
  for (const form of singulars(word)) {
    const node = next.get(form)
    if (node !== undefined) return node
  }
  for (const form of withoutLeet(word)) {
    const node = next.get(form) ?? next.get(singulars(form)[0] ?? '')
    if (node !== undefined) return node
  }
  return undefined
}

let lookalikes: Set<string> | undefined

/** Words that only look medical; made when the first unknown word asks for them. */
function looksOnly(word: string): boolean {
  lookalikes ??= new Set([...words(everydayLookalikes), ...words(drugLookalikes), ...words(nearMisses)])
  return lookalikes.has(word) || isEveryday(word)
}

const guessed = new Map<string, number>()

/**
 * What a word that stands in no table may be: a medical shape, a drug by its name stem, a misspelt term.
 * Answers sense bits, 0 for none. Results are kept: the same names come again in every template of a practice.
 */
export function guessSense(word: string, spelling: boolean): number {
  const key = spelling ? word : `=${word}`
  const seen = guessed.get(key)
  if (seen !== undefined) return seen
  const bits = guess(word, spelling)
  if (guessed.size < 20_000) guessed.set(key, bits)
  return bits
}

function guess(word: string, spelling: boolean): number {
  if (/[\d@$]/.test(word))
    return withoutLeet(word).reduce((bits, form) => bits | (/[\d@$]/.test(form) ? 0 : guess(form, spelling)), 0)
  if (word.length < 6 || !/^[a-z]+$/.test(word)) return 0
  const { endings, beginnings, drugs } = lexicon()
  const base = singulars(word)[0] ?? word
  if (looksOnly(word) || looksOnly(base)) return 0
  if (base.length >= 7 && (endings.test(base) || endings.test(word) || drugs.test(base))) return sense.strong
  if (base.length >= 8 && beginnings.test(base)) return sense.strong
  return spelling && !isCommonEnglish(word) ? misspelt(base) : 0
}

function misspelt(word: string): number {
  const spelt = knownSpellings()
  const max = word.length >= 9 ? 2 : 1
  const mask = letterMask(word)
  for (let length = word.length - max; length <= word.length + max; length += 1) {
    for (const entry of spelt.get(word[0]! + length) ?? []) {
      const allowed = Math.min(max, entry.word.length >= 9 ? 2 : 1)
      if (Math.abs(length - word.length) > allowed || bitCount(entry.letters ^ mask) > 2 * allowed) continue
      if (editDistance(word, entry.word, allowed) <= allowed) return entry.sense
    }
  }
  return 0
}

/** Whether one folded word alone is a clinical term; used on the words of field names. */
export function isClinicalWord(word: string): boolean {
  const node = step(lexicon().root, word)
  if (node !== undefined && node.sense !== 0) return (node.sense & sense.strong) !== 0
  return node === undefined && guessSense(word, true) !== 0
}

export function isSpecialtyWord(word: string): boolean {
  const node = step(lexicon().root, word)
  return (
    node !== undefined && (node.sense & sense.specialty) !== 0 && (node.sense & sense.body) === 0 && word.length > 3
  )
}
