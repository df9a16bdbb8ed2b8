import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import type { PersonResult } from './audit.ts'
import { hours } from './worked-case.ts'

type Lags = ReadonlyArray<{ policy: string; from: string; channel: string; hours: ReadonlyArray<number> }>
type Pair = NonNullable<OptOutEvidence['pairs']>[number]

/** The value at or below which a share of sorted values lies; null without any. */
export function quantile(sorted: ReadonlyArray<number>, share: number): number | null {
  return sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

function windowsOf(results: ReadonlyArray<PersonResult>) {
  return results.flatMap(({ policy, channel, windows }) =>
    windows.map((window) => ({ policy, from: window.optOut.channel ?? 'other', channel, window })),
  )
}

const nameOf = ({ policy, from, channel }: { policy: string; from: string; channel: string }) =>
  `${policy} ${from} ${channel}`

/** Upper bounds of the lag in hours, by policy, channel of the opt-out and channel it should reach. */
export function lagsOf(results: ReadonlyArray<PersonResult>): Array<Lags[number] & { hours: Array<number> }> {
  const rows = new Map<string, { policy: string; from: string; channel: string; hours: Array<number> }>()
  for (const { policy, from, channel, window } of windowsOf(results)) {
    const key = nameOf({ policy, from, channel })
    const row = rows.get(key) ?? { policy, from, channel, hours: [] }
    rows.set(key, row)
    if (window.lag.hi !== null) row.hours.push(hours(window.lag.hi))
  }
  return [...rows.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

/** How long opt-outs said on one channel took to end contact on another: one row a pair and policy. */
export function pairsOf(results: ReadonlyArray<PersonResult>): Array<Pair> {
  const upper = new Map(lagsOf(results).map((row) => [nameOf(row), [...row.hours].sort((a, b) => a - b)]))
  const pairs = new Map<string, Pair>()
  for (const { policy, from, channel, window } of windowsOf(results)) {
    const key = nameOf({ policy, from, channel })
    const lags = upper.get(key) ?? []
    const pair = pairs.get(key) ?? {
      policy,
      from,
      channel,
      pass: 0,
      fail: 0,
      unknown: 0,
      p50Hours: quantile(lags, 0.5),
      p95Hours: quantile(lags, 0.95),
      worstHours: null,
    }
    pair[window.verdict] += 1
    pair.worstHours = Math.max(pair.worstHours ?? 0, hours(window.lag.hi ?? window.lag.lo))
    pairs.set(key, pair)
  }
  return [...pairs.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

/** Rows of two sets of results made one, with the lags that were kept; null percentiles where they were not. */
export function pairsAfter(
  all: ReadonlyArray<Pair>,
  kept: Lags | undefined,
  before: ReadonlyArray<PersonResult>,
  after: ReadonlyArray<PersonResult>,
): Array<Pair> {
  const [old, fresh] = [pairsOf(before), pairsOf(after)].map((rows) => new Map(rows.map((row) => [nameOf(row), row])))
  const lags = new Map(lagsAfter(kept ?? [], before, after).map((row) => [nameOf(row), row.hours]))
  const names = new Map([...all, ...(fresh?.values() ?? [])].map((row) => [nameOf(row), row]))
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { policy, from, channel }]): Array<Pair> => {
      const stored = all.find((row) => nameOf(row) === key)
      const count = (verdict: 'pass' | 'fail' | 'unknown') =>
        (stored?.[verdict] ?? 0) - (old?.get(key)?.[verdict] ?? 0) + (fresh?.get(key)?.[verdict] ?? 0)
      const [pass, fail, unknown] = [count('pass'), count('fail'), count('unknown')]
      if (pass + fail + unknown === 0) return []
      const worst = Math.max(stored?.worstHours ?? 0, fresh?.get(key)?.worstHours ?? 0)
      const sorted = kept === undefined ? null : [...(lags.get(key) ?? [])].sort((a, b) => a - b)
      const share = (part: number) => (sorted === null ? null : quantile(sorted, part))
      const numbers = { p50Hours: share(0.5), p95Hours: share(0.95), worstHours: worst }
      return [{ policy, from, channel, pass, fail, unknown, ...numbers }]
    })
}

/** The kept lags with those of some people exchanged. */
export function lagsAfter(
  kept: Lags,
  before: ReadonlyArray<PersonResult>,
  after: ReadonlyArray<PersonResult>,
): Array<Lags[number]> {
  const rows = new Map(kept.map((row) => [nameOf(row), { ...row, hours: [...row.hours] }]))
  for (const row of lagsOf(before)) {
    const left = rows.get(nameOf(row))?.hours ?? []
    for (const value of row.hours) {
      const at = left.indexOf(value)
      if (at >= 0) left.splice(at, 1)
    }
  }
  for (const row of lagsOf(after)) {
    const known = rows.get(nameOf(row))
    if (known === undefined) rows.set(nameOf(row), row)
    else known.hours.push(...row.hours)
  }
  return [...rows.values()]
}
