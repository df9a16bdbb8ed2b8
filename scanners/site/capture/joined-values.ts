import type { CanaryHit, PageRequest } from '../evidence.ts'
import { keystrokeHits } from './keystrokes.ts'
import type { PageCapture } from './page-state.ts'
import { joinedHits } from './pieces.ts'

/** Values sent key by key are credited to the request that completed them. */
export function addKeystrokes(capture: PageCapture, listed: ReadonlyArray<PageRequest>): void {
  if (capture.matcher === undefined) return
  const sent = capture.recorder.requests.filter(
    ({ at, visit, frames }) => frames.length > 0 || at >= (capture.typedAt[visit] ?? Number.POSITIVE_INFINITY),
  )
  for (const { request, hit } of keystrokeHits(sent, capture.matcher, capture.canaries)) {
    const credited = listed.find(({ id }) => id === request.id)
    if (credited === undefined) continue
    // Where the whole value stands in the request anyway, the way it grew tells nothing more; but numbers of keys also
    // read as characters, in capitals, and there the keys say more.
    const asCapitals = ({ field, encoding }: CanaryHit) =>
      hit.encoding === 'key-codes' && field === hit.field && encoding.startsWith('character-codes')
    credited.canaries = credited.canaries.filter((known) => !asCapitals(known))
    if (credited.canaries.every(({ field }) => field !== hit.field)) credited.canaries.push(hit)
  }
}

/** Values that several messages carry together are credited to the one that completed them. */
export function addJoined(capture: PageCapture, listed: ReadonlyArray<PageRequest>): boolean {
  if (capture.matcher === undefined) return false
  const { hits, fault } = joinedHits(capture.recorder.requests, capture.matcher)
  for (const { request, hit } of hits) {
    const canaries = listed.find(({ id }) => id === request.id)?.canaries
    if (canaries !== undefined && !canaries.some((known) => known.field === hit.field)) canaries.push(hit)
  }
  return fault
}
