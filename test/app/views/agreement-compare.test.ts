import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareAgreements } from '#app/views/agreement-compare.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'

const at = new Date('2026-11-20T12:00:00Z')
const text = readFileSync(join(packageRoot, 'test/fixtures/baa/dev-01-harborlight-reviews.txt'), 'utf8')
const version = (body: string, id: string) => documentFromText(body, { id, name: `${id}.txt`, at })

test('the same text twice: nothing changed', () => {
  const compared = compareAgreements(version(text, 'a'), version(text, 'b'), at)
  expect(compared.verdicts.filter(({ changed }) => changed)).toEqual([])
  expect(compared.verdicts.length).toBe(27)
  expect(compared.facts).toEqual([])
  expect(compared.blocks).toEqual([])
  expect(compared.unchanged).toBeGreaterThan(20)
})

test('a breach clock that grew is one changed verdict, one changed fact and two words', () => {
  const longer = text.replace(/seventy-two \(72\) hours|72 hours/g, '75 days')
  expect(longer).not.toBe(text)
  const compared = compareAgreements(version(text, 'a'), version(longer, 'b'), at)
  const changed = compared.verdicts.filter((row) => row.changed).map(({ ref, from, to }) => [ref, from, to])
  expect(changed).toContainEqual(['S4', 'meets', 'conflicts'])
  expect(compared.facts.map(({ fact }) => fact)).toContain('Breach notice')
  const block = compared.blocks.find(({ kind }) => kind === 'changed')!
  expect(block.parts.some(({ kind, text: words }) => kind === 'added' && words.includes('75'))).toBe(true)
})

test('renumbering and moving a clause is neither new nor taken out', () => {
  const clauses = [
    'First words of the text stand here.',
    '2. Alpha shall keep records of every call it makes.',
    '3. Beta shall return all data within ten days.',
  ]
  const before = clauses.join('\n\n')
  const after = [
    clauses[0],
    '7. Beta shall return all data within ten days.',
    '9. Alpha shall keep records of every call it makes.',
  ].join('\n\n')
  const kinds = compareAgreements(version(before, 'a'), version(after, 'b'), at).blocks.map(({ kind }) => kind)
  expect(kinds).toEqual(['moved'])
})

test('a clause taken out and a clause put in are told apart from a change', () => {
  const before = ['Alpha shall keep records of every call it makes.', 'Beta may end this agreement at any time.'].join(
    '\n\n',
  )
  const after = ['Alpha shall keep records of every call and text it makes.', 'Gamma pays nothing.'].join('\n\n')
  const kinds = compareAgreements(version(before, 'a'), version(after, 'b'), at).blocks.map(({ kind }) => kind)
  expect(kinds).toEqual(['changed', 'removed', 'added'])
})
