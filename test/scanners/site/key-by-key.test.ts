import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { beforeKeys, keyByKeyUrl, pieceWays, startKeyByKeySite } from '#test/sites/key-by-key.ts'
import type { StandIn } from '#test/sites/stand-in.ts'

let site: StandIn
let page: PageEvidence

beforeAll(async () => {
  site = await startKeyByKeySite()
  const input = siteScanInputSchema.parse({
    url: keyByKeyUrl,
    pages: 1,
    authority: 'permission',
    lab: { allow: [], map: site.map },
  })
  const pages = await scanSite(input, {
    now: () => new Date(),
    signal: new AbortController().signal,
    progress: () => {},
  })
  page = pages[0]!
}, 120_000)
afterAll(() => site.close())

test('from the first key on no server hears anything: no request, no name, no frame', () => {
  expect(page).toMatchObject({ outcome: 'loaded', typed: { fields: 1 } })
  expect(site.log.map(({ path }) => path).filter((path) => !beforeKeys.includes(path))).toEqual([])
  expect(site.greeted.filter((name) => name.includes('.k.keys.test'))).toEqual([])
  expect(site.frames).toEqual([])
})

/** What the browser asks nobody for, or only a name server and a relay; what has no address of its own. */
const silent = ['icon', 'manifest', 'download', 'preconnect', 'dns-prefetch', 'socket-frame', 'seen-script']

test('every attempt is kept as proof, stopped', () => {
  const keyed = page.requests.filter(({ host, path }) => host.includes('.k.') || /\/k\//.test(path))
  expect(keyed.filter(({ blocked }) => blocked !== 'stopped-by-scanner')).toEqual([])
  const seen = new Set(keyed.map(({ host, path }) => path.split('/k/')[1]?.split('/')[0] ?? host.split('.').at(-4)))
  expect(Object.keys(pieceWays).filter((name) => !silent.includes(name) && !seen.has(name))).toEqual([])
})

test('code that was stopped keeps the page from being called clean', () => {
  expect(page.open).toContainEqual(
    expect.objectContaining({ code: 'capture-incomplete', detail: expect.stringContaining('late chunk') }),
  )
})
