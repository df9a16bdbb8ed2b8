import { z } from 'zod'
import { assess } from '#checklists/assess.ts'
import { checklistsFor } from '#checklists/index.ts'
import type { Evidence, EvidenceOf } from '#scanners/evidence.ts'

/** What one scan of our own pages showed. Kept as it was; a later one does not change it. */
export const selfAuditSchema = z.strictObject({
  at: z.string(),
  by: z.string(),
  version: z.string(),
  pages: z.array(
    z.strictObject({ path: z.string(), title: z.string(), outcome: z.string(), reason: z.string().nullable() }),
  ),
  /** Every host other than the portal that a page asked or tried to ask, with a page that did. */
  others: z.array(z.strictObject({ host: z.string(), path: z.string() })),
  cookies: z.array(z.strictObject({ name: z.string(), thirdParty: z.boolean() })),
  /** Lines of the tracking checklist that are weak, missing or in conflict, and how many could not be judged. */
  against: z.array(z.strictObject({ title: z.string(), because: z.string() })),
  unknown: z.number().int(),
  passed: z.number().int(),
})

export type SelfAudit = z.infer<typeof selfAuditSchema>

type Page = EvidenceOf<'page'>

const pathOf = (url: string) => new URL(url).pathname

function othersOf(pages: ReadonlyArray<Page>, host: string): SelfAudit['others'] {
  const first = new Map<string, string>()
  for (const { url, requests, declared } of pages) {
    const asked = [...requests, ...declared].map((one) => one.host)
    for (const one of asked) if (one !== host && one !== '' && !first.has(one)) first.set(one, pathOf(url))
  }
  return [...first].map(([other, path]) => ({ host: other, path }))
}

/** Why a page that loaded shows nothing of what was asked for; null: it does. */
function astray({ status, finalUrl }: Page): string | null {
  if (status !== null && status >= 400) return `the answer was ${status}`
  return finalUrl !== null && /^\/sign-in(?:\/|$)/.test(pathOf(finalUrl)) ? 'it led to the sign-in page' : null
}

function outcomeOf(page: Page): { outcome: string; reason: string | null } {
  const { outcome, reason } = page
  const why = outcome === 'loaded' ? astray(page) : null
  return why === null ? { outcome, reason } : { outcome: 'not-assessed', reason: why }
}

/** Reads the evidence of a scan of our own pages, which it saw under `host`. Pure. */
export function selfAuditOf(
  evidence: ReadonlyArray<Evidence>,
  { at, by, version, host }: { at: Date; by: string; version: string; host: string },
): SelfAudit {
  const pages = evidence.flatMap((item) => (item.kind === 'page' ? [item] : []))
  const cookies = new Map(pages.flatMap((page) => page.cookies.map(({ name, thirdParty }) => [name, thirdParty])))
  const { findings } = assess(checklistsFor('prospect'), [...evidence], at)
  const scored = findings.filter(({ scored: counts }) => counts)
  return {
    at: at.toISOString(),
    by,
    version,
    pages: pages.map((page) => ({ path: pathOf(page.url), title: page.title, ...outcomeOf(page) })),
    others: othersOf(pages, host),
    cookies: [...cookies].map(([name, thirdParty]) => ({ name, thirdParty })),
    against: scored
      .filter(({ verdict }) => verdict === 'fail' || verdict === 'partial')
      .map(({ title, because }) => ({ title, because })),
    unknown: scored.filter(({ verdict }) => verdict === 'unknown').length,
    passed: scored.filter(({ verdict }) => verdict === 'pass').length,
  }
}

/** "clear" only where every page that was asked for loaded and none of them asked anybody else. */
export function selfAuditState({ pages, others, against }: SelfAudit): 'clear' | 'found' | 'not-assessed' {
  if (others.length > 0 || against.length > 0) return 'found'
  return pages.length > 0 && pages.every(({ outcome }) => outcome === 'loaded') ? 'clear' : 'not-assessed'
}
