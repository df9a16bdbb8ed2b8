import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, openBrowser, type Portal, setUp, signIn, startPortal, visit } from './portal.ts'

let portal: Portal
let browser: Browser

beforeAll(async () => {
  portal = await startPortal()
  browser = await openBrowser()
  const { context, page } = await visit(browser, portal)
  await setUp(page, portal)
  await context.close()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
})

test('each place of the navigation is reached by its link, with its own title and nothing to mend', async () => {
  const { context, page, faults } = await visit(browser, portal)
  await signIn(page)
  const main = page.getByRole('navigation', { name: 'Main' })
  for (const [path, name] of [
    ['/vendors', 'Vendors'],
    ['/practices', 'Practices'],
    ['/prospects', 'Prospects'],
    ['/scans', 'Scans'],
    ['/reports', 'Reports'],
    ['/doctor', 'Doctor'],
  ] as const) {
    await main.getByRole('link', { name }).click()
    await at(page, path, name)
    await expect.poll(() => page.title()).toBe(`${name} · Lakeside Ortho · Proviso`)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await auditPage(page, `empty-${path.slice(1)}`)
  }
  await page.getByRole('link', { name: 'Help' }).click()
  await at(page, '/help', 'Help')
  await auditPage(page, 'help')
  await page.getByRole('link', { name: 'Search' }).click()
  await at(page, '/search', 'Search')
  await auditPage(page, 'search')
  await page.goto('/nowhere')
  await at(page, '/nowhere', 'This page is not here')
  expect(await page.title()).toMatch(/^This page is not here/)
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await auditPage(page, 'not-found')
  expect(faults).toEqual([])
  await context.close()
})

test('one press opens a made-up practice that the scanners have read, apart from what is ours', async () => {
  const { context, page, faults } = await visit(browser, portal)
  await signIn(page)
  await page.getByRole('button', { name: 'Look around in a made-up practice' }).click()
  await at(page, '/', 'Home')
  await page.getByText('Harbor Street Family Clinic (demo)').first().waitFor()
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Scans' }).click()
  await at(page, '/scans', 'Scans')
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByText(/^(Waiting|Running)/).count()
      },
      { timeout: 180_000, interval: 3_000 },
    )
    .toBe(0)
  await auditPage(page, 'demo-scans')
  await main.getByRole('link', { name: 'Vendors' }).click()
  await at(page, '/vendors', 'Vendors')
  await page.getByRole('link', { name: 'Brightharbor Reviews' }).click()
  await at(page, /^\/vendors\/sub_\w+$/, 'Brightharbor Reviews')
  await auditPage(page, 'demo-vendor')
  await page.goto('/')
  await at(page, '/', 'Home')
  await auditPage(page, 'demo-home')
  expect(faults).toEqual([])
  await context.close()
})

test('two people change one practice: the second sees both values and loses nothing', async () => {
  const { context, page, faults } = await visit(browser, portal)
  await signIn(page)
  await page.goto('/practices/new')
  await at(page, '/practices/new', 'Add a practice')
  await page.getByLabel('Name', { exact: true }).fill('Lakeside Ortho')
  await page.getByLabel('Web address').fill('lakeside.example')
  await page.getByRole('button', { name: 'Add this practice' }).click()
  await at(page, /^\/practices\/sub_\w+$/, 'Lakeside Ortho')
  await page.getByText('https://lakeside.example/').waitFor()
  await page.getByRole('link', { name: 'Change' }).click()
  await at(page, /\/edit$/, 'Change Lakeside Ortho')
  await auditPage(page, 'practice-edit')

  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByLabel('Who looks after it here?').fill('Omar Reyes')
  await other.getByRole('button', { name: 'Save' }).click()
  await at(other, /^\/practices\/sub_\w+$/, 'Lakeside Ortho')

  await page.getByLabel('Who looks after it here?').fill('Maya Torres')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Somebody else changed this while you were typing' }).waitFor()
  await page.getByText('Omar Reyes').waitFor()
  expect(await page.getByLabel('Who looks after it here?').inputValue()).toBe('Maya Torres')
  await auditPage(page, 'practice-conflict')
  await page.getByRole('button', { name: 'Save' }).click()
  await at(page, /^\/practices\/sub_\w+$/, 'Lakeside Ortho')
  await page.locator('#main').getByText('Maya Torres', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await at(page, /\/questions$/, 'Lakeside Ortho: questions')
  await auditPage(page, 'practice-questions')
  expect(faults).toEqual([])
  await context.close()
})
