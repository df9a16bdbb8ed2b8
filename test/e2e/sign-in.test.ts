import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, enrol, openBrowser, owner, type Portal, setUp, startPortal, visit } from './portal.ts'

let portal: Portal
let browser: Browser

beforeAll(async () => {
  portal = await startPortal()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
})

test('the first owner is made by the printed link, which then works no more', async () => {
  const { context, page, faults } = await visit(browser, portal)
  await page.goto('/')
  await at(page, '/sign-in', 'Sign in')
  await auditPage(page, 'sign-in')
  await page.goto(portal.setUpLink)
  await auditPage(page, 'set-up')
  await page.getByRole('button', { name: 'Create the owner' }).click()
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  expect(await page.title()).toMatch(/^Error: Set up/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await page.getByRole('link', { name: 'Enter your name.' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name')
  await auditPage(page, 'set-up-errors')
  await setUp(page, portal)
  await auditPage(page, 'home-empty')
  await page.goto(portal.setUpLink)
  await at(page, /^\/set-up\//, 'Proviso is already set up')
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await at(page, '/sign-in', 'Sign in')
  expect(faults).toEqual([])
  await context.close()
})

test('a wrong password is refused in the same words as an unknown address, and sign-in returns to the page asked for', async () => {
  const { context, page, faults } = await visit(browser, portal)
  await page.goto('/doctor')
  await at(page, '/sign-in', 'Sign in')
  for (const email of [owner.email, 'nobody@lakeside.example']) {
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill('not the password at all')
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Sign in' }).click()
    // The words show before the answer has ended; the next attempt would break it off, which the browser calls an error.
    await (await answer).finished()
    await page.getByRole('link', { name: 'The email address or the password is not right.' }).waitFor()
    expect(await page.title()).toMatch(/^Error: Sign in/)
  }
  await page.getByLabel('Email').fill(owner.email)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // The second sign-in asks for a second factor on the way.
  await enrol(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await at(page, '/doctor', 'Doctor')
  await auditPage(page, 'doctor')
  expect(faults).toEqual([])
  await context.close()
})

test('a form from another site is refused before it reaches anything', async () => {
  const body = new URLSearchParams({ email: owner.email, password: owner.password })
  for (const headers of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: portal.url },
  ]) {
    const answer = await fetch(`${portal.url}/sign-in`, { method: 'POST', body, headers })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  }
})

test('every answer carries the policy, and a name that was rebound to this machine is refused', async () => {
  const answer = await fetch(`${portal.url}/sign-in`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}'/)
  expect(policy).not.toContain('unsafe')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const { port } = new URL(portal.url)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    get({ host: '127.0.0.1', port, headers: { Host: 'rebound.example' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).once('error', reject)
  })
  expect(status).toBe(421)
})

test('a second start on the same port says in one sentence what to do, and touches nothing', async () => {
  const { port } = new URL(portal.url)
  const home = mkdtempSync(join(tmpdir(), 'proviso-busy-'))
  const second = spawnSync(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', PROVISO_HOME: home, HOST: '127.0.0.1', PORT: port },
    encoding: 'utf8',
  })
  expect([second.status, second.stdout]).toEqual([1, ''])
  expect(second.stderr).toBe(
    `Port ${port} on 127.0.0.1 is in use. Stop the other program, or start with PORT=<another number>.\n`,
  )
  expect(readdirSync(home)).toEqual([])
  rmSync(home, { recursive: true })
})
