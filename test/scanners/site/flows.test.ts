import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type FieldKind, makeCanary, twinOf } from '#scanners/site/canary.ts'
import { partsOf } from '#scanners/site/capture/hits.ts'
import { readPayload } from '#scanners/site/capture/payload.ts'
import { joinedHits } from '#scanners/site/capture/pieces.ts'
import type { Captured } from '#scanners/site/capture/recorder.ts'
import type { CanaryHit } from '#scanners/site/evidence.ts'
import { createLeakMatcher, type LeakMatcher } from '#scanners/site/leak-matcher.ts'
import { flows } from './flows.ts'
import type { Patient } from './senders.ts'

const kinds: ReadonlyArray<FieldKind> = [
  'email',
  'phone',
  'first-name',
  'last-name',
  'full-name',
  'birth-date',
  'postal-code',
  'member-number',
  'street',
  'city',
  'search',
  'message',
  'text',
]
const full = process.env.PROVISO_TEST_FULL !== undefined
const typed = kinds.map((kind) => makeCanary(kind, 'flows'))
const twins = typed.map((canary) => twinOf(canary, 'flows'))
const patientOf = (seed: string) =>
  Object.fromEntries(kinds.map((kind) => [kind, makeCanary(kind, seed).value])) as Patient

const empty: Captured = {
  id: '',
  method: 'GET',
  url: 'https://in.nobody-knows.example/p',
  type: 'fetch',
  at: 0,
  target: 'page',
  visit: 'look',
  documentUrl: 'https://clinic.example/',
  frameId: null,
  initiator: null,
  headers: {},
  body: null,
  frames: [],
  status: 200,
  mimeType: '',
  responseHeaders: {},
  setCookies: [],
  error: null,
  fromCache: false,
  stopped: false,
  done: true,
}

let matcher: LeakMatcher
beforeAll(async () => {
  matcher = await createLeakMatcher(typed, twins, ['pepper-of-the-page'])
})

/** What the scanner would tell of these messages, alone and together. */
function readAll(messages: ReadonlyArray<Partial<Captured>>): { hits: Array<CanaryHit>; fault: boolean } {
  const requests = messages.map((message, at) => ({ ...empty, id: `r${at}`, ...message }))
  const alone = requests.map((request) => matcher.match(partsOf(request)))
  const together = joinedHits(requests, matcher)
  return {
    hits: [...alone.flatMap(({ hits }) => hits), ...together.hits.map(({ hit }) => hit)],
    fault: together.fault || alone.some(({ fault }) => fault),
  }
}

test('every flow of the suite is found, with its field, and no other field is told', () => {
  const patient = patientOf('flows')
  const wrong = flows.flatMap(({ name, field, send }) => {
    const { hits, fault } = readAll(send(patient))
    const told = new Set(hits.map((hit) => hit.field))
    if (fault) return [`${name}: fault`]
    if (!told.has(field)) return [`${name}: missed`]
    return told.size > 1 ? [`${name}: also ${[...told].join(' ')}`] : []
  })
  expect(flows.length).toBeGreaterThanOrEqual(60)
  expect(wrong).toEqual([])
})

test('the same flows of another patient, never typed here, give no hit', () => {
  const wrong = (full ? ['other', 'third', 'fourth'] : ['other']).flatMap((seed) => {
    const other = patientOf(seed)
    // Two people may live in one place: there are few postal codes nobody else would have.
    const own = new Set(typed.map(({ value }) => value))
    return flows.flatMap(({ name, field, send }) => {
      if (own.has(other[field])) return []
      const { hits, fault } = readAll(send(other))
      return hits.length > 0 || fault ? [`${name}: ${JSON.stringify(hits)}`] : []
    })
  })
  expect(wrong).toEqual([])
})

test('the never-typed twin is told as a fault, in whatever form it is met', () => {
  const twin = Object.fromEntries(twins.map(({ field, value }) => [field, value])) as Patient
  const strong = flows.filter(({ field }) => field !== 'birth-date' && field !== 'postal-code')
  const unseen = strong.filter(({ send }) => !readAll(send(twin)).fault).map(({ name }) => name)
  // Rare digests are looked up for a sample of the twins only.
  expect(unseen.length).toBeLessThanOrEqual(strong.length / 10)
})

/** Written once by the zstd program (level 19) from a JSON note with the message of this patient. */
const zstdNote =
  'KLUv/WRYAP0CAGJGFRiAaxvEMUohXDQyv+dXAB7EtRlAZcrEAAHRMfEmktgYrjmoTDaoyfu6U8b2ePrSGqGUNZOPAsXyskKp1fR7ydcVyX66GxQlEJw2I282qvLydX2NDwUBAOQ7qRkFHx3NDQ=='

test('Zstandard is opened, in a body and in base64; a bomb and a header that asks for too much are not', () => {
  const body = Buffer.from(zstdNote, 'base64')
  const found = (encoding: string) => expect.objectContaining({ field: 'message', encoding, parameter: 'note' })
  expect(readAll([{ method: 'POST', body }]).hits).toContainEqual(found('zstd'))
  expect(readAll([{ url: `https://in.nobody-knows.example/p?d=${encodeURIComponent(zstdNote)}` }]).hits).toContainEqual(
    found('zstd+base64+url'),
  )
  // 128 KB of one byte in four bytes, a thousand times over: 125 MB.
  const block = Buffer.from([0x02, 0x00, 0x10, 0x41])
  const frame = (window: number) =>
    Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, window]), ...Array.from({ length: 1_000 }, () => block)])
  expect(readPayload(frame(0x58)).kind).toBe('binary')
  expect(readPayload(frame(0xf8)).kind).toBe('binary')
})

/** Same shapes, other contents: what pages send all day beside what a patient types. */
function* everyday(): Generator<string> {
  const random = (bytes: number, seed: number) =>
    createHash('sha512').update(`noise ${seed}`).digest().subarray(0, bytes)
  for (let seed = 0; seed < (full ? 120 : 8); seed++) {
    const number = random(4, seed).readUInt32BE(0)
    for (const bytes of [8, 16, 20, 28, 32, 48, 64]) {
      yield `em=${random(bytes, seed).toString('hex')}&salt=${number}&ph=${random(bytes, seed + 1000).toString('base64url')}`
    }
    yield `email_hash=${number}&user=${(number >>> 3).toString(16)}&phone=${number >>> 1}`
    yield JSON.stringify({ points: [...random(40, seed)], at: number, day: 12, month: 5, year: 2026, zip: 'none' })
    yield JSON.stringify([...random(30, seed).toString('base64')].map((k) => ({ k })))
    yield `q=kne&q=knee&q=knee+p&step=${seed}&x=${[...random(12, seed)].join(',')}`
  }
}

test('ids, digests of other things, coordinates and other people’s keys give no hit', () => {
  const bodies = [...everyday()]
  const hits = bodies.flatMap((body) => readAll([{ method: 'POST', body: Buffer.from(body) }]).hits)
  const together = readAll(bodies.slice(0, 120).map((body) => ({ url: `https://in.nobody-knows.example/p?${body}` })))
  expect(bodies.length).toBeGreaterThan(80)
  expect(hits).toEqual([])
  expect(together).toEqual({ hits: [], fault: false })
})
