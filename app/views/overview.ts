import type { Assessment, Finding } from '#checklists/assess.ts'
import type { Score } from '#checklists/score.ts'
import type { Status } from '../components/status.tsx'
import { findingView } from './finding.ts'
import { type ScoreView, scoreView } from './score.ts'

/** A line that is not met, short: the finding's own page has the rest. */
export type GapView = { requirement: string; title: string; status: Status; because: string }

export type OverviewView = {
  at: string
  score: ScoreView
  axes: { law: ScoreView; practiceBar: ScoreView }
  counts: ReadonlyArray<{ status: Status; count: number }>
  /** At most three, the heaviest first. */
  reasons: ReadonlyArray<GapView>
  /** Every line that is not met, by checklist. */
  gaps: ReadonlyArray<{ id: string; title: string; findings: ReadonlyArray<GapView> }>
  ruled: number
}

const order: ReadonlyArray<Status> = ['conflicts', 'missing', 'weak', 'unknown', 'meets', 'outside']
const statusRank = (status: Status) => order.indexOf(status)

function heavierFirst(a: Finding, b: Finding): number {
  return Number(b.critical) - Number(a.critical) || b.weight - a.weight
}

function gapView(finding: Finding): GapView {
  const { requirement, title, status, because } = findingView(finding)
  return { requirement, title, status, because }
}

const isGap = ({ verdict, scored }: Finding) => scored && (verdict === 'fail' || verdict === 'partial')
const isOpen = ({ verdict, scored }: Finding) => scored && verdict === 'unknown'

/** The answer first, then all that stands against it. Pure. */
export function overviewOf(assessment: Assessment): OverviewView {
  const { findings } = assessment
  const view = (score: Score) => scoreView(score, findings)
  const seen = findings.filter(({ scored }) => scored).map((finding) => findingView(finding))
  const failing = findings.filter(isGap).sort((a, b) => Number(a.verdict !== 'fail') - Number(b.verdict !== 'fail'))
  return {
    at: assessment.at,
    score: view(assessment.score),
    axes: { law: view(assessment.axes.law), practiceBar: view(assessment.axes['practice-bar']) },
    counts: order
      .map((status) => ({ status, count: seen.filter((finding) => finding.status === status).length }))
      .filter(({ count }) => count > 0),
    reasons: failing.sort(heavierFirst).slice(0, 3).map(gapView),
    gaps: assessment.checklists
      .map(({ id, title }) => ({
        id,
        title,
        findings: findings
          .filter((finding) => finding.checklist === id && (isGap(finding) || isOpen(finding)))
          .sort(heavierFirst)
          .map(gapView)
          .sort((a, b) => statusRank(a.status) - statusRank(b.status)),
      }))
      .filter((group) => group.findings.length > 0),
    ruled: findings.filter(({ ruling }) => ruling !== null).length,
  }
}
