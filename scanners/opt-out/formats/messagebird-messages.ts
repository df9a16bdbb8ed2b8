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
    const direction = cell(row, 'direction')?.toLowerCase()
    if (direction === 'mo') {
      const phones = [cell(row, 'originator')]
      return [{ ...base, kind: 'inbound', phones, text, providerRef: cell(row, 'id') }]
    }
    const contacts: Array<RowEvent> = []
    let unknown = direction === 'mt' ? undefined : 'direction'
    for (let at = 0; ; at++) {
      const phone = cell(row, `recipients.items.${at}.recipient`)
      if (phone === undefined) break
      const result = results[cell(row, `recipients.items.${at}.status`)?.toLowerCase() ?? '']
      if (result === undefined) unknown ??= 'status'
      contacts.push({
        ...base,
        kind: 'attempt',
        result,
        phones: [phone],
        providerRef: `${cell(row, 'id')} ${at}`,
        from: cell(row, 'originator'),
        ...purposeOf(text),
      })
    }
    // One message went to all of them, so what cannot be told of one row leaves none of its people out.
    return unknown === undefined ? contacts : { why: `the column ${unknown} holds a word that is not known`, contacts }
  },
}
