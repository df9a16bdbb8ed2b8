import { purposeOf } from '../outbound-text.ts'
import { cell, type LogFormat, timeOf } from '../row.ts'

/** Bandwidth messaging callbacks. https://dev.bandwidth.com/docs/messaging/webhooks/ */
export const bandwidthMessages: LogFormat = {
  id: 'bandwidth-messages',
  title: 'Bandwidth message callbacks',
  requires: [['type'], ['time'], ['message.id'], ['message.direction'], ['message.applicationid', 'message.owner']],
  read(row) {
    const time = timeOf(row, 'message.time', 'time')
    const providerRef = cell(row, 'message.id')
    const text = cell(row, 'message.text')
    if (cell(row, 'type') === 'message-received') {
      return [
        { kind: 'inbound', channel: 'sms', time, providerRef, phones: [cell(row, 'message.from')], text: text ?? '' },
      ]
    }
    const base = {
      kind: 'attempt' as const,
      channel: 'sms' as const,
      time,
      providerRef,
      phones: [cell(row, 'to', 'message.to.0')],
      from: cell(row, 'message.owner', 'message.from'),
      ...purposeOf(text),
    }
    switch (cell(row, 'type')) {
      case 'message-sending':
      case 'message-sent':
        return [{ ...base, result: 'sent' }]
      case 'message-delivered':
        return [{ ...base, result: 'delivered' }]
      case 'message-failed':
        // 4470 and 4770 are the codes Bandwidth documents for a rejection as spam or by an opt-out.
        return [
          {
            ...base,
            result: /opt(?:ed)?[- ]?out|unsubscrib/i.test(cell(row, 'description') ?? '') ? 'blocked' : 'failed',
          },
        ]
      default:
        return 'the column type holds a word that is not known'
    }
  },
}
