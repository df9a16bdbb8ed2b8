import { type Look, lookAt } from './readable.ts'

/** Values of the letters of both alphabets; 255 where a byte is none of them. */
function valuesOf(turn: (letter: string) => string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const values = new Uint8Array(256)
  for (const [value, letter] of [...letters].entries()) values[turn(letter).charCodeAt(0)] = value
  for (const sign of ['+', '-']) values[sign.charCodeAt(0)] = 62
  for (const sign of ['/', '_']) values[sign.charCodeAt(0)] = 63
  return values
}

const plainValues = valuesOf((letter) => letter)
const turnedValues = valuesOf((letter) => {
  if (/\d/.test(letter)) return letter
  const base = letter <= 'Z' ? 65 : 97
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
})

/** How letters are read: from which one on, forwards or backwards, and as they are or thirteen places on. */
type Reading = { start: number; letters: number; backwards: boolean; rotated: boolean }

function bytesIn(letters: number): number {
  return Math.floor((letters * 3) / 4)
}

function reader(bytes: Uint8Array, { start, letters, backwards, rotated }: Reading): (index: number) => number {
  const values = rotated ? turnedValues : plainValues
  const step = backwards ? -1 : 1
  const first = backwards ? start + letters - 1 : start
  return (index) => {
    const group = Math.floor(index / 3)
    const rest = index - group * 3
    const at = first + step * (group * 4 + rest)
    const left = values[bytes[at]!]!
    const right = values[bytes[at + step]!]!
    if (rest === 0) return (left << 2) | (right >> 4)
    return rest === 1 ? ((left & 15) << 4) | (right >> 2) : ((left & 3) << 6) | right
  }
}

/** What a run of letters reads as, without decoding all of it. */
export function look64(bytes: Uint8Array, reading: Reading): Look {
  return lookAt(bytesIn(reading.letters), reader(bytes, reading))
}

const hexValues = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16)
  return Number.isNaN(value) ? 0 : value
})

/** The same for hex digits. */
export function lookHex(bytes: Uint8Array, { start, letters, backwards }: Reading): Look {
  const step = backwards ? -1 : 1
  const first = backwards ? start + letters - 1 : start
  return lookAt(letters >> 1, (index) => {
    const at = first + step * index * 2
    return (hexValues[bytes[at]!]! << 4) | hexValues[bytes[at + step]!]!
  })
}
