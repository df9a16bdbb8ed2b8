import type { PageRequest } from '#scanners/site/evidence.ts'
import { fillEvidence } from '#test/case-evidence.ts'

/** "name=value" keeps a public value, as the redaction gate does; "name:class" has only its class, a bare name nothing. */
export type Sample = readonly [
  vendor: string,
  method: string,
  path: string,
  params: string,
  extra?: { kind?: string; type?: string },
]

/** One request per wire format, as the scanner stores it: paths as templates, values hidden unless public. */
export const samples: ReadonlyArray<Sample> = [
  ['meta-pixel', 'GET', '/tr/', 'id=123456789012345 ev=PageView dl rl if ts fbp'],
  ['meta-pixel', 'POST', '/tr', 'id ev=Lead dl cd[content_name] udff[em]'],
  ['meta-pixel', 'GET', '/assets/tr', 'id:long-number ev=PageView'],
  ['meta-pixel', 'GET', '/signals/config/{digits:15}', 'v=2 r domain'],
  [
    'meta-capi-gateway',
    'POST',
    '/events/{hex:64}',
    'event_name=PageView event_id fb.pixel_id website_context.location',
  ],
  ['ga4', 'POST', '/g/collect', 'v=2 tid=G-AB12CD34EF cid en=page_view dl dt'],
  ['ga4', 'GET', '/sst/g/collect', 'v=2 tid=G-AB12CD34EF cid en=form_start dl'],
  ['ua', 'GET', '/j/collect', 'v=1 tid=UA-123456-1 cid t=pageview dl'],
  ['google-ads', 'GET', '/pagead/viewthroughconversion/{digits:9}/', 'random cv fst url label'],
  ['google-ads', 'GET', '/pagead/1p-conversion/{digits:10}/', 'random cv fst url gtm'],
  ['google-ads', 'GET', '/ads/ga-audiences', 't=sr aip=1 _r=4 cid tid=G-AB12CD34EF'],
  ['tiktok', 'POST', '/api/v2/pixel', 'event=Pageview context.page.url context.user.anonymous_id context.pixel.code'],
  ['tiktok', 'POST', '/api/v2/pixel/act', 'action context.page.url context.pixel.code'],
  ['linkedin', 'GET', '/collect', 'v=2 fmt=js pid time url'],
  ['linkedin', 'GET', '/collect/', 'pid conversionId fmt=gif'],
  ['linkedin', 'POST', '/wa/', 'pids url pageTitle signalType hem'],
  ['x-ads', 'GET', '/1/i/adsct', 'txn_id tw_document_href events p_id'],
  ['bing-uet', 'GET', '/action/0', 'ti Ver=2 mid sid evt=pageLoad p tl r'],
  ['bing-uet', 'POST', '/actionp/0', 'ti Ver=2 mid evt=custom ea'],
  ['snap', 'POST', '/p', 'pid ev=PAGE_VIEW pl ts v u_hem'],
  ['pinterest', 'GET', '/v3/', 'tid noscript=1'],
  ['tiktok', 'POST', '/_relay/tiktok/api/v2/pixel/track', 'event=Lead context.pixel.code properties.content_id'],
  ['bing-uet', 'GET', '/action/0', 'ti Ver=2'],
  ['snap', 'GET', '/p', 'pid ev=PAGE_VIEW noscript=1'],
  ['x-ads', 'POST', '/i/adsctp', 'p_id pl_id tw_document_href'],
  ['pinterest', 'GET', '/v3/', 'tid event=init pd[em] ad cb'],
  ['reddit', 'GET', '/rp.gif', 'id event=PageVisit uuid ts'],
  ['clarity', 'POST', '/collect', 'e a p', { kind: 'deflate+json' }],
  ['hotjar', 'GET', '/api/v2/client/ws', 'v=7 site_id', { type: 'websocket' }],
  ['fullstory', 'POST', '/rec/bundle', 'OrgId UserId SessionId PageId Seq'],
  ['fullstory', 'POST', '/rec/page', 'OrgId Url UserId'],
  ['logrocket', 'POST', '/i', 'a r t ir is rs u'],
  ['mouseflow', 'GET', '/init', 'v p s page ret u href dw dh'],
  ['crazy-egg', 'GET', '/clock', 'u st uid v'],
  ['contentsquare', 'GET', '/pageview', 'pid uu sn pn hd v url'],
  ['quantum-metric', 'POST', '/q/acme', 'T=B u t S v'],
  ['smartlook', 'POST', '/rec/v2/write', 'sid vid pid'],
  [
    'posthog',
    'POST',
    '/e/',
    'compression event=$pageview properties.$lib properties.token properties.distinct_id properties.$current_url',
  ],
  [
    'posthog',
    'POST',
    '/ingest/i/v0/e/',
    'compression event=$pageview properties.$session_id properties.$lib properties.distinct_id api_key',
  ],
  ['posthog', 'POST', '/flags/', 'v=2 token distinct_id person_properties.$initial_referrer timezone'],
  ['posthog', 'POST', '/s/', 'compression properties.$snapshot_data properties.$session_id properties.distinct_id'],
  [
    'mixpanel',
    'POST',
    '/track/',
    'data.event=signup data.properties.token data.properties.distinct_id data.properties.mp_lib data.properties.$current_url',
  ],
  ['mixpanel', 'POST', '/engage', 'data.$token data.$distinct_id data.$set.$email'],
  ['mixpanel', 'POST', '/record', 'distinct_id seq replay_id mp_lib $lib_version'],
  ['segment', 'POST', '/v1/p', 'anonymousId messageId writeKey context.page.url context.library.name'],
  ['segment', 'POST', '/v1/identify', 'anonymousId messageId userId traits.email writeKey'],
  ['rudderstack', 'POST', '/v1/page', 'anonymousId channel=web originalTimestamp messageId context.app.name'],
  ['datadog-rum', 'POST', '/api/v2/rum', 'ddsource ddtags dd-api-key dd-request-id'],
  ['datadog-rum', 'POST', '/api/v2/replay', 'ddsource dd-api-key segment'],
  ['datadog-rum', 'POST', '/telemetry-relay', 'ddforward'],
  ['newrelic', 'POST', '/events/1/{token:19}', 'a sa v t rst ck s ref'],
  ['newrelic', 'GET', '/1/{token:19}', 'a v rst ck ref be fe'],
  ['sentry', 'POST', '/api/{digits:7}/envelope/', 'sentry_key sentry_version'],
  ['adobe', 'POST', '/ee/v1/interact', 'configId requestId events.xdm.eventType events.xdm.web.webPageDetails.URL'],
  ['adobe', 'POST', '/ee/or2/v1/interact', 'configId requestId query.identity.fetch'],
  ['adobe', 'GET', '/b/ss/acmehealth/1/JS-2.22.0/s1', 'AQB ndh t pageName g'],
  ['snowplow', 'POST', '/com.snowplowanalytics.snowplow/tp2', 'schema data.e data.p data.tv data.url'],
  ['snowplow', 'POST', '/com.acme/tp2', 'schema data.e data.p data.tv data.duid'],
  ['matomo', 'GET', '/matomo.php', 'action_name idsite=3 rec=1 r url _id'],
  ['matomo', 'POST', '/js/', 'idsite=3 rec=1 url'],
  ['matomo', 'GET', '/m/stats', 'idsite=3 rec=1 _id rand url'],
  ['amplitude', 'POST', '/2/httpapi', 'api_key events.event_type events.device_id events.user_id'],
  ['heap', 'GET', '/h', 'a u v s b z h d ts'],
  ['heap', 'POST', '/api/capture/v2/pageview', 'app_id user_id session_info.id library'],
  ['yandex-metrica', 'POST', '/watch/{digits:8}/1', 'wmode=7 page-url browser-info'],
  ['countly', 'POST', '/i', 'app_key device_id sdk_name sdk_version'],
  ['plausible', 'POST', '/api/event', 'n=pageview u d r'],
  ['umami', 'POST', '/api/send', 'type=event payload.website payload.hostname payload.screen payload.url'],
  ['hubspot', 'GET', '/__ptq.gif', 'k=1 a v pu t vi'],
  ['gtm', 'GET', '/gtm.js', 'id=GTM-AB12CDE', { type: 'script' }],
  ['gtm', 'GET', '/gtag/js', 'id=G-AB12CD34EF l', { type: 'script' }],
  ['gtm', 'GET', '/wqzxkpr.js', 'id=GTM-AB12CDE', { type: 'script' }],
  [
    'rrweb-any',
    'POST',
    '/upload/session',
    'events.type events.timestamp events.data.node.type events.data.node.childNodes.type',
    { kind: 'gzip+json' },
  ],
  ['rrweb-any', 'POST', '/r', 'type timestamp data.source data.positions.x'],
  ['hotjar', 'POST', '/api/v2/client/sites/{digits:7}/visit-data', 'sv=7 window_size url'],
  [
    'clarity',
    'POST',
    '/c-relay/up',
    'envelope.project envelope.user envelope.session recording.event=page e a',
    { kind: 'gzip+json' },
  ],
  // Behind a path nobody knows: the parameters alone say whose format it is.
  ['ga4', 'POST', '/m/{token:24}', 'v=2 tid=G-AB12CD34EF gtm _p cid ul sr en=page_view dl dt'],
  ['meta-pixel', 'GET', '/assets/pixel', 'id ev=PageView dl rl if ts sw sh v=2.9 r ec o fbp it coo rqm'],
  ['meta-capi-gateway', 'POST', '/relay/meta', 'event_name=Lead event_id fb.pixel_id fb.fbp website_context.location'],
  [
    'meta-capi-gateway',
    'POST',
    '/api/conversions',
    'data.event_name=Schedule data.event_time data.action_source data.user_data.em data.user_data.fbp',
  ],
  ['bing-uet', 'GET', '/u/a', 'ti Ver=2 mid sid vid evt=pageLoad p tl'],
  ['tiktok', 'POST', '/px/t', 'event=Pageview event_id context.pixel.code context.page.url context.user.anonymous_id'],
  ['linkedin', 'POST', '/insight', 'pids scriptVersion signalType=CLICK href url domAttributes hem'],
  ['x-ads', 'GET', '/tw', 'bci eci event p_id pl_id tw_document_href tw_iframe_status txn_id'],
  ['snap', 'POST', '/s-relay', 'pid ev=PAGE_VIEW pl ts rf v u_c1 u_hem'],
  ['pinterest', 'GET', '/pin', 'tid event=pagevisit ed pd.np ad.loc ad cb dep pd'],
  ['reddit', 'GET', '/rdt', 'id event=PageVisit uuid integration ts opt_out sh sw'],
  ['fullstory', 'POST', '/fs-relay/b', 'OrgId UserId SessionId PageId Seq'],
  [
    'posthog',
    'POST',
    '/ph',
    'event=$pageview properties.distinct_id properties.$lib properties.token properties.$current_url',
  ],
  [
    'mixpanel',
    'POST',
    '/mp',
    'data.event=signup data.properties.token data.properties.distinct_id data.properties.mp_lib',
  ],
  [
    'rudderstack',
    'POST',
    '/rs/in',
    'anonymousId messageId channel=web originalTimestamp context.library.name integrations type=track',
  ],
  ['segment', 'POST', '/sg/in', 'anonymousId messageId type=track context.library.name writeKey'],
  ['datadog-rum', 'POST', '/dd/in', 'ddsource dd-api-key dd-request-id'],
  ['datadog-rum', 'POST', '/dd/up', '_dd.format_version application.id session.id view.id view.url type=view'],
  ['amplitude', 'POST', '/amp', 'api_key events.event_type=Viewed events.device_id events.insert_id options'],
  ['adobe', 'POST', '/edge', 'configId events.xdm.eventType events.xdm.web.webPageDetails.URL meta.state.domain'],
  ['countly', 'POST', '/cl', 'app_key device_id sdk_name sdk_version events.key'],
  ['umami', 'POST', '/um', 'type=event payload.website payload.hostname payload.screen payload.language payload.url'],
  ['sentry', 'POST', '/monitoring', 'sent_at sdk.name sdk.version trace.public_key type=session'],
]

/** A request of a sample on a host of one's choice, through the same schema as real evidence. */
export function sampleRequest(
  [, method, path, params, extra = {}]: Sample,
  at: { host: string; thirdParty: boolean; cnames?: Array<string> },
): PageRequest {
  const list = params.split(' ').map((item) => {
    const [, name, mark, rest] = /^([^=:]+)(?:([=:])(.*))?$/.exec(item)!
    const kind = mark === ':' ? rest! : 'custom-data'
    return { name, in: method === 'GET' ? 'query' : 'body', class: kind, value: mark === '=' ? rest! : null }
  })
  const body = method === 'GET' ? null : { kind: extra.kind ?? 'json', bytes: 10, sha256: '0'.repeat(64), read: true }
  const type = extra.type ?? (method === 'GET' ? 'image' : 'fetch')
  const request = { method, path, type, params: list, body, cnames: [], ...at }
  const page = fillEvidence({ kind: 'page', url: 'https://clinic.example/', requests: [request] }, 0)
  return (page as { requests: Array<PageRequest> }).requests[0]!
}
