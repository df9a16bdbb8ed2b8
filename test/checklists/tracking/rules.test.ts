import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '#checklists/assess.ts'
import { trackers } from '#checklists/knowledge/trackers.ts'
import { trackingChecklist, unusedRefs } from '#checklists/tracking/index.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { caseTime, fillEvidence } from '#test/case-evidence.ts'
import { outlinePage } from './outline-page.ts'
import { outlines } from './page-outlines.ts'
import { sampleRequest, samples } from './tracker-samples.ts'

const at = new Date(caseTime)
const judge = (pages: ReadonlyArray<PageEvidence>) => assess([trackingChecklist], pages, at)
const line = (pages: ReadonlyArray<PageEvidence>, id: string) =>
  judge(pages).findings.find((finding) => finding.requirement === id)!

function page(fields: Record<string, unknown>): PageEvidence {
  return fillEvidence({ kind: 'page', url: 'https://clinic.example/', ...fields }, 0) as PageEvidence
}

const anySample = fc.constantFrom(...samples)
const anyHost = fc.constantFrom(
  { host: 'x.vendor.example', thirdParty: true },
  { host: 'clinic.example', thirdParty: false },
)
const anyRequests = fc.array(
  fc.tuple(anySample, anyHost).map(([sample, host]) => sampleRequest(sample, host)),
  { maxLength: 4 },
)
const conditionPages = outlines.filter(([, risk]) => risk === 'C' || risk === 'D').map(outlinePage)

test('address and visit of a public page alone never fail a law line, whoever receives them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...conditionPages), anyRequests, (given, requests) => {
      const seen = { ...given, typed: { fields: 0, seedId: 's' }, requests }
      const failed = judge([seen]).findings.filter(({ axis, verdict }) => axis === 'law' && verdict === 'fail')
      expect(failed.map(({ requirement }) => requirement)).toEqual([])
    }),
  )
})

test('no consent state turns a finding on a patient page into a pass', () => {
  const booking = outlinePage(outlines.find(([label]) => label === 'booking')!)
  const meta = sampleRequest(samples[0]!, { host: 'www.facebook.com', thirdParty: true })
  for (const consent of ['none', 'reject', 'accept', 'gpc'] as const) {
    const seen = [{ ...booking, consent, requests: [meta] }]
    expect(line(seen, 'tracking.patient-transactions').verdict).toBe('fail')
    expect(line(seen, 'tracking.no-ad-pixels').verdict).toBe('fail')
  }
})

const problems = [
  'dns',
  'tls',
  'connect',
  'timed-out',
  'http-4xx',
  'http-5xx',
  'bot-challenge',
  'login-required',
  'robots',
  'off-site-redirect',
  'redirect-loop',
  'not-html',
  'empty-page',
  'blocked-address',
  'crashed',
  'too-large',
  'cancelled',
] as const

test('a page that could not be assessed never supports a pass, with any reason, alone or beside pages that were read', () => {
  const read = page({ url: 'https://clinic.example/', title: 'Clinic' })
  for (const reason of problems) {
    const failed = page({ url: 'https://clinic.example/book', outcome: 'failed', status: null, reason })
    for (const pages of [[failed], [read, failed]]) {
      const passed = judge(pages).findings.filter(({ verdict }) => verdict === 'pass')
      expect(passed.map(({ requirement }) => `${reason} ${requirement}`)).toEqual([])
    }
  }
})

test('reading the source only never supports a pass', () => {
  for (const outline of outlines.slice(0, 40)) {
    const pages = [{ ...outlinePage(outline), mode: 'static' as const, typed: null }]
    expect(
      judge(pages)
        .findings.filter(({ verdict }) => verdict === 'pass')
        .map(({ requirement }) => requirement),
    ).toEqual([])
  }
})

test('the same pages give the same observation ids, whatever the tool saw around them', () => {
  const booking = outlinePage(outlines[0]!)
  const meta = sampleRequest(samples[0]!, { host: 'www.facebook.com', thirdParty: true })
  const keys = (given: PageEvidence) =>
    judge([given])
      .findings.flatMap(({ observations }) => observations.map(({ key }) => key))
      .sort()
  const first = keys({ ...booking, requests: [meta] })
  const again = keys({
    ...booking,
    id: 'other',
    screenshot: 'x',
    requests: [{ ...meta, id: 'r77', at: '2027-01-01T00:00:00.000Z' }, meta],
  })
  expect(first.length).toBeGreaterThan(0)
  expect(again).toEqual(first)
  expect(keys({ ...booking, consent: 'accept', requests: [meta] })).not.toEqual(first)
})

test('a clean page with fonts, static libraries, maps, a captcha and own look-alike paths has no failing and no weak line', () => {
  const third = (host: string, path: string, type: string) => ({ host, path, type, registrableDomain: host })
  const clean = page({
    ...outlinePage(outlines[0]!),
    typed: { fields: 4, seedId: 's' },
    requests: [
      third('fonts.googleapis.com', '/css2', 'stylesheet'),
      third('fonts.gstatic.com', '/s/a.woff2', 'font'),
      third('cdn.jsdelivr.net', '/npm/x.js', 'script'),
      third('cdn.static-files.example', '/lib.js', 'script'),
      third('maps.googleapis.com', '/maps/api/js', 'script'),
      third('www.google.com', '/recaptcha/api.js', 'script'),
      { host: 'clinic.example', thirdParty: false, path: '/api/facebook-reviews', method: 'POST', type: 'fetch' },
      { host: 'clinic.example', thirdParty: false, path: '/collect', method: 'POST', type: 'fetch' },
    ],
  })
  const found = judge([clean]).findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'partial')
  expect(found.map(({ requirement, because }) => `${requirement}: ${because}`)).toEqual([])
})

test('every line speaks plainly and fairly: short sentences, no verdict words of a court, evidence kept before a fix', () => {
  const unfair = /\b(violat\w+|illegal|compliant|certified|guilty|penalt\w+|fine[sd]?)\b/i
  for (const { title, why, fix, id, owner } of trackingChecklist.requirements) {
    for (const text of [title, why, fix]) {
      expect(text, id).not.toMatch(unfair)
      for (const sentence of text.split(/(?<=[.!?])\s+/))
        expect(sentence.split(/\s+/).length, `${id}: ${sentence}`).toBeLessThanOrEqual(25)
    }
    expect(owner, id).toBeDefined()
  }
  const refs = new Set(trackingChecklist.requirements.map(({ ref }) => ref))
  const rows = Array.from({ length: 19 }, (_, index) => `TR${index + 1}`)
  expect(rows.filter((row) => !refs.has(row) && unusedRefs[row] === undefined)).toEqual([])
})

test('the bulletin is never cited without the vacatur, and only vacated or unread texts carry that status', () => {
  for (const { cites, id } of trackingChecklist.requirements) {
    for (const { text, status } of cites) {
      if (/bulletin/i.test(text)) expect(text, id).toMatch(/vacated/)
      if (/Becerra/.test(text)) expect(status).toBe('vacated')
    }
    expect(
      cites.some(({ status }) => status === 'vacated') &&
        trackingChecklist.requirements.find((entry) => entry.id === id)!.axis === 'law',
    ).toBe(false)
  }
  expect(trackers.length).toBeGreaterThan(150)
})
