import { z } from 'zod'
import type { Agreement } from '#db/agreements.ts'
import type { Scope } from '#db/scoped.ts'
import type { Proviso } from '../proviso.server.ts'
import { hashOf } from './content-hash.ts'
import type { PracticeShown } from './data-gate.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, NotFound, parseInput } from './problem.ts'
import { registerChanged } from './register-changed.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** Rulings under this name speak of one agreement file: is the covered entity in it this organisation? No checklist has it. */
const ruledUnder = 'agreement.names-this-practice'

const legalForms =
  /\b(?:inc|incorporated|llc|l l c|llp|l l p|lp|corp|corporation|co|company|ltd|limited|pllc|p l l c|pc|p c|pa|p a|plc|pbc|the)\b/g

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(legalForms, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A company and the name it does business under, each for itself. */
const partsOf = (name: string) =>
  name
    .split(/\b(?:d\/b\/a|dba|doing business as|a\/k\/a|f\/k\/a|trading as)\b/i)
    .map(plain)
    .filter((part) => part !== '')

/** Equal but for legal form, accents and punctuation. Less than that shows nothing: two clinics may share most words. */
export function isSamePractice(named: string, ours: string): boolean {
  const own = new Set(partsOf(ours))
  return partsOf(named).some((part) => own.has(part))
}

/** Whether the practice an agreement names is the organisation, one of its practices, or what a person ruled to be so. */
export function practiceShown(scope: Scope): PracticeShown {
  let practices: ReadonlyArray<string> | null = null
  const ourPractices = () => {
    practices ??= scope.subjects.list({ kind: 'practice', limit: 10_000 }).items.map(({ name }) => name)
    return practices
  }
  return (named, { subjectId, sha256 }) => {
    const same = (ours: string) => isSamePractice(named, ours)
    if (same(scope.organisation.name) || ourPractices().some(same)) return { by: null }
    const newest = scope.evidence
      .said(subjectId, 'ruling')
      .filter((item) => item.kind === 'ruling' && item.requirement === ruledUnder && item.observation === sha256)
      .at(-1)
    return newest?.kind === 'ruling' && newest.verdict === 'pass' ? { by: newest.by } : null
  }
}

export const confirmPracticeInput = z.strictObject({
  subjectId: idSchema,
  agreementId: idSchema,
  /** false takes a confirmation back. */
  same: z.boolean(),
  reason: z.string().trim().min(10, 'Say why, in at least ten characters.').max(2000),
})

/** A person's word that the practice named in this very file is theirs, kept as a ruling with reason and name. */
export function confirmPractice(proviso: Proviso, actor: Actor, input: z.input<typeof confirmPracticeInput>): void {
  const { subjectId, agreementId, same, reason } = parseInput(confirmPracticeInput, input)
  const scope = scopeOf(proviso, actor)
  const subject = subjectFor(scope, actor, subjectId)
  demand(actor, 'rule', subject.kind)
  const agreement: Agreement | null = scope.agreements.get(agreementId)
  if (agreement === null || agreement.subjectId !== subjectId) throw new NotFound()
  const verdict = same ? ('pass' as const) : ('unknown' as const)
  const content = { requirement: ruledUnder, observation: agreement.sha256, verdict, reason, expiresAt: null }
  const source = { scanner: 'rulings', ref: ruledUnder, at: proviso.now().toISOString(), sha256: hashOf(content) }
  const by = actor.kind === 'person' ? actor.name : 'system'
  scope.write(() => {
    scope.evidence.addSaid(subjectId, { kind: 'ruling', id: 'ruling', source, ...content, by })
    const object = { kind: 'agreement', id: agreementId }
    scope.audit.add({
      action: same ? 'practice.confirmed' : 'practice.confirmation-taken-back',
      object,
      after: verdict,
    })
    registerChanged(proviso, scope)
  })
}
