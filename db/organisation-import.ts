import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { firstBrokenLink } from './audit-log.ts'
import type { Blobs } from './blobs.ts'
import type { Inside } from './inside.ts'
import { chainsOf, exportLines, importedAction, summing, type TableSums } from './organisation-export.ts'
import { eventColumns, openRows, type PlainRow, rowWriter, StrangeRow, tableForms } from './organisation-rows.ts'

/** A file of 25 MB in base64, and room. */
const longestLine = 40_000_000
const pieceBytes = 1 << 20

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const row = z.record(z.string(), z.unknown())
const headerSchema = z.strictObject({
  format: z.literal('proviso-organisation'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  organisation: z.strictObject({
    id: z.string().regex(/^org_[0-9a-z]{26}$/),
    name: z.string(),
    timeZone: z.string().nullable(),
  }),
})
const lineSchema = z.union([
  z.strictObject({ table: z.string(), row }),
  z.strictObject({ file: z.strictObject({ sha256, data: z.base64() }) }),
  z.strictObject({ person: row }),
  z.strictObject({
    end: z.strictObject({
      tables: z.record(z.string(), z.strictObject({ rows: z.number().int(), sha256 })),
      files: z.number().int(),
      people: z.number().int(),
    }),
  }),
])
type Line = z.infer<typeof lineSchema>

/** The file cannot be taken in; nothing was written. `hint` says what to do. */
export class ImportProblem extends Error {
  readonly hint: string

  constructor(says: string, hint: string) {
    super(says)
    this.name = 'ImportProblem'
    this.hint = hint
  }
}

const foreign = () => new ImportProblem('This is not an export of an organisation.', 'Choose a file made on this page.')
const changed = () =>
  new ImportProblem('The export was changed or is cut short.', 'Take another copy of it, or export again.')

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(pieceBytes)
    let parts: Array<Buffer> = []
    let size = 0
    for (;;) {
      const read = readSync(file, piece)
      if (read === 0) break
      let from = 0
      for (let at = piece.indexOf(10); at !== -1 && at < read; at = piece.indexOf(10, from)) {
        yield Buffer.concat([...parts, piece.subarray(from, at)]).toString('utf8')
        parts = []
        size = 0
        from = at + 1
      }
      size += read - from
      if (size > longestLine) throw foreign()
      parts.push(Buffer.from(piece.subarray(from, read)))
    }
    // Every line ends with a newline; what is left over was cut off.
    if (size > 0) throw changed()
  } finally {
    closeSync(file)
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw changed()
  }
}

/** The header, then each line. Throws ImportProblem at what is none. */
function readExport(path: string) {
  const lines = linesOf(path)
  const first = lines.next()
  let header: z.infer<typeof headerSchema>
  try {
    header = headerSchema.parse(JSON.parse(first.done ? '' : first.value))
  } catch (error) {
    throw error instanceof ImportProblem ? error : foreign()
  }
  function* rest(): Generator<Line> {
    for (const line of lines) {
      const known = lineSchema.safeParse(parse(line))
      if (!known.success) throw changed()
      yield known.data
    }
  }
  return { header, rest: rest() }
}

const same = (a: TableSums, b: TableSums) =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([table, { rows, sha256: hash }]) => b[table]?.rows === rows && b[table]?.sha256 === hash)

export type Imported = { tables: TableSums; files: number; name: string }

/** Compares the whole file with its own sums, and stores its files; without rows they are swept away again. */
async function readThrough(path: string, { organisationId }: Inside, blobs: Blobs): Promise<void> {
  const { add, sums } = summing()
  let files = 0
  let people = 0
  let isEnded = false
  for (const line of readExport(path).rest) {
    if (isEnded) throw changed()
    if ('table' in line) add(line.table, line.row)
    else if ('person' in line) people += 1
    else if ('file' in line) {
      const bytes = Buffer.from(line.file.data, 'base64')
      if (createHash('sha256').update(bytes).digest('hex') !== line.file.sha256) throw changed()
      await blobs.put(organisationId, bytes)
      files += 1
    } else {
      const { end } = line
      if (!same(sums(), end.tables) || end.files !== files || end.people !== people) throw changed()
      isEnded = true
    }
  }
  if (!isEnded) throw changed()
}

/**
 * Takes an export into this organisation, which must hold no subject yet: its rows under its own key, the log of where
 * they come from as a chain of its own. All or nothing; at the end the rows are read back and compared with the sums.
 */
async function importOrganisation(inside: Inside, blobs: Blobs, path: string): Promise<Imported> {
  await readThrough(path, inside, blobs)
  const { db, organisationId, seal, record } = inside
  const { sqlite } = db
  const { header, rest } = readExport(path)
  const source = header.organisation
  return db.write(() => {
    if (!isEmpty(inside)) {
      throw new ImportProblem('This organisation is not empty.', 'Import into a new one, or into a new client.')
    }
    if (sqlite.prepare('SELECT 1 FROM audit_events WHERE chain = ?').get(source.id) !== undefined) {
      throw new ImportProblem(
        'This organisation is in this installation already.',
        'Import it into another installation. Here its records are under their own organisation.',
      )
    }
    const writers = new Map(tableForms.map((form) => [form.name, rowWriter(sqlite, form, organisationId, seal)]))
    const events = eventWriter(inside)
    const end = { tables: {} as TableSums, files: 0 }
    // Rules of the new place must not end what arrives before anybody has looked at it.
    sqlite.prepare('DELETE FROM retention_rules WHERE organisation_id = ?').run(organisationId)
    try {
      for (const line of rest) {
        if ('end' in line) Object.assign(end, line.end)
        if (!('table' in line)) continue
        if (line.table === 'audit_events') events.write(line.row)
        else {
          const write = writers.get(line.table)
          if (write === undefined) throw new StrangeRow(line.table)
          write(line.row)
        }
      }
    } catch (error) {
      throw inWords(error)
    }
    const { audit_events: _events, ...rows } = end.tables
    const chains = chainsOf(sqlite, source.id)
    const isWhole = events.chains().every((chain) => chains.includes(chain) && firstBrokenLink(db, chain) === null)
    if (!same(readBack(inside), rows) || !isWhole) throw changed()
    record({ action: importedAction, object: { kind: 'organisation', id: organisationId }, after: source.id })
    return { tables: end.tables, files: end.files, name: source.name }
  })
}

/** Writes events of chains that are not here yet: what is logged here can never be added to from outside. */
function eventWriter({ db: { sqlite } }: Inside) {
  const insert = sqlite.prepare(
    `INSERT INTO audit_events (${eventColumns.join(', ')}) VALUES (${eventColumns.map(() => '?').join(', ')})`,
  )
  const known = sqlite.prepare(
    'SELECT 1 FROM organisations WHERE id = ? UNION SELECT 1 FROM audit_events WHERE chain = ? LIMIT 1',
  )
  const fresh = new Set<string>()
  return {
    write(event: PlainRow): void {
      const chain = String(event.chain)
      if (!fresh.has(chain)) {
        if (!/^org_[0-9a-z]{26}$/.test(chain) || known.get(chain, chain) !== undefined) {
          throw new StrangeRow('audit_events')
        }
        fresh.add(chain)
      }
      insert.run(...eventColumns.map((name) => event[name] ?? null))
    },
    chains: () => [...fresh],
  }
}

/** Constraints of the database are the last check: an id that is taken, a row that refers to nothing. */
function inWords(error: unknown): unknown {
  const code = error instanceof Error ? (error as { code?: string }).code : undefined
  if (error instanceof StrangeRow) return changed()
  if (code?.startsWith('SQLITE_CONSTRAINT')) {
    return new ImportProblem(
      'The export does not fit: records of it are here already, or some are missing in it.',
      'Import it into another installation, or export again.',
    )
  }
  return error
}

function isEmpty({ db, organisationId }: Inside): boolean {
  return db.sqlite.prepare('SELECT 1 FROM subjects WHERE organisation_id = ? LIMIT 1').get(organisationId) === undefined
}

function readBack({ db, organisationId, seal }: Inside): TableSums {
  const { add, sums } = summing()
  for (const form of tableForms) {
    for (const one of openRows(db.sqlite, form, organisationId, seal)) add(form.name, one)
  }
  return sums()
}

export type ExchangeStore = ReturnType<typeof exchangeStore>

/** The whole organisation out to lines of JSON, and in again. */
export function exchangeStore(inside: Inside) {
  return {
    isEmpty: () => isEmpty(inside),

    lines: (blobs: Blobs): AsyncGenerator<string> => {
      inside.db.write(() =>
        inside.record({ action: 'organisation.exported', object: { kind: 'organisation', id: inside.organisationId } }),
      )
      return exportLines(inside, blobs)
    },

    take: (blobs: Blobs, path: string): Promise<Imported> => importOrganisation(inside, blobs, path),
  }
}
