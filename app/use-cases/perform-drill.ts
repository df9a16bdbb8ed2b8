import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { DrillEvidence } from '#scanners/opt-out/canary-evidence.ts'
import { drillSchema, intervalOf, type Poll, runDrill } from '#scanners/opt-out/drill.ts'
import { pinnedGet } from '#scanners/site/egress/pinned-get.ts'
import type { Proviso } from '../proviso.server.ts'
import { type DrillInput, drillInputSchema } from './drill-input.ts'

type List = DrillEvidence['lists'][number]
type Asked = DrillInput['lists'][number]

/** A wait longer than this gives the place in the queue to others; the drill comes back when the list is due. */
const patienceMs = 4_000

function fresh({ channel, name }: Asked, optedOutAt: string): List {
  return { channel, name, lo: 0, hi: null, flags: [], polls: [], state: 'asking', nextAt: optedOutAt }
}

/** Whether the last two answers said "listed": one alone may be a flap. */
const isListed = (polls: ReadonlyArray<Poll>) => polls.at(-1)?.present === true && polls.at(-2)?.present === true

type Clock = { now: () => number; signal: AbortSignal; get: ReturnType<typeof pinnedGet> }

/** Asks one list until it is listed for sure, the drill is over, or the next question is far off. */
async function askOn(before: List, asked: Asked, input: DrillInput, { now, signal, get }: Clock): Promise<List> {
  const start = Date.parse(input.optedOutAt)
  const end = Date.parse(input.endsAt)
  const pause = new AbortController()
  let nextAt: number | null = null
  const drill = drillSchema.parse({
    canaries: [asked.address],
    optedOutAt: input.optedOutAt,
    targets: [asked],
    hours: Math.max(0.001, (end - start) / 3_600_000),
    firstSeconds: Math.max(1, (now() - start) / 1000),
  })
  const [result] = await runDrill(drill, {
    fetch: (url, { headers, signal: own }) => get(url, { headers, signal: own }),
    now,
    signal: AbortSignal.any([signal, pause.signal]),
    async sleep(ms, own) {
      if (ms > patienceMs) {
        nextAt = now() + ms
        pause.abort()
        return
      }
      await wait(ms, undefined, { signal: own }).catch(() => undefined)
    },
  })
  const polls = [...before.polls, ...(result?.polls ?? [])]
  const { lagSeconds, flags } = intervalOf(polls, start)
  const state = isListed(polls) ? 'listed' : now() >= end ? 'ended' : 'asking'
  const next = Math.min(end, nextAt ?? now() + 1000)
  return {
    ...before,
    ...lagSeconds,
    flags,
    polls,
    state,
    nextAt: state === 'asking' ? new Date(next).toISOString() : null,
  }
}

/**
 * One turn of a drill: asks the lists that are due and stores what is known so far. `again` is when it wants its next
 * turn, null when every list is settled.
 */
export async function performDrill(
  proviso: Proviso,
  scope: Scope,
  run: ScanRun,
  turn: { attempt: number; signal: AbortSignal },
): Promise<{ again: Date | null; stage: string }> {
  const input = drillInputSchema.parse(run.input)
  const now = () => proviso.now().getTime()
  const known = scope.evidence.ofRun(run.id).findLast((item) => item.kind === 'drill')
  const clock: Clock = { now, signal: turn.signal, get: pinnedGet(proviso.env.labAllow) }
  const lists = await Promise.all(
    input.lists.map(async (asked, at) => {
      const before = known?.lists[at] ?? fresh(asked, input.optedOutAt)
      const due = before.state === 'asking' && (before.nextAt === null || Date.parse(before.nextAt) <= now())
      return due ? await askOn(before, asked, input, clock) : before
    }),
  )
  const sha256 = createHash('sha256').update(JSON.stringify(lists)).digest('hex')
  const { optOutChannel, optedOutAt, endsAt, limitHours } = input
  const source = { scanner: 'drill', ref: 'suppression lists', at: proviso.now().toISOString(), sha256 }
  scope.evidence.addFound(run.id, turn.attempt, {
    kind: 'drill',
    id: 'drill',
    source,
    optOutChannel,
    optedOutAt,
    endsAt,
    limitHours,
    lists,
  })
  const next = lists.flatMap(({ nextAt }) => (nextAt === null ? [] : [Date.parse(nextAt)]))
  const seen = lists.filter(({ state }) => state === 'listed').length
  return {
    again: next.length === 0 ? null : new Date(Math.min(...next)),
    stage: `${seen} of ${lists.length} lists know of it`,
  }
}
