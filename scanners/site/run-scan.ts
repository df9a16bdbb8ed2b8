import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ScanProblem } from '#scanners/problem.ts'
import { pageEvidence, requestContext } from './capture/page-evidence.ts'
import type { PageCapture } from './capture/page-state.ts'
import type { Captured } from './capture/recorder.ts'
import { requestEvidence } from './capture/request-evidence.ts'
import { createCrawl } from './crawl/crawl.ts'
import { readDirections } from './crawl/directions.ts'
import { createEgressPolicy } from './egress/policy.ts'
import type { PageEvidence } from './evidence.ts'
import type { ChildMessage, ChildTask, FinishedPage, PageKey } from './messages.ts'
import { browserReader, staticReader } from './page-reader.ts'
import { partyOf, portOf } from './party.ts'
import { unvisitedPage } from './unvisited-page.ts'

type Send = (message: ChildMessage) => void

/** One load every two seconds per host; laboratory hosts are exempt (security.md 6.4). */
const loadEveryMs = 2_000
const recheckedPages = 6

const same = (a: PageKey, b: PageKey) => a.url === b.url && a.consent === b.consent && a.viewport === b.viewport

/** Streams each request once when it is first seen and once when it is complete, so that a killed page keeps it. */
function streamTo(send: Send, key: PageKey): (capture: PageCapture) => (request: Captured) => void {
  return (capture) => {
    const context = requestContext(capture)
    const told = new Map<string, boolean>()
    return (request) => {
      if (told.get(request.id) === request.done && request.frames.length === 0) return
      told.set(request.id, request.done)
      const evidence = requestEvidence(request, context)
      if (evidence !== undefined) send({ type: 'request', key, request: evidence })
    }
  }
}

/** The scan itself, inside the child process: crawl, capture, hand over page by page. */
export async function runScan(task: ChildTask, send: Send): Promise<void> {
  const { input } = task
  const policy = createEgressPolicy(input.lab)
  const start = new URL(input.url).href
  const siteParty = partyOf(start)
  if (siteParty === undefined) throw new ScanProblem('bad-url')
  const decision = await policy(new URL(start).hostname, portOf(new URL(start)))
  const paced = !(decision.allowed && decision.laboratory)
  const reader = input.mode === 'static' ? staticReader(task, policy) : await browserReader(task, policy)
  const finished: Array<FinishedPage> = [...task.finished]
  let lastLoad = 0

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
    send({ type: 'page-started', key, shown: key.url, done: finished.length, total })
    await pace()
    const { capture, ...method } = await reader.read({ ...key, authority: input.authority }, streamTo(send, key))
    const shot = capture.screenshot
    const digest = shot === undefined ? null : createHash('sha256').update(shot).digest('hex')
    const setting = {
      scanId: task.scanId,
      pageNumber: finished.length + 1,
      mode: input.mode,
      linkTexts,
      ...method,
      laboratory: input.lab !== undefined,
      now: () => new Date(task.now),
    }
    const evidence = pageEvidence(capture, setting, digest)
    const links = evidence.outcome === 'failed' ? [] : (capture.dom?.links ?? [])
    const hasBanner = evidence.cmp !== null && evidence.cmp.result !== 'no-banner'
    const interesting = hasBanner || evidence.requests.some((request) => request.thirdParty)
    return finish({ key, links, interesting }, evidence, shot ?? null)
  }

  function finish(page: FinishedPage, evidence: PageEvidence, screenshot: Uint8Array | null): FinishedPage {
    finished.push(page)
    send({ type: 'page-finished', finished: page, evidence, screenshot })
    return page
  }

  function skip(key: PageKey, linkTexts: ReadonlyArray<string>, userAgent: string): void {
    if (finished.some((page) => same(page.key, key))) return
    const setting = { task, pageNumber: finished.length + 1, linkTexts, userAgent, sandbox: true }
    finish({ key, links: [], interesting: false }, unvisitedPage(key, 'robots', setting), null)
  }

  /** All pages of one viewport: the given one, the patient's path, then the other consent states where they matter. */
  async function walk(viewport: PageKey['viewport']): Promise<void> {
    const userAgent = await reader.userAgent(viewport)
    const directions = await readDirections(start, policy, userAgent)
    const given: PageKey = { url: start, consent: 'none', viewport }
    // Permission waives robots.txt for the page that was given, and for no other.
    if (input.authority === 'public' && directions.denies(start)) {
      skip(given, [], userAgent)
      return
    }
    const crawl = createCrawl(start, siteParty!)
    const first = await visit(given, [], input.pages)
    const visited: Array<FinishedPage> = [first]
    crawl.learn(first.links)
    crawl.learn(directions.sitemapLinks)
    while (visited.length < input.pages) {
      const candidate = crawl.next()
      if (candidate === undefined) break
      const key: PageKey = { url: candidate.url, consent: 'none', viewport }
      if (!directions.robots.allows(candidate.url)) {
        if (candidate.way !== 'other') skip(key, candidate.texts, userAgent)
        continue
      }
      const page = await visit(key, candidate.texts, input.pages)
      visited.push(page)
      crawl.learn(page.links)
    }
    if (input.mode === 'static') return
    const worth = visited.filter((page) => page.interesting).slice(0, recheckedPages)
    const states = input.consent.filter((consent) => consent !== 'none')
    const total = visited.length + worth.length * states.length
    for (const consent of states) for (const page of worth) await visit({ ...page.key, consent }, [], total)
  }

  try {
    for (const viewport of input.viewports) {
      await walk(viewport)
      // Another viewport is another user agent, and that is a start flag.
      await reader.reset()
    }
  } finally {
    await reader.reset()
  }
}
