import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { packageRoot } from '#scanners/package-root.ts'
import { isMasterKeyOf, type Keyring, openKeyring } from './keyring.ts'
import * as schema from './schema.ts'
import { Sqlite } from './sqlite-driver.ts'

export type Orm = BetterSQLite3Database<typeof schema>

/**
 * The one connection of the one writer process. `write` runs a synchronous function in one IMMEDIATE transaction;
 * nested calls join the outer one. Everything outside db/ goes through scoped() and the other stores.
 */
export type Database = {
  orm: Orm
  sqlite: BetterSqlite.Database
  /** The one that opens the data keys here. */
  masterKey: Buffer
  keyring: Keyring
  write: <Result>(work: () => Result) => Result
  close: () => void
}

/** The database cannot be used: `message` says what is wrong, `hint` what to do. */
export class DatabaseProblem extends Error {
  readonly hint: string

  constructor(says: string, hint: string) {
    super(says)
    this.name = 'DatabaseProblem'
    this.hint = hint
  }
}

const ownMigrations = join(packageRoot, 'db', 'migrations')

const damaged = (file: string) =>
  new DatabaseProblem(
    `The database ${file} is damaged, so nothing was started and nothing was changed.`,
    'Put the newest copy from the backups folder beside it in its place, without the files that end in -wal and -shm.',
  )

/** Up to this size the whole check takes well under a second. */
const fullCheckBytes = 200_000_000

/** quick_check does not compare tables with their indexes, so a byte changed in an index would hide rows in silence. */
export function isIntact(sqlite: BetterSqlite.Database): boolean {
  const whole = statSync(sqlite.name).size <= fullCheckBytes
  return sqlite.pragma(whole ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }) === 'ok'
}

function openFile(file: string): BetterSqlite.Database {
  try {
    const sqlite = new Sqlite(file)
    // FULL: in WAL mode NORMAL may lose the last commits on power loss. The rest: security-tests.md 1.
    sqlite.pragma('busy_timeout = 5000')
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('trusted_schema = OFF')
    sqlite.pragma('cell_size_check = ON')
    sqlite.pragma('secure_delete = ON')
    if (process.platform === 'darwin') sqlite.pragma('fullfsync = ON')
    if (!isIntact(sqlite)) {
      sqlite.close()
      throw damaged(file)
    }
    return sqlite
  } catch (error) {
    const code = error instanceof Error ? (error as { code?: string }).code : undefined
    if (code?.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') throw damaged(file)
    if (code?.startsWith('SQLITE_BUSY')) {
      throw new DatabaseProblem(
        `The database ${file} is in use by another program.`,
        'Stop the other Proviso that uses this folder, or set PROVISO_HOME to another folder.',
      )
    }
    throw error
  }
}

function applied(sqlite: BetterSqlite.Database): number {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get()
  if (known === undefined) return 0
  return sqlite.prepare('SELECT COUNT(*) FROM __drizzle_migrations').pluck().get() as number
}

/** Copies the database with the online backup API: copying the file alone would lose what stands in the WAL. */
export async function backUp(sqlite: BetterSqlite.Database, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  await sqlite.backup(`${target}.part`)
  chmodSync(`${target}.part`, 0o600)
  renameSync(`${target}.part`, target)
}

export type OpenOptions = {
  file: string
  masterKey: Buffer
  /** The key of a rotation that may have been cut short: used when it, and not `masterKey`, opens the data keys. */
  pendingKey?: Buffer | null
  now: Date
  migrationsFolder?: string
}

function keyThatFits(orm: Orm, { masterKey, pendingKey = null }: OpenOptions): Buffer {
  if (isMasterKeyOf(orm, masterKey)) return masterKey
  if (pendingKey !== null && isMasterKeyOf(orm, pendingKey)) return pendingKey
  throw new DatabaseProblem(
    'The master key does not open the data in this database.',
    'Put back the keys folder that belongs to it, or set PROVISO_MASTER_KEY to the key it was made with.',
  )
}

async function bringUpToDate(
  sqlite: BetterSqlite.Database,
  orm: Orm,
  { file, now, migrationsFolder = ownMigrations }: OpenOptions,
): Promise<void> {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as {
    entries: Array<unknown>
  }
  const have = applied(sqlite)
  if (have > journal.entries.length) {
    throw new DatabaseProblem(
      'The database was written by a newer Proviso.',
      'Start that newer version, or restore the backup made before it migrated.',
    )
  }
  if (have === journal.entries.length) return
  if (have > 0) {
    const stamp = now.toISOString().replaceAll(':', '-')
    await backUp(sqlite, join(dirname(file), 'backups', `${stamp}-before-migration.db`))
  }
  migrate(orm, { migrationsFolder })
}

/**
 * Opens (or makes) the database file, checks it, backs it up before a migration and migrates it.
 * Throws DatabaseProblem when the file is damaged, newer than this program or in use.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const isNew = !existsSync(options.file)
  const sqlite = openFile(options.file)
  if (isNew) chmodSync(options.file, 0o600)
  const orm = drizzle(sqlite, { schema })
  let masterKey: Buffer
  try {
    await bringUpToDate(sqlite, orm, options)
    masterKey = keyThatFits(orm, options)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return {
    orm,
    sqlite,
    masterKey,
    keyring: openKeyring(orm, masterKey),
    write: (work) => (sqlite.inTransaction ? work() : sqlite.transaction(work).immediate()),
    close: () => sqlite.close(),
  }
}
