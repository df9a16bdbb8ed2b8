import { expect, test } from 'vitest'
import type { OptOutEvent } from '#scanners/opt-out/event.ts'
import { fixture, readLogs } from './log-files.ts'

/** A log in Proviso's own form with every kind of row that the fast walk must hand over to the full reading. */
function log(rows: number): string {
  const lines = ['kind,channel,at,phone,result,provider_ref,note']
  for (let at = 0; at < rows; at++) {
    const time = new Date(Date.UTC(2025, 5, 1) + at * 61_000).toISOString()
    const phone = `512555${String(100 + (at % 97)).padStart(4, '0')}`
    const shown = [
      `+1${phone}`,
      phone,
      `(${phone.slice(0, 3)})${phone.slice(3, 6)}-${phone.slice(6)}`,
      `${phone.slice(0, 3)} ${phone.slice(3)}`,
      `1${phone}`,
    ][at % 5]
    const kind = at % 211 === 7 ? 'opt_out' : at % 307 === 9 ? 'suppression_set' : 'attempt'
    const result = kind === 'attempt' ? ['delivered', 'sent', 'blocked', ''][at % 4] : ''
    lines.push(
      `${kind},sms,${at % 13 === 0 ? time.replace('.000', '') : time},${shown},${result},m${at},${at % 17 === 0 ? '"a, quoted\nnote"' : 'x'}`,
    )
  }
  lines.splice(
    50,
    0,
    'attempt,sms,yesterday,5125550101,sent,z,',
    'attempt,pigeon,2025-06-03T15:00:00Z,5125550101,sent,z,',
    'attempt,sms,2025-02-30T15:00:00Z,5125550101,sent,z,x',
  )
  return `${lines.join('\n')}\n`
}

test('a log read in two passes gives the people who opted out exactly what the whole reading gives', async () => {
  const csv = log(3_000)
  const whole = await readLogs({ 'a.csv': csv })
  const passes = await readLogs({ 'a.csv': csv }, { wholeBytes: 0 })
  const { rejected, ...counts } = passes.files[0]!
  const { rejected: wanted, ...known } = whole.files[0]!
  expect(counts).toEqual(known)
  expect([...rejected].sort((a, b) => a.line - b.line)).toEqual(wanted)
  const relevant = new Set(whole.events.filter(({ kind }) => kind !== 'attempt').flatMap(({ keys }) => keys))
  const facts = (events: typeof whole.events) =>
    events.filter(({ keys }) => keys.some((key) => relevant.has(key))).sort((a, b) => a.line! - b.line!)
  expect(facts(passes.events)).toEqual(facts(whole.events))
  expect(passes.passedOver).toBe(whole.events.length - facts(whole.events).length)
})

test('an opt-out in a small log finds its contacts in a large one, whatever way the number is written', async () => {
  const optOut = 'kind,channel,at,phone\nopt_out,sms,2025-06-01T00:00:00Z,(512) 555-0101\n'
  const both = await readLogs(
    {
      'small.jsonl':
        '{"kind":"opt_out","channel":"sms","at":"2025-06-01T00:00:00Z","keys":["phone:(512) 555-0110","pt:A"]}\n',
      'large.csv': log(500),
    },
    { wholeBytes: 0 },
  )
  const alone = await readLogs({ 'small.csv': optOut, 'large.csv': log(500) }, { wholeBytes: 0 })
  expect(both.events.filter(({ kind }) => kind === 'attempt').length).toBeGreaterThan(4)
  expect(alone.events.filter(({ kind }) => kind === 'attempt').length).toBeGreaterThan(4)
})

/** Everybody whom a state row names, and whoever shares a patient id with them. */
function concernedBy(events: ReadonlyArray<OptOutEvent>): Set<string> {
  const concerned = new Set(
    events
      .filter(({ kind }) => kind !== 'attempt' && kind !== 'consent' && kind !== 'link')
      .flatMap(({ keys }) => keys),
  )
  for (let before = -1; before < concerned.size; ) {
    before = concerned.size
    for (const { keys } of events)
      if (keys.some((key) => key.startsWith('pt:')) && keys.some((key) => concerned.has(key)))
        for (const key of keys) concerned.add(key)
  }
  return concerned
}

const facts = (events: ReadonlyArray<OptOutEvent>) => events.map((event) => JSON.stringify(event)).sort()
const expected = Object.keys(JSON.parse(fixture('expected.json')) as object)

test('every format walked twice gives its state and the contacts of concerned people as the whole reading does', async () => {
  const upload = Object.fromEntries(expected.map((name) => [name, fixture(name)]))
  const [whole, twice] = [await readLogs(upload), await readLogs(upload, { wholeBytes: 0 })]
  expect(twice.files).toEqual(whole.files)
  expect(twice.held.length).toBe(whole.held.length)
  const held = whole.held.map((reply): OptOutEvent => ({ ...reply, id: '', kind: 'opt_out' }) as OptOutEvent)
  const concerned = concernedBy([...whole.events, ...held])
  const wanted = whole.events.filter(
    ({ kind, keys }) => kind !== 'consent' && (kind !== 'attempt' || keys.some((key) => concerned.has(key))),
  )
  expect(facts(twice.events)).toEqual(facts(wanted))
  expect(whole.events.length).toBeGreaterThan(wanted.length)
})

test('a call that ended in a request is kept with its contact, and a contact at an unread time with its person', async () => {
  const head = 'Phone Number,Dial Time,Disposition,Campaign'
  const rows = [
    '5125550101,2025-06-03 10:00,Do Not Call,Reviews',
    '5125550101,soon after,No Answer,Reviews',
    '5125550102,soon after,No Answer,Reviews',
    '5125550101,2025-06-05 10:00,No Answer,Reviews',
    '5125550101,2025-06-05 10:00,No Answer,Reviews',
    '5125550102,2025-06-05 10:00,No Answer,Reviews',
  ]
  const { files, events, undated, passedOver } = await readLogs(
    { 'calls.csv': `${[head, ...rows].join('\n')}\n` },
    { wholeBytes: 0 },
  )
  expect(files[0]).toMatchObject({ rows: 6, classified: 4, rejectedRows: 2 })
  expect(events.map(({ kind, line }) => [kind, line]).sort()).toEqual([
    ['attempt', 2],
    ['attempt', 5],
    ['opt_out', 2],
  ])
  expect(undated.map(({ line }) => line)).toEqual([3])
  expect(passedOver).toBe(1)
})
