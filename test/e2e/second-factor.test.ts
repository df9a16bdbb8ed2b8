import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totp } from '../totp.ts'
import { auditPage } from './audit-page.ts'
import { at, enrol, journeyMs, openBrowser, owner, type Portal, setUp, startPortal, visit } from './portal.ts'

let portal: Portal
let browser: Browser
let key = ''
let codes: Array<string> = []

beforeAll(async () => {
  portal = await startPortal()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
})

async function typePassword(page: Awaited<ReturnType<typeof visit>>['page']): Promise<void> {
  await page.goto('/vendors')
  await at(page, '/sign-in', 'Sign in')
  await page.getByLabel('Email').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await at(page, '/sign-in/code', 'Enter your code')
}

test(
  'an owner sets up an app; then the password asks for a code, which lets in once, or for a recovery code',
  async () => {
    const { context, page, faults } = await visit(browser, portal)
    await setUp(page, portal)
    await page.getByRole('heading', { name: 'Your account has no second factor yet' }).waitFor()
    await auditPage(page, 'home-second-factor-due')
    await page.goto('/settings/security')
    await at(page, '/settings/security', 'Security')
    await auditPage(page, 'settings-security-off')
    await page.getByRole('link', { name: 'Set it up now' }).click()
    await at(page, '/second-factor', 'Set up your second factor')
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('link', { name: 'This is not the password you have now.' }).waitFor()
    await auditPage(page, 'second-factor-start-errors')
    await page.getByLabel('Password').fill(owner.password)
    await page.getByRole('button', { name: 'Go on' }).click()
    await at(page, '/second-factor', 'Add Proviso to your app')
    await auditPage(page, 'second-factor-scan')
    await page.getByLabel('Code', { exact: true }).fill('12')
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByRole('link', { name: 'Enter the 6-digit code from your app.' }).waitFor()
    key = (await page.locator('code').textContent()) ?? ''
    await page.getByLabel('Code', { exact: true }).fill(totp(key, new Date()))
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await at(page, '/second-factor', 'Keep your recovery codes')
    await auditPage(page, 'second-factor-codes')
    codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents()
    expect(codes).toHaveLength(10)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await at(page, '/settings/security', 'Security')
    await page.getByText('10 of 10').waitFor()
    await auditPage(page, 'settings-security-on')
    await page.goto('/second-factor')
    await at(page, '/', 'Home')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await at(page, '/sign-in', 'Sign in')

    await typePassword(page)
    await auditPage(page, 'sign-in-code')
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('link', { name: /^Enter the 6-digit code from your app\. This one is not right/ }).waitFor()
    await auditPage(page, 'sign-in-code-errors')
    // The step after the one the set-up used: its own code would be refused as used.
    const code = totp(key, new Date(), 1)
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Go on' }).click()
    await at(page, '/vendors', 'Vendors')

    const other = await visit(browser, portal)
    await typePassword(other.page)
    await other.page.getByLabel('Code', { exact: true }).fill(code)
    await other.page.getByRole('button', { name: 'Go on' }).click()
    await at(other.page, '/sign-in', 'Sign in')
    await other.page.getByText(/was used before/).waitFor()
    await typePassword(other.page)
    await other.page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '')
    await other.page.getByRole('button', { name: 'Go on' }).click()
    await at(other.page, '/vendors', 'Vendors')
    expect([...faults, ...other.faults]).toEqual([])
    await context.close()
    await other.context.close()
  },
  journeyMs,
)

test(
  'all of it works without scripts',
  async () => {
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled: false })
    await typePassword(page)
    await page.getByLabel('Code', { exact: true }).fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Go on' }).click()
    await at(page, '/vendors', 'Vendors')
    await page.goto('/settings/security')
    await page.getByText('8 of 10').waitFor()
    await page.getByLabel('Password').fill(owner.password)
    await page.getByRole('button', { name: 'Make new recovery codes' }).click()
    await at(page, '/second-factor', 'Keep your recovery codes')
    codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents()
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await at(page, '/settings/security', 'Security')
    await page.getByLabel('Password').fill(owner.password)
    await page.getByRole('button', { name: 'Use another app' }).click()
    const next = await enrol(page)
    expect(next.key).not.toBe(key)
    codes = next.codes
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await at(page, '/settings/security', 'Security')
    await page.goto('/confirm?to=/help')
    await at(page, '/confirm', 'Confirm that it is you')
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('link', { name: 'This is not the password you have now.' }).waitFor()
    await page.getByLabel('Password').fill(owner.password)
    await page.getByRole('button', { name: 'Go on' }).click()
    await at(page, '/help', 'Help')
    expect(faults).toEqual([])
    await context.close()
  },
  journeyMs,
)

test(
  'a passkey is made and signs in, with the device’s own check and without password or code',
  async () => {
    // Browsers give passkeys to names only.
    const named = { ...portal, url: portal.url.replace('127.0.0.1', 'localhost') }
    const { context, page, faults } = await visit(browser, named)
    const devices = await context.newCDPSession(page)
    await devices.send('WebAuthn.enable')
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await typePassword(page)
    await page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Go on' }).click()
    await at(page, '/vendors', 'Vendors')
    await page.goto('/settings/security')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Give the passkey a name, such as the device it lies on.').waitFor()
    await page.getByLabel('Name of the passkey').fill('Front desk computer')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('cell', { name: 'Front desk computer' }).waitFor()
    await auditPage(page, 'settings-security-passkey')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await at(page, '/sign-in', 'Sign in')
    await page.goto('/scans')
    await auditPage(page, 'sign-in-passkey')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await at(page, '/scans', 'Scans')

    // Without the device's own check (finger, face, PIN) a passkey is one factor only.
    await page.getByRole('button', { name: 'Sign out' }).click()
    await at(page, '/sign-in', 'Sign in')
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('No passkey came back. Try again, or go on without one.').waitFor()
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await at(page, '/', 'Home')
    await page.goto('/settings/security')
    await page.getByRole('button', { name: 'Remove Front desk computer' }).click()
    await page.getByRole('cell', { name: 'Front desk computer' }).waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await context.close()
  },
  journeyMs,
)
