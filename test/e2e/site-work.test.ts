import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type StandIn, startStandIn } from '#test/sites/stand-in.ts'
import { auditPage } from './audit-page.ts'
import { at, journeyMs, openBrowser, type Portal, setUp, signIn, startPortal, untilEnded, visit } from './portal.ts'

let site: StandIn
let portal: Portal
let browser: Browser

/** What the practice has on its booking page; the journey changes it between two scans. */
const tags = { follower: true, pixel: false }

/** Sends what is typed to a second name of this machine, as form trackers do. */
const follower = (port: number) =>
  `<script>addEventListener('input', (event) => {
     fetch('http://localhost:${port}/collect', { method: 'POST', keepalive: true, body: new URLSearchParams({ f: event.target.name, why: event.target.value }) })
   })</script>`
const pixel = (port: number) =>
  `<script>new Image().src = 'http://localhost:${port}/tr/?id=271828182845904&ev=PageView&dl=' + encodeURIComponent(location.href)</script>`

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>
   <a href="/">Home</a> <a href="/book-appointment">Book an appointment</a>${body}</html>`

const practice: Answer = ({ path, headers }, response) => {
  const port = Number(/:(\d+)$/.exec(headers.host ?? '')?.[1])
  const bodies: Record<string, string> = {
    '/': page('Lakeside Ortho', '<p>Bones and joints.</p>'),
    '/book-appointment': page(
      'Book an appointment',
      `<form method="post" action="/book-appointment"><label>Name <input name="name" autocomplete="name"></label>
       <label>Reason for visit <textarea name="reason"></textarea></label><button>Send</button></form>
       ${tags.follower ? follower(port) : ''}${tags.pixel ? pixel(port) : ''}`,
    ),
  }
  const body = bodies[path]
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body ?? 'gone')
}
const collector: Answer = (_request, response) => void response.writeHead(204).end()

beforeAll(async () => {
  site = await startStandIn({ '127.0.0.1': practice, localhost: collector })
  portal = await startPortal({ PROVISO_LAB_ALLOW: `127.0.0.1:${site.port},localhost:${site.port}` })
  browser = await openBrowser()
  const { context, page: first } = await visit(browser, portal)
  await setUp(first, portal)
  await context.close()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
  await site.close()
})

/** A vendor record without an agreement: the eight questions, only the name answered. */
async function addVendor(on: Page, name: string): Promise<void> {
  await on.goto('/vendors/new/name')
  await on.getByLabel('Name', { exact: true }).fill(name)
  for (const [step] of [
    ['service'],
    ['phi'],
    ['fields'],
    ['channels'],
    ['data'],
    ['responsible'],
    ['data-start'],
    ['check'],
  ]) {
    await on.getByRole('button', { name: 'Continue' }).click()
    await on.waitForURL(new RegExp(`/vendors/new/${step}$`))
  }
  await on.getByRole('button', { name: /Add this vendor/ }).click()
  await at(on, /^\/vendors\/sub_\w+\/agreement$/, `${name}: agreement`)
}

async function scan(on: Page): Promise<string> {
  await on.getByRole('radio', { name: /permission/ }).check()
  await on.getByRole('checkbox', { name: /I confirm the statement/ }).check()
  await on.getByLabel('Pages at most').fill('2')
  await on.getByRole('button', { name: 'Start the scan' }).click()
  await at(on, /^\/scans\/run_\w+$/, 'Scan of Lakeside Ortho')
  await untilEnded(on)
  await on.getByRole('heading', { name: 'Findings one by one' }).waitFor({ timeout: 20_000 })
  return new URL(on.url()).pathname
}

const observation = /^\/scans\/run_\w+\/observations\/[0-9a-f]{64}$/

/** What the link hands out, asked for with the visitor's own session: a file to keep, never a page of ours. */
async function download(on: Page, name: string): Promise<string> {
  const link = on.getByRole('link', { name: `${name} file`, exact: true })
  const response = await on.request.get((await link.getAttribute('href')) ?? '')
  expect(response.status()).toBe(200)
  expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="[a-z.]+"$/)
  return response.text()
}

test('a finding is proven, sorted, checked again after the repair, and compared with the next scan', {
  timeout: journeyMs,
}, async () => {
  const { context, page: on, faults } = await visit(browser, portal)
  await signIn(on)
  await addVendor(on, 'Lantern Replay')
  await on.goto('/practices/new')
  await on.getByLabel('Name', { exact: true }).fill('Lakeside Ortho')
  await on.getByLabel('Web address').fill(`http://127.0.0.1:${site.port}/`)
  await on.getByRole('button', { name: 'Add this practice' }).click()
  await at(on, /^\/practices\/sub_\w+$/, 'Lakeside Ortho')
  await on.getByRole('link', { name: 'Scan its site' }).click()
  await at(on, '/scans/new', 'Scan a site')
  const first = await scan(on)
  await on.getByText('There is no complete scan before this one').waitFor()
  await on
    .getByRole('region', { name: 'Recipients by page', exact: true })
    .getByText(/typed: .*message/)
    .waitFor()
  await auditPage(on, 'site-work-results')

  const sarif = JSON.parse(await download(on, 'SARIF'))
  const har = JSON.parse(await download(on, 'HAR'))
  const json = JSON.parse(await download(on, 'JSON'))
  const csv = await download(on, 'CSV')
  expect([sarif.version, har.log.version]).toEqual(['2.1.0', '1.2'])
  const ids = json.findings.flatMap((finding: { observations: Array<{ key: string }> }) =>
    finding.observations.map(({ key }) => key),
  )
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids) {
    expect(JSON.stringify(sarif)).toContain(id)
    expect(csv).toContain(id)
  }

  await on
    .getByRole('region', { name: 'Findings one by one' })
    .getByRole('link', { name: /^The message typed/ })
    .first()
    .click()
  await at(on, observation, /localhost.* on \/book-appointment/)
  for (const part of ['Saw', 'Where and when', 'Why it may matter', 'Do this', 'Owner']) {
    await on.getByRole('heading', { name: part, exact: true }).waitFor()
  }
  expect(await on.locator('mark').first().innerText()).toMatch(/^why=\{message, \w+\}/)
  await on
    .getByText(/Stopped by the scanner/)
    .first()
    .waitFor()
  await on
    .getByText(/\(the page\)/)
    .first()
    .waitFor()
  expect(ids).toContain(new URL(on.url()).pathname.split('/').at(-1))
  await auditPage(on, 'observation')

  await on.getByRole('button', { name: 'Save' }).click()
  await on.getByRole('link', { name: 'Choose what became of it.' }).waitFor()
  await auditPage(on, 'observation-errors')
  await on.getByRole('radio', { name: /Covered by a BAA/ }).check()
  await on.getByLabel('Vendor, if a BAA covers it').selectOption({ label: 'Lantern Replay (no agreement in force)' })
  await on.getByLabel('Reason').fill('The vendor says that it signed last year.')
  await on.getByRole('button', { name: 'Save' }).click()
  await on.getByRole('link', { name: /cannot be closed as covered.*no agreement is on file/ }).waitFor()
  await on.getByRole('radio', { name: /Accepted until a day/ }).check()
  await on.getByLabel('Month').fill('12')
  await on.getByLabel('Day', { exact: true }).fill('31')
  await on.getByLabel('Year').fill('2099')
  await on.getByRole('button', { name: 'Save' }).click()
  await on.getByRole('heading', { name: 'Accepted as a risk' }).waitFor()
  expect(await on.getByText('Conflicts').count()).toBeGreaterThan(0)

  await on
    .getByRole('button', { name: /^Check again/ })
    .first()
    .click()
  await untilEnded(on)
  await on.getByRole('heading', { name: 'Still present' }).first().waitFor({ timeout: 20_000 })
  tags.follower = false
  await on
    .getByRole('button', { name: /^Check again/ })
    .first()
    .click()
  await untilEnded(on)
  await on.getByRole('heading', { name: /^Fixed, verified / }).waitFor({ timeout: 20_000 })
  await at(on, observation, /localhost.* on \/book-appointment/)
  await auditPage(on, 'observation-fixed')
  expect(site.log.filter(({ host, path }) => host === 'localhost' && path === '/collect')).toEqual([])

  tags.pixel = true
  await on.goto(first)
  await on.getByRole('link', { name: 'Scan again' }).click()
  await at(on, '/scans/new', 'Scan a site')
  await scan(on)
  await on.getByRole('link', { name: /^New \(\d+\)/ }).click()
  await on.waitForURL(/show=new/)
  const list = on.getByRole('region', { name: 'Findings one by one' })
  await list.getByText(/^New/).last().waitFor()
  // The address changes a moment before the list does.
  await expect.poll(() => list.getByText(/^Gone$/).count()).toBe(0)
  await on.getByRole('link', { name: /^Gone \(\d+\)/ }).click()
  await list
    .getByRole('link', { name: /^The message typed/ })
    .first()
    .click()
  await at(on, observation, /localhost.* on \/book-appointment/)
  expect(new URL(on.url()).pathname.startsWith(first)).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})
