import type { Verdict } from '#scanners/answers/evidence.ts'
import { Icon, type IconName } from './icon.tsx'

/** The six status words; no synonym is ever shown. `fail` has two: nothing found, or the opposite found. */
export type Status = 'meets' | 'weak' | 'missing' | 'conflicts' | 'unknown' | 'outside'

export const statusWords: Record<Status, string> = {
  meets: 'Meets',
  weak: 'Weak',
  missing: 'Missing',
  conflicts: 'Conflicts',
  unknown: 'Cannot tell',
  outside: 'Does not apply',
}

const byVerdict: Record<Exclude<Verdict, 'fail'>, Status> = {
  pass: 'meets',
  partial: 'weak',
  unknown: 'unknown',
  'not-applicable': 'outside',
}

/** `conflicts`: a fail in which the opposite was seen; without it the thing was looked for in vain. */
export function statusOf(verdict: Verdict, conflicts: boolean): Status {
  if (verdict !== 'fail') return byVerdict[verdict]
  return conflicts ? 'conflicts' : 'missing'
}

export function StatusBadge({ status }: { status: Status }) {
  return (
    <span className={`status is-${status}`}>
      <Icon name={status} />
      {statusWords[status]}
    </span>
  )
}

const runWords = {
  queued: ['Waiting', 'unknown', 'waiting'],
  running: ['Running', 'unknown', 'running'],
  done: ['Done', 'meets', 'meets'],
  partial: ['Done in part', 'weak', 'weak'],
  failed: ['Failed', 'missing', 'missing'],
  cancelled: ['Stopped', 'outside', 'outside'],
} as const satisfies Record<string, readonly [word: string, look: Status, icon: IconName]>

export type RunState = keyof typeof runWords

export function RunBadge({ state }: { state: RunState }) {
  const [word, look, icon] = runWords[state]
  return (
    <span className={`status is-${look}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
