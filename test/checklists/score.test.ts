import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Axis, Verdict, Weight } from '#checklists/requirement.ts'
import { explainScore, type Grade, gradeWord, type Scored, score, severity } from '#checklists/score.ts'

function line(verdict: Verdict, extra: Partial<Scored> = {}): Scored {
  return { requirement: 'a.b', verdict, weight: 5, axis: 'law', critical: false, scored: true, ...extra }
}

test('value, worst and coverage are three different sums', () => {
  const s = score([line('pass'), line('partial'), line('unknown'), line('not-applicable')])
  expect(s).toMatchObject({
    value: 75,
    worst: 50,
    coverage: 66.6,
    points: { earned: 7.5, decided: 10, applicable: 15 },
  })
})

test('the letter comes from the worst case, not from what could be judged', () => {
  expect(score([line('pass'), line('pass'), line('pass'), line('unknown')])).toMatchObject({
    value: 100,
    worst: 75,
    grade: 'C',
  })
})

test('no letter under half coverage, and its word says why', () => {
  const s = score([line('pass'), line('unknown'), line('unknown')])
  expect(s.grade).toBeNull()
  expect(gradeWord(s.grade)).toBe('Not enough evidence')
})

test('a failed critical law line caps at D, a practice-bar line at C, and an unknown caps alike', () => {
  const passes = Array.from({ length: 20 }, () => line('pass'))
  expect(score([...passes, line('fail', { critical: true, weight: 1 })])).toMatchObject({
    grade: 'D',
    blockedBy: ['a.b'],
  })
  expect(score([...passes, line('fail', { critical: true, weight: 1, axis: 'practice-bar' })]).grade).toBe('C')
  expect(score([...passes, line('unknown', { critical: true, weight: 1 })]).grade).toBe('D')
})

test('judgement lines and options never score', () => {
  expect(score([line('fail', { axis: 'judgement' }), line('fail', { scored: false }), line('pass')]).value).toBe(100)
})

test('the score explains itself in one sentence', () => {
  expect(explainScore(score([line('pass'), line('partial'), line('unknown')]))).toBe(
    '75: earned 7.5 of 10 judged points; 5 more points could not be judged; at worst 50.',
  )
  expect(explainScore(score([]))).toBe('No point could be judged yet.')
})

test('severity follows weight, and critical goes first', () => {
  expect([8, 5, 3, 2, 1].map((weight) => severity({ weight: weight as Weight, critical: false }))).toEqual([
    'high',
    'high',
    'medium',
    'low',
    'low',
  ])
  expect(severity({ weight: 1, critical: true })).toBe('critical')
})

const lines = fc.array(
  fc.record({
    requirement: fc.constant('a.b'),
    verdict: fc.constantFrom<Verdict>('pass', 'partial', 'fail', 'unknown', 'not-applicable'),
    weight: fc.constantFrom<Weight>(1, 2, 3, 5, 8),
    axis: fc.constantFrom<Axis>('law', 'practice-bar', 'judgement'),
    critical: fc.boolean(),
    scored: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
)
const rank = (grade: Grade | null) => (grade === null ? 5 : ['A', 'B', 'C', 'D', 'F'].indexOf(grade))

test('turning any verdict into unknown never raises the grade', () => {
  fc.assert(
    fc.property(lines, fc.nat(), (findings, pick) => {
      const at = pick % findings.length
      const before = score(findings)
      const after = score(findings.map((one, index) => (index === at ? { ...one, verdict: 'unknown' as const } : one)))
      expect(after.worst).toBeLessThanOrEqual(before.worst)
      // From no letter to a letter would be a raise too, but only a decided line could bring one.
      if (before.grade !== null) expect(rank(after.grade)).toBeGreaterThanOrEqual(rank(before.grade))
      else expect(after.coverage <= before.coverage || findings[at]!.verdict === 'not-applicable').toBe(true)
    }),
    { numRuns: 2000 },
  )
})
