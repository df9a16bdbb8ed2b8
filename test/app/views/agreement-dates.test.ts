import { expect, test } from 'vitest'
import { daysUntil, endingAgreements } from '#app/views/agreement-dates.ts'

const ends = (inForceTo: string | null, subjectId = 's') => ({ subjectId, vendor: subjectId, inForceTo })

test('each stage begins on its day, and overdue the day after', () => {
  const stageOn = (today: string) => endingAgreements([ends('2027-03-01')], today)[0]?.stage
  expect(stageOn('2026-12-30')).toBeUndefined()
  expect(stageOn('2026-12-31')).toBe('within 60 days')
  expect(stageOn('2027-01-30')).toBe('within 30 days')
  expect(stageOn('2027-02-22')).toBe('within 7 days')
  expect(stageOn('2027-03-01')).toBe('today')
  expect(stageOn('2027-03-02')).toBe('overdue')
})

test('the most urgent comes first, and an agreement without an end is none', () => {
  const rows = endingAgreements([ends('2027-01-20', 'a'), ends(null, 'b'), ends('2026-12-01', 'c')], '2026-12-15')
  expect(rows.map(({ vendor, daysLeft }) => [vendor, daysLeft])).toEqual([
    ['c', -14],
    ['a', 36],
  ])
})

test('a day with a clock change is one day', () => {
  expect(daysUntil('2026-03-09', '2026-03-08')).toBe(1)
  expect(daysUntil('2026-11-02', '2026-11-01')).toBe(1)
})
