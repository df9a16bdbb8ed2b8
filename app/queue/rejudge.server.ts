import type { Database } from '#db/client.ts'
import { longestStale } from '#db/subjects.ts'
import { type Log, nameOfError } from '../log.server.ts'

/** Judges subjects anew whose register changed, one at a time, between other work. */
export type Rejudge = { wake: () => void; idle: () => Promise<void>; close: () => void }

export function createRejudge(options: {
  db: Database
  /** Judges one subject and clears its mark. */
  judge: (stale: { id: string; organisationId: string }) => void
  /** Clears the mark of one that cannot be judged, so that it is not tried without end. */
  giveUp: (stale: { id: string; organisationId: string }) => void
  log: Log
}): Rejudge {
  const { db, judge, giveUp, log } = options
  const waiters: Array<() => void> = []
  let scheduled: NodeJS.Immediate | undefined
  let open = true

  function step(): void {
    scheduled = undefined
    const stale = open ? longestStale(db) : null
    if (stale === null) {
      for (const waiter of waiters.splice(0)) waiter()
      return
    }
    try {
      judge(stale)
    } catch (error) {
      log.error('rejudge-failed', { subjectId: stale.id, error: nameOfError(error) })
      giveUp(stale)
    }
    schedule()
  }

  function schedule(): void {
    scheduled ??= setImmediate(step)
  }

  return {
    wake: schedule,
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve)
        schedule()
      }),
    close() {
      open = false
      clearImmediate(scheduled)
      for (const waiter of waiters.splice(0)) waiter()
    },
  }
}
