import { copyFileSync, cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DatabaseProblem, openDatabase } from '#db/client.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { addOrganisation, at, masterKey, openStore, scopeFor } from './store.ts'

test('a new database is durable, strict and readable by its owner only', async () => {
  const { db, file } = await openStore()
  const pragma = (name: string) => db.sqlite.pragma(name, { simple: true })
  expect({
    journal: pragma('journal_mode'),
    synchronous: pragma('synchronous'),
    foreignKeys: pragma('foreign_keys'),
    trustedSchema: pragma('trusted_schema'),
    cellSizeCheck: pragma('cell_size_check'),
    secureDelete: pragma('secure_delete'),
    busyTimeout: pragma('busy_timeout'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    trustedSchema: 0,
    cellSizeCheck: 1,
    secureDelete: 1,
    busyTimeout: 5000,
  })
  const tables = db.sqlite
    .prepare("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as Array<{ name: string; strict: number }>
  expect(tables.filter(({ name, strict }) => strict === 0 && name !== '__drizzle_migrations')).toEqual([])
  expect(tables.length).toBeGreaterThanOrEqual(20)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('every table of a migration is STRICT', () => {
  const folder = join(packageRoot, 'db/migrations')
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.sql'))) {
    const text = readFileSync(join(folder, name), 'utf8')
    const tables = text.match(/^CREATE TABLE/gm)?.length ?? 0
    expect(text.match(/^\) STRICT;/gm)?.length ?? 0, name).toBe(tables)
  }
})

test('a second start finds everything and migrates nothing', async () => {
  const { db, file, folder } = await openStore()
  const organisationId = addOrganisation(db)
  db.close()
  const again = await openDatabase({ file, masterKey, now: at })
  expect(scopeFor(again, organisationId).organisation.id).toBe(organisationId)
  expect(readdirSync(folder)).not.toContain('backups')
  again.close()
})

/** The product's migrations and one that a later version might bring. */
function oneMigrationMore(folder: string): string {
  cpSync(join(packageRoot, 'db/migrations'), folder, { recursive: true })
  const journalFile = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: Array<{ idx: number; when: number }> }
  const last = journal.entries.at(-1)!
  const next = { ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_later' }
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: [...journal.entries, next] }))
  writeFileSync(join(folder, '9999_later.sql'), 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;')
  return folder
}

test('before a migration a backup is made with what stood only in the write-ahead log', async () => {
  const { db, file, folder } = await openStore()
  const organisationId = addOrganisation(db)
  db.close()
  const migrationsFolder = oneMigrationMore(join(folder, 'migrations'))
  const again = await openDatabase({ file, masterKey, now: at, migrationsFolder })
  expect(again.sqlite.prepare('SELECT COUNT(*) FROM later').pluck().get()).toBe(0)
  const [backup] = readdirSync(join(folder, 'backups'))
  expect(backup).toMatch(/before-migration\.db$/)
  expect(statSync(join(folder, 'backups', backup!)).mode & 0o777).toBe(0o600)
  again.close()
  const restored = await openDatabase({ file: join(folder, 'backups', backup!), masterKey, now: at })
  expect(scopeFor(restored, organisationId).organisation.id).toBe(organisationId)
  restored.close()
})

test('a database written by a newer program is refused in words', async () => {
  const { db, file } = await openStore()
  db.sqlite.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)")
  db.close()
  await expect(openDatabase({ file, masterKey, now: at })).rejects.toThrow(/newer Proviso/)
})

test('a file that is no database is refused in words and left as it is', async () => {
  const { db, file } = await openStore()
  db.close()
  writeFileSync(file, 'not a database, but somebody put it here')
  const before = readFileSync(file)
  const refused = await openDatabase({ file, masterKey, now: at }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DatabaseProblem)
  expect((refused as DatabaseProblem).message).toMatch(/damaged/)
  expect((refused as DatabaseProblem).hint).toMatch(/backups/)
  expect(readFileSync(file)).toEqual(before)
})

test('a flipped byte or a cut end is refused, or does not touch what is read', async () => {
  const { db, file, folder } = await openStore()
  const organisationId = addOrganisation(db)
  const scope = scopeFor(db, organisationId)
  const known = Array.from({ length: 40 }, (_, n) =>
    scope.subjects.add('vendor', { name: `Vendor ${n}`, siteUrl: null, dataStart: null, intake: emptyIntake }),
  )
  db.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const whole = readFileSync(file)
  const size = whole.length
  const faults: Array<(copy: string) => void> = []
  for (let n = 0; n < 60; n += 1) {
    const offset = Math.floor((size / 60) * n) + ((n * 37) % 97)
    faults.push((copy) => {
      const bytes = Buffer.from(whole)
      bytes[offset] = bytes[offset]! ^ 0xff
      writeFileSync(copy, bytes)
    })
  }
  for (let n = 1; n <= 10; n += 1) faults.push((copy) => truncateSync(copy, Math.floor((size / 11) * n)))
  for (const [n, fault] of faults.entries()) {
    const copy = join(folder, `copy-${n}.db`)
    copyFileSync(file, copy)
    fault(copy)
    const seen = await readBack(copy, organisationId)
    if (seen !== 'refused') expect(seen).toEqual(known.map(({ id, name }) => ({ id, name })))
  }
})

async function readBack(file: string, organisationId: string): Promise<unknown> {
  try {
    const db = await openDatabase({ file, masterKey, now: at })
    try {
      const { items } = scopeFor(db, organisationId).subjects.list({ kind: 'vendor' })
      return items.map(({ id, name }) => ({ id, name })).sort((a, b) => number(a.name) - number(b.name))
    } finally {
      db.close()
    }
  } catch {
    return 'refused'
  }
}

const number = (name: string) => Number(name.split(' ')[1])

const emptyIntake = {
  service: '',
  handlesPhi: 'unknown' as const,
  fields: [],
  channels: [],
  subprocessors: [],
  storedWhere: '',
  responsible: '',
  hosts: [],
}
