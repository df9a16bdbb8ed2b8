import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { practiceUrl, startCleanSite } from '#test/sites/practice.ts'

const scans = Number(process.env.PROVISO_TEST_SCANS ?? 30)

/** Processes whose parent, near or far, is this one. */
function descendants(): number {
  const parents = new Map<string, string>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      parents.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '')
    } catch {
      // It ended between the listing and the reading.
    }
  }
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && (parents.get(pid) === String(process.pid) || isOurs(parents.get(pid)))
  return [...parents.keys()].filter((pid) => isOurs(pid)).length
}

test.runIf(process.env.PROVISO_TEST_FULL)(
  `after ${scans} scans no process is left, and the memory of the one that asks has not grown`,
  async () => {
    const site = await startCleanSite()
    const input = siteScanInputSchema.parse({
      url: practiceUrl,
      pages: 2,
      authority: 'permission',
      lab: { allow: [], map: site.map },
    })
    const context = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
    const before = descendants()
    const heaps: Array<number> = []
    for (let scan = 0; scan < scans; scan++) {
      const pages = await scanSite(input, context)
      expect(pages.map(({ outcome }) => outcome)).toEqual(['loaded', 'loaded'])
      site.log.length = 0
      heaps.push(process.memoryUsage().rss)
    }
    await site.close()
    expect(descendants()).toBe(before)
    // The first scans load code and fill caches; from then on it is flat, within a collector's slack.
    const settled = heaps[Math.min(4, heaps.length - 1)] ?? 0
    expect((heaps.at(-1) ?? 0) - settled).toBeLessThan(60 * 1024 * 1024)
  },
  scans * 30_000,
)
