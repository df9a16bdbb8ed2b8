import { mayMatch } from './needed-words.ts'

/** Offsets into the canonical text of a document, UTF-16, end exclusive. */
export type Span = { start: number; end: number }

/**
 * A working copy of text that remembers where each character came from: `at[i]` is the canonical offset of character i,
 * or -1 for words the engine itself put in. Every change of text goes through the functions below, so that a quote can
 * always be cut from the untouched original.
 */
export type Mapped = { text: string; at: Int32Array }

export function made(text: string): Mapped {
  return { text, at: new Int32Array(text.length).fill(-1) }
}

/** Shares the offsets of `from`: no function here writes into offsets once they are made. */
export function slice(from: Mapped, start: number, end = from.text.length): Mapped {
  return { text: from.text.slice(start, end), at: from.at.subarray(start, end) }
}

export function join(parts: ReadonlyArray<Mapped>, glue = ''): Mapped {
  let length = glue.length * Math.max(0, parts.length - 1)
  for (const part of parts) length += part.at.length
  const at = new Int32Array(length)
  let to = 0
  for (const [index, part] of parts.entries()) {
    if (index > 0 && glue !== '') {
      at.fill(-1, to, to + glue.length)
      to += glue.length
    }
    at.set(part.at, to)
    to += part.at.length
  }
  return { text: parts.map(({ text }) => text).join(glue), at }
}

export function trim(from: Mapped): Mapped {
  const start = from.text.length - from.text.trimStart().length
  return slice(from, start, Math.max(start, from.text.trimEnd().length))
}

/** Replaces each match; the new words stand for the whole place of the old ones. undefined leaves a match alone. */
export function replace(
  from: Mapped,
  pattern: RegExp,
  by: string | ((match: RegExpExecArray) => string | undefined),
): Mapped {
  if (!mayMatch(pattern, from.text)) return from
  pattern.lastIndex = 0
  let match = pattern.exec(from.text)
  if (match === null) return from
  const edits: Array<{ start: number; end: number; words: string }> = []
  let length = from.at.length
  while (match !== null) {
    const words = typeof by === 'string' ? by : by(match)
    if (words !== undefined && words !== match[0]) {
      edits.push({ start: match.index, end: match.index + match[0].length, words })
      length += words.length - match[0].length
    }
    if (match[0] === '') pattern.lastIndex += 1
    match = pattern.exec(from.text)
  }
  return edits.length === 0 ? from : rewritten(from, edits, length)
}

function rewritten(
  from: Mapped,
  edits: ReadonlyArray<{ start: number; end: number; words: string }>,
  length: number,
): Mapped {
  const at = new Int32Array(length)
  let text = ''
  let done = 0
  let to = 0
  for (const { start, end, words } of edits) {
    text += from.text.slice(done, start) + words
    at.set(from.at.subarray(done, start), to)
    to += start - done
    if (words !== '') {
      at.fill(from.at[start] ?? -1, to, to + words.length - 1)
      to += words.length
      at[to - 1] = from.at[end - 1] ?? -1
    }
    done = end
  }
  at.set(from.at.subarray(done), to)
  return { text: text + from.text.slice(done), at }
}

/** Where characters [from, to) stand in the original; null if the engine made all of them up. */
export function spanOf(words: Mapped, from = 0, to = words.text.length): Span | null {
  let start = -1
  let end = -1
  for (let i = from; i < to; i += 1) {
    const offset = words.at[i]!
    if (offset < 0) continue
    if (start < 0 || offset < start) start = offset
    if (offset + 1 > end) end = offset + 1
  }
  return start < 0 ? null : { start, end }
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
