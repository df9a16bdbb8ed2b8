import { isPlace, type Place } from '../components/subject-kind.ts'

/** Vendors, practices or prospects, from the address; anything else is 404. */
export function placeOfPath({ place }: { place?: string | undefined }): Place {
  if (!isPlace(place)) throw new Response('Not found', { status: 404 })
  return place
}
