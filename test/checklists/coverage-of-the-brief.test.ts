import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checklists } from '#checklists/index.ts'
import { unusedRefs as unusedMessaging } from '#checklists/messaging/index.ts'
import { unusedRefs as unusedOptOut } from '#checklists/opt-out/index.ts'
import { unusedRefs as unusedTracking } from '#checklists/tracking/index.ts'
import { packageRoot } from '#scanners/package-root.ts'

const ids = new Set(checklists.flatMap((checklist) => checklist.requirements.map(({ id }) => id)))
const refs = new Set(checklists.flatMap((checklist) => checklist.requirements.flatMap(({ ref }) => (ref ? [ref] : []))))

/** Every bullet of the product owner's brief, in its order, with the lines that judge it. */
const brief: ReadonlyArray<readonly [bullet: string, ...lines: Array<string>]> = JSON.parse(
  readFileSync(join(packageRoot, 'test/checklists/brief-bullets.json'), 'utf8'),
)

/** Rows of the law table that no line judges, with the reason. */
const unused: Record<string, string> = {
  ...JSON.parse(readFileSync(join(packageRoot, 'test/checklists/law-rows-unused.json'), 'utf8')),
  ...unusedTracking,
  ...unusedMessaging,
  ...unusedOptOut,
}
const lawRows: ReadonlyArray<string> = JSON.parse(
  readFileSync(join(packageRoot, 'test/checklists/law-rows.json'), 'utf8'),
)

test('every bullet of the brief is judged by a line that exists', () => {
  expect(brief.filter(([, ...lines]) => lines.length === 0)).toEqual([])
  expect(
    brief.flatMap(([bullet, ...lines]) => lines.filter((id) => !ids.has(id)).map((id) => `${bullet}: ${id}`)),
  ).toEqual([])
})

test('every row of the law table is referenced by a line or listed as unused with its reason', () => {
  expect(lawRows.filter((row) => !refs.has(row) && !Object.hasOwn(unused, row))).toEqual([])
  expect(Object.keys(unused).filter((row) => refs.has(row))).toEqual([])
  expect(Object.entries(unused).filter(([, reason]) => reason.length < 10)).toEqual([])
})

test('no ref names a row that does not exist', () => {
  expect([...refs].filter((ref) => !lawRows.includes(ref))).toEqual([])
})

test('the checklists hold at least what the skeleton promises', () => {
  const count = (id: string) => checklists.find((checklist) => checklist.id === id)!.requirements.length
  expect(count('vendor')).toBeGreaterThanOrEqual(24)
  expect(count('practice')).toBeGreaterThanOrEqual(20)
  expect(readdirSync(join(packageRoot, 'test/cases')).length).toBeGreaterThan(0)
})

test('our own sentences are short: no title, reason or fix over 25 words', () => {
  const long = checklists.flatMap((checklist) =>
    checklist.requirements.flatMap(({ id, title, why, fix }) =>
      [title, why, fix].flatMap((text) =>
        text
          .split(/(?<=[.?!])\s+/)
          .filter((sentence) => sentence.split(/\s+/).length > 25)
          .map((sentence) => `${id}: ${sentence}`),
      ),
    ),
  )
  expect(long).toEqual([])
})
