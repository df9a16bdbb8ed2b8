import { type Checkpoint, checkpointText } from '#db/audit-checkpoints.ts'
import type { AuditEvent } from '#db/audit-log.ts'
import { toCsv } from './csv.ts'

const columns = [
  'seq',
  'at',
  'actorKind',
  'actorId',
  'action',
  'objectKind',
  'objectId',
  'before',
  'after',
  'requestId',
  'network',
  'previousHash',
  'hash',
] as const satisfies ReadonlyArray<keyof AuditEvent>

/** Events as a table, with both hashes, so that the chain can be checked outside. */
export function auditCsv(events: ReadonlyArray<AuditEvent>): string {
  return toCsv(
    columns,
    events.map((event) => columns.map((column) => event[column])),
  )
}

/**
 * The same events as JSON. `brokenAt` is the first number whose hash or link does not hold, null when all do;
 * `checkpoint` is the newest signed point with the text that was signed, so that it can be verified without the portal.
 */
export function auditJson(
  events: ReadonlyArray<AuditEvent>,
  brokenAt: number | null,
  checkpoint: Checkpoint | null,
  publicKey: string,
): string {
  const signed =
    checkpoint === null ? null : { ...checkpoint, algorithm: 'ed25519', publicKey, text: checkpointText(checkpoint) }
  const whole = { schema: 'proviso/audit-log@1', hash: 'sha-256', brokenAt, checkpoint: signed, events }
  return `${JSON.stringify(whole, null, 2)}\n`
}
