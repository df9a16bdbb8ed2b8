import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, enrol, journeyMs, openBrowser, owner, type Portal, setUp, startPortal, visit } from './portal.ts'

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
  'an unused session warns, stays by one key, and once it is over gives back what was typed',
  async () => {
    const { context, page, faults } = await visit(browser, portal)
    await page.clock.install()
    await setUp(page, portal)
    await page.goto('/practices/new')
    await at(page, '/practices/new', 'Add a practice')
    await page.getByLabel('Name').fill('Harbor Ortho')
    // The server's clock goes on as always; what it would say an hour later is said for it.
    let left = 120_000
    await page.route('**/session', (route) =>
      route.request().method() === 'GET' ? route.fulfill({ json: { endsInMs: left } }) : route.continue(),
    )
    await page.clock.fastForward('58:00')
    const dialog = page.getByRole('dialog', { name: 'Are you still there?' })
    await dialog.getByText('You will be signed out in 2 minutes.').waitFor()
    await auditPage(page, 'idle-warning')
    left = 3_600_000
    const looked = page.waitForResponse(
      (answer) => answer.url().endsWith('/session') && answer.request().method() === 'GET',
    )
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await looked
    left = 120_000
    await page.clock.fastForward('59:00')
    await dialog.waitFor()
    await page.clock.fastForward('02:00')
    await page.waitForURL(({ pathname }) => pathname === '/sign-in')
    await at(page, '/sign-in', 'Sign in')
    await page.getByRole('heading', { name: 'You were signed out' }).waitFor()
    await auditPage(page, 'sign-in-idle')
    await page.getByLabel('Email').fill(owner.email)
    await page.getByLabel('Password').fill(owner.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await enrol(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await at(page, '/practices/new', 'Add a practice')
    await page.getByRole('heading', { name: 'What you typed is back in the form' }).waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Harbor Ortho')
    await auditPage(page, 'idle-kept')
    expect(faults).toEqual([])
    await context.close()
  },
  journeyMs,
)
