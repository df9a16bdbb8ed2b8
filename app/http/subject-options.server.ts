import { subjectKinds } from '#db/schema.ts'
import type { SubjectOption } from '../components/subject-select.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { may, type Permission } from '../use-cases/permission.ts'
import { scopeOf } from '../use-cases/scope.ts'

/** More than a list one scrolls can hold; whoever is further on is chosen from their own page. */
const mostOfKind = 200

/** Everybody with whom this person may do a thing, by kind and name; `chosen` is among them wherever they stand. */
export function subjectOptions(
  proviso: Proviso,
  actor: PersonActor,
  permission: Permission,
  chosen = '',
): Array<SubjectOption> {
  const { subjects } = scopeOf(proviso, actor)
  const options = subjectKinds
    .filter((kind) => may(actor.role, permission, kind))
    .flatMap((kind) => subjects.list({ kind, limit: mostOfKind }).items)
  const named = options.some(({ id }) => id === chosen) ? null : subjects.get(chosen)
  const isOffered = named !== null && named.removedAt === null && may(actor.role, permission, named.kind)
  return [...(isOffered ? [named] : []), ...options].map(({ id, name, kind }) => ({ id, name, kind }))
}
