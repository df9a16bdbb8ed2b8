import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, openBrowser, type Portal, setUp, signIn, startPortal, visit } from './portal.ts'

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

const practice = 'Juniper Ridge Family Practice'

/** What a person says of a field holds for the whole organisation, so each way has a field of its own. */
const pasted = (field: string) => [
  'Juniper Ridge: thank you for your visit on {{visit_date}}. Tell us how we did: {{review_link}} Reply STOP to opt out.',
  'Juniper Ridge: hi {{first_name}}, how was your {{appointment_type}}? {{review_link}} Reply STOP to opt out.',
  'Juniper Ridge: how is your knee after the colonoscopy, {{first_name}}? {{review_link}} Reply STOP to opt out.',
  'Hi {{first_name}}, please rate us: {{review_link}}',
  'Juniper Ridge: leave a review and get $10 off your next visit! {{review_link}} Reply STOP to opt out.',
  `Juniper Ridge: {{first_name}}, {{${field}}} {{review_link}} Reply STOP to opt out.`,
]

const table = [
  'name,channel,body',
  'Visit reminder,sms,"Juniper Ridge: see you on {{visit_date}} at {{visit_time}}. Reply STOP to opt out."',
  'Callback,voicemail,"This is Juniper Ridge Family Practice. Please call us at 555-555-0142. Thank you."',
  'Lab call,voicemail,"This is Juniper Ridge. Your biopsy results are in, call 555-555-0142."',
  'Recall,push,"Juniper Ridge: time for your {{recall.type}}."',
  'Thanks,letter,"Dear {{first_name}}, thank you for visiting Juniper Ridge."',
  'Birthday,sms,"Juniper Ridge: your record says {{dob}}. Reply STOP to opt out."',
].join('\n')

async function addPractice(page: Page, name: string): Promise<string> {
  await page.goto('/practices/new')
  await at(page, '/practices/new', 'Add a practice')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add this practice' }).click()
  await at(page, /^\/practices\/sub_\w+$/, name)
  return new URL(page.url()).pathname
}

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`twelve messages come in by paste and table, are mended, approved and judged, ${way}`, async () => {
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
    const audit = async (what: string) => (javaScriptEnabled ? auditPage(page, what) : undefined)
    const name = `${practice} ${way}`
    const field = javaScriptEnabled ? 'cf_8841' : 'cf_8842'
    await signIn(page)
    const base = await addPractice(page, name)
    const tabs = page.getByRole('navigation', { name })
    await tabs.getByRole('link', { name: 'Messages' }).click()
    await at(page, `${base}/messages`, `${name}: messages`)
    await audit('messages-empty')

    await page.getByRole('link', { name: 'Import messages' }).click()
    await at(page, `${base}/messages/import`, 'Import messages')
    await page.getByRole('button', { name: 'Show what is in it' }).click()
    await page.getByRole('link', { name: /There is nothing to read/ }).waitFor()
    await audit('messages-import-error')
    await page.getByLabel('Or paste the messages').fill(pasted(field).join('\n'))
    await page.getByRole('radio', { name: 'One message a line' }).check()
    await page.getByRole('button', { name: 'Show what is in it' }).click()
    await at(page, `${base}/messages/import/preview`, 'Check what was read')
    expect(await page.getByRole('row').count()).toBe(7)
    await audit('messages-preview')
    await page.getByRole('button', { name: 'Take in 6 messages' }).click()
    await at(page, `${base}/messages`, `${name}: messages`)
    await page.getByText('Taken in: 6 new, 0 changed, 0 already here').waitFor()

    await page.getByRole('link', { name: 'Import messages' }).click()
    await at(page, `${base}/messages/import`, 'Import messages')
    const file = join(tmpdir(), `proviso-messages-${process.pid}.csv`)
    writeFileSync(file, table)
    await page.getByLabel('A file with messages').setInputFiles(file)
    await page.getByRole('button', { name: 'Show what is in it' }).click()
    await at(page, `${base}/messages/import/preview`, 'Check what was read')
    await page.getByRole('button', { name: 'Take in 6 messages' }).click()
    await at(page, `${base}/messages`, `${name}: messages`)
    await page.getByText('12 of 12 messages').waitFor()
    const verdictOf = (words: RegExp) => page.getByRole('row', { name: words }).locator('.status').textContent()
    expect(await verdictOf(/how was your/)).toBe('Conflicts')
    expect(await verdictOf(/^Lab call/)).toBe('Conflicts')
    expect(await verdictOf(new RegExp(field))).toBe('Weak')
    expect(await verdictOf(/^Thanks/)).toBe('Meets')
    await audit('messages')

    await page.getByLabel('Channel').selectOption('voicemail')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByText('2 of 12 messages').waitFor()
    await page.getByRole('link', { name: 'Lab call' }).click()
    await at(page, new RegExp(`^${base}/messages/tem_\\w+$`), 'Lab call')
    expect(await page.locator('.message mark').first().textContent()).toMatch(/biopsy/)
    await audit('message')
    await page.getByRole('button', { name: 'Take the safe text' }).click()
    await page.getByText('2 of 2').waitFor()
    await at(page, new RegExp(`^${base}/messages/tem_\\w+$`), 'Lab call')
    expect(await page.locator('.message mark').count()).toBe(0)
    await page.getByRole('button', { name: 'Approve this text' }).click()
    await page.getByText(/^Version 2 was approved by Maya Torres/).waitFor()
    await audit('message-approved')

    await page.goto(`${base}/findings/messaging.scripts-approved`)
    await at(page, `${base}/findings/messaging.scripts-approved`, 'A person approved every script before use')
    await page.getByText('11 of 12 templates were not approved by a person.').first().waitFor()

    await page.goto(`${base}/messages?search=${field}`)
    await page
      .getByRole('row', { name: new RegExp(field) })
      .getByRole('link')
      .click()
    await page.getByRole('heading', { name: 'Merge fields' }).waitFor()
    await page.getByLabel(/^It holds/).selectOption('ok')
    await page.getByRole('button', { name: /^Say so/ }).click()
    await page.getByText(/Fine to send: Maya Torres/).waitFor()
    expect(await page.locator('dl .status').textContent()).toBe('Meets')
    await audit('message-mapped')

    await page.getByRole('button', { name: 'Remove' }).click()
    await at(page, `${base}/messages`, `${name}: messages`)
    await page.getByText('11 of 11 messages').waitFor()
    await page
      .getByRole('button', { name: /^Put it back/ })
      .first()
      .click()
    await page.getByText('12 of 12 messages').waitFor()

    await page.getByRole('link', { name: 'Compare with what was sent' }).click()
    await at(page, `${base}/messages/sent`, 'Compare with what was sent')
    await page
      .getByLabel('Or paste the messages')
      .fill('Dear Ana, thank you for visiting Juniper Ridge.\nJuniper Ridge: Ana, how is your knee?')
    await page.getByRole('radio', { name: 'One message a line' }).check()
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('2 different messages were sent').waitFor()
    await page.getByRole('row', { name: /^Thanks.*Nobody has approved this message/ }).waitFor()
    await page.getByRole('row', { name: /^Sent text 1.*It fits no message here/ }).waitFor()
    await audit('messages-sent')
    await page.goto(`${base}/findings/messaging.scripts-approved`)
    await page.getByText('2 of 2 sent messages match no approved version.').first().waitFor()

    const csv = await context.request.get(`${portal.url}${base}/messages.csv`)
    expect(csv.headers()['content-disposition']).toContain('messages.csv')
    expect((await csv.text()).split('\r\n').filter((line) => line !== '').length).toBe(13)
    const json = (await (await context.request.get(`${portal.url}${base}/messages.json`)).json()) as {
      totals: { templates: number }
    }
    expect(json.totals.templates).toBe(12)
    expect(faults).toEqual([])
    await context.close()
  })

  test(`a sync is judged by its header, and a newer list shows what changed, ${way}`, async () => {
    const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled })
    const audit = async (what: string) => (javaScriptEnabled ? auditPage(page, what) : undefined)
    const name = `Sync Practice ${way}`
    await signIn(page)
    const base = await addPractice(page, name)
    await page.getByRole('navigation', { name }).getByRole('link', { name: 'Data sync' }).click()
    await at(page, `${base}/data-sync`, `${name}: data sync`)
    await audit('sync-empty')
    await page.getByLabel('Paste the names').fill('ana@x.example,555-555-0101,2026-01-02')
    await page.getByRole('button', { name: 'Judge the fields' }).click()
    await page.getByRole('link', { name: /holds values/ }).waitFor()
    await audit('sync-error')
    await page.getByLabel('Paste the names').fill('first_name,last_name,mobile,email,visit_date,provider_name')
    await page.getByRole('button', { name: 'Judge the fields' }).click()
    await page.getByText('6 fields, as the feed names them').waitFor()
    await page.getByLabel('Paste the names').fill('first_name,mobile,visit_date,provider_name,appointment_type,udf_7')
    await page.getByRole('button', { name: 'Judge the fields' }).click()
    await page.getByText('New: appointment_type udf_7').waitFor()
    await page.getByText('No longer sent: email last_name').waitFor()
    const word = (row: RegExp) => page.getByRole('row', { name: row }).locator('.status').textContent()
    expect(await word(/^appointment_type/)).toBe('Never')
    expect(await word(/^udf_7/)).toBe('Questionable')
    expect(await word(/^visit_date/)).toBe('Allowed')
    await audit('sync')
    await page.goto(`${base}/findings/data-sync.nothing-clinical`)
    await at(page, `${base}/findings/data-sync.nothing-clinical`, 'The sync hands over nothing clinical')
    await page
      .getByText(/Clinical fields in the feed: appointment_type/)
      .first()
      .waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
}

test('the editor marks a text while it is typed, without a request, and keeps the marks in step', async () => {
  const { context, page, faults } = await visit(browser, portal)
  await signIn(page)
  const base = await addPractice(page, 'Editor Practice')
  await page.goto(`${base}/messages/new`)
  await at(page, `${base}/messages/new`, 'Write a message')
  await page.locator('.editor.is-live').waitFor()
  const asked: Array<string> = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByLabel('Text', { exact: true }).pressSequentially('Juniper: how was your colonoscopy, {{first_name}}?')
  await expect.poll(() => page.locator('.editor-layer mark').first().textContent()).toMatch(/colonoscopy/)
  await page.getByRole('heading', { name: 'No opt-out wording' }).waitFor()
  expect(asked).toEqual([])
  const measures = await page.evaluate(() => {
    const area = document.querySelector<HTMLTextAreaElement>('.editor textarea')!
    const layer = document.querySelector<HTMLElement>('.editor-layer')!
    const of = (element: HTMLElement) => {
      const { font, lineHeight, padding, width } = getComputedStyle(element)
      return { font, lineHeight, padding, width }
    }
    return { area: of(area), layer: of(layer) }
  })
  expect(measures.area).toEqual(measures.layer)
  await auditPage(page, 'editor')
  await page.getByRole('button', { name: 'Take the safe text' }).click()
  await page.getByText('Nothing to change was found.').first().waitFor()
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).not.toMatch(/colonoscopy/)
  await page.getByRole('button', { name: 'Save the message' }).click()
  await page.getByRole('link', { name: 'Give the message a name.' }).waitFor()
  await auditPage(page, 'editor-error')
  await page.getByLabel('Name', { exact: true }).fill('After the visit')
  await page.getByRole('button', { name: 'Save the message' }).click()
  await at(page, new RegExp(`^${base}/messages/tem_\\w+$`), 'After the visit')
  expect(faults).toEqual([])
  await context.close()
})

test('without scripts the editor checks by its button, takes the safe text and saves a new version', async () => {
  const { context, page, faults } = await visit(browser, portal, { javaScriptEnabled: false })
  await signIn(page)
  const base = await addPractice(page, 'Plain Practice')
  await page.goto(`${base}/messages/new`)
  await at(page, `${base}/messages/new`, 'Write a message')
  await page.getByLabel('Name', { exact: true }).fill('After the visit')
  await page.getByLabel('Text', { exact: true }).fill('How was your {{procedure}}, {{first_name}}?')
  await page.getByRole('button', { name: 'Check the text' }).click()
  await page.getByRole('heading', { name: 'Clinical merge field' }).waitFor()
  expect(await page.locator('.message mark').first().textContent()).toBe('{{procedure}}')
  await page.getByRole('button', { name: 'Take the safe text' }).click()
  await page.getByText('Nothing to change was found.').first().waitFor()
  await page.getByRole('button', { name: 'Save the message' }).click()
  await at(page, new RegExp(`^${base}/messages/tem_\\w+$`), 'After the visit')
  await page.getByRole('link', { name: 'Change the text' }).click()
  await at(page, new RegExp(`^${base}/messages/tem_\\w+/edit$`), 'Change After the visit')
  const before = await page.getByLabel('Text', { exact: true }).inputValue()
  await page.getByLabel('Text', { exact: true }).fill(`${before} Thank you!`)
  await page.getByRole('button', { name: 'Save the message' }).click()
  await at(page, new RegExp(`^${base}/messages/tem_\\w+$`), 'After the visit')
  await page.getByText('2 of 2').waitFor()
  expect(faults).toEqual([])
  await context.close()
})
