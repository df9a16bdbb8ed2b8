import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Append-only, hash-chained per organisation; the chain "instance" holds what belongs to none. */
export const auditEvents = sqliteTable(
  'audit_events',
  {
    chain: text().notNull(),
    seq: integer().notNull(),
    at: text().notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    action: text().notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id'),
    before: text(),
    after: text(),
    requestId: text('request_id'),
    network: text(),
    previousHash: text('previous_hash').notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.seq] })],
)

/** Signed points of the chains; append-only. What is signed is said in audit-checkpoints.ts. */
export const auditCheckpoints = sqliteTable(
  'audit_checkpoints',
  {
    chain: text().notNull(),
    seq: integer().notNull(),
    hash: text().notNull(),
    at: text().notNull(),
    /** Which key signed: the beginning of the SHA-256 of its public half. */
    keyId: text('key_id').notNull(),
    signature: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.keyId, table.seq] })],
)
