import { z } from 'zod'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const mapFieldInput = z.strictObject({
  subjectId: idSchema,
  name: z.string().trim().toLowerCase().min(1).max(200),
  /** null takes an earlier word back. */
  holds: z.enum(['ok', 'clinical', 'identifier', 'financial_or_ref'], 'Choose what the field holds.').nullable(),
})

/**
 * Says for the whole organisation what an opaque merge field holds, and judges every subject with messages anew. A field
 * whose name tells what it holds is never changed by it.
 */
export function mapField(proviso: Proviso, actor: Actor, input: z.input<typeof mapFieldInput>): void {
  const { subjectId, name, holds } = parseInput(mapFieldInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'change-messages', subjectFor(scope, actor, subjectId).kind)
  const by = actor.kind === 'person' ? actor.name : 'system'
  scope.write(() => {
    if (holds === null) scope.fieldMappings.remove(name)
    else scope.fieldMappings.set({ name, holds, by, at: proviso.now().toISOString() })
    for (const id of scope.templates.subjectIds()) if (id !== subjectId) scope.subjects.markStale(id)
    assessInScope(proviso, scope, subjectId)
  })
  proviso.rejudge.wake()
}

const keepInput = z.strictObject({ subjectId: idSchema, keep: z.boolean() })

/** Whether texts taken in from now on are kept. Without its text a message cannot be judged anew. */
export function keepMessageTexts(proviso: Proviso, actor: Actor, input: z.input<typeof keepInput>): void {
  const { subjectId, keep } = parseInput(keepInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'change-messages', subjectFor(scope, actor, subjectId).kind)
  scope.templates.setKeepsText(keep)
}
