import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

type Row = { requirement: string; level: string; state: string; proof: string; title: string; reason: string }

const rows = parse(readFileSync('test/asvs.csv', 'utf8'), { columns: true }) as Array<Row>

/** Requirements of levels 1 and 2 in each chapter of version 5.0.0. */
const chapters: Readonly<Record<string, number>> = {
  '1': 27,
  '2': 11,
  '3': 19,
  '4': 10,
  '5': 9,
  '6': 35,
  '7': 18,
  '8': 7,
  '9': 7,
  '10': 29,
  '11': 14,
  '12': 9,
  '13': 13,
  '14': 9,
  '15': 13,
  '16': 16,
  '17': 7,
}

test('every requirement of levels 1 and 2 has one row', () => {
  expect(new Set(rows.map(({ requirement }) => requirement)).size).toBe(rows.length)
  const counted: Record<string, number> = {}
  for (const { requirement } of rows) {
    const chapter = requirement.split('.')[0]!
    counted[chapter] = (counted[chapter] ?? 0) + 1
  }
  expect(counted).toEqual(chapters)
  const ofLevel = (level: string) => rows.filter((row) => row.level === level).length
  expect([ofLevel('1'), ofLevel('2')]).toEqual([70, 183])
})

test('each proof is a test that exists under this title, or a section of SECURITY.md; all else has its reason', () => {
  const wrong: Array<string> = []
  for (const { requirement, state, proof, title, reason } of rows) {
    const text = proof !== '' && existsSync(proof) ? readFileSync(proof, 'utf8') : null
    if (state === 'tested') {
      const isTest = /^test\/.+\.test\.ts$/.test(proof) && text !== null
      const titles = [...(text ?? '').matchAll(/test(?:\.\w+)?\(\s*(['"`])(.*?)\1/gs)].map((found) => found[2]!)
      if (!isTest || !titles.some((one) => one.includes(title)) || title.length < 4)
        wrong.push(`${requirement}: ${proof} has no test "${title}"`)
    } else if (state === 'documented') {
      if (proof !== 'SECURITY.md' || !text?.includes(`\n## ${title}\n`))
        wrong.push(`${requirement}: no section "${title}"`)
    } else if (state === 'not-applicable' || state === 'open') {
      if (proof !== '' || reason.length < 12) wrong.push(`${requirement}: gives no reason`)
    } else wrong.push(`${requirement}: "${state}" is no state`)
  }
  expect(wrong).toEqual([])
})
