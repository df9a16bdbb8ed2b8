import { z } from 'zod'
import type { StoredAssessment } from '#db/assessments.ts'
import { verdicts } from '#scanners/answers/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { hashOf } from './content-hash.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'
import { optionalDateSchema } from './subject-fields.ts'

export const ruleOnFindingInput = z.strictObject({
  subjectId: idSchema,
  requirement: z.string().max(120),
  /** Key of one observation; null rules on the whole line. */
  observation: z.string().max(300).nullable().default(null),
  verdict: z.enum(verdicts),
  reason: z.string().trim().min(10, 'Say why, in at least ten characters.').max(2000),
  /** Last day it holds (YYYY-MM-DD, UTC); null or "" until somebody rules again. */
  expiresOn: optionalDateSchema,
})

/** Lays a person's verdict over the machine's. Both stay visible; after the last day the machine's holds again. */
export function ruleOnFinding(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof ruleOnFindingInput>,
): StoredAssessment {
  const { subjectId, requirement, observation, verdict, reason, expiresOn } = parseInput(ruleOnFindingInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'rule', subject.kind)
  const expiresAt = expiresOn === null ? null : `${expiresOn}T23:59:59.999Z`
  const now = proviso.now().toISOString()
  if (expiresAt !== null && expiresAt <= now) throw new InvalidInput({ expiresOn: 'Choose a day that is not over.' })
  const latest = assessInScope(proviso, scope, subjectId).assessment
  const finding = latest.findings.find((line) => line.requirement === requirement)
  const known =
    finding !== undefined && (observation === null || finding.observations.some(({ key }) => key === observation))
  if (!known) throw new InvalidInput({ requirement: 'This line is not one of this subject’s.' })
  return scope.write(() => {
    const content = { requirement, observation, verdict, reason, expiresAt }
    const source = { scanner: 'rulings', ref: requirement, at: now, sha256: hashOf(content) }
    const by = actor.kind === 'person' ? actor.name : 'system'
    scope.evidence.addSaid(subjectId, { kind: 'ruling', id: 'ruling', source, ...content, by })
    scope.audit.add({
      action: 'finding.ruled',
      object: { kind: 'finding', id: requirement },
      before: finding.verdict,
      after: verdict,
    })
    return assessInScope(proviso, scope, subjectId)
  })
}
