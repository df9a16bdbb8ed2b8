import type { Pattern } from './patterns.ts'

/** `mask` says what hid the value: one byte xor-ed or added to every byte of it. */
export type Occurrence = { pattern: Pattern; at: number; mask: 'xor' | 'shift' | null }
export type PatternIndex = {
  find: (bytes: Uint8Array) => Array<Occurrence>
  /** Whether something stands there behind a mask. */
  hides: (bytes: Uint8Array) => boolean
}

/** How a byte is looked at: in lower case, or as its difference to the next one, out of which a mask cancels. */
type Look = 'plain' | 'xor' | 'shift'

const window = 4
const filterBits = 16

const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))

/** Differences of neighbours: a single-byte mask cancels out of them, whether it was xor-ed or added. */
function differences(bytes: Uint8Array, mask: 'xor' | 'shift'): Uint8Array {
  const out = new Uint8Array(Math.max(0, bytes.length - 1))
  for (let at = 0; at < out.length; at++) {
    out[at] = mask === 'xor' ? bytes[at]! ^ bytes[at + 1]! : bytes[at + 1]! - bytes[at]!
  }
  return out
}

const slot = (key: number) => Math.imul(key, 0x9e3779b1) >>> (32 - filterBits)

type Entry = { pattern: Pattern; needle: Uint8Array }
type Table = { byKey: ReadonlyMap<number, ReadonlyArray<Entry>>; maybe: Uint8Array }

function table(entries: ReadonlyArray<Entry>): Table {
  const byKey = new Map<number, Array<Entry>>()
  // A small bitmap in front: most positions of most bodies begin no pattern at all.
  const maybe = new Uint8Array(1 << filterBits)
  for (const entry of entries) {
    let key = 0
    for (let at = 0; at < window; at++) key = (key << 8) | entry.needle[at]!
    const list = byKey.get(key)
    if (list === undefined) byKey.set(key, [entry])
    else list.push(entry)
    maybe[slot(key)] = 1
  }
  return { byKey, maybe }
}

function stands(needle: Uint8Array, bytes: Uint8Array, start: number, look: Look): boolean {
  for (let index = window; index < needle.length; index++) {
    const at = start + index
    const byte = bytes[at]!
    const seen =
      look === 'plain' ? lowerCase[byte]! : look === 'xor' ? byte ^ bytes[at + 1]! : (bytes[at + 1]! - byte) & 0xff
    if (seen !== needle[index]) return false
  }
  return true
}

const minMasked = 8
const masks = ['xor', 'shift'] as const

/** All patterns in one pass over the bytes, in lower case, and in the same pass behind any single-byte mask. */
export function createIndex(patterns: ReadonlyArray<Pattern>): PatternIndex {
  const plain = table(patterns.map((pattern) => ({ pattern, needle: pattern.bytes })))
  const maskable = patterns.filter(
    ({ encoding, weak, part, bytes }) => encoding.length === 0 && !weak && !part && bytes.length > minMasked,
  )
  const [xored, shifted] = masks.map((mask) =>
    table(
      maskable.flatMap((pattern) =>
        [Buffer.from(pattern.value), pattern.bytes].map((bytes) => ({ pattern, needle: differences(bytes, mask) })),
      ),
    ),
  ) as [Table, Table]

  function verify(bytes: Uint8Array, at: number, entries: ReadonlyArray<Entry> | undefined, look: Look): Array<Entry> {
    // Differences are one fewer than the bytes they are of.
    const end = look === 'plain' ? bytes.length : bytes.length - 1
    return (entries ?? []).filter(({ needle }) => at + needle.length <= end && stands(needle, bytes, at, look))
  }

  function hiddenAt(bytes: Uint8Array, at: number, entries: ReadonlyArray<Entry> | undefined, mask: 'xor' | 'shift') {
    return verify(bytes, at, entries, mask).flatMap(({ pattern }): Array<Occurrence> => {
      // Unmasked text is the other table's business, also in another case.
      const isPlain = (first: number) => (bytes[at]! | 32) === (first | 32)
      if (isPlain(pattern.value.charCodeAt(0)) || isPlain(pattern.bytes[0]!)) return []
      return [{ pattern, at, mask }]
    })
  }

  function scan(bytes: Uint8Array, withPlain: boolean): Array<Occurrence> {
    const found: Array<Occurrence> = []
    const hidden: Array<Occurrence> = []
    const shiftHidden: Array<Occurrence> = []
    const plainMaybe = plain.maybe
    const xorMaybe = xored.maybe
    const shiftMaybe = shifted.maybe
    let text = 0
    let xor = 0
    let shift = 0
    let before = 0
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      text = (text << 8) | lowerCase[byte]!
      xor = (xor << 8) | (byte ^ before)
      shift = (shift << 8) | ((byte - before) & 0xff)
      before = byte
      if (at + 1 < window) continue
      const start = at + 1 - window
      if (withPlain && plainMaybe[Math.imul(text, 0x9e3779b1) >>> (32 - filterBits)] !== 0) {
        for (const { pattern } of verify(bytes, start, plain.byKey.get(text), 'plain')) {
          found.push({ pattern, at: start, mask: null })
        }
      }
      if (at < window) continue
      // The difference at this place is to the byte before, so the window began one byte earlier.
      if (xorMaybe[Math.imul(xor, 0x9e3779b1) >>> (32 - filterBits)] !== 0) {
        hidden.push(...hiddenAt(bytes, start - 1, xored.byKey.get(xor), 'xor'))
      }
      if (shiftMaybe[Math.imul(shift, 0x9e3779b1) >>> (32 - filterBits)] !== 0) {
        shiftHidden.push(...hiddenAt(bytes, start - 1, shifted.byKey.get(shift), 'shift'))
      }
    }
    return [...found, ...hidden, ...shiftHidden]
  }

  return {
    find: (bytes) => scan(bytes, true),
    hides: (bytes) => bytes.length > minMasked && scan(bytes, false).length > 0,
  }
}
