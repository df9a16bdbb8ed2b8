import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { positionalPairs } from './positional.ts'
import { isZstd, unpackZstd } from './zstd.ts'

export type Pair = { name: string; value: string }
/** `kind` says what the bytes are, inflations first: "json", "gzip+json", "form", "multipart", "text", "binary". */
export type Payload = { kind: string; pairs: Array<Pair>; json: unknown }

const maxInflated = 8 * 1024 * 1024
const maxPairs = 1_500
const maxDepth = 8

type Inflater = readonly [name: string, inflate: (bytes: Uint8Array, chunkSize: number) => Uint8Array]

const withHeader: ReadonlyArray<Inflater> = [
  ['gzip', (bytes, chunkSize) => gunzipSync(bytes, { maxOutputLength: maxInflated, chunkSize })],
  ['zlib', (bytes, chunkSize) => inflateSync(bytes, { maxOutputLength: maxInflated, chunkSize })],
  ['zstd', (bytes) => unpackZstd(bytes, maxInflated)],
]
const withoutHeader: ReadonlyArray<Inflater> = [
  ['deflate', (bytes, chunkSize) => inflateRawSync(bytes, { maxOutputLength: maxInflated, chunkSize })],
  ['brotli', (bytes, chunkSize) => brotliDecompressSync(bytes, { maxOutputLength: maxInflated, chunkSize })],
]

function headerOf(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0] = bytes
  if (first === 0x1f && second === 0x8b) return 'gzip'
  if (isZstd(bytes)) return 'zstd'
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0 ? 'zlib' : undefined
}

function tryInflate(inflaters: ReadonlyArray<Inflater>, bytes: Uint8Array): Inflated | undefined {
  // Most tries fail: what a failure costs is a stack trace and a large buffer, and neither is wanted.
  const chunkSize = Math.min(16_384, Math.max(512, bytes.length * 4))
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    for (const [name, inflate] of inflaters) {
      try {
        const out = inflate(bytes, chunkSize)
        // Gzip and zlib end with a checksum; of the others random bytes sometimes "inflate" to a few: only a gain counts.
        const checked = name === 'gzip' || name === 'zlib'
        if (out.length > (checked ? 0 : bytes.length / 2)) return { name, bytes: out }
      } catch {
        // Not this compression; the next one is tried.
      }
    }
  } finally {
    Error.stackTraceLimit = before
  }
  return undefined
}

export type Inflated = { name: string; bytes: Uint8Array }

/**
 * Undoes one compression; undefined when the bytes are in none of the known ones or inflate beyond the cap. `blind`
 * also tries the two that carry no mark of their own.
 */
export function inflateOnce(bytes: Uint8Array, blind = true): Inflated | undefined {
  if (bytes.length < 8) return undefined
  const header = headerOf(bytes)
  const marked = tryInflate(
    withHeader.filter(([name]) => name === header),
    bytes,
  )
  if (marked !== undefined || header === 'gzip' || header === 'zstd' || !blind) return marked
  return looksLikeText(bytes) ? undefined : tryInflate(withoutHeader, bytes)
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
      return { kind: 'json', pairs: [...positionalPairs(whole), ...pairs.flatMap(open)], json: whole }
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
