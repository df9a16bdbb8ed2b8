import { readFileSync } from 'node:fs'

/** Clock ticks a second of /proc: 100 on every Linux that Node runs on. */
const ticks = 100

/** CPU seconds of all ended children of this process and of theirs; null where there is no /proc. */
export function childCpuSeconds(): number | null {
  try {
    const stat = readFileSync('/proc/self/stat', 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // utime, stime, cutime, cstime are fields 14 to 17; two stand before the cut.
    return (Number(fields[13]) + Number(fields[14])) / ticks
  } catch {
    return null
  }
}

export function median(values: ReadonlyArray<number>): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Median CPU milliseconds of this process over `times` runs. */
export function ownCpuMs(run: () => void, times = 5): number {
  return median(
    Array.from({ length: times }, () => {
      const before = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }),
  )
}

/** Median CPU seconds of what `run` starts and waits for. */
export function startedCpuSeconds(run: () => void, times = 5): number | null {
  const spent = Array.from({ length: times }, () => {
    const before = childCpuSeconds()
    run()
    const after = childCpuSeconds()
    return before === null || after === null ? null : after - before
  })
  const known = spent.filter((value) => value !== null)
  return known.length === times ? median(known) : null
}
