import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { addVendor } from '#app/use-cases/add-vendor.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { compareRun, judgeRun, tellingObservations } from '#app/use-cases/judge-run.ts'
import { listAuditEvents } from '#app/use-cases/list-audit-events.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { InvalidInput, NotFound } from '#app/use-cases/problem.ts'
import { readObservation } from '#app/use-cases/read-observation.ts'
import { recheckObservation } from '#app/use-cases/recheck-observation.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { triageObservation } from '#app/use-cases/triage-observation.ts'
import { uploadAgreement } from '#app/use-cases/upload-agreement.ts'
import { observationView } from '#app/views/observation.ts'
import { scanWork } from '#app/views/scan-work.ts'
import { assess } from '#checklists/assess.ts'
import { trackingChecklist } from '#checklists/tracking/index.ts'
import type { Evidence } from '#scanners/evidence.ts'
import { type AnyScanner, scanners } from '#scanners/index.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'
import { agreement } from './sample-agreement.ts'
import { page } from './test-scanner.ts'

const booking = (requests: Array<Record<string, unknown>>, fields: Record<string, unknown> = {}) =>
  page('book-appointment', {
    title: 'Book an appointment',
    headings: ['Book an appointment'],
    typed: { fields: 2, seedId: 's' },
    forms: [
      {
        actionHost: null,
        method: 'post',
        fields: [{ name: 'reason', type: 'textarea', label: 'Reason for visit', autocomplete: '' }],
      },
    ],
    requests,
    ...fields,
  })

const typedTo = (host: string, path = '/collect') => ({
  host,
  path,
  method: 'POST',
  type: 'fetch',
  initiator: ['cdn.example/tag.js', 'www.clinic.example/loader.js'],
  blocked: 'stopped-by-scanner',
  status: null,
  params: [{ name: 'why', in: 'body', class: 'typed-value', canary: { field: 'reason', encoding: 'base64' } }],
  canaries: [{ field: 'reason', encoding: 'base64', channel: 'body', parameter: 'why', offset: 12, length: 24 }],
})
const clean = (fields: Record<string, unknown> = {}) => booking([], fields)

/** A portal whose site scanner finds what stands in `pages`, and keeps what it was asked. */
async function practice(clock = fakeClock()) {
  const site: { pages: Array<Evidence>; asked: Array<unknown> } = { pages: [], asked: [] }
  const scanner: AnyScanner = {
    title: 'Site',
    scan: async (input) => {
      site.asked.push(input)
      return site.pages
    },
  }
  const proviso = await openPortal({ scanners: { ...scanners, site: scanner }, now: clock.now })
  const { actor } = await setUpOwner(proviso)
  const subject = addPractice(proviso, actor, { name: 'Lakeside Ortho', siteUrl: 'https://clinic.example/' })
  async function scan(...pages: Array<Evidence>): Promise<string> {
    clock.forward(60_000)
    site.pages = pages
    const { run } = requestSiteScan(proviso, actor, {
      subjectId: subject.id,
      url: '',
      authority: 'permission',
      confirmed: true,
      pages: 5,
    })
    await proviso.queue.idle()
    return run.id
  }
  return { proviso, actor, subject, site, scan, clock }
}

function typedKey(proviso: Proviso, actor: Actor, runId: string): string {
  const { assessment } = judgeRun(proviso, actor, runId)
  return tellingObservations(assessment).find(({ requirement }) => requirement === 'tracking.typed-values-stay')!
    .observation.key
}

/** An agreement in which every line stands, signed by both. */
const whole = readFileSync('test/fixtures/baa/dev-01-harborlight-reviews.txt', 'utf8')

const sorting = { reason: 'Agreed with the practice owner today.', expiresOn: '', vendorId: '' }

test('an observation keeps its id, shows the request with the canary, the chain and what stopped it', async () => {
  const { proviso, actor, scan } = await practice()
  const evidence = booking([typedTo('tags.lantern.example')])
  const runId = await scan(evidence)
  const key = typedKey(proviso, actor, runId)
  const alone = assess([trackingChecklist], [evidence], proviso.now())
  expect(tellingObservations(alone).map(({ observation }) => observation.key)).toContain(key)
  const view = observationView(readObservation(proviso, actor, { runId, key }))
  expect(view.title).toBe('tags.lantern.example on /book-appointment')
  const [proof] = view.proofs
  expect(proof?.request?.body).toEqual([{ text: 'why={reason, base64}', mark: 'reason' }])
  expect(proof?.request?.hits[0]).toMatchObject({ field: 'reason', encoding: 'base64', parameter: 'why' })
  expect(proof?.request?.initiator).toEqual(['cdn.example/tag.js', 'www.clinic.example/loader.js'])
  expect(proof?.request?.ended).toMatch(/^Stopped by the scanner/)
  expect(() => readObservation(proviso, actor, { runId, key: 'f'.repeat(64) })).toThrow(NotFound)
})

test('an accepted risk keeps the verdict, needs a day, and comes back by itself after it', async () => {
  const { proviso, actor, scan, clock, subject } = await practice()
  const runId = await scan(booking([typedTo('tags.lantern.example')]))
  const key = typedKey(proviso, actor, runId)
  const accept = { ...sorting, runId, key, as: 'accepted' }
  expect(() => triageObservation(proviso, actor, { ...accept, as: 'ignored' })).toThrow(InvalidInput)
  expect(() => triageObservation(proviso, actor, { ...accept, reason: 'no' })).toThrow(InvalidInput)
  expect(() => triageObservation(proviso, actor, accept)).toThrow(InvalidInput)
  expect(() => triageObservation(proviso, actor, { ...accept, expiresOn: '2026-11-01' })).toThrow(InvalidInput)
  triageObservation(proviso, actor, { ...accept, expiresOn: '2026-12-01' })
  const accepted = readObservation(proviso, actor, { runId, key })
  expect(accepted.observation).toMatchObject({ verdict: 'fail', ruling: { by: 'Ada Quill' }, machine: 'fail' })
  expect(observationView(accepted).triage).toMatchObject({ as: 'accepted', ended: false })
  const written = listAuditEvents(proviso, actor, {}).events.filter(({ action }) => action === 'observation.triaged')
  expect(written).toMatchObject([{ objectId: key, before: 'open', after: 'accepted until 2026-12-01' }])
  clock.forward(9 * 86_400_000)
  const later = observationView(readObservation(proviso, actor, { runId, key }))
  expect(later.triage).toMatchObject({ as: 'accepted', ended: true })
  const { assessment } = getAssessment(proviso, actor, { subjectId: subject.id })
  const line = assessment.findings.find(({ requirement }) => requirement === 'tracking.typed-values-stay')
  expect(line?.observations.find((one) => one.key === key)?.ruling).toBeNull()
})

test('only a signed agreement in force covers, and the cover ends with the agreement', async () => {
  const { proviso, actor, scan, clock } = await practice()
  const runId = await scan(booking([typedTo('tags.lantern.example'), typedTo('www.facebook.com', '/tr/')]))
  const { assessment } = judgeRun(proviso, actor, runId)
  const seen = tellingObservations(assessment).filter(({ requirement }) => requirement === 'tracking.typed-values-stay')
  const keyOf = (name: RegExp) => seen.find(({ observation }) => name.test(observation.because))!.observation.key
  const key = keyOf(/lantern/)
  const cover = { ...sorting, runId, key, as: 'covered' }
  const bare = addVendor(proviso, actor, { name: 'Lantern Replay' })
  const refused = (vendorId: string, of = cover) => {
    try {
      triageObservation(proviso, actor, { ...of, vendorId })
    } catch (error) {
      return error instanceof InvalidInput ? error.fields.vendorId : error
    }
    return null
  }
  expect(refused('')).toMatch(/Choose the vendor/)
  expect(refused(bare.id)).toMatch(/no agreement is on file/)
  const unsigned = addVendor(proviso, actor, { name: 'Unsigned Reviews' })
  await uploadAgreement(proviso, actor, {
    subjectId: unsigned.id,
    source: { text: agreement('Unsigned Reviews LLC', '') },
  })
  const signed = addVendor(proviso, actor, { name: 'Harborlight Reviews' })
  await uploadAgreement(proviso, actor, {
    subjectId: signed.id,
    source: { text: whole },
  })
  await proviso.queue.idle()
  expect(refused(unsigned.id)).toMatch(/not signed by both/)
  expect(refused(signed.id, { ...cover, key: keyOf(/Meta|Facebook/) })).toMatch(/advertising pixel/)
  // It names another practice, until that one is on file as ours.
  expect(refused(signed.id)).toMatch(/not shown to be with this practice/)
  addPractice(proviso, actor, { name: 'Maple Crossing Family Medicine' })
  expect(refused(signed.id)).toBeNull()
  const covered = readObservation(proviso, actor, { runId, key })
  expect(covered.observation).toMatchObject({ verdict: 'pass', machine: 'fail' })
  // A newer version that nobody signed takes the place of the one that covered.
  clock.forward(60_000)
  await uploadAgreement(proviso, actor, {
    subjectId: signed.id,
    source: { text: whole.replaceAll('/s/', '   ').replaceAll(/Date: March.*/g, 'Date:') },
  })
  await proviso.queue.idle()
  const ended = readObservation(proviso, actor, { runId, key })
  expect(ended.observation).toMatchObject({ verdict: 'fail', ruling: null })
  expect(observationView(ended).triage).toMatchObject({ as: 'covered', ended: true })
})

test('a check opens that page alone in that state, on the same authority, and says gone, present or not assessed', async () => {
  const { proviso, actor, scan, site, subject, clock } = await practice()
  const other = page('about', { title: 'About us' })
  const runId = await scan(booking([typedTo('tags.lantern.example')], { consent: 'reject' }), other)
  const key = typedKey(proviso, actor, runId)
  const url = 'https://clinic.example/book-appointment'
  async function check(...pages: Array<Evidence>) {
    clock.forward(60_000)
    site.pages = pages
    const { run } = recheckObservation(proviso, actor, { runId, key, url })
    await proviso.queue.idle()
    return { run, view: observationView(readObservation(proviso, actor, { runId, key })) }
  }
  expect(() => recheckObservation(proviso, actor, { runId, key, url: 'https://clinic.example/about' })).toThrow(
    InvalidInput,
  )
  const still = await check(booking([typedTo('tags.lantern.example')], { consent: 'reject' }))
  expect(site.asked.at(-1)).toEqual({
    url,
    authority: 'permission',
    pages: 1,
    mode: 'browser',
    consent: ['reject'],
    viewports: ['desktop'],
  })
  expect(still.run.authority).toMatchObject({ level: 'permission', name: 'Ada Quill' })
  expect(still.view.state?.word).toBe('present')
  expect(still.view.checks[0]?.proof?.request?.hits).toHaveLength(1)
  const blocked = { consent: 'reject', outcome: 'failed', reason: 'bot-challenge', typed: null }
  expect((await check(clean(blocked))).view).toMatchObject({ state: { word: 'not-assessed' } })
  expect((await check(clean({ consent: 'reject', typed: null }))).view.state?.word).toBe('not-assessed')
  expect((await check(clean({ consent: 'reject' }))).view.state?.word).toBe('fixed')
  // The other pages of the complete scan still count for the subject.
  const { assessment } = getAssessment(proviso, actor, { subjectId: subject.id })
  expect(assessment.evidence.filter(({ kind }) => kind === 'page')).toHaveLength(2)
})

test('a scan is compared with the complete one before: new, changed, same, gone, not looked at again', async () => {
  const { proviso, actor, scan } = await practice()
  const pixel = { host: 'www.facebook.com', path: '/tr/', type: 'image', params: [{ name: 'dl', class: 'page-url' }] }
  const first = await scan(
    booking([typedTo('tags.lantern.example'), pixel]),
    page('visit-summary', { requests: [pixel] }),
  )
  const judgedFirst = judgeRun(proviso, actor, first)
  expect(compareRun(proviso, actor, judgedFirst).baseline).toBeNull()
  const second = await scan(booking([typedTo('collect.quiet.example'), pixel]))
  const judged = judgeRun(proviso, actor, second)
  const comparison = compareRun(proviso, actor, judged)
  const changes = (name: RegExp) =>
    comparison.observations.filter(({ observation }) => name.test(observation.because)).map(({ change }) => change)
  expect(comparison.baseline?.id).toBe(first)
  expect(new Set(changes(/quiet/))).toEqual(new Set(['new']))
  expect(new Set(changes(/lantern/))).toEqual(new Set(['gone']))
  expect(changes(/Meta/)).toContain('same')
  const work = scanWork(second, comparison, judged.beside, 'new')
  expect(work.rows.length).toBeGreaterThan(0)
  expect(work.rows.every(({ change, to }) => change === 'new' && to.startsWith(`/scans/${second}/`))).toBe(true)
  const gone = scanWork(second, comparison, judged.beside, 'gone').rows
  expect(gone.every(({ to }) => to.startsWith(`/scans/${first}/`))).toBe(true)
})
