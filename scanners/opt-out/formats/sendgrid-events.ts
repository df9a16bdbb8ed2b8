import type { Result } from '../event.ts'
import { cell, type LogFormat, timeOf } from '../row.ts'

const results: Record<string, Result> = {
  processed: 'accepted',
  deferred: 'accepted',
  delivered: 'delivered',
  bounce: 'failed',
  dropped: 'failed',
  blocked: 'failed',
}

/** SendGrid Event Webhook, JSON. https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export const sendgridEvents: LogFormat = {
  id: 'sendgrid-events',
  title: 'SendGrid events',
  requires: [['email'], ['timestamp'], ['event'], ['sgeventid', 'sgmessageid']],
  read(row) {
    const event = cell(row, 'event')?.toLowerCase() ?? ''
    const providerRef = cell(row, 'sgmessageid')?.split('.')[0]
    const base = {
      channel: 'email' as const,
      time: timeOf(row, 'timestamp'),
      emails: [cell(row, 'email')],
      from: cell(row, 'asmgroupid'),
    }
    const eventRef = cell(row, 'sgeventid')
    switch (event) {
      case 'unsubscribe':
      case 'group_unsubscribe':
      case 'spamreport':
        return [{ ...base, kind: 'opt_out', by: 'recipient', providerRef: eventRef }]
      case 'group_resubscribe':
      case 'resubscribe':
        return [{ ...base, kind: 'opt_in', by: 'recipient', providerRef: eventRef }]
      case 'open':
      case 'click':
        return []
    }
    const suppressed = event === 'dropped' && /unsubscrib|spam report/i.test(cell(row, 'reason') ?? '')
    const result = suppressed ? 'blocked' : results[event]
    if (result === undefined) return 'the column event holds a word that is not known'
    // "delivered" and "bounce" carry the time of arrival; the hand-over is the message's "processed" row.
    return [
      {
        ...base,
        kind: 'attempt',
        result,
        providerRef,
        ...((event === 'delivered' || event === 'bounce') && { deliveryOnly: true }),
      },
    ]
  },
}
