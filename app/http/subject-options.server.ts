import { subjectKinds } from '#db/schema.ts'
import type { SubjectOption } from '../components/subject-select.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { listSubjects } from '../use-cases/list-subjects.ts'
import { may, type Permission } from '../use-cases/permission.ts'

/** Everybody with whom this person may do a thing, by kind and name. */
export function subjectOptions(proviso: Proviso, actor: PersonActor, permission: Permission): Array<SubjectOption> {
  return subjectKinds
    .filter((kind) => may(actor.role, permission, kind))
    .flatMap((kind) =>
      listSubjects(proviso, actor, { kind, perPage: 200 }).items.map(({ subject: { id, name } }) => ({
        id,
        name,
        kind,
      })),
    )
}
