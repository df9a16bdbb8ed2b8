import { foldCodePoint } from './fold.ts'
import { append, flush, type Gap, gap, type State, separate } from './reading-state.ts'

const abbreviations = new Set(
  'dr dra drs mr mrs ms sr sra srta st ste bldg apt ave blvd rd no prof mt ft dept rm fl vs approx appt tel ph ext jr'.split(
    ' ',
  ),
)
const letter = /[\p{L}\p{N}]/u
const pictograph = /\p{Extended_Pictographic}/u

const isLetterCode = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 191
const isWordCode = (code: number) => isLetterCode(code) || (code >= 48 && code <= 57)

/** An apostrophe: "child's" ends the word as a possessive, "don't" joins. Returns where reading goes on. */
export function apostrophe(state: State, after: number, end: number): number {
  const { text } = state
  const next = text[after] ?? ''
  if (state.norm !== '' && /s/i.test(next) && !isWordCode(text.charCodeAt(after + 1) || 0)) {
    flush(state)
    state.words.at(-1)!.possessive = true
    return after + 1
  }
  if (state.norm === '' || after >= end || !isLetterCode(text.charCodeAt(after))) separate(state, gap.space)
  return after
}

/** How strongly an ASCII mark parts two words; null = the mark belongs to the word. */
function markStrength(state: State, char: string, at: number, after: number): Gap | null {
  const { text, place } = state
  const next = text.charCodeAt(after) || 0
  const inLink = place === 'link' || place === 'host'
  if (char === ' ') return gap.space
  if (char === '-' || char === '_' || char === '~' || (char === '+' && inLink)) {
    // What follows may be a letter behind an invisible sign or a tag.
    return inLink || (!/\s/.test(text[after] ?? ' ') && (state.norm !== '' || isWordCode(next)))
      ? gap.hyphen
      : gap.comma
  }
  if (inLink) return char === '.' ? gap.hyphen : gap.comma
  if (char === '/') return gap.hyphen
  // D&C, H&P, Q&A: one term.
  if (char === '&' && state.norm.length === 1 && isLetterCode(next) && !isWordCode(text.charCodeAt(after + 1) || 0)) {
    return null
  }
  // A sign used as a letter; the lexicon undoes it.
  if ((char === '@' || char === '$') && isLetterCode(next) && !/^[@$][\w-]*\.\w/.test(text.slice(at, at + 40)))
    return null
  if (char === '.') {
    if (isWordCode(next)) return gap.hyphen
    return state.norm.length === 1 || abbreviations.has(state.norm) ? gap.space : gap.sentence
  }
  if (char === '\n') {
    // A long line was wrapped by a mail program; a short one was ended by its writer.
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    return at - lineStart >= 55 && next !== 10 ? gap.space : gap.sentence
  }
  if ('\r\t*&\\'.includes(char)) return gap.space
  return '!?¡¿•|…'.includes(char) ? gap.sentence : gap.comma
}

function punctuation(state: State, char: string, at: number, after: number): void {
  const strength = markStrength(state, char, at, after)
  if (strength === null) append(state, char, at, after, false)
  else separate(state, strength, /\s/.test(char) ? ' ' : char)
}

export function takeCodePoint(state: State, code: number, at: number, after: number): void {
  if (code < 128) {
    if (isWordCode(code))
      append(
        state,
        String.fromCharCode(code | (code >= 65 && code <= 90 ? 32 : 0)),
        at,
        after,
        code <= 90 && code >= 65,
      )
    else punctuation(state, String.fromCharCode(code), at, after)
    return
  }
  const char = String.fromCodePoint(code)
  const folded = foldCodePoint(code)
  if (folded === '') return
  if (pictograph.test(char)) {
    separate(state, gap.comma)
    state.emoji.push({ char, start: at, end: after, place: state.place })
    return
  }
  for (const part of folded) {
    if (letter.test(part))
      append(state, part, at, after, char !== char.toLowerCase() || /\p{Lu}/u.test(char.normalize('NFKC')))
    else punctuation(state, part, at, after)
  }
}

/** Percent-encoded bytes of an address, as many as follow each other, decoded at once. */
export function takePercent(state: State, at: number, end: number): number {
  let here = at
  while (here + 2 < end + 1 && /^%[\dA-Fa-f]{2}$/.test(state.text.slice(here, here + 3))) here += 3
  if (here === at) {
    separate(state, gap.comma)
    return at + 1
  }
  let decoded = ' '
  try {
    decoded = decodeURIComponent(state.text.slice(at, here))
  } catch {
    // Broken UTF-8 stands for no letter.
  }
  for (const char of decoded) takeCodePoint(state, char.codePointAt(0)!, at, here)
  return here
}
