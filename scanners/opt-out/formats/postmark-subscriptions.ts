import { cell, type LogFormat, timeOf } from '../row.ts'

/** Postmark SubscriptionChange webhook. https://postmarkapp.com/developer/webhooks/subscription-change-webhook */
export const postmarkSubscriptions: LogFormat = {
  id: 'postmark-subscriptions',
  title: 'Postmark subscription changes',
  requires: [['recordtype'], ['changedat'], ['recipient'], ['suppresssending']],
  read(row) {
    const by = cell(row, 'origin')?.toLowerCase() === 'recipient' ? ('recipient' as const) : ('staff' as const)
    const base = {
      channel: 'email' as const,
      time: timeOf(row, 'changedat'),
      emails: [cell(row, 'recipient')],
      from: cell(row, 'messagestream'),
      by,
    }
    if (cell(row, 'suppresssending')?.toLowerCase() === 'true') {
      // A hard bounce stops sending too, but nobody asked for it.
      return cell(row, 'suppressionreason') === 'HardBounce'
        ? [{ ...base, kind: 'suppression_set' }]
        : [
            { ...base, kind: 'opt_out' },
            { ...base, kind: 'suppression_set' },
          ]
    }
    return by === 'recipient' ? [{ ...base, kind: 'opt_in' }] : [{ ...base, kind: 'suppression_cleared' }]
  },
}
