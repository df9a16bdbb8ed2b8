import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations } from './auth-schema.ts'
import { subjects } from './schema.ts'

export const searchKinds = ['subject', 'finding', 'quote'] as const

/**
 * What the search finds: names of subjects, lines judged, and the words of contracts they rest on, masked. A search
 * index is a copy in clear, so nothing that may name a patient is in it. Triggers keep `search_index` (FTS5) in step.
 */
export const searchTexts = sqliteTable(
  'search_texts',
  {
    id: integer().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'restrict' }),
    subjectId: text('subject_id')
      .notNull()
      .references(() => subjects.id, { onDelete: 'cascade' }),
    kind: text({ enum: searchKinds }).notNull(),
    /** Of a finding or a quote: the requirement's id; else empty. */
    requirement: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
  },
  (table) => [index('search_texts_by_subject').on(table.organisationId, table.subjectId)],
)
