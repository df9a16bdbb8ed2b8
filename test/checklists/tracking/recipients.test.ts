import { expect, test } from 'vitest'
import { surveySite } from '#checklists/tracking/recipients.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { fillEvidence } from '#test/case-evidence.ts'
import { sampleRequest, samples } from './tracker-samples.ts'

function page(fields: Record<string, unknown>, at = 0): PageEvidence {
  return fillEvidence({ kind: 'page', url: 'https://clinic.example/book', ...fields }, at) as PageEvidence
}

const sample = (id: string) => samples.find(([name]) => name === id)!
const third = { host: 'collect.vendor.example', thirdParty: true }
const own = { host: 'clinic.example', thirdParty: false }

test('lists each company once with its pages, states, kinds of data and ids; own requests are no recipients', () => {
  const ga = sampleRequest(sample('ga4'), { host: 'www.google-analytics.com', thirdParty: true })
  const { recipients, requests, ids } = surveySite([
    page({ requests: [ga, ga, { host: 'clinic.example', thirdParty: false, path: '/api/book', method: 'POST' }] }),
    page({ url: 'https://clinic.example/', consent: 'reject', requests: [ga] }, 1),
  ])
  expect(recipients).toHaveLength(1)
  expect(recipients[0]).toMatchObject({
    host: 'www.google-analytics.com',
    tracker: { id: 'ga4', owner: 'Google', category: 'analytics', signsBaa: 'never' },
    pages: ['https://clinic.example/book', 'https://clinic.example/'],
    consent: ['none', 'reject'],
    requests: 3,
    ids: ['G-AB12CD34EF'],
  })
  expect(recipients[0]!.receives).toEqual(expect.arrayContaining(['client-id', 'page-title', 'page-url']))
  expect(requests).toHaveLength(3)
  expect(requests[0]).toMatchObject({ vendor: 'ga4', events: ['page_view'] })
  expect(ids).toEqual([{ id: 'G-AB12CD34EF', vendor: 'ga4', pages: expect.any(Array), seenIn: ['request'] }])
})

test('an unknown company is never dropped, and one found only in the page’s source is listed without requests', () => {
  const { recipients } = surveySite([
    page({
      requests: [{ host: 'x1.nobody.example', path: '/c.gif', type: 'image', registrableDomain: 'nobody.example' }],
      declared: [
        { host: 'www.facebook.com', via: 'noscript' },
        { host: 'clinic.example', via: 'icon' },
      ],
    }),
  ])
  expect(recipients).toMatchObject([
    { host: 'x1.nobody.example', registrableDomain: 'nobody.example', tracker: null, requests: 1, kind: 'third-party' },
    { host: 'www.facebook.com', kind: 'declared', requests: 0 },
  ])
})

test('first-party proxies and cloaked names are recipients of the vendor behind them, with a server-side hint', () => {
  const { recipients, serverSideHints } = surveySite([
    page({
      requests: [
        sampleRequest(sample('ga4'), own),
        { host: 'data.clinic.example', thirdParty: false, path: '/x', cnames: ['clinic.data.adobedc.net'] },
      ],
      cookies: [
        {
          name: '_fbp',
          domain: 'clinic.example',
          path: '/',
          thirdParty: false,
          secure: true,
          httpOnly: true,
          sameSite: 'Lax',
          expiresInDays: 90,
          setter: null,
          class: 'client-id',
        },
        {
          name: 'FPID',
          domain: 'clinic.example',
          path: '/',
          thirdParty: false,
          secure: true,
          httpOnly: true,
          sameSite: 'Lax',
          expiresInDays: 400,
          setter: null,
          class: 'client-id',
        },
        {
          name: 'session',
          domain: 'clinic.example',
          path: '/',
          thirdParty: false,
          secure: true,
          httpOnly: true,
          sameSite: 'Lax',
          expiresInDays: null,
          setter: null,
          class: 'opaque',
        },
      ],
    }),
  ])
  expect(recipients.map(({ kind, tracker }) => [kind, tracker?.id])).toEqual([
    ['first-party-proxy', 'ga4'],
    ['cname-cloaked', 'adobe'],
  ])
  expect(serverSideHints.map(({ hint }) => hint).sort()).toEqual([
    'cname',
    'first-party-proxy',
    'server-cookie',
    'server-cookie',
  ])
})

test('a typed value is a leak with field, encoding, recipient and channel; the page’s own server is no leak', () => {
  const hit = { field: 'email', encoding: 'gzip+base64', channel: 'body', parameter: 'd', offset: 3, length: 20 }
  const { leaks, recipients } = surveySite([
    page({
      requests: [
        {
          ...third,
          path: '/b',
          method: 'POST',
          type: 'fetch',
          canaries: [hit, { ...hit, field: 'phone', encoding: 'sha256' }],
        },
        { ...own, path: '/autosave', method: 'POST', canaries: [hit] },
      ],
    }),
  ])
  expect(leaks).toHaveLength(2)
  expect(leaks[0]).toMatchObject({
    field: 'email',
    value: 'canary',
    encoding: 'gzip+base64',
    recipient: 'collect.vendor.example',
    channel: 'body',
    offset: 3,
  })
  expect(recipients[0]!.receives).toEqual(['hashed-phone', 'typed-value'])
})

test('a library that ran and sent nothing in any state is silent; one that sent in one state is not', () => {
  const script = { host: 'cdn.posthog.example', path: '/static/array.js', type: 'script' }
  const loaded = { requests: [script], scripts: ['cdn.posthog.example/static/array.js'] }
  expect(surveySite([page(loaded)]).silent).toEqual([
    {
      page: 'https://clinic.example/book',
      vendor: 'posthog',
      name: 'PostHog',
      loadedFrom: 'cdn.posthog.example/static/array.js',
    },
  ])
  const sends = page({ ...loaded, consent: 'accept', requests: [script, sampleRequest(sample('posthog'), third)] }, 1)
  expect(surveySite([page(loaded), sends]).silent).toEqual([])
  const refused = { ...loaded, requests: [{ ...script, blocked: 'egress-refused', status: null }] }
  expect(surveySite([page(refused)]).silent).toEqual([])
})

test('a recorder’s data is proof, its mere script a sign', () => {
  const { replay } = surveySite([
    page({
      requests: [
        sampleRequest(sample('clarity'), third),
        { host: 'static.hotjar.com', path: '/c/hotjar-123.js', type: 'script' },
      ],
    }),
  ])
  expect(replay).toMatchObject([
    { vendor: 'clarity', proof: true },
    { vendor: 'hotjar', proof: false },
  ])
})

test('the shape of a recording in what a script sent is proof, a listener for typing a hint', () => {
  const { replay } = surveySite([
    page({
      requests: [
        {
          host: 'in.nobody.example',
          path: '/x',
          method: 'POST',
          type: 'fetch',
          initiator: ['cdn.nobody.example/r.js', 'clinic.example/book'],
          body: { kind: 'binary', bytes: 900, sha256: 'a'.repeat(64), read: true },
        },
      ],
      replaySigns: [{ script: 'cdn.nobody.example/r.js', sign: 'recorded-events' }],
      listeners: [
        { script: 'cdn.nobody.example/r.js', events: ['input', 'scroll'] },
        { script: 'clinic.example/app.js', events: ['input'] },
      ],
    }),
  ])
  expect(replay.map(({ sign, proof }) => [sign, proof])).toEqual([
    ['cdn.nobody.example listens to input', false],
    ['recording data sent to in.nobody.example', true],
  ])
})

test('a form that sends elsewhere names its host, and a search box to the own site does not', () => {
  const fields = [{ name: 'email', type: 'email', label: 'Email', autocomplete: '' }]
  const { recipients, forms } = surveySite([
    page({
      forms: [
        { actionHost: 'submit.jotform.com', method: 'post', fields },
        { actionHost: 'www.clinic.example', method: 'get', fields },
      ],
    }),
  ])
  expect(recipients).toMatchObject([{ host: 'submit.jotform.com', kind: 'form-host', tracker: { id: 'jotform' } }])
  expect(forms.map(({ thirdParty }) => thirdParty)).toEqual([true, false])
})

test('a host of the own name that leads to a company of no list is its recipient once it got what was typed', () => {
  const canaries = [{ field: 'email', encoding: 'md5', channel: 'cookie', parameter: '_hem', offset: 0, length: 32 }]
  const request = (host: string, cnames: Array<string>, typed = canaries) => ({
    host,
    cnames,
    thirdParty: false,
    path: '/b.gif',
    registrableDomain: 'clinic.example',
    canaries: typed,
  })
  const { recipients, leaks } = surveySite([
    page({
      requests: [
        request('t.clinic.example', ['clinic.edge.nobody-knows.example']),
        // Passed on by a listed network, and by the host of the practice itself: still somebody else's.
        request('u.clinic.example', ['c.second-unknown.example', 'x.jsdelivr.net']),
        request('v.clinic.example', ['c.third-unknown.example', 'sites.hoster.example']),
        // The practice's own hosting, a delivery network, an alias within the own name, and nothing typed.
        request('clinic.example', ['sites.hoster.example'], []),
        request('api.clinic.example', ['sites.hoster.example']),
        request('static.clinic.example', ['x.jsdelivr.net']),
        request('app.clinic.example', ['web.clinic.example']),
        request('img.clinic.example', ['pool.other.example'], []),
      ],
    }),
  ])
  expect(recipients).toMatchObject([
    { host: 't.clinic.example', registrableDomain: 'nobody-knows.example', kind: 'cname-cloaked', namedBy: 'cname' },
    { host: 'u.clinic.example', registrableDomain: 'second-unknown.example', kind: 'cname-cloaked', namedBy: 'cname' },
    { host: 'v.clinic.example', registrableDomain: 'third-unknown.example', kind: 'cname-cloaked', namedBy: 'cname' },
  ])
  expect(leaks.map(({ recipient, field }) => [recipient, field])).toEqual([
    ['t.clinic.example', 'email'],
    ['u.clinic.example', 'email'],
    ['v.clinic.example', 'email'],
  ])
})
