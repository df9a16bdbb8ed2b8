import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, journeyMs, openBrowser, type Portal, setUp, signIn, startPortal, untilEnded, visit } from './portal.ts'

/** In every run with scripts; without them too where everything is tried. */
const full = process.env.PROVISO_TEST_FULL !== undefined
const ways = full ? [true, false] : [true]

const logs = ['twilio-console.csv', 'sendgrid-events.json', 'five9-calls.csv'].map(
  (name) => `test/fixtures/logs/${name}`,
)

let portal: Portal
let browser: Browser

/** A vendor's suppression list on this machine: it knows of the test patient from the third question on. */
let asked = 0
const list = createServer((_request, response) => {
  asked += 1
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ listed: asked > 2 }))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => list.listen(0, '127.0.0.1', resolve))
  portal = await startPortal({ PROVISO_LAB_ALLOW: hostOfList() })
  browser = await openBrowser()
  const { context, page } = await visit(browser, portal)
  await setUp(page, portal)
  await context.close()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
  list.close()
})

const hostOfList = () => `127.0.0.1:${(list.address() as AddressInfo).port}`

async function addPractice(page: Page, name: string): Promise<void> {
  await page.goto('/practices/new')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Web address').fill('https://lakeside.example')
  await page.getByRole('button', { name: 'Add this practice' }).click()
  await at(page, /^\/practices\/sub_\w+$/, name)
}

const files = (page: Page) => page.getByLabel(/^(The logs|Logs to read)$/)

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`a practice manager hands in three vendor exports and reads who was reached too late, ${way}`, {
    timeout: journeyMs,
  }, async () => {
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
    // axe needs scripts; the pages are the same ones.
    const audit = async (what: string) => (javaScriptEnabled ? auditPage(page, what) : undefined)
    const name = `Lakeside Ortho ${way}`
    await signIn(page)
    await addPractice(page, name)
    await page.getByRole('link', { name: 'Opt-outs', exact: true }).click()
    const here = /^\/practices\/sub_\w+\/opt-outs$/
    await at(page, here, `${name}: opt-outs`)
    await audit('opt-outs-upload')

    await page.getByRole('button', { name: 'Time these opt-outs' }).click()
    await page.getByRole('link', { name: 'Choose at least one log file.' }).waitFor()
    await audit('opt-outs-errors')
    await files(page).setInputFiles(logs)
    await page.getByLabel('Time zone of the practice').selectOption({ label: 'Central (Chicago)' })
    await page.getByRole('checkbox', { name: /^Keep the files here/ }).check()
    await page.getByRole('button', { name: 'Time these opt-outs' }).click()
    await at(page, here, `${name}: opt-outs`)
    await untilEnded(page)

    const late = page.getByRole('region', { name: 'Contacted after the limit' })
    await late.waitFor()
    await late.getByText('five9-calls.csv, line 4').first().waitFor()
    await late.getByText('twilio-console.csv, line 3').first().waitFor()
    await page.getByRole('region', { name: 'What the logs cannot prove' }).getByRole('listitem').first().waitFor()
    const lags = page.getByRole('region', { name: 'How long until contact stopped' })
    await lags.getByRole('img', { name: /^Time from opt-out to the end of contact/ }).waitFor()
    await lags.getByRole('rowheader', { name: 'Calls', exact: true }).waitFor()
    await lags.getByRole('rowheader', { name: 'Opt-out by text until calls stopped' }).waitFor()
    expect(await page.getByRole('region', { name: 'Under each rule' }).getByRole('rowheader').count()).toBe(5)
    const read = page.getByRole('region', { name: 'Files as they were read' })
    for (const format of ['Twilio', 'SendGrid', 'Five9']) await read.getByText(format).first().waitFor()
    await read.getByText(/^\d+ rows = \d+ understood \+ \d+ rejected\.$/).waitFor()
    await audit('opt-outs-results')

    await late
      .getByRole('link', { name: /^person \d+$/ })
      .first()
      .click()
    await at(page, /\/opt-outs\/run_\w+\/people\/1$/, `${name}: opt-outs`)
    await page.getByRole('heading', { name: 'Person 1: what the logs say' }).waitFor()
    await page.getByText('Opt-out by text').waitFor()
    await audit('opt-outs-person')
    await page.getByRole('link', { name: 'Back to all results' }).click()
    await at(page, here, `${name}: opt-outs`)

    const address = await page.getByRole('link', { name: 'Late contacts (CSV)' }).getAttribute('href')
    const table = await (await page.request.get(address ?? '')).text()
    expect(table).toContain('five9-calls.csv,4')
    expect(table).not.toMatch(/5550101|ann@example/)

    await page.getByText('Correct how they were read').click()
    const correct = page.getByRole('region', { name: 'Read them again' })
    await correct.getByLabel('Zone of the practice').selectOption({ label: 'Pacific (Los Angeles)' })
    await correct.getByRole('button', { name: 'Read them again' }).click()
    await at(page, here, `${name}: opt-outs`)
    await untilEnded(page)
    await read.getByText('America/Los_Angeles, assumed').first().waitFor()
    if (!(await correct.getByLabel('Zone of the practice').isVisible()))
      await page.getByText('Correct how they were read').click()
    await correct.getByRole('button', { name: 'Delete the files now' }).click()
    await page.getByText('The files themselves were deleted after reading.').waitFor()
    await page.getByRole('region', { name: 'All imports' }).getByRole('link').first().click()
    await at(page, here, `${name}: opt-outs`)
    await page.getByText(/times in America\/Chicago/).waitFor()

    await page.getByRole('link', { name, exact: true }).first().click()
    await at(page, /^\/practices\/sub_\w+$/, name)
    await page.goto('/scans')
    await page
      .getByRole('link', { name: `Reading logs: ${name}` })
      .first()
      .click()
    await at(page, here, `${name}: opt-outs`)
    expect(faults).toEqual([])
    await context.close()
  })
}

for (const javaScriptEnabled of ways) {
  test(`an export nobody knows is explained once, an unclear reply is ruled on, and its clock starts when it arrived, ${javaScriptEnabled ? 'with' : 'without'} scripts`, {
    timeout: journeyMs,
  }, async () => {
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
    const audit = async (what: string) => (javaScriptEnabled ? auditPage(page, what) : undefined)
    const name = `Harbor Clinic ${javaScriptEnabled}`
    const here = /^\/practices\/sub_\w+\/opt-outs$/
    await signIn(page)
    await addPractice(page, name)
    await page.getByRole('link', { name: 'Opt-outs', exact: true }).click()
    await files(page).setInputFiles('test/fixtures/logs/unknown-frontdesk.csv')
    await page.getByRole('button', { name: 'Time these opt-outs' }).click()
    await at(page, here, `${name}: opt-outs`)
    await untilEnded(page)
    await page.getByRole('heading', { name: 'The format of this file was not recognised.' }).waitFor()
    await audit('opt-outs-refused')
    await page.getByRole('link', { name: 'Explain the columns of this file' }).click()
    await at(page, /\/opt-outs\/run_\w+\/columns$/, `${name}: opt-outs`)
    await page.getByRole('heading', { name: 'Explain the columns of unknown-frontdesk.csv' }).waitFor()
    await page.getByRole('rowheader', { name: 'Mobile No.' }).waitFor()
    expect(await page.content()).not.toMatch(/555-010|ann@example|texting me/)
    await audit('opt-outs-columns')
    await page.getByLabel('Date and time').selectOption({ label: 'No column' })
    await page.getByRole('button', { name: 'Read the logs this way' }).click()
    await page.getByRole('link', { name: 'Choose the column that holds date and time.' }).waitFor()
    if (full) await audit('opt-outs-columns-errors')
    await page.getByLabel('Date and time').selectOption({ label: 'Logged' })
    await page.getByLabel('E-mail of the person').selectOption({ label: 'Mail' })
    await page.getByLabel('Patient or contact number').selectOption({ label: 'Chart' })
    await page.getByLabel('What happened').selectOption({ label: 'Outcome of touch' })
    await page.getByLabel('Channel', { exact: true }).selectOption({ label: 'Via' })
    await page.getByLabel('Words of the message or note').selectOption({ label: 'Front desk remark' })
    await page.getByRole('button', { name: 'Try it' }).click()
    // Its words are asked about once the column is chosen.
    await page.getByLabel('“txt”').waitFor()
    const words = { 'gone out': 'sent', 'wrote back': 'reply', 'picked up': 'answered' }
    for (const [word, meant] of Object.entries(words)) await page.getByLabel(`“${word}”`).selectOption(meant)
    for (const [word, meant] of Object.entries({ txt: 'sms', mailing: 'email', 'phone line': 'voice' }))
      await page.getByLabel(`“${word}”`).selectOption(meant)
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByText('Of 8 rows, 7 can be read and 1 cannot.').waitFor()
    if (full) await audit('opt-outs-columns-tried')
    await page.getByRole('button', { name: 'Read the logs this way' }).click()
    await at(page, here, `${name}: opt-outs`)
    await untilEnded(page)
    await page.getByText('Table read as you explained it').first().waitFor()
    await page.getByText(/^Heading of unknown-frontdesk.csv/).waitFor()

    const queue = page.getByRole('region', { name: 'Replies to look at' })
    await queue.getByText('unknown-frontdesk.csv, line 7').waitFor()
    await queue.getByText('These logs hold 1 contact with this person after it.').waitFor()
    await audit('opt-outs-queue')
    await queue.getByRole('button', { name: 'Save for line 7' }).click()
    await page.getByRole('link', { name: 'Say what the reply was.' }).waitFor()
    await queue.getByLabel(/^What is it/).selectOption({ label: 'It ends all contact' })
    await queue.getByRole('button', { name: 'Save for line 7' }).click()
    await queue.getByText('Nothing waits').waitFor()
    await queue.getByText('Decided by a person (1)').click()
    await queue.getByText(/^An opt-out of everything, says /).waitFor()
    const rules = page.getByRole('region', { name: 'Under each rule' })
    await rules.getByText('0 in time, 1 late, 1 open').first().waitFor()
    if (full) await audit('opt-outs-ruled')

    await page.getByRole('button', { name: /^Forget it/ }).click()
    await at(page, here, `${name}: opt-outs`)
    await page.getByRole('region', { name: 'Files you have explained' }).waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await context.close()
  })
}

test('a file without a heading is refused with what to do, and nothing is kept', { timeout: journeyMs }, async () => {
  const { context, page, faults } = await visit(browser, portal)
  await signIn(page)
  await addPractice(page, 'Bay Clinic')
  await page.getByRole('link', { name: 'Opt-outs', exact: true }).click()
  await files(page).setInputFiles({
    name: 'bare.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('5125550101,sent,2025-06-03\n5125550102,sent,2025-06-04\n'),
  })
  await page.getByRole('button', { name: 'Time these opt-outs' }).click()
  await at(page, /\/opt-outs$/, 'Bay Clinic: opt-outs')
  await untilEnded(page)
  await page.getByRole('heading', { name: 'This file has no heading that names its columns.' }).waitFor()
  expect(await page.getByRole('link', { name: 'Explain the columns of this file' }).count()).toBe(0)
  await page.getByText('More about these logs').click()
  await page.getByLabel('Format of these files').selectOption({ label: 'Another table, read by its column names' })
  expect(faults).toEqual([])
  await context.close()
})

for (const javaScriptEnabled of ways) {
  test(`a drill with a test patient is started and read without help, ${javaScriptEnabled ? 'with' : 'without'} scripts`, {
    timeout: journeyMs,
  }, async () => {
    asked = 0
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
    const audit = async (what: string) => (javaScriptEnabled ? auditPage(page, what) : undefined)
    const name = `Cove Clinic ${javaScriptEnabled}`
    await signIn(page)
    await addPractice(page, name)
    await page.getByRole('link', { name: 'Opt-outs', exact: true }).click()
    await page.getByRole('region', { name: 'What its systems can do' }).getByText('No system is named yet.').waitFor()
    await page.getByRole('link', { name: 'Drills', exact: true }).click()
    const here = /\/opt-outs\/drills$/
    await at(page, here, `${name}: opt-outs`)
    if (full) await audit('drills-none')
    await page.getByRole('button', { name: 'Start the drill' }).click()
    await page.getByRole('link', { name: 'Confirm that this is a test record of yours and no patient.' }).waitFor()
    if (full) await audit('drills-errors')
    await page.getByLabel('E-mail of the test patient').fill('canary@example.com')
    await page.getByRole('checkbox', { name: /^A test record of ours/ }).check()
    await page.getByRole('radio', { name: 'Text', exact: true }).check()
    const first = page.getByRole('group', { name: 'List 1' })
    await first.getByLabel('Which list is asked?').selectOption({ label: 'Another list, by web address' })
    await first.getByLabel('Which channel does it stop?').selectOption({ label: 'E-mail' })
    await first.getByLabel('Account').fill(`http://${hostOfList()}/members/{address}`)
    await first.getByLabel('Key that may read it').fill('a key for this test')
    await first.getByText('Only for another list by web address').click()
    await first.getByLabel('Where in the answer').fill('listed')
    await first.getByLabel('What stands there when listed').fill('true')
    await page.getByRole('button', { name: 'Start the drill' }).click()
    await at(page, here, `${name}: opt-outs`)
    const drills = page.getByRole('region', { name: 'Drills', exact: true })
    await drills.getByText('Opted out by a text').waitFor()
    expect(await page.content()).not.toMatch(/a key for this test|canary@example/)
    // It asks at growing distances from the first second on, so it knows within a few.
    await expect
      .poll(
        async () => {
          if (!javaScriptEnabled)
            await page
              .getByRole('link', { name: 'Refresh' })
              .click()
              .catch(() => undefined)
          return drills.getByText(/^Seen on Another list, by web address between .* whether it stays/).count()
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(1)
    await audit('drills-seen')
    expect(faults).toEqual([])
    await context.close()
  })
}
