import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { makeCanary, twinOf } from '#scanners/site/canary.ts'
import { readPayload } from '#scanners/site/capture/payload.ts'
import type { Captured } from '#scanners/site/capture/recorder.ts'
import { createLeakMatcher, type LeakMatcher } from '#scanners/site/leak-matcher.ts'
import { fieldKinds, patientOf, readMessages } from './flow-reading.ts'
import { flows } from './flows.ts'
import type { Patient } from './senders.ts'

const full = process.env.PROVISO_TEST_FULL !== undefined
const typed = fieldKinds.map((kind) => makeCanary(kind, 'flows'))
const twins = typed.map((canary) => twinOf(canary, 'flows'))
let matcher: LeakMatcher
beforeAll(async () => {
  matcher = await createLeakMatcher(typed, twins, ['pepper-of-the-page'])
})

const readAll = (messages: ReadonlyArray<Partial<Captured>>) => readMessages(matcher, messages)

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
