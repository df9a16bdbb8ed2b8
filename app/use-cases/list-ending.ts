import type { Agreement } from '#db/agreements.ts'
import type { Subject } from '#db/subjects.ts'
import type { Proviso } from '../proviso.server.ts'
import { type EndingAgreement, endingAgreements, reminderDays } from '../views/agreement-dates.ts'
import { type Actor, demand } from './permission.ts'
import { scopeOf } from './scope.ts'

const perPart = 1_000
const dayMs = 86_400_000

/** Every agreement in use that names its last day, the earliest first, with its vendor. */
export function listEndDates(
  proviso: Proviso,
  actor: Actor,
  { upTo = null, most = Number.POSITIVE_INFINITY }: { upTo?: string | null; most?: number } = {},
): Array<{ vendor: Subject; agreement: Agreement }> {
  demand(actor, 'read', 'vendor')
  const scope = scopeOf(proviso, actor)
  const found: Array<{ vendor: Subject; agreement: Agreement }> = []
  for (let offset = 0; found.length < most; offset += perPart) {
    const part = scope.agreements.ends({ upTo, limit: Math.min(perPart, most - found.length), offset })
    for (const agreement of part) {
      const vendor = scope.subjects.get(agreement.subjectId)
      if (vendor !== null) found.push({ vendor, agreement })
    }
    if (part.length < perPart) break
  }
  return found
}

/** Agreements that end soon or have ended, the longest over first; at most `most` vendors. `today` is YYYY-MM-DD. */
export function listEnding(proviso: Proviso, actor: Actor, today: string, most: number): Array<EndingAgreement> {
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + Math.max(...reminderDays) * dayMs)
  const due = listEndDates(proviso, actor, { upTo: last.toISOString().slice(0, 10), most })
  // What counts is the day in the sealed reading; the plain column only found it.
  return endingAgreements(
    due.map(({ vendor: { id, name }, agreement: { reading } }) => ({
      subjectId: id,
      vendor: name,
      inForceTo: reading?.inForceTo ?? null,
    })),
    today,
  )
}
