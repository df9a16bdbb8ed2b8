import type { Finding } from '#checklists/assess.ts'
import { explainScore, gradeWord, type Score } from '#checklists/score.ts'

export type ScoreView = {
  letter: string | null
  word: string
  /** Share of the judged points, 0–100; null when nothing was judged. */
  value: number | null
  worst: number
  coverage: number
  sentence: string
  /** What caps the letter, named before it; `shown` = a failing was seen, else it was only not shown. */
  blockedBy: ReadonlyArray<{ requirement: string; title: string; shown: boolean }>
}

export function scoreView(score: Score, findings: ReadonlyArray<Finding>): ScoreView {
  const byId = new Map(findings.map((finding) => [finding.requirement, finding]))
  return {
    letter: score.grade,
    word: gradeWord(score.grade),
    value: score.value === null ? null : Math.floor(score.value),
    worst: Math.floor(score.worst),
    coverage: Math.floor(score.coverage),
    sentence: explainScore(score),
    blockedBy: score.blockedBy.map((requirement) => {
      const finding = byId.get(requirement)
      return { requirement, title: finding?.title ?? requirement, shown: finding?.verdict === 'fail' }
    }),
  }
}
