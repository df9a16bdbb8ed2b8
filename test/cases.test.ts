import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assess } from '#checklists/assess.ts'
import { checklists } from '#checklists/index.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { caseEvidence, caseTime, type fillEvidence } from './case-evidence.ts'

const root = join(packageRoot, 'test/cases')

type CaseFile = { note?: string; at?: string; because?: string; evidence: Array<Parameters<typeof fillEvidence>[0]> }

const all = checklists.flatMap((checklist) => checklist.requirements.map((entry) => ({ checklist, entry })))
const folders = existsSync(root)
  ? readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : []

test('every requirement has a citation, a pass case and a fail case', () => {
  const lacking = all.flatMap(({ entry }) => {
    const folder = join(root, entry.id)
    const verdicts = new Set(existsSync(folder) ? readdirSync(folder).map((name) => name.split('.').at(-2)) : [])
    const wanted = entry.scored === false ? ['not-applicable'] : ['pass', 'fail']
    const gaps = wanted.filter((verdict) => !verdicts.has(verdict)).map((verdict) => `${entry.id}: no ${verdict} case`)
    return entry.cites.length === 0 ? [...gaps, `${entry.id}: no citation`] : gaps
  })
  expect(lacking).toEqual([])
})

test('ids are unique, start with their checklist, and no case folder is without its requirement', () => {
  const ids = all.map(({ entry }) => entry.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(
    all.filter(({ checklist, entry }) => !entry.id.startsWith(`${checklist.id}.`)).map(({ entry }) => entry.id),
  ).toEqual([])
  expect(folders.map((folder) => folder.name).filter((name) => !ids.includes(name))).toEqual([])
})

for (const folder of folders) {
  for (const file of readdirSync(join(root, folder.name))) {
    test(`${folder.name} · ${file}`, async () => {
      const given = JSON.parse(readFileSync(join(root, folder.name, file), 'utf8')) as CaseFile
      const found = all.find(({ entry }) => entry.id === folder.name)
      const only = { ...found!.checklist, requirements: [found!.entry] }
      const evidence = await Promise.all(given.evidence.map(caseEvidence))
      const [finding] = assess([only], evidence, new Date(given.at ?? caseTime)).findings
      expect(finding, finding?.because).toMatchObject({ verdict: file.split('.').at(-2) })
      if (given.because !== undefined) expect(finding!.because).toContain(given.because)
    })
  }
}
