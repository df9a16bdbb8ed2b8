import { z } from 'zod'
import type { FieldEvidence } from '#scanners/field/evidence.ts'
import { fieldScanner } from '#scanners/field/read-fields.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

export const importFieldsInput = z.strictObject({
  subjectId: idSchema,
  source: z.union([
    z.strictObject({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }),
    z.strictObject({ text: z.string() }),
  ]),
  /** Which feed it is; lists of one feed are compared with each other. "" = the only one. */
  system: z.string().trim().max(100, 'Use at most 100 characters.').default(''),
})

/** One feed: its lists, newest first. */
export type Feed = { system: string | null; lists: ReadonlyArray<FieldEvidence> }

/**
 * Reads the field names a feed hands over and judges anew. Names only: values are never kept, and neither is the file.
 * Throws ScanProblem as `readFields` does.
 */
export async function importFields(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof importFieldsInput>,
): Promise<void> {
  const { subjectId, source, system } = parseInput(importFieldsInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'change-messages', subjectFor(scope, actor, subjectId).kind)
  const pasted = 'text' in source
  if (pasted && source.text.trim() === '') throw new ScanProblem('empty-input')
  const file = pasted ? { bytes: new Uint8Array(Buffer.from(source.text, 'utf8')), name: 'pasted text' } : source
  const context = { now: proviso.now, signal: AbortSignal.timeout(30_000), progress: () => undefined }
  const found = await fieldScanner.scan({ ...file, system: system || null }, context)
  scope.write(() => {
    for (const item of found) scope.evidence.addSaid(subjectId, item)
    assessInScope(proviso, scope, subjectId)
  })
}

const subjectInput = z.strictObject({ subjectId: idSchema })

export function listFeeds(proviso: Proviso, actor: Actor, input: z.input<typeof subjectInput>): Array<Feed> {
  const { subjectId } = parseInput(subjectInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  const feeds = new Map<string | null, Array<FieldEvidence>>()
  for (const item of scope.evidence.said(subjectId, 'field')) {
    if (item.kind === 'field') feeds.set(item.system, [item, ...(feeds.get(item.system) ?? [])])
  }
  return [...feeds].map(([system, lists]) => ({ system, lists }))
}

const removeInput = z.strictObject({ subjectId: idSchema, system: z.string().max(100) })

/** Forgets a feed and all its lists: they hold names only, so nothing has to be put aside. */
export function removeFeed(proviso: Proviso, actor: Actor, input: z.input<typeof removeInput>): void {
  const { subjectId, system } = parseInput(removeInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'change-messages', subjectFor(scope, actor, subjectId).kind)
  const lists = scope.evidence
    .said(subjectId, 'field')
    .filter((item) => item.kind === 'field' && (item.system ?? '') === system)
  if (lists.length === 0) throw new NotFound()
  scope.write(() => {
    scope.evidence.takeBack(lists.map(({ id }) => id))
    assessInScope(proviso, scope, subjectId)
  })
}
