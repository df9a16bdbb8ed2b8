import { z } from 'zod'
import type { Scope } from '#db/scoped.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { channels, type TemplateEvidence, templateEvidenceSchema } from '#scanners/template/evidence.ts'
import { type ColumnMapping, readTemplates, type TemplateInput } from '#scanners/template/read-templates.ts'
import { templateEvidence } from '#scanners/template/template-evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { addVersion, maxTemplateCharacters, maxTemplates, saysTheSame } from './save-template.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** The door of messages in security.md 4. */
export const maxImportBytes = 25_000_000

export const pasteShapes = ['one', 'lines', 'table'] as const

const column = z.string().trim().max(200).default('')

export const importTemplatesInput = z.strictObject({
  subjectId: idSchema,
  source: z.union([
    z.strictObject({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }),
    z.strictObject({ text: z.string(), shape: z.enum(pasteShapes, 'Choose what the pasted text holds.') }),
  ]),
  /** Of what does not name its own. */
  channel: z.enum(channels, 'Choose how these messages are sent.'),
  columns: z.strictObject({ text: column, id: column, channel: column }).prefault({}),
})

type Import = z.output<typeof importTemplatesInput>

export type PreviewRow = { item: TemplateEvidence; state: 'new' | 'changed' | 'same' }

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
const unnamed = (text: string): TemplateInput => ({ id: '', text: text.trim(), channel: null })

function columnsOf({ text, id, channel }: Import['columns']): ColumnMapping {
  return { text: text || undefined, id: id || undefined, channel: channel || undefined }
}

/** The texts of a file or a paste, as they stand there. */
export async function readTexts({ source, columns }: Import): Promise<Array<TemplateInput>> {
  if ('bytes' in source) return readTemplates(source.bytes, source.name, columnsOf(columns))
  const { text, shape } = source
  if (text.trim() === '') throw new ScanProblem('empty-input')
  if (shape === 'table') {
    const start = text.trimStart()
    const known = /^[[{]/.test(start) || /^(?:from|to|subject|mime-version|date|received):/i.test(start)
    return readTemplates(bytesOf(known ? start : text), known ? '' : 'pasted.csv', columnsOf(columns))
  }
  const parts = text.split(shape === 'lines' ? /\r?\n/ : /^[ \t]*-{3,}[ \t]*$/m)
  return parts.filter((part) => part.trim() !== '').map(unnamed)
}

/** A message that nobody named goes by its first words. */
function nameOf({ id, text }: TemplateInput): string {
  if (id !== '' && !/^(?:row|line|entry) \d+$|^template$/.test(id)) return id.slice(0, 200)
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length <= 56 ? words || 'Message' : `${words.slice(0, 56).replace(/\s+\S*$/, '')} …`
}

/** Masked evidence under names of their own: two of one name and channel get a number, the same one twice is one. */
function named(found: ReadonlyArray<TemplateInput>, channel: Import['channel'], at: Date): Array<TemplateEvidence> {
  const byName = new Map<string, TemplateEvidence>()
  for (const input of found) {
    if (input.text.length > maxTemplateCharacters) {
      throw new ScanProblem('too-large', `“${nameOf(input)}” is longer than 200,000 characters`)
    }
    const item = templateEvidence({ ...input, id: nameOf(input) }, { at, keepText: true, channel })
    // The name may be the text's first words, so it is cut from the masked text.
    const masked = input.id === item.name ? item.name : nameOf({ ...input, text: item.text ?? '' })
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? masked : `${masked} (${number})`
      const key = `${item.channel} ${name.toLowerCase()}`
      const there = byName.get(key)
      if (there !== undefined && !saysTheSame(there, item)) continue
      byName.set(key, { ...item, name, source: { ...item.source, ref: name } })
      break
    }
  }
  return [...byName.values()]
}

const tooMany = 'up to 2,000 messages are kept with one subject'

const draftOf = (subjectId: string) => `templates:${subjectId}`

function opened(proviso: Proviso, actor: Actor, subjectId: string): Scope {
  const scope = scopeOf(proviso, actor)
  demand(actor, 'change-messages', subjectFor(scope, actor, subjectId).kind)
  return scope
}

/**
 * Reads what was handed in and lays it by, masked and sealed, for the preview. Nothing counts until it is confirmed.
 * Throws ScanProblem as `readTemplates` does.
 */
export async function readImport(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof importTemplatesInput>,
): Promise<number> {
  const given = parseInput(importTemplatesInput, input)
  const scope = opened(proviso, actor, given.subjectId)
  const found = await readTexts(given)
  if (found.length === 0) throw new ScanProblem('empty-input')
  if (found.length > maxTemplates) throw new ScanProblem('too-large', tooMany)
  const items = named(found, given.channel, proviso.now())
  const byName = scope.templates.byName(given.subjectId)
  const there = scope.templates.list(given.subjectId).length
  if (there + items.filter((item) => byName(item) === null).length > maxTemplates) {
    throw new ScanProblem('too-large', tooMany)
  }
  scope.drafts.save(draftOf(given.subjectId), { items })
  return items.length
}

const subjectInput = z.strictObject({ subjectId: idSchema })
const draftSchema = z.object({ items: z.array(templateEvidenceSchema) })

function rowsOf(scope: Scope, subjectId: string): Array<PreviewRow> | null {
  const draft = scope.drafts.get(draftOf(subjectId))
  if (draft === null) return null
  const byName = scope.templates.byName(subjectId)
  return draftSchema.parse(draft.values).items.map((item) => {
    const earlier = byName(item)
    if (earlier === null) return { item, state: 'new' }
    const before = scope.evidence.get(earlier.evidenceId)
    return { item, state: before?.kind === 'template' && saysTheSame(before, item) ? 'same' : 'changed' }
  })
}

/** What waits for the person's word; null: nothing does. */
export function importPreview(proviso: Proviso, actor: Actor, input: z.input<typeof subjectInput>) {
  const { subjectId } = parseInput(subjectInput, input)
  return rowsOf(opened(proviso, actor, subjectId), subjectId)
}

/** Takes in what the preview showed and judges anew. null: nothing waits. */
export function confirmImport(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof subjectInput>,
): { added: number; changed: number; same: number } | null {
  const { subjectId } = parseInput(subjectInput, input)
  const scope = opened(proviso, actor, subjectId)
  return scope.write(() => {
    const rows = rowsOf(scope, subjectId)
    if (rows === null) return null
    const count = (state: PreviewRow['state']) => rows.filter((row) => row.state === state).length
    const byName = scope.templates.byName(subjectId)
    for (const { item, state } of rows) {
      if (state !== 'same') addVersion(scope, subjectId, item, byName(item))
    }
    scope.drafts.discard(draftOf(subjectId))
    assessInScope(proviso, scope, subjectId)
    return { added: count('new'), changed: count('changed'), same: count('same') }
  })
}

export function discardImport(proviso: Proviso, actor: Actor, input: z.input<typeof subjectInput>): void {
  const { subjectId } = parseInput(subjectInput, input)
  opened(proviso, actor, subjectId).drafts.discard(draftOf(subjectId))
}
