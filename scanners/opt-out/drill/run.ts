import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type ListAnswer, type ListRequest, type Reading, readingOf, requestTo } from './lists.ts'
import { retryDelay, serverAhead } from './server-clock.ts'
import { type Target, targetSchema } from './target.ts'

/** A target without `system` is a generic one. */
const anyTarget = z.preprocess(
  (given) =>
    typeof given === 'object' && given !== null && !('system' in given) ? { system: 'generic', ...given } : given,
  targetSchema,
)

/** One drill: a test patient opted out at an instant, and the lists that should come to know it. */
export const drillSchema = z.strictObject({
  /** Only these addresses are ever asked about; a drill that names another is refused. */
  canaries: z.array(z.string().min(1)).min(1),
  optedOutAt: z.iso.datetime({ offset: true }),
  targets: z.array(anyTarget).min(1).max(20),
  firstSeconds: z.number().positive().default(1),
  hours: z.number().positive().max(72).default(24),
  /** Each poll comes this times later than the one before. 1.15 leaves room for slow answers within a quarter of the lag. */
  ratio: z.number().min(1.05).max(2).default(1.15),
})
type Drill = z.infer<typeof drillSchema>

type Poll = { at: number; until: number; present: Reading; sha256: string | null }
export type DrillResult = {
  channel: string
  name: string
  system: Target['system']
  /** Seconds after the opt-out: not yet listed at `lo`, listed at `hi`; `hi` null = never seen within the drill. */
  lagSeconds: { lo: number; hi: number | null }
  flags: Array<'contradicted_evidence' | 'not_answered' | 'upper_bound_only'>
  /** How far the server's own clock ran ahead of ours, by its Date headers; null without one. Never used for the lag. */
  serverAheadSeconds: { min: number; max: number } | null
  polls: Array<Poll>
}

export type DrillTools = {
  ask: (request: ListRequest, signal: AbortSignal) => Promise<ListAnswer>
  now: () => number
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
}

type Answer = {
  present: Reading
  sha256: string | null
  retryMs: number | null
  ahead: { min: number; max: number } | null
}

async function ask(target: Target, start: number, { ask: read, now, signal }: DrillTools): Promise<Answer> {
  const at = now()
  try {
    const answer = await read(requestTo(target, new Date(at)), signal)
    const until = now()
    const busy = answer.status === 429 || answer.status >= 500
    return {
      present: busy ? null : readingOf(answer, target, start),
      sha256: createHash('sha256').update(answer.body).digest('hex'),
      retryMs: busy ? retryDelay(answer.headers, until) : null,
      ahead: serverAhead(answer.headers, at, until),
    }
  } catch {
    // No answer tells nothing; it only leaves the interval wider.
    return { present: null, sha256: null, retryMs: null, ahead: null }
  }
}

/** The interval in which a list came to hold the contact, by our own clock at both ends of each request. */
export function intervalOf(polls: ReadonlyArray<Poll>, optedOutAt: number): Pick<DrillResult, 'lagSeconds' | 'flags'> {
  const answered = polls.filter(({ present }) => present !== null)
  const lastAbsent = answered.findLast(({ present }) => present === false)
  const firstPresent = answered.find(({ present }) => present === true)
  const flapped = firstPresent !== undefined && lastAbsent !== undefined && firstPresent.until < lastAbsent.at
  // A list that held the contact and lost it again: it came to hold it after the last absence before the first sight.
  const absentBefore = flapped
    ? answered.findLast(({ present, at }) => present === false && at < firstPresent.at)
    : lastAbsent
  const listed = answered.find(
    ({ present, at }) => present === true && (lastAbsent === undefined || at >= lastAbsent.at),
  )
  const since = (instant: number) => Math.max(0, (instant - optedOutAt) / 1000)
  const flags: DrillResult['flags'] = []
  if (flapped) flags.push('contradicted_evidence')
  if (answered.length < polls.length) flags.push('not_answered')
  return {
    lagSeconds: {
      lo: absentBefore === undefined ? 0 : since(absentBefore.at),
      hi: listed === undefined ? null : since(listed.until),
    },
    flags,
  }
}

const shortestWaitMs = 250
/** A list is watched on for as long again as it took, at least a minute: one that forgets the contact is found out. */
const watchedMs = 60_000

function isSettled(polls: ReadonlyArray<Poll>, start: number, now: number): boolean {
  const lastDoubt = polls.findLastIndex(({ present }) => present === false)
  const sight = polls.slice(lastDoubt + 1).find(({ present }) => present === true)
  if (sight === undefined || polls.at(-1)?.present !== true) return false
  const lag = sight.until - start
  return now - start >= lag + Math.max(watchedMs, lag)
}

function spanOf(clocks: ReadonlyArray<{ min: number; max: number }>): DrillResult['serverAheadSeconds'] {
  if (clocks.length === 0) return null
  return { min: Math.min(...clocks.map(({ min }) => min)), max: Math.max(...clocks.map(({ max }) => max)) }
}

/** Polls one list at geometric times until it has held the canary for a while. It reads only: nothing is ever sent. */
async function poll(drill: Drill, target: Target, tools: DrillTools): Promise<DrillResult> {
  const start = Date.parse(drill.optedOutAt)
  const end = start + drill.hours * 3_600_000
  const polls: Array<Poll> = []
  const clocks: Array<{ min: number; max: number }> = []
  let offset = drill.firstSeconds * 1000
  for (;;) {
    const wait = start + offset - tools.now()
    if (wait > 0) await tools.sleep(wait, tools.signal)
    if (tools.signal.aborted) break
    const at = tools.now()
    const answer = await ask(target, start, tools)
    const until = tools.now()
    polls.push({ at, until, present: answer.present, sha256: answer.sha256 })
    if (answer.ahead !== null) clocks.push(answer.ahead)
    if (isSettled(polls, start, until) || start + offset >= end) break
    // The next answer should be in at `ratio` times this asking, so it is asked for as much earlier as answers take.
    const next = (at - start) * drill.ratio - (until - at)
    const soonest = until - start + (answer.retryMs ?? shortestWaitMs)
    offset = Math.min(end - start, Math.max(next, soonest))
  }
  const { lagSeconds, flags } = intervalOf(polls, start)
  // Twilio's log says when it refused, never that it would not have.
  if (target.system === 'twilio') flags.push('upper_bound_only')
  const { channel, name, system } = target
  return { channel, name, system, lagSeconds, flags, serverAheadSeconds: spanOf(clocks), polls }
}

/** Runs a drill against all its lists at once. Throws RangeError when it names an address that is no registered canary. */
export async function runDrill(drill: Drill, tools: DrillTools): Promise<Array<DrillResult>> {
  if (drill.targets.some(({ address }) => !drill.canaries.includes(address)))
    throw new RangeError('A drill asks only about registered canaries.')
  return await Promise.all(drill.targets.map((target) => poll(drill, target, tools)))
}
