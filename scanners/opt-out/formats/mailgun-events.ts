import { cell, type LogFormat, type RowEvent, timeOf } from '../row.ts'

/** Mailgun events, from the API or the webhook (`event-data`). https://documentation.mailgun.com/docs/mailgun/user-manual/events */
export const mailgunEvents: LogFormat = {
  id: 'mailgun-events',
  title: 'Mailgun events',
  requires: [
    ['event', 'eventdata.event'],
    ['timestamp', 'eventdata.timestamp'],
    ['recipient', 'eventdata.recipient'],
    ['id', 'eventdata.id'],
  ],
  excludes: ['sgeventid', 'kind'],
  read(row) {
    const event = cell(row, 'event', 'eventdata.event')?.toLowerCase() ?? ''
    const time = timeOf(row, 'timestamp', 'eventdata.timestamp')
    const messageId = cell(row, 'message.headers.messageid', 'eventdata.message.headers.messageid', 'messageid')
    const base = {
      channel: 'email' as const,
      time,
      emails: [cell(row, 'recipient', 'eventdata.recipient')],
      providerRef: messageId,
    }
    // An event id is unique only within its day, so it is never used alone.
    const attempt = (more: Partial<RowEvent>): Array<RowEvent> => [{ ...base, kind: 'attempt', ...more }]
    switch (event) {
      case 'unsubscribed':
      case 'complained':
        return [{ ...base, kind: 'opt_out', by: 'recipient' }]
      case 'opened':
      case 'clicked':
      case 'stored':
        return []
      case 'accepted':
        return attempt({ result: 'accepted' })
      case 'delivered':
        return attempt({ result: 'delivered', deliveryOnly: true })
      case 'failed':
      case 'rejected':
        return /suppress-(?:unsubscribe|complaint)/i.test(cell(row, 'reason', 'eventdata.reason') ?? '')
          ? attempt({ result: 'blocked' })
          : attempt({ result: 'failed' })
      default:
        return 'the column event holds a word that is not known'
    }
  },
}
