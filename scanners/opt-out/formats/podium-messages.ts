import { purposeOf } from '../outbound-text.ts'
import { cell, type LogFormat, timeOf } from '../row.ts'

/** Podium message webhooks: message.sent, message.received, message.failed. https://docs.podium.com/docs/webhooks */
export const podiumMessages: LogFormat = {
  id: 'podium-messages',
  title: 'Podium messages',
  requires: [
    ['metadata.eventtype', 'eventtype', 'type'],
    ['data.conversation.channel.identifier', 'conversation.channel.identifier', 'data.channel.identifier'],
    ['data.createdat', 'createdat', 'data.items.0.createdat'],
  ],
  read(row) {
    const type = cell(row, 'metadata.eventtype', 'eventtype', 'type') ?? ''
    const identifier = cell(
      row,
      'data.conversation.channel.identifier',
      'conversation.channel.identifier',
      'data.channel.identifier',
    )
    const email = identifier?.includes('@') ?? false
    const who = email ? { emails: [identifier] } : { phones: [identifier] }
    const text = cell(row, 'data.body', 'data.items.0.body', 'body')
    const base = {
      ...who,
      channel: email ? ('email' as const) : ('sms' as const),
      time: timeOf(row, 'data.createdat', 'data.items.0.createdat', 'createdat'),
      providerRef: cell(row, 'data.uid', 'uid'),
    }
    if (type === 'message.received') return [{ ...base, kind: 'inbound', text: text ?? '' }]
    if (type === 'message.sent') return [{ ...base, kind: 'attempt', result: 'sent', ...purposeOf(text) }]
    if (type === 'message.failed') {
      return [
        {
          ...base,
          kind: 'attempt',
          result: /opt(?:ed)?[ _-]?out|unsubscrib/i.test(
            cell(row, 'data.failurereason', 'data.items.0.failurereason') ?? '',
          )
            ? 'blocked'
            : 'failed',
        },
      ]
    }
    return 'the event type is not known'
  },
}
