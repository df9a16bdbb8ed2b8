import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { lateContactsCsv } from '#app/report/opt-out-csv.ts'
import { optOutSection } from '#app/report/opt-out-section.ts'
import { OptOutTables } from '#app/report/opt-out-tables.tsx'
import type { OptOutEvidence } from '#scanners/opt-out/evidence.ts'
import { fillEvidence } from '#test/case-evidence.ts'

const place = (file: string, line: number, at: string) => ({ file, line, at })
const late = (policy: string, lateByHours: number, line: number, file = 'texts.csv') => ({
  policy,
  person: 'phone:00ff',
  channel: 'sms',
  optOut: place(file, 3, '2025-06-03T15:00:00.000Z'),
  contact: place(file, line, '2025-06-05T15:00:00.000Z'),
  lateByHours,
})
const counts = { p50Hours: null, p95Hours: null, worstHours: 48 }

const log = fillEvidence(
  {
    kind: 'opt-out',
    timeZone: 'America/Chicago',
    limitHours: 24,
    people: 2,
    inputs: [{ file: 'texts.csv', format: 'canonical', rows: 9, classified: 8, rejected: 1 }],
    channels: [
      { policy: 'practice', channel: 'sms', pass: 1, fail: 1, unknown: 0, ...counts },
      { policy: 'canspam', channel: 'sms', pass: 0, fail: 0, unknown: 0, ...counts },
    ],
    late: [late('practice', 2, 5), late('practice', 24, 4), late('exempt', 48, 4)],
    cannotProve: [{ what: 'email: 2 people', why: 'no log of contacts on this channel was supplied' }],
  },
  0,
) as OptOutEvidence

test('the report tells late contacts of the practice bar, the latest first, with file, line and zone', () => {
  const section = optOutSection([log], 1, new Date())!
  expect(section.summary).toBe(
    '2 people opted out. Against the limit of 24 h, counted per channel: 1 in time and proven, 1 too late, 0 cannot be proven.',
  )
  expect(section.late).toEqual([
    {
      channel: 'Texts',
      optOut: 'June 3, 2025 at 10:00 AM CDT (texts.csv, line 3)',
      contact: 'June 5, 2025 at 10:00 AM CDT (texts.csv, line 4)',
      over: '24 h',
    },
  ])
  expect(section.lateLeftOut).toBe(1)
  expect(section.cannotProve[0]?.what).toBe('E-mails: 2 people')
  expect(section.rules.map(({ channel, late: n }) => [channel, n])).toEqual([['Texts', 1]])
})

test('the tables name what cannot be proven before the rules, and count what was left out', () => {
  const html = renderToStaticMarkup(createElement(OptOutTables, { optOut: optOutSection([log], 1, new Date())! }))
  const captions = [...html.matchAll(/<caption>(.*?)<\/caption>/g)].map(([, caption]) => caption)
  expect(captions).toEqual([
    'Contacts after the limit of the practice bar',
    'What the logs cannot prove; never read this as in time',
    'The same opt-outs under each rule, people counted per channel',
    'More from the same logs',
    'Logs that were read',
  ])
  expect(html).toContain('in the annex and the export: 1.')
  const pair = { policy: 'practice', from: 'sms', channel: 'voice', pass: 1, fail: 1, unknown: 0 }
  const paired = { ...log, pairs: [{ ...pair, p50Hours: 2, p95Hours: 30, worstHours: null }] }
  const [row] = optOutSection([paired], 1, new Date())!.pairs
  expect(row).toEqual({ pair: 'Texts to calls', optOuts: 2, half: '2 h', most: '30 h', worst: 'cannot be told' })
})

test('without logs there is no section', () => {
  expect(optOutSection([], 20, new Date())).toBeNull()
})

test('a name of a file cannot start a formula in the export', () => {
  const csv = lateContactsCsv({ ...log, late: [late('practice', 2, 5, '=cmd|calc.csv')] })
  expect(csv).toContain(",'=cmd|calc.csv,3,")
})
