import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { organisations } from './auth-schema.ts'
import { moment, sealed } from './columns.ts'

const owner = () =>
  text('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'restrict' })

/** The server that sends an organisation's mail; its address, user and password are sealed. */
export const mailSettings = sqliteTable('mail_settings', {
  organisationId: owner().primaryKey(),
  server: sealed().notNull(),
  updatedAt: moment('updated_at').notNull(),
})

export const letterKinds = ['invitation', 'password', 'reminder', 'digest', 'test'] as const
/** "kept": there was no mail server, so a person hands it over. */
export const letterStates = ['kept', 'waiting', 'sent', 'failed'] as const

/** Mail on its way or to be handed over. Address, subject and text are sealed. */
export const letters = sqliteTable(
  'letters',
  {
    id: text().primaryKey(),
    organisationId: owner(),
    kind: text({ enum: letterKinds }).notNull(),
    /** The link inside it: once that is closed the letter is not sent any more. */
    linkId: text('link_id'),
    /** What it tells of, so that nobody is told twice. */
    about: text(),
    body: sealed().notNull(),
    state: text({ enum: letterStates }).notNull(),
    attempt: integer().notNull().default(0),
    dueAt: moment('due_at').notNull(),
    problem: text(),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
  },
  (table) => [
    index('letters_by_organisation').on(table.organisationId, table.createdAt),
    index('letters_due').on(table.state, table.dueAt),
    uniqueIndex('letters_once').on(table.organisationId, table.about),
  ],
)
