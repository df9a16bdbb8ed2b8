import { z } from 'zod'
import { intakeSchema } from '#db/intake.ts'
import type { FieldErrors } from '../components/form.tsx'
import type { Proviso } from '../proviso.server.ts'
import type { Actor } from '../use-cases/permission.ts'
import { getDraft } from '../use-cases/save-draft.ts'
import { subjectFieldsSchema } from '../use-cases/subject-fields.ts'
import type { IntakeStep, VendorDraft } from '../views/intake.ts'
import { dateOf, linesOf, listOf, textOf } from './form.server.ts'

export const draftForm = 'vendor-intake'

const draftSchema = z.object({
  name: z.string().default(''),
  siteUrl: z.string().default(''),
  dataStart: z.string().default(''),
  intake: intakeSchema.default(() => intakeSchema.parse({})),
})

/** The half-filled vendor of this person, or an empty one. */
export function vendorDraft(proviso: Proviso, actor: Actor): VendorDraft {
  return draftSchema.parse(getDraft(proviso, actor, draftForm)?.values ?? {})
}

/** The name on the half-filled form, "" where none is typed yet; null without a draft. */
export function draftName(proviso: Proviso, actor: Actor): string | null {
  return getDraft(proviso, actor, draftForm) === null ? null : vendorDraft(proviso, actor).name
}

/** The draft with the answers of one page laid over it. */
export function withStep(draft: VendorDraft, step: IntakeStep, form: FormData): VendorDraft {
  const text = (name: string) => textOf(form, name)
  const { intake } = draft
  switch (step) {
    case 'name':
      return { ...draft, name: text('name'), siteUrl: text('siteUrl') }
    case 'service':
      return { ...draft, intake: { ...intake, service: text('service') } }
    case 'phi': {
      const handlesPhi = intakeSchema.shape.handlesPhi.parse(text('handlesPhi') || undefined)
      return { ...draft, intake: { ...intake, handlesPhi } }
    }
    case 'fields': {
      const fields = [...listOf(form, 'fields'), ...linesOf(form, 'otherFields')]
      return { ...draft, intake: { ...intake, fields: [...new Set(fields)] } }
    }
    case 'channels': {
      const channels = intakeSchema.shape.channels.parse(listOf(form, 'channels'))
      return { ...draft, intake: { ...intake, channels } }
    }
    case 'data': {
      const subprocessors = linesOf(form, 'subprocessors')
      return { ...draft, intake: { ...intake, subprocessors, storedWhere: text('storedWhere') } }
    }
    case 'responsible':
      return { ...draft, intake: { ...intake, responsible: text('responsible') } }
    case 'data-start':
      return { ...draft, dataStart: dateOf(form, 'dataStart') ?? 'not a date' }
  }
}

const askedOn: Record<string, IntakeStep> = {
  name: 'name',
  siteUrl: 'name',
  dataStart: 'data-start',
  service: 'service',
  handlesPhi: 'phi',
  fields: 'fields',
  channels: 'channels',
  subprocessors: 'data',
  storedWhere: 'data',
  responsible: 'responsible',
}

/** What stands in the way of going on from this page; errors of the other pages wait for theirs. */
export function stepErrors(draft: VendorDraft, step: IntakeStep): FieldErrors {
  const parsed = subjectFieldsSchema.vendor.safeParse(draft)
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = path.filter((part) => typeof part === 'string').at(-1) ?? ''
    if (askedOn[field] === step) errors[field] ??= message
  }
  return errors
}
