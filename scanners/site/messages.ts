import type { BrowserChoice } from '#scanners/browser.ts'
import type { ProblemCode } from '#scanners/problem.ts'
import type { PageEvidence, PageRequest } from './evidence.ts'
import type { SiteScanInput } from './input.ts'

export type PageKey = { url: string; consent: PageEvidence['consent']; viewport: PageEvidence['viewport'] }

/** A page that is finished: what a restarted child must not do again, and what it may learn from. */
export type FinishedPage = { key: PageKey; links: Array<{ url: string; text: string }>; interesting: boolean }

/** What the parent hands to the child that holds the browser. */
export type ChildTask = {
  input: SiteScanInput
  scanId: string
  browser: BrowserChoice | null
  /** Folder of the parent; profile and temporary files live below it. */
  folder: string
  contact: string | undefined
  now: string
  finished: Array<FinishedPage>
}

/** What the child streams back while the scan runs. Everything in it has passed the redaction gate. */
export type ChildMessage =
  | { type: 'page-started'; key: PageKey; shown: string; done: number; total: number }
  | { type: 'request'; key: PageKey; request: PageRequest }
  | { type: 'page-finished'; finished: FinishedPage; evidence: PageEvidence; screenshot: Uint8Array | null }
  | { type: 'problem'; code: ProblemCode; detail: string | undefined }
  | { type: 'bug'; stack: string }
  | { type: 'done' }
