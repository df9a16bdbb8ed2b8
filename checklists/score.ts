import type { Axis, Verdict, Weight } from './requirement.ts'

export type Grade = 'A' | 'B' | 'C' | 'D' | 'F'

/**
 * `value` = earned ÷ decided, 0–100 (null when nothing was decided); `worst` = every unknown counted as a fail;
 * `coverage` = decided ÷ applicable, 0–100. The grade comes from `worst`, never from `value`.
 */
export type Score = {
  value: number | null
  worst: number
  coverage: number
  grade: Grade | null
  blockedBy: ReadonlyArray<string>
  /** The three sums behind the sentence "earned 34 of 40 judged points; 6 more could not be judged". */
  points: { earned: number; decided: number; applicable: number }
}

/** What the score needs of a finding. */
export type Scored = {
  requirement: string
  verdict: Verdict
  weight: Weight
  axis: Axis
  critical: boolean
  scored: boolean
}

const bands: ReadonlyArray<readonly [Grade, number]> = [
  ['A', 90],
  ['B', 80],
  ['C', 70],
  ['D', 60],
]
const order: ReadonlyArray<Grade> = ['A', 'B', 'C', 'D', 'F']
/** No letter while less than half of what applies could be judged. */
const minCoverage = 50

const earnedShare: Record<'pass' | 'partial' | 'fail', number> = { pass: 1, partial: 0.5, fail: 0 }

function percent(part: number, whole: number): number {
  // Floor, so that 89.9 never reads as the 90 of the next letter.
  return whole === 0 ? 0 : Math.floor((part / whole) * 1000) / 10
}

function lower(a: Grade, b: Grade): Grade {
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}

/** Pure. Requirements count, observations do not; `judgement` and unscored lines and not-applicable leave all sums. */
export function score(findings: ReadonlyArray<Scored>): Score {
  let earned = 0
  let decided = 0
  let applicable = 0
  let cap: Grade = 'A'
  const failed: Array<string> = []
  const notShown: Array<string> = []
  for (const finding of findings) {
    if (!finding.scored || finding.axis === 'judgement' || finding.verdict === 'not-applicable') continue
    applicable += finding.weight
    if (finding.verdict !== 'unknown') {
      decided += finding.weight
      earned += finding.weight * earnedShare[finding.verdict]
    }
    if (finding.critical && (finding.verdict === 'fail' || finding.verdict === 'unknown')) {
      cap = lower(cap, finding.axis === 'law' ? 'D' : 'C')
      if (finding.verdict === 'fail') failed.push(finding.requirement)
      else notShown.push(finding.requirement)
    }
  }
  const worst = percent(earned, applicable)
  const coverage = percent(decided, applicable)
  const letter = bands.find(([, from]) => worst >= from)?.[0] ?? 'F'
  return {
    value: decided === 0 ? null : percent(earned, decided),
    worst,
    coverage,
    grade: coverage < minCoverage ? null : lower(letter, cap),
    blockedBy: [...failed, ...notShown],
    points: { earned, decided, applicable },
  }
}

const words: Record<Grade, string> = { A: 'strong', B: 'good', C: 'fair', D: 'weak', F: 'poor' }

export function gradeWord(grade: Grade | null): string {
  return grade === null ? 'Not enough evidence' : words[grade]
}

function points(n: number): string {
  return Number.isInteger(n) ? String(n) : n.toFixed(1)
}

/** The score in one sentence: "85: earned 34 of 40 judged points; 6 more points could not be judged; at worst 74." */
export function explainScore(s: Score): string {
  if (s.value === null) return 'No point could be judged yet.'
  const open = s.points.applicable - s.points.decided
  const rest =
    open === 0
      ? 'every point was judged'
      : `${points(open)} more points could not be judged; at worst ${Math.floor(s.worst)}`
  return `${Math.floor(s.value)}: earned ${points(s.points.earned)} of ${points(s.points.decided)} judged points; ${rest}.`
}

export type Severity = 'critical' | 'high' | 'medium' | 'low'

export function severity(finding: { weight: Weight; critical: boolean }): Severity {
  if (finding.critical) return 'critical'
  if (finding.weight >= 5) return 'high'
  return finding.weight === 3 ? 'medium' : 'low'
}
