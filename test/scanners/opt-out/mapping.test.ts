import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DescribeOptions, describeLog, shapeOf } from '#scanners/opt-out/describe-log.ts'
import { guessMapping } from '#scanners/opt-out/guess-mapping.ts'
import { type LogMapping, logMappingSchema, mappingFor } from '#scanners/opt-out/mapping.ts'
import { openLog } from '#scanners/opt-out/open-log.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { fixture, logFolder, readLogs, secret } from './log-files.ts'

const name = 'unknown-frontdesk.csv'
const log = fixture(name)
const header = ['logged', 'mobileno.', 'mail', 'chart', 'via', 'outcomeoftouch', 'frontdeskremark']

const mapping: LogMapping = logMappingSchema.parse({
  columns: {
    time: 'logged',
    phone: 'mobileno.',
    email: 'mail',
    patient: 'chart',
    channel: 'via',
    what: 'outcomeoftouch',
    text: 'frontdeskremark',
  },
  words: {
    what: { 'gone out': 'sent', 'wrote back': 'reply', 'picked up': 'answered' },
    channel: { txt: 'sms', mailing: 'email', 'phone line': 'voice' },
  },
  zone: 'America/Chicago',
})

async function described(options: Partial<DescribeOptions> = {}) {
  const [member] = await openLog({ name, path: join(logFolder, name) })
  return await describeLog(member!, { zone: 'America/New_York', secret, saved: [], said: {}, ...options })
}

test('an unknown log is shown by shapes; no number, address or word of a person leaves the reader', async () => {
  const found = await described()
  expect(found?.header).toEqual(header)
  expect(found?.columns.map(({ label }) => label)).toEqual(log.split('\n')[0]?.split(','))
  expect(found?.columns[1]).toMatchObject({ shapes: ['(999) 999-9999'], filled: 7, words: null })
  expect(found?.columns[4]?.words).toEqual([
    { word: 'txt', rows: 5 },
    { word: 'phone line', rows: 2 },
    { word: 'mailing', rows: 1 },
  ])
  expect(JSON.stringify(found)).not.toMatch(/555|ann@example|27\/03/)
  expect(shapeOf('Zoë 4-12')).toBe('Xxx 9-99')
  expect(shapeOf('please stop texting me at once')).toBe('text of 30 characters')
})

test('a mapping is tried on the rows: each is understood or rejected with its reason, and an unexplained word stays unknown', async () => {
  const preview = (await described({ said: { [name]: mapping } }))?.preview
  expect(preview).toMatchObject({ rows: 8, classified: 7, rejected: 1, more: false, localTimes: true })
  expect(preview?.reasons).toEqual([
    { why: 'the column outcomeoftouch holds a word that was not explained', rows: 1, lines: [9] },
  ])
  expect(preview?.kinds).toEqual([
    { kind: 'attempt', rows: 5 },
    { kind: 'opt_out', rows: 1 },
    { kind: 'unclear reply', rows: 1 },
  ])
  expect(preview?.from).toBe('2026-03-27T14:00:00.000Z')
})

test('what a mapping does not say is not guessed', async () => {
  const { channel: _, ...columns } = mapping.columns
  const preview = (await described({ said: { [name]: { ...mapping, columns } } }))?.preview
  expect(preview?.classified).toBe(0)
  expect(preview?.reasons[0]?.why).toBe('no column names the channel')
  const none = (await described({ said: { [name]: { columns: { time: 'logged' }, words: mapping.words } } }))?.preview
  expect(none?.reasons[0]?.why).toBe('no column says what happened')
})

test('the same heading is read by its saved mapping, in any order of columns; another heading is not', async () => {
  const saved = [{ header: [...header].sort(), mapping }]
  const timeline = await readLogs({ [name]: log }, { mappings: saved })
  const [file] = timeline.files
  expect(file).toMatchObject({ rows: 8, classified: 7, rejectedRows: 1, assumedZone: 'America/Chicago' })
  expect(file?.format).toMatch(/^mapped-[0-9a-f]{8}$/)
  const turned = log
    .trim()
    .split('\n')
    .map((line) => line.split(',').reverse().join(','))
    .join('\n')
  const again = await readLogs({ [name]: turned }, { mappings: saved })
  expect(again.events.map(({ kind, channel }) => [kind, channel])).toEqual(
    timeline.events.map(({ kind, channel }) => [kind, channel]),
  )
  expect(timeline.events.find(({ kind }) => kind === 'opt_out')).toMatchObject({ line: 3, by: 'recipient' })
  expect(await described({ saved })).toBeNull()
  const other = log.replace('Via', 'By way of')
  await expect(readLogs({ [name]: other }, { mappings: saved })).rejects.toThrow(ScanProblem)
})

test('objects that lack a key keep their mapping; a table with a further column does not', () => {
  const saved = [{ header, mapping }]
  expect(mappingFor(new Set([...header, 'more']), false, saved)).toBe(mapping)
  expect(mappingFor(new Set([...header, 'more']), true, saved)).toBeUndefined()
  expect(mappingFor(new Set(header.slice(1)), false, saved)).toBeUndefined()
})

test('two mapped logs are two sources: neither covers for the other', async () => {
  const { text: _, ...columns } = mapping.columns
  const second = { header: header.slice(0, 6), mapping: { ...mapping, columns } }
  const short = log
    .split('\n')
    .map((line) => line.split(',').slice(0, 6).join(','))
    .join('\n')
  const { files } = await readLogs({ 'a.csv': log, 'b.csv': short }, { mappings: [{ header, mapping }, second] })
  expect(files[0]?.format).not.toBe(files[1]?.format)
})

test('what is proposed for an unknown log is read by the same grammar of names and words as any table', () => {
  const column = (name: string, shapes: Array<string>, ...words: Array<string>) => ({
    name,
    shapes,
    words: words.length === 0 ? null : words.map((word) => ({ word })),
  })
  const guess = guessMapping([
    column('dialledtonumber', ['9999999999']),
    column('recipientaddress', ['xxx@xxxxxxx.xxx']),
    column('fechaenvio', ['99/99/9999']),
    column('wrapupreason', ['xxxx'], 'not blocked', 'delivered (opt-out footer)', 'queued', 'suppressed'),
    column('deliverymethod', ['xxxx'], 'ringless voicemail', 'text'),
    column('traffictype', ['xx'], 'mo', 'mt', 'sideways'),
  ])
  expect(guess.columns).toEqual({
    time: 'fechaenvio',
    phone: 'dialledtonumber',
    email: 'recipientaddress',
    what: 'wrapupreason',
    channel: 'deliverymethod',
    direction: 'traffictype',
  })
  expect(guess.words).toEqual({
    what: { 'delivered (opt-out footer)': 'delivered', queued: 'sent', suppressed: 'blocked' },
    channel: { 'ringless voicemail': 'voice', text: 'sms' },
    direction: { mo: 'in', mt: 'out' },
  })
})
