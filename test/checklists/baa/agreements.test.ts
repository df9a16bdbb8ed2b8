import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import { scoreAgreement } from '#checklists/baa/score-agreement.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { macroF1, scoreFolder } from '../../bench/baa/score.ts'

const fixtures = join(packageRoot, 'test/fixtures')
const isAgreement = (_: string, label: { is_baa: boolean; kind: string }) => label.is_baa && label.kind !== 'almost'

test('reads the labelled agreements at 99 % with no false pass on the watched lines', () => {
  const tally = scoreFolder(join(fixtures, 'baa'), isAgreement)
  expect(tally.right / tally.lines).toBeGreaterThanOrEqual(0.99)
  expect(macroF1(tally)).toBeGreaterThanOrEqual(0.95)
  expect(tally.falsePasses).toEqual([])
  expect(tally.undetermined).toBe(0)
})

test('breach clocks and audit holders of the labelled agreements are exact', () => {
  const tally = scoreFolder(join(fixtures, 'baa'), isAgreement)
  for (const fact of ['breach', 'breach tiers', 'audit']) expect(tally.facts.get(fact)).toEqual({ right: 24, all: 24 })
})

test('every quote is an exact slice of the text, and meets the labelled words', () => {
  const tally = scoreFolder(join(fixtures, 'baa'), isAgreement)
  expect(tally.verbatim).toBe(tally.quotes)
  expect(tally.bareQuotes).toBe(0)
  expect(tally.overlap.right / tally.overlap.all).toBeGreaterThanOrEqual(0.95)
})

test('tells agreements, papers about agreements and other papers apart', () => {
  for (const folder of ['baa', 'baa-own'])
    expect(scoreFolder(join(fixtures, folder), () => true).kinds.misses).toEqual([])
})

test('reads agreements written in other styles at 97 % with no false pass', () => {
  const tally = scoreFolder(join(fixtures, 'baa-own'), isAgreement)
  expect(tally.right / tally.lines).toBeGreaterThanOrEqual(0.97)
  expect(tally.falsePasses).toEqual([])
})

test('reads agreements a second writer wrote without sight of the engine', () => {
  const tally = scoreFolder(join(fixtures, 'baa-blind'), isAgreement)
  expect(tally.right / tally.lines).toBeGreaterThanOrEqual(0.97)
  expect(tally.falsePasses).toEqual([])
  expect(scoreFolder(join(fixtures, 'baa-blind'), (_, label) => !label.is_baa).kinds.misses).toEqual([])
})

test('reads the later blind batches, which it has learned from since', () => {
  const tally = scoreFolder(join(fixtures, 'baa-learned'), isAgreement)
  expect(tally.right / tally.lines).toBeGreaterThanOrEqual(0.98)
  expect(tally.falsePasses).toEqual([])
  expect(tally.verbatim).toBe(tally.quotes)
})

test('two runs over one text give the same bytes', () => {
  for (const name of readdirSync(join(fixtures, 'baa')).filter((file) => file.endsWith('.txt'))) {
    const text = readFileSync(join(fixtures, 'baa', name), 'utf8')
    const run = () => JSON.stringify(readAgreement(documentFromText(text, { id: 'd', name, at: new Date(0) })))
    expect(run()).toBe(run())
  }
})

test('practice bar and legal floor are scored apart, options in neither', () => {
  const text = readFileSync(join(fixtures, 'baa/dev-08-st-brannoc-health.txt'), 'utf8')
  const reading = readAgreement(documentFromText(text, { id: 'd', name: 'd.txt', at: new Date(0) }))
  const { practiceBar, legalFloor } = scoreAgreement(reading)
  expect(practiceBar.grade).toBe('A')
  expect(legalFloor.blockedBy).toEqual(['baa.secretary-access'])
})
