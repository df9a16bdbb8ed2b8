import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from '#app/cli/baa-check.ts'
import { exit } from '#app/cli/command.ts'
import { packageRoot } from '#scanners/package-root.ts'

const fixture = (name: string) => join(packageRoot, 'test/fixtures/baa', `${name}.txt`)

async function run(...args: Array<string>): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await command.run(args, {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    readStdin: async () => Buffer.from(readFileSync(fixture('dev-24-birchwood-compact'))),
    colour: false,
    progressBar: false,
    signal: new AbortController().signal,
  })
  return { code, ...said }
}

test('a complete agreement exits 0 and prints the contract of the command line', async () => {
  const { code, out } = await run(fixture('dev-22-meridian-regional'), '--json', '--now', '2026-11-24T00:00:00Z')
  const json = JSON.parse(out) as Record<string, Record<string, unknown>>
  expect(code).toBe(exit.ok)
  expect(Object.keys(json.clauses!)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6'])
  expect(Object.keys(json.elements!)).toHaveLength(17)
  expect(json.facts).toMatchObject({ audit: 'ce_own', breach: { kind: 'fixed', n: 4 } })
  expect(json.score).toHaveProperty('practiceBar')
})

test('findings exit 1, a refusal exits 3, several files print an array and the worst code', async () => {
  expect((await run(fixture('dev-20-blastwave-clickwrap'))).code).toBe(exit.findings)
  const refused = await run(fixture('neg-01-mutual-nda'), '--json')
  expect(refused.code).toBe(exit.unread)
  expect(JSON.parse(refused.out)).toMatchObject({ isBaa: false, kind: 'other', refusal: { code: 'not-a-baa' } })
  const both = await run(fixture('neg-01-mutual-nda'), fixture('dev-20-blastwave-clickwrap'), '--json')
  expect(both.code).toBe(exit.findings)
  expect(JSON.parse(both.out)).toHaveLength(2)
})

test('an almost-BAA keeps its readings and gives no verdict', async () => {
  const { code, out } = await run(fixture('almost-04-first-amendment'), '--json')
  const json = JSON.parse(out) as { kind: string; clauses: { S4: { reading: string; verdict: string } } }
  expect(code).toBe(exit.unread)
  expect(json.kind).toBe('almost')
  expect(json.clauses.S4).toMatchObject({ reading: 'contrary', verdict: 'unknown' })
})

test('reads standard input and prints a table with both axes', async () => {
  const { code, out } = await run('-')
  expect(out).toContain('Legal floor 17/17')
  expect(code).toBe(exit.ok)
})

test('a vendor that is no party is named', async () => {
  const { code, out } = await run(fixture('dev-01-harborlight-reviews'), '--vendor', 'Tumbleweed Texting LLC')
  expect(code).toBe(exit.unread)
  expect(out).toContain('you are assessing Tumbleweed Texting LLC')
})
