import type { PageRequest } from '../evidence.ts'
import type { Captured, Visit } from './recorder.ts'

const chunkTypes: ReadonlySet<string> = new Set(['script', 'document', 'other'])

/**
 * Code and frames a page asked for only while it was typed into: they were stopped, so whatever they would have sent was
 * not seen. A request that carries typed text is proof by itself, and one that ran in the other visit was seen there.
 */
export function lateChunks(
  captured: ReadonlyArray<Captured>,
  listed: ReadonlyArray<PageRequest>,
  typedAt: Partial<Record<Visit, number>>,
): Array<string> {
  const byId = new Map(captured.map((request) => [request.id, request]))
  const topFrames = new Set(
    (['look', 'leave'] as const).map(
      (visit) => captured.find((request) => request.visit === visit && request.type === 'document')?.frameId,
    ),
  )
  const ran = new Set(captured.filter(({ status }) => status === 200).map(({ url }) => url))
  const late = listed.filter((request) => {
    const raw = byId.get(request.id)
    const closedAt = typedAt[request.visit]
    if (raw === undefined || closedAt === undefined || raw.at < closedAt) return false
    if (request.blocked !== 'stopped-by-scanner' || request.method !== 'GET' || request.canaries.length > 0)
      return false
    if (!chunkTypes.has(request.type) || ran.has(raw.url)) return false
    return request.type !== 'document' || (request.target === 'page' && !topFrames.has(raw.frameId))
  })
  return [...new Set(late.map(({ host, path }) => `${host}${path}`))]
}
