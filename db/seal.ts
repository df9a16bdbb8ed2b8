import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const format = 1
const ivBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM: format byte, IV, tag, ciphertext. `about` is bound to the bytes, so a sealed value moved to another row
 * or organisation does not open.
 */
export function sealBytes(key: Buffer, plain: Uint8Array, about: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), sealed])
}

/** Throws when the key, the place or a single byte is not the one it was sealed with. */
export function openBytes(key: Buffer, sealed: Uint8Array, about: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes[0] !== format) throw new Error(`A sealed value of unknown format ${bytes[0]} was found.`)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + ivBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()])
}

/** What one organisation's rows are sealed and matched with. */
export type Seal = {
  json: (value: unknown, about: string) => Buffer
  open: (sealed: Uint8Array, about: string) => unknown
  bytes: (plain: Uint8Array, about: string) => Buffer
  openBytes: (sealed: Uint8Array, about: string) => Buffer
  /** Keyed hash in hex: equal inputs match, nobody without the key can try guesses. */
  hash: (text: string) => string
}

export function sealWith(key: Buffer): Seal {
  return {
    json: (value, about) => sealBytes(key, deflateRawSync(Buffer.from(JSON.stringify(value)), { level: 1 }), about),
    open: (sealed, about) => JSON.parse(inflateRawSync(openBytes(key, sealed, about)).toString('utf8')),
    bytes: (plain, about) => sealBytes(key, plain, about),
    openBytes: (sealed, about) => openBytes(key, sealed, about),
    hash: (text) => createHmac('sha256', key).update(text).digest('hex'),
  }
}
