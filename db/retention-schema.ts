import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations } from './auth-schema.ts'
import { moment, sealed } from './columns.ts'
import { subjects } from './schema.ts'

const owner = () =>
  text('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'restrict' })

/** After how many years records end, by kind; null = they are kept. No row = everything is kept. */
export const retentionRules = sqliteTable('retention_rules', {
  organisationId: owner().primaryKey(),
  agreements: integer(),
  decisions: integer(),
  logs: integer(),
  removed: integer(),
  scans: integer(),
  letters: integer(),
  version: integer().notNull(),
  /** When the rules were last applied. */
  appliedAt: moment('applied_at'),
})

/** While one stands, nothing it covers ends by a rule. */
export const legalHolds = sqliteTable(
  'legal_holds',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    /** null: the whole organisation. */
    subjectId: text('subject_id').references(() => subjects.id),
    reason: sealed().notNull(),
    placedAt: moment('placed_at').notNull(),
    placedBy: text('placed_by').notNull(),
    liftedAt: moment('lifted_at'),
  },
  (table) => [index('legal_holds_by_organisation').on(table.organisationId, table.liftedAt)],
)
