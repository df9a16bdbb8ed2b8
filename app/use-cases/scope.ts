import { type Scope, scoped } from '#db/scoped.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, may } from './permission.ts'
import { NotFound } from './problem.ts'

/** Opens the actor's own organisation. */
export function scopeOf(proviso: Proviso, actor: Actor): Scope {
  const by =
    actor.kind === 'system'
      ? ({ kind: 'system', id: null } as const)
      : {
          kind: 'person' as const,
          id: actor.id,
          requestId: actor.requestId ?? null,
          network: actor.network ?? null,
        }
  return scoped(proviso.db, actor.organisationId, by, proviso.now)
}

function seen(scope: Scope, actor: Actor, id: string): Subject | null {
  const subject = scope.subjects.get(id)
  // What lies in the trash is not there, for everybody and at every door but the trash itself.
  if (
    subject === null ||
    subject.removedAt !== null ||
    (actor.kind === 'person' && !may(actor.role, 'read', subject.kind))
  )
    return null
  return subject
}

export function isVisible(scope: Scope, actor: Actor, id: string): boolean {
  return seen(scope, actor, id) !== null
}

/** A subject the actor may see; NotFound for one of another organisation, and for sales one that is no prospect. */
export function subjectFor(scope: Scope, actor: Actor, id: string): Subject {
  const subject = seen(scope, actor, id)
  if (subject === null) throw new NotFound()
  return subject
}
