import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type StandIn, startStandIn } from '#test/sites/stand-in.ts'
import { auditPage } from './audit-page.ts'
import { at, journeyMs, openBrowser, type Portal, setUp, signIn, startPortal, untilEnded, visit } from './portal.ts'

let site: StandIn
let portal: Portal
let browser: Browser

/** A pixel in the shape of an advertising tag, on a second name of this machine. */
const pixel = (port: number) =>
  `<script>new Image().src = 'http://localhost:${port}/tr/?id=271828182845904&ev=PageView&dl=' + encodeURIComponent(location.href)</script>`

const page = (title: string, body: string, port: number) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>
   <a href="/">Home</a> <a href="/book-appointment">Book an appointment</a> <a href="/privacy">Privacy policy</a>
   <a href="/gone">Old page</a>${body}${pixel(port)}</html>`

const practice: Answer = ({ path, headers }, response) => {
  const port = Number(/:(\d+)$/.exec(headers.host ?? '')?.[1])
  const bodies: Record<string, string> = {
    '/': page('Lakeside Ortho', '<p>Bones and joints.</p>', port),
    '/book-appointment': page(
      'Book an appointment',
      `<form method="post" action="/book-appointment"><label>Name <input name="name" autocomplete="name"></label>
       <label>Phone <input name="phone" type="tel"></label>
       <label>Reason for visit <textarea name="reason"></textarea></label><button>Send</button></form>`,
      port,
    ),
    '/privacy': page('Privacy policy', '<p>We do not share patient data with advertisers.</p>', port),
  }
  const body = bodies[path]
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body ?? 'gone')
}
const collector: Answer = (_request, response) =>
  void response.writeHead(204, { 'set-cookie': '_fbp=fb.1.1; Path=/' }).end()

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

async function addSubject(on: Page, place: 'practices' | 'prospects', name: string): Promise<void> {
  const one = place.slice(0, -1)
  await on.goto(`/${place}`)
  await on.getByRole('link', { name: `Add a ${one}` }).click()
  await at(on, `/${place}/new`, `Add a ${one}`)
  await on.getByLabel('Name', { exact: true }).fill(name)
  await on.getByLabel('Web address').fill(`http://127.0.0.1:${site.port}/`)
  await on.getByRole('button', { name: `Add this ${one}` }).click()
  await at(on, new RegExp(`^/${place}/sub_\\w+$`), name)
}

test('a practice is scanned: levels of authority, progress, three lists, facts, a finding in five parts, a report', {
  timeout: journeyMs,
}, async () => {
  const { context, page: on, faults } = await visit(browser, portal)
  await signIn(on)
  await on.getByText(/Laboratory mode/).waitFor()
  await on.goto('/practices')
  await at(on, '/practices', 'Practices')
  await auditPage(on, 'practices-empty')
  await addSubject(on, 'practices', 'Lakeside Ortho')
  await auditPage(on, 'practice-overview')
  await on.getByRole('link', { name: 'Scan its site' }).click()
  await at(on, '/scans/new', 'Scan a site')
  await auditPage(on, 'scan-new')
  await on.getByRole('button', { name: 'Start the scan' }).click()
  await on.getByRole('link', { name: 'Confirm the statement before the scan starts.' }).waitFor()
  expect(site.log).toEqual([])
  await on.getByRole('checkbox', { name: /I confirm the statement/ }).check()
  await on.getByLabel('Pages at most').fill('6')
  await on.getByRole('button', { name: 'Start the scan' }).click()
  await at(on, /^\/scans\/run_\w+$/, 'Scan of Lakeside Ortho')
  await auditPage(on, 'scan-running')
  await untilEnded(on)
  await on.getByRole('heading', { name: /^Found \(/ }).waitFor({ timeout: 20_000 })
  await on.getByRole('heading', { name: /^Not found \(/ }).waitFor()
  await on.getByRole('heading', { name: /^Could not assess \(/ }).waitFor()
  await on
    .getByRole('rowheader', { name: /localhost/ })
    .first()
    .waitFor()
  await auditPage(on, 'scan-results')
  const found = on.getByRole('region', { name: /^Found \(/ })
  await found.getByRole('link').first().click()
  await at(on, /^\/scans\/run_\w+\/findings\/tracking\./, /./)
  for (const part of ['Saw', 'Where and when', 'Why it may matter', 'Do this', 'Owner']) {
    await on.getByRole('heading', { name: part, exact: true }).waitFor()
  }
  await auditPage(on, 'finding')
  await on.getByRole('button', { name: 'Save the change' }).click()
  await on.getByRole('link', { name: 'Choose a verdict.' }).waitFor()
  await auditPage(on, 'finding-errors')
  await on.getByRole('radio', { name: 'Weak' }).check()
  await on.getByLabel('Reason').fill('The pixel was removed by the web developer today.')
  await on.getByRole('button', { name: 'Save the change' }).click()
  await on.getByText('Changed by a person.').waitFor()

  await on.goto('/reports')
  await at(on, '/reports', 'Reports')
  await auditPage(on, 'reports-empty')
  await on.getByLabel('About whom?').selectOption({ label: 'Lakeside Ortho (practice)' })
  await on.getByRole('button', { name: 'Make the report' }).click()
  await on.getByRole('heading', { name: 'The report on Lakeside Ortho is ready' }).waitFor({ timeout: 60_000 })
  await auditPage(on, 'reports')
  const [download] = await Promise.all([
    on.waitForEvent('download'),
    on.getByRole('link', { name: /^PDF/ }).first().click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Lakeside Ortho report .*\.pdf$/)
  await on.getByRole('link', { name: /^Read/ }).first().click()
  await on.waitForURL(/\/reports\/rep_\w+\/view$/)
  await on.getByRole('heading', { level: 1 }).waitFor()
  expect(await on.locator('script').count()).toBe(0)

  await on.goto('/scans')
  await at(on, '/scans', 'Scans')
  await auditPage(on, 'scans')
  expect(faults).toEqual([])
  await context.close()
})

test('a prospect is looked at the way a visitor sees it, without scripts in our own pages too', {
  timeout: journeyMs,
}, async () => {
  const { context, page: on, faults } = await visit(browser, portal, { javaScriptEnabled: false })
  await signIn(on)
  await addSubject(on, 'prospects', 'Northside Spine')
  await on.getByRole('link', { name: 'Scan its site' }).click()
  await at(on, '/scans/new', 'Scan a site')
  await on.getByRole('radio', { name: /permission/ }).check()
  await on.getByRole('checkbox', { name: /I confirm the statement/ }).check()
  await on.getByRole('button', { name: 'Start the scan' }).click()
  await on.getByRole('link', { name: /public pages only/ }).waitFor()
  await on.getByRole('radio', { name: /Public pages only/ }).check()
  await on.getByRole('checkbox', { name: /I confirm the statement/ }).check()
  await on.getByLabel('Pages at most').fill('2')
  await on.getByRole('button', { name: 'Start the scan' }).click()
  await at(on, /^\/scans\/run_\w+$/, 'Scan of Northside Spine')
  await untilEnded(on)
  await on.getByRole('heading', { name: /^Found \(/ }).waitFor({ timeout: 20_000 })
  expect(faults).toEqual([])
  await context.close()
})
