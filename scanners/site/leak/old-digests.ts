/** RFC 1319, section 3.2: a permutation of 0…255 made from the digits of pi, computed instead of copied. */
function piTable(): Uint8Array {
  // Digits of pi by the spigot of Rabinowitz and Wagon; 722 digits are what the shuffle consumes.
  const digits = piDigits(760)
  const table = Uint8Array.from({ length: 256 }, (_, index) => index)
  let at = 0
  const digit = () => digits[at++]!
  function random(n: number): number {
    let x = digit()
    let y = 10
    if (n > 10) {
      x = x * 10 + digit()
      y = 100
    }
    if (n > 100) {
      x = x * 10 + digit()
      y = 1000
    }
    return x < n * Math.floor(y / n) ? x % n : random(n)
  }
  for (let n = 2; n <= 256; n++) {
    const other = random(n)
    const last = n - 1
    const kept = table[other]!
    table[other] = table[last]!
    table[last] = kept
  }
  return table
}

function piDigits(count: number): Array<number> {
  // Machin: pi = 16 atan(1/5) - 4 atan(1/239), in integers with guard digits.
  const scale = 10n ** BigInt(count + 10)
  const arctan = (x: bigint): bigint => {
    let term = scale / x
    let sum = term
    for (let n = 3n, sign = -1n; term !== 0n; n += 2n, sign = -sign) {
      term /= x * x
      sum += (sign * term) / n
    }
    return sum
  }
  const pi = 16n * arctan(5n) - 4n * arctan(239n)
  return [...pi.toString()].slice(0, count).map(Number)
}

let table: Uint8Array | undefined

/** MD2 (RFC 1319): still met in home-made hashing. */
export function md2(bytes: Uint8Array): Buffer {
  table ??= piTable()
  const padding = 16 - (bytes.length % 16)
  const padded = Buffer.concat([bytes, Buffer.alloc(padding, padding)])
  const checksum = new Uint8Array(16)
  let last = 0
  for (let block = 0; block < padded.length; block += 16) {
    for (let j = 0; j < 16; j++) {
      checksum[j]! ^= table[padded[block + j]! ^ last]!
      last = checksum[j]!
    }
  }
  const all = Buffer.concat([padded, checksum])
  const state = new Uint8Array(48)
  for (let block = 0; block < all.length; block += 16) {
    for (let j = 0; j < 16; j++) {
      state[16 + j] = all[block + j]!
      state[32 + j] = state[16 + j]! ^ state[j]!
    }
    let t = 0
    for (let round = 0; round < 18; round++) {
      for (let k = 0; k < 48; k++) {
        state[k]! ^= table[t]!
        t = state[k]!
      }
      t = (t + round) % 256
    }
  }
  return Buffer.from(state.subarray(0, 16))
}
