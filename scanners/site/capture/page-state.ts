import type { ProblemCode } from '#scanners/problem.ts'
import type { Canary } from '../canary.ts'
import type { ProxyEntry } from '../egress/proxy.ts'
import type { PageEvidence } from '../evidence.ts'
import type { LeakMatcher } from '../leak-matcher.ts'
import type { DomFacts } from './dom-facts.ts'
import type { Load } from './load.ts'
import type { RawListener } from './page-world.ts'
import { type Captured, createRecorder, type Recorder, type Visit } from './recorder.ts'
import type { RawCookie, RawStorage } from './stores.ts'
import { type OpenVisit, openVisit, type VisitTools, visitLeave, visitLook } from './visit.ts'

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
  proxyLog: Array<ProxyEntry>
  load: Load | undefined
  dom: DomFacts | undefined
  cmp: PageEvidence['cmp']
  dormant: PageEvidence['dormant']
  cookies: Array<RawCookie>
  storage: Array<RawStorage>
  globals: Array<string>
  listeners: Array<RawListener>
  screenshot: Uint8Array | undefined
  typed: PageEvidence['typed']
  /** Host time of the first key of each visit, in ms. */
  typedAt: Partial<Record<Visit, number>>
  canaries: Array<Canary>
  twins: Array<Canary>
  matcher: LeakMatcher | undefined
  virtualTimeCapped: boolean
  lost: Array<string>
  popups: Array<string>
  crashed: boolean
  /** The wall clock of the page ran out before the visit ended. */
  overran: boolean
  /** Why a page could not even be asked for, when the browser was not involved. */
  problem: ProblemCode | null
  startedAt: Date
}

type CaptureTools = VisitTools & {
  pageMs: number
  /** Names the scan; page and state are added, so that the same scan of the same page types the same patient. */
  seed: string
  /** Called once the capture stands; what it returns hears of every new or completed request. */
  onCapture: (capture: PageCapture) => (request: Captured) => void
}

export function emptyCapture(job: PageJob, recorder: Recorder): PageCapture {
  return {
    job,
    recorder,
    proxyLog: [],
    load: undefined,
    dom: undefined,
    cmp: null,
    dormant: [],
    cookies: [],
    storage: [],
    globals: [],
    listeners: [],
    screenshot: undefined,
    typed: null,
    typedAt: {},
    canaries: [],
    twins: [],
    matcher: undefined,
    virtualTimeCapped: false,
    lost: [],
    popups: [],
    crashed: false,
    overran: false,
    problem: null,
    startedAt: new Date(),
  }
}

/**
 * Visits one page in one consent state: visit L (look, late senders), then visit H (leave). Whatever happens, the
 * capture comes back with what was seen; `pageMs` is the wall clock for both visits together.
 */
export async function capturePage(job: PageJob, tools: CaptureTools): Promise<PageCapture> {
  let heard = (_request: Captured): void => {}
  const recorder = createRecorder((request) => heard(request))
  const capture = emptyCapture(job, recorder)
  heard = tools.onCapture(capture)
  const visits: Array<Promise<OpenVisit>> = []
  const open = (visit: 'look' | 'leave'): Promise<OpenVisit> => {
    const opened = openVisit(visit, capture, tools)
    // A browser that is gone is told once, where the visit is awaited.
    opened.catch(() => {})
    visits.push(opened)
    return opened
  }
  let timer: NodeJS.Timeout | undefined
  const wall = new Promise<'overran'>((resolve) => {
    timer = setTimeout(() => resolve('overran'), tools.pageMs)
  })
  const seed = `${tools.seed}:${job.url}:${job.consent}:${job.viewport}`
  const run = async () => {
    const look = await open('look')
    // The second tab warms up while the first works.
    const leave = open('leave')
    await visitLook(look, capture, `${seed}:look`)
    const answers = capture.load?.navigationError === null && capture.dom !== undefined
    await look.close()
    if (answers) await visitLeave(await leave, capture, `${seed}:leave`)
    await recorder.bodiesRead()
  }
  try {
    capture.overran = (await Promise.race([run(), wall])) === 'overran'
  } catch {
    // Browser or target went away under the visit: the page is marked, everything seen so far is kept.
    capture.crashed = true
  } finally {
    clearTimeout(timer)
    const opened = await Promise.allSettled(visits)
    await Promise.all(opened.map((visit) => (visit.status === 'fulfilled' ? visit.value.close() : undefined)))
  }
  return capture
}
