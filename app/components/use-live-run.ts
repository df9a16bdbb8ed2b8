import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { RunView } from '../views/run.ts'

type Step = Pick<RunView, 'state' | 'stage' | 'done' | 'total'>

/** Follows a run by server-sent events; when it ends, the page loads its results. Without scripts: the refresh link. */
export function useLiveRun(initial: RunView): RunView {
  const [step, setStep] = useState<Step | null>(null)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const events = new EventSource(`/runs/${initial.id}/events`)
    events.addEventListener('step', (event) => setStep(JSON.parse(event.data) as Step))
    events.addEventListener('end', () => {
      events.close()
      revalidate()
    })
    return () => events.close()
  }, [initial.id, revalidate])
  return step === null ? initial : { ...initial, ...step }
}
