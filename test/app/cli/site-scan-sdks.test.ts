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
}

const page = (title: string, code: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>Some words of the practice.</p>${code}`

/** Each SDK sends to a host nobody lists, so that only its wire format can name it. */
const pages: Record<string, string> = {
  '/': page(
    'Practice',
    '<a href="/mixpanel">1</a><a href="/posthog">2</a><a href="/segment">3</a><a href="/datadog">4</a><a href="/rrweb">5</a>',
  ),
  '/mixpanel': page(
    'Mixpanel',
    `<script src="/m.js"></script><script>mixpanel.init('0123456789abcdef0123456789abcdef', { api_host: 'https://a1.relay.example' }); mixpanel.track('Booking Started')</script>`,
  ),
  '/posthog': page(
    'PostHog',
    `<script src="/p.js"></script><script>posthog.init('phc_abcdefghijklmnopqrstuvwxyz0123456789ABCDEF', { api_host: location.origin + '/ingest' }); posthog.capture('intake_viewed')</script>`,
  ),
  '/segment': page(
    'Segment',
    `<script src="/s.js"></script><script>AnalyticsNext.AnalyticsBrowser.load({ writeKey: 'wk', cdnURL: 'https://c2.relay.example' }).then(([a]) => { a.page(); a.track('Form Viewed') })</script>`,
  ),
  '/datadog': page(
    'Datadog',
    `<script src="/d.js"></script><script>DD_RUM.init({ applicationId: '11111111-1111-4111-8111-111111111111', clientToken: 'pub1234567890abcdef1234567890abcdef', proxy: 'https://d3.relay.example/rum', sessionSampleRate: 100, sessionReplaySampleRate: 0 })</script>`,
  ),
  '/rrweb': page(
    'Recorder',
    `<script src="/r.js"></script><script>const events = []; rrweb.record({ emit: (event) => events.push(event) }); setTimeout(() => fetch('https://r4.relay.example/up', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ events }) }), 800)</script>`,
  ),
}

const practice: Answer = ({ path }, response) => {
  const at = path.split('?')[0]!
  const script = scripts[at]
  const body = script ?? pages[at] ?? (at.startsWith('/ingest') ? '{}' : undefined)
  const type = script !== undefined ? 'text/javascript' : at.startsWith('/ingest') ? 'application/json' : 'text/html'
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body ?? '')
}

const relay: Answer = ({ path, headers }, response) => {
  const allow = {
    'access-control-allow-origin': headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type',
  }
  const settings = { integrations: { 'Segment.io': { apiKey: 'wk', apiHost: 's2.relay.example/v1' } } }
  response
    .writeHead(200, { ...allow, 'content-type': 'application/json' })
    .end(JSON.stringify(path.includes('settings') ? settings : {}))
}

test('real SDKs that send to hosts nobody knows are named by their wire format, with event and kinds of data', async () => {
  const site = await startStandIn({
    'practice.test': practice,
    ...Object.fromEntries(['a1', 'c2', 's2', 'd3', 'r4'].map((name) => [`${name}.relay.example`, relay])),
  })
  const input = siteScanInputSchema.parse({ url: 'http://practice.test/', pages: 6, lab: { allow: [], map: site.map } })
  const scanned = await scanSite(input, {
    now: () => new Date(),
    signal: new AbortController().signal,
    progress: () => {},
  })
  await site.close()
  const { recipients, requests, silent } = surveySite(scanned)
  const named = Object.fromEntries(recipients.map(({ host, tracker }) => [host, tracker?.id]))
  expect(named).toMatchObject({
    'a1.relay.example': 'mixpanel',
    'practice.test': 'posthog',
    's2.relay.example': 'segment',
    'd3.relay.example': 'datadog-rum',
    'r4.relay.example': 'rrweb-any',
  })
  const events = (vendor: string) =>
    new Set(requests.filter((request) => request.vendor === vendor).flatMap((request) => request.events))
  expect(events('mixpanel')).toContain('Booking Started')
  expect(events('segment')).toContain('Form Viewed')
  expect(events('posthog').size).toBeGreaterThan(0)
  for (const vendor of ['mixpanel', 'posthog', 'segment', 'datadog-rum']) {
    const kinds = recipients.filter(({ tracker }) => tracker?.id === vendor).flatMap(({ receives }) => receives)
    expect(kinds, vendor).toEqual(expect.arrayContaining(['page-url', 'client-id']))
  }
  expect(silent).toEqual([])
})
