import { createHash, type Hash } from 'node:crypto'
import type BetterSqlite from 'better-sqlite3'
import type { Blobs } from './blobs.ts'
import type { Inside } from './inside.ts'
import { eventColumns, openRows, type PlainRow, tableForms } from './organisation-rows.ts'
import { Sqlite } from './sqlite-driver.ts'

/** First line of an export; the format changes its number when a reader of today could not read it. */
export type ExportHeader = { format: 'proviso-organisation'; version: 1; createdAt: string; organisation: ExportedSelf }
type ExportedSelf = { id: string; name: string; timeZone: string | null }
/** Rows and SHA-256 of each table's lines; the log under "audit_events". */
export type TableSums = Record<string, { rows: number; sha256: string }>
/** Last line: what must have been read before it. */
export type ExportFooter = { tables: TableSums; files: number; people: number }

/** Event that says a chain of another installation was taken in; `after` names that chain. */
export const importedAction = 'organisation.imported'

/** Counts and hashes lines as they go by. */
export function summing() {
  const hashes = new Map<string, { rows: number; hash: Hash }>()
  return {
    add(table: string, row: PlainRow): void {
      const known = hashes.get(table) ?? { rows: 0, hash: createHash('sha256') }
      known.rows += 1
      known.hash.update(`${JSON.stringify(row)}\n`)
      hashes.set(table, known)
    },
    sums: (): TableSums =>
      Object.fromEntries(
        [...hashes].map(([table, { rows, hash }]) => [table, { rows, sha256: hash.copy().digest('hex') }]),
      ),
  }
}

/** The organisation's own chain, and those it brought from elsewhere. */
export function chainsOf(sqlite: BetterSqlite.Database, organisationId: string): Array<string> {
  const brought = sqlite
    .prepare('SELECT after FROM audit_events WHERE chain = ? AND action = ? AND after IS NOT NULL ORDER BY seq')
    .pluck()
  const chains: Array<string> = []
  // A crafted export may say that a chain brought itself.
  const collect = (chain: string): void => {
    if (chains.includes(chain)) return
    chains.push(chain)
    for (const one of brought.all(chain, importedAction) as Array<string>) collect(one)
  }
  collect(organisationId)
  return chains
}

/**
 * Everything of one organisation as lines of JSON, in clear: a header, its people by name, each row, each file, and
 * counts with SHA-256 at the end. Reads one moment, so that writes of the portal meanwhile are in it or are not.
 */
export async function* exportLines(inside: Inside, blobs: Blobs): AsyncGenerator<string> {
  const { db, organisationId, seal, now } = inside
  const sqlite = new Sqlite(db.sqlite.name, { readonly: true })
  try {
    sqlite.exec('BEGIN')
    const self = sqlite
      .prepare('SELECT id, name, time_zone AS timeZone FROM organisations WHERE id = ?')
      .get(organisationId) as ExportedSelf
    const header: ExportHeader = {
      format: 'proviso-organisation',
      version: 1,
      createdAt: now().toISOString(),
      organisation: self,
    }
    yield `${JSON.stringify(header)}\n`
    const people = sqlite
      .prepare(
        `SELECT p.id, p.name, p.email, m.role FROM memberships m JOIN people p ON p.id = m.person_id
         WHERE m.organisation_id = ? ORDER BY p.id`,
      )
      .all(organisationId) as Array<PlainRow>
    for (const person of people) yield `${JSON.stringify({ person })}\n`
    const { add, sums } = summing()
    for (const form of tableForms) {
      for (const row of openRows(sqlite, form, organisationId, seal)) {
        add(form.name, row)
        yield `${JSON.stringify({ table: form.name, row })}\n`
      }
    }
    const events = sqlite.prepare(`SELECT ${eventColumns.join(', ')} FROM audit_events WHERE chain = ? ORDER BY seq`)
    for (const chain of chainsOf(sqlite, organisationId)) {
      for (const row of events.iterate(chain) as IterableIterator<PlainRow>) {
        add('audit_events', row)
        yield `${JSON.stringify({ table: 'audit_events', row })}\n`
      }
    }
    const stored = sqlite
      .prepare('SELECT sha256 FROM blobs WHERE organisation_id = ? ORDER BY rowid')
      .pluck()
      .all(organisationId) as Array<string>
    for (const sha256 of stored) {
      const bytes = await blobs.read(organisationId, sha256)
      if (bytes === null) throw new Error('A stored file is missing, so the export would not be whole.')
      yield `${JSON.stringify({ file: { sha256, data: bytes.toString('base64') } })}\n`
    }
    const footer: ExportFooter = { tables: sums(), files: stored.length, people: people.length }
    yield `${JSON.stringify({ end: footer })}\n`
  } finally {
    sqlite.close()
  }
}
