import type { Proviso } from '../proviso.server.ts'
import type { Actor } from './permission.ts'
import { scopeOf } from './scope.ts'

/** What of a sensitive record was looked at or taken out. The words stand in the log; never a value of a person. */
export type Access =
  | { action: 'agreement.viewed' | 'agreement-request.downloaded'; kind: 'agreement'; id: string; how?: never }
  | { action: 'observation.viewed' | 'opt-out-person.viewed'; kind: 'run'; id: string; how?: never }
  | { action: 'report.viewed' | 'report.downloaded'; kind: 'report'; id: string; how?: never }
  | { action: 'file.downloaded'; kind: 'file'; id: string; how?: never }
  | { action: 'scan.exported' | 'opt-outs.exported'; kind: 'run'; id: string; how: string }
  | { action: 'messages.exported'; kind: 'subject'; id: string; how: string }
  | { action: 'agreements.exported'; kind: 'organisation'; id: string; how: string }

/** One event before the record leaves: if it cannot be written, nothing is shown. */
export function recordAccess(proviso: Proviso, actor: Actor, { action, kind, id, how }: Access): void {
  scopeOf(proviso, actor).audit.add({ action, object: { kind, id }, after: how ?? null })
}
