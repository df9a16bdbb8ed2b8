// Packs a list of common English words, one a line, into the Bloom filter of checklists/knowledge/common-words.ts:
//   node scripts/pack-common-words.mjs WORDS.txt
// Words that name care are left out of the list; a term of the clinical tables never asks the filter.
import { readFileSync, writeFileSync } from 'node:fs'

const bitsAWord = 9.6
const hashes = 6
const [wordsFile] = process.argv.slice(2)
const words = readFileSync(wordsFile, 'utf8')
  .split(/\s+/)
  .filter((word) => word !== '')
const size = Math.ceil((words.length * bitsAWord) / 8) * 8
const bits = new Uint8Array(size / 8)
for (const word of words) {
  // FNV-1a and a second walk, as `isCommon` of checklists/messaging/everyday.ts reads them.
  let one = 0x811c9dc5
  let two = 5381
  for (let at = 0; at < word.length; at += 1) {
    one = Math.imul(one ^ word.charCodeAt(at), 0x01000193)
    two = (Math.imul(two, 33) ^ word.charCodeAt(at)) >>> 0
  }
  for (let turn = 0; turn < hashes; turn += 1) {
    const bit = ((one >>> 0) + Math.imul(turn, two | 1)) >>> 0
    bits[(bit % size) >> 3] |= 1 << ((bit % size) & 7)
  }
}
writeFileSync(
  'checklists/knowledge/common-words.ts',
  `/**
 * Common English words as a Bloom filter: ${words.length} stems of SCOWL (levels 10 to 35, copyright 2000-2016 Kevin Atkinson,
 * free for any use with this notice) without those that name care; about 1 in 100 other words is taken for one.
 * Made by scripts/pack-common-words.mjs. To add a word, write it into everyday-words.ts.
 */
export const commonWords = {
  hashes: ${hashes},
  bits: '${Buffer.from(bits).toString('base64')}',
} as const
`,
)
console.log(`${words.length} words, ${bits.length} bytes`)
