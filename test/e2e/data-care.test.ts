import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, journeyMs, openBrowser, type Portal, setUp, startPortal, visit } from './portal.ts'

const full = process.env.PROVISO_TEST_FULL !== undefined

let portal: Portal
let browser: Browser

beforeAll(async () => {
  if (!full) return
  portal = await startPortal()
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

test.runIf(full)(
  'an owner sets rules and a hold, takes the organisation out, and a form of another tab is refused after a switch',
  async () => {
    const { context, page, faults } = await visit(browser, portal)
    await setUp(page, portal)
    await page.goto('/settings/retention')
    await at(page, '/settings/retention', 'Retention')
    await auditPage(page, 'retention')
    await page.getByLabel('Replaced agreements: years').fill('5')
    await page.getByRole('button', { name: 'Save the rules' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await auditPage(page, 'retention-errors')
    await page.getByLabel('Replaced agreements: years').fill('6')
    await page.getByRole('button', { name: 'Save the rules' }).click()
    await page.getByRole('heading', { name: 'The rules are saved' }).waitFor()
    await page.getByLabel('Why').fill('Claim of a patient')
    await page.getByRole('button', { name: 'Place the hold' }).click()
    await page.getByRole('button', { name: 'Lift the hold on the whole organisation' }).waitFor()
    await auditPage(page, 'retention-held')
    await page.goto('/settings/data')
    await at(page, '/settings/data', 'Export and import')
    await auditPage(page, 'organisation-data')
    const file = await context.request.get('/settings/data/export')
    expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="organisation-/)
    const lines = (await file.text()).trim().split('\n')
    expect(Object.keys(JSON.parse(lines.at(-1) ?? ''))).toEqual(['end'])

    await page.goto('/organisations')
    await page.getByLabel('Name of the client').fill('Cedar Clinic')
    await page.getByRole('button', { name: 'Add the client' }).click()
    const enter = page.getByRole('button', { name: 'Work in Cedar Clinic' })
    await enter.waitFor()
    const late = await context.newPage()
    await late.goto('/practices/new')
    await at(late, '/practices/new', 'Add a practice')
    await late.getByLabel('Name').fill('Harbor Ortho')
    await page
      .getByRole('button', { name: /Cedar Clinic/ })
      .first()
      .click()
    await at(page, '/', 'Home')
    await late.getByRole('button', { name: 'Add this practice' }).click()
    await late.getByRole('heading', { level: 1, name: 'This page belongs to another organisation' }).waitFor()
    await auditPage(late, 'other-organisation')
    await page.goto('/practices')
    await at(page, '/practices', 'Practices')
    expect(await page.getByText('Harbor Ortho').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  },
  journeyMs,
)
