import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { surveySite } from '#checklists/tracking/recipients.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { type Answer, startStandIn } from '#test/sites/stand-in.ts'

const find = createRequire(join(packageRoot, 'package.json'))

/** A file of an installed package, found from the folder that holds its package.json. */
function sdk(name: string, file: string): string {
  const folder = find.resolve.paths(name)!.map((path) => join(path, name))
  for (const path of folder) {
    try {
      return readFileSync(join(path, file), 'utf8')
    } catch {
      // Not in this node_modules folder; the next one up is tried.
    }
  }
  throw new Error(`${name}/${file} is not installed below ${dirname(packageRoot)}.`)
}

const scripts: Record<string, string> = {
  '/m.js': sdk('mixpanel-browser', 'dist/mixpanel.umd.js'),
  '/p.js': sdk('posthog-js', 'dist/array.full.no-external.js'),
  '/s.js': sdk('@segment/analytics-next', 'dist/umd/index.js'),
  '/d.js': sdk('@datadog/browser-rum', 'bundle/datadog-rum.js'),
  '/r.js': sdk('rrweb', 'dist/rrweb.umd.cjs'),
  '/n.js': sdk('@snowplow/browser-tracker', 'dist/index.umd.min.js'),
  '/k.js': sdk('@rudderstack/analytics-js', 'dist/npm/modern/bundled/umd/index.js'),
  '/y.js': sdk('countly-sdk-web', 'lib/countly.min.js'),
  '/c.js': sdk('clarity-js', 'build/clarity.min.js'),
}

const page = (title: string, code: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>Some words of the practice.</p>
  <form><input type="email" name="email" placeholder="Email"></form>
  <script>const typed = (then) => document.querySelector('[type=email]').addEventListener('change', (event) => then(event.target.value))</script>${code}`

/** Each SDK sends to a host nobody lists, so that only its wire format can name it; two a page, each told who typed. */
const pages: Record<string, string> = {
  '/': page('Practice', '<a href="/a">1</a><a href="/b">2</a><a href="/c">3</a><a href="/d">4</a><a href="/e">5</a>'),
  '/a': page(
    'Mixpanel and Snowplow',
    `<script src="/m.js"></script><script>mixpanel.init('0123456789abcdef0123456789abcdef', { api_host: 'https://mixpanel.relay.example' }); mixpanel.track('Booking Started')
    typed((email) => { mixpanel.people.set({ $email: email }); mixpanel.track('Email Entered', { email }) })</script>
    <script src="/n.js"></script><script>const sp = snowplowBrowserTracking; sp.newTracker('sp', 'https://snowplow.relay.example', { appId: 'clinic', bufferSize: 1 }); sp.trackPageView()
    typed((email) => sp.trackStructEvent({ category: 'form', action: 'email', label: email }))</script>`,
  ),
  '/b': page(
    'PostHog and Countly',
    `<script src="/p.js"></script><script>posthog.init('phc_abcdefghijklmnopqrstuvwxyz0123456789ABCDEF', { api_host: location.origin + '/ingest' }); posthog.capture('intake_viewed')
    typed((email) => posthog.identify('visitor', { email }))</script>
    <script src="/y.js"></script><script>Countly.init({ app_key: 'abcdef0123456789abcdef0123456789abcdef01', url: 'https://countly.relay.example', interval: 300 }); Countly.track_pageview(); Countly.add_event({ key: 'form_viewed' })
    typed((email) => Countly.user_details({ email }))</script>`,
  ),
  '/c': page(
    'Segment and RudderStack',
    `<script src="/s.js"></script><script>AnalyticsNext.AnalyticsBrowser.load({ writeKey: 'wk', cdnURL: 'https://cdn.relay.example' }).then(([a]) => { a.page(); a.track('Form Viewed'); typed((email) => a.identify({ email })) })</script>
    <script src="/k.js"></script><script>const rudder = new rudderanalytics.RudderAnalytics(); rudder.load('2abcdefghijklmnopqrstuvwxyz', 'https://rudderstack.relay.example', { configUrl: 'https://config.relay.example' }); rudder.page(); rudder.track('Intake Opened')
    typed((email) => rudder.identify({ email }))</script>`,
  ),
  '/d': page(
    'Datadog and Clarity',
    `<script src="/d.js"></script><script>DD_RUM.init({ applicationId: '11111111-1111-4111-8111-111111111111', clientToken: 'pub1234567890abcdef1234567890abcdef', proxy: 'https://datadog.relay.example/rum', sessionSampleRate: 100, sessionReplaySampleRate: 0 })
    typed((email) => { DD_RUM.setUser({ id: 'visitor', email }); DD_RUM.addAction('email_entered') })</script>
    <script src="/c.js"></script><script>clarity('start', { projectId: 'abcdefgh12', upload: 'https://clarity.relay.example/collect', delay: 200 }); clarity('event', 'booking_opened')
    typed((email) => { clarity('set', 'mail', email); clarity('event', 'email_entered') })</script>`,
  ),
  '/e': page(
    'Recorder',
    `<script src="/r.js"></script><script>const events = []; rrweb.record({ emit: (event) => events.push(event) })
    setInterval(() => { if (events.length > 0) fetch('https://rrweb-any.relay.example/up', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ events: events.splice(0) }) }) }, 700)</script>`,
  ),
}

const practice: Answer = ({ path }, response) => {
  const at = path.split('?')[0]!
  const script = scripts[at]
  const body = script ?? pages[at] ?? (at.startsWith('/ingest') ? '{}' : undefined)
  const type = script !== undefined ? 'text/javascript' : at.startsWith('/ingest') ? 'application/json' : 'text/html'
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body ?? '')
}

const settings = { integrations: { 'Segment.io': { apiKey: 'wk', apiHost: 'segment.relay.example/v1' } } }
const source = {
  id: 's1',
  name: 'Practice',
  workspaceId: 'w1',
  writeKey: 'wk',
  enabled: true,
  config: {},
  destinations: [],
}

const relay: Answer = ({ path, host, headers }, response) => {
  const allow = {
    'access-control-allow-origin': headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? 'content-type',
  }
  const answer = host.startsWith('config.')
    ? { source }
    : path.includes('settings')
      ? settings
      : host.startsWith('countly.')
        ? { result: 'Success' }
        : {}
  response.writeHead(200, { ...allow, 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

/** What each SDK was told to send: an event of its own or of the page, and what the visitor typed. */
const expected: Record<string, { host: string; events: ReadonlyArray<string>; typed: boolean }> = {
  mixpanel: { host: 'mixpanel.relay.example', events: ['Booking Started', 'Email Entered'], typed: true },
  snowplow: { host: 'snowplow.relay.example', events: ['pv', 'se'], typed: true },
  posthog: { host: 'practice.test', events: ['$pageview', 'intake_viewed', '$identify'], typed: true },
  countly: { host: 'countly.relay.example', events: ['[CLY]_view', 'form_viewed'], typed: true },
  segment: { host: 'segment.relay.example', events: ['page', 'Form Viewed', 'identify'], typed: true },
  rudderstack: { host: 'rudderstack.relay.example', events: ['page', 'Intake Opened', 'identify'], typed: true },
  'datadog-rum': { host: 'datadog.relay.example', events: ['view', 'action'], typed: true },
  clarity: { host: 'clarity.relay.example', events: ['document', 'booking_opened', 'email_entered'], typed: true },
  'rrweb-any': { host: 'rrweb-any.relay.example', events: [], typed: true },
}

test('nine real SDKs on hosts nobody knows: each event is read with vendor, name, address and typed field', async () => {
  const names = [
    'cdn',
    'config',
    ...Object.keys(expected).filter((name) => name !== 'posthog' && name !== 'datadog-rum'),
    'datadog',
  ]
  const site = await startStandIn({
    'practice.test': practice,
    ...Object.fromEntries(names.map((name) => [`${name}.relay.example`, relay])),
  })
  const input = siteScanInputSchema.parse({
    url: 'http://practice.test/',
    authority: 'permission',
    pages: 6,
    lab: { allow: [], map: site.map },
  })
  const scanned = await scanSite(input, {
    now: () => new Date(),
    signal: new AbortController().signal,
    progress: () => {},
  })
  const arrived = site.allBytes()
  await site.close()
  const { recipients, requests, leaks, silent } = surveySite(scanned)
  const wrong = Object.entries(expected).flatMap(([vendor, { host, events, typed }]) => {
    const told = new Set(requests.filter((request) => request.vendor === vendor).flatMap((request) => request.events))
    const kinds = recipients.filter(({ tracker }) => tracker?.id === vendor).flatMap(({ receives }) => receives)
    return [
      ...(recipients.some((one) => one.host === host && one.tracker?.id === vendor) ? [] : ['not named']),
      ...events.filter((event) => !told.has(event)).map((event) => `event ${event} not in ${[...told].join(' ')}`),
      ...(kinds.includes('page-url') ? [] : [`no address in ${kinds.join(' ')}`]),
      ...(!typed || leaks.some((leak) => leak.vendor === vendor && leak.field === 'email') ? [] : ['typed not found']),
    ].map((what) => `${vendor}: ${what}`)
  })
  expect(wrong).toEqual([])
  expect(silent).toEqual([])
  expect(arrived).not.toMatch(/@example\.com/i)
})
