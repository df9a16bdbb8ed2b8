import { expect, test } from 'vitest'
import { describeProblem, isProblemCode, problemCodes, ScanProblem } from '#scanners/problem.ts'

test('each code says what is wrong in one sentence and what to do in one, both short', () => {
  const bad = problemCodes.filter((code) => {
    const { says, hint } = describeProblem(code)
    return [says, hint].some((text) => !/^[A-Z“].*\.$/.test(text) || text.split(/\s+/).length > 25)
  })
  expect(bad).toEqual([])
})

test('codes are kebab-case and known by name only', () => {
  expect(problemCodes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([])
  expect(isProblemCode('no-browser')).toBe(true)
  expect(isProblemCode('toString')).toBe(false)
})

test('a problem carries its code, and its detail beside it', () => {
  expect(new ScanProblem('dns', 'practice.example')).toMatchObject({ code: 'dns', detail: 'practice.example' })
  expect(new ScanProblem('dns').message).toContain('could not be found')
})
