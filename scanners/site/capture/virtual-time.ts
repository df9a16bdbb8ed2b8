import type { Session } from './cdp.ts'
import { settle } from './load.ts'
import type { Recorder } from './recorder.ts'

/** Page time given to late senders, and the host time it may cost (site-scan.md 2). */
const budgetMs = 12_000
const wallMs = 4_000
const starvationTasks = 100_000

/** Lets twelve seconds of page time pass at once; false when a busy page used up the wall clock first. */
export async function passVirtualTime(session: Session, recorder: Recorder): Promise<boolean> {
  let expire = () => {}
  const expired = new Promise<true>((resolve) => {
    expire = () => resolve(true)
  })
  session.on('Emulation.virtualTimeBudgetExpired', () => expire())
  let timer: NodeJS.Timeout | undefined
  const wall = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), wallMs)
  })
  await session
    .send('Emulation.setVirtualTimePolicy', {
      policy: 'pauseIfNetworkFetchesPending',
      budget: budgetMs,
      maxVirtualTimeTaskStarvationCount: starvationTasks,
    })
    .catch(() => expire())
  const finished = await Promise.race([expired, wall])
  clearTimeout(timer)
  await settle(recorder, 'look', 200, 2_500)
  return finished
}
