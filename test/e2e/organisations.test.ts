import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, journeyMs, openBrowser, type Portal, setUp, signIn, startPortal, visit } from './portal.ts'

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

for (const javaScriptEnabled of [true, false]) {
  const client = javaScriptEnabled ? 'Cedar Dental' : 'Harbor Eye Center'
  test(
    `a consultancy adds a client, works in it and comes back${javaScriptEnabled ? '' : ', without JavaScript'}`,
    async () => {
      const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
      await signIn(page)
      await page.getByRole('link', { name: 'Lakeside Ortho: switch the organisation' }).click()
      await at(page, '/organisations', 'Organisations')
      await page.getByRole('button', { name: 'Add the client' }).click()
      await page.getByRole('link', { name: 'Enter the name.' }).waitFor()
      if (javaScriptEnabled) await auditPage(page, 'organisations-error')
      await page.getByLabel('Name of the client').fill(client)
      await page.getByRole('button', { name: 'Add the client' }).click()
      await page.getByRole('button', { name: `Work in ${client}` }).waitFor()
      if (javaScriptEnabled) await auditPage(page, 'organisations')
      await page.getByRole('button', { name: `Work in ${client}` }).click()
      await at(page, '/', 'Home')
      expect(await page.title()).toContain(client)
      await page.getByRole('link', { name: `${client}: switch the organisation` }).click()
      await at(page, '/organisations', 'Organisations')
      // A client has no clients.
      expect(await page.getByRole('button', { name: 'Add the client' }).count()).toBe(0)
      await page.goto(`${portal.url}/settings/organisation`)
      await at(page, '/settings/organisation', 'Organisation')
      await page.getByLabel('Name').fill(`${client} Group`)
      await page.getByLabel('Time zone').selectOption('America/Chicago')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('heading', { name: 'The organisation is changed' }).waitFor()
      if (javaScriptEnabled) await auditPage(page, 'settings-organisation')
      await page.goto(`${portal.url}/organisations`)
      await page.getByRole('button', { name: 'Work in Lakeside Ortho' }).click()
      await at(page, '/', 'Home')
      expect(await page.title()).toContain('Lakeside Ortho')
      expect(faults).toEqual([])
      await context.close()
    },
    journeyMs,
  )
}
