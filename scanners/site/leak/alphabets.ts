const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const base58Letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const lettersAndDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** The three ways to write four bytes as five characters: Adobe's, ZeroMQ's and RFC 1924's (Python, git). */
const base85Letters = [
  Array.from({ length: 85 }, (_, index) => String.fromCharCode(33 + index)).join(''),
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#',
  `${lettersAndDigits}!#$%&()*+-;<=>?@^_\`{|}~`,
]

/** Place of each letter in an alphabet, by its code; 255 where it has none. */
function placesIn(letters: string): Uint8Array {
  const places = new Uint8Array(256).fill(255)
  for (const [place, letter] of [...letters].entries()) places[letter.charCodeAt(0)] = place
  return places
}

const base32Places = placesIn(base32Letters)
const base58Places = placesIn(base58Letters)
const base85Places = base85Letters.map(placesIn)

export function fromBase32(text: string): Buffer {
  const letters = text.replace(/=+$/, '').toUpperCase()
  const bytes = Buffer.alloc(Math.floor((letters.length * 5) / 8))
  let bits = 0
  let value = 0
  let at = 0
  for (let index = 0; index < letters.length; index++) {
    value = ((value << 5) | base32Places[letters.charCodeAt(index)]!) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (value >> bits) & 0xff
    }
  }
  return bytes
}

/** One big number; counted in limbs of 24 bits, four letters at a time, which stays below 2^53. */
export function fromBase58(text: string): Buffer {
  const limbs: Array<number> = []
  for (let at = 0; at < text.length; at += 4) {
    const end = Math.min(at + 4, text.length)
    let carry = 0
    for (let index = at; index < end; index++) carry = carry * 58 + base58Places[text.charCodeAt(index)]!
    const factor = 58 ** (end - at)
    for (let limb = 0; limb < limbs.length; limb++) {
      const value = limbs[limb]! * factor + carry
      carry = Math.floor(value / 0x1000000)
      limbs[limb] = value - carry * 0x1000000
    }
    for (; carry > 0; carry = Math.floor(carry / 0x1000000)) limbs.push(carry % 0x1000000)
  }
  const hex = limbs
    .reverse()
    .map((limb) => limb.toString(16).padStart(6, '0'))
    .join('')
    .replace(/^(?:00)+/, '')
  return Buffer.from(hex === '' ? '00' : hex, 'hex')
}

function decode85(text: string, places: Uint8Array): Buffer | undefined {
  if (text.length % 5 === 1) return undefined
  const bytes = Buffer.alloc(Math.floor((text.length * 4) / 5))
  let to = 0
  for (let at = 0; at < text.length; at += 5) {
    const size = Math.min(5, text.length - at)
    let value = 0
    for (let index = 0; index < 5; index++) {
      const code = index < size ? text.charCodeAt(at + index) : -1
      const digit = code === -1 ? 84 : code > 255 ? 255 : places[code]!
      if (digit === 255) return undefined
      value = value * 85 + digit
    }
    if (value > 0xffffffff) return undefined
    for (let byte = 0; byte < size - 1; byte++) bytes[to++] = (value / 2 ** (24 - byte * 8)) & 0xff
  }
  return bytes
}

/** Every reading of a text as base85; most texts have none. */
export function fromBase85(text: string): Array<Buffer> {
  const bare = text
    .replace(/^<~|~>$/g, '')
    .replace(/\s/g, '')
    .replaceAll('z', text.startsWith('<~') ? '!!!!!' : 'z')
  return base85Places.flatMap((places) => decode85(bare, places) ?? [])
}

export function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}

export const mirrored = (text: string) => [...text].reverse().join('')
