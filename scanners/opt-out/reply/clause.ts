import { fold, type Token } from './fold.ts'

/** A stretch between full stops. `text` is its plain words with one space between; commas and dashes stand as `,`. */
export type Clause = { text: string; tokens: Array<Token>; asks: boolean }

const ends = new Set(['.', '!', '?', ';', '\n', '…', '¿', '¡'])

/** Shortened words whose full stop ends no sentence. */
const shortened = new Set('dr mr mrs ms st appt approx dept tel ext doctor'.split(' '))

function isMark(word: string): boolean {
  return !/[\p{L}\p{N}]/u.test(word)
}

/** Joins what is one word in two writings: "e-mail", "un-subscribe", "opt-out" keep their words, the hyphen goes. */
function tidy(tokens: Array<Token>): Array<Token> {
  const kept: Array<Token> = []
  for (const [at, token] of tokens.entries()) {
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    if (token.word === '-' && before?.end === token.start && after?.start === token.end && !isMark(before.word))
      continue
    const last = kept.at(-1)
    if (token.word === 'mail' && last?.word === 'e')
      kept.splice(-1, 1, { word: 'email', start: last.start, end: token.end })
    else if (/^(?:subscribe|subscribed|subscribing|suscribe|subcribe)$/.test(token.word) && last?.word === 'un') {
      kept.splice(-1, 1, { word: `un${token.word}`, start: last.start, end: token.end })
    } else kept.push(token)
  }
  return kept
}

function clauseOf(tokens: Array<Token>, asks: boolean): Clause | undefined {
  const words: Array<Token> = []
  for (const token of tokens) {
    if (!isMark(token.word)) words.push(token)
    else if (/^[,:()\-—/&]$/.test(token.word) && words.length > 0 && words.at(-1)!.word !== ',') {
      words.push({ ...token, word: token.word === '/' || token.word === '&' ? 'and' : ',' })
    }
  }
  while (words.at(-1)?.word === ',') words.pop()
  return words.length === 0 ? undefined : { text: words.map(({ word }) => word).join(' '), tokens: words, asks }
}

const longest = 28
const step = 14

/** A run of words without a full stop is read in windows that overlap, so that no pattern has to search far. */
function windows(tokens: Array<Token>): Array<Array<Token>> {
  if (tokens.length <= longest) return [tokens]
  const parts: Array<Array<Token>> = []
  for (let from = 0; from < tokens.length - (longest - step); from += step)
    parts.push(tokens.slice(from, from + longest))
  return parts
}

/** Cuts a message into clauses of plain words. */
export function clausesOf(text: string): Array<Clause> {
  const clauses: Array<Clause> = []
  let current: Array<Token> = []
  const close = (asks: boolean) => {
    const found = windows(current).flatMap((part) => clauseOf(part, asks) ?? [])
    clauses.push(...found)
    if (found.length === 0 && asks && clauses.length > 0) clauses.at(-1)!.asks = true
    current = []
  }
  for (const token of tidy(fold(text))) {
    if (token.word === '.' && shortened.has(current.at(-1)?.word ?? '') && current.at(-1)!.end === token.start) continue
    if (ends.has(token.word)) close(token.word === '?')
    else current.push(token)
  }
  close(false)
  return clauses
}

/** Where in the original the characters `from` to `to` of a clause's text stand. */
export function spanIn(clause: Clause, from: number, to: number): { start: number; end: number } {
  let offset = 0
  let start: number | undefined
  let end = clause.tokens.at(-1)!.end
  for (const token of clause.tokens) {
    const next = offset + token.word.length
    if (start === undefined && next > from) start = token.start
    if (next >= to) {
      end = token.end
      break
    }
    offset = next + 1
  }
  return { start: start ?? clause.tokens[0]!.start, end }
}
