import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ScanProblem } from '#scanners/problem.ts'
import { type ScanBrowser, startBrowser } from './capture/browser-process.ts'
import { identityFor } from './capture/identity.ts'
import { pageEvidence, requestContext } from './capture/page-evidence.ts'
import { capturePage, type PageJob } from './capture/page-state.ts'
import { requestEvidence } from './capture/request-evidence.ts'
import { type Targets, watchTargets } from './capture/targets.ts'
import { createCrawl } from './crawl/crawl.ts'
import { readDirections } from './crawl/directions.ts'
import { mappedKeys } from './egress/mapped-keys.ts'
import { createEgressPolicy } from './egress/policy.ts'
import type { PageEvidence } from './evidence.ts'
import type { ChildMessage, ChildTask, FinishedPage, PageKey } from './messages.ts'
import { partyOf, portOf } from './party.ts'
import { unvisitedPage } from './unvisited-page.ts'

/** Wall clock of one page in one state, both visits together (security.md 3.2). */
export const pageMs = 45_000
/** One load every two seconds per host; laboratory hosts are exempt (security.md 6.4). */
const loadEveryMs = 2_000
const recheckedPages = 6

const same = (a: PageKey, b: PageKey) => a.url === b.url && a.consent === b.consent && a.viewport === b.viewport

/** The scan itself, inside the child process: crawl, capture, hand over page by page. */
export async function runScan(task: ChildTask, send: (message: ChildMessage) => void): Promise<void> {
  const { input } = task
  if (task.browser === null) throw new ScanProblem('no-browser')
  const policy = createEgressPolicy(input.lab)
  const start = new URL(input.url).href
  const siteParty = partyOf(start)
  if (siteParty === undefined) throw new ScanProblem('bad-url')
  const decision = await policy(new URL(start).hostname, portOf(new URL(start)))
  const paced = !(decision.allowed && decision.laboratory)
  const choice = task.browser
  const acceptedKeys = await mappedKeys(input.lab)

  let browser: ScanBrowser | undefined
  let targets: Targets | undefined
  let lastLoad = 0
  let number = 0
  const finished: Array<FinishedPage> = [...task.finished]

  async function ready(viewport: PageJob['viewport']): Promise<{ browser: ScanBrowser; targets: Targets }> {
    if (browser !== undefined && targets !== undefined) return { browser, targets }
    const profile = join(task.folder, `profile-${number}`)
    browser = await startBrowser(choice, { profile, viewport, contact: task.contact, acceptedKeys })
    targets = await watchTargets(browser)
    return { browser, targets }
  }

  async function stopBrowser(): Promise<void> {
    await browser?.close()
    browser = undefined
    targets = undefined
  }

  async function pace(): Promise<void> {
    if (!paced) return
    // Two loads a page: both visits count.
    const wait = lastLoad + 2 * loadEveryMs - Date.now()
    if (wait > 0) await sleep(wait)
    lastLoad = Date.now()
  }

  async function visit(key: PageKey, linkTexts: ReadonlyArray<string>, total: number): Promise<FinishedPage> {
    const known = finished.find((page) => same(page.key, key))
    if (known !== undefined) return known
    number = finished.length + 1
    send({ type: 'page-started', key, shown: key.url, done: finished.length, total })
    await pace()
    const { browser: live, targets: watched } = await ready(key.viewport)
    const job: PageJob = { ...key, authority: input.authority }
    const capture = await capturePage(job, {
      targets: watched,
      policy,
      userAgent: live.identity.userAgent,
      contact: task.contact,
      seed: task.scanId,
      pageMs,
      onCapture: (running) => {
        const context = requestContext(running)
        return (request) => {
          const evidence = requestEvidence(request, context)
          if (evidence !== undefined) send({ type: 'request', key, request: evidence })
        }
      },
    })
    const setting = {
      scanId: task.scanId,
      pageNumber: number,
      linkTexts,
      browser: live.version,
      sandbox: choice.sandbox,
      userAgent: live.identity.userAgent,
      laboratory: input.lab !== undefined,
      now: () => new Date(task.now),
    }
    const digest =
      capture.screenshot === undefined ? null : createHash('sha256').update(capture.screenshot).digest('hex')
    const evidence = pageEvidence(capture, setting, digest)
    const links = evidence.outcome === 'loaded' || evidence.outcome === 'partial' ? (capture.dom?.links ?? []) : []
    const interesting = evidence.cmp !== null || evidence.requests.some((request) => request.thirdParty)
    const page: FinishedPage = { key, links, interesting }
    finish(page, evidence, capture.screenshot ?? null)
    if (capture.crashed || capture.overran) await stopBrowser()
    return page
  }

  function finish(page: FinishedPage, evidence: PageEvidence, screenshot: Uint8Array | null): void {
    finished.push(page)
    send({ type: 'page-finished', finished: page, evidence, screenshot })
  }

  function skip(key: PageKey, linkTexts: ReadonlyArray<string>): void {
    if (finished.some((page) => same(page.key, key))) return
    const { userAgent } = identityFor('0', key.viewport, task.contact)
    const setting = { task, pageNumber: finished.length + 1, linkTexts, userAgent, sandbox: choice.sandbox }
    finish({ key, links: [], interesting: false }, unvisitedPage(key, 'robots', setting), null)
  }

  try {
    for (const viewport of input.viewports) {
      const userAgent = identityFor('0', viewport, task.contact).userAgent
      const directions = await readDirections(start, policy, userAgent)
      const crawl = createCrawl(start, siteParty)
      const given: PageKey = { url: start, consent: 'none', viewport }
      const waived = input.authority !== 'public'
      if (!waived && directions.denies(start)) {
        skip(given, [])
        continue
      }
      const visited: Array<FinishedPage> = [await visit(given, [], input.pages)]
      if (input.pages > 1) {
        crawl.learn(visited[0]!.links)
        crawl.learn(directions.sitemapLinks)
      }
      while (visited.length < input.pages) {
        const candidate = crawl.next()
        if (candidate === undefined) break
        const key: PageKey = { url: candidate.url, consent: 'none', viewport }
        if (!directions.robots.allows(candidate.url)) {
          if (candidate.way !== 'other') skip(key, candidate.texts)
          continue
        }
        const page = await visit(key, candidate.texts, input.pages)
        visited.push(page)
        crawl.learn(page.links)
      }
      const worth = visited.filter((page) => page.interesting).slice(0, recheckedPages)
      for (const consent of input.consent) {
        if (consent === 'none') continue
        for (const page of worth) await visit({ ...page.key, consent }, [], visited.length + worth.length)
      }
      // Another viewport is another user agent, and that is a start flag.
      await stopBrowser()
    }
  } finally {
    await stopBrowser()
  }
}
