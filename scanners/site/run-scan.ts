import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ScanProblem } from '#scanners/problem.ts'
import { captureOutcome, mainDocument, pageEvidence, requestContext } from './capture/page-evidence.ts'
import type { PageCapture } from './capture/page-state.ts'
import type { Captured } from './capture/recorder.ts'
import { requestEvidence } from './capture/request-evidence.ts'
import { retryAfterMs } from './capture/retry-after.ts'
import { createCrawl } from './crawl/crawl.ts'
import { readDirections } from './crawl/directions.ts'
import { createEgressPolicy } from './egress/policy.ts'
import type { PageEvidence } from './evidence.ts'
import { type ChildMessage, type ChildTask, type FinishedPage, type PageKey, samePage } from './messages.ts'
import { createLanes } from './page-lanes.ts'
import { browserReader, staticReader } from './page-reader.ts'
import { partyOf, portOf } from './party.ts'
import { unvisitedPage } from './unvisited-page.ts'

type Send = (message: ChildMessage) => void

/** One load every two seconds per host; laboratory hosts are exempt (security.md 6.4). */
const loadEveryMs = 2_000
/** The longest pause a site's robots.txt may ask for between two loads; more would read nothing within a scan's time. */
const maxDelayMs = 20_000
/** A site that says when to come again is asked so often in all. */
const maxTries = 3
const recheckedPages = 6
const portionMs = 400

/** A page is chosen when all but the last so many before it have told their links. */
const lookAhead = 2

type Chosen = { key: PageKey; number: number; linkTexts: ReadonlyArray<string>; total: number }
type OpenPage = { links: Promise<FinishedPage['links']>; page: Promise<FinishedPage> }

/** Where a page leads; nowhere when it could not be assessed. */
function linksOf(capture: PageCapture): FinishedPage['links'] {
  return captureOutcome(capture).outcome === 'failed' ? [] : (capture.dom?.links ?? [])
}

/**
 * Streams what is new of a page's requests, so that a killed page keeps it; in portions, because reading each request
 * at each of its events would cost more than the page itself.
 */
function streamTo(send: Send, key: PageKey): (capture: PageCapture) => (request: Captured) => void {
  return (capture) => {
    const context = requestContext(capture)
    const told = new Map<string, boolean>()
    const changed = new Set<Captured>()
    const tell = () => {
      for (const request of changed) {
        if (capture.ended || (told.get(request.id) === request.done && request.frames.length === 0)) continue
        told.set(request.id, request.done)
        const evidence = requestEvidence(request, context)
        if (evidence !== undefined) send({ type: 'request', key, request: evidence })
      }
      changed.clear()
    }
    return (request) => {
      if (changed.size === 0) setTimeout(tell, portionMs)
      changed.add(request)
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
  const lanes = createLanes(paced || task.oneByOne ? 1 : (input.lab?.pagesAtOnce ?? 1))
  let lastLoad = 0
  let everyMs = loadEveryMs
  let inFlight = 0
  let chosen = 0
  // Permission waives robots.txt for the page that was given, and for no other.
  let allows = (_url: string): boolean => true

  /** Every load counts, the second visit's too. */
  async function beforeLoad(): Promise<void> {
    if (!paced) return
    const wait = lastLoad + everyMs - Date.now()
    lastLoad = Math.max(lastLoad + everyMs, Date.now())
    if (wait > 0) await sleep(wait)
  }

  /** Starts a page as soon as a lane is free; what it links to is known well before the rest. */
  function visit(key: PageKey, linkTexts: ReadonlyArray<string>, total: number): OpenPage {
    const number = ++chosen
    const known = finished.find((page) => samePage(page.key, key))
    if (known !== undefined) return { links: Promise.resolve(known.links), page: Promise.resolve(known) }
    let tell = (_links: FinishedPage['links']): void => {}
    const links = new Promise<FinishedPage['links']>((resolve) => {
      tell = resolve
    })
    const page = read({ key, number, linkTexts, total }, tell).finally(() => tell([]))
    // Whoever asks for the page hears of its failure; it must not be heard of before.
    page.catch(() => {})
    return { links, page }
  }

  async function read(
    { key, number, linkTexts, total }: Chosen,
    tell: (links: FinishedPage['links']) => void,
  ): Promise<FinishedPage> {
    let tries = 0
    const comeAgain = (capture: PageCapture) =>
      tries >= maxTries ? undefined : retryAfterMs(mainDocument(capture), Date.now())
    const manner = {
      together: !paced,
      beforeLoad,
      onCapture: streamTo(send, key),
      onDom: (capture: PageCapture) => {
        if (comeAgain(capture) === undefined) tell(linksOf(capture))
      },
    }
    const start = () => send({ type: 'page-started', key, number, shown: key.url, done: finished.length, total })
    const attempt = async (leave: () => void) => {
      tries++
      start()
      return reader
        .read(
          { ...key, authority: input.authority, ...(key.isJourney === true ? { journey: input.journey, allows } : {}) },
          { ...manner, onLeft: task.oneByOne ? () => {} : leave },
        )
        .finally(leave)
    }
    const beside = inFlight++ > 0
    let result = await attempt(await lanes.enter())
    // A page that died beside others may have died of them: only alone does it say something of itself.
    if (result.capture.crashed && (beside || inFlight > 1)) result = await attempt(await lanes.enterAlone())
    for (let wait = comeAgain(result.capture); wait !== undefined; wait = comeAgain(result.capture)) {
      await sleep(wait)
      result = await attempt(await lanes.enter())
    }
    inFlight--
    const { capture, ...method } = result
    const shot = capture.screenshot
    const digest = shot === undefined ? null : createHash('sha256').update(shot).digest('hex')
    const setting = {
      scanId: task.scanId,
      pageNumber: number,
      mode: input.mode,
      linkTexts,
      ...method,
      laboratory: input.lab !== undefined,
      now: () => new Date(task.now),
    }
    const evidence = pageEvidence(capture, setting, digest)
    const hasBanner = evidence.cmp !== null && evidence.cmp.result !== 'no-banner'
    const interesting = hasBanner || evidence.requests.some((request) => request.thirdParty)
    return finish(number, { key, links: linksOf(capture), interesting }, evidence, shot ?? null)
  }

  function finish(
    number: number,
    page: FinishedPage,
    evidence: PageEvidence,
    screenshot: Uint8Array | null,
  ): FinishedPage {
    finished.push(page)
    send({ type: 'page-finished', number, finished: page, evidence, screenshot })
    return page
  }

  function skip(key: PageKey, linkTexts: ReadonlyArray<string>, userAgent: string): void {
    const number = ++chosen
    if (finished.some((page) => samePage(page.key, key))) return
    const setting = { task, pageNumber: number, linkTexts, userAgent, sandbox: true }
    finish(number, { key, links: [], interesting: false }, unvisitedPage(key, 'robots', setting), null)
  }

  /** All pages of one viewport: the given one, the patient's path, then the other consent states where they matter. */
  async function walk(viewport: PageKey['viewport']): Promise<void> {
    const userAgent = await reader.userAgent(viewport)
    const directions = await readDirections(start, policy, userAgent)
    everyMs = Math.min(Math.max(loadEveryMs, (directions.robots.crawlDelaySeconds ?? 0) * 1_000), maxDelayMs)
    allows = (url) => url === start || directions.robots.allows(url)
    const given: PageKey = { url: start, consent: 'none', viewport }
    if (input.authority === 'public' && directions.denies(start)) {
      skip(given, [], userAgent)
      return
    }
    const crawl = createCrawl(start, siteParty!)
    const pages: Array<OpenPage> = [visit(given, [], input.pages)]
    let learned = 0
    const learn = async () => crawl.learn((await pages[learned++]?.links) ?? [])
    await learn()
    crawl.learn(directions.sitemapLinks)
    while (pages.length < input.pages) {
      // What is known when a page is chosen hangs on the order of the pages alone, never on which was faster.
      while (learned <= pages.length - lookAhead) await learn()
      let candidate = crawl.next()
      while (candidate === undefined && learned < pages.length) {
        await learn()
        candidate = crawl.next()
      }
      if (candidate === undefined) break
      const key: PageKey = { url: candidate.url, consent: 'none', viewport }
      if (directions.robots.allows(candidate.url)) pages.push(visit(key, candidate.texts, input.pages))
      else if (candidate.way !== 'other') skip(key, candidate.texts, userAgent)
    }
    // The scripted way is walked beside the pages that were found; it does not count among them.
    if (input.journey !== undefined) pages.push(visit({ ...given, isJourney: true }, [], input.pages + 1))
    const visited = await Promise.all(pages.map(({ page }) => page))
    if (input.mode === 'static') return
    const worth = visited.filter((page) => page.interesting && page.key.isJourney !== true).slice(0, recheckedPages)
    const states = input.consent.filter((consent) => consent !== 'none')
    const total = visited.length + worth.length * states.length
    const again = states.flatMap((consent) => worth.map((page) => visit({ ...page.key, consent }, [], total).page))
    await Promise.all(again)
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
