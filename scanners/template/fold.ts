/** Letters of other scripts that look like Latin ones; the attack and the typing slip look alike. */
const lookAlikes: Record<string, string> = {}
const pairs =
  'аaвbсcԁdеeһhіiјjкkӏlмmнhоoрpԛqгrѕsтtуyѵvхxԝwьbαaβbεeηnιiκkνvοoρpτtυuχxωwγyσoкkзzпnлjіiյjօoսuհhոnցgԼl' +
  'ɑaɡgıiłløođdħhŧtɩiʏyƙkɓbɗdɖdⅼlⅿm'
for (let at = 0; at < pairs.length; at += 2) lookAlikes[pairs[at]!] = pairs[at + 1]!

const invisible = /^[\p{Cf}\p{Mn}\p{Me}\u115F\u1160\u3164\uFFA0\u034F\uFE00-\uFE0F]$/u
const known = new Map<number, string>()

/**
 * One code point as it is read: compatibility forms, accents, case and look-alikes folded.
 * '' = not seen at all (zero-width, soft hyphen, combining mark).
 */
export function foldCodePoint(code: number): string {
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : String.fromCharCode(code)
  const seen = known.get(code)
  if (seen !== undefined) return seen
  const char = String.fromCodePoint(code)
  let folded = ''
  if (!invisible.test(char)) {
    for (const part of char.normalize('NFKC').toLowerCase().normalize('NFD')) {
      if (!/\p{M}/u.test(part)) folded += lookAlikes[part] ?? part
    }
  }
  if (/\p{Pd}/u.test(char)) folded = '-'
  else if (/[\u2018\u2019\u02BC\u02B9\u00B4`]/.test(char)) folded = "'"
  else if (/\p{Zs}/u.test(char)) folded = ' '
  // Templates repeat few characters; the cap keeps a hostile text from filling memory.
  if (known.size < 4096) known.set(code, folded)
  return folded
}

/** A whole string folded; used for tables and names, where no offsets are needed. */
export function foldText(text: string): string {
  let folded = ''
  for (const char of text) folded += foldCodePoint(char.codePointAt(0)!)
  return folded
}

const namedEntities = new Map(Object.entries({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '\u00AD',
  zwnj: '\u200C', zwj: '\u200D', lrm: '\u200E', rlm: '\u200F', ndash: '-', mdash: '-', hyphen: '-', dash: '-',
  lsquo: "'", rsquo: "'", ldquo: '"', rdquo: '"', laquo: '«', raquo: '»', hellip: '.', middot: '·', bull: '•',
  copy: '©', reg: '®', trade: '™', ordm: 'o', ordf: 'a', iexcl: '¡', iquest: '¿', szlig: 'ss', aelig: 'ae',
  oelig: 'oe', ccedil: 'c', Ccedil: 'C', percnt: '%', num: '#', lbrace: '{', rbrace: '}', lbrack: '[', rbrack: ']',
  lpar: '(', rpar: ')', colon: ':', sol: '/', period: '.', comma: ',', excl: '!', quest: '?', Tab: ' ', NewLine: ' ',
})) // biome-ignore format: one table

/** The character an HTML entity stands for and where it ends, or undefined when `&` is only an ampersand. */
export function readEntity(text: string, at: number): { char: string; end: number } | undefined {
  const stop = Math.min(text.length, at + 12)
  let end = at + 1
  while (end < stop && /[#\w]/.test(text[end]!)) end += 1
  const name = text.slice(at + 1, end)
  if (name === '') return undefined
  const closed = text[end] === ';'
  if (name[0] === '#') {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    if (!(code > 0 && code <= 0x10ffff)) return undefined
    return { char: String.fromCodePoint(code), end: closed ? end + 1 : end }
  }
  if (!closed) return undefined
  // &eacute; and its kin: the letter is all that reading needs.
  const accented = /^([A-Za-z])(?:acute|grave|circ|tilde|uml|ring|cedil|caron|slash)$/.exec(name)
  const char = accented?.[1] ?? namedEntities.get(name)
  return char === undefined ? undefined : { char, end: end + 1 }
}
