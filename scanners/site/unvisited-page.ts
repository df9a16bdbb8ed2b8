import { createHash } from 'node:crypto'
import type { ProblemCode } from '#scanners/problem.ts'
import { maskText, redactUrl } from '#scanners/redact.ts'
import type { PageEvidence, PageRequest } from './evidence.ts'
import type { ChildTask, PageKey } from './messages.ts'

type Setting = {
  task: Pick<ChildTask, 'input' | 'scanId' | 'now'>
  pageNumber: number
  linkTexts: ReadonlyArray<string>
  userAgent: string
  sandbox: boolean
}

/**
 * Evidence of a page that was not read to its end: refused before the visit, or lost with the browser. `seen` is what
 * had been streamed before; it is kept, and the page is then `partial`, never "not found".
 */
export function unvisitedPage(
  key: PageKey,
  reason: ProblemCode,
  setting: Setting,
  seen: ReadonlyArray<PageRequest> = [],
): PageEvidence {
  const { input, scanId, now } = setting.task
  const shown = redactUrl(key.url)
  return {
    kind: 'page',
    id: `${scanId}-p${setting.pageNumber}-${key.consent}-${key.viewport}`,
    source: { scanner: 'site', ref: shown, at: now, sha256: createHash('sha256').update(key.url).digest('hex') },
    url: shown,
    finalUrl: null,
    status: null,
    outcome: seen.length > 0 ? 'partial' : 'failed',
    reason,
    open: [],
    consent: key.consent,
    viewport: key.viewport,
    mode: input.mode,
    authority: input.authority,
    authenticated: false,
    lang: null,
    title: '',
    headings: [],
    jsonLdTypes: [],
    linkTexts: setting.linkTexts.map(maskText),
    policyText: '',
    forms: [],
    requests: [...seen],
    declared: [],
    scripts: [],
    globals: [],
    cookies: [],
    storage: [],
    listeners: [],
    replaySigns: [],
    dormant: [],
    cmp: null,
    typed: null,
    screenshot: null,
    refused: [],
    method: {
      browser: '',
      sandbox: setting.sandbox,
      userAgent: setting.userAgent,
      laboratory: input.lab !== undefined,
      startedAt: now,
      ms: 0,
    },
  }
}
