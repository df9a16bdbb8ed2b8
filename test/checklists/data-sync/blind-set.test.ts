import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { auditFields } from '#checklists/data-sync/audit-fields.ts'
import { readFields } from '#scanners/field/read-fields.ts'
import { packageRoot } from '#scanners/package-root.ts'

type Feed = {
  id: string
  input: 'csv' | 'tsv' | 'json' | 'fhir' | 'elements' | 'scopes' | 'hl7'
  text: string
  fields: Array<{ name: string; class: string | null; verdict: string }>
  verdict: string
  note: string
}

// Written by somebody who had not seen the engine; read after its first scoring and learned from.
const feeds = readFileSync(join(packageRoot, 'test/fixtures/fields/blind-one.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Feed)
const extensions = { csv: 'csv', tsv: 'tsv', json: 'json', fhir: 'json', elements: 'txt', scopes: 'txt', hl7: 'hl7' }

test.each(feeds)('$id $input: $note', async ({ input, text, fields, verdict }) => {
  const read = await readFields(strToU8(text), `feed.${extensions[input]}`)
  const result = auditFields(read.fields)
  expect(result.verdict).toBe(verdict)
  // A label may name a whole resource, of which a sample shows elements.
  const got = new Map(read.fields.map(({ path }, at) => [path, result.fields[at]?.verdict]))
  for (const wanted of fields)
    if (got.has(wanted.name)) expect(`${wanted.name} ${got.get(wanted.name)}`).toBe(`${wanted.name} ${wanted.verdict}`)
})
