import type { Pattern } from './patterns.ts'

/** `mask` says what hid the value: one byte xor-ed or added to every byte of it. */
export type Occurrence = { pattern: Pattern; at: number; mask: 'xor' | 'shift' | null }
export type PatternIndex = {
  find: (bytes: Uint8Array) => Array<Occurrence>
  /** Whether something stands there behind a mask. */
  hides: (bytes: Uint8Array) => boolean
}

const window = 5
const filterBits = 18

function lower(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes)
  for (let at = 0; at < out.length; at++) if (out[at]! >= 65 && out[at]! <= 90) out[at]! += 32
  return out
}

/** Differences of neighbours: a single-byte mask cancels out of them, whether it was xor-ed or added. */
function differences(bytes: Uint8Array, mask: 'xor' | 'shift'): Uint8Array {
  const out = new Uint8Array(Math.max(0, bytes.length - 1))
  for (let at = 0; at < out.length; at++) {
    out[at] = mask === 'xor' ? bytes[at]! ^ bytes[at + 1]! : bytes[at + 1]! - bytes[at]!
  }
  return out
}

function keyAt(bytes: Uint8Array, at: number): number {
  let key = 0
  for (let index = 0; index < window; index++) key = key * 256 + bytes[at + index]!
  return key
}

const slot = (key: number) => (key ^ (key / 0x4000)) & ((1 << filterBits) - 1)

type Entry = { pattern: Pattern; needle: Uint8Array }

function table(entries: ReadonlyArray<Entry>) {
  const byKey = new Map<number, Array<Entry>>()
  // A small bitmap in front: most positions of most bodies begin no pattern at all.
  const maybe = new Uint8Array(1 << filterBits)
  for (const entry of entries) {
    const key = keyAt(entry.needle, 0)
    const list = byKey.get(key)
    if (list === undefined) byKey.set(key, [entry])
    else list.push(entry)
    maybe[slot(key)] = 1
  }
  return (hay: Uint8Array, hit: (entry: Entry, at: number) => void): void => {
    for (let at = 0; at + window <= hay.length; at++) {
      const key = keyAt(hay, at)
      if (maybe[slot(key)] === 0) continue
      for (const entry of byKey.get(key) ?? []) {
        const { needle } = entry
        if (at + needle.length > hay.length) continue
        let same = window
        while (same < needle.length && hay[at + same] === needle[same]) same++
        if (same === needle.length) hit(entry, at)
      }
    }
  }
}

const minMasked = 8
const masks = ['xor', 'shift'] as const

/** All patterns in one pass over the bytes, in lower case, and once more behind any single-byte mask. */
export function createIndex(patterns: ReadonlyArray<Pattern>): PatternIndex {
  const plain = table(patterns.map((pattern) => ({ pattern, needle: pattern.bytes })))
  const maskable = patterns.filter(
    ({ encoding, weak, part, bytes }) => encoding.length === 0 && !weak && !part && bytes.length > minMasked,
  )
  const hidden = masks.map((mask) => ({
    mask,
    search: table(
      maskable.flatMap((pattern) =>
        [Buffer.from(pattern.value), pattern.bytes].map((bytes) => ({ pattern, needle: differences(bytes, mask) })),
      ),
    ),
  }))
  function findHidden(bytes: Uint8Array): Array<Occurrence> {
    const found: Array<Occurrence> = []
    for (const { mask, search } of hidden) {
      search(differences(bytes, mask), ({ pattern }, at) => {
        // Unmasked text is the other table's business, also in another case.
        const isPlain = (first: number) => (bytes[at]! | 32) === (first | 32)
        if (isPlain(pattern.value.charCodeAt(0)) || isPlain(pattern.bytes[0]!)) return
        found.push({ pattern, at, mask })
      })
    }
    return found
  }
  return {
    find: (bytes) => {
      const found: Array<Occurrence> = []
      plain(lower(bytes), ({ pattern }, at) => found.push({ pattern, at, mask: null }))
      return [...found, ...findHidden(bytes)]
    },
    hides: (bytes) => findHidden(bytes).length > 0,
  }
}
