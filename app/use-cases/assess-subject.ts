import { z } from 'zod'
import { assess, type Ruled } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import type { StoredAssessment } from '#db/assessments.ts'
import type { Scope } from '#db/scoped.ts'
import type { Proviso } from '../proviso.server.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { noticeOfAssessment } from './notices.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'
import { searchTextsOf } from './search-texts.ts'

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
    const before = scope.assessments.latest(subjectId)?.assessment ?? null
    const stored = scope.assessments.add(subjectId, assessment)
    if (stored.isNew) noticeOfAssessment(scope, subject, before, stored)
    scope.search.replace(subjectId, searchTextsOf(subject, stored.assessment))
    return stored
  })
}

/** A ruling that ended since asks for a new judgement: an accepted risk comes back when it is next looked at. */
function hasEnded({ assessment }: StoredAssessment, now: string): boolean {
  const ended = (ruling: Ruled | null) => ruling?.expiresAt != null && ruling.expiresAt <= now
  return assessment.findings.some(
    ({ ruling, observations }) => ended(ruling) || observations.some((observation) => ended(observation.ruling)),
  )
}

/** The newest assessment, judged anew where a ruling in it has ended; null before the first. */
export function latestInScope(proviso: Proviso, scope: Scope, subjectId: string): StoredAssessment | null {
  const latest = scope.assessments.latest(subjectId)
  if (latest === null || !hasEnded(latest, proviso.now().toISOString())) return latest
  return assessInScope(proviso, scope, subjectId)
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
