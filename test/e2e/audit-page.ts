import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect } from 'vitest'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const folder = 'test/.out/screens'

/** The same rules and elements either way: `named` also works out where each element is, which costs axe half its time. */
function run(page: Page, named: boolean) {
  const options = named ? {} : { selectors: false, resultTypes: ['violations' as const] }
  // One mode for pages that hold no frame of another place, as ours never do: it opens no second page a time.
  return new AxeBuilder({ page }).setLegacyMode(true).options(options).withTags(tags).analyze()
}

async function axe(page: Page, name: string): Promise<void> {
  const first = await run(page, false)
  const violations = first.violations.length === 0 ? [] : (await run(page, true)).violations
  const found = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target).join(' ; ')}`)
  expect(found).toEqual([])
  expect(first.violations).toEqual([])
  // An audit of an empty page proves nothing: more than twenty rules must have found something to judge.
  expect(first.passes.length).toBeGreaterThan(20)
}

/**
 * axe with every rule on, in light at full width; at 320 px nothing may scroll sideways. The full run also asks axe in
 * dark and at 320 px.
 */
export async function auditPage(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  const full = process.env.PROVISO_TEST_FULL !== undefined
  await page.emulateMedia({ colorScheme: 'light' })
  await axe(page, name)
  if (full) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await axe(page, `${name} in dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize({ width: 320, height: 800 })
  if (full) await axe(page, `${name} at 320 px`)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(`${name} at 320 px overflows by ${sideways} px`).toBe(`${name} at 320 px overflows by 0 px`)
  await page.setViewportSize(size)
  if (process.env.PROVISO_SHOTS !== undefined) await shoot(page, name)
}

/** Pictures for people to look at: PROVISO_SHOTS=1. */
async function shoot(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  mkdirSync(folder, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 })
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(size)
}
