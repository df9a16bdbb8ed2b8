import { mapped, type View } from './view.ts'

/** A decoding that replaces some sequences and keeps the rest: percent, entities, escapes, quoted-printable. */
function replaced(
  parent: View,
  name: string,
  pattern: RegExp,
  decode: (match: RegExpExecArray) => Buffer | undefined,
): View | undefined {
  const text = parent.bytes.toString('latin1')
  const bytes: Array<number> = []
  const origins: Array<number> = []
  let at = 0
  let changed = false
  const copy = (until: number) => {
    for (; at < until; at++) {
      bytes.push(parent.bytes[at]!)
      origins.push(at)
    }
  }
  for (const match of text.matchAll(pattern)) {
    const value = decode(match)
    if (value === undefined) continue
    copy(match.index)
    for (const byte of value) {
      bytes.push(byte)
      origins.push(match.index)
    }
    at = match.index + match[0].length
    changed = true
  }
  if (!changed) return undefined
  copy(parent.bytes.length)
  return mapped(parent, name, bytes, origins, parent.bytes.length)
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
    has('=')
      ? replaced(view, 'quoted-printable', /=(?:([0-9A-F]{2})|\r?\n)/g, ([, hex]) => Buffer.from(hex ?? '', 'hex'))
      : undefined,
    // Long base64 is often broken into lines; its runs are read across them.
    has('\n')
      ? replaced(view, 'lines', /(?<=[A-Za-z0-9+/]{60,76})\r?\n(?=[A-Za-z0-9+/])/g, () => Buffer.alloc(0))
      : undefined,
  ]
}
