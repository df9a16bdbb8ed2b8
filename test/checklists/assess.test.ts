import { expect, test } from 'vitest'
import { assess } from '#checklists/assess.ts'
import { cfr } from '#checklists/cite.ts'
import type { Checklist, Requirement } from '#checklists/requirement.ts'
import { requirement } from '#checklists/requirement.ts'
import { fillEvidence } from '#test/case-evidence.ts'

const at = new Date('2026-11-20T12:00:00Z')

function checklist(...requirements: Array<Requirement>): Checklist {
  return { id: 'x', title: 'X', version: '1', requirements }
}

function line(id: string, judge: Requirement['judge'], extra: Partial<Requirement> = {}): Requirement {
  const entry = { id, title: id, why: '', fix: '', cites: [cfr('160.103')], axis: 'law', weight: 5 } as const
  return requirement({ ...entry, provableBy: ['answer'], needs: ['answer'], judge, ...extra })
}

const pass = () => ({ verdict: 'pass', because: 'Seen.' }) as const
const answer = (id: string, value = 'yes') => ({ kind: 'answer', requirement: id, value }) as const

test('missing evidence is unknown and named, never a pass', () => {
  const [finding] = assess([checklist(line('x.a', pass))], [], at).findings
  expect(finding).toMatchObject({ verdict: 'unknown', missing: ['answer'] })
  expect(finding!.because).toContain('an answer to the question')
})

test('a rule sees the answer to its own question only', () => {
  const evidence = [answer('x.other')].map(fillEvidence)
  expect(assess([checklist(line('x.a', pass))], evidence, at).findings[0]!.verdict).toBe('unknown')
})

test('a rule that throws is unknown for its own line only', () => {
  const broken = line('x.a', () => {
    throw new RangeError('boom')
  })
  const found = assess(
    [checklist(broken, line('x.b', pass))],
    [answer('x.a'), answer('x.b')].map(fillEvidence),
    at,
  ).findings
  expect(found.map(({ verdict }) => verdict)).toEqual(['unknown', 'pass'])
  expect(found[0]!.because).not.toContain('boom')
})

test('an answer alone is at most partial where something better could prove the line', () => {
  const provable = line('x.a', pass, { provableBy: ['opt-out', 'answer'], mayUse: ['opt-out'] })
  const [finding] = assess([checklist(provable)], [answer('x.a')].map(fillEvidence), at).findings
  expect(finding).toMatchObject({ verdict: 'partial', attestedOnly: true })
  expect(finding!.because).toContain('Told, not shown')
})

test('a ruling decides, the machine verdict stays beside it, and an expired ruling is gone', () => {
  const evidence = [
    answer('x.a'),
    {
      kind: 'ruling',
      requirement: 'x.a',
      verdict: 'fail',
      reason: 'Seen by hand',
      by: 'Maya',
      expiresAt: '2026-12-01T00:00:00Z',
    },
  ].map((one, index) => fillEvidence(one as Parameters<typeof fillEvidence>[0], index))
  const run = (clock: Date) => assess([checklist(line('x.a', pass))], evidence, clock).findings[0]!
  expect(run(at)).toMatchObject({
    verdict: 'fail',
    machine: { verdict: 'pass' },
    ruling: { by: 'Maya', reason: 'Seen by hand' },
  })
  expect(run(new Date('2026-12-02T00:00:00Z'))).toMatchObject({ verdict: 'pass', ruling: null, machine: null })
})

test('same evidence, same checklists, same clock: same bytes', () => {
  const evidence = [answer('x.a')].map(fillEvidence)
  const run = () => JSON.stringify(assess([checklist(line('x.a', pass))], evidence, at))
  expect(run()).toBe(run())
})
