import { z } from 'zod'
import { type AuditEvent, firstBrokenLink } from '#db/audit-log.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export const listAuditEventsInput = z.strictObject({
  /** Sequence number to page on: only older events. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** The organisation's events, newest first. `brokenAt` names the first event whose hash chain does not hold. */
export function listAuditEvents(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof listAuditEventsInput> = {},
): { events: Array<AuditEvent>; brokenAt: number | null } {
  const { before, limit } = parseInput(listAuditEventsInput, input)
  demand(actor, 'read-audit')
  const scope = scopeOf(proviso, actor)
  const events = scope.audit.list(before === undefined ? { limit } : { before, limit })
  return { events, brokenAt: firstBrokenLink(proviso.db, scope.organisationId) }
}
