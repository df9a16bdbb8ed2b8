import type { Result } from '../event.ts'
import { purposeOf } from '../outbound-text.ts'
import { cell, type Row, type RowEvent, timeOf } from '../row.ts'

const results: Record<string, Result> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

/** 21610: recipient unsubscribed; 30004: message blocked. Twilio error dictionary. */
const blockCodes = new Set(['21610', '30004'])

/** One message of Twilio's Message resource, however it was exported. */
export function readTwilioMessage(row: Row): ReadonlyArray<RowEvent> | string {
  const direction = cell(row, 'direction')?.toLowerCase()
  if (direction === undefined) return 'the column direction is empty'
  const inbound = direction.startsWith('inbound')
  const status = cell(row, 'status')?.toLowerCase() ?? ''
  const channel = /^whatsapp:/i.test(cell(row, 'to') ?? '') ? 'whatsapp' : 'sms'
  const time = timeOf(row, 'datesent', 'sentdate', 'datecreated')
  const providerRef = cell(row, 'sid')
  if (inbound)
    return [
      {
        kind: 'inbound',
        channel,
        time,
        providerRef,
        phones: [cell(row, 'from')],
        from: cell(row, 'to'),
        text: cell(row, 'body') ?? '',
      },
    ]
  if (!direction.startsWith('outbound')) return 'the column direction holds neither inbound nor outbound'
  const blocked = blockCodes.has(cell(row, 'errorcode') ?? '')
  const result = blocked ? 'blocked' : results[status]
  if (result === undefined) return 'the column status holds a word that is not known'
  // date_created is when it was queued; a blocked or failed message never gets a date_sent.
  return [
    {
      kind: 'attempt',
      channel,
      time,
      result,
      providerRef,
      phones: [cell(row, 'to')],
      from: cell(row, 'messagingservicesid', 'from'),
      ...purposeOf(cell(row, 'body')),
    },
  ]
}
