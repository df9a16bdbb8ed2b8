import { expect, test } from 'vitest'
import { baaFacts } from '#checklists/knowledge/tracker-baa.ts'
import { trackerFields } from '#checklists/knowledge/tracker-fields.ts'
import { trackerLoaders, trackerShapes } from '#checklists/knowledge/tracker-shapes.ts'
import { trackers } from '#checklists/knowledge/trackers.ts'
import { findEntity } from '#checklists/tracking/entities.ts'
import { nameRequest, vendorOfHost, vendors, vendorsOfShape } from '#checklists/tracking/vendors.ts'
import { sampleRequest, samples } from './tracker-samples.ts'

const hosts = [
  { host: 'a7k2.cloud-front.example', thirdParty: true },
  { host: 'metrics.clinic.example', thirdParty: false },
  { host: 'clinic.example', thirdParty: false },
]

test('names every vendor by its wire format on three hosts, two of them the practice’s own', () => {
  const missed = samples.flatMap((sample) =>
    hosts.flatMap((at) => {
      const named = nameRequest(sampleRequest(sample, at))
      const kind = at.thirdParty ? 'third-party' : 'first-party-proxy'
      const right = named?.vendor.id === sample[0] && named.by === 'shape' && named.kind === kind
      return right ? [] : [`${sample[0]} ${sample[2]} on ${at.host}: ${named?.vendor.id} ${named?.kind}`]
    }),
  )
  expect(missed).toEqual([])
})

test('every shape has a sample, and no sample has the shape of another vendor', () => {
  const crossed = samples.flatMap((sample) => {
    const ids = new Set(vendorsOfShape(sampleRequest(sample, hosts[0]!)).map(({ id }) => id))
    return ids.size === 1 && ids.has(sample[0]) ? [] : [`${sample[0]} ${sample[2]}: ${[...ids].join(', ')}`]
  })
  expect(crossed).toEqual([])
  const sampled = new Set(samples.map(([id]) => id))
  expect(trackerShapes.filter(({ id }) => !sampled.has(id)).map(({ id }) => id)).toEqual([])
})

test('no line lacks a name, an owner, a category, a source or a note, and every table names a known vendor', () => {
  expect(new Set(trackers.map(([id]) => id)).size).toBe(trackers.length)
  expect(trackers.filter((row) => row.slice(0, 4).some((cell) => cell === ''))).toEqual([])
  const strange = [
    ...Object.keys(baaFacts),
    ...Object.keys(trackerFields),
    ...trackerShapes.map(({ id }) => id),
    ...trackerLoaders.map(({ id }) => id),
  ].filter((id) => !vendors.has(id))
  expect(strange).toEqual([])
  const facts = Object.values(baaFacts)
  expect(facts.filter(({ source, note }) => source === '' || note === '')).toEqual([])
  expect(facts.filter(({ signs, confirmed }) => signs !== 'unknown' && !confirmed)).toEqual([])
})

test('reads a host by its longest listed name and by the path where one host serves several products', () => {
  const read = (host: string, path = '/') => vendorOfHost(host, path)?.id
  expect(read('www.facebook.com', '/tr/')).toBe('meta-pixel')
  expect(read('www.facebook.com', '/plugins/page.php')).toBe('facebook-social')
  expect(read('connect.facebook.net', '/en_US/fbevents.js')).toBe('meta-pixel')
  expect(read('connect.facebook.net', '/en_US/sdk.js')).toBe('facebook-social')
  expect(read('www.google.com', '/recaptcha/api.js')).toBe('recaptcha')
  expect(read('www.google.com', '/maps/embed')).toBe('google-maps')
  expect(read('www.google.com', '/pagead/1p-user-list/1')).toBe('google-ads')
  expect(read('www.google.com', '/search')).toBeUndefined()
  expect(read('region1.google-analytics.com')).toBe('ga4')
  expect(read('stats.g.doubleclick.net')).toBe('ga4')
  expect(read('ad.doubleclick.net')).toBe('google-ads')
  expect(read('t.co', '/1/i/adsct')).toBe('x-ads')
  expect(read('t.co', '/abc')).toBe('x-embed')
  expect(read('us.i.posthog.com')).toBe('posthog')
  expect(read('browser-intake-us5-datadoghq.com')).toBe('datadog-rum')
  expect(read('notfacebook.com', '/tr')).toBeUndefined()
})

test('a vendor’s own host wins over a foreign wire format, and a delivery host does not', () => {
  const segmentLike = samples.find(([id, , path]) => id === 'segment' && path === '/v1/p')!
  expect(nameRequest(sampleRequest(segmentLike, { host: 'api.perfalytics.com', thirdParty: true }))?.vendor.id).toBe(
    'freshpaint',
  )
  expect(nameRequest(sampleRequest(segmentLike, { host: 'cdn.jsdelivr.net', thirdParty: true }))?.vendor.id).toBe(
    'segment',
  )
})

test('a CNAME chain that ends at a vendor is cloaked; one that ends at a delivery network is not', () => {
  const plain = ['', 'POST', '/x', 'a b'] as const
  const cloaked = nameRequest(
    sampleRequest(plain, { host: 'data.clinic.example', thirdParty: false, cnames: ['acme.data.adobedc.net'] }),
  )
  expect(cloaked).toMatchObject({ kind: 'cname-cloaked', by: 'cname', vendor: { id: 'adobe' } })
  expect(
    nameRequest(sampleRequest(plain, { host: 'static.clinic.example', thirdParty: false, cnames: ['x.jsdelivr.net'] })),
  ).toBeNull()
})

test('the general table names a host only by its own entry, never by a shared cloud domain', () => {
  expect(findEntity('stackpath.bootstrapcdn.com')).not.toBeNull()
  expect(findEntity('d111111abcdef8.cloudfront.net')).toBeNull()
  expect(findEntity('clinic.azureedge.net')).toBeNull()
  expect(findEntity('nobody-knows-this.example')).toBeNull()
})

/** Own paths that look like trackers and are not: shops, order tracking, own APIs that speak of networks. */
function* lookAlikes(): Generator<readonly [string, string, string, string]> {
  const paths = [
    '/tr',
    '/track',
    '/track-order',
    '/collect',
    '/p',
    '/e/',
    '/s/',
    '/i',
    '/h',
    '/v3/',
    '/user/',
    '/events',
    '/api/event',
    '/api/send',
    '/batch',
    '/flags/',
    '/v1/t',
    '/v1/page',
    '/record',
    '/init',
    '/pageview',
    '/js/',
    '/api/facebook-reviews',
    '/api/collect',
    '/engage',
    '/clock',
    '/q/results',
    '/wa/',
    '/rp.gif',
    '/watch/12345678',
  ]
  const bodies = [
    'id=7 ev=open',
    'order_id email token',
    'q page sort',
    'id name',
    'session_id event=click',
    'items.sku items.qty cart_id',
    'type timestamp data.value',
    'v=1 tid=42',
    'v=2 tid=room-4 cid',
    // Each lacks what would make it a tracker's: own chats, feeds, queues and error reports.
    'v=2 tid cid en=open dl',
    'anonymousId messageId type=chat timestamp',
    'messageId type channel context.page.url sentAt',
    'event_name event_time user_data.name action_source=desk',
    'event event_id context.page.url context.room.code',
    'api_key events.type events.device_id',
    'tid event seq',
    'OrgId UserId PageId Seq',
    'type payload.website payload.hostname',
    'ti evt mid sid',
    'distinct_id token event properties.page',
    'properties.token properties.kind event',
    'app_key device_id version',
    'sent_at sdk.name message',
    'application.id session.id view.id',
    'pid ev ts',
    'id event sw',
    'e=1 a=2 p=3',
    'envelope.id recording.event=start',
  ]
  for (const path of paths) for (const params of bodies) yield ['', 'POST', path, params]
}

test('200 and more look-alike paths of the practice’s own site are named as nobody', () => {
  const all = [...lookAlikes()]
  const named = all.flatMap((sample) =>
    hosts.slice(1).flatMap((at) => {
      const found = nameRequest(sampleRequest(sample, at))
      return found === null ? [] : [`${sample[2]} ${sample[3]}: ${found.vendor.id}`]
    }),
  )
  expect(all.length).toBeGreaterThanOrEqual(200)
  expect(named).toEqual([])
})
