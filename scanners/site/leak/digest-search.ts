import { createHmac } from 'node:crypto'
import { type DigestInput, encodedInputs, mainInputs, mainSpellings, plainInputs } from './digest-inputs.ts'
import { common, type Digest } from './digests.ts'
import type { Wanted } from './patterns.ts'
import { anyBase64Class, hexClass, type Run, runsOf } from './runs.ts'

/** A digest of a value, found: `encoding` innermost first ("md5", "sha256"); `bytes` of it stood there. */
export type KnownDigest = { hex: string; wanted: Wanted; part: boolean; encoding: ReadonlyArray<string> }

/** A run of hex, base64 or digits that may be a digest: where it starts, how long it is, and what it reads as. */
export type Token = { start: number; length: number; hex: string; form: 'hex' | 'base64' | 'number' }

/** Eight bytes can be met by chance once in 10^19 looks; what is shorter proves something only under a telling name. */
export const strongBytes = 8
const keyLength = strongBytes * 2
const maxTokens = 2_000
const maxSaltLength = 128
/** Digests computed for salts, a page: about 50 ms on an idle core. Named salts come first. */
const maxSalted = 30_000
const joints = ['', ':', '|', '-', '_', '.', '+', ' ']

const filterBits = 18
const slotOf = (begin: number) => Math.imul(begin, 0x9e3779b1) >>> (32 - filterBits)
const hexValue = (code: number) => (code < 0x40 ? code - 0x30 : code - 0x57)

const digestLengths = new Set([8, 16, 20, 28, 32, 48, 64])

/** Letters of base64 that make a digest's bytes: other runs are none, and are not even decoded. */
const base64Letters: ReadonlySet<number> = new Set([11, 22, 27, 38, 43, 64, 86])

function hasDigit(bytes: Uint8Array, { start, letters }: Run): boolean {
  for (let at = start; at < start + letters; at++) if (bytes[at]! <= 0x39) return true
  return false
}

/** The digest-like runs of a text. A longer run of hex may hold several, or one behind something else. */
export function tokensIn(bytes: Buffer): Array<Token> {
  const tokens: Array<Token> = []
  for (const run of runsOf(bytes, hexClass, { least: 16, most: 4_096, padding: 0 })) {
    if (tokens.length >= maxTokens) return tokens
    if (!hasDigit(bytes, run)) continue
    const hex = bytes.toString('latin1', run.start, run.start + run.letters).toLowerCase()
    tokens.push({ start: run.start, length: run.letters, hex, form: 'hex' })
  }
  for (const { start, letters, padding } of runsOf(bytes, anyBase64Class, { least: 11, most: 88, padding: 2 })) {
    if (tokens.length >= maxTokens) return tokens
    if (!base64Letters.has(letters)) continue
    const decoded = Buffer.from(bytes.toString('latin1', start, start + letters), 'base64')
    tokens.push({ start, length: letters + padding, hex: decoded.toString('hex'), form: 'base64' })
  }
  return tokens
}

/** A whole value of eight hex digits or a 32-bit number, signed or not: the short digests. */
export function shortToken(value: string): Token | undefined {
  if (/^[0-9a-f]{8}$/i.test(value)) return { start: 0, length: 8, hex: value.toLowerCase(), form: 'hex' }
  if (!/^-?\d{6,10}$/.test(value)) return undefined
  const number = Number(value)
  if (number > 0xffffffff || number < -0x80000000) return undefined
  const hex = (number >>> 0).toString(16).padStart(8, '0')
  return { start: 0, length: value.length, hex, form: 'number' }
}

export type DigestSearch = {
  /** The digests a token is, or holds; `at` counts hex digits from the token's start. */
  find: (token: Token) => Array<{ known: KnownDigest; at: number }>
  /** The same for digests of a value together with one of these texts, or keyed with it. */
  findSalted: (token: Token, salts: ReadonlyArray<string>) => Array<{ known: KnownDigest; at: number }>
}

/** Finds digests of values by what was sent: a table is computed when the first token of its length is met. */
export function createDigestSearch(wanted: ReadonlyArray<Wanted>, digests: ReadonlyArray<Digest>): DigestSearch {
  const known = new Map<string, KnownDigest>()
  const short = new Map<string, KnownDigest>()
  const done = new Set<string>()
  // A small bitmap of how digests begin: most windows of most runs begin none.
  const maybe = new Uint8Array(1 << filterBits)
  // A few never-typed values are enough of a control where every value costs much.
  const twins = wanted.filter(({ canary, twin }) => twin && !canary.weak).slice(0, 4)
  const sampled = [...wanted.filter(({ twin }) => !twin), ...twins]
  const plain = plainInputs(sampled)
  const usual = digests.filter(({ name }) => common.has(name))

  function keep(hex: string, input: Omit<DigestInput, 'bytes'>, encoding: ReadonlyArray<string>): void {
    const into = hex.length < keyLength ? short : known
    const key = hex.slice(0, keyLength)
    const before = into.get(key)
    if (before !== undefined && (!before.wanted.twin || input.wanted.twin)) return
    if (into === known) maybe[slotOf(Number.parseInt(hex.slice(0, 8), 16))] = 1
    into.set(key, { hex, wanted: input.wanted, part: input.part, encoding: [...input.before, ...encoding] })
  }
  function once(name: string, compute: () => void): void {
    if (done.has(name)) return
    done.add(name)
    compute()
  }
  function digestAll(inputs: ReadonlyArray<DigestInput>, list: ReadonlyArray<Digest>): void {
    for (const input of inputs) for (const { name, of } of list) keep(of(input.bytes).toString('hex'), input, [name])
  }
  /** A digest of a digest: of its hex in either case, of its base64 or of its bytes. */
  function digestTwice(list: ReadonlyArray<Digest>): void {
    for (const input of mainInputs(sampled)) {
      for (const inner of usual) {
        const first = inner.of(input.bytes)
        const hex = first.toString('hex')
        const written = [hex, hex.toUpperCase(), first.toString('base64')].map((text) => Buffer.from(text))
        for (const outer of list) {
          for (const bytes of [...written, first]) {
            keep(outer.of(bytes).toString('hex'), input, [inner.name, outer.name])
          }
        }
      }
    }
  }
  const usualOf = (bytes: number) => usual.filter((digest) => digest.bytes === bytes)

  function prepare(bytes: number): void {
    once('usual', () => digestAll(plainInputs(wanted), usual))
    // A run of no digest's length may be several of them, or one with something before it.
    for (const length of digestLengths.has(bytes) ? [bytes] : digestLengths) {
      if (length > bytes) continue
      once(`plain ${length}`, () =>
        digestAll(
          plain,
          digests.filter((digest) => digest.bytes === length && !common.has(digest.name)),
        ),
      )
    }
    once(`usual ${bytes}`, () => {
      const list = usualOf(bytes)
      if (list.length === 0) return
      digestTwice(list)
      digestAll(encodedInputs(sampled), list)
    })
  }

  function lookUp(token: Token): Array<{ known: KnownDigest; at: number }> {
    const { hex, form } = token
    const found: Array<{ known: KnownDigest; at: number }> = []
    const last = form === 'hex' ? hex.length - keyLength : 0
    let begin = 0
    for (let at = 0; at < 7 && at < hex.length; at++) begin = (begin << 4) | hexValue(hex.charCodeAt(at))
    for (let at = 0; at <= last; at++) {
      begin = (begin << 4) | hexValue(hex.charCodeAt(at + 7))
      if (maybe[slotOf(begin)] === 0) continue
      const hit = known.get(hex.slice(at, at + keyLength))
      if (hit === undefined) continue
      // Cut short is as good as whole; going on differently is another thing, unless the next one begins there.
      const rest = hex.slice(at, at + hit.hex.length)
      if (hit.hex.startsWith(rest)) found.push({ known: hit, at })
    }
    return found
  }

  let salted = 0
  const withSalt = new Map<Digest, Map<string, ReadonlyMap<string, KnownDigest>>>()

  /** undefined once the page's budget for salts is spent. */
  function tableOf(digest: Digest, salt: string): ReadonlyMap<string, KnownDigest> | undefined {
    const tables = withSalt.get(digest) ?? new Map<string, ReadonlyMap<string, KnownDigest>>()
    withSalt.set(digest, tables)
    const before = tables.get(salt)
    if (before !== undefined || salted > maxSalted) return before
    const table = new Map<string, KnownDigest>()
    tables.set(salt, table)
    const keys: Array<string | Buffer> = [salt]
    if (/^(?:[0-9a-f]{2}){8,}$/i.test(salt)) keys.push(Buffer.from(salt, 'hex'))
    if (/^[A-Za-z0-9+/]{16,}={0,2}$/.test(salt)) keys.push(Buffer.from(salt, 'base64'))
    for (const one of sampled) {
      for (const text of mainSpellings(one)) {
        if (text === salt) continue
        const put = (out: Buffer, encoding: string) => {
          salted++
          const hex = out.toString('hex')
          const entry = { hex, wanted: one, part: false, encoding: [encoding] }
          if (table.get(hex)?.wanted.twin !== false) table.set(hex, entry)
        }
        for (const mixed of joints.flatMap((joint) => [`${salt}${joint}${text}`, `${text}${joint}${salt}`]))
          put(digest.of(Buffer.from(mixed)), `salted-${digest.name}`)
        for (const key of keys) put(createHmac(digest.name, key).update(text).digest(), `hmac-${digest.name}`)
      }
    }
    return table
  }

  return {
    find: (token) => {
      if (token.hex.length < keyLength) {
        once('short', () =>
          digestAll(
            plain,
            digests.filter(({ bytes }) => bytes < strongBytes),
          ),
        )
        const hit = short.get(token.hex)
        return hit === undefined ? [] : [{ known: hit, at: 0 }]
      }
      prepare(token.hex.length / 2)
      return lookUp(token)
    },
    findSalted: (token, salts) => {
      for (const digest of usualOf(token.hex.length / 2)) {
        for (const salt of salts) {
          if (salt === '' || salt.length > maxSaltLength) continue
          // The digest itself is among the short values of its message.
          if (salt.length === token.hex.length && salt.toLowerCase() === token.hex) continue
          const hit = tableOf(digest, salt)?.get(token.hex)
          if (hit !== undefined) return [{ known: hit, at: 0 }]
        }
      }
      return []
    },
  }
}
