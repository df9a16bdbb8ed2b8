import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, openBrowser, type Portal, setUp, signIn, startPortal, untilEnded, visit } from './portal.ts'

const agreement = 'test/fixtures/documents/harborlight.txt'

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

const continueOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()

/** Eight questions, one a page, then the check page with a Change and back. */
async function addVendor(page: Page, name: string, audit: (what: string) => Promise<void>): Promise<void> {
  await page.goto('/vendors')
  await at(page, '/vendors', 'Vendors')
  await page.getByRole('link', { name: 'Add a vendor' }).click()
  await at(page, '/vendors/new/name', 'Which vendor is it?')
  await continueOn(page)
  await page.getByRole('link', { name: 'Enter the name.' }).waitFor()
  expect(await page.title()).toMatch(/^Error: Add a vendor/)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Web address').fill('not an address at all')
  await continueOn(page)
  await page.getByRole('link', { name: /Enter a web address/ }).waitFor()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(name)
  await audit('intake-errors')
  await page.getByLabel('Web address').fill('https://reviewco.example')
  await continueOn(page)
  await at(page, '/vendors/new/service', `What does ${name} do for you?`)
  await page.getByRole('textbox').fill('Review outreach: calls, SMS, email.')
  await audit('intake-service')
  await continueOn(page)
  await at(page, '/vendors/new/phi', `Does ${name} handle patient information?`)
  await page.getByRole('radio', { name: /^Yes/ }).check()
  await audit('intake-phi')
  await continueOn(page)
  await at(page, '/vendors/new/fields', `Which patient fields does ${name} get?`)
  for (const field of ['Patient name', 'Phone', 'Visit date']) await page.getByRole('checkbox', { name: field }).check()
  await page.getByRole('checkbox', { name: /^Procedure/ }).check()
  await page.getByLabel('Other fields').fill('Preferred language')
  await audit('intake-fields')
  await continueOn(page)
  await at(page, '/vendors/new/channels', `How does ${name} reach patients?`)
  await page.getByRole('checkbox', { name: /SMS/ }).check()
  await continueOn(page)
  await at(page, '/vendors/new/data', 'Where does the data go?')
  await page.getByLabel('Companies it passes').fill('SendFast Inc\nCloudHost LLC')
  await continueOn(page)
  await at(page, '/vendors/new/responsible', `Who looks after ${name} here?`)
  await page.getByRole('textbox').fill('Maya Torres')
  await continueOn(page)
  await at(page, '/vendors/new/data-start', 'When did patient data first flow, or when will it?')
  await page.getByLabel('Month').fill('2')
  await page.getByLabel('Day').fill('30')
  await page.getByLabel('Year').fill('2026')
  await continueOn(page)
  await page.getByRole('link', { name: /Enter a real date/ }).waitFor()
  await page.getByLabel('Month').fill('3')
  await page.getByLabel('Day').fill('27')
  await page.getByLabel('Year').fill('2026')
  await audit('intake-date')
  await continueOn(page)
  await at(page, '/vendors/new/check', 'Check your answers')
  await page.getByText('March 27, 2026').waitFor()
  await page.getByText(/more than review outreach needs \(45 CFR 164\.502\(b\)\)/).waitFor()
  await audit('intake-check')
  await page.getByRole('link', { name: /^Change ?: How it reaches patients/ }).click()
  await at(page, '/vendors/new/channels', `How does ${name} reach patients?`)
  expect(await page.getByRole('checkbox', { name: /SMS/ }).isChecked()).toBe(true)
  await page.getByRole('checkbox', { name: 'Phone calls' }).check()
  await continueOn(page)
  await at(page, '/vendors/new/check', 'Check your answers')
  await page.getByRole('button', { name: 'Add this vendor' }).click()
  await at(page, /^\/vendors\/sub_\w+\/agreement$/, `${name}: agreement`)
}

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`a vendor is added, its agreement read, a verdict changed and questions answered, ${way}`, async () => {
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
    // axe needs scripts; the pages are the same ones.
    const audit = async (what: string) => (javaScriptEnabled ? auditPage(page, what) : undefined)
    const name = `ReviewCo ${way}`
    await signIn(page)
    await addVendor(page, name, audit)
    await audit('agreement-upload')
    await page.getByRole('button', { name: 'Read the agreement' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByLabel('The agreement', { exact: true }).setInputFiles(agreement)
    await page.getByRole('button', { name: 'Read the agreement' }).click()
    await at(page, /\/agreement$/, `${name}: agreement`)
    await untilEnded(page)
    await page.getByRole('heading', { name: 'The document' }).waitFor()
    await page.getByText('harborlight.txt').first().waitFor()
    await audit('agreement')

    await page.getByRole('link', { name: 'Overview' }).click()
    await at(page, /^\/vendors\/sub_\w+$/, name)
    await page.getByRole('heading', { name: /^Data gate/ }).waitFor()
    await audit('vendor-overview')

    await page.getByRole('link', { name: 'Questions' }).click()
    await at(page, /\/questions$/, `${name}: questions`)
    const first = page.getByRole('group').first()
    await first.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Save answers' }).first().click()
    await page.getByRole('heading', { name: '1 answer was saved' }).waitFor()
    expect(await first.getByRole('radio').first().isChecked()).toBe(true)
    await audit('vendor-questions')

    await page.getByRole('link', { name: 'History' }).click()
    await at(page, /\/history$/, `${name}: history`)
    await page
      .getByText(/Judged anew/)
      .first()
      .waitFor()
    await audit('vendor-history')

    await page.goto('/vendors')
    await page.getByRole('rowheader', { name }).waitFor()
    await audit('vendors')
    await page.goto('/')
    await at(page, '/', 'Home')
    await audit('home')
    expect(faults).toEqual([])
    await context.close()
  })
}
