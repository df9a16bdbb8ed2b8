import { expect, test } from 'vitest'
import { drillSchema, intervalOf, runDrill } from '#scanners/opt-out/drill.ts'
import { random } from '#test/checklists/opt-out/histories.ts'

const t0 = Date.parse('2026-01-05T15:00:00.000Z')
const config = (more = {}) =>
  drillSchema.parse({
    canaries: ['canary@example.com'],
    optedOutAt: new Date(t0).toISOString(),
    targets: [
      {
        channel: 'email',
        name: 'list',
        url: 'https://vendor.example/list/{address}',
        address: 'canary@example.com',
        path: 'listed',
        equals: true,
      },
    ],
    ...more,
  })

/** A list that comes to know the canary at a chosen lag, on a clock that only the drill moves. */
function standIn({
  lagMs,
  seed,
  failing = 0,
  flapAt,
}: {
  lagMs: number
  seed: number
  failing?: number
  flapAt?: number
}) {
  const next = random(seed)
  let now = t0
  const methods: Array<string> = []
  return {
    methods,
    tools: {
      signal: new AbortController().signal,
      now: () => now,
      sleep: async (ms: number) => {
        now += ms
      },
      fetch: async (_: string, { method }: { method: 'GET' }) => {
        methods.push(method)
        now += next() * 40
        const truth = now >= t0 + lagMs && !(flapAt !== undefined && now >= t0 + flapAt && now < t0 + flapAt * 2)
        now += next() * 40
        if (next() < failing)
          return new Response('busy', {
            status: next() < 0.5 ? 429 : 503,
            headers: { 'retry-after': '2', date: new Date(0).toUTCString() },
          })
        return Response.json({ listed: truth }, { headers: { date: new Date(now + 900_000).toUTCString() } })
      },
    },
  }
}

test('the true lag lies inside the interval, and the interval is narrow where every poll was answered', async () => {
  for (let seed = 1; seed <= 300; seed++) {
    const lagMs = 500 + random(seed)() ** 4 * 80_000_000
    const { tools, methods } = standIn({ lagMs, seed })
    const [result] = await runDrill(config(), tools)
    const { lo, hi } = result!.lagSeconds
    expect(lo * 1000).toBeLessThanOrEqual(lagMs)
    expect(hi! * 1000).toBeGreaterThanOrEqual(lagMs)
    if (lagMs >= 10_000) expect((hi! - lo) / lo).toBeLessThanOrEqual(0.25)
    expect(new Set(methods)).toEqual(new Set(['GET']))
  }
})

test('refusals, wrong server clocks and jitter only widen the interval', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const lagMs = 500 + random(seed)() * 4_000_000
    const { tools } = standIn({ lagMs, seed, failing: 0.4 })
    const [result] = await runDrill(config(), tools)
    expect(result!.lagSeconds.lo * 1000).toBeLessThanOrEqual(lagMs)
    if (result!.lagSeconds.hi !== null) expect(result!.lagSeconds.hi * 1000).toBeGreaterThanOrEqual(lagMs)
  }
})

test('a list that forgets again is flagged and never counts from its first yes', async () => {
  const { tools } = standIn({ lagMs: 3_000, seed: 5, flapAt: 4_500 })
  const [result] = await runDrill(config({ ratio: 1.1 }), tools)
  expect(result!.lagSeconds.hi === null || result!.lagSeconds.hi >= 3).toBe(true)
})

test('an address that is no registered canary is refused', async () => {
  const { tools } = standIn({ lagMs: 1_000, seed: 1 })
  const other = config({ canaries: ['another@example.com'] })
  await expect(runDrill(other, tools)).rejects.toThrow('registered canaries')
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

test('an answer of another shape tells nothing; an empty list tells that nobody is on it', async () => {
  const answers = async (body: unknown, path: string) => {
    const { tools } = standIn({ lagMs: 0, seed: 1 })
    const fetch = async () => Response.json(body)
    const short = { ...config({ hours: 0.001 }), targets: [{ ...config().targets[0]!, path, equals: undefined }] }
    const [result] = await runDrill(short, { ...tools, fetch })
    return new Set(result!.polls.map(({ present }) => present))
  }
  expect(await answers({ error: 'no such list' }, 'suppressions.0.email')).toEqual(new Set([null]))
  expect(await answers({ suppressions: [] }, 'suppressions.0.email')).toEqual(new Set([false]))
  expect(await answers({ suppressions: [{ email: 'canary@example.com' }] }, 'suppressions.0.email')).toEqual(
    new Set([true]),
  )
})
