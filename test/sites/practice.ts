import { type Answer, type StandIn, startStandIn } from './stand-in.ts'
import {
  formFollower,
  measurementTag,
  realLibrary,
  recorderLoader,
  socialPixel,
  socialPixelConfig,
  tagContainer,
  videoPixel,
} from './vendor-scripts.ts'

/** Address of the practice; everything about it is invented. */
export const practiceUrl = 'https://www.northfield-family.test/'
const host = 'www.northfield-family.test'

export const practiceIds = {
  pixel: '481516234200108',
  container: 'GTM-N0RTHF1',
  measurement: 'G-N0RTHF1ELD',
  proxied: 'G-F1RSTPARTY',
  video: 'C0NORTHFIELD',
}

/** Parties that receive something on the practice site, by host: the answer key of a scan in the laboratory. */
export const practiceRecipients = [
  'www.googletagmanager.com',
  'www.google-analytics.com',
  'connect.facebook.net',
  'www.facebook.com',
  'analytics.tiktok.com',
  'us-assets.i.posthog.com',
  'us.i.posthog.com',
  'cdn.mxpnl.com',
  'api-js.mixpanel.com',
  'cdn.segment.com',
  'api.segment.io',
  'www.datadoghq-browser-agent.com',
  'browser-intake-datadoghq.com',
  'cdn.jsdelivr.net',
  'rec.lantern-replay.test',
  'forms.quietcapture.test',
] as const

export type Page = { title: string; body: string; tags: ReadonlyArray<string> }

const script = (url: string) => `<script async src="${url}"></script>`
const meta = script('https://connect.facebook.net/en_US/fbevents.js')
const container = script(`https://www.googletagmanager.com/gtm.js?id=${practiceIds.container}`)
const measurement = script(`https://www.googletagmanager.com/gtag/js?id=${practiceIds.measurement}`)
const follower = script('https://forms.quietcapture.test/f.js')
const posthog = `<script>window.posthog=[];posthog._i=[['phc_n0rthf1eld',{api_host:'https://us.i.posthog.com',autocapture:true,disable_session_recording:true}]]</script>${script('https://us-assets.i.posthog.com/static/array.js')}`
const mixpanel = `<script src="https://cdn.mxpnl.com/libs/mixpanel.umd.js"></script><script>mixpanel.init('n0rthf1eldtoken',{api_host:'https://api-js.mixpanel.com',track_pageview:true,autocapture:true,persistence:'localStorage'})</script>`
const segment = `<script>window.analytics=[];analytics._writeKey='n0rthf1eldkey';analytics._cdn='https://cdn.segment.com';analytics.push(['page'],['track','Viewed Login'])</script>${script('https://cdn.segment.com/analytics.js/v1/n0rthf1eldkey/analytics.min.js')}`
const datadog = `<script src="https://www.datadoghq-browser-agent.com/us1/v7/datadog-rum.js"></script><script>window.DD_RUM&&DD_RUM.init({clientToken:'pub0',applicationId:'a0',site:'datadoghq.com',service:'pay',sessionSampleRate:100,sessionReplaySampleRate:100,trackUserInteractions:true,defaultPrivacyLevel:'allow'})</script>`
const recorder = `<script src="https://cdn.jsdelivr.net/npm/rrweb/umd/rrweb.min.js"></script><script>${recorderLoader('rec.lantern-replay.test')}</script>`
const firstPartyProxy = `<script src="/metrics/tag.js"></script>`

const field = (label: string, name: string, type = 'text', more = '') =>
  `<p><label>${label} <input name="${name}" type="${type}" ${more}></label></p>`
const identity =
  field('First name', 'first_name', 'text', 'autocomplete="given-name"') +
  field('Last name', 'last_name', 'text', 'autocomplete="family-name"') +
  field('Email', 'email', 'email') +
  field('Mobile phone', 'phone', 'tel')

const pages: Record<string, Page> = {
  '/': {
    title: 'Northfield Family Medicine',
    tags: [container, meta, mixpanel],
    body: '<p>Primary care for the whole family, by appointment and walk-in.</p><details><summary>Opening hours</summary>Mon–Fri 8–6</details>',
  },
  '/book-appointment': {
    title: 'Book an appointment',
    tags: [measurement, meta, follower],
    body: `<form id="booking" action="/book-appointment" method="post">${identity}
      <p><label>Date <input name="date" type="date"></label></p>
      <p><label>Provider <select name="provider"><option value="">Choose</option><option>Dr. Ada Example</option></select></label></p>
      <p><label>Reason for visit <textarea name="reason"></textarea></label></p><button>Request visit</button></form>`,
  },
  '/new-patient-intake': {
    title: 'New patient intake',
    tags: [posthog, recorder],
    body: `<form id="intake" action="/new-patient-intake" method="post">${identity}
      ${field('Date of birth', 'dob', 'text', 'autocomplete="bday"')}${field('Insurance member number', 'member_id')}
      <p><label>Medical history <textarea name="history"></textarea></label></p><button>Save</button></form>`,
  },
  '/patient-portal/login': {
    title: 'Patient portal sign-in',
    tags: [measurement, segment],
    body: `<form id="login" action="/patient-portal/login" method="post">${field('Email', 'username', 'email')}${field('Password', 'password', 'password')}<button>Sign in</button></form>`,
  },
  '/pay-bill': {
    title: 'Pay your bill',
    tags: [datadog],
    body: `<form id="pay" action="/pay-bill" method="post">${field('Account number', 'account')}${field('Full name', 'full_name')}<button>Continue</button></form>`,
  },
  '/contact': {
    title: 'Contact us',
    tags: [meta, firstPartyProxy],
    body: `<form id="contact" action="/contact" method="post">${field('Your name', 'name')}${field('Email', 'email', 'email')}<p><label>Message <textarea name="message"></textarea></label></p><button>Send</button></form>`,
  },
  '/doctors/ada-example': {
    title: 'Dr. Ada Example, family physician',
    tags: [measurement],
    body: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Physician","name":"Ada Example"}</script><p>Board certified in family medicine.</p>',
  },
  '/conditions/knee-arthritis': {
    title: 'Knee arthritis',
    tags: [measurement, meta],
    body: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"MedicalCondition","name":"Knee arthritis"}</script><p>Symptoms, causes and treatment of knee arthritis.</p>',
  },
  '/find': {
    title: 'Search our site',
    tags: [measurement],
    body: '<form id="find" action="/find"><label>Search <input type="search" name="q"></label></form>',
  },
  '/privacy-policy': {
    title: 'Privacy policy',
    tags: [],
    body: '<p>We do not share your personal information with third parties for marketing.</p>',
  },
  '/reviews': { title: 'What patients say', tags: [], body: '<p>Friendly staff, short waits.</p>' },
}

/** Pages, scripts and collecting hosts beyond those of the small practice. */
type More = { pages: Record<string, Page>; scripts: Record<string, string>; collectors: ReadonlyArray<string> }
const nothing: More = { pages: {}, scripts: {}, collectors: [] }

/** Paths of the practice site, in the order of its menu. */
export const practicePaths: ReadonlyArray<string> = Object.keys(pages)

function render(path: string, page: Page, tracked: boolean, more: More): string {
  const menu = Object.entries({ ...pages, ...more.pages }).map(
    ([to, { title }]) => `<li><a href="${to}">${title}</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${page.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/site.css">${tracked ? page.tags.join('\n') : ''}</head>
    <body><nav><ul>${path === '/' || path === '/privacy-policy' ? menu.join('') : menu.slice(0, 6).join('')}</ul></nav>
    <main><h1>${page.title}</h1>${page.body}</main></body></html>`
}

const javascript =
  (code: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(code)

/** Collects like a vendor's endpoint: accepts anything, also asked from another origin. */
const collector: Answer = ({ headers }, response) =>
  void response
    .writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
      'access-control-allow-methods': 'GET, POST, OPTIONS',
    })
    .end('{}')

function practice(tracked: boolean, more: More = nothing): Answer {
  return ({ path, method }, response) => {
    const [pathname = '/'] = path.split('?')
    const page = pages[pathname] ?? more.pages[pathname]
    const code = more.scripts[pathname]
    if (pathname === '/site.css')
      response.writeHead(200, { 'content-type': 'text/css' }).end('body{font:16px sans-serif}')
    else if (pathname === '/icon.svg') {
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg"/>')
    } else if (pathname === '/robots.txt')
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n')
    else if (tracked && pathname === '/metrics/tag.js') {
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(measurementTag(practiceIds.proxied, '/metrics/g/collect'))
    } else if (tracked && pathname === '/metrics/g/collect') response.writeHead(204).end()
    else if (code !== undefined) response.writeHead(200, { 'content-type': 'text/javascript' }).end(code)
    else if (page !== undefined && method === 'GET') {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'set-cookie': 'session=s1; Path=/; HttpOnly; Secure',
        })
        .end(render(pathname, page, tracked, more))
    } else response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end('<h1>Thank you</h1>')
  }
}

const { pixel, container: containerId, measurement: measurementId, video } = practiceIds

/** The practice with its trackers: advertising pixels, measurement, a container, a form follower and five real libraries. */
export function startPracticeSite(more: More = nothing): Promise<StandIn> {
  return startStandIn({
    ...Object.fromEntries(more.collectors.map((name) => [name, collector])),
    [host]: practice(true, more),
    'connect.facebook.net': ({ path }, response) =>
      javascript(
        path.startsWith('/signals/config/')
          ? socialPixelConfig(pixel)
          : `${socialPixel(pixel)};(function(){var s=document.createElement('script');s.async=true;s.src='https://connect.facebook.net/signals/config/${pixel}?v=2.9.170';document.head.appendChild(s)})()`,
      )({} as never, response),
    'www.facebook.com': collector,
    'www.googletagmanager.com': ({ path }, response) =>
      javascript(
        path.startsWith('/gtm.js')
          ? tagContainer(containerId, [
              `https://www.googletagmanager.com/gtag/js?id=${measurementId}`,
              `https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${video}`,
            ])
          : measurementTag(measurementId),
      )({} as never, response),
    'www.google-analytics.com': collector,
    'analytics.tiktok.com': (request, response) =>
      request.path.startsWith('/i18n/')
        ? javascript(videoPixel(video))(request, response)
        : collector(request, response),
    'us-assets.i.posthog.com': javascript(realLibrary('posthog')),
    'us.i.posthog.com': collector,
    'cdn.mxpnl.com': javascript(realLibrary('mixpanel')),
    'api-js.mixpanel.com': collector,
    'cdn.segment.com': (request, response) => {
      if (!request.path.includes('/settings')) return javascript(realLibrary('segment'))(request, response)
      response
        .writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
        .end(
          '{"integrations":{"Segment.io":{"apiKey":"n0rthf1eldkey","unbundledIntegrations":[]}},"plan":{"track":{}}}',
        )
    },
    'api.segment.io': collector,
    'www.datadoghq-browser-agent.com': javascript(realLibrary('datadog')),
    'browser-intake-datadoghq.com': collector,
    'cdn.jsdelivr.net': javascript(realLibrary('rrweb')),
    'rec.lantern-replay.test': collector,
    'forms.quietcapture.test': (request, response) =>
      request.path === '/f.js'
        ? javascript(formFollower('forms.quietcapture.test'))(request, response)
        : collector(request, response),
  })
}

/** The same practice without a single third party: nothing may be found on it. */
export function startCleanSite(): Promise<StandIn> {
  return startStandIn({ [host]: practice(false) })
}
