import { z } from 'zod'
import type { Evidence } from '#scanners/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** All evidence a subject is judged by now: what reports attach and screens quote from. */
export function readSubjectEvidence(proviso: Proviso, actor: Actor, input: { subjectId: string }): Array<Evidence> {
  const { subjectId } = parseInput(z.strictObject({ subjectId: idSchema }), input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'read', subject.kind)
  return gatherEvidence(scope, subject)
}

/** One piece of evidence by its id. */
export function readEvidence(proviso: Proviso, actor: Actor, input: { evidenceId: string }): Evidence {
  const { evidenceId } = parseInput(z.strictObject({ evidenceId: idSchema }), input)
  const scope = scopeOf(proviso, actor)
  const found = scope.evidence.find(evidenceId)
  if (found === null) throw new NotFound()
  demand(actor, 'read', subjectFor(scope, actor, found.subjectId).kind)
  return found.evidence
}
