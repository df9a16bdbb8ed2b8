import { EventEmitter } from 'node:events'
import type { Claim, JobStore } from '#db/jobs.ts'
import { type Log, nameOfError } from '../log.server.ts'
import { backOff, type Perform, type Queue, type QueueSettings, type RunEvent } from './queue.ts'

/** Reasons an attempt is aborted with; what the worker does next depends on it. */
export const abortReasons = { cancelled: 'cancelled', lostLease: 'lost-lease', shutdown: 'shutdown' } as const

type Running = { claim: Claim; stop: AbortController; ended: Promise<void> }

/**
 * The embedded back end: this process claims, heartbeats and performs; the rows of scan_runs hold leases and attempts.
 * `perform` ends or releases the run itself, so a throw that reaches this loop is a bug: it is logged, and recovery
 * takes the run up again.
 */
export function createSqliteQueue(options: {
  jobs: JobStore
  perform: Perform
  /** Does what follows the end of a run whose worker was lost; called in the transaction that ends it. */
  settleLost: (run: { runId: string; organisationId: string }) => void
  now: () => Date
  log: Log
  settings: QueueSettings
}): Queue {
  const { jobs, perform, settleLost, now, log, settings } = options
  const events = new EventEmitter().setMaxListeners(0)
  const running = new Map<string, Running>()
  const idleWaiters: Array<() => void> = []
  let open = false
  let timer: NodeJS.Timeout | undefined
  let heart: NodeJS.Timeout | undefined
  let recovery: NodeJS.Timeout | undefined

  const publish = (event: RunEvent) => events.emit(event.runId, event)

  function run(claim: Claim): void {
    const stop = new AbortController()
    const ended = perform(claim, { signal: stop.signal, publish })
      .catch((error: unknown) => {
        log.error('run-broke', { runId: claim.runId, attempt: claim.attempt, error: nameOfError(error) })
      })
      .then(() => {
        running.delete(claim.runId)
        fill()
      })
    running.set(claim.runId, { claim, stop, ended })
  }

  function fill(): void {
    clearTimeout(timer)
    if (!open) {
      settle()
      return
    }
    while (running.size < settings.atOnce) {
      const claim = jobs.claim(now(), settings.leaseMs, settings.perOrganisation)
      if (claim === null) break
      log.info('run-started', { runId: claim.runId, organisationId: claim.organisationId, attempt: claim.attempt })
      run(claim)
    }
    const due = jobs.nextDue()
    // A run that is due but may not start yet (its host is busy) is looked at when another ends.
    if (due !== null && due > now()) {
      timer = setTimeout(fill, Math.min(due.getTime() - now().getTime(), settings.recoverEveryMs)).unref()
    }
    settle()
  }

  function settle(): void {
    const due = open ? jobs.nextDue() : null
    if (running.size > 0 || (due !== null && due <= now())) return
    for (const waiter of idleWaiters.splice(0)) waiter()
  }

  function beat(): void {
    for (const { claim, stop } of running.values()) {
      const { held, cancel } = jobs.heartbeat(claim, now(), settings.leaseMs)
      if (!held) stop.abort(abortReasons.lostLease)
      else if (cancel) stop.abort(abortReasons.cancelled)
    }
  }

  function recover(all: boolean): void {
    // What runs here is alive, however long something else kept this process busy.
    beat()
    const { maxAttempts } = settings
    const rules = { maxAttempts, backOffMs: (attempt: number) => backOff(settings, attempt), all }
    const lost = jobs.recover(now(), rules, settleLost)
    if (lost.length > 0) log.warn('runs-recovered', { count: lost.length })
    for (const runId of lost) running.get(runId)?.stop.abort(abortReasons.lostLease)
    fill()
  }

  return {
    start() {
      open = true
      heart = setInterval(beat, settings.heartbeatMs).unref()
      recovery = setInterval(() => recover(false), settings.recoverEveryMs).unref()
      recover(true)
    },

    wake: () => void setImmediate(fill),

    cancel(runId) {
      running.get(runId)?.stop.abort(abortReasons.cancelled)
    },

    watch(runId, listener) {
      events.on(runId, listener)
      return () => void events.off(runId, listener)
    },

    idle: () =>
      new Promise((resolve) => {
        idleWaiters.push(resolve)
        setImmediate(fill)
      }),

    async close() {
      open = false
      clearTimeout(timer)
      clearInterval(heart)
      clearInterval(recovery)
      for (const { stop } of running.values()) stop.abort(abortReasons.shutdown)
      await Promise.all([...running.values()].map(({ ended }) => ended))
      settle()
    },
  }
}
