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
import type { ChildMessage, ChildTask, FinishedPage, PageKey } from './messages.ts'
import { groupMemory, killGroup } from './process-group.ts'
import { unvisitedPage } from './unvisited-page.ts'

export { type SiteScanInput, siteScanInputSchema }

/** Longer than the child's own clock for a page: it speaks only when the child itself no longer does. */
const silenceMs = 60_000
const minScanMs = 10 * 60_000
const maxScanMs = 45 * 60_000
const maxMemory = 1.5 * 1024 * 1024 * 1024
const maxRestarts = 3

type Run = {
  input: SiteScanInput
  context: ScanContext
  task: ChildTask
  evidence: Array<PageEvidence>
  /** What was streamed of the page now open, by request id. */
  seen: Map<string, PageRequest>
  open: PageKey | undefined
}

type Ending =
  | { kind: 'done' }
  | { kind: 'lost'; reason: ProblemCode }
  | { kind: 'problem'; problem: ScanProblem }
  | { kind: 'bug'; stack: string }

async function take(run: Run, message: ChildMessage): Promise<void> {
  const { context } = run
  if (message.type === 'page-started') {
    run.open = message.key
    run.seen = new Map()
    context.progress({ stage: new URL(message.shown).pathname, done: message.done, total: message.total })
  } else if (message.type === 'request') {
    run.seen.set(message.request.id, message.request)
  } else if (message.type === 'page-finished') {
    const { finished, evidence, screenshot } = message
    run.open = undefined
    run.task.finished.push(finished)
    if (screenshot !== null && evidence.screenshot !== null) {
      await context.attach?.({ sha256: evidence.screenshot, bytes: new Uint8Array(screenshot), type: 'image/png' })
    }
    keep(run, evidence)
  }
}

function keep(run: Run, evidence: PageEvidence): void {
  run.evidence.push(evidence)
  run.context.found?.(evidence)
}

/** The page that was open when the child went: what had been streamed of it stays, marked partial. */
function keepOpenPage(run: Run, reason: ProblemCode): void {
  const key = run.open
  if (key === undefined) return
  const finished: FinishedPage = { key, links: [], interesting: false }
  run.task.finished.push(finished)
  run.open = undefined
  const setting = {
    task: run.task,
    pageNumber: run.task.finished.length,
    linkTexts: [],
    userAgent: '',
    sandbox: run.task.browser?.sandbox ?? false,
  }
  keep(run, unvisitedPage(key, reason, setting, [...run.seen.values()]))
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
    },
    evidence: [],
    seen: new Map(),
    open: undefined,
  }
  const states = input.consent.length * input.viewports.length
  const estimate = input.pages * states * 20_000 * 1.5
  const deadline = Date.now() + Math.min(Math.max(estimate, minScanMs), maxScanMs)
  try {
    for (let attempt = 0; ; attempt++) {
      const ending = await runChild(run, deadline)
      if (ending.kind === 'done') return run.evidence
      if (ending.kind === 'problem') {
        if (run.evidence.length === 0) throw ending.problem
        return run.evidence
      }
      if (ending.kind === 'bug') throw new Error(ending.stack)
      const before = run.evidence.length
      keepOpenPage(run, ending.reason)
      if (context.signal.aborted) {
        if (run.evidence.length === 0) throw new ScanProblem('cancelled')
        return run.evidence
      }
      // A page that took the child down is done with; the rest of the site still gets its turn.
      if (attempt >= maxRestarts || Date.now() > deadline || run.evidence.length === before) {
        if (run.evidence.length === 0) throw new ScanProblem(ending.reason)
        return run.evidence
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
