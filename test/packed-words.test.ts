import { expect, test } from 'vitest'
import { packWords, wordLists } from '../scripts/packed-words.ts'
import { unpackWords } from '../scripts/unpack-words.ts'

test('packing loses and adds no term of any list', () => {
  const lists = wordLists()
  const { heads, tails, signs } = packWords(lists.map(({ terms }) => terms))
  const back = unpackWords(heads, tails, signs).map((text) => text.split('\n').sort())
  expect(lists.length).toBeGreaterThan(30)
  expect(back).toEqual(lists.map(({ terms }) => [...terms].sort()))
})

test('a term that the packing could not tell from its own signs is refused, with the term in the message', () => {
  expect(() => packWords([['knee'], ['a*b']])).toThrow('"a*b" cannot be packed')
  expect(() => packWords([['Knee']])).toThrow('"Knee" cannot be packed')
})

test('words that open alike, lists that share words and letters beyond ASCII come back', () => {
  const lists = [['knee', 'knee brace', 'kneecap'], ['knee', 'señal'], []]
  const { heads, tails, signs } = packWords(lists)
  expect(unpackWords(heads, tails, signs)).toEqual(['knee\nknee brace\nkneecap', 'knee\nseñal', ''])
})
