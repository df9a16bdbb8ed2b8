import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isCommonEnglish } from '#checklists/messaging/everyday.ts'
import { packageRoot } from '#scanners/package-root.ts'

test('every word of the list that was packed is found', () => {
  const words = readFileSync(join(packageRoot, 'scripts/common-words.txt'), 'utf8').trim().split('\n')
  expect(words.filter((word) => !isCommonEnglish(word))).toEqual([])
})

function madeUp(syllables: number): Array<string> {
  const letters = 'bcdfglmnprstvz'
  return Array.from({ length: 2000 }, (_, turn) => {
    let rest = turn * 7919 + 13
    let word = ''
    for (let at = 0; at < syllables; at += 1) {
      word += letters[rest % letters.length]! + 'aeiou'[(rest >> 3) % 5]!
      rest = (rest * 31 + 17) % 1_000_003
    }
    return word
  })
}

test('at most one in twenty words of no list is taken for common English', () => {
  expect(madeUp(5).filter(isCommonEnglish).length).toBeLessThan(100)
})

test('a long word of no list is never taken for common English by chance', () => {
  expect(madeUp(8).filter(isCommonEnglish)).toEqual([])
})

test('words that name care are in no everyday list', () => {
  const words = 'biopsy cerclage mesothelioma hydrocele vomit urinate sedate tourniquet ulcer sperm womb'.split(' ')
  expect(words.filter(isCommonEnglish)).toEqual([])
})
