import { expect, test } from 'vitest'
import { auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import { coverageOf } from '#checklists/opt-out/coverage.ts'
import { gapsOf, silencesOf } from '#checklists/opt-out/silence.ts'

const monday = 20_248
const day = 86_400_000

test('a log in which nobody was reached holds no day', () => {
  expect(silencesOf([[monday, monday + 5]], [])).toEqual([
    { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY },
  ])
  const span = {
    min: monday * day,
    max: (monday + 10) * day,
    attempts: 3,
    days: [[monday, monday + 10]] as [[number, number]],
  }
  const covers = (contactDays: Array<[number, number]>) =>
    coverageOf({ files: [{ format: 'x', channels: { sms: { ...span, contactDays } } }] }, auditConfigSchema.parse({}))(
      'sms',
      (monday + 1) * day,
      (monday + 2) * day,
    )
  expect(covers([])).toBe(false)
  expect(covers([[monday, monday + 10]])).toBe(true)
})

test('three working days without a contact are a gap on a channel that is otherwise busy, a weekend is none', () => {
  const files = (contactDays: Array<[number, number]>) => [
    { channels: { sms: { min: 0, max: 0, attempts: 1, contactDays } } },
  ]
  const busy: Array<[number, number]> = [
    [monday, monday + 4],
    [monday + 7, monday + 11],
    [monday + 17, monday + 18],
  ]
  expect(gapsOf(files(busy))).toEqual([{ channel: 'sms', from: '2025-06-21', to: '2025-06-25' }])
  expect(gapsOf(files(busy.slice(0, 2)))).toEqual([])
  expect(
    gapsOf(
      files([
        [monday, monday],
        [monday + 17, monday + 17],
      ]),
    ),
  ).toEqual([])
})
