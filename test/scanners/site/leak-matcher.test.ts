import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Canary, type FieldKind, makeCanary, twinOf } from '#scanners/site/canary.ts'
import { createLeakMatcher, type LeakMatcher } from '#scanners/site/leak-matcher.ts'

const kinds: Array<FieldKind> = [
  'email',
  'phone',
  'first-name',
  'full-name',
  'member-number',
  'message',
  'text',
  'street',
]
const canaries = kinds.map((kind) => makeCanary(kind, 'test-seed'))
const twins = canaries.map((canary) => twinOf(canary, 'test-seed'))
let matcher: LeakMatcher
beforeAll(async () => {
  matcher = await createLeakMatcher(canaries, twins)
})

const of = (kind: FieldKind): Canary => canaries.find((canary) => canary.field === kind)!
const find = (bytes: Uint8Array | string) =>
  matcher.match([{ channel: 'body', bytes: Buffer.from(bytes as string), name: null }])

type Change = readonly [name: string, change: (bytes: Buffer) => Buffer]

function base32(bytes: Buffer): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return Buffer.from(groups.map((group) => letters[Number.parseInt(group.padEnd(5, '0'), 2)]).join(''))
}

function base58(bytes: Buffer): Buffer {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  let out = ''
  for (let value = BigInt(`0x${bytes.toString('hex')}`); value > 0n; value /= 58n)
    out = letters[Number(value % 58n)] + out
  return Buffer.from(out)
}

const textual: Array<Change> = [
  ['url', (bytes) => Buffer.from([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))],
  ['base64', (bytes) => Buffer.from(bytes.toString('base64'))],
  ['base64', (bytes) => Buffer.from(bytes.toString('base64url'))],
  ['hex', (bytes) => Buffer.from(bytes.toString('hex'))],
  ['base32', base32],
  ['base58', base58],
  ['html', (bytes) => Buffer.from([...bytes].map((byte) => `&#${byte};`).join(''))],
  ['json', (bytes) => Buffer.from([...bytes].map((byte) => `\\u${byte.toString(16).padStart(4, '0')}`).join(''))],
  [
    'quoted-printable',
    (bytes) => Buffer.from([...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')),
  ],
]
const binary: Array<Change> = [
  ['gzip', (bytes) => gzipSync(bytes)],
  ['zlib', (bytes) => deflateSync(bytes)],
  ['deflate', (bytes) => deflateRawSync(bytes)],
  ['brotli', (bytes) => brotliCompressSync(bytes)],
]

const spellings: Record<string, (value: string) => string> = {
  raw: (value) => value,
  lower: (value) => value.toLowerCase(),
  upper: (value) => value.toUpperCase(),
}

test('every encoding of every value is found, alone and around each other, with its chain', () => {
  const missed: Array<string> = []
  for (const canary of canaries) {
    for (const [spelling, spell] of Object.entries(spellings)) {
      const bytes = Buffer.from(spell(canary.value))
      for (const [inner, first] of textual) {
        for (const [outer, second] of [['', (same: Buffer) => same] as Change, ...textual]) {
          const { hits } = find(second(first(bytes)))
          if (!hits.some((hit) => hit.field === canary.field))
            missed.push(`${canary.field} ${spelling} ${inner} ${outer}`)
        }
      }
    }
  }
  expect(missed).toEqual([])
})

test('compressed bodies are opened, also inside base64, and named outermost last', () => {
  const body = Buffer.from(
    JSON.stringify({ event: 'Lead', user: { email: of('email').value }, filler: 'abcabcabc'.repeat(20) }),
  )
  for (const [name, compress] of binary) {
    expect(find(compress(body)).hits, name).toContainEqual(
      expect.objectContaining({ field: 'email', encoding: name, parameter: 'email' }),
    )
    const wrapped = Buffer.from(compress(body).toString('base64'))
    expect(find(wrapped).hits, name).toContainEqual(expect.objectContaining({ encoding: `${name}+base64` }))
  }
})

test('digests of vendor spellings are found in hex and base64', () => {
  const email = of('email').value.toLowerCase()
  const digits = of('phone').value.replace(/\D/g, '')
  const digest = (name: string, text: string, form: 'hex' | 'base64') => createHash(name).update(text).digest(form)
  const cases: Array<readonly [string, string]> = [
    ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'ripemd160'].map(
      (name) => [`em=${digest(name, email, 'hex')}`, name] as const,
    ),
    [`em=${digest('sha256', email, 'base64')}`, 'sha256+base64'],
    [`ph=${digest('sha256', digits, 'hex')}`, 'sha256'],
    [`ph=${digest('sha256', `+1${digits}`, 'hex')}`, 'sha256'],
    [`em=${digest('sha256', digest('md5', email, 'hex'), 'hex')}`, 'md5+sha256'],
  ]
  for (const [body, encoding] of cases)
    expect(find(body).hits, body).toContainEqual(expect.objectContaining({ encoding }))
})

test('the hit says where it stood: parameter, byte offset and length', () => {
  const { value } = of('member-number')
  const body = `a=1&record=${value}&b=2`
  expect(find(body).hits).toEqual([
    {
      field: 'member-number',
      encoding: 'plain',
      channel: 'body',
      parameter: 'record',
      offset: 11,
      length: value.length,
    },
  ])
})

test('mirrored, rotated and masked values are found', () => {
  const { value } = of('text')
  expect(find([...value].reverse().join('')).hits[0]?.encoding).toBe('reversed')
  const masked = Buffer.from(`xx${of('email').value}yy`).map((byte) => byte ^ 0x5a)
  expect(find(masked).hits[0]).toMatchObject({ field: 'email', encoding: 'xor' })
})

test('random bodies, other values and the never-typed twins give no hit; a twin is a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 400 }), (bytes) => {
      expect(find(bytes).hits).toEqual([])
      expect(find(Buffer.from(Buffer.from(bytes).toString('base64'))).hits).toEqual([])
    }),
    { numRuns: process.env.PROVISO_TEST_FULL ? 10_000 : 150 },
  )
  for (const kind of kinds) expect(find(makeCanary(kind, 'another-seed').value).hits).toEqual([])
  expect(find(`x=${twins[0]!.value}`)).toEqual({ hits: [], fault: true })
})

test('a birth date packed with its length before it stands there whole; beside other bytes it may be anybody’s', async () => {
  const date = makeCanary('birth-date', 'packed')
  const alone = await createLeakMatcher([date], [twinOf(date, 'packed')])
  const packed = (before: ReadonlyArray<number>) =>
    alone.match([
      {
        channel: 'body',
        bytes: Buffer.concat([
          Buffer.from([0x82, 0xa1, 0x66, ...before]),
          Buffer.from(date.value),
          Buffer.from([0xa1]),
        ]),
        name: null,
      },
    ]).hits
  expect(packed([0xa0 | date.value.length])).toMatchObject([{ field: 'birth-date', encoding: 'plain' }])
  // A field of a protobuf message: tag of wire type 2, length, text.
  expect(packed([0x00, 0x01, 0x02, 0x03, 0x12, date.value.length])).toMatchObject([{ field: 'birth-date' }])
  expect(packed([0xa0 | (date.value.length + 3)])).toEqual([])
  expect(packed([0x20])).toEqual([])
})
