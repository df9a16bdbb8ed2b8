import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditChains, firstBrokenLink } from '#db/audit-log.ts'
import { openDatabase } from '#db/client.ts'
import { intakeSchema } from '#db/intake.ts'
import { Sqlite } from '#db/sqlite-driver.ts'
import { addOrganisation, at, masterKey, openStore, scopeFor } from './store.ts'

const fields = (name: string) => ({ name, siteUrl: null, dataStart: null, intake: intakeSchema.parse({}) })

const copies = process.env.PROVISO_TEST_FULL ? 1000 : 40
const minutesMs = 60_000

test(
  'a copy of database and log taken without closing, after any write, holds every acknowledged row',
  async () => {
    const { db, file, folder } = await openStore()
    const organisationId = addOrganisation(db)
    const { subjects } = scopeFor(db, organisationId)
    const acknowledged: Array<string> = []
    for (let n = 0; n < copies; n += 1) {
      acknowledged.push(subjects.add('vendor', fields(`Vendor ${n}`)).id)
      const copy = join(folder, 'copy.db')
      for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end)
      const opened = await openDatabase({ file: copy, masterKey, now: at })
      const found = scopeFor(opened, organisationId).subjects
      expect(found.list({ kind: 'vendor', limit: 1 }).total).toBe(acknowledged.length)
      for (const id of acknowledged.slice(-5)) expect(found.get(id)).toEqual(subjects.get(id))
      expect(auditChains(opened).filter((chain) => firstBrokenLink(opened, chain) !== null)).toEqual([])
      opened.close()
      for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
    }
  },
  10 * minutesMs,
)

test('a file that cannot be written is an error before any row, and the next one works', async () => {
  const { db, blobs, folder } = await openStore()
  const organisationId = addOrganisation(db)
  const blobFolder = join(folder, 'blobs')
  renameSync(blobFolder, `${blobFolder}-away`)
  writeFileSync(blobFolder, 'a file where the folder should be')
  await expect(blobs.put(organisationId, Buffer.from('one'))).rejects.toThrow()
  rmSync(blobFolder)
  mkdirSync(blobFolder)
  const { sha256 } = await blobs.put(organisationId, Buffer.from('one'))
  expect(await blobs.read(organisationId, sha256)).toEqual(Buffer.from('one'))
})

test('a write that another program blocks waits for it and is not lost', async () => {
  const { db, file } = await openStore()
  const organisationId = addOrganisation(db)
  const other = new Sqlite(file)
  other.exec('BEGIN IMMEDIATE')
  db.sqlite.pragma('busy_timeout = 50')
  const { subjects } = scopeFor(db, organisationId)
  expect(() => subjects.add('vendor', fields('Blocked'))).toThrow(/locked/)
  expect(subjects.list({ kind: 'vendor' }).total).toBe(0)
  other.exec('ROLLBACK')
  other.close()
  expect(subjects.add('vendor', fields('Free')).name).toBe('Free')
})
