import { Link } from '@remix-run/react'
import type { RunItem } from '../../views/run.ts'
import { Moment } from '../moment.tsx'
import { RunBadge } from '../status.tsx'

/** One run in a list: what it does for whom, how it stands, and why it failed. */
export function RunLine({ run }: { run: RunItem }) {
  return (
    <li className="card p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Link to={run.to} className="font-semibold">
          {run.what}: {run.subject}
        </Link>
        <RunBadge state={run.state} />
      </div>
      <p className="mt-1 text-sm text-soft">
        <Moment at={run.at} />
        {run.problem === null ? `, ${run.stage}` : `. ${run.problem.says} ${run.problem.hint}`}
      </p>
    </li>
  )
}
