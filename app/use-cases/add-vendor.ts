import type { z } from 'zod'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { parseInput } from './problem.ts'
import { registerChanged } from './register-changed.ts'
import { scopeOf } from './scope.ts'
import { subjectFieldsSchema } from './subject-fields.ts'

export const addVendorInput = subjectFieldsSchema.vendor

/** Adds a vendor and judges what is known of it, so that its questions are there at once. */
export function addVendor(proviso: Proviso, actor: Actor, input: z.input<typeof addVendorInput>): Subject {
  demand(actor, 'change-subject', 'vendor')
  const fields = parseInput(addVendorInput, input)
  const scope = scopeOf(proviso, actor)
  return scope.write(() => {
    const subject = scope.subjects.add('vendor', fields)
    assessInScope(proviso, scope, subject.id)
    registerChanged(proviso, scope)
    return subject
  })
}
