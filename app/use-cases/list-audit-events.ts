import { z } from 'zod'
import type { Checkpoint } from '#db/audit-checkpoints.ts'
import { type AuditChoices, type AuditEvent, firstUnfitting, namesIn } from '#db/audit-log.ts'
import type { ChainLook } from '../chain-watch.server.ts'
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

/**
 * The organisation's events, newest first. `brokenAt` names an event whose hash or link does not hold: of those listed,
 * of what came since the last look, or of the whole chain as `look` says when that was last checked.
 */
export function listAuditEvents(
  proviso: Proviso,
  actor: Actor,
  input: AuditQuery = {},
): { events: Array<AuditEvent>; brokenAt: number | null; look: ChainLook } {
  const { to, ...page } = parseInput(listAuditEventsInput, input)
  demand(actor, 'read-audit')
  const scope = scopeOf(proviso, actor)
  const events = scope.audit.list({ ...page, until: to === undefined ? undefined : dayAfter(to) })
  const look = proviso.chains.look(scope.organisationId)
  return { events, brokenAt: look.brokenAt ?? firstUnfitting(events), look }
}

/** Checks the whole log from its first event on; that somebody asked for it is an event itself. */
export async function checkAuditLog(proviso: Proviso, actor: Actor): Promise<ChainLook> {
  demand(actor, 'read-audit')
  const scope = scopeOf(proviso, actor)
  const look = await proviso.chains.checkWhole(scope.organisationId)
  const after = look.brokenAt === null ? `holds to ${look.to}` : `broken at ${look.brokenAt}`
  scope.audit.add({ action: 'audit-log.checked', object: { kind: 'audit-log', id: null }, after })
  proviso.chains.sign(scope.organisationId)
  return look
}

/** What the log can be filtered by. */
export function auditFilter(proviso: Proviso, actor: Actor): AuditChoices {
  demand(actor, 'read-audit')
  return scopeOf(proviso, actor).audit.choices()
}

/** Names of everybody who acted in these events or was acted upon, and of `others`. */
export function auditNames(
  proviso: Proviso,
  actor: Actor,
  events: ReadonlyArray<AuditEvent>,
  others: ReadonlyArray<string>,
): Map<string, string> {
  demand(actor, 'read-audit')
  const ids = events.flatMap(({ actorId, objectId }) => [actorId, objectId]).filter((id) => id !== null)
  return namesIn(proviso.db, [...ids, ...others])
}

const mostExported = 1_000_000

/** Every event the filter lets through, after a check of the whole chain; that it was taken out is an event itself. */
export async function exportAuditEvents(
  proviso: Proviso,
  actor: Actor,
  format: 'csv' | 'json',
  input: Omit<AuditQuery, 'limit' | 'before'>,
): Promise<{ events: Array<AuditEvent>; brokenAt: number | null; checkpoint: Checkpoint | null }> {
  const { to, ...page } = parseInput(listAuditEventsInput, input)
  demand(actor, 'read-audit')
  const scope = scopeOf(proviso, actor)
  const until = to === undefined ? undefined : dayAfter(to)
  const events = scope.audit.list({ ...page, until, limit: mostExported })
  scope.audit.add({ action: 'audit-log.exported', object: { kind: 'audit-log', id: null }, after: format })
  const { brokenAt, checkpoint } = await proviso.chains.checkWhole(scope.organisationId)
  return { events, brokenAt, checkpoint }
}
