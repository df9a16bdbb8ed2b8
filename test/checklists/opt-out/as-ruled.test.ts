import { expect, test } from 'vitest'
import { asRuled, replyRequirement } from '#checklists/opt-out/as-ruled.ts'
import { auditTimeline } from '#checklists/opt-out/audit.ts'
import { auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import { evidenceOf } from '#checklists/opt-out/audit-evidence.ts'
import type { Evidence } from '#scanners/evidence.ts'
import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import type { HeldReply } from '#scanners/opt-out/row-event.ts'
import type { Timeline } from '#scanners/opt-out/timeline.ts'

const hour = 3_600_000
const t = Date.parse('2026-03-02T15:00:00Z')
const at = new Date('2026-05-01T00:00:00Z')
const source = { scanner: 'test', ref: 'test', at: at.toISOString(), sha256: 'a'.repeat(64) }
const config = auditConfigSchema.parse({})

type Given = Pick<OptOutEvent, 'kind' | 'keys'> & Partial<OptOutEvent> & { h: number }

function timelineOf(
  given: ReadonlyArray<Given>,
  held: ReadonlyArray<{ keys: ReadonlyArray<string>; h: number }>,
): Timeline {
  const events = given.map(
    ({ h, ...event }, index): OptOutEvent => ({
      id: `0:${index + 2}:0`,
      at: { min: t + h * hour, max: t + h * hour },
      practice: 'p1',
      channel: 'sms',
      file: 0,
      line: index + 2,
      ...event,
    }),
  )
  const span = { min: t - 1000 * hour, max: t + 1000 * hour, attempts: 5 }
  return {
    files: [
      {
        file: 'log.csv',
        format: 'canonical',
        sha256: 'b'.repeat(64),
        rows: given.length,
        classified: given.length,
        rejectedRows: 0,
        rejected: [],
        replies: { all: 1, wordless: 0 },
        assumedZone: null,
        unknownColumns: [],
        channels: { sms: span, email: span, voice: span },
      },
    ],
    events,
    undated: [],
    held: held.map(
      ({ keys, h }, index): HeldReply => ({
        file: 0,
        line: 100 + index,
        keys,
        practice: 'p1',
        channel: 'sms',
        at: { min: t + h * hour, max: t + h * hour },
        rule: 'en.decline',
        start: 0,
        end: 3,
        bodySha256: 'c'.repeat(64),
      }),
    ),
    passedOver: 0,
  }
}

const audited = (timeline: Timeline) =>
  evidenceOf(auditTimeline(timeline, config), timeline, config, { id: 'log', source, at })

function ruling(line: number, reply: 'opt-out' | 'opt-out-here' | 'wrong-number' | 'no-opt-out'): Evidence {
  const observation = `${'b'.repeat(16)}:${line}`
  const told = { requirement: replyRequirement, observation, verdict: 'pass' as const, reason: 'Read.', by: 'Ann' }
  return { kind: 'ruling', id: `r${line}`, source, ...told, expiresAt: null, reply }
}

const given: ReadonlyArray<Given> = [
  { kind: 'attempt', keys: ['phone:a', 'pt:1'], h: -5, result: 'delivered' },
  { kind: 'attempt', keys: ['phone:a'], h: 40, result: 'delivered' },
  { kind: 'attempt', keys: ['email:a', 'pt:1'], channel: 'email', h: 50, result: 'delivered' },
  { kind: 'opt_out', keys: ['phone:b'], h: 0, by: 'recipient' },
  { kind: 'suppression_set', keys: ['phone:b'], h: 1 },
  { kind: 'opt_out', keys: ['phone:a'], h: 60, by: 'recipient' },
  { kind: 'attempt', keys: ['phone:c'], h: 30, result: 'delivered' },
]
const unclear = [
  { keys: ['phone:a'], h: 0 },
  { keys: ['phone:c'], h: 2 },
]

test('what a ruling gives equals an audit in which the reply had been an opt-out from the start', () => {
  const log = audited(timelineOf(given, unclear))
  const ruled = asRuled(log, [ruling(100, 'opt-out'), ruling(101, 'opt-out')], at)
  const known = timelineOf(given, [])
  const asEvents = unclear.map(
    ({ keys, h }, index): OptOutEvent => ({
      id: `held${index}`,
      kind: 'opt_out',
      keys,
      at: { min: t + h * hour, max: t + h * hour },
      practice: 'p1',
      channel: 'sms',
      by: 'recipient',
      file: 0,
      line: 100 + index,
    }),
  )
  const expected = audited({ ...known, events: [...known.events, ...asEvents] })
  const sorted = <Row>(rows: ReadonlyArray<Row> = []) => rows.map((row) => JSON.stringify(row)).sort()
  expect(ruled.people).toBe(expected.people)
  expect(sorted(ruled.late)).toEqual(sorted(expected.late))
  expect(sorted(ruled.inGrace)).toEqual(sorted(expected.inGrace))
  expect(ruled.channels).toEqual(expected.channels)
  expect(ruled.pairs).toEqual(expected.pairs)
  expect(sorted(ruled.flags)).toEqual(sorted(expected.flags))
  expect(sorted(ruled.cannotProve)).toEqual(sorted(expected.cannotProve))
  expect(sorted(ruled.histories?.map(({ person, results }) => ({ person, results })))).toEqual(
    sorted(expected.histories?.map(({ person, results }) => ({ person, results }))),
  )
  expect(ruled.held).toEqual([])
})

test('one ruled reply leaves the other waiting, and no ruling leaves the log as it is', () => {
  const log = audited(timelineOf(given, unclear))
  expect(asRuled(log, [], at)).toBe(log)
  const ruled = asRuled(log, [ruling(101, 'no-opt-out')], at)
  expect(ruled.held?.map(({ line }) => line)).toEqual([100])
  expect(ruled.people).toBe(log.people)
  expect(ruled.channels).toEqual(log.channels)
  expect(ruled.cannotProve).toContainEqual(expect.objectContaining({ what: '1 unclear reply' }))
})

test('a wrong number binds the number and not the patient’s mail; this channel only binds no other', () => {
  const log = audited(timelineOf(given, unclear))
  const lateOn = (reply: 'opt-out' | 'opt-out-here' | 'wrong-number') =>
    new Set(
      asRuled(log, [ruling(100, reply)], at)
        .late.filter(({ policy }) => policy === 'practice')
        .map(({ channel }) => channel),
    )
  expect(lateOn('opt-out')).toEqual(new Set(['sms', 'email']))
  expect(lateOn('opt-out-here')).toEqual(new Set(['sms']))
  expect(lateOn('wrong-number')).toEqual(new Set(['sms']))
})

test('a ruling never makes a result pass that the logs do not prove', () => {
  const log = audited(timelineOf(given, unclear))
  const passes = (one: typeof log) => one.channels.reduce((sum, { pass }) => sum + pass, 0)
  for (const reply of ['opt-out', 'opt-out-here', 'wrong-number', 'no-opt-out'] as const)
    expect(passes(asRuled(log, [ruling(100, reply), ruling(101, reply)], at))).toBeLessThanOrEqual(passes(log))
})

test('where the rows of the people were too many to keep, a ruling says that the logs are needed again', () => {
  const { doubtful: _, ...log } = audited(timelineOf(given, unclear))
  const ruled = asRuled(log, [ruling(100, 'opt-out')], at)
  expect(ruled.decided?.[0]?.timed).toBe(false)
  expect(ruled.cannotProve).toContainEqual(expect.objectContaining({ what: '1 reply ruled to be an opt-out' }))
})
