import { createHash, getHashes } from 'node:crypto'
import { createCRC32, createMD4, createWhirlpool, createXXHash64, type IHasher } from 'hash-wasm'
import { md2, murmur3 } from './old-digests.ts'

export type Digest = { name: string; weak: boolean; of: (bytes: Uint8Array) => Buffer }

const native = [
  'md5',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha3-224',
  'sha3-256',
  'sha3-384',
  'sha3-512',
  'ripemd160',
]

function wasm(name: string, hasher: IHasher, weak = false): Digest {
  return { name, weak, of: (bytes) => Buffer.from(hasher.init().update(bytes).digest('binary')) }
}

/** Digests trackers and their homemade relatives use. Eight hex characters can be chance, so crc32 is weak. */
export async function loadDigests(): Promise<Array<Digest>> {
  const known = new Set(getHashes())
  const [md4, whirlpool, xxh64, crc32] = await Promise.all([
    createMD4(),
    createWhirlpool(),
    createXXHash64(),
    createCRC32(),
  ])
  return [
    ...native
      .filter((name) => known.has(name))
      .map((name) => ({ name, weak: false, of: (bytes: Uint8Array) => createHash(name).update(bytes).digest() })),
    wasm('md4', md4),
    wasm('whirlpool', whirlpool),
    wasm('xxh64', xxh64),
    wasm('crc32', crc32, true),
    { name: 'md2', weak: false, of: md2 },
    { name: 'murmur3-128', weak: false, of: murmur3 },
    { name: 'murmur3-64', weak: false, of: (bytes) => murmur3(bytes).subarray(0, 8) },
  ]
}

/** Digests worth trying on the hex of another digest. */
export const chained: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512'])
