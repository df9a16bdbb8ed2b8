import { type Scope, scoped } from '#db/scoped.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'

type Stale = { id: string; organisationId: string }

const systemScope = (proviso: Proviso, { organisationId }: Stale) =>
  scoped(proviso.db, organisationId, { kind: 'system', id: null }, proviso.now)

/** A vendor or its agreement changed: the practices are judged by them too. Call it in the write of the change. */
export function registerChanged(proviso: Proviso, scope: Scope): void {
  scope.subjects.markPracticesStale()
  proviso.rejudge.wake()
}

export function judgeStale(proviso: Proviso, stale: Stale): void {
  assessInScope(proviso, systemScope(proviso, stale), stale.id)
}

export function giveUpStale(proviso: Proviso, stale: Stale): void {
  systemScope(proviso, stale).subjects.markJudged(stale.id)
}
