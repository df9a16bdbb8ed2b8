import { expect, test } from 'vitest'
import { normalisePhone } from '#scanners/opt-out/address.ts'
import { readInstant } from '#scanners/opt-out/instant.ts'
import { channelOf, refusal, statusMeaning } from '#scanners/opt-out/status-words.ts'
import { readLogs } from './log-files.ts'

const status = (text: string) => statusMeaning(text, { perEvent: false, voice: false })
const iso = (at: number) => new Date(at).toISOString()

test.each([
  ['Delivered (opt-out footer added)', 'delivered'],
  ['Sent, unsubscribe link included', 'sent'],
  ['Delivered with opt-out instructions', 'delivered'],
  ['Blocked', 'failed'],
  ['Blocked as spam by carrier', 'failed'],
  ['Sender IP blacklisted', 'failed'],
  ['Inactive recipient', 'failed'],
  ['Not delivered: recipient opted out', 'blocked'],
  ['Skipped (unsubscribed)', 'blocked'],
  ['Suppressed', 'blocked'],
  ['DNC match', 'blocked'],
  ['Failed - attempt to send to unsubscribed recipient', 'blocked'],
  ['Not opted out', undefined],
  ['Not on DNC list', undefined],
  ['DNC check: passed', undefined],
  ['Not blocked', undefined],
  ['Suppression lifted', undefined],
  ['Failed to unsubscribe', undefined],
  ['Delivered, then opted out', undefined],
  ['Delivered; patient opted out, later calls blocked', undefined],
  ['Sent despite opt-out; filter error', undefined],
  ['Voicemail drop - do not call', undefined],
  ['Message was not sent, recipient opted out', 'blocked'],
  ['Undelivered: unsubscribed', 'blocked'],
  ['Unsubscribed by patient', 'opt_out'],
  ['Patient opted out', 'opt_out'],
  ['Opt-out requested', 'opt_out'],
  ['Replied', 'replied'],
  ['Opened', 'delivered'],
  ['Link clicked', 'delivered'],
  ['Unsubscribe link clicked', 'opt_out'],
] as const)('the status "%s" is read as %s', (text, meaning) => {
  expect(status(text)).toBe(meaning)
})

test('only an opt-out that is neither denied nor merely offered keeps a message back', () => {
  expect(refusal('Unsubscribed Address')).toBe('refused')
  expect(refusal('opt_out_text appended')).toBe('none')
  expect(refusal('recipient is not opted out')).toBe('unclear')
  expect(refusal('suppress-bounce')).toBe('none')
})

const texts = (header: string, ...rows: Array<string>) => ({ 'texts.csv': `${header}\n${rows.join('\n')}\n` })
const head = 'Sent At,Phone,Message,Status,Error Code,Details'

test('a message that arrived stays a contact whatever its details say of opting out, and codes count as whole cells alone', async () => {
  const { events } = await readLogs(
    texts(
      head,
      '2025-06-13T14:00:00Z,5125550101,Hi,Delivered,,opt-out footer present; recipient not opted out',
      '2025-06-13T14:01:00Z,5125550102,Hi,Delivered,21610,',
      '2025-06-13T14:02:00Z,5125550103,Hi,Failed,21610,',
      '2025-06-13T14:03:00Z,5125550104,Hi,Failed,,ticket 21610 of the carrier',
      '2025-06-13T14:04:00Z,5125550105,Hi,Failed,,Recipient has opted out',
      '2025-06-13T14:05:00Z,5125550106,Hi,Failed,,Recipient is not opted out',
    ),
  )
  expect(events.map(({ result }) => result)).toEqual([
    'delivered',
    'delivered',
    'blocked',
    'failed',
    'blocked',
    'failed',
  ])
})

test('a status that denies an opt-out is unclear: the row is rejected and its person does not pass beside it', async () => {
  const { files, undated } = await readLogs(texts(head, '2025-06-13T14:00:00Z,5125550101,Hi,Not opted out,,'))
  expect(files[0]!.rejected).toEqual([{ line: 2, why: 'the status holds a word that is not known' }])
  expect(undated).toMatchObject([{ kind: 'attempt', channel: 'sms' }])
})

test('whoever opened, answered or left by a message had been sent it', async () => {
  const { events, held } = await readLogs(
    texts(
      'Sent At,Email,Message,Status',
      '2025-06-13T14:00:00Z,a@example.com,Rate us,Opened',
      '2025-06-13T14:01:00Z,b@example.com,Rate us,Replied',
      '2025-06-13T14:02:00Z,c@example.com,Rate us,Unsubscribed',
    ),
  )
  expect(events.map(({ kind, result }) => [kind, result])).toEqual([
    ['attempt', 'delivered'],
    ['attempt', 'delivered'],
    ['attempt', 'sent'],
    ['opt_out', undefined],
  ])
  expect(held).toMatchObject([{ line: 3, rule: 'no-words' }])
})

test('the last event of a message is how it stands, and its own time is when the person left', async () => {
  const { events } = await readLogs(
    texts(
      'Message Id,Date Sent,Recipient Email,Last Event,Last Event Time',
      'm1,2025-06-13T14:00:00Z,a@example.com,open,2025-06-13T15:00:00Z',
      'm2,2025-06-13T14:00:00Z,b@example.com,unsubscribe,2025-06-14T15:00:00Z',
    ),
  )
  expect(events.map(({ kind, at }) => [kind, iso(at.min)])).toEqual([
    ['attempt', '2025-06-13T14:00:00.000Z'],
    ['attempt', '2025-06-13T14:00:00.000Z'],
    ['opt_out', '2025-06-14T15:00:00.000Z'],
  ])
})

test.each([
  ['20250613', '2025-06-13T05:00:00.000Z', '2025-06-14T04:59:59.999Z'],
  ['13JUN2025', '2025-06-13T05:00:00.000Z', '2025-06-14T04:59:59.999Z'],
  ['20250613 1405', '2025-06-13T19:05:00.000Z', '2025-06-13T19:05:00.000Z'],
  ['20250613T140500Z', '2025-06-13T14:05:00.000Z', '2025-06-13T14:05:00.000Z'],
  ['13JUN2025:14:05:00', '2025-06-13T19:05:00.000Z', '2025-06-13T19:05:00.000Z'],
])('the date %s is read', (text, min, max) => {
  const read = readInstant(text, { zone: 'America/Chicago' })!
  expect([iso(read.min), iso(read.max)]).toEqual([min, max])
})

test('no row of a list vanishes: dates of every form are read, and what cannot be dated is held for a person', async () => {
  const { files, events, held } = await readLogs({
    'opt-outs.csv':
      'Phone,Opt Out Date\n5125550101,20250613\n5125550102,13JUN2025\n5125550103,unknown\n5125550104,last spring\n5125550105,\n5125550106,never\n',
  })
  expect(events.filter(({ kind }) => kind === 'opt_out').map(({ line }) => line)).toEqual([2, 3])
  expect(held.map(({ line, rule }) => [line, rule])).toEqual([
    [4, 'time-unknown'],
    [5, 'time-unknown'],
  ])
  expect(files[0]).toMatchObject({ rows: 6, classified: 4, rejectedRows: 2 })
})

test('when an entry was last touched is not when its person left', async () => {
  const { events, held } = await readLogs({
    'opt-outs.csv': 'Phone,Opted Out,Last Updated,Last Call\n5125550101,yes,2025-08-01,2025-07-01\n',
  })
  expect(events.filter(({ kind }) => kind === 'opt_out')).toEqual([])
  expect(held).toMatchObject([{ line: 2, rule: 'time-unknown' }])
})

test('a reason that says somebody asked is held when its date is missing or unreadable', async () => {
  const { held } = await readLogs({
    'dnc.csv':
      'Phone,Reason,Unsubscribed At\n5125550101,Patient asked to stop,\n5125550102,Replied STOP,\n5125550103,DNC request,n/a\n5125550104,Not on DNC list,\n5125550105,,\n',
  })
  expect(held.map(({ line, rule }) => [line, rule])).toEqual([
    [2, 'time-unknown'],
    [3, 'time-unknown'],
    [4, 'time-unknown'],
  ])
})

test('a time of joining is not one of leaving', async () => {
  const { events, held } = await readLogs({
    'opt-outs.csv': 'Phone,Date Added,Opt Out Date\n5125550101,2025-01-02,\n5125550102,2025-01-02,2025-03-04\n',
  })
  expect(events.filter(({ kind }) => kind === 'opt_out').map(({ line }) => line)).toEqual([3])
  expect(held).toEqual([])
})

test('a bounce or a landline never hides that somebody asked, and a blocklist holds people', async () => {
  const kinds = async (name: string, text: string) =>
    (await readLogs({ [name]: text })).events.map(({ kind, line }) => `${line} ${kind}`)
  const reasons = [
    'Landline',
    'Bounced; opted out by reply',
    'Hard bounce: recipient rejected',
    'Invalid - do not email',
    'remove me please (old land line disconnected)',
  ]
  const rows = reasons.map((reason, at) => `512555010${at},2025-06-13,${reason}`).join('\n')
  expect(await kinds('suppression.csv', `Phone,Date Added,Reason\n${rows}\n`)).toEqual([
    '2 suppression_set',
    '3 opt_out',
    '3 suppression_set',
    '4 suppression_set',
    '5 opt_out',
    '5 suppression_set',
    '6 opt_out',
    '6 suppression_set',
  ])
  const plain = 'Phone,Date Added\n5125550101,2025-06-13\n'
  expect(await kinds('blocklist.csv', plain)).toEqual(['2 opt_out', '2 suppression_set'])
  expect(await kinds('bounces.csv', plain)).toEqual(['2 suppression_set'])
})

test('a direction nobody knows is rejected, both ends noted; words of an opt-out without a direction wait for a person', async () => {
  const { files, undated, events, held } = await readLogs(
    texts(
      'Date,From,To,Direction,Text,Status',
      '2025-06-13T14:00:00Z,5125550199,5125550101,sideways,Hi,Delivered',
      '2025-06-13T14:01:00Z,5125550102,5125550199,,please stop texting me,',
      '2025-06-13T14:02:00Z,5125550199,5125550103,,How was it? Reply STOP to opt out.,Delivered',
      '2025-06-13T14:03:00Z,5125550199,5125550104,,You have been unsubscribed. No more messages will be sent.,Sent',
    ),
  )
  expect(files[0]!.rejected).toEqual([{ line: 2, why: 'the direction holds a word that is not known' }])
  expect(undated.map(({ kind }) => kind)).toEqual(['attempt', 'attempt'])
  expect(held).toMatchObject([{ line: 3, rule: 'direction-unknown' }])
  expect(events.map(({ kind, line, purpose }) => [line, kind, purpose])).toEqual([
    [4, 'attempt', undefined],
    [5, 'attempt', 'optout_confirmation'],
  ])
})

test('rows that name their own kind keep the zone of their heading', async () => {
  const { events } = await readLogs(
    texts('Date Sent (UTC),Phone,Type,Channel,Status', '2025-06-13 14:00,5125550101,opt_out,SMS,'),
  )
  expect(events.map(({ kind, at }) => [kind, iso(at.min)])).toEqual([['opt_out', '2025-06-13T14:00:00.000Z']])
})

test('a point before zeros is a decimal only behind a whole number', () => {
  expect(normalisePhone('512.555.0000')).toBe('+15125550000')
  expect(normalisePhone('(512) 555.0000')).toBe('+15125550000')
  expect(normalisePhone('5125550101.0')).toBe('+15125550101')
  expect(normalisePhone("'+15125550101.00")).toBe('+15125550101')
})

test.each([
  ['Ringless Voicemail', 'voice'],
  ['voicemail', 'voice'],
  ['Email', 'email'],
  ['Direct Mail', 'mail'],
  ['Text message', 'sms'],
] as const)('the channel "%s" is %s', (word, channel) => {
  expect(channelOf(word)).toBe(channel)
})

test('leaving one topic of a mail platform is leaving; taking all of them back is coming back', async () => {
  const change = (line: number, unsubscribeAll: boolean, status: string) =>
    JSON.stringify({
      eventType: 'Subscription',
      mail: {
        timestamp: '2026-05-11T15:00:00Z',
        messageId: `s${line}`,
        destination: [`p${line}@example.com`],
      },
      subscription: {
        timestamp: '2026-05-11T16:00:00Z',
        source: 'UnsubscribeHeader',
        newTopicPreferences: {
          unsubscribeAll,
          topicSubscriptionStatus: [{ topicName: 'reviews', subscriptionStatus: status }],
        },
      },
    })
  const { events } = await readLogs({
    'ses.jsonl': `${[change(1, false, 'OptOut'), change(2, false, 'OptIn'), change(3, true, 'OptIn')].join('\n')}\n`,
  })
  expect(events.map(({ kind }) => kind)).toEqual(['opt_out', 'opt_in', 'opt_out'])
})

const profile = (email: unknown, sms: unknown) => ({
  attributes: {
    email: 'ann@example.com',
    phone_number: '+15125550101',
    subscriptions: { email: { marketing: email }, sms: { marketing: sms } },
  },
})

test('a consent taken back at no known time is held, by mail as by text', async () => {
  const { events, held } = await readLogs({
    'klaviyo.json': JSON.stringify({
      data: [
        profile({ consent: 'SUBSCRIBED' }, { consent: 'UNSUBSCRIBED' }),
        profile({ consent: 'UNSUBSCRIBED', consent_timestamp: '2026-05-11T16:00:00Z' }, { consent: 'SUBSCRIBED' }),
      ],
    }),
  })
  expect(held).toMatchObject([{ channel: 'sms', rule: 'time-unknown' }])
  expect(events.map(({ kind, channel }) => [kind, channel])).toEqual([
    ['opt_out', 'email'],
    ['suppression_set', 'email'],
  ])
})

test('leaving one list says nothing of when all mail was stopped', async () => {
  const marketing = {
    consent: 'UNSUBSCRIBED',
    consent_timestamp: '2026-02-11T16:00:00Z',
    list_suppressions: [{ list_id: 'L', reason: 'USER_UNSUBSCRIBED', timestamp: '2026-03-11T16:00:00Z' }],
  }
  const { events } = await readLogs({
    'klaviyo.json': JSON.stringify({ data: [profile(marketing, { consent: 'SUBSCRIBED' })] }),
  })
  const left = events.filter(({ kind }) => kind === 'opt_out').map(({ at }) => iso(at.min))
  expect(left.sort()).toEqual(['2026-02-11T16:00:00.000Z', '2026-03-11T16:00:00.000Z'])
})

test('nobody a message went to is left out for another one, however many they are', async () => {
  const message = (id: string, direction: string, recipients: Array<unknown>) => ({
    id,
    direction,
    type: 'sms',
    originator: 'Practice',
    body: 'Rate us',
    createdDatetime: '2026-05-18T10:00:00+02:00',
    recipients: { items: recipients },
  })
  const one = (at: number, status: string) => ({ recipient: 15125550100 + at, status, statusDatetime: 'x', more: {} })
  const crowd = Array.from({ length: 400 }, (_, at) => one(at, 'delivered'))
  const { events, undated, files } = await readLogs({
    'bird.json': JSON.stringify({
      items: [
        message('m1', 'mt', crowd),
        message('m2', 'mt', [one(1, 'delivered'), one(2, 'elsewhere'), one(3, 'delivered')]),
        message('m3', 'mt', [one(4, 'delivered'), { recipient: 12, status: 'delivered' }]),
        message('m4', 'xx', [one(5, 'delivered')]),
      ],
    }),
  })
  expect(events).toHaveLength(400)
  expect(undated).toHaveLength(3 + 1 + 1)
  expect(files[0]).toMatchObject({ rows: 4, classified: 1, rejectedRows: 3 })
})

test('the order of day and month is not taken from a platform that does not document it', async () => {
  const row = 'Sent,03-06-2025 14:00:00,Hi,a@example.com,ann@example.com,,<m1>,'
  const { files } = await readLogs({ 'brevo.csv': `st_text,ts,sub,frm,email,tag,mid,link\n${row}\n` })
  expect(files[0]).toMatchObject({ format: 'brevo-log', classified: 0, rejectedRows: 1 })
})

test('a call to a number that is not on the list was made', async () => {
  const { events } = await readLogs({
    'calls.csv':
      'Call Date,Phone Number,Campaign,Disposition\n2025-06-13 14:00,5125550101,Reviews,Not on DNC list - answered\n2025-06-13 14:05,5125550102,Reviews,Skipped: on DNC list\n',
  })
  expect(events.filter(({ kind }) => kind === 'attempt').map(({ result }) => result)).toEqual(['answered', 'blocked'])
})
