import { z } from 'zod'
import { type AuditEvent, firstBrokenLink } from '#db/audit-log.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

const word = z.string().trim().max(80)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the day as YYYY-MM-DD.')

export const listAuditEventsInput = z.strictObject({
  /** Sequence number to page on: only older events. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Id of the person who acted. */
  actor: word.optional(),
  action: word.optional(),
  /** Id or kind of what was acted upon. */
  object: word.optional(),
  /** First and last day, UTC, both included. */
  from: day.optional(),
  to: day.optional(),
})

export type AuditQuery = z.input<typeof listAuditEventsInput>

function dayAfter(text: string): string {
  const next = new Date(Date.parse(`${text}T00:00:00Z`) + 86_400_000)
  return Number.isNaN(next.getTime()) ? '9999' : next.toISOString()
}

/** The organisation's events, newest first. `brokenAt` names the first event whose hash chain does not hold. */
export function listAuditEvents(
  proviso: Proviso,
  actor: Actor,
  input: AuditQuery = {},
): { events: Array<AuditEvent>; brokenAt: number | null } {
  const { to, ...page } = parseInput(listAuditEventsInput, input)
  demand(actor, 'read-audit')
  const scope = scopeOf(proviso, actor)
  const events = scope.audit.list({ ...page, until: to === undefined ? undefined : dayAfter(to) })
  return { events, brokenAt: firstBrokenLink(proviso.db, scope.organisationId) }
}

/** What the log can be filtered by, and the names of the people in it. */
export function auditFilter(proviso: Proviso, actor: Actor) {
  demand(actor, 'read-audit')
  return scopeOf(proviso, actor).audit.choices()
}

const mostExported = 1_000_000

/** Every event the filter lets through; that it was taken out is an event itself. */
export function exportAuditEvents(
  proviso: Proviso,
  actor: Actor,
  format: 'csv' | 'json',
  input: Omit<AuditQuery, 'limit' | 'before'>,
): { events: Array<AuditEvent>; brokenAt: number | null } {
  const { to, ...page } = parseInput(listAuditEventsInput, input)
  demand(actor, 'read-audit')
  const scope = scopeOf(proviso, actor)
  const until = to === undefined ? undefined : dayAfter(to)
  const events = scope.audit.list({ ...page, until, limit: mostExported })
  scope.audit.add({ action: 'audit-log.exported', object: { kind: 'audit-log', id: null }, after: format })
  return { events, brokenAt: firstBrokenLink(proviso.db, scope.organisationId) }
}
