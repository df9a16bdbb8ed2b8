import { expect, test } from 'vitest'
import { makeCanary } from '#scanners/site/canary.ts'
import { openItems } from '#scanners/site/capture/open-items.ts'
import { emptyCapture } from '#scanners/site/capture/page-state.ts'
import { type Captured, createRecorder } from '#scanners/site/capture/recorder.ts'
import type { PageRequest } from '#scanners/site/evidence.ts'
import { createLeakMatcher } from '#scanners/site/leak-matcher.ts'

const canary = makeCanary('email', 'open-items')

/** A page that tried to reach these hosts; what of it is open. */
async function openOf(tried: ReadonlyArray<{ host: string; cnames?: Array<string>; cookies: string }>) {
  const job = { url: 'https://clinic.example/', consent: 'none', viewport: 'desktop', authority: 'permission' } as const
  const requests = tried.map(({ host, cookies }, at) => ({
    id: `r${at}`,
    url: `https://${host}/p`,
    perhapsCookies: cookies,
    visit: 'look',
    frames: [],
  })) as unknown as Array<Captured>
  const capture = emptyCapture(job, { ...createRecorder(), requests })
  capture.matcher = await createLeakMatcher([canary])
  const told = tried.map(({ host, cnames = [] }, at) => ({
    id: `r${at}`,
    host,
    cnames,
    thirdParty: !host.endsWith('clinic.example'),
    body: null,
    canaries: [],
  })) as unknown as Array<PageRequest>
  return openItems(capture, told, false)
}

test('a typed value in a cookie that a stopped call may have carried to others is an open item', async () => {
  const held = `sid=1; _em=${encodeURIComponent(canary.value)}`
  const open = await openOf([
    { host: 'collect.other.example', cookies: held },
    { host: 't.clinic.example', cnames: ['edge.vendor.example'], cookies: held },
    { host: 'api.clinic.example', cookies: held },
    { host: 'plain.other.example', cookies: 'sid=1; theme=dark' },
  ])
  expect(open).toEqual([
    {
      code: 'capture-incomplete',
      detail: 'a cookie with a typed value may have gone along: collect.other.example, t.clinic.example',
    },
  ])
})

test('what went unread to a host of the own name that leads elsewhere is an open item', () => {
  const job = {
    url: 'https://www.clinic.example/',
    consent: 'none',
    viewport: 'desktop',
    authority: 'permission',
  } as const
  const capture = emptyCapture(job, createRecorder())
  capture.typedAt = { look: Date.parse('2026-06-01T10:00:00Z') }
  const sent = (host: string, cnames: ReadonlyArray<string>) => ({
    ...{ id: host, host, cnames, thirdParty: false, visit: 'look', at: '2026-06-01T10:00:01Z', canaries: [] },
    body: { read: false, bytes: 0, kind: 'binary' },
  })
  const requests = [
    sent('t.clinic.example', ['edge.unknown.example']),
    sent('api.clinic.example', []),
    sent('www.clinic.example', ['sites.hoster.example']),
  ] as unknown as Array<PageRequest>
  expect(openItems(capture, requests, false)).toEqual([
    { code: 'capture-incomplete', detail: 'body not readable: t.clinic.example' },
  ])
})
