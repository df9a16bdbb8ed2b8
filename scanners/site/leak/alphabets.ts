const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const base58Letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const lettersAndDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** The three ways to write four bytes as five characters: Adobe's, ZeroMQ's and RFC 1924's (Python, git). */
const base85Letters = [
  Array.from({ length: 85 }, (_, index) => String.fromCharCode(33 + index)).join(''),
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#',
  `${lettersAndDigits}!#$%&()*+-;<=>?@^_\`{|}~`,
]

export function fromBase32(text: string): Buffer {
  const bytes: Array<number> = []
  let bits = 0
  let value = 0
  for (const letter of text.replace(/=+$/, '').toUpperCase()) {
    value = ((value << 5) | base32Letters.indexOf(letter)) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 0xff)
    }
  }
  return Buffer.from(bytes)
}

export function fromBase58(text: string): Buffer {
  let value = 0n
  for (const letter of text) value = value * 58n + BigInt(base58Letters.indexOf(letter))
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

function decode85(text: string, letters: string): Buffer | undefined {
  const bytes: Array<number> = []
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5)
    if (group.length === 1) return undefined
    let value = 0
    for (const letter of group.padEnd(5, letters[84])) {
      const digit = letters.indexOf(letter)
      if (digit === -1) return undefined
      value = value * 85 + digit
    }
    if (value > 0xffffffff) return undefined
    bytes.push(...[24, 16, 8, 0].slice(0, group.length - 1).map((shift) => (value / 2 ** shift) & 0xff))
  }
  return Buffer.from(bytes)
}

/** Every reading of a text as base85; most texts have none. */
export function fromBase85(text: string): Array<Buffer> {
  const bare = text
    .replace(/^<~|~>$/g, '')
    .replace(/\s/g, '')
    .replaceAll('z', text.startsWith('<~') ? '!!!!!' : 'z')
  return base85Letters.flatMap((letters) => decode85(bare, letters) ?? [])
}

export function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
}

export const mirrored = (text: string) => [...text].reverse().join('')
