import { z } from 'zod'
import type { ScanRun } from '#db/scan-runs.ts'
import { runStates, subjectKinds } from '#db/schema.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand, may } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export const listRunsInput = z.strictObject({
  subjectId: idSchema.optional(),
  states: z.array(z.enum(runStates)).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** Runs with their subjects, newest first. Runs of subjects the role may not see are left out. */
export function listRuns(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof listRunsInput> = {},
): Array<{ run: ScanRun; subject: Subject }> {
  const { subjectId, states, limit } = parseInput(listRunsInput, input)
  demand(actor, 'read')
  const scope = scopeOf(proviso, actor)
  const which = {
    limit,
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(states === undefined ? {} : { states }),
  }
  return scope.runs.list(which).flatMap((run) => {
    const subject = scope.subjects.get(run.subjectId)
    if (
      subject === null ||
      subject.removedAt !== null ||
      (actor.kind === 'person' && !may(actor.role, 'read', subject.kind))
    )
      return []
    return [{ run, subject }]
  })
}

/** What failed or stayed partial and was not done again since, newest first, of subjects the actor may see. */
export function listTroubledRuns(
  proviso: Proviso,
  actor: Actor,
  most: number,
): Array<{ run: ScanRun; subject: Subject }> {
  demand(actor, 'read')
  const scope = scopeOf(proviso, actor)
  const kinds = subjectKinds.filter((kind) => actor.kind === 'system' || may(actor.role, 'read', kind))
  return scope.runs.troubled(kinds, most).flatMap((run) => {
    const subject = scope.subjects.get(run.subjectId)
    return subject === null ? [] : [{ run, subject }]
  })
}
