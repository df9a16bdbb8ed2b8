import { Link } from '@remix-run/react'
import { isLive, type RunView } from '../../views/run.ts'
import { Moment } from '../moment.tsx'
import { Notice, Problem } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { Progress } from '../progress.tsx'
import { RunBadge } from '../status.tsx'
import { useLiveRun } from '../use-live-run.ts'

/** A run that waits or works: where it is, a refresh link for pages without scripts, and a way to stop. */
export function RunProgress({ run: initial, mayCancel }: { run: RunView; mayCancel: boolean }) {
  const run = useLiveRun(initial)
  return (
    <section aria-label="Progress" className="card mb-8 p-5">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
        <RunBadge state={run.state} />
        <p className="text-sm text-soft">
          Asked for <Moment at={run.createdAt} />
        </p>
      </div>
      <div role="status">
        <Progress stage={run.stage} done={run.done} total={run.total} />
      </div>
      {run.problem !== null && (
        <p className="mt-3 text-sm text-soft">
          The attempt before this one stopped: {run.problem.says} It is tried again.
        </p>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-5">
        <Link to="." reloadDocument className="inline-block min-h-6">
          Refresh
        </Link>
        {mayCancel && !run.cancelRequested && (
          <Form method="post">
            <button type="submit" name="intent" value="cancel" className="button button-quiet button-small">
              Stop and keep what was seen
            </button>
          </Form>
        )}
        {run.cancelRequested && <p className="text-sm text-soft">It is asked to stop.</p>}
      </div>
      <p className="mt-3 text-sm text-soft">You can leave this page. The run goes on.</p>
    </section>
  )
}

/** How a run ended, when there is something to say about it. */
export function RunEnding({ run }: { run: RunView }) {
  if (isLive(run)) return null
  if (run.state === 'done') return null
  if (run.problem !== null && run.state === 'failed') {
    return <Problem says={run.problem.says} hint={run.problem.hint} detail={run.problem.detail} />
  }
  return (
    <Notice
      look="warning"
      title={
        run.state === 'cancelled'
          ? 'The run was stopped. What was seen before is kept.'
          : 'Only a part could be looked at.'
      }
    >
      {run.problem !== null && (
        <p>
          {run.problem.says} {run.problem.hint}
        </p>
      )}
    </Notice>
  )
}
