import { deflateSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage } from './audit-page.ts'
import { at, journeyMs, openBrowser, type Portal, setUp, signIn, startPortal, visit } from './portal.ts'

// What these screens do is shown without a browser in test/app; here they are looked at and walked, in the full run.
const full = process.env.PROVISO_TEST_FULL !== undefined

let portal: Portal
let browser: Browser

beforeAll(async () => {
  if (!full) return
  portal = await startPortal()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
})

/** A PNG of one colour, with true sums, as a browser shows it. */
function picture(width: number, height: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c
  })
  const sum = (bytes: Buffer) => ~bytes.reduce((c, byte) => table[(c ^ byte) & 255]! ^ (c >>> 8), -1) >>> 0
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(sum(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.concat(
    Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, 60)])),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test.runIf(full)(
  'filters are kept, the log is checked, a brand is refused and taken, notices are chosen, the demo goes',
  async () => {
    const { context, page, faults } = await visit(browser, portal)
    await setUp(page, portal)

    await page.goto('/vendors?score=none')
    await at(page, '/vendors', 'Vendors')
    await page.getByText('No vendor is like this').waitFor()
    await page.getByLabel('Keep this filter as').fill('Not judged')
    await auditPage(page, 'list-filtered')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByRole('link', { name: 'Not judged' }).waitFor()
    await auditPage(page, 'list-kept-filter')
    await page.getByRole('button', { name: 'Remove the filter Not judged' }).click()
    await expect.poll(() => page.getByRole('link', { name: 'Not judged' }).count()).toBe(0)

    await page.goto('/settings/audit-log')
    await at(page, '/settings/audit-log', 'Audit log')
    await page.getByText('No signed point yet').waitFor()
    await auditPage(page, 'audit-log-unsigned')
    await page.getByRole('button', { name: 'Check the whole log now' }).click()
    await page.getByText('Signed point at event').click()
    await page.getByText('Signature (Ed25519)').waitFor()
    await auditPage(page, 'audit-log-checked')

    await page.goto('/settings/brand')
    await at(page, '/settings/brand', 'Brand')
    await page.getByLabel('Colour').fill('#ffcc00')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await auditPage(page, 'brand-refused')
    await page.getByLabel('Colour').fill('#5b2a86')
    await page.getByLabel('The logo in words').fill('Lakeside Ortho')
    await page.getByLabel('Last line').fill('12 Lake Road, Salem')
    await page.getByLabel('Logo', { exact: true }).setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: picture(160, 40),
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'The brand is saved' }).waitFor()
    await page.getByText('Now: 160 by 40 pixels').waitFor()
    await auditPage(page, 'brand')

    await page.goto('/settings/backup')
    await at(page, '/settings/backup', 'Backup')
    await auditPage(page, 'backup-untried')
    await page.getByRole('button', { name: 'Make a backup now' }).click()
    await page.getByRole('heading', { name: 'The backup is made' }).waitFor()
    await page.getByRole('button', { name: 'Try to restore the newest' }).click()
    await page.getByRole('heading', { name: 'The newest backup holds' }).waitFor()
    await auditPage(page, 'backup')

    await page.goto('/notices')
    await at(page, '/notices', 'Notices')
    await auditPage(page, 'notices-empty')
    await page.getByLabel('Also by mail').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Your choice is saved' }).waitFor()
    expect(await page.getByLabel('Also by mail').isChecked()).toBe(true)

    await page.goto('/organisations')
    await page.getByRole('button', { name: 'Open the demo' }).click()
    await at(page, '/', 'Home')
    await expect
      .poll(
        async () => {
          await page.goto('/notices')
          return page.getByText('Site scan for Harbor Street Family Clinic has ended.').count()
        },
        { timeout: 120_000, interval: 3_000 },
      )
      .toBe(1)
    await auditPage(page, 'notices')
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await page.getByText('You have read everything.').waitFor()
    await page.goto('/organisations')
    await page.getByRole('button', { name: 'Work in Lakeside Ortho' }).click()
    await at(page, '/', 'Home')
    await page.goto('/organisations')
    await auditPage(page, 'organisations-demo')
    await page.getByLabel('I am sure').check()
    await page.getByRole('button', { name: 'Remove the demo' }).click()
    await expect.poll(() => page.getByText('Harbor Street Family Clinic (demo)').count()).toBe(0)
    await at(page, '/organisations', 'Organisations')
    expect(faults).toEqual([])
    await context.close()
  },
  journeyMs,
)

test.runIf(full)(
  'our own scanner reads our own signed-in pages, and none of them asks anybody else',
  async () => {
    const { context, page, faults } = await visit(browser, portal)
    await signIn(page)
    await page.goto('/settings/self-audit')
    await at(page, '/settings/self-audit', 'Self-audit')
    await page.getByText('Not scanned yet').waitFor()
    await auditPage(page, 'self-audit-empty')
    await page.getByRole('button', { name: 'Scan our own pages' }).click()
    await page.getByRole('heading', { name: 'The scan is running' }).waitFor()
    await expect
      .poll(
        async () => {
          await page.goto('/settings/self-audit')
          return page.getByRole('heading', { name: 'The scan is running' }).count()
        },
        { timeout: journeyMs - 40_000, interval: 5_000 },
      )
      .toBe(0)
    await page.getByRole('heading', { name: 'No page asked anybody but this portal' }).waitFor()
    const paths = await page.getByRole('row').filter({ hasText: 'Loaded' }).count()
    expect(paths).toBeGreaterThan(5)
    await auditPage(page, 'self-audit')
    expect(faults).toEqual([])
    await context.close()
  },
  journeyMs,
)
