import { useId } from 'react'

/** How far a long job is, in words and as a bar; without a total the bar stays open. */
export function Progress({ stage, done, total }: { stage: string; done: number; total: number | null }) {
  const id = useId()
  return (
    <div className="max-w-text">
      <p id={id} className="mb-2 font-semibold">
        {stage}
      </p>
      <progress aria-labelledby={id} {...(total === null ? {} : { value: done, max: Math.max(total, 1) })} />
      <p className="mt-2 text-sm text-soft">{total === null ? `${done} done` : `${done} of ${total} done`}</p>
    </div>
  )
}
