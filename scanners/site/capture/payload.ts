import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

export type Pair = { name: string; value: string }
/** `kind` says what the bytes are, inflations first: "json", "gzip+json", "form", "multipart", "text", "binary". */
export type Payload = { kind: string; pairs: Array<Pair>; json: unknown }

const maxInflated = 8 * 1024 * 1024
const maxPairs = 300
const maxDepth = 8

const inflaters: ReadonlyArray<readonly [string, (bytes: Uint8Array) => Uint8Array]> = [
  ['gzip', (bytes) => gunzipSync(bytes, { maxOutputLength: maxInflated })],
  ['zlib', (bytes) => inflateSync(bytes, { maxOutputLength: maxInflated })],
  ['deflate', (bytes) => inflateRawSync(bytes, { maxOutputLength: maxInflated })],
  ['brotli', (bytes) => brotliDecompressSync(bytes, { maxOutputLength: maxInflated })],
]

/** Undoes one compression; undefined when the bytes are in none of the known ones or inflate beyond the cap. */
export function inflateOnce(bytes: Uint8Array): { name: string; bytes: Uint8Array } | undefined {
  if (bytes.length < 8) return undefined
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const isZlib = (bytes[0]! & 0x0f) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0
  for (const [name, inflate] of inflaters) {
    if (name === 'gzip' && !isGzip) continue
    if (name === 'zlib' && !isZlib) continue
    if ((name === 'deflate' || name === 'brotli') && (isGzip || looksLikeText(bytes))) continue
    try {
      const out = inflate(bytes)
      // Gzip and zlib end with a checksum; of the others random bytes sometimes "inflate" to a few: only a gain counts.
      const checked = name === 'gzip' || name === 'zlib'
      if (out.length > (checked ? 0 : bytes.length / 2)) return { name, bytes: out }
    } catch {
      // Not this compression; the next one is tried.
    }
  }
  return undefined
}

export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 512)
  const odd = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127).length
  return odd <= sample.length / 50
}

function flatten(value: unknown, name: string, pairs: Array<Pair>, depth: number): void {
  if (pairs.length >= maxPairs) return
  if (value === null || typeof value !== 'object') {
    if (value !== undefined && value !== null) pairs.push({ name, value: String(value) })
    return
  }
  if (depth >= maxDepth) return
  const entries = Array.isArray(value) ? value.map((part) => ['', part] as const) : Object.entries(value)
  for (const [key, part] of entries) {
    const next = key === '' ? name : name === '' ? key : `${name}.${key}`
    flatten(part, next, pairs, depth + 1)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fromBase64(text: string): string | undefined {
  if (text.length < 16 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined
  const decoded = Buffer.from(text, 'base64')
  const inner = inflateOnce(decoded)?.bytes ?? decoded
  const plain = Buffer.from(inner).toString('utf8')
  return /^\s*[[{]/.test(plain) ? plain : undefined
}

/** A parameter that holds a document of its own (JSON, or base64 of it) is opened, so that its fields are seen. */
function open(pair: Pair): Array<Pair> {
  const text = /^\s*[[{]/.test(pair.value) ? pair.value : fromBase64(pair.value)
  const value = text === undefined ? undefined : parseJson(text)
  if (value === undefined || value === null || typeof value !== 'object') return [pair]
  const pairs: Array<Pair> = []
  flatten(value, pair.name, pairs, 0)
  return pairs
}

export function parseQuery(text: string): Array<Pair> {
  return [...new URLSearchParams(text)].slice(0, maxPairs).flatMap(([name, value]) => open({ name, value }))
}

function parseMultipart(text: string, boundary: string): Array<Pair> {
  return text.split(`--${boundary}`).flatMap((part) => {
    const split = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/i.exec(part.slice(0, split))?.[1]
    if (split === -1 || name === undefined) return []
    return open({ name, value: part.slice(split + 4).replace(/\r\n$/, '') })
  })
}

function readText(text: string, contentType: string): Payload {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1]
  if (boundary !== undefined) return { kind: 'multipart', pairs: parseMultipart(text, boundary), json: undefined }
  const pairs: Array<Pair> = []
  if (/^\s*[[{]/.test(text)) {
    const whole = parseJson(text)
    if (whole !== undefined) {
      flatten(whole, '', pairs, 0)
      return { kind: 'json', pairs: pairs.flatMap(open), json: whole }
    }
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const parsed = lines.map(parseJson)
    if (parsed.some((line) => line !== undefined)) {
      flatten(parsed, '', pairs, 0)
      return { kind: 'ndjson', pairs: pairs.flatMap(open), json: parsed }
    }
  }
  if (/^[\w.$%+[\]-]{1,80}=/.test(text)) {
    const lines = text.split('\n').filter((line) => line.includes('='))
    return { kind: 'form', pairs: lines.flatMap(parseQuery), json: undefined }
  }
  const decoded = fromBase64(text.trim())
  if (decoded !== undefined) {
    const inner = readText(decoded, '')
    return { ...inner, kind: `base64+${inner.kind}` }
  }
  return { kind: 'text', pairs: [], json: undefined }
}

/** Opens a body as far as its shape is known; never throws. */
export function readPayload(bytes: Uint8Array, contentType = ''): Payload {
  let current = bytes
  const layers: Array<string> = []
  while (layers.length < 4) {
    const inner = inflateOnce(current)
    if (inner === undefined) break
    layers.push(inner.name)
    current = inner.bytes
  }
  const inner = looksLikeText(current)
    ? readText(Buffer.from(current).toString('utf8'), contentType)
    : { kind: 'binary', pairs: [], json: undefined }
  return { ...inner, kind: [...layers, inner.kind].join('+') }
}
