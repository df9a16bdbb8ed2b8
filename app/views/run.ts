import type { ScanRun } from '#db/scan-runs.ts'
import type { Subject } from '#db/subjects.ts'
import type { RunState } from '../components/status.tsx'
import { placeOf } from '../components/subject-kind.ts'
import { type ProblemView, problemView } from './finding.ts'

export type RunView = {
  id: string
  state: RunState
  stage: string
  done: number
  total: number | null
  problem: ProblemView | null
  createdAt: string
  cancelRequested: boolean
}

/** A site scan names the page it is at by its path alone. */
function stageWords(stage: string): string {
  return stage.startsWith('/') ? `Looking at ${stage}` : stage
}

export function runView({ id, state, progress, problem, problemDetail, createdAt, cancelRequested }: ScanRun): RunView {
  return {
    id,
    state,
    stage: stageWords(progress.stage),
    done: progress.done,
    total: progress.total,
    problem: problem === null ? null : problemView(problem, problemDetail),
    createdAt,
    cancelRequested,
  }
}

export function isLive({ state }: { state: RunState }): boolean {
  return state === 'queued' || state === 'running'
}

export type RunItem = {
  id: string
  to: string
  subject: string
  what: string
  state: RunState
  at: string
  stage: string
  problem: ProblemView | null
}

export const workNames: Record<string, string> = {
  site: 'Site scan',
  document: 'Reading the agreement',
  'opt-out': 'Reading logs',
  drill: 'Opt-out drill',
}

/** A run is looked at where its result is: a site scan under its own address, the others with their subject. */
export function placeOfResult({ id, scanner }: Pick<ScanRun, 'id' | 'scanner'>, subject: Subject): string {
  const base = `/${placeOf(subject.kind)}/${subject.id}`
  if (scanner === 'document') return `${base}/agreement`
  if (scanner === 'drill') return `${base}/opt-outs/drills`
  if (scanner === 'opt-out') return `${base}/opt-outs?import=${id}`
  return `/scans/${id}`
}

export function runItem({ run, subject }: { run: ScanRun; subject: Subject }): RunItem {
  const { id, state, createdAt, progress, problem, problemDetail, scanner } = run
  return {
    id,
    to: placeOfResult(run, subject),
    subject: subject.name,
    what: workNames[scanner] ?? scanner,
    state,
    at: createdAt,
    stage: stageWords(progress.stage),
    problem: problem === null ? null : problemView(problem, problemDetail),
  }
}
