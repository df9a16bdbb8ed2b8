import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { z } from 'zod'
import { firstBrokenLink } from './audit-log.ts'
import { BackupProblem, readBackup, writeBackup } from './backup-file.ts'
import { type Database, isIntact } from './client.ts'
import { isMasterKeyOf, openKeyring } from './keyring.ts'
import * as schema from './schema.ts'
import { Sqlite } from './sqlite-driver.ts'

const manifestSchema = z.strictObject({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  database: z.strictObject({ bytes: z.number().int(), sha256: z.string() }),
  /** Rows of every table. */
  tables: z.record(z.string(), z.number().int()),
  /** The last event of every audit chain. */
  chains: z.array(z.strictObject({ chain: z.string(), seq: z.number().int(), hash: z.string() })),
  files: z.array(z.strictObject({ organisationId: z.string(), sha256: z.string(), bytes: z.number().int() })),
})

export type BackupManifest = z.infer<typeof manifestSchema>

const idPattern = /^org_[0-9a-z]{26}$/
const sha256Pattern = /^[0-9a-f]{64}$/
const blobPath = (organisationId: string, sha256: string) => join(organisationId, sha256.slice(0, 2), sha256)

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}

function countsOf(sqlite: BetterSqlite.Database): Record<string, number> {
  const names = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as Array<string>
  return Object.fromEntries(
    names.map((name) => [name, sqlite.prepare(`SELECT COUNT(*) FROM "${name}"`).pluck().get() as number]),
  )
}

const headsOf = (sqlite: BetterSqlite.Database) =>
  sqlite
    .prepare(
      'SELECT chain, seq, hash FROM audit_events AS e WHERE seq = (SELECT MAX(seq) FROM audit_events WHERE chain = e.chain) ORDER BY chain',
    )
    .all() as BackupManifest['chains']

const filesOf = (sqlite: BetterSqlite.Database) =>
  sqlite
    .prepare('SELECT organisation_id AS organisationId, sha256 FROM blobs ORDER BY organisation_id, sha256')
    .all() as Array<{ organisationId: string; sha256: string }>

async function manifestOf(copy: string, blobFolder: string, createdAt: Date): Promise<BackupManifest> {
  const sqlite = new Sqlite(copy, { readonly: true })
  try {
    const files: BackupManifest['files'] = []
    for (const file of filesOf(sqlite)) {
      const { size } = await stat(join(blobFolder, blobPath(file.organisationId, file.sha256))).catch(() => {
        throw new BackupProblem(
          'A stored file is missing, so the backup would not be whole.',
          'See Doctor, and restore the file from an older backup.',
        )
      })
      files.push({ ...file, bytes: size })
    }
    const database = { bytes: (await stat(copy)).size, sha256: await hashOfFile(copy) }
    const tables = countsOf(sqlite)
    return { format: 1, createdAt: createdAt.toISOString(), database, tables, chains: headsOf(sqlite), files }
  } finally {
    sqlite.close()
  }
}

export type BackupSource = {
  /** The database file; its portal may be running. */
  database: string
  blobs: string
  /** Private folder on the same disk as the data: the copy of the database lies there for a moment. */
  data: string
  /** Those it may be under; the one that opens it seals the backup. */
  masterKeys: ReadonlyArray<Buffer>
}

/** Copies database and files into one encrypted file. Everything acknowledged before the call is in it. */
export async function createBackup(from: BackupSource, target: string, now: Date): Promise<BackupManifest> {
  const folder = await mkdtemp(join(from.data, 'backup-'))
  const sqlite = new Sqlite(from.database, { readonly: true, fileMustExist: true })
  try {
    const orm = drizzle(sqlite, { schema })
    const masterKey = from.masterKeys.find((key) => isMasterKeyOf(orm, key))
    if (masterKey === undefined) {
      throw new BackupProblem(
        'The master key does not open the data in this database.',
        'Put back the keys folder that belongs to it, or set PROVISO_MASTER_KEY to the key it was made with.',
      )
    }
    const copy = join(folder, 'proviso.db')
    // A read transaction holds one moment of the database: without it every write of the portal starts the copy anew.
    sqlite.exec('BEGIN')
    sqlite.prepare('SELECT COUNT(*) FROM sqlite_schema').get()
    await sqlite.backup(copy)
    sqlite.exec('COMMIT')
    const manifest = await manifestOf(copy, from.blobs, now)
    const text = Buffer.from(JSON.stringify(manifest))
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeBackup(target, masterKey, now, async ({ add }) => {
      await add('manifest.json', text.length, [text])
      await add('proviso.db', manifest.database.bytes, createReadStream(copy))
      for (const { organisationId, sha256, bytes } of manifest.files) {
        const path = blobPath(organisationId, sha256)
        await add(`blobs/${organisationId}/${sha256}`, bytes, createReadStream(join(from.blobs, path)))
      }
    })
    return manifest
  } finally {
    sqlite.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeOut(path: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const part of bytes) await handle.writeFile(part)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Only names we write ourselves: a crafted one never becomes a path. */
function placeOf(name: string): string | null {
  if (name === 'manifest.json' || name === 'proviso.db') return name
  const [folder, organisationId = '', sha256 = '', ...rest] = name.split('/')
  const known = folder === 'blobs' && rest.length === 0 && idPattern.test(organisationId) && sha256Pattern.test(sha256)
  return known ? join('blobs', blobPath(organisationId, sha256)) : null
}

/** Unpacks a backup into an empty folder: `proviso.db`, `blobs/` and the manifest. Throws BackupProblem. */
export async function unpackBackup(
  file: string,
  masterKeyOf: (keyId: string) => Buffer | null,
  folder: string,
): Promise<{ manifest: BackupManifest; keyId: string; createdAt: string }> {
  const { keyId, createdAt } = await readBackup(file, masterKeyOf, async (name, _size, bytes) => {
    const place = placeOf(name)
    if (place === null) throw new BackupProblem('The backup holds a file that is not ours.', 'Use another backup.')
    await writeOut(join(folder, place), bytes)
  })
  const manifest = manifestSchema.safeParse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  if (!manifest.success) throw new BackupProblem('The list in the backup cannot be read.', 'Use another backup.')
  return { manifest: manifest.data, keyId, createdAt }
}

/** One thing the drill compared: what was expected of the backup, and whether it held. */
export type DrillLine = { what: string; held: boolean; says: string }

const line = (what: string, held: boolean, says: string): DrillLine => ({ what, held, says })

async function checkFiles(folder: string, db: Pick<Database, 'keyring'>, files: BackupManifest['files']) {
  let good = 0
  for (const { organisationId, sha256 } of files) {
    try {
      const sealed = await readFile(join(folder, 'blobs', blobPath(organisationId, sha256)))
      const plain = db.keyring.of(organisationId).openBytes(sealed, `blob:${organisationId}:${sha256}`)
      if (createHash('sha256').update(plain).digest('hex') === sha256) good += 1
    } catch {
      // Counted as not good; which one is missing or changed does not change what to do.
    }
  }
  return line('files', good === files.length, `${good} of ${files.length} files decrypt to the bytes they are named by`)
}

/** Compares an unpacked backup with its own list: integrity, rows, audit chains and every stored file. */
export async function checkUnpacked(
  folder: string,
  manifest: BackupManifest,
  masterKey: Buffer,
): Promise<Array<DrillLine>> {
  const path = join(folder, 'proviso.db')
  const same = (await hashOfFile(path)) === manifest.database.sha256
  const lines = [line('database', same, same ? 'the database is the one that was copied' : 'the database differs')]
  const sqlite = new Sqlite(path, { readonly: true })
  try {
    const intact = isIntact(sqlite)
    lines.push(line('integrity', intact, intact ? 'SQLite finds no fault in it' : 'SQLite finds it damaged'))
    if (!intact) return lines
    const counts = countsOf(sqlite)
    const differing = Object.entries(manifest.tables).filter(([name, rows]) => counts[name] !== rows)
    const rows = Object.values(counts).reduce((sum, one) => sum + one, 0)
    const tables = Object.keys(counts).length
    const counted = differing.length === 0 && tables === Object.keys(manifest.tables).length
    lines.push(line('rows', counted, counted ? `${rows} rows in ${tables} tables` : 'the number of rows differs'))
    const orm = drizzle(sqlite, { schema })
    const db = { orm, keyring: openKeyring(orm, masterKey) }
    const broken = manifest.chains.filter(({ chain }) => firstBrokenLink(db, chain) !== null).length
    const heads = JSON.stringify(headsOf(sqlite)) === JSON.stringify(manifest.chains)
    const events = manifest.chains.reduce((sum, { seq }) => sum + seq, 0)
    const chained = broken === 0 && heads
    const says = chained
      ? `${events} events in ${manifest.chains.length} chains hold`
      : 'a chain of the log does not hold'
    lines.push(line('audit log', chained, says))
    const listed =
      JSON.stringify(filesOf(sqlite)) === JSON.stringify(manifest.files.map(({ bytes: _, ...file }) => file))
    lines.push(
      line('file list', listed, listed ? 'every file in the database is in the backup' : 'the file list differs'),
    )
    lines.push(await checkFiles(folder, db, manifest.files))
    return lines
  } finally {
    sqlite.close()
  }
}
