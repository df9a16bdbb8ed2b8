/** Bytes looked at when it is decided whether something reads as text. */
const sampled = 256
const wideSampled = 64

/** 1 for bytes that text seldom has. */
const odd = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 9 || (byte > 13 && byte < 32) || byte > 126 ? 1 : 0))

/** What a first look at decoded bytes says, without decoding more than it needs. */
export type Look = {
  /** Under a third of it is odd. */
  reads: boolean
  /** Hardly anything of it is odd. */
  clear: boolean
  /** Every second byte is zero: text in two bytes a letter. */
  wide: boolean
  /** Begins like a compressed stream with a mark of its own. */
  marked: boolean
}

const maxOdd = 0.3
const clearOdd = 0.05

export function oddShare(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, sampled)
  let count = 0
  for (let at = 0; at < length; at++) count += odd[bytes[at]!]!
  return count / length
}

/** The marks of gzip, zlib and Zstandard. */
function isMarked(first: number, second: number): boolean {
  if (first === 0x1f && second === 0x8b) return true
  if (first === 0x28 && second === 0xb5) return true
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0
}

const wideZeros = (length: number) => Math.min(length, wideSampled) * 0.4

/** Looks at `length` bytes that `byteAt` decodes one by one, and stops as soon as nothing can come of it. */
export function lookAt(length: number, byteAt: (index: number) => number): Look {
  const size = Math.min(length, sampled)
  const most = size * maxOdd
  const needed = wideZeros(length)
  let odds = 0
  let zeros = 0
  let first = 0
  let second = 0
  let at = 0
  for (; at < size; at++) {
    const byte = byteAt(at)
    if (at === 0) first = byte
    else if (at === 1) second = byte
    if (byte === 0 && at < wideSampled) zeros++
    odds += odd[byte]!
    // Text in two bytes a letter is odd in every second byte: only where zeros come along is it looked at further.
    if (odds > most && at > 0 && (length < 10 || !mayBeWide(at, zeros, needed))) break
  }
  const ended = at === size
  return {
    reads: ended && odds <= most,
    clear: ended && length >= 5 && odds <= size * clearOdd,
    wide: ended && length >= 10 && zeros >= needed,
    marked: length >= 8 && isMarked(first, second),
  }
}

function mayBeWide(at: number, zeros: number, needed: number): boolean {
  return at >= wideSampled - 1 ? zeros >= needed : at < 6 || zeros > 0
}
