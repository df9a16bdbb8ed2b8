import { createHash } from 'node:crypto'
import { createBLAKE3, createXXHash64 } from 'hash-wasm'
import type { FieldKind } from '#scanners/site/canary.ts'
import type { Captured } from '#scanners/site/capture/recorder.ts'

/** What a page sends once the patient has typed: one message or several, as the recorder would have them. */
export type Patient = Record<FieldKind, string>
export type Flow = { name: string; field: FieldKind; send: (patient: Patient) => Array<Partial<Captured>> }

export const collector = 'https://in.nobody-knows.example'
export const get = (query: string): Partial<Captured> => ({ url: `${collector}/p?${query}` })
export const post = (body: string | Uint8Array, path = '/in'): Partial<Captured> => ({
  method: 'POST',
  url: `${collector}${path}`,
  body: Buffer.from(body as string),
})
export const socket = (...frames: Array<string | Uint8Array>): Partial<Captured> => ({
  type: 'websocket',
  url: 'wss://in.nobody-knows.example/live',
  frames: frames.map((frame) => Buffer.from(frame as string)),
})

export const digest = (name: string, text: string | Uint8Array) => createHash(name).update(text).digest('hex')
export const lower = (text: string) => text.trim().toLowerCase()
export const digits = (text: string) => text.replace(/\D/g, '')
export const base64 = (text: string | Uint8Array) => Buffer.from(text as string).toString('base64')
export const hex = (text: string) => Buffer.from(text).toString('hex')
export const mirror = (text: string) => [...text].reverse().join('')
export const codes = (text: string) => [...Buffer.from(text)]
export const masked = (text: string, key: number) => Buffer.from(codes(text).map((byte) => byte ^ key))
export const added = (text: string, by: number) => Buffer.from(codes(text).map((byte) => (byte + by) & 255))
export const wide = (text: string) => Buffer.from(text, 'utf16le')
export const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => String.fromCharCode(((letter.toLowerCase().charCodeAt(0) - 97 + 13) % 26) + 97))
export const pieces = (text: string, size: number) => text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []

function ascii85(bytes: Buffer, letters: (digit: number) => string): string {
  let out = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const group = bytes.subarray(at, at + 4)
    let value = Buffer.concat([group, Buffer.alloc(4 - group.length)]).readUInt32BE(0)
    let text = ''
    for (let digit = 0; digit < 5; digit++) {
      text = letters(value % 85) + text
      value = Math.floor(value / 85)
    }
    out += text.slice(0, group.length + 1)
  }
  return out
}
export const adobe = (text: string) => ascii85(Buffer.from(text), (digit) => String.fromCharCode(33 + digit))
const zero85 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
export const zmq = (text: string) => ascii85(Buffer.from(text), (digit) => zero85.charAt(digit))

export const blake3 = await createBLAKE3()
export const xxh64 = await createXXHash64()

export function rotKeepingCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}
