/** The only fields a log line may hold: ids, codes and counts. Never evidence, inputs, quotes or addresses. */
export type LogFields = {
  requestId?: string
  organisationId?: string
  personId?: string
  runId?: string
  subjectId?: string
  scanner?: string
  attempt?: number
  code?: string
  state?: string
  method?: string
  /** Route pattern, not the path. */
  route?: string
  status?: number
  ms?: number
  count?: number
  /** Name of an error's class and where it was thrown; never its message, which may quote input. */
  error?: string
}

const allowed: ReadonlySet<string> = new Set<keyof LogFields>([
  'requestId',
  'organisationId',
  'personId',
  'runId',
  'subjectId',
  'scanner',
  'attempt',
  'code',
  'state',
  'method',
  'route',
  'status',
  'ms',
  'count',
  'error',
])

export type Log = Record<'info' | 'warn' | 'error', (event: string, fields?: LogFields) => void>

/** Class and first own frame of an error, without its message. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frame = /\n\s+at (?:async )?([^\n(]+) \(?[^\n]*?([^/\n]+:\d+):\d+\)?/.exec(error.stack ?? '')
  return frame === null ? error.name : `${error.name} in ${frame[1]!.trim()} at ${frame[2]}`
}

/** One JSON line an event. JSON escapes line ends and control characters, so one event is one line. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  const at =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}) => {
      const kept = Object.entries(fields).filter(([name, value]) => allowed.has(name) && value !== undefined)
      const short = kept.map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 200) : value])
      write(`${JSON.stringify({ at: now().toISOString(), level, event, ...Object.fromEntries(short) })}\n`)
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
