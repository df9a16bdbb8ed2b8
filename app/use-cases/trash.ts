import { z } from 'zod'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand, may } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { registerChanged } from './register-changed.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** How long a removed subject can be put back. */
export const trashDays = 30

const since = (proviso: Proviso) => new Date(proviso.now().getTime() - trashDays * 86_400_000)

const which = z.strictObject({ subjectId: idSchema })
const confirmed = z.strictObject({ subjectId: idSchema, confirmed: z.literal(true, 'Say that you are sure.') })

/** Puts a subject aside: its running work is stopped, and no list, score or register counts it any more. */
export function removeSubject(
  proviso: Proviso,
  actor: Actor,
  input: { subjectId: string; confirmed: boolean },
): Subject {
  const { subjectId } = parseInput(which, { subjectId: input.subjectId })
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'change-subject', subject.kind)
  parseInput(confirmed, input)
  scope.write(() => {
    for (const run of scope.runs.list({ subjectId, states: ['queued', 'running'] })) scope.runs.requestCancel(run.id)
    scope.subjects.setRemoved(subject, true)
    if (subject.kind === 'vendor') registerChanged(proviso, scope)
  })
  return subject
}

/** What this person may put back, the last removed first. */
export function listTrash(proviso: Proviso, actor: Actor): Array<Subject> {
  const seen = ({ kind }: Subject) => actor.kind !== 'person' || may(actor.role, 'change-subject', kind)
  demand(actor, 'change-subject')
  return scopeOf(proviso, actor).subjects.removedSince(since(proviso)).filter(seen)
}

/** Everything is as it was. NotFound for what is not in the trash; InvalidInput once the 30 days are over. */
export function putBack(proviso: Proviso, actor: Actor, input: z.input<typeof which>): Subject {
  demand(actor, 'change-subject')
  const { subjectId } = parseInput(which, input)
  const scope = scopeOf(proviso, actor)
  return scope.write(() => {
    const subject = scope.subjects.get(subjectId)
    const isThere = subject !== null && subject.removedAt !== null
    if (!isThere || (actor.kind === 'person' && !may(actor.role, 'change-subject', subject.kind))) throw new NotFound()
    if (subject.removedAt! < since(proviso).toISOString()) {
      throw new InvalidInput({ form: `It was removed more than ${trashDays} days ago. Add it anew.` })
    }
    scope.subjects.setRemoved(subject, false)
    scope.subjects.markStale(subjectId)
    registerChanged(proviso, scope)
    return { ...subject, removedAt: null }
  })
}
