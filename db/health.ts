import { statSync } from 'node:fs'
import { and, count, eq, lt } from 'drizzle-orm'
import { auditChains, readAudit } from './audit-log.ts'
import { type Database, isIntact } from './client.ts'
import { scanRuns } from './schema.ts'

export type DatabaseHealth = {
  intact: boolean
  bytes: number
  /** Time of the newest audit event; null when there is none. */
  newestEvent: Date | null
  /** Runs that were due before `waitingSince` and still wait. */
  longWaiting: number
}

/** Facts about the database for Doctor. Reads only. */
export function databaseHealth(db: Database, waitingSince: Date): DatabaseHealth {
  const chains = auditChains(db)
  const newest = chains.flatMap((chain) => readAudit(db, chain, { limit: 1 })).map(({ at }) => Date.parse(at))
  const late = and(eq(scanRuns.state, 'queued'), lt(scanRuns.dueAt, waitingSince.toISOString()))
  return {
    intact: isIntact(db.sqlite),
    bytes: statSync(db.sqlite.name).size,
    newestEvent: newest.length === 0 ? null : new Date(Math.max(...newest)),
    longWaiting: db.orm.select({ n: count() }).from(scanRuns).where(late).get()?.n ?? 0,
  }
}
