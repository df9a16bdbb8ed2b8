import { createHash } from 'node:crypto'
import { z } from 'zod'

const target = z.strictObject({
  channel: z.enum(['sms', 'email', 'voice']),
  name: z.string().min(1),
  /** A read-only address of the suppression list; `{address}` stands for the canary's. */
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.string()).default({}),
  address: z.string().min(1),
  /** Present when the value at this dotted path exists, or equals `equals`. Without a path the status decides: 404 = absent. */
  path: z.string().optional(),
  equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
})

/** One drill: a test patient opted out at an instant, and the lists that should come to know it. */
export const drillSchema = z.strictObject({
  /** Only these addresses are ever asked about; a drill that names another is refused. */
  canaries: z.array(z.string().min(1)).min(1),
  optedOutAt: z.iso.datetime({ offset: true }),
  targets: z.array(target).min(1),
  firstSeconds: z.number().positive().default(1),
  hours: z.number().positive().max(72).default(24),
  /** Each wait is this times the one before, so the lag is known within this factor. */
  ratio: z.number().min(1.05).max(2).default(1.24),
})
export type Drill = z.infer<typeof drillSchema>

export type Poll = { at: number; until: number; present: boolean | null; sha256: string | null }
export type DrillResult = {
  channel: string
  name: string
  /** Seconds after the opt-out: not yet listed at `lo`, listed at `hi`; `hi` null = never seen within the drill. */
  lagSeconds: { lo: number; hi: number | null }
  flags: Array<'contradicted_evidence' | 'not_answered'>
  polls: Array<Poll>
}

export type DrillTools = {
  fetch: (
    url: string,
    init: { method: 'GET'; headers: Record<string, string>; signal: AbortSignal; redirect: 'error' },
  ) => Promise<Response>
  now: () => number
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
}

/** The value at a dotted path; `known` is false where the answer has another shape, so that it tells nothing. */
function valueAt(document: unknown, path: string): { known: boolean; value: unknown } {
  let value = document
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return { known: false, value: undefined }
    // An empty list holds nobody; an object without the field is an error report or another schema.
    if (Array.isArray(value) && /^\d+$/.test(step) && Number(step) >= value.length)
      return { known: true, value: undefined }
    if (!Object.hasOwn(value, step)) return { known: false, value: undefined }
    value = (value as Record<string, unknown>)[step]
  }
  return { known: true, value }
}

type Answer = { present: boolean | null; sha256: string | null; retryMs: number | null }

async function ask(from: Drill['targets'][number], { fetch, signal }: DrillTools): Promise<Answer> {
  const unanswered = (retryMs: number | null): Answer => ({ present: null, sha256: null, retryMs })
  try {
    const url = from.url.replace('{address}', encodeURIComponent(from.address))
    const response = await fetch(url, {
      method: 'GET',
      headers: from.headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
      redirect: 'error',
    })
    const body = await response.text()
    const sha256 = createHash('sha256').update(body).digest('hex')
    if (response.status === 404) return { present: false, sha256, retryMs: null }
    if (!response.ok) {
      const wait = Number(response.headers.get('retry-after'))
      return unanswered(Number.isFinite(wait) && wait > 0 ? wait * 1000 : null)
    }
    if (from.path === undefined) return { present: true, sha256, retryMs: null }
    const { known, value } = valueAt(JSON.parse(body), from.path)
    if (!known) return unanswered(null)
    const there =
      from.equals === undefined ? value !== undefined && value !== null && value !== false : value === from.equals
    return { present: there, sha256, retryMs: null }
  } catch {
    // No answer tells nothing; it only leaves the interval wider.
    return unanswered(null)
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

/** Polls one list at geometric times until it holds the canary twice running. It reads only: nothing is ever sent. */
async function poll(drill: Drill, from: Drill['targets'][number], tools: DrillTools): Promise<DrillResult> {
  const start = Date.parse(drill.optedOutAt)
  const end = start + drill.hours * 3_600_000
  const polls: Array<Poll> = []
  let offset = drill.firstSeconds * 1000
  for (;;) {
    const wait = start + offset - tools.now()
    if (wait > 0) await tools.sleep(wait, tools.signal)
    if (tools.signal.aborted) break
    const at = tools.now()
    const { present, sha256, retryMs } = await ask(from, tools)
    polls.push({ at, until: tools.now(), present, sha256 })
    if (present === true && polls.at(-2)?.present === true) break
    const passed = tools.now() - start
    if (start + offset >= end) break
    // After a refusal the server's own delay counts; else the next of the geometric times.
    offset = Math.min(end - start, retryMs === null ? Math.max(offset * drill.ratio, passed + 100) : passed + retryMs)
  }
  return { channel: from.channel, name: from.name, ...intervalOf(polls, start), polls }
}

/** Runs a drill against all its lists at once. Throws RangeError when it names an address that is no registered canary. */
export async function runDrill(drill: Drill, tools: DrillTools): Promise<Array<DrillResult>> {
  if (drill.targets.some(({ address }) => !drill.canaries.includes(address)))
    throw new RangeError('A drill asks only about registered canaries.')
  return await Promise.all(drill.targets.map((from) => poll(drill, from, tools)))
}
