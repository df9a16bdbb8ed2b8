import { expect, test } from 'vitest'
import type { Captured } from '#scanners/site/capture/recorder.ts'
import { retryAfterMs } from '#scanners/site/capture/retry-after.ts'

const now = Date.parse('2026-03-01T10:00:00Z')
const answer = (status: number, header?: string) =>
  ({ status, responseHeaders: header === undefined ? {} : { 'Retry-After': header } }) as unknown as Captured

test('a busy site is left alone as long as it asks, in seconds or until a date', () => {
  expect(retryAfterMs(answer(503, '7'), now)).toBe(7_000)
  expect(retryAfterMs(answer(429, 'Sun, 01 Mar 2026 10:00:12 GMT'), now)).toBe(12_000)
  expect(retryAfterMs(answer(429, 'Sun, 01 Mar 2026 09:00:00 GMT'), now)).toBe(0)
})

test('no wait without a word of it, for other answers, or for longer than a scan lasts', () => {
  expect(retryAfterMs(answer(503), now)).toBeUndefined()
  expect(retryAfterMs(answer(503, 'soon'), now)).toBeUndefined()
  expect(retryAfterMs(answer(404, '1'), now)).toBeUndefined()
  expect(retryAfterMs(answer(503, '3600'), now)).toBeUndefined()
  expect(retryAfterMs(undefined, now)).toBeUndefined()
})
