import { z } from 'zod'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { registerChanged } from './register-changed.ts'
import { scopeOf, subjectFor } from './scope.ts'
import { resettleAgreements } from './settle-agreement.ts'
import { subjectFieldsSchema } from './subject-fields.ts'

const which = z.strictObject({ subjectId: idSchema, version: z.coerce.number().int().positive(), fields: z.unknown() })

export type UpdateSubject = {
  subjectId: string
  /** The version the form was opened with. */
  version: number
  fields: z.input<(typeof subjectFieldsSchema)['vendor']>
}

/** Changes a subject's intake and judges it anew. Throws StaleVersion (with what stands there now) on a stale form. */
export function updateSubject(proviso: Proviso, actor: Actor, input: UpdateSubject): Subject {
  const { subjectId, version, fields } = parseInput(which, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'change-subject', subject.kind)
  const parsed = parseInput(subjectFieldsSchema[subject.kind], fields)
  return scope.write(() => {
    const changed = scope.subjects.change(subjectId, version, parsed)
    if (changed === null) throw new NotFound()
    if (subject.kind === 'vendor') {
      if (changed.name !== subject.name) resettleAgreements(scope, subjectId, changed.name)
      registerChanged(proviso, scope)
    }
    assessInScope(proviso, scope, subjectId)
    return changed
  })
}
