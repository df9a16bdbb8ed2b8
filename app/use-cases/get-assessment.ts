import { z } from 'zod'
import type { StoredAssessment } from '#db/assessments.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { latestInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** One assessment by its id, or a subject's newest, or one of its versions. */
export const getAssessmentInput = z.union([
  z.strictObject({ assessmentId: idSchema }),
  z.strictObject({ subjectId: idSchema, version: z.coerce.number().int().positive().optional() }),
])

export function getAssessment(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof getAssessmentInput>,
): StoredAssessment & { subject: Subject } {
  const which = parseInput(getAssessmentInput, input)
  const scope = scopeOf(proviso, actor)
  const { assessments } = scope
  const stored =
    'assessmentId' in which
      ? assessments.get(which.assessmentId)
      : which.version === undefined
        ? latestInScope(proviso, scope, which.subjectId)
        : assessments.version(which.subjectId, which.version)
  if (stored === null) throw new NotFound()
  const subject = subjectFor(scope, actor, stored.subjectId)
  demand(actor, 'read', subject.kind)
  return { ...stored, subject }
}
