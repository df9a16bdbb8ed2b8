import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Answer, type StandIn, startStandIn } from './stand-in.ts'

/** A server nobody may reach: it stands for everything inside the private network. */
export type PrivateCanary = { port: number; hits: Array<string>; close: () => Promise<void> }

export async function startPrivateCanary(): Promise<PrivateCanary> {
  const hits: Array<string> = []
  const server: Server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('secret')
  })
  // A bare connection already counts.
  server.on('connection', () => hits.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    hits,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Ways to write 127.0.0.1 and other doors into the private network. */
export function privateAddresses(port: number): Array<string> {
  return [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `x.localhost:${port}`,
    `0x7f000001:${port}`,
    `2130706433:${port}`,
    `0177.0.0.1:${port}`,
    `127.1:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `[::ffff:7f00:1]:${port}`,
    `[64:ff9b::7f00:1]:${port}`,
    `127.0.0.1.:${port}`,
    `０１２7.0.0.1:${port}`,
    `169.254.169.254`,
    `10.0.0.1`,
    `0.0.0.0:${port}`,
  ]
}

const page =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(`<!doctype html><title>Hostile</title><h1>Practice</h1><p>Some text of a practice.</p>${body}`)

const redirect =
  (location: string): Answer =>
  (_request, response) =>
    void response.writeHead(302, { location }).end()

/** Every way a page asks for something, aimed at one address. */
function attempts(address: string): string {
  const url = `http://${address}/`
  return `<img src="${url}img"><iframe src="${url}iframe"></iframe><link rel=stylesheet href="${url}css"><script src="${url}script"></script>
    <object data="${url}object"></object><video src="${url}video"></video><link rel=prefetch href="${url}prefetch">
    <script>(function () { var u = ${JSON.stringify(url)}, w = ${JSON.stringify(`ws://${address}/ws`)};
    [function () { fetch(u + 'fetch').catch(function () {}) }, function () { new WebSocket(w) }, function () { new EventSource(u + 'es') },
     function () { navigator.sendBeacon(u + 'beacon', 'x') }, function () { new Worker(URL.createObjectURL(new Blob(['fetch("' + u + 'worker").catch(function () {})']))) },
     function () { open(u + 'popup') }, function () { var x = new XMLHttpRequest(); x.open('POST', u + 'xhr'); x.send('x') },
     function () { var p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${address.replace(/^\[|\]/g, '')}' }] }); p.createDataChannel('x'); p.createOffer().then(function (o) { p.setLocalDescription(o) }) }
    ].forEach(function (run) { try { run() } catch (e) {} }) })()</script>`
}

export type Hostile = StandIn & { canary: PrivateCanary; hosts: Record<string, { reason: string | null }> }

/**
 * Pages that attack or exhaust a scanner, one host a behaviour class. `hosts` says which outcome each must end with:
 * null means "loaded", anything else is the typed reason.
 */
export async function startHostileSite(): Promise<Hostile> {
  const canary = await startPrivateCanary()
  const to = `127.0.0.1:${canary.port}`
  const spellings = privateAddresses(canary.port)
  const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
  const classes: Record<string, { answer: Answer; reason: string | null }> = {
    'private-few.test': { answer: page(spellings.slice(0, 4).map(attempts).join('\n')), reason: null },
    'private-subresources.test': { answer: page(spellings.map(attempts).join('\n')), reason: 'timed-out' },
    'private-redirect.test': { answer: redirect(`http://${to}/`), reason: 'blocked-address' },
    'odd-redirect.test': { answer: redirect(`http://0x7f.1:${canary.port}/`), reason: 'blocked-address' },
    'metadata-redirect.test': {
      answer: redirect('http://169.254.169.254/latest/meta-data/'),
      reason: 'blocked-address',
    },
    'file-redirect.test': { answer: redirect('file:///etc/passwd'), reason: 'blocked-scheme' },
    'redirect-loop.test': { answer: redirect('/again'), reason: 'redirect-loop' },
    'script-loop.test': {
      answer: page('<script>location.href = "/?" + Math.random()</script>'),
      reason: 'redirect-loop',
    },
    'meta-loop.test': { answer: page('<meta http-equiv=refresh content="0">'), reason: 'redirect-loop' },
    'silence.test': { answer: () => {}, reason: 'timed-out' },
    'drip.test': {
      answer: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).write('<!doctype html><title>Drip</title><p>Some text')
        const timer = setInterval(() => response.write(' .'), 300)
        response.on('close', () => clearInterval(timer))
      },
      reason: 'timed-out',
    },
    'bomb.test': {
      answer: (_request, response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
      reason: 'timed-out',
    },
    'busy.test': { answer: page('<script>for (;;) {}</script>'), reason: 'timed-out' },
    'dialogs.test': {
      answer: page(
        '<script>addEventListener("beforeunload", e => { e.preventDefault(); return "stay" }); alert(1); confirm(2); prompt(3); print()</script>',
      ),
      reason: null,
    },
    'popups.test': {
      answer: page('<script>for (let i = 0; i < 30; i++) open("https://popups.test/?" + i)</script>'),
      reason: null,
    },
    'download.test': {
      answer: (request, response) =>
        request.path === '/'
          ? page('<iframe src="/file"></iframe><a download href="/file" id=d></a><script>d.click()</script>')(
              request,
              response,
            )
          : void response
              .writeHead(200, {
                'content-type': 'application/octet-stream',
                'content-disposition': 'attachment; filename=x.exe',
              })
              .end('MZ'),
      reason: null,
    },
    'poisoned.test': {
      answer: page(`<script>
        JSON.stringify = () => '{"forged":true}'; Array.prototype.map = () => ['forged']; Document.prototype.querySelectorAll = () => []
        Object.defineProperty(document, 'title', { get() { for (;;) {} } }); window.fetch = () => { throw 1 }
        new Image().src = 'https://seen.test/pixel'</script><img name=title><form><input name=action></form>`),
      reason: null,
    },
    'side-effects.test': {
      answer:
        page(`<a href="/logout">Log out</a><a href="/unsubscribe?u=1">Unsubscribe</a><a href="/cart?action=delete">Remove</a>
        <form action="/side-effect" method=post><input name=email type=email><button>Book</button></form>
        <form action="/side-effect" method=get id=g><input name=phone type=tel onchange="g.submit()"></form>
        <script>document.forms[0].elements.email.addEventListener('input', () => { fetch('/autosave', { method: 'POST', body: document.forms[0].elements.email.value }); document.forms[0].submit() })</script>`),
      reason: null,
    },
    'memory.test': {
      answer: page(
        '<script>const all = []; setInterval(() => { for (let i = 0; i < 40; i++) all.push(new Uint8Array(8e6).fill(1)) }, 5)</script>',
      ),
      reason: 'crashed',
    },
  }
  const empty: Answer = (_request, response) =>
    void response.writeHead(204, { 'access-control-allow-origin': '*' }).end()
  const site = await startStandIn({
    ...Object.fromEntries(Object.entries(classes).map(([host, { answer }]) => [host, withoutRobots(answer)])),
    'seen.test': empty,
  })
  return {
    ...site,
    canary,
    hosts: Object.fromEntries(Object.entries(classes).map(([host, { reason }]) => [host, { reason }])),
    close: async () => {
      await site.close()
      await canary.close()
    },
  }
}

/** The crawler's own files are missing everywhere, so that each class is met by the browser. */
function withoutRobots(answer: Answer): Answer {
  return (request, response) =>
    /^\/(robots\.txt|sitemap\.xml|favicon\.ico)$/.test(request.path)
      ? void response.writeHead(404).end()
      : answer(request, response)
}
