import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluateCase, workedCasesSchema } from '#checklists/opt-out/worked-case.ts'
import { packageRoot } from '#scanners/package-root.ts'

for (const file of ['worked-cases.json', 'worked-cases-blind-7.json', 'worked-cases-blind-8.json']) {
  const { cases } = workedCasesSchema.parse(
    JSON.parse(readFileSync(join(packageRoot, 'test/fixtures/opt-out', file), 'utf8')),
  )
  for (const given of cases) {
    test(`${file} ${given.id}: ${given.title}`, () => {
      expect(evaluateCase(given), String(given.explanation)).toEqual(given.expected)
    })
  }
}
