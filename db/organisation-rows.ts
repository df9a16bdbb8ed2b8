import type BetterSqlite from 'better-sqlite3'
import { z } from 'zod'
import { evidenceSchema } from '#scanners/evidence.ts'
import { savedMappingSchema } from '#scanners/opt-out/mapping.ts'
import { type AgreementReading, endOf } from './agreements.ts'
import type { Seal } from './seal.ts'
import { subjectFieldsSchema } from './subjects.ts'

export type PlainRow = Record<string, unknown>

/** Of a row, what a keyed hash is made from; the key of another organisation gives another hash. */
type Lookup = { one: (sql: string, id: unknown) => PlainRow | undefined; seal: Seal; organisationId: string }

type TableForm = {
  name: string
  /** Columns as they stand, beside the organisation's id. */
  plain: ReadonlyArray<string>
  /** Sealed columns, and the word of their place. */
  sealed?: Readonly<Record<string, string>>
  place?: string
  /** Columns that follow from the others, mostly keyed hashes: left out, and made anew where the rows come in. */
  hashed?: Readonly<Record<string, (row: PlainRow, lookup: Lookup) => string>>
  /** What a sealed value must be, where readers rely on more than its being JSON. */
  check?: Readonly<Record<string, z.ZodType>>
}

const reasonable = z.looseObject({})

function templateHash(row: PlainRow, { one, seal, organisationId }: Lookup): string {
  const found = one('SELECT id, body FROM evidence WHERE id = ?', row.evidence_id)
  if (found === undefined) throw new Error('A message has no text.')
  const body = evidenceSchema.parse(seal.open(found.body as Buffer, `evidence:${organisationId}:${found.id}`))
  if (body.kind !== 'template') throw new Error('A message has no text.')
  return seal.hash(`template:${body.channel}:${body.name.trim().toLowerCase()}`)
}

/**
 * The tables an organisation takes with it, in an order in which each row finds what it refers to. People, sessions,
 * links, letters, drafts and the mail server stay: they are secrets, or of persons.
 */
export const tableForms: ReadonlyArray<TableForm> = [
  {
    name: 'subjects',
    plain: [
      'id',
      'kind',
      'name',
      'site_url',
      'data_start',
      'version',
      'created_at',
      'updated_at',
      'created_by',
      'stale_since',
      'removed_at',
    ],
    sealed: { fields: '' },
    place: 'subject',
    check: { fields: subjectFieldsSchema },
  },
  {
    name: 'scan_runs',
    plain: [
      'id',
      'subject_id',
      'scanner',
      'target_host',
      'state',
      'problem',
      'stage',
      'steps_done',
      'steps_total',
      'attempt',
      'due_at',
      'lease_until',
      'cancel_requested_at',
      'created_at',
      'created_by',
      'started_at',
      'finished_at',
    ],
    sealed: { input: 'input', authority: 'authority', problem_detail: 'detail' },
    place: 'run',
    hashed: { input_hash: ({ input }, { seal }) => seal.hash(JSON.stringify(input)) },
    check: { input: reasonable },
  },
  {
    name: 'evidence',
    plain: ['id', 'subject_id', 'run_id', 'attempt', 'source_id', 'kind', 'created_at'],
    sealed: { body: '' },
    place: 'evidence',
    check: { body: evidenceSchema },
  },
  {
    name: 'templates',
    plain: [
      'id',
      'subject_id',
      'evidence_id',
      'series',
      'version',
      'current',
      'removed_at',
      'created_at',
      'created_by',
    ],
    sealed: { approval: '' },
    place: 'template',
    hashed: { name_hash: templateHash },
  },
  {
    name: 'field_mappings',
    plain: [],
    sealed: { body: '' },
    place: 'field-mapping',
    hashed: { name_hash: ({ body }, { seal }) => seal.hash(`field-mapping:${(body as { name: string }).name}`) },
    check: { body: z.strictObject({ name: z.string(), holds: z.string(), by: z.string(), at: z.string() }) },
  },
  {
    name: 'log_mappings',
    plain: [],
    sealed: { body: '' },
    place: 'log-mapping',
    hashed: {
      header_hash: ({ body }, { seal }) =>
        seal.hash(`log-mapping:${[...(body as { header: Array<string> }).header].sort().join('\n')}`),
    },
    check: { body: savedMappingSchema.extend({ file: z.string(), by: z.string(), at: z.string() }) },
  },
  { name: 'message_settings', plain: ['keep_text'] },
  {
    name: 'agreements',
    plain: [
      'id',
      'subject_id',
      'version',
      'sha256',
      'bytes',
      'run_id',
      'evidence_id',
      'problem',
      'uploaded_at',
      'uploaded_by',
    ],
    sealed: { file_name: 'name', reading: 'reading' },
    place: 'agreement',
    hashed: { ends_on: ({ reading }) => endOf(reading as AgreementReading | null) },
    check: { file_name: z.string() },
  },
  {
    name: 'assessments',
    plain: ['id', 'subject_id', 'version', 'at', 'grade', 'worst', 'value', 'coverage', 'gaps'],
    sealed: { body: '' },
    place: 'assessment',
    hashed: {
      content_hash({ body }, { seal }) {
        const { at: _at, ...content } = body as PlainRow
        return seal.hash(JSON.stringify(content))
      },
    },
    check: { body: z.looseObject({ at: z.string(), findings: z.array(reasonable), score: reasonable }) },
  },
  {
    name: 'reports',
    plain: ['id', 'subject_id', 'assessment_id', 'kind', 'html_sha256', 'pdf_sha256', 'created_at', 'created_by'],
  },
  { name: 'blobs', plain: ['sha256', 'type', 'bytes', 'created_at'] },
  { name: 'blob_subjects', plain: ['sha256', 'subject_id'] },
  {
    name: 'legal_holds',
    plain: ['id', 'subject_id', 'placed_at', 'placed_by', 'lifted_at'],
    sealed: { reason: '' },
    place: 'hold',
    check: { reason: z.string() },
  },
  {
    name: 'retention_rules',
    plain: ['agreements', 'decisions', 'logs', 'removed', 'scans', 'letters', 'version', 'applied_at'],
  },
  { name: 'search_texts', plain: ['subject_id', 'kind', 'requirement', 'title', 'body'] },
]

/** Columns of the audit log; its chains are taken along as they are, so that their hashes can be checked again. */
export const eventColumns = [
  'chain',
  'seq',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'object_kind',
  'object_id',
  'before',
  'after',
  'request_id',
  'network',
  'previous_hash',
  'hash',
] as const

const placeOf = (form: TableForm, organisationId: string, key: unknown, word: string) =>
  `${form.place}:${organisationId}:${key}${word === '' ? '' : `:${word}`}`

const keyOf = (row: PlainRow) => row.id ?? row.name_hash ?? row.header_hash

/** Rows of one table of one organisation with their sealed values open, in the order they were written. */
export function* openRows(
  sqlite: BetterSqlite.Database,
  form: TableForm,
  organisationId: string,
  seal: Seal,
): Generator<PlainRow> {
  const columns = [...form.plain, ...Object.keys(form.sealed ?? {}), ...Object.keys(form.hashed ?? {})]
  const sql = `SELECT ${columns.join(', ')} FROM ${form.name} WHERE organisation_id = ? ORDER BY rowid`
  for (const row of sqlite.prepare(sql).iterate(organisationId) as IterableIterator<PlainRow>) {
    const open: PlainRow = Object.fromEntries(form.plain.map((name) => [name, row[name]]))
    for (const [name, word] of Object.entries(form.sealed ?? {})) {
      const value = row[name] as Buffer | null
      open[name] = value === null ? null : seal.open(value, placeOf(form, organisationId, keyOf(row), word))
    }
    // What waits or runs has ended here for the copy: nothing of it goes on elsewhere.
    if (form.name === 'scan_runs' && (open.state === 'queued' || open.state === 'running')) {
      Object.assign(open, { state: 'cancelled', problem: 'cancelled', lease_until: null })
    }
    // A drill that still runs holds keys and addresses; a copy in clear must not.
    if (form.name === 'scan_runs' && open.scanner === 'drill') {
      open.input = { ...(open.input as PlainRow), targets: [] }
    }
    yield open
  }
}

const idPattern = /^[a-z]{3}_[0-9a-z]{26}$/
const sha256Pattern = /^[0-9a-f]{64}$/

/** A row that cannot be one of ours: another column, a strange id, a value of another shape. */
export class StrangeRow extends Error {}

function checkRow(form: TableForm, row: PlainRow): void {
  const known = [...form.plain, ...Object.keys(form.sealed ?? {})]
  const isSame = Object.keys(row).length === known.length && known.every((name) => Object.hasOwn(row, name))
  if (!isSame) throw new StrangeRow(form.name)
  for (const name of form.plain) {
    const value = row[name]
    if (value !== null && !['string', 'number'].includes(typeof value)) throw new StrangeRow(form.name)
    const pattern =
      /(^|_)id$/.test(name) && name !== 'source_id' ? idPattern : name.endsWith('sha256') ? sha256Pattern : null
    if (value !== null && pattern !== null && !pattern.test(String(value))) throw new StrangeRow(form.name)
  }
  for (const [name, schema] of Object.entries(form.check ?? {})) {
    if (!schema.safeParse(row[name]).success) throw new StrangeRow(form.name)
  }
}

/** Writes open rows into another organisation, sealed with its key. Throws StrangeRow. */
export function rowWriter(sqlite: BetterSqlite.Database, form: TableForm, organisationId: string, seal: Seal) {
  const sealedNames = Object.keys(form.sealed ?? {})
  const columns = ['organisation_id', ...form.plain, ...sealedNames, ...Object.keys(form.hashed ?? {})]
  const insert = sqlite.prepare(
    `INSERT INTO ${form.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const one: Lookup['one'] = (sql, id) => sqlite.prepare(sql).get(id) as PlainRow | undefined
  return (row: PlainRow): void => {
    checkRow(form, row)
    const hashes = Object.fromEntries(
      Object.entries(form.hashed ?? {}).map(([name, make]) => [name, make(row, { one, seal, organisationId })]),
    )
    const key = keyOf({ ...row, ...hashes })
    const sealed = sealedNames.map((name) => {
      const place = placeOf(form, organisationId, key, form.sealed?.[name] ?? '')
      return row[name] === null ? null : seal.json(row[name], place)
    })
    insert.run(organisationId, ...form.plain.map((name) => row[name]), ...sealed, ...Object.values(hashes))
  }
}
