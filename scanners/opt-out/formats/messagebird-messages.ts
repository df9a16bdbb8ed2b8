import type { Result } from '../event.ts'
import { purposeOf } from '../outbound-text.ts'
import { cell, type LogFormat, type RowEvent, timeOf } from '../row.ts'

const results: Record<string, Result> = {
  scheduled: 'accepted',
  buffered: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  delivery_failed: 'failed',
  expired: 'failed',
}

/** MessageBird (Bird) messages: one message to several recipients. https://developers.messagebird.com/api/sms-messaging/ */
export const messagebirdMessages: LogFormat = {
  id: 'messagebird-messages',
  title: 'MessageBird messages',
  requires: [['id'], ['direction'], ['originator'], ['createddatetime'], ['recipients.items.0.recipient']],
  read(row) {
    const text = cell(row, 'body') ?? ''
    const base = { channel: 'sms' as const, time: timeOf(row, 'scheduleddatetime', 'createddatetime') }
    if (cell(row, 'direction') === 'mo') {
      const phones = [cell(row, 'originator')]
      return [{ ...base, kind: 'inbound', phones, text, providerRef: cell(row, 'id') }]
    }
    const events: Array<RowEvent> = []
    for (let at = 0; ; at++) {
      const phone = cell(row, `recipients.items.${at}.recipient`)
      if (phone === undefined) return events
      const result = results[cell(row, `recipients.items.${at}.status`)?.toLowerCase() ?? '']
      const contact: RowEvent = {
        ...base,
        kind: 'attempt',
        result,
        phones: [phone],
        providerRef: `${cell(row, 'id')} ${at}`,
        from: cell(row, 'originator'),
        ...purposeOf(text),
      }
      if (result === undefined) return { why: 'the column status holds a word that is not known', contact }
      events.push(contact)
    }
  },
}
