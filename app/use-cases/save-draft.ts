import { z } from 'zod'
import type { Proviso } from '../proviso.server.ts'
import type { Actor } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

/** Name of a form, with the id of what it changes where there is one: "vendor-intake", "answers sub_…". */
const formSchema = z.string().regex(/^[a-z0-9_ -]{1,80}$/)

export const saveDraftInput = z.strictObject({
  form: formSchema,
  values: z.record(z.string().max(80), z.json()),
})

/** Keeps a half-filled form of this person; the same form again replaces it. */
export function saveDraft(proviso: Proviso, actor: Actor, input: z.input<typeof saveDraftInput>): void {
  const { form, values } = parseInput(saveDraftInput, input)
  scopeOf(proviso, actor).drafts.save(form, values)
}

export function getDraft(
  proviso: Proviso,
  actor: Actor,
  form: string,
): { values: Record<string, unknown>; updatedAt: string } | null {
  return scopeOf(proviso, actor).drafts.get(parseInput(formSchema, form))
}

export function discardDraft(proviso: Proviso, actor: Actor, form: string): void {
  scopeOf(proviso, actor).drafts.discard(parseInput(formSchema, form))
}
