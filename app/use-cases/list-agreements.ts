import type { Agreement } from '#db/agreements.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { practiceShown } from './confirm-practice.ts'
import { type AgreementWord, agreementWord, type DataGate, dataGate } from './data-gate.ts'
import { dayIn } from './organisation-day.ts'
import { type Actor, demand } from './permission.ts'
import { scopeOf } from './scope.ts'

export type InventoryRow = {
  vendor: Subject
  /** The version that counts; null when none could be read. */
  agreement: Agreement | null
  word: AgreementWord
  gate: DataGate
  /** Clauses of the practice bar met, of 6; content rules of the law met, of 17. null without an agreement. */
  clausesMet: number | null
  elementsMet: number | null
}

const perPart = 1_000
const clauses = [
  'baa.permitted-uses',
  'baa.safeguard-list',
  'baa.subcontractor-chain',
  'baa.breach-clock',
  'baa.termination-and-return',
  'baa.audit-right',
]

function met(agreement: Agreement | null, wanted: (requirement: string) => boolean): number | null {
  if (agreement?.reading == null) return null
  return Object.entries(agreement.reading.verdicts).filter(([id, verdict]) => wanted(id) && verdict === 'pass').length
}

const isOption = (id: string) =>
  ['baa.own-administration', 'baa.own-disclosure', 'baa.data-aggregation', 'baa.de-identification'].includes(id)

/** Every vendor with the state of its agreement, by name. What is absent is a row too. */
export function listAgreements(proviso: Proviso, actor: Actor): Array<InventoryRow> {
  demand(actor, 'read', 'vendor')
  const scope = scopeOf(proviso, actor)
  const today = dayIn(proviso.now(), scope.organisation.timeZone)
  const shown = practiceShown(scope)
  const rows: Array<InventoryRow> = []
  for (let offset = 0; ; offset += perPart) {
    const { items } = scope.subjects.list({ kind: 'vendor', sort: 'name', limit: perPart, offset })
    const standing = scope.agreements.standing(items.map(({ id }) => id))
    for (const vendor of items) {
      const agreement = standing.get(vendor.id)?.current ?? null
      rows.push({
        vendor,
        agreement,
        word: agreementWord(standing.get(vendor.id) ?? null, agreement, today),
        gate: dataGate(agreement, today, shown),
        clausesMet: met(agreement, (id) => clauses.includes(id)),
        elementsMet: met(agreement, (id) => !clauses.includes(id) && !isOption(id)),
      })
    }
    if (items.length < perPart) return rows
  }
}
