import { isPlace, type Place, places } from '../components/subject-kind.ts'
import type { Proviso } from '../proviso.server.ts'
import type { PersonActor } from '../session.server.ts'
import { getSubject, type SubjectDetail } from '../use-cases/get-subject.ts'
import { NotFound } from '../use-cases/problem.ts'

/** Vendors, practices or prospects, from the address; anything else is 404. */
export function placeOfPath({ place }: { place?: string | undefined }): Place {
  if (!isPlace(place)) throw new Response('Not found', { status: 404 })
  return place
}

/** The subject an address names. One subject has one address: under another kind it is not found. */
export function subjectOfPath(
  proviso: Proviso,
  actor: PersonActor,
  { place, subject }: { place?: string | undefined; subject?: string | undefined },
): SubjectDetail {
  const detail = getSubject(proviso, actor, { subjectId: subject ?? '' })
  if (detail.subject.kind !== places[placeOfPath({ place })].kind) throw new NotFound()
  return detail
}
