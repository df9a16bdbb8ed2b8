import { drugLookalikes, drugSuffixes } from '#checklists/knowledge/drug-names.ts'
import { everydayLookalikes, medicalBeginnings, medicalEndings } from '#checklists/knowledge/medical-shapes.ts'
import { nearMisses } from '#checklists/knowledge/near-misses.ts'
import { isCommonEnglish, isEveryday } from './everyday.ts'
import { sense, tables } from './lexicon-tables.ts'
import { remembered } from './remembered.ts'
import { editDistance, singulars } from './word-forms.ts'

export { sense }

/** `rest` holds the terms below a first word until somebody looks for them: most words of the tables are never met. */
export type TrieNode = {
  next: Map<string, TrieNode> | undefined
  sense: number
  rest: Array<string | number> | undefined
}

type Lexicon = {
  root: TrieNode
  /** By first letter, until a word of that letter is met: table, start and end of each term, three numbers a term. */
  unread: Map<number, Array<number>>
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
    unread: new Map(),
  }
  for (let table = 0; table < tables.length; table += 1) {
    const text = tables[table]![0]
    for (let start = 0; start < text.length; ) {
      const line = text.indexOf('\n', start)
      const end = line < 0 ? text.length : line
      if (end > start) {
        const letter = text.charCodeAt(start)
        const list = lexicon.unread.get(letter)
        if (list === undefined) lexicon.unread.set(letter, [table, start, end])
        else list.push(table, start, end)
      }
      start = end + 1
    }
  }
  return lexicon
}

let compiled: Lexicon | undefined

/** The first words of the trie with all terms of this word's letter in it: a message meets few letters, a start none. */
function rootFor(word: string): Map<string, TrieNode> {
  const { root, unread } = lexicon()
  const letter = word.charCodeAt(0)
  const list = unread.get(letter)
  if (list !== undefined) {
    unread.delete(letter)
    for (let at = 0; at < list.length; at += 3) {
      const [text, bits] = tables[list[at]!]!
      add(root, text.slice(list[at + 1], list[at + 2]), bits)
    }
  }
  return root.next!
}

/** Compiled on first use, so that a start which audits nothing pays nothing. */
export function lexicon(): Lexicon {
  compiled ??= compile()
  return compiled
}

type Spelling = { word: string; sense: number; letters: number }
const spellings = new Map<string, Map<number, Array<Spelling>>>()

/** Single-word strong terms of one first letter by length; made when the first unknown word asks for them. */
function knownSpellings(letter: string): Map<number, Array<Spelling>> {
  const made = spellings.get(letter)
  if (made !== undefined) return made
  const found = new Map<number, Array<Spelling>>()
  for (const [word, entry] of rootFor(letter)) {
    if (word[0] !== letter || (entry.sense & sense.strong) === 0 || word.length < 6) continue
    const list = found.get(word.length) ?? []
    list.push({ word, sense: entry.sense, letters: letterMask(word) })
    found.set(word.length, list)
  }
  spellings.set(letter, found)
  return found
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
  for (const letter of [...lexicon().unread.keys()]) rootFor(String.fromCharCode(letter))
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
export const entries = remembered((word): ReadonlyArray<TrieNode> => {
  const next = rootFor(word)
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
})

/** The child of a node for a word in any of its forms: as is, singular, signs undone. */
export function step(from: TrieNode, word: string): TrieNode | undefined {
  const isRoot = from === lexicon().root
  const next = isRoot ? rootFor(word) : below(from)
  if (next === undefined) return undefined
  const direct = next.get(word)
  if (direct !== undefined) return direct
  for (const form of singulars(word)) {
    const node = next.get(form)
    if (node !== undefined) return node
  }
  for (const form of withoutLeet(word)) {
    if (isRoot) rootFor(form)
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

type Shapes = { endings: RegExp; beginnings: RegExp; drugs: RegExp }
let shapes: Shapes | undefined

function readShapes(): Shapes {
  shapes ??= {
    endings: new RegExp(`(?:${lines(medicalEndings).join('|')})$`),
    beginnings: new RegExp(`^(?:${lines(medicalBeginnings).join('|')})`),
    drugs: new RegExp(`(?:${lines(drugSuffixes).join('|')})$`),
  }
  return shapes
}

function guess(word: string, spelling: boolean): number {
  if (/[\d@$]/.test(word))
    return withoutLeet(word).reduce((bits, form) => bits | (/[\d@$]/.test(form) ? 0 : guess(form, spelling)), 0)
  if (word.length < 6 || !/^[a-z]+$/.test(word)) return 0
  const { endings, beginnings, drugs } = readShapes()
  const base = singulars(word)[0] ?? word
  if (looksOnly(word) || looksOnly(base)) return 0
  if (base.length >= 7 && (endings.test(base) || endings.test(word) || drugs.test(base))) return sense.strong
  if (base.length >= 8 && beginnings.test(base)) return sense.strong
  return spelling && !isCommonEnglish(word) ? misspelt(base) : 0
}

function misspelt(word: string): number {
  const spelt = knownSpellings(word[0]!)
  const max = word.length >= 9 ? 2 : 1
  const mask = letterMask(word)
  for (let length = word.length - max; length <= word.length + max; length += 1) {
    for (const entry of spelt.get(length) ?? []) {
      const allowed = Math.min(max, entry.word.length >= 9 ? 2 : 1)
      if (Math.abs(length - word.length) > allowed || bitCount(entry.letters ^ mask) > 2 * allowed) continue
      if (editDistance(word, entry.word, allowed) <= allowed) return entry.sense | sense.guessed
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
