import { join } from 'node:path'
import { ScanProblem } from '#scanners/problem.ts'
import { type ScanBrowser, startBrowser } from './capture/browser-process.ts'
import { identityFor } from './capture/identity.ts'
import { capturePage, type PageCapture, type PageJob } from './capture/page-state.ts'
import type { ChunkCache } from './capture/page-store.ts'
import type { Captured } from './capture/recorder.ts'
import { captureStatic } from './capture/static-capture.ts'
import { type Targets, watchTargets } from './capture/targets.ts'
import { mappedKeys } from './egress/mapped-keys.ts'
import type { EgressPolicy } from './egress/policy.ts'
import type { ChildTask } from './messages.ts'

/** Wall clock of one page in one state, both visits together (security.md 3.2). */
const pageMs = 45_000

/** How one page is read beside others: pace of its loads, and what is told while it still runs. */
type ReadManner = {
  together: boolean
  beforeLoad: () => Promise<void>
  onCapture: (capture: PageCapture) => (request: Captured) => void
  onDom: (capture: PageCapture) => void
  onLeft: () => void
}

export type ReadPage = { capture: PageCapture; browser: string; sandbox: boolean; userAgent: string }

/**
 * Reads pages, several at once if wished, with the browser or without; `reset` is called between viewports and at the end.
 */
export type PageReader = {
  userAgent: (viewport: PageJob['viewport']) => Promise<string>
  read: (job: PageJob, manner: ReadManner) => Promise<ReadPage>
  reset: () => Promise<void>
}

/** No browser, no script run: what the page source says. */
export function staticReader(task: ChildTask, policy: EgressPolicy): PageReader {
  const agent = (viewport: PageJob['viewport']) => identityFor('130.0.0.0', viewport, task.contact).userAgent
  return {
    userAgent: async (viewport) => agent(viewport),
    read: async (job, { beforeLoad }) => {
      await beforeLoad()
      const userAgent = agent(job.viewport)
      return { capture: await captureStatic(job, policy, userAgent), browser: '', sandbox: true, userAgent }
    },
    reset: async () => {},
  }
}

/** One browser process for the scan; started anew after a page brought it down. */
export async function browserReader(task: ChildTask, policy: EgressPolicy): Promise<PageReader> {
  const choice = task.browser
  if (choice === null) throw new ScanProblem('no-browser')
  const acceptedKeys = await mappedKeys(task.input.lab)
  type Live = { browser: ScanBrowser; targets: Targets; readers: number; spoilt: boolean }
  let live: Promise<Live> | undefined
  let starts = 0
  const chunks: ChunkCache = new Map()
  let emptied = () => {}
  let empty: Promise<void> = Promise.resolve()

  async function start(viewport: PageJob['viewport']): Promise<Live> {
    const profile = join(task.folder, `profile-${process.pid}-${starts++}`)
    const browser = await startBrowser(choice!, { profile, viewport, contact: task.contact, acceptedKeys })
    return { browser, targets: await watchTargets(browser), readers: 0, spoilt: false }
  }
  async function ready(viewport: PageJob['viewport']): Promise<Live> {
    // A browser a page brought down is left by the other pages first: never two at once, for the memory.
    while ((await live)?.spoilt === true) await empty
    live ??= start(viewport)
    return live
  }
  async function reset(): Promise<void> {
    const last = live
    live = undefined
    const ended = await last?.catch(() => undefined)
    await ended?.browser.close()
  }
  return {
    userAgent: async (viewport) => (await ready(viewport)).browser.identity.userAgent,
    read: async (job, manner) => {
      const used = await ready(job.viewport)
      if (used.readers++ === 0) {
        empty = new Promise((resolve) => {
          emptied = resolve
        })
      }
      const { browser, targets } = used
      const { userAgent } = browser.identity
      try {
        const tools = {
          targets,
          policy,
          userAgent,
          contact: task.contact,
          chunks,
          seed: task.scanId,
          pageMs,
          ...manner,
        }
        const capture = await capturePage(job, tools)
        used.spoilt ||= capture.crashed || capture.overran
        return { capture, browser: browser.version, sandbox: choice.sandbox, userAgent }
      } finally {
        if (--used.readers === 0) {
          if (used.spoilt) await reset()
          emptied()
        }
      }
    },
    reset,
  }
}
