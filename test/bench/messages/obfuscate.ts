/** Twelve ways to hide a word; each takes the words as written and gives what a reader still reads as the same. */

const cyrillic: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  i: 'і',
  s: 'ѕ',
  h: 'һ',
  M: 'М',
  T: 'Т',
  H: 'Н',
  B: 'В',
  C: 'С',
  A: 'А',
  E: 'Е',
  P: 'Р',
  K: 'К',
  I: 'І',
  S: 'Ѕ',
}
const leet: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5', A: '4', E: '3', I: '1', O: '0', S: '5' }

const each = (text: string, change: (char: string) => string): string => [...text].map(change).join('')
const between = (text: string, mark: string): string =>
  text
    .split(' ')
    .map((word) => [...word].join(mark))
    .join(' ')
const middle = (text: string, mark: string): string =>
  text
    .split(' ')
    .map((word) => (word.length < 3 ? word : word.slice(0, word.length >> 1) + mark + word.slice(word.length >> 1)))
    .join(' ')

function fullwidth(char: string): string {
  const code = char.charCodeAt(0)
  return code > 32 && code < 127 ? String.fromCharCode(code + 0xfee0) : char
}

function mathBold(char: string): string {
  const code = char.charCodeAt(0)
  if (code >= 97 && code <= 122) return String.fromCodePoint(0x1d41a + code - 97)
  if (code >= 65 && code <= 90) return String.fromCodePoint(0x1d400 + code - 65)
  return code >= 48 && code <= 57 ? String.fromCodePoint(0x1d7ce + code - 48) : char
}

export const obfuscations: ReadonlyArray<readonly [string, (text: string) => string]> = [
  ['fullwidth', (text) => each(text, fullwidth)],
  ['look-alike', (text) => each(text, (char) => cyrillic[char] ?? char)],
  ['zero-width', (text) => middle(text, '\u200B')],
  ['soft hyphen', (text) => middle(text, '\u00AD')],
  ['entity', (text) => each(text, (char) => (/[aeiouAEIOU]/.test(char) ? `&#${char.charCodeAt(0)};` : char))],
  ['tag split', (text) => middle(text, '<b></b>')],
  ['math bold', (text) => each(text, mathBold)],
  ['leet', (text) => each(text, (char) => leet[char] ?? char)],
  ['spaced letters', (text) => between(text, ' ').replace(/(?<=\S) (?= )/g, ' ')],
  ['dotted', (text) => between(text, '.')],
  ['case', (text) => each(text, (char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase()))],
  ['decomposed', (text) => each(text, (char) => (/[aeiou]/.test(char) ? `${char}\u0301` : char)).normalize('NFD')],
]

/** Forty insertions into a clean text that must change nothing. */
export const insertions: ReadonlyArray<string> = `
Dr. Payne
Dr. Hart
Dr. Maria Colon
Dr. Bone and Dr. Blood
Dr. Kidney
Dr. Canal
Ms. Dolores Luna
Dr. Graves
nurse Stitch
Dr. Johnny Fever
14 Canal Street
200 Crown Plaza
9 Root Street
Bath, Maine
Hartford, CT 06103
Sugar Land, TX 77478
3 PM PT
Suite M54
25 Heart Lane
7 Spine Road
keep an eye out for updates
labor day hours apply
from the bottom of our hearts
no rash decisions needed
it's cold out today
our hours of operation changed
give us a hand
word of mouth helps
fill out the form online
drop by the front desk
positive or negative, we read it all
this is a test message
we are hooked on hearing from you
we are allergic to long waits
a stroke of luck
shoulder season hours apply
the heart of downtown
GI Bill paperwork at the desk
feel free to call
welcome back
`
  .trim()
  .split('\n')
