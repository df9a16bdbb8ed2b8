/** One key of a US keyboard as it types a character; `code` is "" and `keyCode` 0 for characters it does not have. */
export type Key = { key: string; code: string; keyCode: number; shift: boolean; base: string }

/** Unshifted and shifted character, code and virtual key number of the keys that are neither letters nor digits. */
const marks: ReadonlyArray<readonly [base: string, shifted: string, code: string, keyCode: number]> = [
  [' ', ' ', 'Space', 32],
  [';', ':', 'Semicolon', 186],
  ['=', '+', 'Equal', 187],
  [',', '<', 'Comma', 188],
  ['-', '_', 'Minus', 189],
  ['.', '>', 'Period', 190],
  ['/', '?', 'Slash', 191],
  ['`', '~', 'Backquote', 192],
  ['[', '{', 'BracketLeft', 219],
  ['\\', '|', 'Backslash', 220],
  [']', '}', 'BracketRight', 221],
  ["'", '"', 'Quote', 222],
]
const aboveDigits = ')!@#$%^&*('

const byCharacter = new Map<string, Key>()
const baseByCode = new Map<string, string>()
const baseByNumber = new Map<number, string>()

function add(base: string, shifted: string, code: string, keyCode: number): void {
  byCharacter.set(shifted, { key: shifted, code, keyCode, shift: shifted !== base, base })
  byCharacter.set(base, { key: base, code, keyCode, shift: false, base })
  baseByCode.set(code, base)
  baseByNumber.set(keyCode, base)
}
for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
  const upper = letter.toUpperCase()
  add(letter, upper, `Key${upper}`, upper.charCodeAt(0))
}
for (let digit = 0; digit < 10; digit++) {
  add(String(digit), aboveDigits[digit]!, `Digit${digit}`, 48 + digit)
  baseByCode.set(`Numpad${digit}`, String(digit))
  baseByNumber.set(96 + digit, String(digit))
}
for (const mark of marks) add(...mark)

export function keyFor(character: string): Key {
  return byCharacter.get(character) ?? { key: character, code: '', keyCode: 0, shift: false, base: character }
}

/** What a logger that knows only keys, not characters, could read of a text: "A@b" becomes "a2b". */
export function keysOf(text: string): string {
  return [...text].map((character) => keyFor(character).base).join('')
}

/** The unshifted character of a `KeyboardEvent.code` or of a virtual key number; undefined for keys that write nothing. */
export function baseOf(key: string | number): string | undefined {
  return typeof key === 'number' ? baseByNumber.get(key) : baseByCode.get(key)
}
