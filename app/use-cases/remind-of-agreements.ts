import type { Proviso } from '../proviso.server.ts'
import { listEnding } from './list-ending.ts'
import { scopeOf } from './scope.ts'

/**
 * Writes to owners and managers about agreements that end: 60, 30 and 7 days before, on the day and once it has passed,
 * once each. Vendor and date only. Returns how many letters were written.
 */
export function remindOfAgreements(proviso: Proviso): number {
  const today = proviso.now().toISOString().slice(0, 10)
  let written = 0
  for (const organisationId of proviso.letters.organisations()) {
    const actor = { kind: 'system', organisationId } as const
    const scope = scopeOf(proviso, actor)
    const readers = scope.members.list().filter(({ role }) => role === 'owner' || role === 'manager')
    for (const { subjectId, vendor, inForceTo, stage } of listEnding(proviso, actor, today, Number.POSITIVE_INFINITY)) {
      const over = stage === 'overdue'
      scope.notices.add({
        ...{ kind: 'agreements', subjectId, about: `renewal ${subjectId} ${inForceTo} ${stage}` },
        says: `The agreement with ${vendor} ${over ? 'ended' : 'ends'} on ${inForceTo}.`,
        to: `/vendors/${subjectId}/agreement`,
      })
      for (const { personId, email } of readers) {
        const subject = over ? `Agreement with ${vendor} has ended` : `Agreement with ${vendor} ends on ${inForceTo}`
        const says = over ? `ended on ${inForceTo}. No patient data may flow` : `ends on ${inForceTo}. Renew it in time`
        const text = `The agreement with ${vendor} ${says}.\n\n${proviso.origin}/vendors/${subjectId}/agreement\n`
        const about = `renewal ${subjectId} ${inForceTo} ${stage} ${personId}`
        const body = { to: email, subject: subject.replace(/[\r\n]/g, ' '), text }
        if (scope.letters.add({ kind: 'reminder', linkId: null, about, body }) !== null) written += 1
      }
    }
  }
  return written
}
