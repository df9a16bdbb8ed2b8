import { expect, test } from 'vitest'
import { evidenceSchema } from '#scanners/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { type Answer, startStandIn } from '#test/sites/stand-in.ts'

const html =
  (body: string): Answer =>
  ({ path }, response) => {
    const known = path === '/' || path === '/book'
    response.writeHead(known ? 200 : 404, { 'content-type': 'text/html' }).end(known ? body : '')
  }
const javascript =
  (code: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/javascript' }).end(code)
const empty: Answer = (_request, response) =>
  void response.writeHead(204, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }).end()

const context = () => ({ now: () => new Date(), signal: new AbortController().signal, progress: () => {} })

test('a passive scan reports third-party requests with their initiators, cookies, sockets and beacons at leave', async () => {
  const site = await startStandIn({
    'practice.test': html(`<!doctype html><html lang="en"><title>Practice</title><h1>Welcome</h1>
      <a href="/book">Book an appointment</a>
      <script src="https://tags.test/t.js"></script>
      <script>
        const socket = new WebSocket('wss://socket.test/s'); socket.onopen = () => socket.send('hello')
        addEventListener('pagehide', () => navigator.sendBeacon('https://leave.test/x', 'event=Bye'))
      </script>`),
    'tags.test': javascript(
      `setTimeout(() => Promise.resolve().then(() => { new Image().src = "https://pixel.test/tr?id=123456789012345&ev=PageView" }), 50)`,
    ),
    'pixel.test': (_request, response) =>
      void response.writeHead(204, { 'set-cookie': 'uid=1; Path=/; SameSite=None; Secure' }).end(),
    'socket.test': empty,
    'leave.test': empty,
  })
  const input = siteScanInputSchema.parse({ url: 'http://practice.test/', pages: 2, lab: { allow: [], map: site.map } })
  const shots: Array<string> = []
  const pages = await scanSite(input, { ...context(), attach: async ({ type }) => void shots.push(type) })
  await site.close()

  expect(pages.map(({ url, outcome }) => [url, outcome])).toEqual([
    ['http://practice.test/', 'loaded'],
    ['http://practice.test/book', 'loaded'],
  ])
  expect(pages.map((page) => evidenceSchema.safeParse(page).error)).toEqual([undefined, undefined])
  expect(shots).toEqual(['image/png', 'image/png'])
  const [home] = pages
  const to = (host: string) => home!.requests.filter((request) => request.host === host)
  expect(to('pixel.test')[0]).toMatchObject({
    thirdParty: true,
    path: '/tr',
    initiator: ['tags.test/t.js', 'practice.test/'],
    params: [
      { name: 'id', class: 'public-id', value: '123456789012345' },
      { name: 'ev', class: 'event-name', value: 'PageView' },
    ],
  })
  expect(to('socket.test')[0]).toMatchObject({ type: 'websocket', body: { kind: 'frames', bytes: 5 } })
  expect(to('leave.test')[0]).toMatchObject({ type: 'ping', visit: 'leave' })
  expect(home!.cookies).toContainEqual(
    expect.objectContaining({ name: 'uid', thirdParty: true, setter: 'https://pixel.test/tr' }),
  )
})

test('only a loaded 2xx HTML document is loaded; every other answer has its reason', async () => {
  const answers: Record<string, Answer> = {
    'gone.test': (_r, response) => void response.writeHead(404).end('no'),
    'broken.test': (_r, response) => void response.writeHead(503).end('no'),
    'closed.test': (_r, response) => void response.writeHead(401).end('no'),
    'file.test': (_r, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
    'wall.test': (_r, response) =>
      void response
        .writeHead(403, { 'content-type': 'text/html' })
        .end('<title>Just a moment...</title>Verify you are human'),
  }
  const site = await startStandIn(answers)
  const reasons: Record<string, string | null> = {}
  for (const host of Object.keys(answers)) {
    const input = siteScanInputSchema.parse({ url: `http://${host}/`, pages: 1, lab: { allow: [], map: site.map } })
    const [page] = await scanSite(input, context())
    reasons[host] = page!.outcome === 'loaded' ? 'loaded' : page!.reason
  }
  await site.close()
  expect(reasons).toEqual({
    'gone.test': 'http-4xx',
    'broken.test': 'http-5xx',
    'closed.test': 'login-required',
    'file.test': 'not-html',
    'wall.test': 'bot-challenge',
  })
})

test('a cancelled scan keeps the pages it has, and its browser is gone', async () => {
  const site = await startStandIn({
    'practice.test': html('<title>Practice</title><h1>Practice</h1><a href="/book">Book</a>'),
  })
  const stop = new AbortController()
  const input = siteScanInputSchema.parse({ url: 'http://practice.test/', pages: 5, lab: { allow: [], map: site.map } })
  const pages = await scanSite(input, {
    ...context(),
    signal: stop.signal,
    progress: ({ done }) => done === 1 && stop.abort(),
  })
  await site.close()
  expect(pages[0]).toMatchObject({ url: 'http://practice.test/', outcome: 'loaded' })
  // The next page was under way: partial with what was seen of it, failed when nothing was; never a page that was read.
  const rest = pages.slice(1)
  expect(rest.map(({ reason }) => reason)).toEqual(['cancelled'])
  expect(rest.map(({ outcome }) => outcome)).toEqual(
    rest.map(({ requests }) => (requests.length > 0 ? 'partial' : 'failed')),
  )
})

test('a busy site is asked again when it said when, and its links are followed then', async () => {
  let asked = 0
  const site = await startStandIn({
    'practice.test': (request, response) => {
      if (request.path === '/' && asked++ === 0) response.writeHead(503, { 'retry-after': '1' }).end('busy')
      else html('<title>Practice</title><h1>Practice</h1><a href="/book">Book</a>')(request, response)
    },
  })
  const input = siteScanInputSchema.parse({ url: 'http://practice.test/', pages: 2, lab: { allow: [], map: site.map } })
  const pages = await scanSite(input, context())
  await site.close()
  expect(pages.map(({ url, outcome }) => [new URL(url).pathname, outcome])).toEqual([
    ['/', 'loaded'],
    ['/book', 'loaded'],
  ])
})
