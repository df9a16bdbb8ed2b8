import { cell, type LogFormat, timeOf } from '../row.ts'

/** Log of Twilio's inbound webhook parameters. https://www.twilio.com/docs/messaging/guides/webhook-request */
export const twilioInbound: LogFormat = {
  id: 'twilio-inbound',
  title: 'Twilio inbound webhooks',
  requires: [
    ['messagesid', 'smssid', 'smsmessagesid'],
    ['accountsid'],
    ['from'],
    ['to'],
    ['body'],
    ['nummedia', 'numsegments', 'optouttype'],
  ],
  // A log of both ways has a status or a direction; a webhook carries neither.
  excludes: ['direction', 'status', 'messagestatus', 'datesent', 'sentdate', 'errorcode'],
  read(row) {
    const time = timeOf(row, 'timestamp', 'receivedat', 'datecreated', 'datesent', 'createdat', 'time')
    const base = {
      channel: 'sms' as const,
      time,
      phones: [cell(row, 'from')],
      providerRef: cell(row, 'messagesid', 'smssid', 'smsmessagesid'),
    }
    // OptOutType comes only with Advanced Opt-Out: Twilio itself has then blocked this pair of numbers.
    switch (cell(row, 'optouttype')?.toUpperCase()) {
      case 'STOP':
        return [{ ...base, kind: 'opt_out', by: 'recipient' }]
      case 'START':
        return [{ ...base, kind: 'opt_in', by: 'recipient' }]
      default:
        return [{ ...base, kind: 'inbound', text: cell(row, 'body') ?? '' }]
    }
  },
}
