import { expect, test } from 'vitest'
import { calendarDays, durationsIn } from '#checklists/baa/facts/durations.ts'

const first = (text: string) => {
  const { n, unit, cal } = durationsIn(text)[0]!
  return [n, unit, cal]
}

test('reads numbers in words, digits, pairs and ordinals', () => {
  expect(first('within thirty (30) days')).toEqual([30, 'days', 'unspecified'])
  expect(first('within 15 (fifteen) business days')).toEqual([15, 'days', 'business'])
  expect(first('within seventy-two hours')).toEqual([72, 'hours', null])
  expect(first('by the twentieth calendar day after')).toEqual([20, 'days', 'calendar'])
  expect(first('within one hundred twenty days')).toEqual([120, 'days', 'unspecified'])
  expect(first('<= 36 hours')).toEqual([36, 'hours', null])
  expect(first('within a week')).toEqual([7, 'days', 'unspecified'])
  expect(first('the next business day')).toEqual([1, 'days', 'business'])
})

test('words and digits that differ are both kept', () => {
  expect(durationsIn('fifteen (51) days')[0]).toMatchObject({ n: 15, other: 51 })
})

test('42 business days are the last within 60 calendar days; two months can be 62', () => {
  expect(calendarDays({ n: 42, unit: 'days', cal: 'business' })).toBeLessThanOrEqual(60)
  expect(calendarDays({ n: 43, unit: 'days', cal: 'business' })).toBeGreaterThan(60)
  expect(calendarDays(durationsIn('two months')[0]!)).toBe(62)
  expect(calendarDays({ n: 1440, unit: 'hours', cal: null })).toBe(60)
})
