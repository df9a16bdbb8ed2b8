import type { AuditEntry } from './audit-log.ts'
import type { Database } from './client.ts'
import type { Seal } from './seal.ts'

/** What the stores of one organisation are made from. Never leaves db/. */
export type Inside = {
  db: Database
  organisationId: string
  seal: Seal
  actorId: string
  now: () => Date
  /** Adds an audit event to the organisation's chain; only inside a write. */
  record: (entry: AuditEntry) => void
}
