import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#scanners/package-root.ts'
import { compose, type GrammarTally, scoreGrammar } from '../../bench/baa/grammar.ts'

const folder = join(packageRoot, 'test/fixtures/baa-grammar')
const perLine = process.env.PROVISO_TEST_FULL === undefined ? 4 : 120
const share = (table: GrammarTally['met']) => {
  const all = [...table.values()]
  return all.reduce((sum, { right }) => sum + right, 0) / all.reduce((sum, entry) => sum + entry.all, 0)
}

test('composed sentences are read as their slots say, near misses are not', () => {
  const tally = scoreGrammar(compose(folder, perLine, false))
  expect(share(tally.met)).toBeGreaterThanOrEqual(0.9)
  expect(share(tally.refused)).toBeGreaterThanOrEqual(0.95)
  expect(tally.clocks.right / tally.clocks.all).toBeGreaterThanOrEqual(0.95)
})
