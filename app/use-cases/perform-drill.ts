import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ScanRun } from '#db/scan-runs.ts'
import type { Scope } from '#db/scoped.ts'
import type { DrillEvidence } from '#scanners/opt-out/canary-evidence.ts'
import { listAsker } from '#scanners/opt-out/drill/ask-list.ts'
import { type DrillTools, drillSchema, intervalOf, runDrill } from '#scanners/opt-out/drill/run.ts'
import { createEgressPolicy } from '#scanners/site/egress/policy.ts'
import type { Proviso } from '../proviso.server.ts'
import { type DrillInput, drillInputSchema } from './drill-input.ts'

type List = DrillEvidence['lists'][number]
type Poll = List['polls'][number]
type Target = DrillInput['targets'][number]

/** A list is watched on for as long again as it took, at least this long: one that forgets the contact is found out. */
const watchedMs = 60_000

/** A wait longer than this gives the place in the queue to others; the drill comes back when the list is due. */
const patienceMs = 4_000

function fresh({ channel, name }: DrillInput['lists'][number], optedOutAt: string): List {
  return { channel, name, lo: 0, hi: null, flags: [], polls: [], state: 'asking', nextAt: optedOutAt }
}

/** Over all turns together: seen since the last absence, and watched on long enough. */
function isListed(polls: ReadonlyArray<Poll>, start: number): boolean {
  const lastDoubt = polls.findLastIndex(({ present }) => present === false)
  const sight = polls.slice(lastDoubt + 1).find(({ present }) => present === true)
  const last = polls.at(-1)
  if (sight === undefined || last?.present !== true) return false
  const lag = sight.until - start
  return last.until - start >= lag + Math.max(watchedMs, lag)
}

type Clock = Pick<DrillTools, 'now' | 'signal' | 'ask'>

/** Asks one list until it is listed for sure, the drill is over, or the next question is far off. */
async function askOn(before: List, target: Target, input: DrillInput, { now, signal, ask }: Clock): Promise<List> {
  const start = Date.parse(input.optedOutAt)
  const end = Date.parse(input.endsAt)
  const pause = new AbortController()
  let nextAt: number | null = null
  const drill = drillSchema.parse({
    canaries: [target.address],
    optedOutAt: input.optedOutAt,
    targets: [target],
    hours: Math.max(0.001, (end - start) / 3_600_000),
    firstSeconds: Math.max(1, (now() - start) / 1000),
  })
  const [result] = await runDrill(drill, {
    ask,
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
  const state = isListed(polls, start) ? 'listed' : now() >= end ? 'ended' : 'asking'
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
  const { labAllow } = proviso.env
  const policy = createEgressPolicy(labAllow.length === 0 ? undefined : { allow: [...labAllow] })
  const clock: Clock = { now, signal: turn.signal, ask: listAsker(policy) }
  const lists = await Promise.all(
    input.lists.map(async (list, at) => {
      const before = known?.lists[at] ?? fresh(list, input.optedOutAt)
      const target = input.targets[at]
      const due = before.state === 'asking' && (before.nextAt === null || Date.parse(before.nextAt) <= now())
      return due && target !== undefined ? await askOn(before, target, input, clock) : before
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
