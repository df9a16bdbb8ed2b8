import { expect, test } from 'vitest'
import { surveySite } from '#checklists/tracking/recipients.ts'
import { scanSite, siteScanInputSchema } from '#scanners/site/scan.ts'
import { flowCount, flowUrl, missedFlows, startFlowSite } from '#test/sites/flow-page.ts'

/** Only a browser shows whether these are seen; `npm run test:full` opens one for them. */
test.runIf(process.env.PROVISO_TEST_FULL)(
  'every way a page can send what was typed is found, none of it arrives, and the clean twin sends nothing typed',
  async () => {
    const site = await startFlowSite()
    const scan = (clean: boolean) =>
      scanSite(
        siteScanInputSchema.parse({
          url: flowUrl(clean),
          authority: 'permission',
          pages: 1,
          lab: { allow: [], map: site.map },
        }),
        { now: () => new Date(), signal: new AbortController().signal, progress: () => {} },
      )
    const [dirty, clean] = [surveySite(await scan(false)), surveySite(await scan(true))]
    const arrived = site.allBytes()
    await site.close()
    expect(flowCount).toBeGreaterThanOrEqual(30)
    expect(missedFlows(dirty.leaks)).toEqual([])
    expect(clean.leaks).toEqual([])
    expect(arrived).not.toMatch(/@example\.com|%40example\.com|knee.pain/i)
  },
)
