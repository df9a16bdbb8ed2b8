import type { Canary } from './canary.ts'
import type { CanaryHit } from './evidence.ts'
import { loadDigests } from './leak/digests.ts'
import { createIndex } from './leak/index-of-patterns.ts'
import { parameterAt } from './leak/parameter.ts'
import { type Pattern, patternsFor } from './leak/patterns.ts'
import { type View, viewsOf } from './leak/views.ts'

/** One piece of what was sent: where it stood and its raw bytes. `name` is the header or cookie, if it is one. */
export type Sent = { channel: CanaryHit['channel']; bytes: Uint8Array; name: string | null }

export type MatchResult = {
  hits: Array<CanaryHit>
  /** A value that was never typed was "found": nothing this matcher says of the page may be believed. */
  fault: boolean
}

export type LeakMatcher = {
  /** Finds typed values in the parts of one request or message. */
  match: (parts: ReadonlyArray<Sent>) => MatchResult
  /** Whether a text carries a typed value, for the guard of the closed world. */
  carries: (text: string) => boolean
}

type Found = { pattern: Pattern; view: View; at: number; encoding: Array<string>; sent: Sent }

const tellingNames = /birth|dob|bday|\bdb\b|zip|zp\b|postal|postcode|\bbd\b/i

function chainOf(found: Pick<Found, 'pattern' | 'view'>, extra: ReadonlyArray<string>): Array<string> {
  return [...found.pattern.encoding, ...extra, ...[...found.view.chain].reverse()]
}

function toHit({ pattern, view, at, encoding, sent }: Found): CanaryHit {
  return {
    field: pattern.field,
    encoding: encoding.length === 0 ? 'plain' : encoding.join('+'),
    channel: sent.channel,
    parameter: sent.name ?? parameterAt(view, at),
    ...view.locate(at, pattern.bytes.length),
  }
}

/** The whole value beats a part of it, fewer encodings beat more: one hit a field, digest and place. */
function best(found: ReadonlyArray<Found>): Array<Found> {
  const chosen = new Map<string, Found>()
  const better = (a: Found, b: Found) =>
    Number(a.pattern.part) - Number(b.pattern.part) ||
    a.encoding.length - b.encoding.length ||
    b.pattern.bytes.length - a.pattern.bytes.length
  for (const hit of found) {
    const digest = hit.pattern.encoding.join('+')
    const key = `${hit.pattern.field} ${hit.pattern.value} ${digest} ${hit.sent.channel} ${hit.sent.name ?? ''}`
    const known = chosen.get(key)
    if (known === undefined || better(hit, known) < 0) chosen.set(key, hit)
  }
  return [...chosen.values()]
}

/**
 * Looks for typed canaries byte by byte: every spelling, every digest of it, behind every chain of encodings and
 * compressions up to four deep. Pure: it knows no hosts and no vendors. `typed` and `twins` pair by field.
 */
export async function createLeakMatcher(
  typed: ReadonlyArray<Canary>,
  twins: ReadonlyArray<Canary> = [],
): Promise<LeakMatcher> {
  const all = [...typed.map((canary) => ({ canary, twin: false })), ...twins.map((canary) => ({ canary, twin: true }))]
  const patterns = patternsFor(all, await loadDigests())
  const index = createIndex(patterns)

  function search(sent: Sent): Array<Found> {
    const found: Array<Found> = []
    for (const view of viewsOf(sent.bytes)) {
      for (const { pattern, at, masked } of index.find(view.bytes)) {
        const encoding = chainOf({ pattern, view }, masked ? ['xor'] : [])
        found.push({ pattern, view, at, encoding, sent })
      }
    }
    return found
  }

  return {
    match: (parts) => {
      const found = parts.flatMap(search)
      const real = found.filter(({ pattern }) => !pattern.twin)
      const strong = real.some(({ pattern }) => !pattern.weak)
      const hits = best(real)
        .map((hit) => ({ hit, shown: toHit(hit) }))
        .filter(({ hit, shown }) => !hit.pattern.weak || strong || tellingNames.test(shown.parameter ?? ''))
        .map(({ shown }) => shown)
      return { hits, fault: found.some(({ pattern }) => pattern.twin && !pattern.weak) }
    },
    carries: (text) =>
      search({ channel: 'url', bytes: Buffer.from(text), name: null }).some(({ pattern }) => !pattern.twin),
  }
}
