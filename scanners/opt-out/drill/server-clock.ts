const longestRetryMs = 3_600_000

/** By how many seconds the server's clock ran ahead of ours; its Date header is cut to whole seconds. */
export function serverAhead(
  headers: Readonly<Record<string, string>>,
  at: number,
  until: number,
): { min: number; max: number } | null {
  const date = Date.parse(headers.date ?? '')
  return Number.isNaN(date) ? null : { min: (date - until) / 1000, max: (date + 999 - at) / 1000 }
}

/**
 * How long a server asks to wait: Retry-After in seconds, or a date, which is meant by the server's own clock. At most
 * an hour, so that one answer cannot end a drill.
 */
export function retryDelay(headers: Readonly<Record<string, string>>, now: number): number | null {
  const asked = headers['retry-after']?.trim()
  if (asked === undefined || asked === '') return null
  const until = Date.parse(asked)
  const serverNow = Date.parse(headers.date ?? '')
  const wait = /^\d+(?:\.\d+)?$/.test(asked)
    ? Number(asked) * 1000
    : until - (Number.isNaN(serverNow) ? now : serverNow)
  return Number.isNaN(wait) || wait <= 0 ? null : Math.min(wait, longestRetryMs)
}
