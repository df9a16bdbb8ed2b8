import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '#scanners/browser.ts'
import { childEntry } from '#scanners/package-root.ts'
import { type ProblemCode, ScanProblem } from '#scanners/problem.ts'
import type { ScanContext, Scanner } from '#scanners/scanner.ts'
import type { PageEvidence, PageRequest } from './evidence.ts'
import { type SiteScanInput, siteScanInputSchema } from './input.ts'
import { type ChildMessage, type ChildTask, type PageKey, samePage } from './messages.ts'
import { groupMemory, killGroup } from './process-group.ts'
import { unvisitedPage } from './unvisited-page.ts'

export { type SiteScanInput, siteScanInputSchema }

/** Longer than the child's own clock for a page: it speaks only when the child itself no longer does. */
const silenceMs = 60_000
const minScanMs = 10 * 60_000
const maxScanMs = 45 * 60_000
const maxMemory = 1.5 * 1024 * 1024 * 1024
const maxRestarts = 4

type Run = {
  input: SiteScanInput
  context: ScanContext
  task: ChildTask
  evidence: Array<{ number: number; page: PageEvidence }>
  /** Pages now open, by their number, with what was streamed of them, by request id. */
  total: number
  open: Map<number, { key: PageKey; seen: Map<string, PageRequest> }>
}

type Ending =
  | { kind: 'done' }
  | { kind: 'lost'; reason: ProblemCode }
  | { kind: 'problem'; problem: ScanProblem }
  | { kind: 'bug'; stack: string }

async function take(run: Run, message: ChildMessage): Promise<void> {
  const { context } = run
  if (message.type === 'page-started') {
    run.open.set(message.number, { key: message.key, seen: new Map() })
    run.total = message.total
    context.progress({ stage: new URL(message.shown).pathname, done: message.done, total: message.total })
  } else if (message.type === 'request') {
    for (const { key, seen } of run.open.values()) {
      if (samePage(key, message.key)) seen.set(message.request.id, message.request)
    }
  } else if (message.type === 'page-finished') {
    const { number, finished, evidence, screenshot } = message
    run.open.delete(number)
    run.task.finished.push(finished)
    const done = run.task.finished.length
    context.progress({ stage: new URL(finished.key.url).pathname, done, total: Math.max(run.total, done) })
    if (screenshot !== null && evidence.screenshot !== null) {
      await context.attach?.({ sha256: evidence.screenshot, bytes: new Uint8Array(screenshot), type: 'image/png' })
    }
    keep(run, number, evidence)
  }
}

function keep(run: Run, number: number, page: PageEvidence): void {
  run.evidence.push({ number, page })
  run.context.found?.(page)
}

/** In the order the pages were chosen, whichever was finished first. */
function inOrder(run: Run): Array<PageEvidence> {
  return run.evidence.sort((a, b) => a.number - b.number).map(({ page }) => page)
}

/** The pages that were open when the child went: what had been streamed of them stays, marked partial. */
function keepOpenPages(run: Run, reason: ProblemCode): void {
  for (const [number, { key, seen }] of run.open) {
    run.task.finished.push({ key, links: [], interesting: false })
    const setting = {
      task: run.task,
      pageNumber: number,
      linkTexts: [],
      userAgent: '',
      sandbox: run.task.browser?.sandbox ?? false,
    }
    keep(run, number, unvisitedPage(key, reason, setting, [...seen.values()]))
  }
  run.open.clear()
}

/** Runs one child until it ends or has to be ended; its whole process group is gone afterwards. */
async function runChild(run: Run, deadline: number): Promise<Ending> {
  // A group of its own, so that browser and helpers can be ended together.
  const child = fork(childEntry('site'), {
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const pid = child.pid ?? 0
  let lastWord = Date.now()
  let queue: Promise<void> = Promise.resolve()
  let ending: Ending | undefined

  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = (reason: ProblemCode) => {
    ending ??= { kind: 'lost', reason }
    killGroup(pid)
  }
  const onAbort = () => stop('cancelled')
  run.context.signal.addEventListener('abort', onAbort, { once: true })
  if (run.context.signal.aborted) onAbort()
  child.on('message', (raw) => {
    const message = raw as ChildMessage
    lastWord = Date.now()
    if (message.type === 'done') ending ??= { kind: 'done' }
    else if (message.type === 'problem')
      ending ??= { kind: 'problem', problem: new ScanProblem(message.code, message.detail) }
    else if (message.type === 'bug') ending ??= { kind: 'bug', stack: message.stack }
    else queue = queue.then(() => take(run, message))
  })
  child.on('error', () => stop('crashed'))
  const watch = setInterval(() => {
    if (Date.now() > deadline || Date.now() - lastWord > silenceMs) stop('timed-out')
    else if (groupMemory(pid) > maxMemory) stop('crashed')
  }, 500)
  child.send(run.task)
  await ended
  clearInterval(watch)
  run.context.signal.removeEventListener('abort', onAbort)
  killGroup(pid)
  await queue
  return ending ?? { kind: 'lost', reason: 'crashed' }
}

/**
 * Scans a site: one piece of evidence per page, consent state and viewport. Pages that could not be assessed come back
 * as evidence with a typed reason; only what stops the whole scan is thrown (ScanProblem: no-browser, no-sandbox,
 * bad-url, cancelled before the first page). Screenshots go to `context.attach` as PNG.
 */
export async function scanSite(input: SiteScanInput, context: ScanContext): Promise<Array<PageEvidence>> {
  const browser = input.mode === 'browser' ? await findBrowser() : null
  const folder = await mkdtemp(join(tmpdir(), 'proviso-scan-'))
  // The browser may run as another user: it must be able to walk through, not to look around.
  await chmod(folder, 0o711)
  const scanId = createHash('sha256').update(JSON.stringify(input)).update(context.now().toISOString()).digest('hex')
  const run: Run = {
    input,
    context,
    task: {
      input,
      scanId: `site-${scanId.slice(0, 12)}`,
      browser,
      folder,
      contact: process.env.PROVISO_CONTACT || undefined,
      now: context.now().toISOString(),
      finished: [],
      oneByOne: false,
    },
    evidence: [],
    total: input.pages,
    open: new Map(),
  }
  const states = input.consent.length * input.viewports.length
  const estimate = input.pages * states * 20_000 * 1.5
  const deadline = Date.now() + Math.min(Math.max(estimate, minScanMs), maxScanMs)
  try {
    for (let attempt = 0; ; attempt++) {
      const ending = await runChild(run, deadline)
      if (ending.kind === 'done') return inOrder(run)
      if (ending.kind === 'problem') {
        if (run.evidence.length === 0) throw ending.problem
        return inOrder(run)
      }
      if (ending.kind === 'bug') throw new Error(ending.stack)
      const last = context.signal.aborted || attempt >= maxRestarts || Date.now() > deadline
      // Which of several took the child down is not known: they are read anew, from now on one at a time.
      const together = run.open.size > 1 && !last
      run.task.oneByOne = true
      const stuck = run.open.size === 0
      if (together) run.open.clear()
      else keepOpenPages(run, ending.reason)
      // A page that took the child down is done with; the rest of the site still gets its turn.
      if (last || stuck) {
        if (run.evidence.length === 0) throw new ScanProblem(context.signal.aborted ? 'cancelled' : ending.reason)
        return inOrder(run)
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

export const siteScanner: Scanner<SiteScanInput> = {
  id: 'site',
  title: 'Site scan',
  input: siteScanInputSchema,
  scan: scanSite,
}
