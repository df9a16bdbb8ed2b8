import { inflateOnce, looksLikeText } from '../capture/payload.ts'
import { decompressLz } from './lz-string.ts'

/**
 * Bytes found by undoing encodings. `chain` names them, outermost first; `locate` says where a span of this view lies in
 * the raw bytes.
 */
export type View = {
  bytes: Buffer
  chain: ReadonlyArray<string>
  locate: (start: number, length: number) => { offset: number; length: number }
  parent: View | undefined
}

const maxDepth = 4
const maxViews = 400
const maxTotal = 8 * 1024 * 1024
const maxSegments = 200

function mapped(parent: View, name: string, bytes: Array<number>, origins: Array<number>, end: number): View {
  const view = Buffer.from(bytes)
  return {
    bytes: view,
    chain: [...parent.chain, name],
    parent,
    locate: (start, length) => {
      const from = origins[start] ?? 0
      const to = origins[start + length] ?? end
      return parent.locate(from, to - from)
    },
  }
}

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

function textViews(view: View): Array<View | undefined> {
  const has = (text: string) => view.bytes.includes(text)
  return [
    has('%') || has('+')
      ? replaced(view, 'url', /%([0-9a-f]{2})|\+/gi, ([all, hex]) =>
          all === '+' ? Buffer.from(' ') : Buffer.from(hex!, 'hex'),
        )
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
  ]
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const base58Letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function fromBase32(text: string): Buffer {
  const bytes: Array<number> = []
  let bits = 0
  let value = 0
  for (const letter of text.toUpperCase()) {
    value = ((value << 5) | base32Letters.indexOf(letter)) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 0xff)
    }
  }
  return Buffer.from(bytes)
}

function fromBase58(text: string): Buffer {
  let value = 0n
  for (const letter of text) value = value * 58n + BigInt(base58Letters.indexOf(letter))
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

/** Worth looking into: readable, or compressed. Anything else is chance. */
function promising(bytes: Buffer): boolean {
  if (bytes.length < 4) return false
  const odd = bytes.subarray(0, 256).filter((byte) => byte < 9 || (byte > 13 && byte < 32) || byte > 126).length
  return odd <= Math.min(bytes.length, 256) * 0.3 || inflateOnce(bytes) !== undefined
}

function segment(parent: View, name: string, start: number, length: number, bytes: Buffer, width: number): View {
  return {
    bytes,
    chain: [...parent.chain, name],
    parent,
    locate: (from, size) => {
      const first = start + Math.floor(from * width)
      const last = Math.min(start + length, start + Math.ceil((from + size) * width))
      return parent.locate(first, last - first)
    },
  }
}

function segmentViews(view: View): Array<View> {
  const text = view.bytes.toString('latin1')
  const found: Array<View> = []
  const each = (pattern: RegExp, name: string, width: number, decode: (part: string) => Buffer, lenient = false) => {
    let count = 0
    for (const match of text.matchAll(pattern)) {
      if (++count > maxSegments) return
      const bytes = decode(match[0])
      if (lenient || promising(bytes)) found.push(segment(view, name, match.index, match[0].length, bytes, width))
      else if (name === 'base64' && match[0].length >= 16) {
        // The run may begin with letters that belong to something else.
        for (const skip of [1, 2, 3]) {
          const shifted = decode(match[0].slice(skip))
          if (promising(shifted)) {
            found.push(segment(view, name, match.index + skip, match[0].length - skip, shifted, width))
            break
          }
        }
      }
    }
  }
  const base64 = (part: string) => Buffer.from(part, 'base64')
  each(/[A-Za-z0-9+/]{8,}={0,2}/g, 'base64', 4 / 3, base64)
  if (/[A-Za-z0-9][_-][A-Za-z0-9]|\//.test(text)) each(/[A-Za-z0-9_-]{8,}={0,2}/g, 'base64', 4 / 3, base64)
  each(/(?:[0-9a-f]{2}){6,}/gi, 'hex', 2, (part) => Buffer.from(part, 'hex'))
  each(/[A-Z2-7]{10,}=*|[a-z2-7]{16,}=*/g, 'base32', 8 / 5, (part) => fromBase32(part.replace(/=+$/, '')))
  each(/[1-9A-HJ-NP-Za-km-z]{10,400}/g, 'base58', 1.366, fromBase58)
  return found
}

function binaryViews(view: View): Array<View> {
  const found: Array<View> = []
  const whole = (name: string, bytes: Buffer): View => ({
    bytes,
    chain: [...view.chain, name],
    parent: view,
    locate: () => view.locate(0, view.bytes.length),
  })
  const inflated = inflateOnce(view.bytes)
  if (inflated !== undefined) found.push(whole(inflated.name, Buffer.from(inflated.bytes)))
  const zeros = view.bytes.subarray(0, 200).filter((byte) => byte === 0).length
  if (zeros > Math.min(view.bytes.length, 200) * 0.3) {
    const origins: Array<number> = []
    const bytes: Array<number> = []
    view.bytes.forEach((byte, index) => {
      if (byte === 0) return
      bytes.push(byte)
      origins.push(index)
    })
    found.push(mapped(view, 'utf-16', bytes, origins, view.bytes.length))
  }
  // Recorders pack events as a binary string inside JSON: two bytes of UTF-8 for each byte above 127.
  const text = view.bytes.toString('utf8')
  if (view.bytes.includes(0xc2) || view.bytes.includes(0xc3)) {
    const narrow = Buffer.from(text, 'latin1')
    const packed = narrow.length < view.bytes.length ? inflateWithin(narrow) : undefined
    if (packed !== undefined) found.push(whole('packed', packed))
  }
  const unpacked = decompressLz(view.bytes)
  if (unpacked !== undefined) found.push(whole('lz-string', Buffer.from(unpacked)))
  return found
}

/** A zlib stream somewhere in a binary string (a JSON value's inner text, quotes around it). */
function inflateWithin(bytes: Buffer): Buffer | undefined {
  for (let at = bytes.indexOf(0x78), tries = 0; at !== -1 && tries < 20; at = bytes.indexOf(0x78, at + 1), tries++) {
    const inner = inflateOnce(bytes.subarray(at))
    if (inner?.name === 'zlib') return Buffer.from(inner.bytes)
  }
  return undefined
}

/** The raw bytes and everything decodable from them, nearest first; bounded in depth, number and size. */
export function viewsOf(raw: Uint8Array): Array<View> {
  const root: View = {
    bytes: Buffer.from(raw),
    chain: [],
    parent: undefined,
    locate: (offset, length) => ({ offset, length }),
  }
  const views: Array<View> = [root]
  const seen = new Set<string>([root.bytes.toString('latin1')])
  let total = root.bytes.length
  for (let at = 0; at < views.length; at++) {
    const view = views[at]!
    if (view.chain.length >= maxDepth) continue
    const isText = looksLikeText(view.bytes)
    const next = [...(isText ? textViews(view) : []), ...binaryViews(view), ...(isText ? segmentViews(view) : [])]
    for (const child of next) {
      if (child === undefined || child.bytes.length < 4) continue
      const key = child.bytes.toString('latin1')
      if (seen.has(key)) continue
      seen.add(key)
      total += child.bytes.length
      if (views.length >= maxViews || total > maxTotal) return views
      views.push(child)
    }
  }
  return views
}
