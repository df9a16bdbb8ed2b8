/** Offsets into the canonical text of a document, UTF-16, end exclusive. */
export type Span = { start: number; end: number }

/**
 * A working copy of text that remembers where each character came from: `at[i]` is the canonical offset of character i,
 * or -1 for words the engine itself put in. Every change of text goes through the functions below, so that a quote can
 * always be cut from the untouched original.
 */
export type Mapped = { text: string; at: ReadonlyArray<number> }

export function made(text: string): Mapped {
  return { text, at: new Array<number>(text.length).fill(-1) }
}

export function slice(from: Mapped, start: number, end = from.text.length): Mapped {
  return { text: from.text.slice(start, end), at: from.at.slice(start, end) }
}

export function join(parts: ReadonlyArray<Mapped>, glue = ''): Mapped {
  const texts: Array<string> = []
  const at: Array<number> = []
  for (const [index, part] of parts.entries()) {
    if (index > 0 && glue !== '') {
      texts.push(glue)
      for (let i = 0; i < glue.length; i += 1) at.push(-1)
    }
    texts.push(part.text)
    for (const offset of part.at) at.push(offset)
  }
  return { text: texts.join(''), at }
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
  pattern.lastIndex = 0
  let match = pattern.exec(from.text)
  if (match === null) return from
  const texts: Array<string> = []
  const at: Array<number> = []
  let done = 0
  while (match !== null) {
    const words = typeof by === 'string' ? by : by(match)
    const end = match.index + match[0].length
    if (words !== undefined && words !== match[0]) {
      texts.push(from.text.slice(done, match.index), words)
      for (let i = done; i < match.index; i += 1) at.push(from.at[i]!)
      const first = from.at[match.index] ?? -1
      const last = from.at[end - 1] ?? -1
      for (let i = 0; i < words.length; i += 1) at.push(i === words.length - 1 ? last : first)
      done = end
    }
    if (match[0] === '') pattern.lastIndex += 1
    match = pattern.exec(from.text)
  }
  texts.push(from.text.slice(done))
  for (let i = done; i < from.at.length; i += 1) at.push(from.at[i]!)
  return { text: texts.join(''), at }
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
