import { Decompress } from 'fzstd'

const magic = [0x28, 0xb5, 0x2f, 0xfd]
/** What browsers accept of a server (RFC 9659); a header that asks for more memory is not followed. */
const maxWindow = 8 * 1024 * 1024

export function isZstd(bytes: Uint8Array): boolean {
  return bytes.length > 6 && magic.every((byte, at) => bytes[at] === byte)
}

/** Memory the frame's header asks for, in bytes (RFC 8878, section 3.1.1). */
function windowOf(bytes: Uint8Array): number {
  const descriptor = bytes[4]!
  if ((descriptor & 0x20) === 0) {
    const exponent = bytes[5]! >> 3
    const base = 2 ** (10 + exponent)
    return base + (base / 8) * (bytes[5]! & 7)
  }
  const at = 5 + [0, 1, 2, 4][descriptor & 3]!
  const size = Buffer.from(bytes.subarray(at, at + 8))
  const width = descriptor >> 6
  if (width === 0) return size[0]!
  if (width === 1) return size.readUInt16LE(0) + 256
  return width === 2 ? size.readUInt32LE(0) : Number(size.readBigUInt64LE(0))
}

/** Inflates a Zstandard stream; throws when it is broken, asks for too much memory or grows beyond `most` bytes. */
export function unpackZstd(bytes: Uint8Array, most: number): Uint8Array {
  if (windowOf(bytes) > maxWindow) throw new RangeError('The stream asks for too much memory.')
  const parts: Array<Uint8Array> = []
  let length = 0
  const stream = new Decompress((part) => {
    length += part.length
    if (length > most) throw new RangeError('The stream grows beyond its limit.')
    parts.push(Buffer.from(part))
  })
  stream.push(bytes, true)
  return Buffer.concat(parts)
}
