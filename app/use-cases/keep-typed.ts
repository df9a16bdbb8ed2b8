import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

/** What stood in one form of a page. `form` is its number on the page. */
const typedSchema = z.strictObject({
  path: z
    .string()
    .max(300)
    .regex(/^\/(?![/\\])/),
  form: z.number().int().min(0).max(99),
  fields: z.array(z.tuple([z.string().max(80), z.string().max(20_000)])).max(400),
})

export type Typed = z.infer<typeof typedSchema>

const keptMs = 86_400_000
const nameOf = (path: string) => `page ${createHash('sha256').update(path).digest('hex').slice(0, 40)}`

/** Keeps what a person typed into a page whose session is about to end, sealed, for a day. */
export function keepTyped(proviso: Proviso, actor: PersonActor, input: unknown): void {
  const typed = parseInput(typedSchema, input)
  scopeOf(proviso, actor).drafts.save(nameOf(typed.path), typed)
}

/** What was typed into this page before the session ended; null when nothing was, or more than a day ago. */
export function keptTyped(proviso: Proviso, actor: PersonActor, path: string): Typed | null {
  const draft = scopeOf(proviso, actor).drafts.get(nameOf(path))
  if (draft === null || proviso.now().getTime() - Date.parse(draft.updatedAt) > keptMs) return null
  return typedSchema.safeParse(draft.values).data ?? null
}

/** It was sent, or is not wanted any more. */
export function forgetTyped(proviso: Proviso, actor: PersonActor, path: string): void {
  scopeOf(proviso, actor).drafts.discard(nameOf(path))
}
