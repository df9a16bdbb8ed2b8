import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isCommonEnglish } from '#checklists/messaging/everyday.ts'
import { packageRoot } from '#scanners/package-root.ts'

test('every word of the list that was packed is found', () => {
  const words = readFileSync(join(packageRoot, 'scripts/common-words.txt'), 'utf8').trim().split('\n')
  expect(words.filter((word) => !isCommonEnglish(word))).toEqual([])
})

test('at most one in twenty words of no list is taken for common English', () => {
  const letters = 'bcdfglmnprstvz'
  const made = Array.from({ length: 2000 }, (_, turn) => {
    let rest = turn * 7919 + 13
    let word = ''
    for (let at = 0; at < 5; at += 1) {
      word += letters[rest % letters.length]! + 'aeiou'[(rest >> 3) % 5]!
      rest = (rest * 31 + 17) % 1_000_003
    }
    return word
  })
  expect(made.filter(isCommonEnglish).length).toBeLessThan(100)
})

test('words that name care are in no everyday list', () => {
  const words = 'biopsy cerclage mesothelioma hydrocele vomit urinate sedate tourniquet ulcer sperm womb'.split(' ')
  expect(words.filter(isCommonEnglish)).toEqual([])
})
