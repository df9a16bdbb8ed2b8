const mask = (1n << 64n) - 1n
const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (64n - by))) & mask

function mix(value: bigint): bigint {
  let h = value
  h = ((h ^ (h >> 33n)) * 0xff51afd7ed558ccdn) & mask
  h = ((h ^ (h >> 33n)) * 0xc4ceb9fe1a85ec53n) & mask
  return h ^ (h >> 33n)
}

/** MurmurHash3 x64 128, seed 0, as its reference prints it: two big-endian halves. */
export function murmur128(bytes: Uint8Array): Buffer {
  const c1 = 0x87c37b91114253d5n
  const c2 = 0x4cf5ad432745937fn
  const data = Buffer.from(bytes)
  let h1 = 0n
  let h2 = 0n
  const whole = data.length - (data.length % 16)
  const k1Of = (k: bigint) => (rotate((k * c1) & mask, 31n) * c2) & mask
  const k2Of = (k: bigint) => (rotate((k * c2) & mask, 33n) * c1) & mask
  for (let at = 0; at < whole; at += 16) {
    h1 = (rotate(h1 ^ k1Of(data.readBigUInt64LE(at)), 27n) + h2) & mask
    h1 = (h1 * 5n + 0x52dce729n) & mask
    h2 = (rotate(h2 ^ k2Of(data.readBigUInt64LE(at + 8)), 31n) + h1) & mask
    h2 = (h2 * 5n + 0x38495ab5n) & mask
  }
  const tail = Buffer.alloc(16)
  data.copy(tail, 0, whole)
  if (data.length % 16 > 8) h2 ^= k2Of(tail.readBigUInt64LE(8))
  if (data.length % 16 > 0) h1 ^= k1Of(tail.readBigUInt64LE(0))
  const length = BigInt(data.length)
  h1 = ((h1 ^ length) + (h2 ^ length)) & mask
  h2 = ((h2 ^ length) + h1) & mask
  h1 = mix(h1)
  h2 = mix(h2)
  h1 = (h1 + h2) & mask
  h2 = (h2 + h1) & mask
  const out = Buffer.alloc(16)
  out.writeBigUInt64BE(h1, 0)
  out.writeBigUInt64BE(h2, 8)
  return out
}

const rotate32 = (value: number, by: number) => (value << by) | (value >>> (32 - by))

/** MurmurHash3 x86 32, seed 0, big-endian. */
export function murmur32(bytes: Uint8Array): Buffer {
  const data = Buffer.from(bytes)
  const scramble = (k: number) => Math.imul(rotate32(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593)
  const whole = data.length - (data.length % 4)
  let h = 0
  for (let at = 0; at < whole; at += 4) {
    h = (Math.imul(rotate32(h ^ scramble(data.readUInt32LE(at)), 13), 5) + 0xe6546b64) | 0
  }
  if (whole < data.length) {
    const tail = Buffer.alloc(4)
    data.copy(tail, 0, whole)
    h ^= scramble(tail.readUInt32LE(0))
  }
  h ^= data.length
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  const out = Buffer.alloc(4)
  out.writeUInt32BE((h ^ (h >>> 16)) >>> 0, 0)
  return out
}

/** FNV-1a in 32 and 64 bits, and the "hash code" of Java strings that many pages copied: the homemade ones. */
export function fnv32(bytes: Uint8Array): Buffer {
  let h = 0x811c9dc5
  for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193)
  const out = Buffer.alloc(4)
  out.writeUInt32BE(h >>> 0, 0)
  return out
}

export function fnv64(bytes: Uint8Array): Buffer {
  let h = 0xcbf29ce484222325n
  for (const byte of bytes) h = ((h ^ BigInt(byte)) * 0x100000001b3n) & mask
  const out = Buffer.alloc(8)
  out.writeBigUInt64BE(h, 0)
  return out
}

/** `seed` 0 and factor 31 is Java's; 5381 and 33 is Bernstein's. */
export function stringCode(bytes: Uint8Array, seed: number, factor: number): Buffer {
  let h = seed
  for (const byte of bytes) h = (Math.imul(h, factor) + byte) | 0
  const out = Buffer.alloc(4)
  out.writeInt32BE(h, 0)
  return out
}
