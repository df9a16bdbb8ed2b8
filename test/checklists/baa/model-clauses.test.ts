import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillClause, modelClauses, termsOf } from '#checklists/baa/model-clauses.ts'
import { readAgreement } from '#checklists/baa/read-agreement.ts'
import { clauseIds, elementIds, type LineId } from '#checklists/baa/reading.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { packageRoot } from '#scanners/package-root.ts'

const folder = join(packageRoot, 'test/fixtures/baa')
const agreements = readdirSync(folder).filter((name) => /^dev-.*\.txt$/.test(name))

function read(text: string, name: string) {
  return readAgreement(documentFromText(text, { id: name, name, at: new Date(0) }))
}

/** Before the signatures, where a new clause would be written. */
function insert(text: string, clause: string): string {
  const signatures = /\n[^\n]*(?:IN WITNESS|SIGNED|Signed|Signature|Agreed:|By:)/.exec(text)
  const at = signatures?.index ?? text.length
  return `${text.slice(0, at)}\n\n${clause}\n\n${text.slice(at)}`
}

/** Readings that follow from others (baa.md 4): they may turn together. */
const tied: Record<string, ReadonlyArray<LineId>> = {
  R09: ['S3', 'R10'],
  R10: ['S3', 'R09'],
  R16: ['S5'],
  R17: ['S5'],
  S1: ['R01'],
  S2: ['R04'],
  S3: ['R09', 'R10'],
  S4: ['R08'],
}

const tried = agreements.flatMap((name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  const before = read(text, name)
  return modelClauses.flatMap((clause) => {
    const was = before.lines[clause.id]?.reading
    if (was !== 'absent' && was !== 'partial') return []
    const after = read(insert(text, fillClause(clause.text, termsOf(before.facts))), name)
    const allowed = [clause.id, ...(tied[clause.id] ?? [])]
    const touched = [...clauseIds, ...elementIds].filter(
      (id) => !allowed.includes(id) && before.lines[id]?.reading !== after.lines[id]?.reading,
    )
    return [{ what: `${clause.id} in ${name}`, was, now: after.lines[clause.id]?.reading, touched }]
  })
})

test('a model clause put into an agreement that lacks it turns that reading to present', () => {
  const absent = tried.filter(({ was }) => was === 'absent')
  expect(absent.length).toBeGreaterThan(30)
  expect(absent.filter(({ now }) => now !== 'present').map(({ what }) => what)).toEqual([])
})

test('beside a weak clause it does so too, save where other words of the agreement take it back', () => {
  const partial = tried.filter(({ was }) => was === 'partial')
  expect(partial.filter(({ now }) => now !== 'present').length).toBeLessThanOrEqual(partial.length * 0.15)
})

test('it changes nothing else but what is tied to it', () => {
  expect(tried.filter(({ touched }) => touched.length > 0).length).toBeLessThanOrEqual(tried.length * 0.02)
})

test('every line that can be short has a clause; S5 is R16 and R17', () => {
  const ids = modelClauses.map(({ id }) => id)
  expect([...elementIds, ...clauseIds].filter((id) => id !== 'S5' && !ids.includes(id))).toEqual([])
})
