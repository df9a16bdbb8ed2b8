import { oneSlip } from './one-slip.ts'
import { shortForms } from './short-forms.ts'

/** A word or a mark in its plain form, with the place in the original it stands for. */
export type Token = { word: string; start: number; end: number }

const confusables: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  т: 't',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  ո: 'n',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  α: 'a',
  ε: 'e',
  đ: 'd',
  Đ: 'd',
  ı: 'i',
  А: 'a',
  Е: 'e',
  О: 'o',
  Р: 'p',
  С: 'c',
  Т: 't',
  Ѕ: 's',
  Х: 'x',
  Ο: 'o',
  Ρ: 'p',
  Τ: 't',
  ѵ: 'v',
  '0': 'o',
  '1': 'l',
  '5': 's',
  $: 's',
  '@': 'a',
  '!': 'i',
  '|': 'l',
}
const digitLetters = /^[a-z]*(?:[0-15$@!|][a-z]+)+$/
/** Digits are read as letters only where that gives one of these; "5pm" stays a time. */
const disguised = new Set(
  'stop stopall quit cancel unsubscribe revoke remove optout out text texting calling contact alto'.split(' '),
)
const maskedSwears: ReadonlyArray<readonly [RegExp, string]> = [
  [/^f[*#@!$%&_.-]+(?:k|ck)?(?:ing)?$|^f[u*][*c][*k]+$/, 'fuck'],
  [/^s[*#@!$%&]+t$|^sh[*!1]t$/, 'shit'],
  [/^(?:b|a)[*#@!$%&]+\w*$/, 'damn'],
]

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f]/

type Mark = { text: string; at: number }

/** Every character in its plain form with its place: compatibility forms, accents, look-alikes, invisible ones gone. */
function plainCharacters(text: string): Array<Mark> {
  const marks: Array<Mark> = []
  let at = 0
  for (const character of text) {
    const place = at
    at += character.length
    if (invisible.test(character)) continue
    const folded = (
      confusables[character] !== undefined && /[^\x21-\x7e]/.test(character) ? confusables[character]! : character
    )
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[‘’ʼ´`]/g, "'")
      .replace(/[“”«»„]/g, '"')
      .replace(/[–—−]/g, '-')
    for (const part of folded) marks.push({ text: part, at: place })
  }
  return marks
}

/** "No hablé con ella" tells of the past; without its accent it would be "don't speak". After "me" the accent is a slip. */
const preterites =
  /(?<!\p{L})(?<!\b(?:me|nos|le|les)\s+)(habl|llam|mand|contact|envi|text|molest|marqu|busqu|pregunt|mensaje)é(?!\p{L})/giu

/** Addresses and numbers in the text are named, not spelled: they would part the clause. */
const addresses = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const phoneNumbers = /(?<![\d$])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ]?)\d{3}[-. ]?\d{4}(?!\d)/g

const wordPart = /[\p{L}\p{N}']/u

/** "stoppp", "pleeease": three and more of a letter are one. */
function shorten(word: string): string {
  return /([a-z])\1{2,}/.test(word) ? word.replace(/([a-z])\1{2,}/g, '$1') : word
}

/** Long words of the grammar bear one slip; the words beside them that people really write do not change. */
const spelled = [
  'texting',
  'messages',
  'messaging',
  'calling',
  'contact',
  'contacting',
  'remove',
  'unsubscribe',
  'sending',
  'mensajes',
  'numero',
  'equivocado',
]
const ownWords = new Set(
  'testing resting nesting tasting falling mailing balling galling walling culling contacts contacto contacte contacta contactar contactan mensajeo contract contracting contacted remote removed removes remover removal remo message mensaje lending bending tending fending spending mending vending ending numeros sensing equivocada equivocados carling caulking texing-'.split(
    ' ',
  ),
)

function respelled(word: string): string {
  if (word.length < 5 || spelled.includes(word) || ownWords.has(word)) return word
  return spelled.find((target) => target.length >= 6 && oneSlip(word, target)) ?? word
}

function expand(raw: string): string {
  for (const [mask, word] of maskedSwears) if (mask.test(raw)) return word
  let word = raw.replace(/^'+|'+$/g, '')
  if (digitLetters.test(word)) {
    const letters = [...word].map((character) => confusables[character] ?? character).join('')
    if (disguised.has(letters)) word = letters
  }
  word = shorten(word)
  const bare = word.replace(/'/g, '')
  const known = Object.hasOwn(shortForms, bare) ? shortForms[bare] : undefined
  if (known !== undefined) return known
  if (/n't$/.test(word)) return `${word.slice(0, -3)} not`
  if (/'(?:ll|ve|re|d|m)$/.test(word))
    return word
      .replace(/'ll$/, ' will')
      .replace(/'ve$/, ' have')
      .replace(/'re$/, ' are')
      .replace(/'d$/, ' would')
      .replace(/'m$/, ' am')
  return /'s$/.test(word) ? `${word.slice(0, -2)} s` : respelled(bare)
}

/** "S T O P", "s.t.o.p", "s-t-o-p": single letters in a row are one word. */
function joinLetters(tokens: Array<Token>): Array<Token> {
  const joined: Array<Token> = []
  for (let at = 0; at < tokens.length; ) {
    let end = at
    let word = ''
    while (end < tokens.length) {
      const { word: next } = tokens[end]!
      const letter = next.length === 1 && /[a-z]/.test(next)
      const between =
        word !== '' &&
        /^[.\-_*,/]$/.test(next) &&
        tokens[end + 1]?.word.length === 1 &&
        /[a-z]/.test(tokens[end + 1]!.word)
      if (!letter && !between) break
      if (letter) word += next
      end += 1
    }
    if (word.length >= 3) {
      joined.push({ word, start: tokens[at]!.start, end: tokens[end - 1]!.end })
      at = end
    } else {
      joined.push(tokens[at]!)
      at += 1
    }
  }
  return joined
}

const mask = /[$@|*#&%]/

/** Where a word ends. Masks inside it, "f**k" and "st@p", belong to it; stars around it do not. */
function wordEnd(marks: ReadonlyArray<Mark>, from: number): number {
  let end = from + 1
  while (end < marks.length) {
    if (wordPart.test(marks[end]!.text)) {
      end += 1
      continue
    }
    let after = end
    while (after < marks.length && mask.test(marks[after]!.text)) after += 1
    const inside = after > end && /[a-z]/.test(marks[after]?.text ?? '')
    const swear = end - from === 1 && after - end >= 2 && /[fsab]/.test(marks[from]!.text)
    if (!inside && !swear) break
    end = after
  }
  return end
}

/** The plain words and marks of a text. `.`, `!`, `?`, `,`, quotes and line breaks stay as tokens of their own. */
export function fold(original: string): Array<Token> {
  // Both keep every offset true.
  const text = original
    .replace(preterites, '$1o')
    .replace(addresses, (address) => 'myemail'.slice(0, address.length).padEnd(address.length, ' '))
    .replace(phoneNumbers, (number) => 'mynumber'.padEnd(number.length, ' '))
  const marks = plainCharacters(text)
  const raw: Array<Token> = []
  for (let at = 0; at < marks.length; ) {
    const { text: first, at: start } = marks[at]!
    let end = at + 1
    if (/[a-z]/.test(first) || wordPart.test(first) || first === '#') {
      end = wordEnd(marks, at)
    } else if (/\s/.test(first)) {
      if (first === '\n') raw.push({ word: '\n', start, end: start + 1 })
      at += 1
      continue
    }
    const word = marks
      .slice(at, end)
      .map((mark) => mark.text)
      .join('')
    const last = marks[end - 1]!
    raw.push({ word, start, end: last.at + 1 })
    at = end
  }
  return joinLetters(raw).flatMap(({ word, start, end }) =>
    (/[\p{L}\p{N}]/u.test(word) ? expand(word) : word === '#' ? 'number' : word)
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => ({ word: part, start, end })),
  )
}
