import { z } from 'zod'
import type { FieldMapping } from '#db/field-mappings.ts'
import type { Scope } from '#db/scoped.ts'
import type { TemplateRow } from '#db/templates.ts'
import type { TemplateEvidence } from '#scanners/template/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** A version of a message: its row, and its text with approval and field mapping laid over it. */
export type StoredTemplate = { row: TemplateRow; evidence: TemplateEvidence }

export type FieldHolds = NonNullable<TemplateEvidence['mapping']>

export function mappingOf(mappings: ReadonlyArray<FieldMapping>): FieldHolds {
  return Object.fromEntries(mappings.map(({ name, holds }) => [name, holds]))
}

function withText(scope: Scope, rows: ReadonlyArray<TemplateRow>): Array<StoredTemplate> {
  const texts = scope.evidence.several(rows.map(({ evidenceId }) => evidenceId))
  const mappings = scope.fieldMappings.list()
  const overlay = mappings.length === 0 ? {} : { mapping: mappingOf(mappings) }
  return rows.flatMap((row) => {
    const evidence = texts.get(row.evidenceId)
    if (evidence?.kind !== 'template') return []
    return [{ row, evidence: { ...evidence, approved: row.approval, ...overlay } }]
  })
}

/** The messages of a subject that count now. */
export function templatesIn(scope: Scope, subjectId: string): Array<StoredTemplate> {
  return withText(scope, scope.templates.list(subjectId))
}

const subjectInput = z.strictObject({ subjectId: idSchema })

/** All messages of a subject, what was put aside, and what people said of opaque fields. */
export function listTemplates(proviso: Proviso, actor: Actor, input: z.input<typeof subjectInput>) {
  const { subjectId } = parseInput(subjectInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  return {
    templates: templatesIn(scope, subjectId),
    removed: withText(scope, scope.templates.removed(subjectId)),
    mappings: scope.fieldMappings.list(),
    keepsText: scope.templates.keepsText(),
  }
}

const oneInput = z.strictObject({ subjectId: idSchema, series: idSchema })

/** One message with its versions, newest first. NotFound for one of another subject. */
export function getTemplate(proviso: Proviso, actor: Actor, input: z.input<typeof oneInput>) {
  const { subjectId, series } = parseInput(oneInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  const versions = withText(
    scope,
    scope.templates.versions(series).filter((row) => row.subjectId === subjectId),
  )
  const [template] = versions
  if (template === undefined) throw new NotFound()
  return { template, versions, mappings: scope.fieldMappings.list() }
}
