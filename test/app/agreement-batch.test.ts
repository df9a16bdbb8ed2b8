import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { checkAgreements, checkedAgreements, maxCheckedFiles } from '#app/use-cases/check-agreements.ts'
import { listSubjects } from '#app/use-cases/list-subjects.ts'
import { Forbidden, InvalidInput } from '#app/use-cases/problem.ts'
import { scopeOf } from '#app/use-cases/scope.ts'
import { batchRows, sortingOf } from '#app/views/agreement-batch.ts'
import { pdfFromText } from '#test/document-files.ts'
import { addOrganisation } from '../db/store.ts'
import { openPortal, setUpOwner } from './portal.ts'
import { agreement, bothSigned } from './sample-agreement.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const signal = new AbortController().signal
const files = [
  { name: 'b.txt', bytes: bytes(agreement('Brightline Reviews LLC', bothSigned)) },
  { name: '../../etc/a.txt', bytes: bytes(readFileSync('test/fixtures/baa/neg-01-mutual-nda.txt', 'utf8')) },
  { name: 'c.txt', bytes: bytes(readFileSync('test/fixtures/documents/harborlight.txt', 'utf8')) },
  { name: 'empty.txt', bytes: bytes('') },
  { name: 'broken.pdf', bytes: bytes('no PDF at all') },
]

async function checked() {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  await checkAgreements(proviso, actor, { files }, signal)
  const table = checkedAgreements(proviso, actor)
  if (table === null) throw new Error('The table was not kept.')
  return { proviso, actor, rows: table.rows }
}

const sorted = (rows: Parameters<typeof batchRows>[0], query: string) =>
  batchRows(rows, sortingOf(new URLSearchParams(query))).map(({ file }) => file)

test('many files are read at once: agreements with their figures, anything else with what is wrong', async () => {
  const { proviso, actor, rows } = await checked()
  expect(rows.map(({ name, problem }) => [name, problem?.code ?? null])).toEqual([
    ['b.txt', null],
    ['a.txt', 'not-a-baa'],
    ['c.txt', null],
    ['empty.txt', 'empty-input'],
    ['broken.pdf', expect.stringMatching(/^(?:unsupported-type|unreadable-document)$/)],
  ])
  expect(rows[0]).toMatchObject({
    associate: 'Brightline Reviews LLC',
    entity: 'Harbor Family Clinic',
    audit: 'hhs_only',
  })
  expect(rows[0]?.breach).toMatchObject({ kind: 'fixed', n: 10, unit: 'days' })
  const [row] = batchRows(rows, { by: 'file', down: false }).filter(({ file }) => file === 'b.txt')
  expect(row).toMatchObject({ breach: '10 days', audit: 'HHS only', problem: null })
  expect(row?.floor).toBeGreaterThan(5)
  // Nothing was taken in: no vendor, no file, no words of an agreement.
  expect(listSubjects(proviso, actor, { kind: 'vendor', search: '', page: 1 }).total).toBe(0)
  expect(JSON.stringify(rows)).not.toContain('shall')
})

test('a word for a party is never shown as its name', async () => {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  const text = agreement('Brightline Reviews LLC', bothSigned).replaceAll('Brightline Reviews LLC', 'the vendor')
  await checkAgreements(proviso, actor, { files: [{ name: 'nobody.txt', bytes: bytes(text) }] }, signal)
  const [row] = checkedAgreements(proviso, actor)!.rows
  expect(row?.associate).toMatch(/^“.+”, no name read$/)
})

test('what was not read stands beside the figures, and no count of conflicts is made of it', async () => {
  const text = agreement('Brightline Reviews LLC', bothSigned)
  const mixed = await PDFDocument.load(await pdfFromText(text))
  const pages = mixed.getPageCount()
  const picture = await mixed.embedPng(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  )
  mixed.addPage([612, 792]).drawImage(picture, { x: 0, y: 0, width: 612, height: 792 })
  const given = [
    { name: 'mixed.pdf', bytes: new Uint8Array(await mixed.save()) },
    { name: 'whole.txt', bytes: bytes(text) },
    { name: 'unsigned.txt', bytes: bytes(agreement('Brightline Reviews LLC', '')) },
  ]
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  await checkAgreements(proviso, actor, { files: given }, signal)
  const { rows } = checkedAgreements(proviso, actor)!
  const [mixedRow, unsigned, whole] = batchRows(rows, { by: 'file', down: false })
  expect(mixedRow).toMatchObject({ file: 'mixed.pdf', problem: null, conflicts: null })
  expect(mixedRow?.warnings).toContainEqual(expect.stringContaining(`Page ${pages + 1} could not be read`))
  expect(unsigned?.warnings).toContainEqual(expect.stringContaining('No signature was found'))
  expect(whole).toMatchObject({ conflicts: 0, warnings: [] })
  // A table of before says nothing of what was not read: the files are asked for again.
  const { drafts } = scopeOf(proviso, actor)
  const before = rows.map(({ warnings: _, ...row }) => row)
  drafts.save('agreement-batch', { rows: before })
  expect(checkedAgreements(proviso, actor)).toBeNull()
})

test('the table sorts by each of its columns, both ways; what has no value stands last', async () => {
  const { rows } = await checked()
  expect(sorted(rows, '')).toEqual(['a.txt', 'b.txt', 'broken.pdf', 'c.txt', 'empty.txt'])
  expect(sorted(rows, 'sort=file&order=down')).toEqual(['empty.txt', 'c.txt', 'broken.pdf', 'b.txt', 'a.txt'])
  for (const key of ['vendor', 'practice', 'bar', 'floor', 'conflicts', 'breach', 'audit']) {
    const [up, down] = [sorted(rows, `sort=${key}`), sorted(rows, `sort=${key}&order=down`)]
    expect([key, up.slice(0, 2).sort(), up.slice(2)]).toEqual([
      key,
      ['b.txt', 'c.txt'],
      ['a.txt', 'broken.pdf', 'empty.txt'],
    ])
    expect([key, down.slice(2)]).toEqual([key, ['a.txt', 'broken.pdf', 'empty.txt']])
  }
  expect(sorted(rows, 'sort=floor')[0]).toBe('b.txt')
  expect(sorted(rows, 'sort=floor&order=down')[0]).toBe('c.txt')
  expect(sortingOf(new URLSearchParams('sort=password'))).toEqual({ by: 'file', down: false })
})

test('the table is its maker’s alone, in one organisation', async () => {
  const { proviso, actor } = await checked()
  const elsewhere = { ...actor, organisationId: addOrganisation(proviso.db, 'Elm') }
  expect(checkedAgreements(proviso, elsewhere)).toBeNull()
  expect(checkedAgreements(proviso, { ...actor, id: 'per_other' })).toBeNull()
  const viewer = { ...actor, role: 'viewer' as const }
  await expect(checkAgreements(proviso, viewer, { files }, signal)).rejects.toThrow(Forbidden)
  expect(() => checkedAgreements(proviso, viewer)).toThrow(Forbidden)
})

test('no file, too many and too much are refused before anything is read', async () => {
  const proviso = await openPortal()
  const { actor } = await setUpOwner(proviso)
  const check = (given: typeof files) => checkAgreements(proviso, actor, { files: given }, signal)
  const many = Array.from({ length: maxCheckedFiles + 1 }, () => files[0]!)
  await expect(check([])).rejects.toThrow(InvalidInput)
  await expect(check(many)).rejects.toThrow(InvalidInput)
  const large = new Uint8Array(26_000_000)
  await expect(
    check([
      { name: 'x.txt', bytes: large },
      { name: 'y.txt', bytes: large },
    ]),
  ).rejects.toThrow(InvalidInput)
  expect(checkedAgreements(proviso, actor)).toBeNull()
})
