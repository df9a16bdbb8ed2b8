import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { practiceRecipients, practiceUrl, startCleanSite, startPracticeSite } from '#test/sites/practice.ts'
import type { StandIn } from '#test/sites/stand-in.ts'

let site: StandIn
let pages: Array<PageEvidence>

async function scan(stand: StandIn, more: object): Promise<Array<PageEvidence>> {
  const input = siteScanInputSchema.parse({ url: practiceUrl, pages: 12, lab: { allow: [], map: stand.map }, ...more })
  return scanSite(input, { now: () => new Date(), signal: new AbortController().signal, progress: () => {} })
}

beforeAll(async () => {
  site = await startPracticeSite()
  pages = await scan(site, { authority: 'permission' })
}, 180_000)
afterAll(() => site.close())

const requestsTo = (host: string) => pages.flatMap((page) => page.requests).filter((request) => request.host === host)
const leaksTo = (host: string) => requestsTo(host).flatMap((request) => request.canaries)

test('every page of the practice is loaded, the patient’s path first', () => {
  expect(pages.map(({ outcome }) => outcome)).toEqual(pages.map(() => 'loaded'))
  expect(pages.length).toBe(11)
  expect(pages.slice(0, 5).map(({ url }) => new URL(url).pathname)).toEqual([
    '/',
    '/book-appointment',
    '/new-patient-intake',
    '/patient-portal/login',
    '/pay-bill',
  ])
})

test('every recipient is named, and nobody else', () => {
  const hosts = new Set(
    pages.flatMap((page) => page.requests.filter(({ thirdParty }) => thirdParty).map(({ host }) => host)),
  )
  expect([...hosts].sort()).toEqual([...practiceRecipients].sort())
})

test('typed values are proven in what each tag tried to send', () => {
  expect(leaksTo('www.facebook.com')).toContainEqual(
    expect.objectContaining({ field: 'email', encoding: 'sha256', channel: 'url', parameter: 'udff[em]' }),
  )
  expect(leaksTo('forms.quietcapture.test')).toContainEqual(
    expect.objectContaining({ field: 'message', encoding: 'base64' }),
  )
  expect(leaksTo('www.google-analytics.com')).toContainEqual(
    expect.objectContaining({ field: 'search', parameter: 'ep.search_term' }),
  )
})

test('the page recorder is known by its events and its script', () => {
  const intake = pages.find(({ url }) => url.endsWith('/new-patient-intake'))
  expect(intake?.replaySigns.map(({ sign }) => sign)).toContain('recorded-events')
})

test('nothing typed reached any server, and no form was submitted', () => {
  expect(pages.some(({ typed }) => typed !== null && typed.fields >= 7)).toBe(true)
  // Packed text is unpacked first: what it says is looked at, and its letters cannot say something by chance. The key of a
  // socket is drawn by the browser.
  const bytes = site
    .allBytes()
    .replaceAll(/"sec-websocket-key":"[^"]*"/g, '')
    .replaceAll(/[A-Za-z0-9+/]{40,}={0,2}/g, (run) => {
      const text = Buffer.from(run, 'base64').toString('latin1')
      return /^[\x20-\x7e]+$/.test(text) ? text : run
    })
  expect(bytes).not.toMatch(/zq[a-z]{10}|555-?01\d\d|knee(?: |%20|\+)pain [a-z]{10}/i)
  const posts = site.log.filter(
    ({ method, host, path }) => method === 'POST' && host.includes('northfield') && !path.includes('/g/collect'),
  )
  expect(posts).toEqual([])
})

test('the clean twin has no third party, no cookie of one, and nothing left open', async () => {
  const clean = await startCleanSite()
  const found = await scan(clean, { authority: 'permission', pages: 4 })
  await clean.close()
  expect(found.map(({ outcome, open }) => [outcome, open])).toEqual(found.map(() => ['loaded', []]))
  expect(found.flatMap((page) => page.requests.filter(({ thirdParty }) => thirdParty))).toEqual([])
  expect(found.flatMap((page) => page.cookies.filter(({ thirdParty }) => thirdParty))).toEqual([])
})
