import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, journeyMs, openBrowser, type Portal, setUp, signIn, startPortal, untilEnded, visit } from './portal.ts'

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

/** The link marks its words and takes the focus there; Escape brings it back. */
async function jumpToQuote(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Show in the document' }).first()
  const target = (await link.getAttribute('href')) ?? ''
  await link.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(target.slice(1))
  const quote = await page.locator(`mark${target}`).textContent()
  expect(await page.locator('blockquote').first().textContent()).toContain(quote ?? 'no mark')
  // The jump needs no script, the way back does: on a busy machine the key may come before the page's scripts have run.
  const wayBack = async () => {
    await page.keyboard.press('Escape')
    return page.evaluate(() => document.activeElement?.getAttribute('href'))
  }
  await expect.poll(wayBack, { timeout: 10_000 }).toBe(target)
}

/** Three files read at once; the table is turned by its heads, by keyboard. */
async function checkMany(page: Page, audit: (what: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Check many agreements' }).click()
  await at(page, '/vendors/check', 'Check many agreements')
  await page.getByRole('button', { name: 'Read the agreements' }).click()
  await page.getByRole('link', { name: 'Choose at least one file.' }).waitFor()
  const files = ['baa/dev-02-cedar-hollow-dermatology.txt', 'documents/harborlight.txt', 'baa/neg-01-mutual-nda.txt']
  await page.getByLabel('The agreements').setInputFiles(files.map((file) => `test/fixtures/${file}`))
  await page.getByRole('button', { name: 'Read the agreements' }).click()
  await page.getByRole('heading', { name: 'What they say' }).waitFor()
  const slowly = { timeout: 10_000 }
  const names = () => page.getByRole('rowheader').locator('.file-name').allTextContents()
  const named = files.map((file) => file.split('/')[1])
  await expect.poll(names, slowly).toEqual(named)
  const head = page.getByRole('columnheader', { name: 'File' })
  expect(await head.getAttribute('aria-sort')).toBe('ascending')
  await head.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect.poll(names, slowly).toEqual([...named].reverse())
  expect(await head.getAttribute('aria-sort')).toBe('descending')
  await page.getByRole('columnheader', { name: 'Legal floor' }).getByRole('link').click()
  // What is no agreement has no number and stands last.
  await expect.poll(async () => (await names()).at(-1), slowly).toBe(named[2])
  await audit('agreements-checked')
}

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`a vendor is added, its agreement read, a verdict changed and questions answered, ${way}`, {
    timeout: journeyMs,
  }, async () => {
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
    // axe needs scripts; the pages are the same ones.
    const audit = async (what: string) => (javaScriptEnabled ? auditPage(page, what) : undefined)
    // The agreement must name the vendor, with or without its legal form.
    const name = javaScriptEnabled ? 'Harborlight Reviews, Inc.' : 'Harborlight Reviews'
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
    await page.getByRole('heading', { name: 'Practice bar', exact: true }).waitFor()
    await page.getByRole('heading', { name: 'Legal floor', exact: true }).waitFor()
    const clauses = page.getByRole('region', { name: 'The six clauses of the practice bar' }).getByRole('listitem')
    for (const [at, ref] of ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'].entries()) {
      expect(await clauses.getByRole('heading', { level: 3 }).nth(at).textContent()).toMatch(new RegExp(`^${ref}`))
    }
    await audit('agreement')
    if (javaScriptEnabled) await jumpToQuote(page)
    await page.getByRole('link', { name: '17 elements' }).click()
    await page.getByRole('heading', { name: 'The 17 elements of the law' }).waitFor()
    await audit('agreement-elements')
    await page.getByRole('link', { name: 'Six clauses' }).click()
    await page.getByRole('heading', { name: 'The six clauses of the practice bar' }).waitFor()

    await page
      .getByText(/^Why\?/)
      .first()
      .click()
    await page
      .getByRole('link', { name: /^Change this verdict/ })
      .first()
      .click()
    await at(page, /\/findings\/baa\./, /./)
    await page.getByRole('radio', { name: 'Weak' }).check()
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByRole('link', { name: /Say why/ }).waitFor()
    expect(await page.getByRole('radio', { name: 'Weak' }).isChecked()).toBe(true)
    await page.getByLabel('Reason').fill('Exhibit A narrows this more than the clause says.')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.getByText('Changed by a person.').first().waitFor()
    await audit('finding-ruled')
    await page.getByRole('link', { name, exact: true }).click()
    await at(page, /^\/vendors\/sub_\w+$/, name)
    await page.getByText('1 verdict changed by a person').waitFor()

    await page.getByRole('heading', { name: /^Data gate/ }).waitFor()
    await audit('vendor-overview')

    await page.getByRole('link', { name: 'Questions', exact: true }).click()
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
    await page.getByRole('rowheader', { name, exact: true }).waitFor()
    await audit('vendors')
    await checkMany(page, audit)
    await page.goto('/')
    await at(page, '/', 'Home')
    await audit('home')
    expect(faults).toEqual([])
    await context.close()
  })
}

test('what is no agreement is refused by name, with its text and without a verdict', async () => {
  const { context, page, faults } = await visit(browser, portal)
  await signIn(page)
  await page.goto('/vendors')
  await page
    .getByRole('link', { name: /^Harborlight/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Agreement', exact: true }).click()
  // A file on disk: bytes handed over in memory would travel as one address of 35 MB. The browser may be another user.
  const tooLarge = join(mkdtempSync(join(tmpdir(), 'proviso-e2e-')), 'scan.pdf')
  chmodSync(dirname(tooLarge), 0o755)
  writeFileSync(tooLarge, Buffer.alloc(26_000_000, '%PDF-1.7 '))
  await page.getByLabel('A new version', { exact: true }).setInputFiles(tooLarge)
  await page.getByRole('button', { name: 'Read the agreement' }).click()
  await page.getByRole('link', { name: /^The input is larger than we read/ }).waitFor()
  rmSync(dirname(tooLarge), { recursive: true })
  await page.getByText('Or paste the text').click()
  const invoice =
    'INVOICE 4471\n\nBill to: Lakeside Ortho\n\nText messages, March 2026: 1,200 at $0.02.\n\nTotal due: $24.00.'
  await page.getByLabel('Text of the agreement').fill(invoice)
  await page.getByRole('button', { name: 'Read the agreement' }).click()
  await at(page, /\/agreement$/, /: agreement$/)
  await untilEnded(page)
  await page.getByRole('heading', { name: 'This document does not read as a business associate agreement.' }).waitFor()
  await page.getByText('INVOICE 4471').waitFor()
  expect(await page.getByRole('heading', { name: 'Practice bar', exact: true }).count()).toBe(0)
  await auditPage(page, 'agreement-refused')
  await page.getByRole('link', { name: /^Version 1/ }).click()
  await page.getByRole('heading', { name: 'The six clauses of the practice bar' }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('an address of another place, kind or nobody is not found and names nothing', async () => {
  const { context, page } = await visit(browser, portal)
  await signIn(page)
  await page.goto('/vendors')
  const address = await page
    .getByRole('link', { name: /^Harborlight/ })
    .first()
    .getAttribute('href')
  const id = address?.split('/').at(-1)
  const nobody = 'sub_00000000000000000000000000'
  for (const path of [
    `/practices/${id}`,
    `/vendors/${nobody}`,
    '/vendors/anything',
    '/scans/run_1',
    '/nowhere',
    '/reports/rep_1/view',
  ]) {
    const answer = await page.goto(path)
    expect([path, answer?.status()]).toEqual([path, 404])
    expect(await page.content()).not.toContain('Harborlight')
  }
  await context.close()
})
