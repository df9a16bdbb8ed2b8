import { z } from 'zod'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Subject } from '#db/subjects.ts'
import type { Evidence } from '#scanners/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import type { RunEvent } from '../queue/queue.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const getRunInput = z.strictObject({ runId: idSchema })

type Input = z.input<typeof getRunInput>

function open(proviso: Proviso, actor: Actor, input: Input) {
  const { runId } = parseInput(getRunInput, input)
  const scope = scopeOf(proviso, actor)
  const run = scope.runs.get(runId)
  if (run === null) throw new NotFound()
  const subject = subjectFor(scope, actor, run.subjectId)
  demand(actor, 'read', subject.kind)
  return { scope, run, subject }
}

export function getRun(proviso: Proviso, actor: Actor, input: Input): { run: ScanRun; subject: Subject } {
  const { run, subject } = open(proviso, actor, input)
  return { run, subject }
}

/** What a run has found so far, also while it runs. */
export function readRunEvidence(proviso: Proviso, actor: Actor, input: Input): Array<Evidence> {
  const { scope, run } = open(proviso, actor, input)
  return scope.evidence.ofRun(run.id)
}

/** Follows a run until the returned function is called. Events carry ids and words; load the page for the rest. */
export function watchRun(
  proviso: Proviso,
  actor: Actor,
  input: Input,
  listener: (event: RunEvent) => void,
): () => void {
  const { run } = open(proviso, actor, input)
  return proviso.queue.watch(run.id, listener)
}
