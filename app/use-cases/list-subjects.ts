import { z } from 'zod'
import type { ScoreLine } from '#db/assessments.ts'
import { subjectKinds } from '#db/schema.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { reminderDays } from '../views/agreement-dates.ts'
import { practiceShown } from './confirm-practice.ts'
import { type AgreementWord, agreementWord, type DataGate, dataGate } from './data-gate.ts'
import { dayIn } from './organisation-day.ts'
import { type Actor, demand } from './permission.ts'
import { parseInput } from './problem.ts'
import { scopeOf } from './scope.ts'

export const listSubjectsInput = z.strictObject({
  kind: z.enum(subjectKinds),
  search: z.string().trim().max(160).default(''),
  score: z.enum(['gaps', 'none']).optional(),
  agreement: z.enum(['none', 'ending', 'ended']).optional(),
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

/** "ending": today and the days people are reminded in; "ended": all before today. */
function lastDays(which: 'ending' | 'ended', today: string): { endsFrom: string; endsTo: string } {
  const dayAfter = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  if (which === 'ended') return { endsFrom: '0000', endsTo: dayAfter(-1) }
  return { endsFrom: today, endsTo: dayAfter(Math.max(...reminderDays)) }
}

export function listSubjects(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof listSubjectsInput>,
): { items: Array<ListedSubject>; total: number; page: number; pages: number } {
  const { kind, search, score, agreement, sort, page, perPage } = parseInput(listSubjectsInput, input)
  demand(actor, 'read', kind)
  const scope = scopeOf(proviso, actor)
  const today = dayIn(proviso.now(), scope.organisation.timeZone)
  const { items, total } = scope.subjects.list({
    ...{ kind, search, score, sort, limit: perPage, offset: (page - 1) * perPage },
    agreement: agreement === undefined || agreement === 'none' ? agreement : lastDays(agreement, today),
  })
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
