import { type Place, stretched, type View } from './view.ts'

/**
 * A decoding that replaces some sequences and keeps the rest: percent, entities, escapes, quoted-printable. Whole
 * stretches are copied; where one begins is all that has to be known to find its place in the parent again.
 */
function replaced(
  parent: View,
  name: string,
  pattern: RegExp,
  decode: (match: RegExpExecArray) => Uint8Array | undefined,
): View | undefined {
  const { bytes: source } = parent
  const text = source.toString('latin1')
  const bytes = Buffer.allocUnsafe(source.length)
  const places: Array<Place> = []
  let length = 0
  let at = 0
  for (const match of text.matchAll(pattern)) {
    const value = decode(match)
    if (value === undefined) continue
    if (match.index > at) {
      places.push({ start: length, origin: at, copied: true })
      source.copy(bytes, length, at, match.index)
      length += match.index - at
    }
    places.push({ start: length, origin: match.index, copied: false })
    bytes.set(value, length)
    length += value.length
    at = match.index + match[0].length
  }
  if (places.length === 0) return undefined
  places.push({ start: length, origin: at, copied: true })
  source.copy(bytes, length, at)
  length += source.length - at
  return stretched(parent, name, bytes.subarray(0, length), places)
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  commat: '@',
  nbsp: ' ',
  lpar: '(',
  rpar: ')',
  period: '.',
}
const control: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const codePoint = (code: number) => (code > 0 && code <= 0x10ffff ? Buffer.from(String.fromCodePoint(code)) : undefined)

/** What a text reads as once its escapes are undone; one view for each kind of escape that occurs. */
export function textViews(view: View): Array<View | undefined> {
  const has = (text: string) => view.bytes.includes(text)
  return [
    has('%') || has('+')
      ? replaced(view, 'url', /%(?:u([0-9a-f]{4})|([0-9a-f]{2}))|\+/gi, ([all, four, hex]) => {
          if (all === '+') return Buffer.from(' ')
          return four === undefined ? Buffer.from(hex!, 'hex') : codePoint(Number.parseInt(four, 16))
        })
      : undefined,
    has('&')
      ? replaced(view, 'html', /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));?/gi, ([, hex, decimal, name]) => {
          if (name !== undefined) return named[name] === undefined ? undefined : Buffer.from(named[name])
          return codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        })
      : undefined,
    has('\\')
      ? replaced(
          view,
          'json',
          /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\}|(["'\\/bfnrt]))/gi,
          ([, four, two, many, one]) =>
            one === undefined
              ? codePoint(Number.parseInt(four ?? two ?? many ?? '0', 16))
              : Buffer.from(control[one] ?? one),
        )
      : undefined,
    // Signs that no text has are left alone: "v=12" is a parameter.
    has('=')
      ? replaced(view, 'quoted-printable', /=(?:([2-9A-F][0-9A-F]|0[9AD])|\r?\n)/g, ([, hex]) =>
          Buffer.from(hex ?? '', 'hex'),
        )
      : undefined,
    // Long base64 is often broken into lines; its runs are read across them.
    has('\n')
      ? replaced(view, 'lines', /(?<=[A-Za-z0-9+/]{60,76})\r?\n(?=[A-Za-z0-9+/])/g, () => Buffer.alloc(0))
      : undefined,
  ]
}
