import type { z } from 'zod'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'
import { subjectFieldsSchema } from './subject-fields.ts'

export const addPracticeInput = subjectFieldsSchema.practice

/** Adds a practice and judges what is known of it, so that its questions are there at once. */
export function addPractice(proviso: Proviso, actor: Actor, input: z.input<typeof addPracticeInput>): Subject {
  demand(actor, 'change-subject', 'practice')
  const fields = parseInput(addPracticeInput, input)
  const scope = scopeOf(proviso, actor)
  return scope.write(() => {
    const subject = scope.subjects.add('practice', fields)
    assessInScope(proviso, scope, subject.id)
    return subject
  })
}
