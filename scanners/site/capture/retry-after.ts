import type { Captured } from './recorder.ts'

/** Longer than this no scan waits: the page is then what the site said, busy. */
const maxWaitMs = 30_000
const busy: ReadonlySet<number | null> = new Set([429, 503])

/** How long a busy site asks to be left alone (RFC 9110, 10.2.3: seconds or a date); undefined when it does not say. */
export function retryAfterMs(document: Captured | undefined, now: number): number | undefined {
  if (document === undefined || !busy.has(document.status)) return undefined
  const header = Object.entries(document.responseHeaders).find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  if (header === undefined) return undefined
  const waitMs = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isFinite(waitMs) && waitMs <= maxWaitMs ? Math.max(waitMs, 0) : undefined
}
