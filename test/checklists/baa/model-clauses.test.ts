import { join } from 'node:path'
import { expect, test } from 'vitest'
import { modelClauses } from '#checklists/baa/model-clauses.ts'
import { clauseIds, elementIds } from '#checklists/baa/reading.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { tryFolder } from '../../bench/baa/model-sentences.ts'

const tried = tryFolder(join(packageRoot, 'test/fixtures/baa'))

test('a model clause put into an agreement that lacks it turns that reading to present', () => {
  const absent = tried.filter(({ was }) => was === 'absent')
  expect(absent.length).toBeGreaterThan(30)
  expect(absent.filter(({ now }) => now !== 'present').map(({ what }) => what)).toEqual([])
})

test('beside a weak clause it does so too, save where other words of the agreement take it back', () => {
  const partial = tried.filter(({ was }) => was === 'partial')
  expect(partial.filter(({ now }) => now !== 'present').length).toBeLessThanOrEqual(partial.length * 0.15)
})

test('it changes nothing else but what is tied to it', () => {
  expect(tried.filter(({ touched }) => touched.length > 0).length).toBeLessThanOrEqual(tried.length * 0.02)
})

test('every line that can be short has a clause; S5 is R16 and R17', () => {
  const ids = modelClauses.map(({ id }) => id)
  expect([...elementIds, ...clauseIds].filter((id) => id !== 'S5' && !ids.includes(id))).toEqual([])
})
