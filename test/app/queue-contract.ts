import { expect, test } from 'vitest'
import type { Proviso, ProvisoOptions } from '#app/proviso.server.ts'
import type { RunEvent } from '#app/queue/queue.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { cancelRun } from '#app/use-cases/cancel-run.ts'
import { getRun, readRunEvidence, watchRun } from '#app/use-cases/get-run.ts'
import { listRuns } from '#app/use-cases/list-runs.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { fakeClock, setUpOwner } from './portal.ts'
import { page, steeredScanner } from './test-scanner.ts'

type Open = (options: ProvisoOptions) => Promise<Proviso>

function scanOf(proviso: Proviso, actor: Actor, host: string, pages = 10) {
  const { id } = addPractice(proviso, actor, { name: host, siteUrl: `https://${host}/` })
  const ask = () => requestSiteScan(proviso, actor, { subjectId: id, authority: 'public', confirmed: true, pages })
  return { ask }
}

/** Carries out what the recovery timer would do at this time. */
function lose(proviso: Proviso, at: Date): Array<string> {
  return proviso.jobs.recover(at, { maxAttempts: 3, backOffMs: () => 0, all: false }, () => {})
}

/** What every back end of the queue must do. The scanner is steered by the test; rows and clock are real. */
export function queueContract(name: string, open: Open): void {
  async function opened(options: ProvisoOptions = {}) {
    const steered = steeredScanner()
    const clock = fakeClock()
    const proviso = await open({ scanners: { site: steered.scanner }, now: clock.now, ...options })
    const { actor } = await setUpOwner(proviso)
    return { proviso, actor, clock, ...steered }
  }
  const stateOf = (proviso: Proviso, actor: Actor, runId: string) => getRun(proviso, actor, { runId }).run

  test(`${name}: a queued run is performed once and ends done`, async () => {
    const { proviso, actor, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    await called(1)
    calls[0]!.finish([page('1')])
    await proviso.queue.idle()
    expect(stateOf(proviso, actor, run.id)).toMatchObject({ state: 'done', attempt: 1, problem: null })
    expect(readRunEvidence(proviso, actor, { runId: run.id })).toHaveLength(1)
    expect(calls).toHaveLength(1)
  })

  test(`${name}: the same request while it waits or runs is the same run; afterwards it is a new one`, async () => {
    const { proviso, actor, calls, called } = await opened()
    const { ask } = scanOf(proviso, actor, 'a.example')
    const first = ask()
    await called(1)
    expect(ask()).toMatchObject({ isNew: false, run: { id: first.run.id } })
    calls[0]!.finish()
    await proviso.queue.idle()
    expect(ask()).toMatchObject({ isNew: true })
  })

  test(`${name}: one run at a time for one host, others go past`, async () => {
    const { proviso, actor, calls, called } = await opened()
    scanOf(proviso, actor, 'same.example').ask()
    scanOf(proviso, actor, 'same.example').ask()
    scanOf(proviso, actor, 'other.example').ask()
    await called(2)
    const urls = () => calls.map(({ input }) => (input as { url: string }).url)
    expect(urls()).toEqual(['https://same.example/', 'https://other.example/'])
    calls[0]!.finish()
    await called(3)
    expect(urls()[2]).toBe('https://same.example/')
    for (const call of calls) call.finish()
    await proviso.queue.idle()
  })

  test(`${name}: what a run finds is stored as it streams, once, also when it is handed over again`, async () => {
    const { proviso, actor, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    await called(1)
    calls[0]!.context.found?.(page('1'))
    calls[0]!.context.found?.(page('1'))
    expect(readRunEvidence(proviso, actor, { runId: run.id })).toHaveLength(1)
    calls[0]!.finish([page('1'), page('2')])
    await proviso.queue.idle()
    expect(readRunEvidence(proviso, actor, { runId: run.id })).toHaveLength(2)
  })

  test(`${name}: a problem that a retry can help is tried three times, with growing waits, then is the result`, async () => {
    const { proviso, actor, clock, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    for (const [attempt, waitMs] of [10_000, 60_000].entries()) {
      await called(attempt + 1)
      calls[attempt]!.finish(new ScanProblem('connect'))
      await proviso.queue.idle()
      const waiting = stateOf(proviso, actor, run.id)
      expect(waiting).toMatchObject({ state: 'queued', problem: 'connect' })
      expect(Date.parse(waiting.dueAt) - clock.now().getTime()).toBe(waitMs)
      clock.forward(waitMs)
      proviso.queue.wake()
    }
    await called(3)
    calls[2]!.finish(new ScanProblem('connect', 'refused'))
    await proviso.queue.idle()
    expect(stateOf(proviso, actor, run.id)).toMatchObject({
      state: 'failed',
      attempt: 3,
      problem: 'connect',
      problemDetail: 'refused',
    })
  })

  test(`${name}: a problem that no retry can help is the result at once`, async () => {
    const { proviso, actor, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    await called(1)
    calls[0]!.finish(new ScanProblem('blocked-address'))
    await proviso.queue.idle()
    expect(stateOf(proviso, actor, run.id)).toMatchObject({ state: 'failed', attempt: 1, problem: 'blocked-address' })
  })

  test(`${name}: a fault of our own is tried again and never shown as a result of the site`, async () => {
    const { proviso, actor, clock, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await called(attempt + 1)
      calls[attempt]!.finish(new TypeError('a bug'))
      await proviso.queue.idle()
      clock.forward(300_000)
      proviso.queue.wake()
    }
    expect(stateOf(proviso, actor, run.id)).toMatchObject({ state: 'failed', problem: 'worker-lost' })
  })

  test(`${name}: stopping a waiting run ends it at once, and it is never performed`, async () => {
    const { proviso, actor, calls } = await opened({ queue: { atOnce: 0 } })
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    expect(cancelRun(proviso, actor, { runId: run.id })).toMatchObject({ state: 'cancelled', problem: 'cancelled' })
    expect(calls).toEqual([])
  })

  test(`${name}: stopping a running run aborts it and keeps what it saw, marked partial`, async () => {
    const { proviso, actor, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    await called(1)
    const { context, finish } = calls[0]!
    context.found?.(page('1'))
    cancelRun(proviso, actor, { runId: run.id })
    expect(context.signal.aborted).toBe(true)
    finish(new ScanProblem('cancelled'))
    await proviso.queue.idle()
    expect(stateOf(proviso, actor, run.id)).toMatchObject({ state: 'partial', problem: 'cancelled' })
    expect(readRunEvidence(proviso, actor, { runId: run.id })).toHaveLength(1)
  })

  test(`${name}: a worker that lost its lease writes nothing any more, and the second attempt counts`, async () => {
    const { proviso, actor, clock, calls, called } = await opened({ queue: { heartbeatMs: 3_600_000 } })
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    await called(1)
    calls[0]!.context.found?.(page('old'))
    clock.forward(60_001)
    lose(proviso, clock.now())
    proviso.queue.wake()
    await called(2)
    calls[0]!.context.found?.(page('late'))
    calls[0]!.finish([page('late')])
    calls[1]!.finish([page('new')])
    await proviso.queue.idle()
    expect(stateOf(proviso, actor, run.id)).toMatchObject({ state: 'done', attempt: 2 })
    const urls = readRunEvidence(proviso, actor, { runId: run.id }).map((item) => item.kind === 'page' && item.url)
    expect(urls).toEqual(['https://clinic.example/new'])
  })

  test(`${name}: heartbeats keep a lease alive`, async () => {
    const { proviso, actor, clock, calls, called } = await opened({ queue: { heartbeatMs: 5 } })
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    await called(1)
    clock.forward(59_000)
    await new Promise((resolve) => setTimeout(resolve, 50))
    clock.forward(59_000)
    expect(lose(proviso, clock.now())).toEqual([])
    calls[0]!.finish()
    await proviso.queue.idle()
    expect(stateOf(proviso, actor, run.id)).toMatchObject({ state: 'done', attempt: 1 })
  })

  test(`${name}: the third lost worker is the last; what was seen is kept`, async () => {
    const { proviso, actor, clock, called, calls } = await opened({ queue: { heartbeatMs: 3_600_000 } })
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await called(attempt)
      if (attempt === 2) calls[1]!.context.found?.(page('1'))
      clock.forward(60_001)
      lose(proviso, clock.now())
      proviso.queue.wake()
    }
    expect(stateOf(proviso, actor, run.id)).toMatchObject({ state: 'partial', problem: 'worker-lost', attempt: 3 })
    for (const call of calls) call.finish()
  })

  test(`${name}: closing gives a run back unfinished, and the next start takes it up`, async () => {
    const { proviso, actor, clock, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    await called(1)
    const closed = proviso.close()
    expect(calls[0]!.context.signal.aborted).toBe(true)
    calls[0]!.finish(new ScanProblem('cancelled'))
    await closed
    const next = steeredScanner()
    const options = { homeFolder: proviso.home.folder, now: clock.now, scanners: { site: next.scanner } }
    const again = await open(options)
    await next.called(1)
    next.calls[0]!.finish([page('1')])
    await again.queue.idle()
    expect(stateOf(again, actor, run.id)).toMatchObject({ state: 'done', attempt: 2 })
  })

  test(`${name}: watchers hear of steps and of the end, after the result is stored`, async () => {
    const { proviso, actor, calls, called } = await opened()
    const { run } = scanOf(proviso, actor, 'a.example').ask()
    const heard: Array<RunEvent & { stored: string }> = []
    const stop = watchRun(proviso, actor, { runId: run.id }, (event) =>
      heard.push({ ...event, stored: stateOf(proviso, actor, run.id).state }),
    )
    await called(1)
    calls[0]!.context.progress({ stage: 'Pages', done: 1, total: 2 })
    calls[0]!.finish([page('1')])
    await proviso.queue.idle()
    stop()
    expect(heard.find((event) => event.progress?.stage === 'Pages')).toBeDefined()
    expect(heard.at(-1)).toMatchObject({ state: 'done', stored: 'done' })
  })

  test(`${name}: no more than the allowed number run at once, and the rest follow`, async () => {
    const { proviso, actor, calls, called } = await opened()
    for (let n = 0; n < 5; n += 1) scanOf(proviso, actor, `h${n}.example`).ask()
    await called(2)
    await new Promise((resolve) => setImmediate(resolve))
    expect(calls).toHaveLength(2)
    for (let n = 0; n < 5; n += 1) {
      await called(n + 1)
      calls[n]!.finish()
    }
    await proviso.queue.idle()
    expect(listRuns(proviso, actor).map(({ run }) => run.state)).toEqual(Array(5).fill('done'))
  })
}
