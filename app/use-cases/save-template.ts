import { z } from 'zod'
import type { Scope } from '#db/scoped.ts'
import type { TemplateRow } from '#db/templates.ts'
import { channels, type TemplateEvidence } from '#scanners/template/evidence.ts'
import { templateEvidence } from '#scanners/template/template-evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { InvalidInput, idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** With one subject. A page that lists more would be of no use, and judging them would hold up the portal. */
export const maxTemplates = 2000

export const maxTemplateCharacters = 200_000

export const saveTemplateInput = z.strictObject({
  subjectId: idSchema,
  /** The version the person had before them; null for a message of its own. */
  earlier: idSchema.nullable(),
  name: z.string().trim().min(1, 'Give the message a name.').max(200, 'Use at most 200 characters.'),
  channel: z.enum(channels, 'Choose how it is sent.'),
  text: z
    .string()
    .refine((text) => text.trim() !== '', 'Write or paste the text of the message.')
    .max(maxTemplateCharacters, 'Use at most 200,000 characters.'),
})

/** The same words, whether or not personal shapes were masked between. */
export function saysTheSame(a: TemplateEvidence, b: TemplateEvidence): boolean {
  return a.bodySha256 === b.bodySha256 || (a.text !== null && a.text === b.text)
}

/** Stores one text as the newest version of a message. Call it in the write that judges anew. */
export function addVersion(scope: Scope, subjectId: string, item: TemplateEvidence, earlier: TemplateRow | null) {
  const kept = scope.templates.keepsText() ? item : { ...item, text: null }
  const stored = scope.evidence.addSaid(subjectId, kept)
  return scope.templates.add(subjectId, stored.id, item, earlier)
}

function earlierOf(scope: Scope, subjectId: string, id: string | null): TemplateRow | null {
  if (id === null) return null
  const rows = scope.templates.list(subjectId)
  const row = rows.find((item) => item.id === id)
  if (row !== undefined) return row
  throw new InvalidInput({
    text: 'Somebody saved another version or removed this message while you were typing. Copy your text, then open the message again.',
  })
}

/** Saves a text as typed. Answers the series it belongs to. A changed text starts without approval. */
export function saveTemplate(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof saveTemplateInput>,
): { series: string; isNew: boolean } {
  const { subjectId, earlier: id, name, channel, text } = parseInput(saveTemplateInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'change-messages', subject.kind)
  return scope.write(() => {
    const earlier = earlierOf(scope, subjectId, id)
    const named = scope.templates.byName(subjectId)({ name, channel })
    if (named !== null && named.series !== earlier?.series) {
      throw new InvalidInput({ name: 'Another message of this channel has this name. Choose another name.' })
    }
    if (earlier === null && scope.templates.list(subjectId).length >= maxTemplates) {
      throw new InvalidInput({ text: 'There are 2,000 messages already. Remove some that are no longer sent.' })
    }
    const item = templateEvidence({ id: name, text, channel }, { at: proviso.now(), keepText: true, channel })
    const before = earlier === null ? null : scope.evidence.get(earlier.evidenceId)
    const unchanged =
      earlier !== null && before?.kind === 'template' && named?.id === earlier.id && saysTheSame(before, item)
    if (unchanged) return { series: earlier.series, isNew: false }
    const added = addVersion(scope, subjectId, item, earlier)
    assessInScope(proviso, scope, subjectId)
    return { series: earlier?.series ?? added, isNew: true }
  })
}

const changeInput = z.strictObject({ subjectId: idSchema, version: idSchema })

/** The current version of one of the subject's messages, for a change by somebody who may change it. */
function changing(proviso: Proviso, actor: Actor, input: z.input<typeof changeInput>, removed = false) {
  const { subjectId, version } = parseInput(changeInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'change-messages', subject.kind)
  const rows = removed ? scope.templates.removed(subjectId) : scope.templates.list(subjectId)
  const row = rows.find(({ id }) => id === version)
  if (row === undefined) throw new NotFound()
  return { scope, row }
}

/** A named person approves exactly this version, or takes that back. An older version is not found. */
export function approveTemplate(
  proviso: Proviso,
  actor: Actor,
  { approve, ...input }: z.input<typeof changeInput> & { approve: boolean },
): void {
  const { scope, row } = changing(proviso, actor, input)
  const by = actor.kind === 'person' ? actor.name : 'system'
  scope.write(() => {
    scope.templates.approve(row.id, approve ? { by, at: proviso.now().toISOString() } : null)
    assessInScope(proviso, scope, row.subjectId)
  })
}

/** Puts a message aside; it can be put back. */
export function removeTemplate(proviso: Proviso, actor: Actor, input: z.input<typeof changeInput>): void {
  const { scope, row } = changing(proviso, actor, input)
  scope.write(() => {
    scope.templates.setRemoved(row.id, true)
    assessInScope(proviso, scope, row.subjectId)
  })
}

export function putBackTemplate(proviso: Proviso, actor: Actor, input: z.input<typeof changeInput>): void {
  const { scope, row } = changing(proviso, actor, input, true)
  scope.write(() => {
    scope.templates.setRemoved(row.id, false)
    assessInScope(proviso, scope, row.subjectId)
  })
}
