import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayMatch, neededWords } from '#checklists/baa/text/needed-words.ts'

test('the words a pattern cannot do without are read off it', () => {
  expect(neededWords(/\bno (?:use|disclosure) of _phi(?: by _ba)? is\b/g)).toEqual([' of _phi'])
  expect(neededWords(/^_(ba|ce): (?=(?:may|shall) )/g)).toEqual(['may', 'shall'])
  expect(neededWords(/\b(?:reports?|tells?|(?:is|are) told)\b/g)).toEqual(['report', 'tell', ' told'])
  expect(neededWords(/(?<!not )ab+c{2,}(?:x|yy)*\d+\.(?! z)/g)).toEqual(['ab'])
  for (const open of [/\s+/g, /a|/g, /(?:abc)?/g, /abc/gi, /[abc]{2}/g, /(?:abc|\d)/g])
    expect(neededWords(open)).toBeNull()
})

test('no text a pattern matches is turned away', () => {
  for (const pattern of [
    /(use|uses|used)\/(disclos\w+)/g,
    /x{0,2}(?:a[bc]+|d{2}e?|(?:fg|h\+)+)(?:i|jk)?\.\u00e9[^\]\d]l{1,2}/g,
    /^_ba: (?:no (?:use|further)|(?:[a-z]+,? ){0,2}safeguards?)$/g,
    /(?:a|(?:b|c{2})d*)\((?:e|f)\)|gh*i|\/s\//g,
  ])
    fc.assert(fc.property(fc.stringMatching(new RegExp(pattern.source)), (text) => mayMatch(pattern, text)))
})
