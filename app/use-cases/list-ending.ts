import type { Proviso } from '../proviso.server.ts'
import { type EndingAgreement, endingAgreements } from '../views/agreement-dates.ts'
import { type Actor, demand } from './permission.ts'
import { scopeOf } from './scope.ts'

/** Agreements that end soon or have ended, the longest over first; at most `most` vendors. `today` is YYYY-MM-DD. */
export function listEnding(proviso: Proviso, actor: Actor, today: string, most: number): Array<EndingAgreement> {
  demand(actor, 'read', 'vendor')
  const scope = scopeOf(proviso, actor)
  const due = endingAgreements(
    scope.agreements.ends().map((end) => ({ ...end, vendor: '' })),
    today,
  )
  const found: Array<EndingAgreement> = []
  for (const one of due) {
    // Those of one day are all looked at, so that their order is the one of their names.
    if (found.length >= most && one.daysLeft !== found.at(-1)?.daysLeft) break
    const vendor = scope.subjects.get(one.subjectId)
    if (vendor?.kind === 'vendor' && vendor.removedAt === null) found.push({ ...one, vendor: vendor.name })
  }
  return found.sort((a, b) => a.daysLeft - b.daysLeft || (a.vendor < b.vendor ? -1 : 1)).slice(0, most)
}
