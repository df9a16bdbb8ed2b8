import type { BrowserChoice } from '#scanners/browser.ts'
import type { ProblemCode } from '#scanners/problem.ts'
import type { PageEvidence, PageRequest } from './evidence.ts'
import type { SiteScanInput } from './input.ts'

export type PageKey = {
  url: string
  consent: PageEvidence['consent']
  viewport: PageEvidence['viewport']
  /** The journey of the scan's input is played on it, from this address on. */
  isJourney?: boolean
}

export function samePage(a: PageKey, b: PageKey): boolean {
  const journeys = (a.isJourney ?? false) === (b.isJourney ?? false)
  return journeys && a.url === b.url && a.consent === b.consent && a.viewport === b.viewport
}

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
  /** Not even the end of a page beside the start of the next: so it is known which page takes the child down. */
  oneByOne: boolean
}

/** What the child streams back while the scan runs. Everything in it has passed the redaction gate. */
export type ChildMessage =
  /** `number` counts the pages in the order they were chosen, from 1; it is the same in every run. */
  | { type: 'page-started'; key: PageKey; number: number; shown: string; done: number; total: number }
  | { type: 'request'; key: PageKey; request: PageRequest }
  | {
      type: 'page-finished'
      number: number
      finished: FinishedPage
      evidence: PageEvidence
      screenshot: Uint8Array | null
    }
  | { type: 'problem'; code: ProblemCode; detail: string | undefined }
  | { type: 'bug'; stack: string }
  | { type: 'done' }
