import { expect, test } from 'vitest'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { type Answer, startStandIn } from '#test/sites/stand-in.ts'

const send = (path: string) => `new Image().src = 'https://pixel.test/${path}'`

const page =
  (banner: string, script: string): Answer =>
  ({ path }, response) =>
    void response
      .writeHead(path === '/' ? 200 : 404, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><html lang="en"><title>Practice</title><h1>Practice</h1><p>Care.</p>${banner}<script>${send('always')};${script}</script></html>`,
      )

const own = page(
  '<div class="cookie-bar" style="position:fixed;bottom:0"><p>We use cookies to improve your visit.</p><button id="a">Accept all</button><button id="r">Reject all</button></div>',
  `document.getElementById('a').onclick = () => { ${send('after-accept')} }; document.getElementById('r').onclick = () => { ${send('after-reject')} }
   if (navigator.globalPrivacyControl) { ${send('sees-gpc')} }`,
)
const known = page(
  '<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" style="position:fixed;bottom:0;height:80px;width:100%"><p>cookies</p><button id="onetrust-accept-btn-handler">Accept All Cookies</button><button id="onetrust-reject-all-handler">Reject All</button></div></div>',
  `for (const [id, path] of [['onetrust-accept-btn-handler', 'after-accept'], ['onetrust-reject-all-handler', 'after-reject']])
     document.getElementById(id).onclick = () => { new Image().src = 'https://pixel.test/' + path; document.getElementById('onetrust-banner-sdk').style.display = 'none' }`,
)
const stuck = page(
  '<div role="dialog" style="position:fixed"><p>This site uses cookies and tracking.</p><button>Accept</button></div>',
  '',
)

async function scan(banner: Answer, consent: Array<'none' | 'reject' | 'accept' | 'gpc'>) {
  const pixel: Answer = (_request, response) => void response.writeHead(204).end()
  const site = await startStandIn({ 'practice.test': banner, 'pixel.test': pixel })
  const input = siteScanInputSchema.parse({
    url: 'https://practice.test/',
    pages: 1,
    consent,
    lab: { allow: [], map: site.map },
  })
  const pages = await scanSite(input, {
    now: () => new Date(),
    signal: new AbortController().signal,
    progress: () => {},
  })
  await site.close()
  return pages.map(({ consent: state, cmp, open, requests }) => ({
    state,
    cmp,
    open: open.map(({ code }) => code),
    sent: [...new Set(requests.filter(({ host }) => host === 'pixel.test').map(({ path }) => path))].sort(),
    signals: site.log.filter(({ headers }) => headers['sec-gpc'] === '1').length,
  }))
}

test('each state sends what it sends: before the choice, after either choice, despite the signal', async () => {
  const states = await scan(own, ['none', 'reject', 'accept', 'gpc'])
  expect(states.map(({ state, sent }) => [state, sent])).toEqual([
    ['none', ['/always']],
    ['reject', ['/after-reject', '/always']],
    ['accept', ['/after-accept', '/always']],
    ['gpc', ['/always', '/sees-gpc']],
  ])
  expect(states.map(({ cmp }) => cmp?.result)).toEqual(['untouched', 'done', 'done', 'untouched'])
  expect(states[3]!.signals).toBeGreaterThan(0)
})

test('a known banner is answered by its rule and named', async () => {
  const states = await scan(known, ['none', 'reject'])
  expect(states[1]).toMatchObject({ cmp: { result: 'done' }, sent: ['/after-reject', '/always'] })
  expect(states[1]!.cmp?.name).toMatch(/onetrust/i)
})

test('a banner that offers no refusal leaves the state open, not clean', async () => {
  const states = await scan(stuck, ['none', 'reject'])
  expect(states[1]).toMatchObject({ cmp: { result: 'failed' } })
  expect(states[1]!.open).toContain('consent-failed')
})
