/**
 * Numbers that stand for addresses as they lie in a file: a phone by its digits, an e-mail by a hash of its lower-case
 * bytes. A miss is certain; a hit is looked at again in full, so a clash costs time and nothing else.
 */
export type AddressSet = { add: (code: number) => void; has: (code: number) => boolean; size: () => number }

const slotOf = (code: number, mask: number) =>
  (Math.imul(code | 0, 0x9e3779b1) ^ Math.imul((code / 4294967296) | 0, 0x85ebca6b)) & mask

export function addressSet(): AddressSet {
  let slots = new Float64Array(1024)
  let count = 0
  const put = (table: Float64Array, code: number): boolean => {
    const mask = table.length - 1
    let at = slotOf(code, mask)
    while (table[at] !== 0) {
      if (table[at] === code) return false
      at = (at + 1) & mask
    }
    table[at] = code
    return true
  }
  return {
    add(code) {
      // 0 marks an empty slot, and an address without a number of its own is always read in full.
      if (code === 0) return
      if (!put(slots, code)) return
      count += 1
      if (count * 2 < slots.length) return
      const wider = new Float64Array(slots.length * 2)
      for (const known of slots) if (known !== 0) put(wider, known)
      slots = wider
    },
    has(code) {
      const mask = slots.length - 1
      let at = slotOf(code, mask)
      while (slots[at] !== 0) {
        if (slots[at] === code) return true
        at = (at + 1) & mask
      }
      return false
    },
    size: () => count,
  }
}

/** The number of the address in `bytes[from, to)`, or 0 when it is not plainly a US phone or an e-mail. */
export function addressCode(bytes: Uint8Array, from: number, to: number): number {
  // Most are figures alone, and need no hash.
  const start = bytes[from] === 43 ? from + 1 : from
  let number = 0
  let next = start
  for (; next < to; next++) {
    const digit = bytes[next]! - 48
    if (digit < 0 || digit > 9) break
    number = number * 10 + digit
  }
  if (next === to) {
    if (to - from === 10 && start === from) return number
    return to - start === 11 && number >= 1e10 && number < 2e10 ? number - 1e10 : 0
  }
  let digits = 0
  let value = 0
  let hash = 0x811c9dc5
  let second = 0x1b873593
  let mail = false
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte >= 48 && byte <= 57) {
      digits += 1
      value = value * 10 + byte - 48
    }
    const lower = byte >= 65 && byte <= 90 ? byte + 32 : byte
    // Letters outside ASCII fold by rules of their own, and blanks belong to a slower reading.
    if (byte > 126 || byte <= 32) return 0
    if (byte === 64) mail = true
    hash = Math.imul(hash ^ lower, 0x01000193)
    second = Math.imul(second ^ lower, 0x5bd1e995)
  }
  if (mail) return -((hash >>> 0) * 2097152 + (second >>> 11)) - 1
  const plus = bytes[from] === 43
  if (digits === 10 && !plus) return value
  return digits === 11 && value >= 1e10 && value < 2e10 && to - from === digits + (plus ? 1 : 0) ? value - 1e10 : 0
}
