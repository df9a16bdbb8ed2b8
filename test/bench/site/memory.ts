import { readdirSync, readFileSync } from 'node:fs'

const everyMs = 250

/** Processes under `root`, itself counted; only where /proc tells. */
function treeOf(root: number): Array<number> {
  const children = new Map<number, Array<number>>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      // It ended between the listing and the reading.
    }
  }
  const found = [root]
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}

/** Shared pages are counted once: proportional set size, in bytes. */
function bytesOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
    return Number(kilobytes) * 1024
  } catch {
    return 0
  }
}

/** Watches the memory of a process and everything it started; `stop` gives the peak in MB, null where it cannot be read. */
export function watchMemory(pid: number): { stop: () => number | null } {
  if (process.platform !== 'linux') return { stop: () => null }
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(
      peak,
      treeOf(pid).reduce((sum, one) => sum + bytesOf(one), 0),
    )
  }, everyMs)
  return {
    stop() {
      clearInterval(timer)
      return peak === 0 ? null : Math.round(peak / 1024 / 1024)
    },
  }
}
