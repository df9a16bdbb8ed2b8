import { expect, test } from 'vitest'
import { dataClassOf, decodeRequest, inWords } from '#checklists/tracking/decode.ts'
import type { PageEvidence, PageRequest } from '#scanners/site/evidence.ts'
import { fillEvidence } from '#test/case-evidence.ts'

function request(fields: Record<string, unknown>): PageRequest {
  return (fillEvidence({ kind: 'page', url: 'https://clinic.example/', requests: [fields] }, 0) as PageEvidence)
    .requests[0]!
}

test('reads vendor, event, address, title, typed fields and ids by the vendor’s own names', () => {
  const canary = { field: 'email', encoding: 'sha256', channel: 'url', parameter: 'udff[em]', offset: 90, length: 64 }
  const decoded = decodeRequest(
    request({
      host: 'www.facebook.com',
      path: '/tr/',
      type: 'image',
      params: [
        { name: 'id', value: '123456789012345', class: 'public-id' },
        { name: 'ev', value: 'SubscribedButtonClick', class: 'event-name' },
        { name: 'dl', class: 'opaque' },
        { name: 'cd[pageFeatures]', class: 'opaque' },
        { name: 'udff[em]', class: 'hashed-email' },
      ],
      canaries: [canary],
    }),
  )
  expect(decoded).toMatchObject({
    named: { vendor: { id: 'meta-pixel' }, by: 'shape' },
    events: ['SubscribedButtonClick'],
    urlParams: ['dl'],
    titleParams: ['cd[pageFeatures]'],
    ids: ['123456789012345'],
    typed: [canary],
  })
  expect(decoded.receives).toEqual(['hashed-email', 'opaque', 'page-title', 'page-url'])
})

test('reads dotted names of a batch at any depth', () => {
  const decoded = decodeRequest(
    request({
      host: 'ph.clinic.example',
      path: '/ingest/e/',
      method: 'POST',
      type: 'fetch',
      params: [
        { name: 'compression', value: null },
        { name: 'batch[0].event', in: 'body', value: '$pageview', class: 'event-name' },
        { name: 'batch[0].properties.$lib', in: 'body' },
        { name: 'batch[0].properties.distinct_id', in: 'body', class: 'custom-data' },
        { name: 'batch[0].properties.$current_url', in: 'body' },
        { name: 'batch[0].properties.$initial_referring_domain', in: 'body', class: 'dom-content' },
      ],
    }),
  )
  expect(decoded).toMatchObject({ named: { vendor: { id: 'posthog' } }, events: ['$pageview'] })
  // A name that merely holds the letters "dom" is no page content.
  expect(decoded.receives).toEqual(['client-id', 'custom-data', 'opaque', 'page-url'])
})

test('a typed value keeps what it is of when it is hashed, and a link made for one patient is an address', () => {
  expect(dataClassOf({ field: 'email', encoding: 'trim+lower+sha256' })).toBe('hashed-email')
  expect(dataClassOf({ field: 'phone', encoding: 'md5' })).toBe('hashed-phone')
  expect(dataClassOf({ field: 'lastName', encoding: 'sha1' })).toBe('hashed-name')
  expect(dataClassOf({ field: 'message', encoding: 'sha512' })).toBe('hashed-value')
  expect(dataClassOf({ field: 'email', encoding: 'gzip+base64' })).toBe('typed-value')
  expect(dataClassOf({ field: 'page-url', encoding: 'plain' })).toBe('page-url')
})

test('names kinds of data in plain words and counts the rest', () => {
  expect(inWords(['page-url', 'client-id'])).toBe('the address of the page, a device id')
  expect(inWords(['page-url', 'client-id', 'geo', 'phone', 'email', 'opaque'])).toBe(
    'a phone number, an e-mail address, the address of the page and 3 more kinds of data',
  )
})
