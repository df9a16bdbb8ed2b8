import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { problemCodes } from '#scanners/problem.ts'
import { organisations, roles } from './auth-schema.ts'
import { sealed } from './columns.ts'

export * from './audit-schema.ts'
export * from './auth-schema.ts'
export * from './mail-schema.ts'
export * from './portal-schema.ts'
export * from './retention-schema.ts'
export * from './search-schema.ts'

// Times are UTC ISO text. Every table that belongs to an organisation carries its id and is reached through scoped().

const owner = () =>
  text('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'restrict' })

/** Data keys, wrapped by the master key that lies outside the database. A new version re-wraps, it never re-encrypts. */
export const organisationKeys = sqliteTable('organisation_keys', {
  organisationId: owner().primaryKey(),
  wrapped: sealed().notNull(),
  createdAt: text('created_at').notNull(),
})

export const subjectKinds = ['vendor', 'practice', 'prospect'] as const

export const subjects = sqliteTable(
  'subjects',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    kind: text({ enum: subjectKinds }).notNull(),
    name: text().notNull(),
    siteUrl: text('site_url'),
    /** YYYY-MM-DD: when patient data first flowed or will flow; null = not told. */
    dataStart: text('data_start'),
    /** All intake fields as JSON. */
    fields: sealed().notNull(),
    version: integer().notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** Since when something it is judged by has changed without its being judged anew; null = judged. */
    staleSince: text('stale_since'),
    /** Since when it lies in the trash; null = it does not. */
    removedAt: text('removed_at'),
  },
  (table) => [
    index('subjects_stale').on(table.staleSince),
    // A list is ordered, paged and counted from this alone; only the rows it shows are read.
    index('subjects_by_name').on(table.organisationId, table.kind, table.removedAt, table.name, table.id),
    index('subjects_by_change').on(table.organisationId, table.kind, table.updatedAt),
    check('subjects_kind', sql`${table.kind} IN ('vendor', 'practice', 'prospect')`),
  ],
)

export const runStates = ['queued', 'running', 'done', 'partial', 'failed', 'cancelled'] as const

export const scanRuns = sqliteTable(
  'scan_runs',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    scanner: text().notNull(),
    input: sealed().notNull(),
    /** Keyed hash: the same request of the same subject is one run while it waits or runs. */
    inputHash: text('input_hash').notNull(),
    /** Host the run loads; one run at a time per host. */
    targetHost: text('target_host'),
    /** Who said under which statement that this may be scanned; null where nothing is loaded. */
    authority: sealed(),
    state: text({ enum: runStates }).notNull(),
    problem: text({ enum: problemCodes }),
    problemDetail: sealed('problem_detail'),
    stage: text().notNull(),
    stepsDone: integer('steps_done').notNull().default(0),
    stepsTotal: integer('steps_total'),
    attempt: integer().notNull().default(0),
    dueAt: text('due_at').notNull(),
    leaseUntil: text('lease_until'),
    cancelRequestedAt: text('cancel_requested_at'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    startedAt: text('started_at'),
    finishedAt: text('finished_at'),
  },
  (table) => [
    uniqueIndex('scan_runs_once')
      .on(table.subjectId, table.scanner, table.inputHash)
      .where(sql`state IN ('queued', 'running')`),
    index('scan_runs_due').on(table.state, table.dueAt),
    index('scan_runs_by_subject').on(table.organisationId, table.subjectId, table.createdAt),
    index('scan_runs_by_time').on(table.organisationId, table.createdAt),
    index('scan_runs_by_state').on(table.organisationId, table.state, table.createdAt),
    check('scan_runs_state', sql`${table.state} IN ('queued', 'running', 'done', 'partial', 'failed', 'cancelled')`),
  ],
)

export const evidence = sqliteTable(
  'evidence',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    /** null: handed in by a person (answer, ruling, template, field list). */
    runId: text('run_id').references(() => scanRuns.id),
    attempt: integer().notNull().default(0),
    /** The id the scanner gave; one per run and attempt, so that a repeated message stores nothing twice. */
    sourceId: text('source_id').notNull(),
    kind: text().notNull(),
    body: sealed().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('evidence_once').on(table.runId, table.attempt, table.sourceId),
    index('evidence_by_subject').on(table.organisationId, table.subjectId, table.kind),
  ],
)

/**
 * One version of a message template. The text is evidence and never rewritten; what changes about it stands here: which
 * version counts, who approved it, whether it was removed.
 */
export const templates = sqliteTable(
  'templates',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    /** Id of its first version: one series is one message through all its changes. */
    series: text().notNull(),
    version: integer().notNull(),
    /** Keyed hash of name and channel: the same message handed in again is a version, not another message. */
    nameHash: text('name_hash').notNull(),
    /** The newest version of its series. */
    current: integer({ mode: 'boolean' }).notNull(),
    /** Who approved exactly this text, and when. */
    approval: sealed(),
    removedAt: text('removed_at'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    uniqueIndex('templates_version').on(table.series, table.version),
    uniqueIndex('templates_current').on(table.series).where(sql`current = 1`),
    index('templates_by_subject').on(table.organisationId, table.subjectId, table.current),
  ],
)

/** What a person said an opaque merge field holds; one word an organisation and field. */
export const fieldMappings = sqliteTable(
  'field_mappings',
  {
    organisationId: owner(),
    nameHash: text('name_hash').notNull(),
    body: sealed().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.nameHash] })],
)

/** How an export of unknown format is to be read, as a person explained it; one word an organisation and header. */
export const logMappings = sqliteTable(
  'log_mappings',
  {
    organisationId: owner(),
    headerHash: text('header_hash').notNull(),
    body: sealed().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.headerHash] })],
)

/** How an organisation handles message texts; no row = they are kept. */
export const messageSettings = sqliteTable('message_settings', {
  organisationId: owner().primaryKey(),
  keepText: integer('keep_text', { mode: 'boolean' }).notNull(),
})

/** One uploaded version of a vendor's agreement, with what was read from it. */
export const agreements = sqliteTable(
  'agreements',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    version: integer().notNull(),
    sha256: text().notNull(),
    fileName: sealed('file_name').notNull(),
    bytes: integer().notNull(),
    runId: text('run_id')
      .notNull()
      .references(() => scanRuns.id),
    evidenceId: text('evidence_id').references(() => evidence.id),
    /** A typed refusal: then there is no verdict. */
    problem: text({ enum: problemCodes }),
    /** Parties, dates, signatures and readings as JSON. */
    reading: sealed(),
    /** The last day in force, YYYY-MM-DD, for order and search; '' = the reading names none, null = not read out yet. */
    endsOn: text('ends_on'),
    uploadedAt: text('uploaded_at').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
  },
  (table) => [
    uniqueIndex('agreements_version').on(table.subjectId, table.version),
    index('agreements_by_end').on(table.organisationId, table.endsOn),
  ],
)

export const assessments = sqliteTable(
  'assessments',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    version: integer().notNull(),
    at: text().notNull(),
    body: sealed().notNull(),
    /** Keyed hash of everything but the time: an assessment that says the same is not stored again. */
    contentHash: text('content_hash').notNull(),
    grade: text(),
    /** Tenths of a percent, as whole numbers. */
    worst: integer().notNull(),
    value: integer(),
    coverage: integer().notNull(),
    /** Scored lines that fail or are partial. */
    gaps: integer().notNull(),
  },
  (table) => [
    uniqueIndex('assessments_version').on(table.subjectId, table.version),
    // Holds all a list shows, so that nobody reads past the sealed body for it.
    index('assessments_lines').on(
      table.subjectId,
      table.version,
      table.organisationId,
      table.id,
      table.at,
      table.grade,
      table.worst,
      table.value,
      table.coverage,
      table.gaps,
    ),
  ],
)

export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    kind: text().notNull(),
    htmlSha256: text('html_sha256'),
    pdfSha256: text('pdf_sha256'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    index('reports_by_subject').on(table.organisationId, table.subjectId),
    index('reports_by_time').on(table.organisationId, table.createdAt),
  ],
)

export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    personId: text('person_id').notNull(),
    form: text().notNull(),
    body: sealed().notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [uniqueIndex('drafts_once').on(table.organisationId, table.personId, table.form)],
)

/** Index of the encrypted files. A file without a row is an orphan; the sweeper removes it after a day. */
export const blobs = sqliteTable(
  'blobs',
  {
    organisationId: owner(),
    sha256: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.sha256] })],
)

/** Which subjects a file belongs to: one picture may be on the pages of several. Decides who may see it. */
export const blobSubjects = sqliteTable(
  'blob_subjects',
  {
    organisationId: owner(),
    sha256: text().notNull(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.sha256, table.subjectId] })],
)

export const entryLinkKinds = ['invitation', 'password'] as const

/** One-time links that let a person in or choose a new password. Only the hash of a token can be looked up. */
export const entryLinks = sqliteTable(
  'entry_links',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    kind: text({ enum: entryLinkKinds }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** null: an invitation, whose person is not known yet. */
    personId: text('person_id'),
    role: text({ enum: roles }),
    /** Address and path of the link as JSON, so that the outbox can show it again while it is open. */
    letter: sealed().notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at').notNull(),
    endedAt: text('ended_at'),
    ended: text({ enum: ['used', 'withdrawn', 'replaced'] }),
  },
  (table) => [index('entry_links_by_organisation').on(table.organisationId, table.createdAt)],
)
