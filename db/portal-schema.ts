import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { organisations } from './auth-schema.ts'
import { sealed } from './columns.ts'

const owner = () =>
  text('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'restrict' })

/** "work": a scan, a reading or an import ended. "findings": lines turned against a subject. */
export const noticeKinds = ['work', 'findings', 'agreements', 'safety'] as const

/** News of an organisation; what it says is sealed. Who is told is decided when it is read, by role and choice. */
export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    kind: text({ enum: noticeKinds }).notNull(),
    /** null: about the organisation as a whole. */
    subjectId: text('subject_id'),
    /** What it tells of, so that nothing is told twice. */
    about: text().notNull(),
    body: sealed().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('notices_once').on(table.organisationId, table.about),
    index('notices_by_time').on(table.organisationId, table.createdAt),
  ],
)

/** What one person wants to be told in one organisation, and up to when they have read it. */
export const noticeChoices = sqliteTable(
  'notice_choices',
  {
    organisationId: owner(),
    personId: text('person_id').notNull(),
    work: integer({ mode: 'boolean' }).notNull(),
    findings: integer({ mode: 'boolean' }).notNull(),
    agreements: integer({ mode: 'boolean' }).notNull(),
    safety: integer({ mode: 'boolean' }).notNull(),
    /** One letter a day with what is new. */
    digest: integer({ mode: 'boolean' }).notNull(),
    readTo: text('read_to').notNull(),
    /** Up to when a digest has told. */
    mailedTo: text('mailed_to').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.personId] })],
)

/** Filters of lists and of the log that a person gave a name. */
export const savedFilters = sqliteTable(
  'saved_filters',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    personId: text('person_id').notNull(),
    place: text().notNull(),
    /** Name and query; what one looks for may be a name. */
    body: sealed().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('saved_filters_of').on(table.organisationId, table.personId, table.place)],
)

/** Logo, accent and last line of an organisation's reports; no row = the product's own look. */
export const brands = sqliteTable('brands', {
  organisationId: owner().primaryKey(),
  words: sealed().notNull(),
  logo: sealed(),
  version: integer().notNull(),
})

/** Results of scans of the portal's own pages. */
export const selfAudits = sqliteTable(
  'self_audits',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    body: sealed().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('self_audits_by_time').on(table.organisationId, table.createdAt)],
)
