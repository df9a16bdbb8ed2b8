import { z } from 'zod'
import { assess } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import type { StoredAssessment } from '#db/assessments.ts'
import type { Scope } from '#db/scoped.ts'
import type { Proviso } from '../proviso.server.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const assessSubjectInput = z.strictObject({ subjectId: idSchema })

/** Judges a subject's evidence as it stands now. A new version is stored only when it says something new. */
export function assessInScope(
  proviso: Proviso,
  scope: Scope,
  subjectId: string,
): StoredAssessment & { isNew: boolean } {
  const subject = scope.subjects.get(subjectId)
  if (subject === null) throw new NotFound()
  const assessment = assess(checklistsFor(subject.kind), gatherEvidence(scope, subject), proviso.now())
  return scope.write(() => {
    scope.subjects.markJudged(subjectId)
    return scope.assessments.add(subjectId, assessment)
  })
}

export function assessSubject(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof assessSubjectInput>,
): StoredAssessment & { isNew: boolean } {
  const { subjectId } = parseInput(assessSubjectInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  return assessInScope(proviso, scope, subjectId)
}
