import { expect, test } from 'vitest'
import { afterFailure, backOff, isEnded, nextStates, queueSettings } from '#app/queue/queue.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { requestSiteScan } from '#app/use-cases/request-site-scan.ts'
import { scopeOf } from '#app/use-cases/scope.ts'
import { runStates } from '#db/schema.ts'
import { describeProblem, problemCodes, ScanProblem } from '#scanners/problem.ts'
import { addOrganisation } from '../db/store.ts'
import { fakeClock, openPortal, setUpOwner } from './portal.ts'
import { queueContract } from './queue-contract.ts'
import { steeredScanner } from './test-scanner.ts'

queueContract('embedded', openPortal)

test('every state is in the machine, and an ended run stays ended', () => {
  expect(Object.keys(nextStates).sort()).toEqual([...runStates].sort())
  expect(runStates.filter(isEnded)).toEqual(['done', 'partial', 'failed', 'cancelled'])
})

test('waits grow and stay at the longest', () => {
  expect([1, 2, 3, 4].map((attempt) => backOff(queueSettings, attempt))).toEqual([10_000, 60_000, 300_000, 300_000])
})

test('for every problem code, the first failure is tried again exactly when its table line says so', () => {
  for (const code of problemCodes) {
    const given = { attempt: 1, cancelled: false, sawSomething: false }
    const next = afterFailure(new ScanProblem(code), given, queueSettings)
    expect(next.kind, code).toBe(describeProblem(code).retry ? 'again' : 'end')
  }
})

test('a run that saw something and then failed is partial, not failed', () => {
  const given = { attempt: 3, cancelled: false, sawSomething: true }
  expect(afterFailure(new ScanProblem('timed-out'), given, queueSettings)).toEqual({
    kind: 'end',
    ending: { state: 'partial', problem: 'timed-out', detail: null },
  })
})

test('a busy organisation does not keep the others waiting', async () => {
  const steered = steeredScanner()
  const proviso = await openPortal({ scanners: { site: steered.scanner }, queue: { atOnce: 2, perOrganisation: 1 } })
  const { actor } = await setUpOwner(proviso)
  const other = { ...actor, organisationId: addOrganisation(proviso.db, 'Elm') }
  const scan = (by: typeof actor, host: string) => {
    const { id } = addPractice(proviso, by, { name: host, siteUrl: `https://${host}/` })
    return requestSiteScan(proviso, by, { subjectId: id, authority: 'public', confirmed: true })
  }
  for (let n = 0; n < 4; n += 1) scan(actor, `busy${n}.example`)
  scan(other, 'elm.example')
  await steered.called(2)
  const urls = steered.calls.map(({ input }) => (input as { url: string }).url)
  expect(urls).toEqual(['https://busy0.example/', 'https://elm.example/'])
  for (let n = 0; n < 5; n += 1) {
    await steered.called(n + 1)
    steered.calls[n]!.finish()
  }
  await proviso.queue.idle()
})

test('a fence that does not hold leaves an event and no result', async () => {
  const proviso = await openPortal({ work: false })
  const { actor } = await setUpOwner(proviso)
  const { id: subjectId } = addPractice(proviso, actor, { name: 'A', siteUrl: 'a.example' })
  const { run } = requestSiteScan(proviso, actor, { subjectId, authority: 'public', confirmed: true })
  const scope = scopeOf(proviso, actor)
  const first = proviso.jobs.claim(proviso.now(), -1, 1)!
  proviso.jobs.recover(proviso.now(), { maxAttempts: 3, backOffMs: () => 0, all: true }, () => {})
  const second = proviso.jobs.claim(proviso.now(), 60_000, 1)!
  const done = { state: 'done' as const, problem: null, detail: null }
  expect(scope.runs.finish(run.id, first.attempt, done)).toBe(false)
  expect(scope.runs.finish(run.id, second.attempt, done)).toBe(true)
  expect(scope.runs.finish(run.id, second.attempt, done)).toBe(false)
  const actions = scope.audit.list({ limit: 50 }).map(({ action }) => action)
  expect(actions.filter((action) => action === 'run.fenced')).toHaveLength(2)
  expect(actions.filter((action) => action === 'run.finished')).toHaveLength(1)
})

test('a clock set back does not hold up a run that was just asked for', async () => {
  const steered = steeredScanner()
  const clock = fakeClock()
  const proviso = await openPortal({ scanners: { site: steered.scanner }, now: clock.now, queue: { atOnce: 1 } })
  const { actor } = await setUpOwner(proviso)
  const scan = (host: string) => {
    const { id } = addPractice(proviso, actor, { name: host, siteUrl: `https://${host}/` })
    return requestSiteScan(proviso, actor, { subjectId: id, authority: 'public', confirmed: true })
  }
  scan('one.example')
  await steered.called(1)
  scan('two.example')
  clock.forward(-3_600_000)
  steered.calls[0]!.finish()
  await steered.called(2)
  steered.calls[1]!.finish()
  await proviso.queue.idle()
})
