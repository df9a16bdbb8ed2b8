import type { ProblemCode } from '#scanners/problem.ts'
import type { Canary } from '../canary.ts'
import type { ProxyEntry } from '../egress/proxy.ts'
import type { PageEvidence } from '../evidence.ts'
import type { Journey } from '../journey.ts'
import type { LeakMatcher } from '../leak-matcher.ts'
import type { DomFacts } from './dom-facts.ts'
import type { Choice } from './fields.ts'
import { lateAliases } from './late-aliases.ts'
import type { Load } from './load.ts'
import { mainDocument } from './page-evidence.ts'
import type { RawListener } from './page-world.ts'
import type { Played } from './play.ts'
import { type Captured, createRecorder, type Recorder, type Visit } from './recorder.ts'
import type { RawCookie, RawStorage } from './stores.ts'
import { type OpenVisit, openVisit, type VisitTools, visitLeave, visitLook } from './visit.ts'

export type PageJob = {
  url: string
  consent: PageEvidence['consent']
  viewport: PageEvidence['viewport']
  authority: PageEvidence['authority']
  /** Played instead of an ordinary look at the page. */
  journey?: Journey | undefined
  /** Whether the site's robots.txt lets a scan go to an address; where a journey leads is asked. */
  allows?: ((url: string) => boolean) | undefined
}

/** Everything seen of one page in one state: raw, inside the scan's process only. */
export type PageCapture = {
  job: PageJob
  recorder: Recorder
  proxyLog: Array<ProxyEntry & { visit: Visit }>
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
  choices: Array<Choice>
  /** The page's own code as it came, before anything was typed. */
  code: Array<string>
  /** Texts in the page's scripts that a value may be hashed together with. */
  salts: Array<string>
  matcher: LeakMatcher | undefined
  /** Both visits type at once: the later build always knows the canaries of the earlier one. */
  matcherBuilt: Promise<void>
  /** Hosts the page told the browser to get ready for; the name server would hear them, and no event tells of it. */
  hints: Array<string>
  /** Chunks the page's code names; read once, before the first key of either visit. */
  chunks: Promise<Array<string>> | undefined
  /** How far the journey came in each visit. */
  played: Partial<Record<Visit, Played>>
  /** What a visit knows it did not see, in words without a value: an open item each. */
  gaps: Array<string>
  virtualTimeCapped: boolean
  lost: Array<string>
  popups: Array<string>
  /** Windows the page opened beyond those let make a request. */
  unseenWindows: number
  crashed: boolean
  /** The wall clock of the page ran out before the visit ended. */
  overran: boolean
  /** Nothing more is added: what follows is the page's evidence as a whole. */
  ended: boolean
  /** Why a page could not even be asked for, when the browser was not involved. */
  problem: ProblemCode | null
  startedAt: Date
}

type CaptureTools = VisitTools & {
  pageMs: number
  /** Names the scan; page and state are added, so that the same scan of the same page types the same patient. */
  seed: string
  /**
   * Both visits at once, where the rate rules do not hold; else one load at a time, each after `beforeLoad`
   * (security.md 6.4).
   */
  together: boolean
  beforeLoad: () => Promise<void>
  /** Called when the page has told what it links to, and again when nothing of it runs any more but its goodbye. */
  onDom: (capture: PageCapture) => void
  onLeft: () => void
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
    choices: [],
    code: [],
    salts: [],
    matcher: undefined,
    matcherBuilt: Promise.resolve(),
    hints: [],
    chunks: undefined,
    played: {},
    gaps: [],
    virtualTimeCapped: false,
    lost: [],
    popups: [],
    unseenWindows: 0,
    crashed: false,
    overran: false,
    ended: false,
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
  let capped = (_busy: boolean): void => {}
  const virtualTimeCapped = new Promise<boolean>((resolve) => {
    capped = resolve
  })
  // The second visit starts once the page has answered: what hangs or hogs the machine is met once.
  let mayStart = (_answers: boolean): void => {}
  const startAway = new Promise<boolean>((resolve) => {
    mayStart = resolve
  })
  // An answer that says no cannot be assessed however often it is loaded; a busy site is not to be asked at once again.
  const refused = () => (mainDocument(capture)?.status ?? 0) >= 400
  async function look(opened: Promise<OpenVisit>): Promise<boolean> {
    try {
      const visit = await opened
      await tools.beforeLoad()
      await visitLook(visit, capture, `${seed}:look`, {
        onDom: () => {
          if (tools.together && capture.dom !== undefined && !refused()) mayStart(true)
          tools.onDom(capture)
        },
      })
      await visit.close()
      const answers = capture.load?.navigationError === null && capture.dom !== undefined && !refused()
      mayStart(answers)
      return answers
    } finally {
      capped(capture.virtualTimeCapped)
      mayStart(false)
    }
  }
  async function leave(opened: Promise<OpenVisit>): Promise<void> {
    const visit = await opened
    await tools.beforeLoad()
    await visitLeave(visit, capture, `${seed}:leave`, virtualTimeCapped, tools.onLeft)
  }
  const run = async () => {
    // The second tab warms up while the first works.
    const [first, second] = [open('look'), open('leave')]
    const away = startAway.then(async (start) => {
      if (start) await leave(second)
    })
    // Heard of where it is awaited; the first visit ends before.
    away.catch(() => {})
    const answers = await look(first)
    // A page that did not answer is not asked a second time: its other visit ends with it.
    if (!answers) await (await second.catch(() => undefined))?.close()
    await away.catch((error: unknown) => {
      if (answers) throw error
    })
    await recorder.bodiesRead()
    const page = { url: job.url, code: capture.code, policy: tools.policy }
    capture.proxyLog.push(...(await lateAliases(recorder.requests, capture.proxyLog, page)))
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
    capture.ended = true
  }
  return capture
}
