import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findBrowser } from '#scanners/browser.ts'
import type { PageEvidence } from '#scanners/site/evidence.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { type Hostile, startHostileSite } from '#test/sites/hostile.ts'

let site: Hostile
let own: string
beforeAll(async () => {
  await findBrowser()
  // A temporary folder of its own, so that scans of other test files are not counted. The browser's user writes there.
  own = mkdtempSync(join(tmpdir(), 'hostile-'))
  chmodSync(own, 0o777)
  vi.stubEnv('TMPDIR', own)
  site = await startHostileSite()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await site.close()
  rmSync(own, { recursive: true, force: true })
})

async function scan(host: string): Promise<PageEvidence> {
  const input = siteScanInputSchema.parse({
    url: `http://${host}/`,
    pages: 1,
    authority: 'permission',
    lab: { allow: [], map: site.map },
  })
  const context = { now: () => new Date(), signal: new AbortController().signal, progress: () => {} }
  const [page] = await scanSite(input, context)
  return page!
}

function browsersLeft(): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`user-data-dir=${own}/`)
      } catch {
        return false
      }
    }).length
}

// The slow ones hold a page until its clock runs out.
const slow = [
  'private-subresources.test',
  'silence.test',
  'drip.test',
  'busy.test',
  'bomb.test',
  'metadata-redirect.test',
  'meta-loop.test',
]
const typed: Record<string, string | null> = {
  'private-few.test': null,
  'private-redirect.test': 'blocked-address',
  'odd-redirect.test': 'blocked-address',
  'file-redirect.test': 'blocked-scheme',
  'redirect-loop.test': 'redirect-loop',
  'script-loop.test': 'redirect-loop',
  'dialogs.test': null,
  'popups.test': null,
  'download.test': null,
  'memory.test': 'crashed',
}

for (const [host, reason] of Object.entries(typed)) {
  test(`${host} ends as ${reason ?? 'loaded'}, and nothing private is reached`, async () => {
    const page = await scan(host)
    expect([page.outcome === 'loaded' ? null : page.reason, site.canary.hits]).toEqual([reason, []])
  })
}

test('poisoned built-ins forge nothing and hide nothing', async () => {
  const page = await scan('poisoned.test')
  expect(page).toMatchObject({ outcome: 'loaded', title: 'Hostile' })
  expect(JSON.stringify(page)).not.toContain('forged')
  expect(page.requests.map(({ host }) => host)).toContain('seen.test')
})

test('links that act are not visited, forms are not submitted, autosave sends nothing', async () => {
  const page = await scan('side-effects.test')
  const acted = site.log.filter(
    ({ host, path }) => host === 'side-effects.test' && /logout|unsubscribe|cart|effect|autosave/.test(path),
  )
  expect(acted).toEqual([])
  const attempts = page.requests.filter(({ path }) => path === '/autosave' || path === '/side-effect')
  expect(attempts.length).toBeGreaterThan(0)
  expect(attempts.every(({ blocked }) => blocked === 'stopped-by-scanner')).toBe(true)
})

test.runIf(process.env.PROVISO_TEST_FULL)(
  'every other hostile page ends in time, typed, and reaches nothing private',
  async () => {
    for (const host of slow) {
      const page = await scan(host)
      expect(page.outcome, host).not.toBe('loaded')
    }
    expect(site.canary.hits).toEqual([])
  },
  400_000,
)

test('after all of them no browser and no folder is left, and the next scan works', async () => {
  expect(browsersLeft()).toBe(0)
  expect(readdirSync(own).filter((name) => name.startsWith('proviso-scan-'))).toEqual([])
  const page = await scan('popups.test')
  expect(page.outcome).toBe('loaded')
  // 30 windows, of which the first few may ask for something: the page is not called clean for the others.
  const detail = expect.stringMatching(/^\d+ more windows were closed before they asked for anything$/)
  expect(page.open).toContainEqual({ code: 'capture-incomplete', detail })
})
