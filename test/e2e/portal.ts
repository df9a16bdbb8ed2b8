import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { expect } from 'vitest'
import { findBrowser } from '#scanners/browser.ts'
import { totp } from '../totp.ts'
import { buildOnce } from './build-once.ts'

/** Wall of one long journey on a busy machine; a step that hangs ends by its own limit. */
export const journeyMs = 240_000

export type Portal = { url: string; setUpLink: string; stop: () => Promise<void> }

/**
 * Starts the built server as `npm start` does, in a home of its own on a free port; builds first when stale. A home
 * given as PROVISO_HOME has its owner already: no set-up link is printed then.
 */
export async function startPortal(variables: Record<string, string> = {}): Promise<Portal> {
  await buildOnce()
  const home = mkdtempSync(join(tmpdir(), 'proviso-e2e-'))
  const ready = variables.PROVISO_HOME === undefined ? /\/set-up\/\S+\n/ : /ready at \S+\n/
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PROVISO_HOME: home, HOST: '127.0.0.1', PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  let said = ''
  server.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const lines = await new Promise<string>((resolve, reject) => {
    let out = ''
    server.stdout.on('data', (part: Buffer) => {
      out += part.toString()
      if (ready.test(out)) resolve(out)
    })
    server.once('exit', (code) => reject(new Error(`The portal ended with code ${code}: ${said}`)))
  })
  // A server that ends by itself in the middle of a journey must say why.
  let stopping = false
  server.once('exit', (code, signal) => {
    if (!stopping) process.stderr.write(`The portal ended by itself (${code ?? signal}):\n${said}\n`)
  })
  const url = /ready at (\S+)/.exec(lines)?.[1]
  const setUpLink = /(http\S+\/set-up\/\S+)/.exec(lines)?.[1] ?? ''
  if (url === undefined) throw new Error('The portal did not say where it is.')
  return {
    url,
    setUpLink,
    async stop() {
      stopping = true
      server.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export async function openBrowser(): Promise<Browser> {
  const { executablePath, sandbox } = await findBrowser()
  // No name and no address but this machine's is found: a request to anybody else fails before it leaves.
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']
  return chromium.launch({ executablePath, chromiumSandbox: sandbox, args })
}

/** A visitor whose browser fails the test on any request to another host, and on any error on its console. */
export async function visit(
  browser: Browser,
  portal: Portal,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; faults: Array<string> }> {
  const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 1280, height: 800 }, ...options })
  const faults: Array<string> = []
  // Heard, not held up: a request that is routed loses the browser's cache, and each page would load its scripts anew.
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'data:' && origin !== portal.url) faults.push(`asked ${request.url()}`)
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    // A form that comes back with errors is a 400 by design; the browser writes that to its console.
    const expected = /status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
  return { context, page, faults }
}

/** Where the journey stands: the landed address and the one h1, asserted each time. */
export async function at(page: Page, path: string | RegExp, heading: string | RegExp): Promise<void> {
  const named = typeof heading === 'string' ? { name: heading, exact: true } : { name: heading }
  await page.getByRole('heading', { level: 1, ...named }).waitFor({ timeout: 60_000 })
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  const landed = (pathname: string) => (typeof path === 'string' ? pathname === path : path.test(pathname))
  await page.waitForURL(({ pathname }) => landed(pathname), { timeout: 60_000 })
}

export const owner = {
  name: 'Maya Torres',
  email: 'maya@lakeside.example',
  organisation: 'Lakeside Ortho',
  password: 'four plain words here',
}

/** First start: the owner is made by the printed link and lands on Home. */
export async function setUp(page: Page, portal: Portal): Promise<void> {
  await page.goto(portal.setUpLink)
  await at(page, /^\/set-up\//, 'Set up Proviso')
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('Your email').fill(owner.email)
  await page.getByLabel('Name of your organisation').fill(owner.organisation)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Create the owner' }).click()
  await at(page, '/', 'Home')
}

/** Recovery codes of the owner, by portal: each lets in once. */
const recoveryCodes = new Map<string, Array<string>>()

/** Sets up the app on the pages the portal has sent to, and keeps its recovery codes for the sign-ins that follow. */
export async function enrol(page: Page, password = owner.password): Promise<{ key: string; codes: Array<string> }> {
  await at(page, '/second-factor', 'Set up your second factor')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Go on' }).click()
  await at(page, '/second-factor', 'Add Proviso to your app')
  const key = (await page.locator('code').textContent()) ?? ''
  await page.getByLabel('Code', { exact: true }).fill(totp(key, new Date()))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await at(page, '/second-factor', 'Keep your recovery codes')
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents()
  return { key, codes }
}

/** Signs the owner in, with a second factor from the second sign-in on, as the portal asks for it. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/')
  await at(page, '/sign-in', 'Sign in')
  await page.getByLabel('Email').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(({ pathname }) => ['/', '/second-factor', '/sign-in/code'].includes(pathname))
  const { origin, pathname } = new URL(page.url())
  if (pathname === '/second-factor') {
    recoveryCodes.set(origin, (await enrol(page)).codes)
    await page.getByRole('button', { name: 'I have kept them' }).click()
  }
  if (pathname === '/sign-in/code') {
    await at(page, '/sign-in/code', 'Enter your code')
    await page.getByLabel('Code', { exact: true }).fill(recoveryCodes.get(origin)?.pop() ?? '')
    await page.getByRole('button', { name: 'Go on' }).click()
  }
  await at(page, '/', 'Home')
}

/** Waits for the run on this page: live where scripts run, else by its refresh link. */
export async function untilEnded(page: Page): Promise<void> {
  const progress = page.getByRole('region', { name: 'Progress' })
  for (let tries = 0; tries < 90; tries++) {
    await page.waitForLoadState('load')
    if ((await progress.count()) === 0) return
    await page.waitForTimeout(700)
    // With scripts the page may have moved on by itself.
    await progress
      .getByRole('link', { name: 'Refresh' })
      .click({ timeout: 2_000 })
      .catch(() => undefined)
  }
  throw new Error('The run did not end.')
}
