import { expect, test } from 'vitest'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { mechanisms, mechanismsUrl, startMechanismsSite, typedWays } from '#test/sites/mechanisms.ts'

async function scan(authority: 'public' | 'permission') {
  const site = await startMechanismsSite()
  const input = siteScanInputSchema.parse({
    url: mechanismsUrl,
    pages: 1,
    authority,
    lab: { allow: [], map: site.map },
  })
  const context = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
  const [page] = await scanSite(input, context)
  await site.close()
  return { page: page!, site }
}

const thirdPaths = (page: PageEvidence) =>
  new Set(page.requests.filter(({ host }) => host === 'third-party.test').map(({ path }) => path.slice(1)))

test('every request mechanism is seen, and whatever the server saw', async () => {
  const { page, site } = await scan('public')
  const seen = thirdPaths(page)
  expect(page).toMatchObject({ outcome: 'loaded', reason: null })
  expect(mechanisms.filter((name) => !seen.has(name))).toEqual([])
  const served = site.log
    .filter(({ host }) => host === 'third-party.test')
    .map(({ path }) => path.slice(1).split('?')[0]!)
  expect(served.filter((name) => !seen.has(name))).toEqual([])
  expect(page.declared).toContainEqual({ host: 'third-party.test', via: 'icon' })
})

test('a typed value is proven in every way it tries to leave, in both visits, and none arrives', async () => {
  const { page, site } = await scan('permission')
  expect(page).toMatchObject({ outcome: 'loaded', open: [] })
  const proven = new Set(page.requests.filter(({ canaries }) => canaries.length > 0).map(({ path }) => path.slice(1)))
  expect(typedWays.filter((name) => !proven.has(name))).toEqual([])
  expect(
    page.requests.filter(({ canaries, blocked }) => canaries.length > 0 && blocked !== 'stopped-by-scanner'),
  ).toEqual([])
  expect(site.allBytes().match(/.{0,80}zq[a-z]{10}.{0,40}/gi)).toBeNull()
  expect(site.log.filter(({ path }) => path.startsWith('/document-post'))).toEqual([])
})
