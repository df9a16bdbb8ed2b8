import { commonWords } from '#checklists/knowledge/common-words.ts'

/** Made by scripts/pack-common-words.mjs, which holds the same numbers. */
const width = 64
const printBits = 7

let values: Uint8Array | undefined

function unpack(): Uint8Array {
  const bytes = Uint8Array.from(atob(commonWords.bits), (char) => char.charCodeAt(0))
  const found = new Uint8Array(commonWords.slots)
  for (let slot = 0; slot < found.length; slot += 1) {
    const at = slot * printBits
    const pair = bytes[at >> 3]! | ((bytes[(at >> 3) + 1] ?? 0) << 8)
    found[slot] = (pair >> (at & 7)) & ((1 << printBits) - 1)
  }
  return found
}

function mix(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** Whether a word is in the packed list of common English words (4 to 12 letters); 1 in 128 other words is taken for one. */
export function isInCommonList(word: string): boolean {
  values ??= unpack()
  let one = 0x811c9dc5 ^ commonWords.seed
  let two = 5381
  for (let at = 0; at < word.length; at += 1) {
    one = Math.imul(one ^ word.charCodeAt(at), 0x01000193)
    two = (Math.imul(two, 33) ^ word.charCodeAt(at)) | 0
  }
  const first = mix(one)
  const low = mix(first ^ two)
  const high = mix(low + one)
  const start = (first >>> 0) % (commonWords.slots - width + 1)
  let print = mix(high ^ two) & ((1 << printBits) - 1)
  for (let bit = 0, row = low | 1; row !== 0; bit += 1, row >>>= 1) if ((row & 1) !== 0) print ^= values[start + bit]!
  for (let bit = 32, row = high; row !== 0; bit += 1, row >>>= 1) if ((row & 1) !== 0) print ^= values[start + bit]!
  return print === 0
}
