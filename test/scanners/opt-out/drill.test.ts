import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { listAsker } from '#scanners/opt-out/drill/ask-list.ts'
import { signForAws } from '#scanners/opt-out/drill/aws-signature.ts'
import { type ListRequest, readingOf, requestTo } from '#scanners/opt-out/drill/lists.ts'
import { type DrillTools, drillSchema, intervalOf, runDrill } from '#scanners/opt-out/drill/run.ts'
import { retryDelay } from '#scanners/opt-out/drill/server-clock.ts'
import type { Target } from '#scanners/opt-out/drill/target.ts'
import { createEgressPolicy } from '#scanners/site/egress/policy.ts'
import { random } from '#test/checklists/opt-out/histories.ts'

const t0 = Date.parse('2026-01-05T15:00:00.000Z')
const generic = {
  channel: 'email',
  name: 'list',
  url: 'https://vendor.example/list/{address}',
  address: 'canary@example.com',
  path: 'listed',
  equals: true,
}
const config = (more = {}) =>
  drillSchema.parse({
    canaries: ['canary@example.com', '+15125550142'],
    optedOutAt: new Date(t0).toISOString(),
    targets: [generic],
    ...more,
  })

type Faults = { failing?: number; jitterMs?: number; skewMs?: number; flap?: readonly [from: number, to: number] }

/** A vendor that comes to know the canary at a chosen lag, on a clock that only the drill moves. */
function standIn(lagMs: number, seed: number, { failing = 0, jitterMs = 40, skewMs = 0, flap }: Faults = {}) {
  const next = random(seed)
  let now = t0
  const asked: Array<ListRequest> = []
  const tools: DrillTools = {
    signal: new AbortController().signal,
    now: () => now,
    sleep: async (ms) => {
      now += ms
    },
    ask: async (request) => {
      asked.push(request)
      now += next() * jitterMs
      const since = now - t0
      const listed = since >= lagMs && !(flap !== undefined && since >= flap[0] && since < flap[1])
      const date = new Date(now + skewMs).toUTCString()
      now += next() * jitterMs
      const roll = next()
      if (roll < failing / 3) throw new Error('connection reset')
      if (roll < failing) {
        const retry = roll < failing / 2 ? '2' : new Date(now + skewMs + 3000).toUTCString()
        return { status: next() < 0.5 ? 429 : 503, headers: { date, 'retry-after': retry }, body: Buffer.from('busy') }
      }
      return { status: 200, headers: { date }, body: Buffer.from(JSON.stringify({ listed })) }
    },
  }
  return { tools, asked }
}

const lags = (seed: number) => 500 + random(seed)() ** 4 * 80_000_000

test('the true lag lies inside the interval, and the interval is narrow where every poll was answered', async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const lagMs = lags(seed)
    const { tools, asked } = standIn(lagMs, seed, { jitterMs: seed % 3 === 0 ? 400 : 40 })
    const [result] = await runDrill(config(), tools)
    const { lo, hi } = result!.lagSeconds
    expect(lo * 1000).toBeLessThanOrEqual(lagMs)
    expect(hi! * 1000).toBeGreaterThanOrEqual(lagMs)
    if (lagMs >= 10_000) expect((hi! - lo) / lo, `seed ${seed}, lag ${lagMs}`).toBeLessThanOrEqual(0.25)
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']))
  }
})

test('refusals, wrong server clocks, jitter and dropped connections only widen the interval', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const lagMs = lags(seed)
    const skewMs = (random(seed)() - 0.5) * 7_200_000
    const { tools } = standIn(lagMs, seed, { failing: 0.4, jitterMs: 800, skewMs })
    const [result] = await runDrill(config(), tools)
    const { lagSeconds, serverAheadSeconds } = result!
    expect(lagSeconds.lo * 1000).toBeLessThanOrEqual(lagMs)
    if (lagSeconds.hi !== null) expect(lagSeconds.hi * 1000).toBeGreaterThanOrEqual(lagMs)
    expect(serverAheadSeconds!.min * 1000).toBeLessThanOrEqual(skewMs)
    expect(serverAheadSeconds!.max * 1000).toBeGreaterThanOrEqual(skewMs)
  }
})

test('a list that holds the contact, forgets it and holds it again is found out, also after two good answers', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const lagMs = 5_000 + random(seed)() * 100_000
    const from = lagMs + 20_000
    const { tools } = standIn(lagMs, seed, { flap: [from, from * 1.6] })
    const [result] = await runDrill(config(), tools)
    expect(result!.flags, `seed ${seed}`).toContain('contradicted_evidence')
    expect(result!.lagSeconds.lo * 1000).toBeLessThanOrEqual(lagMs)
    expect(result!.lagSeconds.hi! * 1000).toBeGreaterThanOrEqual(from)
  }
})

test('an address that is no registered canary is refused', async () => {
  const { tools, asked } = standIn(1_000, 1)
  const other = config({ canaries: ['another@example.com'] })
  await expect(runDrill(other, tools)).rejects.toThrow('registered canaries')
  expect(asked).toEqual([])
})

test('a list that lost the contact again came to hold it between the last absence before and the first sight', () => {
  const poll = (second: number, present: boolean | null) => ({
    at: t0 + second * 1000,
    until: t0 + second * 1000 + 100,
    present,
    sha256: null,
  })
  const polls = [poll(1, false), poll(2, false), poll(4, true), poll(8, false), poll(16, true), poll(20, true)]
  expect(intervalOf(polls, t0)).toEqual({ lagSeconds: { lo: 2, hi: 16.1 }, flags: ['contradicted_evidence'] })
})

test('Retry-After is read as seconds or as a date by the server’s own clock, and never ends a drill', () => {
  const now = Date.parse('2026-01-05T15:00:00Z')
  expect(retryDelay({ 'retry-after': '7' }, now)).toBe(7000)
  expect(retryDelay({ 'retry-after': 'Mon, 05 Jan 2026 15:00:30 GMT' }, now)).toBe(30_000)
  const ahead = { date: 'Mon, 05 Jan 2026 17:00:00 GMT', 'retry-after': 'Mon, 05 Jan 2026 17:00:10 GMT' }
  expect(retryDelay(ahead, now)).toBe(10_000)
  expect(retryDelay({ 'retry-after': '999999' }, now)).toBe(3_600_000)
  expect(retryDelay({ 'retry-after': 'soon' }, now)).toBeNull()
  expect(retryDelay({}, now)).toBeNull()
})

// The suite AWS publishes for Signature Version 4: get-vanilla and post-vanilla.
test('requests to AWS are signed as AWS publishes', () => {
  const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
  const at = new Date('2015-08-30T12:36:00Z')
  const signed = (method: 'GET' | 'POST', query = '') =>
    signForAws(
      { method, url: `https://example.amazonaws.com/${query}`, headers: {}, body: '' },
      { region: 'us-east-1', service: 'service' },
      keys,
      at,
    ).authorization
  const head =
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature='
  expect(signed('GET')).toBe(`${head}5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31`)
  expect(signed('POST')).toBe(`${head}5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b`)
  expect(signed('GET', '?Param2=value2&Param1=value1')).toBe(
    `${head}b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500`,
  )
})

type Reply = { status?: number; body: unknown }
const email = { channel: 'email', name: 'list', address: 'canary@example.com' }
const phone = { channel: 'sms', name: 'list', address: '+15125550142' }
const later = new Date(t0 + 60_000).toUTCString()
const before = new Date(t0 - 60_000).toUTCString()
const rejected = (date: string) => ({ messages: [{ to: '+15125550142', error_code: 21610, date_created: date }] })

/** For each system what it answers for a listed and an unlisted canary, and answers that tell nothing. */
const systems: Record<string, { target: object; path: string; present: Reply; absent?: Reply; nothing: Array<Reply> }> =
  {
    sendgrid: {
      target: { ...email, apiKey: 'k' },
      path: '/v3/asm/suppressions/global/canary%40example.com',
      present: { body: { recipient_email: 'Canary@example.com' } },
      absent: { body: {} },
      nothing: [{ body: { recipient_email: 'other@example.com' } }, { body: [] }, { status: 404, body: {} }],
    },
    mailgun: {
      target: { ...email, apiKey: 'k', domain: 'mg.example.com' },
      path: '/v3/mg.example.com/unsubscribes/canary%40example.com',
      present: { body: { address: 'canary@example.com', tags: ['*'] } },
      absent: { status: 404, body: { message: 'Address not found in unsubscribers table' } },
      nothing: [
        { status: 404, body: { message: 'Domain not found' } },
        { status: 404, body: 'nginx' },
      ],
    },
    postmark: {
      target: { ...email, serverToken: 'k' },
      path: '/message-streams/outbound/suppressions/dump?EmailAddress=canary%40example.com',
      present: { body: { Suppressions: [{ EmailAddress: 'canary@example.com', Origin: 'Recipient' }] } },
      absent: { body: { Suppressions: [] } },
      nothing: [{ body: { Message: 'stream paused' } }, { status: 404, body: { Suppressions: [] } }],
    },
    telnyx: {
      target: { ...phone, apiKey: 'k' },
      path: '/v2/messaging_optouts?filter[from]=%2B15125550142&page[size]=250',
      present: { body: { data: [{ from: '+15125550142', to: '+15125550199', keyword: 'STOP' }] } },
      absent: { body: { data: [] } },
      nothing: [{ body: { errors: [] } }, { status: 404, body: { data: [] } }],
    },
    hubspot: {
      target: { ...email, token: 'k' },
      path: '/communication-preferences/v4/statuses/canary%40example.com/unsubscribe-all?channel=EMAIL',
      present: { body: { results: [{ status: 'UNSUBSCRIBED', wideStatusType: 'PORTAL_WIDE' }] } },
      absent: { body: { results: [{ status: 'SUBSCRIBED' }] } },
      nothing: [{ body: { status: 'error' } }, { status: 404, body: {} }],
    },
    mailchimp: {
      target: { ...email, apiKey: 'k-us6', listId: 'L1' },
      path: '/3.0/lists/L1/members/2506e7b6ebfba5ed83dd8097e553a432?fields=status',
      present: { body: { status: 'unsubscribed' } },
      absent: { body: { status: 'subscribed' } },
      nothing: [{ body: { status: 401 } }, { status: 404, body: 'not here' }],
    },
    aws: {
      target: { ...phone, region: 'us-east-1', accessKeyId: 'A', secretAccessKey: 'B' },
      path: '/',
      present: { body: { OptedOutNumbers: [{ OptedOutNumber: '+15125550142', EndUserOptedOut: true }] } },
      absent: { status: 400, body: { __type: 'x#ResourceNotFoundException', ResourceType: 'opted-out-number' } },
      nothing: [
        { status: 400, body: { __type: 'x#ResourceNotFoundException', ResourceType: 'opt-out-list' } },
        { status: 400, body: { __type: 'AccessDeniedException' } },
      ],
    },
    twilio: {
      target: { ...phone, accountSid: 'AC1', authToken: 'k' },
      path: '/2010-04-01/Accounts/AC1/Messages.json?To=%2B15125550142&PageSize=100',
      present: { body: rejected(later) },
      nothing: [{ body: rejected(before) }, { body: { messages: [] } }, { status: 404, body: {} }],
    },
    generic: {
      target: { ...generic, path: 'entries.0.email', equals: undefined },
      path: '/list/canary%40example.com',
      present: { body: { entries: [{ email: 'canary@example.com' }] } },
      absent: { body: { entries: [] } },
      nothing: [{ body: { error: 'no such list' } }, { status: 404, body: { entries: [] } }],
    },
  }

for (const [system, { target: given, path, present, absent, nothing }] of Object.entries(systems)) {
  test(`${system}: asks by reading only, and tells listed, unlisted and nothing apart`, () => {
    const target = config({ targets: [{ system, ...given }] }).targets[0] as Target
    const request = requestTo(target, new Date(t0))
    const { pathname, search } = new URL(request.url)
    expect(decodeURI(pathname + search)).toBe(path)
    expect(request.method).toBe(system === 'aws' ? 'POST' : 'GET')
    if (system === 'aws') expect(request.headers['x-amz-target']).toBe('PinpointSMSVoiceV2.DescribeOptedOutNumbers')
    const read = ({ status = 200, body }: Reply) =>
      readingOf({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) }, target, t0)
    expect(read(present)).toBe(true)
    if (absent !== undefined) expect(read(absent)).toBe(false)
    for (const reply of [...nothing, { status: 401, body: {} }, { status: 302, body: {} }, { body: 'text' }])
      expect(read(reply), JSON.stringify(reply)).toBeNull()
  })
}

test('a generic list that answers by status alone has to say what a 404 means', () => {
  const byStatus = { ...generic, path: undefined, equals: undefined }
  expect(() => config({ targets: [byStatus] })).toThrow('notFoundIsAbsent')
  const target = config({ targets: [{ ...byStatus, notFoundIsAbsent: true }] }).targets[0] as Target
  const read = (status: number) => readingOf({ status, headers: {}, body: Buffer.from('gone') }, target, t0)
  expect([200, 404, 403, 500].map(read)).toEqual([true, false, null, null])
})

async function withServer<T>(
  answer: (request: IncomingMessage) => { status: number; body: string | Buffer; headers?: Record<string, string> },
  use: (base: string, seen: Array<string>) => Promise<T>,
): Promise<T> {
  const seen: Array<string> = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`)
    const { status, body, headers } = answer(request)
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

test('over the wire: a stand-in is reached only when the laboratory names it, by http only there, and a redirect or a flood tells nothing', async () => {
  const big = Buffer.alloc(3 * 1024 ** 2, 32)
  await withServer(
    (request) =>
      request.url?.includes('moved')
        ? { status: 302, body: '', headers: { location: '/v3/asm/suppressions/global/canary%40example.com' } }
        : { status: 200, body: request.url?.includes('flood') ? big : '{}' },
    async (base, seen) => {
      const target = config({ targets: [{ system: 'sendgrid', ...email, apiKey: 'key', base }] }).targets[0] as Target
      const request = requestTo(target, new Date(t0))
      const { signal } = new AbortController()
      await expect(listAsker(createEgressPolicy())(request, signal)).rejects.toMatchObject({ code: 'blocked-address' })
      expect(seen).toEqual([])
      const ask = listAsker(createEgressPolicy({ allow: [new URL(base).host] }))
      expect(readingOf(await ask(request, signal), target, t0)).toBe(false)
      expect(seen).toEqual(['GET /v3/asm/suppressions/global/canary%40example.com Bearer key'])
      const moved = await ask({ ...request, url: `${base}/moved` }, signal)
      expect(readingOf(moved, target, t0)).toBeNull()
      await expect(ask({ ...request, url: `${base}/flood` }, signal)).rejects.toMatchObject({ code: 'too-large' })
      expect(seen).toHaveLength(3)
    },
  )
})

test('a key never travels over http to a public address', async () => {
  const policy = async () => ({
    allowed: true as const,
    host: 'vendor.example',
    address: '203.0.113.7',
    port: 80,
    laboratory: false,
    mapped: false,
    cnames: [],
  })
  const asked = listAsker(policy)(
    { method: 'GET', url: 'http://vendor.example/', headers: {} },
    new AbortController().signal,
  )
  await expect(asked).rejects.toMatchObject({ code: 'blocked-scheme' })
})
