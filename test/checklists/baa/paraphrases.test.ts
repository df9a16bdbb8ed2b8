import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#scanners/package-root.ts'
import { scoreParaphrases } from '../../bench/baa/paraphrases.ts'

test('a duty is met in many wordings, and a near miss of it is not', () => {
  const tally = scoreParaphrases(
    join(packageRoot, 'test/fixtures/baa-paraphrases'),
    process.env.PROVISO_TEST_FULL === undefined,
  )
  expect(tally.present.right / tally.present.all).toBeGreaterThanOrEqual(0.99)
  expect(tally.notPresent.right / tally.notPresent.all).toBeGreaterThanOrEqual(0.99)
  expect(tally.falsePresent).toEqual([])
})

test('a duty told across sentences, by what is denied or extended, is met; its near misses are not', () => {
  const tally = scoreParaphrases(join(packageRoot, 'test/fixtures/baa-constructs'), true)
  expect(tally.present.right / tally.present.all).toBeGreaterThanOrEqual(0.88)
  expect(tally.falsePresent).toEqual([])
})

test('drafting variants of each duty are met, and their near misses are not', () => {
  const tally = scoreParaphrases(
    join(packageRoot, 'test/fixtures/baa-drafting'),
    process.env.PROVISO_TEST_FULL === undefined,
  )
  expect(tally.present.right / tally.present.all).toBeGreaterThanOrEqual(0.98)
  expect(tally.notPresent.right / tally.notPresent.all).toBeGreaterThanOrEqual(0.99)
  expect(tally.falsePresent).toEqual([])
})

test('words that only resemble a duty, or leave it to the vendor, are no duty; their counterparts are', () => {
  const tally = scoreParaphrases(
    join(packageRoot, 'test/fixtures/baa-near-misses'),
    process.env.PROVISO_TEST_FULL === undefined,
  )
  expect(tally.falsePresent).toEqual([])
  expect(tally.missed).toEqual([])
})
