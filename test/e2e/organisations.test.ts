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
      await page.getByRole('link', { name: 'Lakeside Ortho (switch the organisation)' }).click()
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
      await page.getByRole('link', { name: `${client} (switch the organisation)` }).click()
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
      await page.goto(`${portal.url}/practices/new`)
      await page.getByLabel('Name').fill(`${client} North`)
      await page.getByLabel('Web address').fill('https://north.example/')
      await page.getByRole('button', { name: /^Add/ }).click()
      await at(page, /^\/practices\/sub_/, `${client} North`)
      await page.getByRole('link', { name: 'Change', exact: true }).click()
      await at(page, /\/edit$/, `Change ${client} North`)
      await page.getByRole('button', { name: 'Remove' }).click()
      await page.getByRole('link', { name: 'Say that you are sure.' }).waitFor()
      if (javaScriptEnabled) await auditPage(page, 'remove-error')
      await page.getByLabel('Yes, remove this practice').check()
      await page.getByRole('button', { name: 'Remove' }).click()
      await at(page, '/practices', 'Practices')
      await page.getByRole('heading', { name: `${client} North was removed` }).waitFor()
      if (javaScriptEnabled) await auditPage(page, 'removed')
      await page.getByRole('link', { name: 'Removed in the last 30 days' }).click()
      await at(page, '/trash', 'Removed')
      if (javaScriptEnabled) await auditPage(page, 'trash')
      await page.getByRole('button', { name: 'Put back' }).click()
      await at(page, /^\/practices\/sub_/, `${client} North`)
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
