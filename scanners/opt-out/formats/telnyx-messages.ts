import { purposeOf } from '../outbound-text.ts'
import { cell, type LogFormat, timeOf } from '../row.ts'

/** Telnyx messaging webhooks. https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks */
export const telnyxMessages: LogFormat = {
  id: 'telnyx-messages',
  title: 'Telnyx message events',
  requires: [
    ['data.eventtype', 'eventtype'],
    ['data.occurredat', 'occurredat'],
    ['data.payload.direction', 'payload.direction'],
    ['data.payload.from.phonenumber', 'payload.from.phonenumber'],
  ],
  read(row) {
    const at = (name: string) => [`data.${name}`, name] as const
    const time = timeOf(row, ...at('payload.sentat'), ...at('occurredat'))
    const type = cell(row, ...at('eventtype')) ?? ''
    const providerRef = cell(row, ...at('payload.id'))
    const text = cell(row, ...at('payload.text'))
    if (type === 'message.received') {
      return [
        {
          kind: 'inbound',
          channel: 'sms',
          time,
          providerRef,
          phones: [cell(row, ...at('payload.from.phonenumber'))],
          text: text ?? '',
        },
      ]
    }
    const errors = cell(row, ...at('payload.errors.0.code'))
    const status = cell(row, ...at('payload.to.0.status')) ?? ''
    const phones = [cell(row, ...at('payload.to.0.phonenumber'))]
    const from = cell(row, ...at('payload.messagingprofileid'), ...at('payload.from.phonenumber'))
    const base = {
      kind: 'attempt' as const,
      channel: 'sms' as const,
      time,
      providerRef,
      phones,
      from,
      ...purposeOf(text),
    }
    // 40300: blocked by an opt-out of this messaging profile.
    if (errors === '40300') return [{ ...base, result: 'blocked' }]
    if (type === 'message.sent') return [{ ...base, result: 'accepted' }]
    if (type !== 'message.finalized') return 'the column event_type holds a word that is not known'
    return [{ ...base, result: /fail/.test(status) ? 'failed' : status === 'delivered' ? 'delivered' : 'sent' }]
  },
}
