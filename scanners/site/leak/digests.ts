import { getHashes, hash } from 'node:crypto'
import {
  createAdler32,
  createBLAKE2b,
  createBLAKE3,
  createCRC32,
  createKeccak,
  createMD4,
  createWhirlpool,
  createXXHash3,
  createXXHash32,
  createXXHash64,
  createXXHash128,
  type IHasher,
} from 'hash-wasm'
import { md2 } from './old-digests.ts'
import { fnv32, fnv64, murmur32, murmur128, stringCode } from './small-digests.ts'

export type Digest = { name: string; bytes: number; of: (bytes: Uint8Array) => Buffer }

const native: ReadonlyArray<readonly [name: string, as: string, bytes: number]> = [
  ['md5', 'md5', 16],
  ['sha1', 'sha1', 20],
  ['ripemd160', 'ripemd160', 20],
  ['sha224', 'sha224', 28],
  ['sha3-224', 'sha3-224', 28],
  ['sha512-224', 'sha512-224', 28],
  ['sha256', 'sha256', 32],
  ['sha3-256', 'sha3-256', 32],
  ['sha512-256', 'sha512-256', 32],
  ['blake2s256', 'blake2s', 32],
  ['sm3', 'sm3', 32],
  ['sha384', 'sha384', 48],
  ['sha3-384', 'sha3-384', 48],
  ['sha512', 'sha512', 64],
  ['sha3-512', 'sha3-512', 64],
  ['blake2b512', 'blake2b', 64],
]

const swapped = (halves: Buffer) => Buffer.concat([halves.subarray(0, 8).reverse(), halves.subarray(8).reverse()])

function own(name: string, bytes: number, of: Digest['of']): Digest {
  return { name, bytes, of }
}

async function wasm(name: string, bytes: number, made: Promise<IHasher>): Promise<Digest> {
  const hasher = await made
  return own(name, bytes, (input) => Buffer.from(hasher.init().update(input).digest('binary')))
}

async function load(): Promise<ReadonlyArray<Digest>> {
  const known = new Set(getHashes())
  return [
    ...native
      .filter(([name]) => known.has(name))
      .map(([name, as, bytes]) => own(as, bytes, (input) => hash(name, input, 'buffer'))),
    ...(await Promise.all([
      wasm('md4', 16, createMD4()),
      wasm('xxh128', 16, createXXHash128()),
      wasm('blake2b-256', 32, createBLAKE2b(256)),
      wasm('blake3', 32, createBLAKE3()),
      wasm('keccak-256', 32, createKeccak(256)),
      wasm('whirlpool', 64, createWhirlpool()),
      wasm('keccak-512', 64, createKeccak(512)),
      wasm('xxh64', 8, createXXHash64()),
      wasm('xxh3', 8, createXXHash3()),
      wasm('xxh32', 4, createXXHash32()),
      wasm('crc32', 4, createCRC32()),
      wasm('adler32', 4, createAdler32()),
    ])),
    own('md2', 16, md2),
    own('murmur3-128', 16, murmur128),
    own('murmur3-128', 16, (bytes) => swapped(murmur128(bytes))),
    own('murmur3-64', 8, (bytes) => murmur128(bytes).subarray(0, 8)),
    own('fnv1a-64', 8, fnv64),
    own('murmur3-32', 4, murmur32),
    own('fnv1a-32', 4, fnv32),
    own('string-code', 4, (bytes) => stringCode(bytes, 0, 31)),
    own('string-code', 4, (bytes) => stringCode(bytes, 5381, 33)),
  ]
}

let loaded: Promise<ReadonlyArray<Digest>> | undefined

/** Digests trackers and their homemade relatives use, ready to compute; read once a process. */
export function loadDigests(): Promise<ReadonlyArray<Digest>> {
  loaded ??= load()
  return loaded
}

/** What vendors really use: tried first, on top of each other, with salts and with a key. */
export const common: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512'])
