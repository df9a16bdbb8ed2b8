import { PassThrough } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import yazl from 'yazl'
import { readInstant } from '#scanners/opt-out/instant.ts'
import { fixture, readLogs } from './log-files.ts'

const csv = fixture('canonical.csv')

async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const parts: Array<Buffer> = []
  for await (const part of zip.outputStream.pipe(new PassThrough())) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const facts = ({ events }: Awaited<ReturnType<typeof readLogs>>) =>
  events.map(({ kind, keys, at, line }) => ({ kind, keys, at, line }))

test('gzip, ZIP, UTF-16 and byte order marks read like the plain file', async () => {
  const plain = facts(await readLogs({ 'a.csv': csv }))
  expect(plain).toHaveLength(3)
  const forms: Record<string, string | Uint8Array> = {
    'a.csv.gz': gzipSync(csv),
    'a.zip': await zipOf({ 'folder/a.csv': csv, '__MACOSX/._a.csv': 'x' }),
    'a16.csv': Buffer.from(`\ufeff${csv}`, 'utf16le'),
    'abe.csv': Buffer.from(`\ufeff${csv}`, 'utf16le').swap16(),
    'bom.csv': `\ufeff${csv}`,
    'crlf.csv': csv.replaceAll('\n', '\r\n'),
    'semicolon.csv': csv.replaceAll(',', ';'),
    'tab.tsv': csv.replaceAll(',', '\t'),
    'no-end.csv': csv.trimEnd(),
  }
  for (const [name, content] of Object.entries(forms))
    expect(facts(await readLogs({ [name]: content })), name).toEqual(plain)
})

test('a quoted newline stays inside its row and the next row keeps its own line number', async () => {
  const { events, files } = await readLogs({
    'n.csv':
      'kind,channel,at,phone,note\nattempt,sms,2025-06-03T15:00:00Z,5125550101,"two\nlines, ""quoted"""\nattempt,sms,2025-06-03T16:00:00Z,5125550101,6" pipe\n',
  })
  expect(events.map(({ line }) => line)).toEqual([2, 4])
  expect(files[0]).toMatchObject({ rows: 2, classified: 2 })
})

test('a quote that never closes costs its own row and no other', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, at) => `attempt,sms,2025-06-03T15:00:${String(at).padStart(2, '0')}Z,5125550101,ok`,
  )
  rows[3] = 'attempt,sms,2025-06-03T15:00:03Z,5125550101,"never closed'
  const { files } = await readLogs({ 'q.csv': `kind,channel,at,phone,note\n${rows.join('\n')}\n` })
  expect(files[0]).toMatchObject({ rows: 30, classified: 29, rejected: [{ line: 5, why: 'a quote is never closed' }] })
})

test('every row that cannot be used is rejected with its line and a reason that quotes no cell', async () => {
  const { files } = await readLogs({
    'r.csv': [
      'kind,channel,at,phone,result',
      'attempt,sms,yesterday,5125550101,sent',
      'attempt,sms,2025-06-03T15:00:00Z,12,sent',
      'attempt,pigeon,2025-06-03T15:00:00Z,5125550101,sent',
      'greeting,sms,2025-06-03T15:00:00Z,5125550101,sent',
      'attempt,sms,1999-06-03T15:00:00Z,5125550101,sent',
      'attempt,sms,,5125550101,sent',
      '',
      'attempt,sms,2025-06-03T15:00:00Z,5125550101,sent',
    ].join('\n'),
  })
  expect(files[0]).toMatchObject({ rows: 7, classified: 1, rejectedRows: 6 })
  expect(files[0]!.rejected.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7])
  expect(JSON.stringify(files[0]!.rejected)).not.toMatch(/yesterday|5125550101|pigeon|greeting/)
})

test('day and month are told apart by the column, and a column that never shows is refused', async () => {
  const file = (dates: Array<string>) =>
    `Sent At,Recipient,Channel,Status\n${dates.map((date) => `${date},5125550101,SMS,Sent`).join('\n')}\n`
  const european = await readLogs({ 'd.csv': file(['03/06/2025 10:00', '25/06/2025 10:00']) })
  expect(new Date(european.events[0]!.at.min).toISOString()).toBe('2025-06-03T15:00:00.000Z')
  const american = await readLogs({ 'd.csv': file(['06/03/2025 10:00', '06/25/2025 10:00']) })
  expect(american.events[0]!.at).toEqual(european.events[0]!.at)
  const silent = await readLogs({ 'd.csv': file(['06/03/2025 10:00', '06/04/2025 10:00']) })
  expect(silent.files[0]).toMatchObject({ classified: 0, rejectedRows: 2 })
  const declared = await readLogs({ 'd.csv': file(['06/03/2025 10:00']) }, { dayFirst: false })
  expect(declared.events[0]!.at).toEqual(european.events[0]!.at)
})

const at = (text: string | number, style = {}) => {
  const read = readInstant(text, { zone: 'America/New_York', ...style })
  return read === undefined ? null : [new Date(read.min).toISOString(), new Date(read.max).toISOString()]
}
const point = (iso: string) => [iso, iso]

test.each([
  ['Thu, 24 Aug 2023 05:01:45 +0000', point('2023-08-24T05:01:45.000Z')],
  ['24 Aug 2023 05:01:45 GMT', point('2023-08-24T05:01:45.000Z')],
  ['2025-04-28 12:00:38.631252+00:00', point('2025-04-28T12:00:38.631Z')],
  ['2025-04-28T12:00:38Z', point('2025-04-28T12:00:38.000Z')],
  ['2025-07-01 12:00 EST', point('2025-07-01T17:00:00.000Z')],
  ['1748962800', point('2025-06-03T15:00:00.000Z')],
  ['1748962800123', point('2025-06-03T15:00:00.123Z')],
  [1748962800.5, point('2025-06-03T15:00:00.500Z')],
  ['6/13/25 2:05 PM', point('2025-06-13T18:05:00.000Z')],
  ['Jun 3, 2025 12:05 AM', point('2025-06-03T04:05:00.000Z')],
  ['45811.625', point('2025-06-03T19:00:00.000Z')],
  ['2506031500', ['2025-06-03T19:00:00.000Z', '2025-06-03T19:00:59.999Z']],
  ['2025-06-03', ['2025-06-03T04:00:00.000Z', '2025-06-04T03:59:59.999Z']],
  ['2025-11-02T01:30:00', ['2025-11-02T05:30:00.000Z', '2025-11-02T06:30:00.000Z']],
  ['2025-03-09T02:30:00', point('2025-03-09T07:30:00.000Z')],
  ['2025-02-30', null],
  ['1999-01-01', null],
  ['06/03/2025', null],
  ['13:99 o’clock', null],
  ['2025-06-03T15:00:00 XYZ', null],
  ['', null],
])('the date %s is read, or refused', (text, wanted) => {
  expect(at(text)).toEqual(wanted)
})

test('a row with a cell too many is refused, and a separator at its end is none', async () => {
  const { files } = await readLogs({
    'x.csv':
      'kind,channel,at,phone,result\nattempt,sms,2025-06-03T15:00:00Z,5125550101,sent,\nattempt,sms,2025-06-03T15:00:00Z,5125550102,sent,more\n',
  })
  expect(files[0]).toMatchObject({
    classified: 1,
    rejected: [{ line: 3, why: 'the row has more cells than the header' }],
  })
})

test('files of one header share the order of day and month that one of them shows, whatever comes first', async () => {
  const part = (date: string) => `Sent At,Recipient,Channel,Status\n${date},5125550101,SMS,Sent\n`
  const { files, events } = await readLogs({ 'a.csv': part('03/06/2025 10:00'), 'b.csv': part('25/06/2025 10:00') })
  expect(files.map(({ rejectedRows }) => rejectedRows)).toEqual([0, 0])
  expect(new Date(events[0]!.at.min).toISOString()).toBe('2025-06-03T15:00:00.000Z')
})

test('a row that comes again word for word is classified and counts once', async () => {
  const log = 'kind,channel,at,phone,result\nattempt,sms,2025-06-03T15:00:00Z,5125550101,sent\n'
  const turned = 'result,kind,channel,at,phone\nsent,attempt,sms,2025-06-03T15:00:00Z,5125550101\n'
  const { files, events } = await readLogs({ 'a.csv': log, 'b.csv': turned, 'c.csv': log.replace('00Z', '01Z') })
  expect(files.map(({ classified }) => classified)).toEqual([1, 1, 1])
  expect(events.map(({ file }) => file)).toEqual([0, 2])
})

test('the zone a heading names counts for its column, and a clock in a column of its own belongs to its date', async () => {
  const head = 'Patient Phone,Direction,Message,Status'
  const at = async (columns: string, cells: string) => {
    const { events, files } = await readLogs({
      'texts.csv': `${columns},${head}\n${cells},5125550101,Sent,Hi,Delivered\n`,
    })
    expect(files[0]).toMatchObject({ rejectedRows: 0 })
    return new Date(events[0]!.at.min).toISOString()
  }
  expect(await at('Sent At (UTC)', '2025-06-13 14:00')).toBe('2025-06-13T14:00:00.000Z')
  expect(await at('Date/Time (EST)', '6/13/2025 2:00 PM')).toBe('2025-06-13T18:00:00.000Z')
  expect(await at('Sent on (UTC+0)', '2025-06-13 14:00:05')).toBe('2025-06-13T14:00:05.000Z')
  expect(await at('Date,Time', 'Fri 06/13/2025,02:00 PM')).toBe('2025-06-13T19:00:00.000Z')
  expect(await at('Call Date,Call Time', '2025/6/13,14:00')).toBe('2025-06-13T19:00:00.000Z')
  expect(await at('Timestamp', '2025-06-13 14:00:05.123 +0000 UTC')).toBe('2025-06-13T14:00:05.123Z')
})

test('a column that never shows its order of day and month has that of the other columns of its table', async () => {
  const log = (added: string) =>
    `Phone Number,Date Added,Expires,DNC Reason\n5125550101,${added},07/05/2025,Do Not Call\n`
  const { events } = await readLogs({ 'dnc.csv': log('06/13/2025') })
  expect(events.map(({ kind, at }) => [kind, new Date(at.min).toISOString().slice(0, 10)])).toEqual([
    ['opt_out', '2025-06-13'],
    ['suppression_set', '2025-06-13'],
    ['suppression_cleared', '2025-07-05'],
  ])
  expect((await readLogs({ 'dnc.csv': log('06/05/2025') })).files[0]).toMatchObject({ rejectedRows: 1 })
})

test('a number a spreadsheet has rounded is nobody’s, one it has dressed is read', async () => {
  const log = (phone: string) => `Sent At,Phone,Message,Status\n2025-06-13T14:00:00Z,${phone},Hi,Sent\n`
  const keys = async (phone: string) => (await readLogs({ 't.csv': log(phone) })).events.map((event) => event.keys)
  const plain = await keys('+15125550101')
  for (const dressed of ["'5125550101", '15125550101.0', '="+15125550101"', '(512) 555-0101'])
    expect(await keys(`"${dressed.replaceAll('"', '""')}"`), dressed).toEqual(plain)
  for (const lost of ['1.51256E+10', '1.5125550101E+10']) expect(await keys(lost), lost).toEqual([])
})

test('a contact whose outcome is told in an unknown word is rejected, and its person does not pass beside it', async () => {
  const { files, events, undated } = await readLogs({
    't.csv': 'Sent At,Phone,Message,Status\n2025-06-13T14:00:00Z,5125550101,Hi,Zwischenablage\n',
  })
  expect(files[0]!.rejected).toEqual([{ line: 2, why: 'the status holds a word that is not known' }])
  expect(events).toEqual([])
  expect(undated).toMatchObject([{ kind: 'attempt', channel: 'sms' }])
})

test('what people wrote is read as replies where a table holds nothing else', async () => {
  const { events, held } = await readLogs({
    'inbox.csv':
      'From,To,Body,Received At\n5125550101,5125550199,STOP,2025-06-13T14:00:00Z\n5125550102,5125550199,No thank you,2025-06-13T15:00:00Z\n',
  })
  expect(events.map(({ kind }) => kind)).toEqual(['opt_out'])
  expect(held).toHaveLength(1)
})

test('a message from a person whose words the log leaves out waits for a person, since it may have been a STOP', async () => {
  const wordless = fixture('podium-messages.jsonl').replace('"body": "unsubscribe please", ', '')
  const { events, held } = await readLogs({ 'podium.jsonl': wordless })
  expect(events.filter(({ kind }) => kind === 'opt_out')).toEqual([])
  expect(held).toMatchObject([{ rule: 'no-words', line: 2, channel: 'sms' }])
})

test('a column of staff is no column of patients: a table that names nobody who was called is refused', async () => {
  await expect(
    readLogs({
      'calls.csv':
        'Call ID,Started At,Direction,Status,User Email\n1,2025-06-13 14:00,outbound,answered,a@example.com\n',
    }),
  ).rejects.toMatchObject({ code: 'unknown-format' })
})
