import { z } from 'zod'
import type { ScoreLine } from '#db/assessments.ts'
import { subjectKinds } from '#db/schema.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { practiceShown } from './confirm-practice.ts'
import { type AgreementWord, agreementWord, type DataGate, dataGate } from './data-gate.ts'
import { dayIn } from './organisation-day.ts'
import { type Actor, demand } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export const listSubjectsInput = z.strictObject({
  kind: z.enum(subjectKinds),
  search: z.string().trim().max(160).default(''),
  sort: z.enum(['name', 'updated']).default('name'),
  /** From 1. */
  page: z.coerce.number().int().min(1).default(1),
  perPage: z.coerce.number().int().min(1).max(200).default(50),
})

export type ListedSubject = {
  subject: Subject
  score: ScoreLine | null
  /** Vendors only. */
  agreement: AgreementWord | null
  dataGate: DataGate | null
}

export function listSubjects(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof listSubjectsInput>,
): { items: Array<ListedSubject>; total: number; page: number; pages: number } {
  const { kind, search, sort, page, perPage } = parseInput(listSubjectsInput, input)
  demand(actor, 'read', kind)
  const scope = scopeOf(proviso, actor)
  const today = dayIn(proviso.now(), scope.organisation.timeZone)
  const { items, total } = scope.subjects.list({ kind, search, sort, limit: perPage, offset: (page - 1) * perPage })
  const shown = practiceShown(scope)
  const ids = items.map(({ id }) => id)
  const lines = scope.assessments.latestLines(ids)
  const agreements = scope.agreements.standing(kind === 'vendor' ? ids : [])
  const listed = items.map((subject): ListedSubject => {
    const score = lines.get(subject.id) ?? null
    if (kind !== 'vendor') return { subject, score, agreement: null, dataGate: null }
    const standing = agreements.get(subject.id)
    const current = standing?.current ?? null
    return {
      subject,
      score,
      agreement: agreementWord(standing ?? null, current, today),
      dataGate: dataGate(current, today, shown),
    }
  })
  return { items: listed, total, page, pages: Math.max(1, Math.ceil(total / perPage)) }
}
