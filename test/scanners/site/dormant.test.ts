import { expect, test } from 'vitest'
import { parseRobots } from '#scanners/site/crawl/robots.ts'
import { parseSitemap } from '#scanners/site/crawl/sitemap.ts'
import { readScripts, readSnippets } from '#scanners/site/dormant/read.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { practiceIds, practiceUrl, startPracticeSite } from '#test/sites/practice.ts'
import { socialPixelConfig, tagContainer } from '#test/sites/vendor-scripts.ts'

test('a tag container is read as data: tags, ids, triggers, paused ones', () => {
  const code = tagContainer('GTM-TEST123', [])
  const [found] = readScripts([{ url: 'https://tags.test/gtm.js?id=GTM-TEST123', code }])
  expect(found).toMatchObject({ format: 'gtm', id: 'GTM-TEST123', source: 'tags.test/gtm.js' })
  expect(found!.facts).toEqual([
    'tag:__googtag id:G-N0RTHF1ELD when:_eq(gtm.js)',
    'tag:__html loads:analytics.tiktok.com/i18n/pixel/events.js when:_eq(gtm.js)',
    'tag:__awct id:AW-123456789 when:_cn(thank-you) and _eq(gtm.click)',
    'tag:__paused was:html paused',
  ])
})

test('a pixel configuration tells which fields it would match', () => {
  const id = '123456789012345'
  const [found] = readScripts([{ url: `https://pixel.test/signals/config/${id}?v=2`, code: socialPixelConfig(id) }])
  expect(found).toMatchObject({ format: 'meta-config', id })
  expect(found!.facts).toContain('matches:em,fn,ln,ph')
  expect(found!.facts).toContain('optIn:AutomaticMatching=true')
})

test('snippets show settings, calls and public ids, never a person', () => {
  const [found] = readSnippets('https://practice.test/', [
    `gtag('config', 'G-ABC1234567', { send_page_view: false, allow_enhanced_conversions: true }); rec.init({ maskAllInputs: false })`,
    `tracker.identify('zelda-quimby-48321')`,
  ])
  expect(found!.facts).toEqual(
    expect.arrayContaining([
      'call:gtag.config(G-ABC1234567)',
      'setting:send_page_view=false',
      'setting:maskAllInputs=false',
      'call:tracker.identify',
    ]),
  )
  expect(JSON.stringify(found)).not.toContain('zelda')
})

test('static mode shows trackers in the source without a browser, and sends nothing', async () => {
  const site = await startPracticeSite()
  const input = siteScanInputSchema.parse({
    url: practiceUrl,
    pages: 3,
    mode: 'static',
    lab: { allow: [], map: site.map },
  })
  const pages = await scanSite(input, {
    now: () => new Date(),
    signal: new AbortController().signal,
    progress: () => {},
  })
  await site.close()
  expect(pages.map(({ outcome, mode }) => [outcome, mode])).toEqual(pages.map(() => ['loaded', 'static']))
  expect(pages[0]!.requests.map(({ host }) => host)).toContain('connect.facebook.net')
  expect(pages[0]!.dormant.find(({ format }) => format === 'gtm')?.id).toBe(practiceIds.container)
  expect(site.log.map(({ method }) => method).filter((method) => method !== 'GET')).toEqual([])
})

test('robots rules: longest match wins, a group that names us replaces the general one', () => {
  const general = parseRobots('User-agent: *\nDisallow: /private\nAllow: /private/open\n', 'proviso')
  expect(['/private/x', '/private/open/y', '/'].map((path) => general.allows(`https://a.test${path}`))).toEqual([
    false,
    true,
    true,
  ])
  const named = parseRobots(
    'User-agent: *\nDisallow: /\n\nUser-agent: proviso\nDisallow: /*.pdf$\nSitemap: https://a.test/s.xml',
    'proviso',
  )
  expect([named.allows('https://a.test/x'), named.allows('https://a.test/x.pdf')]).toEqual([true, false])
  expect(named.sitemaps).toEqual(['https://a.test/s.xml'])
})

test('sitemaps are read, and one with a document type is not opened', () => {
  const xml = '<urlset xmlns="x"><url><loc>https://a.test/book</loc></url></urlset>'
  expect(parseSitemap(xml).pages).toEqual(['https://a.test/book'])
  expect(parseSitemap(`<!DOCTYPE urlset [<!ENTITY a "b">]>${xml}`).pages).toEqual([])
})
