import { ScanProblem } from '#scanners/problem.ts'
import type { EgressPolicy } from '../egress/policy.ts'
import { type EgressProxy, type ProxyEntry, startEgressProxy } from '../egress/proxy.ts'
import type { PageEvidence } from '../evidence.ts'
import { type DomFacts, readDom } from './dom-facts.ts'
import { framesOf, inFrame } from './evaluate.ts'
import { type Load, leavePage, load, settle } from './load.ts'
import { type Captured, createRecorder, type Recorder } from './recorder.ts'
import { takeScreenshot } from './screenshot.ts'
import { type RawCookie, type RawStorage, readStorage } from './stores.ts'
import type { PageContext, Targets } from './targets.ts'

export type PageJob = {
  url: string
  consent: PageEvidence['consent']
  viewport: PageEvidence['viewport']
  authority: PageEvidence['authority']
}

/** Everything seen of one page in one state: raw, inside the scan's process only. */
export type PageCapture = {
  job: PageJob
  recorder: Recorder
  proxyLog: ReadonlyArray<ProxyEntry>
  load: Load | undefined
  dom: DomFacts | undefined
  cookies: Array<RawCookie>
  storage: Array<RawStorage>
  screenshot: Uint8Array | undefined
  lost: ReadonlyArray<string>
  popups: ReadonlyArray<string>
  crashed: boolean
  /** The wall clock of the page ran out before the visit ended. */
  overran: boolean
  startedAt: Date
}

export const sizes = {
  desktop: { width: 1280, height: 800, phone: false },
  phone: { width: 390, height: 844, phone: true },
} as const

const loadMs = 10_000
const inlineCharacters = 60_000
const textCharacters = 20_000

type Tools = {
  targets: Targets
  policy: EgressPolicy
  pageMs: number
  /** Called once the capture stands; what it returns hears of every new or completed request. */
  onCapture: (capture: PageCapture) => (request: Captured) => void
}

async function look(context: PageContext, capture: PageCapture): Promise<void> {
  const { recorder, job } = capture
  const tab = context.tabs.look
  const opened = await load(tab, job.url, loadMs)
  capture.load = opened
  await settle(recorder, 250, 3_000)
  const [top] = await framesOf(tab.session)
  if (top !== undefined) {
    capture.dom = await inFrame(tab.session, top.id, readDom, { text: textCharacters, inline: inlineCharacters })
  }
  capture.cookies = await context.cookies()
  capture.storage = await readStorage(tab.session)
  capture.screenshot = await takeScreenshot(tab.session, sizes[job.viewport])
}

async function leave(context: PageContext, capture: PageCapture): Promise<void> {
  context.during('leave')
  await load(context.tabs.leave, capture.job.url, loadMs)
  await settle(capture.recorder, 200, 2_500)
  // In the same target: closing it would lose the beacons of page hide (site-scan.md 1).
  await leavePage(context.tabs.leave)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
}

/**
 * Visits one page in one consent state: visit L (look, late senders), then visit H (leave). Whatever happens, the
 * capture comes back with what was seen; `pageMs` is the wall clock for both visits together.
 */
export async function capturePage(job: PageJob, tools: Tools): Promise<PageCapture> {
  let heard = (_request: Captured): void => {}
  const recorder = createRecorder((request) => heard(request))
  const proxy: EgressProxy = await startEgressProxy(tools.policy)
  const capture: PageCapture = {
    job,
    recorder,
    proxyLog: proxy.log,
    load: undefined,
    dom: undefined,
    cookies: [],
    storage: [],
    screenshot: undefined,
    lost: [],
    popups: [],
    crashed: false,
    overran: false,
    startedAt: new Date(),
  }
  heard = tools.onCapture(capture)
  let context: PageContext | undefined
  let timer: NodeJS.Timeout | undefined
  const wall = new Promise<'overran'>((resolve) => {
    timer = setTimeout(() => resolve('overran'), tools.pageMs)
  })
  const run = async () => {
    context = await tools.targets.open({
      proxyPort: proxy.port,
      viewport: sizes[job.viewport],
      recorder,
      globalPrivacyControl: job.consent === 'gpc',
    })
    capture.lost = context.lost
    capture.popups = context.popups
    await look(context, capture)
    if (capture.load?.navigationError === null) await leave(context, capture)
    await recorder.bodiesRead()
  }
  try {
    capture.overran = (await Promise.race([run(), wall])) === 'overran'
  } catch (error) {
    // The browser or target went away under the visit: typed by the caller, everything seen so far is kept.
    if (!(error instanceof ScanProblem) && !(error instanceof Error)) throw error
    capture.crashed = true
  } finally {
    clearTimeout(timer)
    capture.crashed ||= context?.crashed() ?? false
    await Promise.race([context?.close(), new Promise((resolve) => setTimeout(resolve, 2_000))])
    await proxy.close()
  }
  return capture
}
