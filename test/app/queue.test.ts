import { expect, test } from 'vitest'
import { afterFailure, backOff, isEnded, nextStates, queueSettings } from '#app/queue/queue.ts'
import { runStates } from '#db/schema.ts'
import { describeProblem, problemCodes, ScanProblem } from '#scanners/problem.ts'
import { openPortal } from './portal.ts'
import { queueContract } from './queue-contract.ts'

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
