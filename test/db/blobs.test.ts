import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { intakeSchema } from '#db/intake.ts'
import { openBytes } from '#db/seal.ts'
import { Sqlite } from '#db/sqlite-driver.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { addOrganisation, at, masterKey, openStore, scopeFor } from './store.ts'

const text = Buffer.from('Business Associate Agreement between Harbor Family Clinic and Brightline Reviews')

function filesUnder(folder: string): Array<string> {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('a file comes back as it was, under its SHA-256, once', async () => {
  const { db, blobs, folder } = await openStore()
  const organisationId = addOrganisation(db)
  const { sha256 } = await blobs.put(organisationId, text)
  await blobs.put(organisationId, text)
  expect(await blobs.read(organisationId, sha256)).toEqual(text)
  expect(filesUnder(join(folder, 'blobs'))).toHaveLength(1)
})

test('another organisation does not find it, and its copy does not open there', async () => {
  const { db, blobs, folder } = await openStore()
  const [a, b] = [addOrganisation(db), addOrganisation(db)]
  const { sha256 } = await blobs.put(a, text)
  expect(await blobs.read(b, sha256)).toBeNull()
  await blobs.put(b, Buffer.from('other'))
  const [from] = filesUnder(join(folder, 'blobs', a))
  const [to] = filesUnder(join(folder, 'blobs', b))
  writeFileSync(to!, readFileSync(from!))
  await expect(blobs.read(b, to!.split('/').at(-1)!)).rejects.toThrow()
})

test('a changed byte on disk is noticed', async () => {
  const { db, blobs, folder } = await openStore()
  const organisationId = addOrganisation(db)
  const { sha256 } = await blobs.put(organisationId, text)
  const [path] = filesUnder(join(folder, 'blobs'))
  const bytes = readFileSync(path!)
  bytes[bytes.length - 1] = bytes.at(-1)! ^ 1
  writeFileSync(path!, bytes)
  await expect(blobs.read(organisationId, sha256)).rejects.toThrow()
})

test('the sweeper removes what has no row after a day, keeps what has one, and names what is gone', async () => {
  const { db, blobs, folder } = await openStore()
  const organisationId = addOrganisation(db)
  const kept = await blobs.put(organisationId, Buffer.from('kept'))
  const orphan = await blobs.put(organisationId, Buffer.from('orphan'))
  const lost = await blobs.put(organisationId, Buffer.from('lost'))
  const { files, subjects } = scopeFor(db, organisationId)
  const fields = { name: 'Brightline', siteUrl: null, dataStart: null, intake: intakeSchema.parse({}) }
  const { id: subjectId } = subjects.add('vendor', fields)
  files.add({ ...kept, type: 'text/plain' }, subjectId)
  files.add({ ...lost, type: 'text/plain' }, subjectId)
  const paths = filesUnder(join(folder, 'blobs'))
  const pathOf = (sha256: string) => paths.find((path) => path.endsWith(sha256))!
  writeFileSync(`${pathOf(kept.sha256)}.0123.part`, 'half a file of a killed process')
  const now = new Date()
  expect(await blobs.sweep(now)).toMatchObject({ removed: 0 })
  const old = new Date(now.getTime() - 25 * 3_600_000)
  for (const path of filesUnder(join(folder, 'blobs'))) utimesSync(path, old, old)
  rmSync(pathOf(lost.sha256))
  expect(await blobs.sweep(now)).toEqual({ removed: 2, missing: [{ organisationId, sha256: lost.sha256 }] })
  expect(existsSync(pathOf(kept.sha256))).toBe(true)
  expect(existsSync(pathOf(orphan.sha256))).toBe(false)
})

test('planted phones, e-mails and names stand in clear in no file of the data folder', async () => {
  const { db, blobs, folder } = await openStore()
  const organisationId = addOrganisation(db)
  const scope = scopeFor(db, organisationId)
  const planted = Array.from({ length: 50 }, (_, n) => [
    `Quillon Vexworth ${n}`,
    `quillon.vexworth${n}@planted.example`,
    `(206) 555-01${String(n).padStart(2, '0')}`,
  ]).flat()
  const words = planted.join('\n')
  const { sha256 } = await blobs.put(organisationId, Buffer.from(words))
  const { id } = scope.subjects.add('vendor', {
    name: 'Brightline',
    siteUrl: null,
    dataStart: null,
    intake: intakeSchema.parse({ service: words.slice(0, 1900), responsible: planted[0] }),
  })
  const input = { blob: sha256, name: `${planted[0]}.txt` }
  const { run } = scope.runs.add({ subjectId: id, scanner: 'document', input, targetHost: null, authority: null })
  scope.agreements.add({ subjectId: id, sha256, fileName: `${planted[0]}.txt`, bytes: 1, runId: run.id })
  scope.evidence.addSaid(id, {
    kind: 'answer',
    id: 'x',
    source: { scanner: 'answers', ref: 'r', at: at.toISOString(), sha256 },
    requirement: 'r',
    value: words,
    note: words,
    by: 'Ada',
  })
  scope.evidence.addSaid(id, documentFromText(words, { id: 'd', name: planted[0]!, at }))
  scope.drafts.save('vendor-intake', { words })
  const hits = filesUnder(folder).flatMap((path) => {
    const bytes = readFileSync(path)
    return planted.filter((word) => bytes.includes(word)).map((word) => `${path}: ${word}`)
  })
  expect(hits).toEqual([])
})

test('without the master key, or with another, nothing sealed opens', async () => {
  const { db, file } = await openStore()
  const organisationId = addOrganisation(db)
  const fields = { name: 'Brightline', siteUrl: null, dataStart: null, intake: intakeSchema.parse({}) }
  const { id } = scopeFor(db, organisationId).subjects.add('vendor', fields)
  db.close()
  const other = openDatabase({ file, masterKey: Buffer.alloc(32, 7), now: at })
  await expect(other).rejects.toThrow('The master key does not open the data in this database.')
  // Whoever goes around that finds only sealed bytes.
  const raw = new Sqlite(file)
  const sealed = raw.prepare('SELECT wrapped FROM organisation_keys').pluck().get() as Buffer
  expect(() => openBytes(Buffer.alloc(32, 7), sealed, `organisation-key:${organisationId}`)).toThrow()
  raw.close()
  const same = await openDatabase({ file, masterKey, now: at })
  expect(scopeFor(same, organisationId).subjects.get(id)?.name).toBe('Brightline')
  same.close()
})
