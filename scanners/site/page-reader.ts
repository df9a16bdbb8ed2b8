import { join } from 'node:path'
import { ScanProblem } from '#scanners/problem.ts'
import { type ScanBrowser, startBrowser } from './capture/browser-process.ts'
import { identityFor } from './capture/identity.ts'
import { capturePage, type PageCapture, type PageJob } from './capture/page-state.ts'
import type { Captured } from './capture/recorder.ts'
import { captureStatic } from './capture/static-capture.ts'
import { type Targets, watchTargets } from './capture/targets.ts'
import { mappedKeys } from './egress/mapped-keys.ts'
import type { EgressPolicy } from './egress/policy.ts'
import type { ChildTask } from './messages.ts'

/** Wall clock of one page in one state, both visits together (security.md 3.2). */
const pageMs = 45_000

export type ReadPage = { capture: PageCapture; browser: string; sandbox: boolean; userAgent: string }
type OnCapture = (capture: PageCapture) => (request: Captured) => void

/** Reads pages, with the browser or without; `reset` is called between viewports and at the end. */
export type PageReader = {
  userAgent: (viewport: PageJob['viewport']) => Promise<string>
  read: (job: PageJob, onCapture: OnCapture) => Promise<ReadPage>
  reset: () => Promise<void>
}

/** No browser, no script run: what the page source says. */
export function staticReader(task: ChildTask, policy: EgressPolicy): PageReader {
  const agent = (viewport: PageJob['viewport']) => identityFor('130.0.0.0', viewport, task.contact).userAgent
  return {
    userAgent: async (viewport) => agent(viewport),
    read: async (job) => {
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
  let live: { browser: ScanBrowser; targets: Targets } | undefined
  let starts = 0

  async function ready(viewport: PageJob['viewport']): Promise<{ browser: ScanBrowser; targets: Targets }> {
    if (live === undefined) {
      const profile = join(task.folder, `profile-${process.pid}-${starts++}`)
      const browser = await startBrowser(choice!, { profile, viewport, contact: task.contact, acceptedKeys })
      live = { browser, targets: await watchTargets(browser) }
    }
    return live
  }
  async function reset(): Promise<void> {
    await live?.browser.close()
    live = undefined
  }
  return {
    userAgent: async (viewport) => (await ready(viewport)).browser.identity.userAgent,
    read: async (job, onCapture) => {
      const { browser, targets } = await ready(job.viewport)
      const { userAgent } = browser.identity
      const tools = { targets, policy, userAgent, contact: task.contact, seed: task.scanId, pageMs, onCapture }
      const capture = await capturePage(job, tools)
      if (capture.crashed || capture.overran) await reset()
      return { capture, browser: browser.version, sandbox: choice.sandbox, userAgent }
    },
    reset,
  }
}
