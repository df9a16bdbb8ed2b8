import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { agreementCalendar, inventoryCsv } from '#app/report/agreement-inventory.ts'
import type { InventoryRow } from '#app/use-cases/list-agreements.ts'

const vendor = (name: string) =>
  ({ id: 'sub_1', kind: 'vendor', name, siteUrl: null, dataStart: '2026-02-01' }) as unknown as InventoryRow['vendor']

const rows: Array<InventoryRow> = [
  {
    vendor: vendor('=HYPERLINK("x")'),
    agreement: null,
    word: 'None',
    gate: { state: 'closed', reason: 'No readable agreement is on file.' },
    clausesMet: null,
    elementsMet: null,
  },
  {
    vendor: vendor('Letterbird'),
    agreement: {
      id: 'agr_1',
      fileName: 'baa.pdf',
      sha256: 'ab',
      uploadedAt: '2026-03-02T15:00:00Z',
      reading: { signed: 'both', inForceFrom: '2026-03-02', inForceTo: '2027-03-01', verdicts: {} },
    } as unknown as NonNullable<InventoryRow['agreement']>,
    word: 'Executed',
    gate: { state: 'open', reason: 'An executed agreement in force names this vendor.' },
    clausesMet: 6,
    elementsMet: 17,
  },
]

test('a vendor without an agreement is a row too, and no name runs as a formula', () => {
  const [absent, present] = parse(inventoryCsv(rows), { columns: true }) as Array<Record<string, string>>
  expect(absent).toMatchObject({ vendor: `'=HYPERLINK("x")`, agreement: 'None', dataGate: 'closed' })
  expect(present).toMatchObject({ vendor: 'Letterbird', dataGate: 'open', clausesMetOf6: '6', inForceTo: '2027-03-01' })
  expect(present!.disclaimer).toContain('not legal advice')
})

test('the calendar holds one whole-day event an end date, with an alarm at each stage', () => {
  const text = agreementCalendar(rows).replace(/\r\n /g, '')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(text).toContain('DTSTART;VALUE=DATE:20270301')
  expect(text).toContain('SUMMARY:Agreement with Letterbird ends')
  expect(text.match(/TRIGGER:-P(60|30|7|0)D/g)!.length).toBeGreaterThanOrEqual(3)
})
