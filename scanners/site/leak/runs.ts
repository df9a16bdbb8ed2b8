/** A stretch of letters of one alphabet: where it starts, how many letters, and how many signs of padding follow. */
export type Run = { start: number; letters: number; padding: number }

const equals = 0x3d

function classOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0))
}

const base64Class = classOf(/[A-Za-z0-9+/]/)
const base64UrlClass = classOf(/[A-Za-z0-9_-]/)
export const anyBase64Class = classOf(/[A-Za-z0-9+/_-]/)
export const hexClass = classOf(/[0-9a-f]/i)
export const base58Class = classOf(/[1-9A-HJ-NP-Za-km-z]/)
const upper32Class = classOf(/[A-Z2-7]/)
const lower32Class = classOf(/[a-z2-7]/)

function endOf(bytes: Uint8Array, letters: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && letters[bytes[at]!] === 1) at++
  return at
}

function paddingAt(bytes: Uint8Array, at: number, most: number): number {
  let count = 0
  while (count < most && bytes[at + count] === equals) count++
  return count
}

const shortestWord = 8
const words = new WeakMap<Uint8Array, ReadonlyArray<number>>()

/** Starts and ends of everything that could be letters of some alphabet: most of a text is not, and is not looked at again. */
function wordsIn(bytes: Uint8Array): ReadonlyArray<number> {
  const known = words.get(bytes)
  if (known !== undefined) return known
  const found: Array<number> = []
  for (let at = 0; at < bytes.length; at++) {
    if (anyBase64Class[bytes[at]!] === 0) continue
    const end = endOf(bytes, anyBase64Class, at)
    if (end - at >= shortestWord) found.push(at, end)
    at = end
  }
  words.set(bytes, found)
  return found
}

/**
 * Runs of at least `least` letters (eight or more), cut after `most`; what is left of a cut one is a run of its own.
 */
export function* runsOf(
  bytes: Uint8Array,
  letters: Uint8Array,
  { least, most, padding }: { least: number; most: number; padding: number },
): Generator<Run> {
  const spans = wordsIn(bytes)
  for (let word = 0; word < spans.length; word += 2) {
    const last = spans[word + 1]!
    if (last - spans[word]! < least) continue
    for (let at = spans[word]!; last - at >= least; at++) {
      if (letters[bytes[at]!] === 0) continue
      let start = at
      const end = endOf(bytes, letters, at)
      for (; end - start >= least; start += most) {
        const length = Math.min(end - start, most)
        // Padding can follow only where the run itself ends.
        const signs = start + length === end ? paddingAt(bytes, end, padding) : 0
        yield { start, letters: length, padding: signs }
      }
      at = end
    }
  }
}

/** The address alphabet counts only where its own letters occur: elsewhere the run is the other one's. */
export function* base64Runs(bytes: Uint8Array, alphabet: 'plain' | 'url'): Generator<Run> {
  const limits = { least: 8, most: Number.POSITIVE_INFINITY, padding: 2 }
  if (alphabet === 'plain') yield* runsOf(bytes, base64Class, limits)
  else {
    for (const run of runsOf(bytes, base64UrlClass, limits)) {
      if (hasUrlLetter(bytes, run)) yield run
    }
  }
}

function hasUrlLetter(bytes: Uint8Array, { start, letters }: Run): boolean {
  for (let at = start; at < start + letters; at++) if (bytes[at] === 0x2d || bytes[at] === 0x5f) return true
  return false
}

export function* hexRuns(bytes: Uint8Array): Generator<Run> {
  for (const run of runsOf(bytes, hexClass, { least: 12, most: Number.POSITIVE_INFINITY, padding: 0 })) {
    yield { ...run, letters: run.letters - (run.letters % 2) }
  }
}

/** Ten capitals or sixteen small letters, digits from 2 to 7 among them. */
export function* base32Runs(bytes: Uint8Array): Generator<Run> {
  const spans = wordsIn(bytes)
  for (let word = 0; word < spans.length; word += 2) {
    const last = spans[word + 1]!
    let upperEnd = 0
    let lowerEnd = 0
    for (let at = spans[word]!; last - at >= 10; at++) {
      const byte = bytes[at]!
      if (upper32Class[byte] === 0 && lower32Class[byte] === 0) continue
      if (at >= upperEnd) upperEnd = endOf(bytes, upper32Class, at)
      if (at >= lowerEnd) lowerEnd = endOf(bytes, lower32Class, at)
      const end = upperEnd - at >= 10 ? upperEnd : lowerEnd - at >= 16 ? lowerEnd : undefined
      if (end === undefined) continue
      const padding = paddingAt(bytes, end, Number.POSITIVE_INFINITY)
      yield { start: at, letters: end - at, padding }
      at = end - 1
    }
  }
}
