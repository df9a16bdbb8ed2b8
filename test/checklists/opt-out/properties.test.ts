import { expect, test } from 'vitest'
import type { Policy } from '#checklists/opt-out/policy.ts'
import { judgePropagation } from '#checklists/opt-out/propagation.ts'
import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { type History, random, randomHistory } from './histories.ts'

const total = process.env.PROVISO_TEST_FULL === '1' ? 60_000 : 4_000
const seed = Number(process.env.PROVISO_SEED ?? Math.floor(Date.now() / 86_400_000))
const title = (text: string) => `${text} (PROVISO_SEED=${seed})`

type Verdicts = Record<
  string,
  { verdict: string; lo: number; hi: number | null; late: Array<string>; inGrace: Array<string> }
>

function judge(history: History, change: Partial<History> & { ids?: Map<string, string> } = {}): Verdicts {
  const { events, policy, limitHours, skewMs, covered } = { ...history, ...change }
  const rule: Policy = { name: policy, limitHours, zone: 'UTC', holidays: new Set(), skewMs }
  const name = (event: OptOutEvent) => change.ids?.get(event.id) ?? event.id
  return Object.fromEntries(
    judgePropagation(events, rule, (channel) => covered[channel]).map(({ channel, windows, verdict }) => {
      const last = windows.at(-1)
      const ids = (list: Array<OptOutEvent>) => [...new Set(list.map(name))].sort()
      return [
        channel,
        {
          verdict,
          lo: last?.lag.lo ?? 0,
          hi: last?.lag.hi ?? null,
          late: ids(windows.flatMap(({ late }) => late)),
          inGrace: ids(windows.flatMap(({ inGrace }) => inGrace)),
        },
      ]
    }),
  )
}

function eachHistory(check: (history: History, next: () => number) => void): void {
  const next = random(seed)
  for (let at = 0; at < total; at++) check(randomHistory(next), next)
}

const channels = ['sms', 'email', 'voice'] as const
const newPasses = (before: Verdicts, after: Verdicts) =>
  channels.filter((channel) => after[channel]!.verdict === 'pass' && before[channel]!.verdict !== 'pass')

test(title('deleting what speaks for the sender, or a claim of coverage, never makes a pass'), () => {
  eachHistory((history) => {
    const before = judge(history)
    for (const [at, event] of history.events.entries()) {
      const favourable =
        event.kind === 'suppression_set' ||
        (event.kind === 'attempt' && event.result === 'blocked' && event.providerRef === undefined) ||
        (event.kind === 'snapshot' && event.present === true)
      // A row that also names a patient links the two; taking it away takes a link away, which is the next property's case.
      if (!favourable || new Set(event.keys.map((key) => key.split(':')[0])).size > 1) continue
      const fewer = history.events.filter((_, index) => index !== at)
      expect(newPasses(before, judge(history, { events: fewer })), JSON.stringify({ history, at })).toEqual([])
    }
    for (const channel of channels) {
      const covered = { ...history.covered, [channel]: false }
      expect(newPasses(before, judge(history, { covered })), JSON.stringify(history)).toEqual([])
    }
  })
})

test(title('deleting an adverse row together with its channel’s coverage never makes a pass on that channel'), () => {
  eachHistory((history) => {
    const before = judge(history)
    for (const [at, event] of history.events.entries()) {
      const { channel } = event
      if (event.kind !== 'attempt' && event.kind !== 'snapshot' && event.kind !== 'suppression_cleared') continue
      if (channel !== 'sms' && channel !== 'email' && channel !== 'voice') continue
      const after = judge(history, {
        events: history.events.filter((_, index) => index !== at),
        covered: { ...history.covered, [channel]: false },
      })
      expect(newPasses(before, after)).not.toContain(channel)
    }
  })
})

test(
  title('a less exact time of a contact or of a list entry, and more skew, never make a pass or a late contact'),
  () => {
    eachHistory((history, next) => {
      const before = judge(history)
      for (const [at, event] of history.events.entries()) {
        if (event.kind !== 'attempt' && event.kind !== 'suppression_set') continue
        const wider = {
          min: event.at.min - Math.floor(next() * 7_200_000),
          max: event.at.max + Math.floor(next() * 7_200_000),
        }
        const events = history.events.map((other, index) => (index === at ? { ...other, at: wider } : other))
        const after = judge(history, { events })
        expect(newPasses(before, after), JSON.stringify({ history, at, wider })).toEqual([])
        for (const channel of channels)
          if (before[channel]!.verdict === 'unknown')
            expect(after[channel]!.late.length).toBeLessThanOrEqual(before[channel]!.late.length)
      }
      expect(newPasses(before, judge(history, { skewMs: history.skewMs + 60_000 })), JSON.stringify(history)).toEqual(
        [],
      )
    })
  },
)

test(title('the order of the rows does not matter, and a row that comes twice with its reference counts once'), () => {
  eachHistory((history, next) => {
    const before = judge(history)
    // Rows that tie in time and reference stand for each other; ids are compared where nothing repeats.
    const referenced = history.events.filter(({ providerRef }) => providerRef !== undefined)
    if (referenced.length < 2) {
      const shuffled = [...history.events]
        .map((event) => ({ event, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event)
      expect(judge(history, { events: shuffled }), JSON.stringify(history)).toEqual(before)
    }
    const twice = [...history.events, ...referenced.map((event) => ({ ...event }))]
    expect(judge(history, { events: twice }), JSON.stringify(history)).toEqual(before)
  })
})

test(title('in time by hours is in time by ten business days, and more hours never add a late contact'), () => {
  eachHistory((history) => {
    const strict = judge(history, { policy: 'practice', limitHours: 24 })
    const legal = judge(history, { policy: 'tcpa' })
    const loose = judge(history, { policy: 'practice', limitHours: 48 })
    for (const channel of channels) {
      if (strict[channel]!.verdict === 'pass') expect(legal[channel]!.verdict, JSON.stringify(history)).toBe('pass')
      expect(loose[channel]!.late.length).toBeLessThanOrEqual(strict[channel]!.late.length)
    }
  })
})

test('the random histories reach every verdict and most flags', () => {
  const seen = new Map<string, number>()
  eachHistory((history) => {
    for (const { verdict } of Object.values(judge(history))) seen.set(verdict, (seen.get(verdict) ?? 0) + 1)
  })
  for (const verdict of ['pass', 'fail', 'unknown', 'not-applicable'])
    expect(seen.get(verdict) ?? 0).toBeGreaterThan(total / 50)
})
