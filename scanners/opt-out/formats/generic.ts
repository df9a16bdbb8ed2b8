import { dispositionEvents } from '../disposition.ts'
import { type Channel, channels, eventKinds, type Result } from '../event.ts'
import { purposeOf } from '../outbound-text.ts'
import { cell, type LogFormat, type Row, type RowEvent } from '../row.ts'

/** Names by which columns of unknown exports are found; folded, so case, spaces, `_` and `-` do not matter. */
export const aliases = {
  time: [
    'datesent',
    'sentdate',
    'sentat',
    'timestamp',
    'ts',
    'occurredat',
    'createdat',
    'datetime',
    'calltime',
    'starttime',
    'date',
    'time',
    'senttime',
    'eventtime',
    'messagedate',
    'calldate',
    'optoutdate',
    'unsubscribedat',
    'unsubscribedate',
    'dateadded',
    'created',
    'when',
    'fecha',
  ],
  to: [
    'to',
    'recipient',
    'msisdn',
    'phone',
    'mobile',
    'number',
    'dnis',
    'destination',
    'email',
    'emailaddress',
    'phonenumber',
    'cell',
    'cellphone',
    'contact',
    'patientphone',
    'patientemail',
    'tonumber',
    'telefono',
    'correo',
  ],
  from: ['from', 'sender', 'ani', 'callerid', 'owner', 'fromnumber'],
  body: [
    'body',
    'text',
    'message',
    'content',
    'note',
    'notes',
    'comment',
    'comments',
    'dispositionnote',
    'reply',
    'mensaje',
  ],
  status: ['status', 'result', 'outcome', 'disposition', 'state', 'event', 'callresult', 'deliverystatus'],
  id: ['sid', 'messageid', 'id', 'callid', 'sgmessageid', 'externalmessageid'],
  patient: ['patientid', 'contactid', 'mrn', 'externalid', 'patient', 'patientnumber'],
  direction: ['direction', 'inout', 'type'],
  channel: ['channel', 'medium', 'channeltype', 'mode'],
  kind: ['kind', 'eventkind', 'rowtype'],
} satisfies Record<string, ReadonlyArray<string>>

const statusWords: ReadonlyArray<readonly [RegExp, Result]> = [
  [/block|suppress|opted?[ _-]?out|unsubscribed recipient|dnc/i, 'blocked'],
  [/undeliver|fail|bounce|invalid|error|reject|dropped/i, 'failed'],
  [/deliver|read|open/i, 'delivered'],
  [/voicemail|machine/i, 'voicemail'],
  [/no[ _-]?answer|busy|missed/i, 'no_answer'],
  [/answer|connect|complete|talked/i, 'answered'],
  [/queue|accept|schedul|pending/i, 'accepted'],
  [/sent|send|ok|success/i, 'sent'],
]
const channelWords: ReadonlyArray<readonly [RegExp, Channel]> = [
  [/whats/i, 'whatsapp'],
  [/sms|text|mms/i, 'sms'],
  [/mail$|^e-?mail|email/i, 'email'],
  [/voice|call|phone|dial/i, 'voice'],
  [/push/i, 'push'],
  [/letter|post/i, 'mail'],
]

function channelOf(word: string | undefined): Channel | undefined {
  if (word === undefined) return undefined
  return (
    channels.find((channel) => channel === word.toLowerCase()) ??
    channelWords.find(([pattern]) => pattern.test(word))?.[1]
  )
}

/** The reader of a file no format claims and nobody has explained: columns by alias, never by position. */
export function genericFormat(): LogFormat {
  const columns = (role: keyof typeof aliases): ReadonlyArray<string> => aliases[role]
  const find = (row: Row, role: keyof typeof aliases) => cell(row, ...columns(role))
  return {
    id: 'generic',
    title: 'Table read by its column names',
    requires: [columns('time'), columns('to'), [...columns('channel'), ...columns('kind'), 'disposition', 'callid']],
    read(row) {
      const timeColumn = columns('time').find((name) => cell(row, name) !== undefined)
      const time = timeColumn === undefined ? undefined : { column: timeColumn, text: row.cells.get(timeColumn)! }
      const to = find(row, 'to')
      const outward = to?.includes('@') ? { emails: [to] } : { phones: [to] }
      const status = find(row, 'status')
      const channel = channelOf(find(row, 'channel')) ?? (to?.includes('@') ? 'email' : undefined)
      const named = eventKinds.find((known) => known === find(row, 'kind')?.toLowerCase())
      const shared = { time, patients: [find(row, 'patient')], providerRef: find(row, 'id') }
      if (named !== undefined && named !== 'attempt') return [{ ...shared, ...outward, kind: named, channel }]
      const inbound = /^in(?:bound|coming)?$|received|reply/i.test(find(row, 'direction') ?? '')
      const text = find(row, 'body')
      if (inbound) {
        const from = find(row, 'from') ?? to
        return [
          {
            ...shared,
            ...(from?.includes('@') ? { emails: [from] } : { phones: [from] }),
            kind: 'inbound',
            channel,
            text: text ?? '',
          },
        ]
      }
      if (
        status !== undefined &&
        /^(?:unsubscribed?|opt(?:ed)?[ _-]?out|stop|spam ?report|complained?)$/i.test(status)
      ) {
        return [{ ...shared, ...outward, kind: 'opt_out', channel }]
      }
      if (cell(row, 'disposition', 'callresult') !== undefined && (channel === undefined || channel === 'voice')) {
        const events = dispositionEvents({
          time,
          phone: to,
          outbound: true,
          disposition: cell(row, 'disposition', 'callresult')!,
          note: text,
          providerRef: shared.providerRef,
          from: find(row, 'from'),
        })
        return typeof events === 'string'
          ? events
          : events.map((event): RowEvent => ({ ...event, patients: shared.patients }))
      }
      if (channel === undefined) return 'no column names the channel'
      const result = status === undefined ? undefined : statusWords.find(([pattern]) => pattern.test(status))?.[1]
      if (status !== undefined && result === undefined) return 'the status holds a word that is not known'
      return [{ ...shared, ...outward, kind: 'attempt', channel, result, from: find(row, 'from'), ...purposeOf(text) }]
    },
  }
}
