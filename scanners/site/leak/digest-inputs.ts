import { mirrored } from './alphabets.ts'
import { spellingsOf } from './normalise.ts'
import type { Wanted } from './patterns.ts'

/** Bytes a sender may hash: what they are made of, and whose value it is. */
export type DigestInput = {
  bytes: Buffer
  wanted: Wanted
  part: boolean
  /** What was done before hashing ("base64"), innermost first. */
  before: ReadonlyArray<string>
}

function cases(text: string): Array<string> {
  return [...new Set([text, text.toLowerCase(), text.toUpperCase()])]
}

/** Every spelling of every value in every case: what the usual senders hash. */
export function plainInputs(wanted: ReadonlyArray<Wanted>): Array<DigestInput> {
  return wanted.flatMap((one) =>
    spellingsOf(one.canary).flatMap(({ text, part }) =>
      cases(text).map((spelt) => ({ bytes: Buffer.from(spelt), wanted: one, part, before: [] })),
    ),
  )
}

/** The spellings a value most often has when something is added to it: as typed, lower case, bare digits, E.164. */
export function mainSpellings({ canary }: Wanted): Array<string> {
  const { field, value } = canary
  const digits = value.replace(/\D/g, '')
  if (field === 'phone') return [value, digits, `1${digits}`, `+1${digits}`]
  if (field === 'birth-date') return [value, digits]
  return [...new Set([value, value.toLowerCase()])]
}

export function mainInputs(wanted: ReadonlyArray<Wanted>): Array<DigestInput> {
  return wanted.flatMap((one) =>
    mainSpellings(one).map((spelt) => ({ bytes: Buffer.from(spelt), wanted: one, part: false, before: [] })),
  )
}

const firstEncodings: ReadonlyArray<readonly [name: string, encode: (text: string) => string]> = [
  ['base64', (text) => Buffer.from(text).toString('base64')],
  ['base64', (text) => Buffer.from(text).toString('base64').replace(/=+$/, '')],
  ['hex', (text) => Buffer.from(text).toString('hex')],
  ['hex', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  ['url', encodeURIComponent],
  ['json', (text) => JSON.stringify(text)],
  ['reversed', mirrored],
  ['utf-16', (text) => Buffer.from(text, 'utf16le').toString('latin1')],
]

/** Encoded first, then hashed. */
export function encodedInputs(wanted: ReadonlyArray<Wanted>): Array<DigestInput> {
  return wanted.flatMap((one) =>
    mainSpellings(one).flatMap((spelt) =>
      firstEncodings.flatMap(([name, encode]) => {
        const encoded = encode(spelt)
        return encoded === spelt
          ? []
          : [{ bytes: Buffer.from(encoded, 'latin1'), wanted: one, part: false, before: [name] }]
      }),
    ),
  )
}
