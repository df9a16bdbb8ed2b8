import type { Agreement } from '#db/agreements.ts'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getSubject } from '../use-cases/get-subject.ts'
import { NotFound } from '../use-cases/problem.ts'
import { readEvidence } from '../use-cases/read-evidence.ts'
import { wasRead } from '../views/agreement.ts'
import { compareAgreements } from '../views/agreement-compare.ts'

/** Two versions of a vendor's agreement; without `from` and `to` the newest two that could be read. */
export function agreementComparison(proviso: Proviso, actor: PersonActor, subjectId: string, query: URLSearchParams) {
  const { agreements } = getSubject(proviso, actor, { subjectId })
  const readable = agreements.filter(wasRead)
  const chosen = (name: 'from' | 'to', otherwise: Agreement | undefined) => {
    const wanted = query.get(name)
    return wanted === null ? otherwise : readable.find(({ version }) => String(version) === wanted)
  }
  const [from, to] = [chosen('from', readable[1]), chosen('to', readable[0])]
  if (from === undefined || to === undefined || from.id === to.id) throw new NotFound()
  const textOf = ({ evidenceId }: Agreement): DocumentEvidence => {
    const evidence = readEvidence(proviso, actor, { evidenceId: evidenceId ?? '' })
    if (evidence.kind !== 'document') throw new NotFound()
    return evidence
  }
  return {
    base: `/vendors/${subjectId}`,
    from: from.version,
    to: to.version,
    comparison: compareAgreements(textOf(from), textOf(to), proviso.now()),
  }
}
