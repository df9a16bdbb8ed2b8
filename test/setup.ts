import { afterEach, beforeEach, expect, vi } from 'vitest'

// An error nobody expected on the console is a failure, not noise.
beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  const spy = vi.mocked(console.error)
  if (vi.isMockFunction(console.error)) expect(spy.mock.calls).toEqual([])
  vi.restoreAllMocks()
})
