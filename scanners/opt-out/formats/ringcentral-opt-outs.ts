import { cell, type LogFormat, timeOf } from '../row.ts'

/** RingCentral A2P SMS opt-outs; `active` false means it was lifted. https://developers.ringcentral.com/guide/messaging/sms/high-volume/opt-out */
export const ringcentralOptOuts: LogFormat = {
  id: 'ringcentral-opt-outs',
  title: 'RingCentral opt-outs',
  requires: [
    ['from'],
    ['to'],
    ['active', 'status', 'optstatus'],
    // Any text log has senders, recipients and a status; only this list says who changed it.
    ['active', 'optstatus', 'source'],
    ['creationtime', 'timestamp', 'createdat', 'lastmodifiedtime', 'time'],
  ],
  excludes: [
    'reason',
    'scope',
    'sid',
    'kind',
    'body',
    'direction',
    'keyword',
    'messageid',
    'messagesid',
    'text',
    'type',
  ],
  read(row) {
    const base = {
      channel: 'sms' as const,
      time: timeOf(row, 'creationtime', 'timestamp', 'createdat', 'lastmodifiedtime', 'time'),
      phones: [cell(row, 'to')],
      from: cell(row, 'from'),
    }
    const active = cell(row, 'active', 'optstatus', 'status')?.toLowerCase()
    if (active === 'true' || active === 'optout' || active === 'active')
      return [
        { ...base, kind: 'opt_out', by: 'recipient' },
        { ...base, kind: 'suppression_set' },
      ]
    return active === 'false' || active === 'optin'
      ? [{ ...base, kind: 'suppression_cleared' }]
      : 'the column active holds neither true nor false'
  },
}
