import { cell, type LogFormat, timeOf } from '../row.ts'

/** SendGrid unsubscribe lists, JSON or CSV: created (unix seconds) and email. https://www.twilio.com/docs/sendgrid/api-reference/suppressions-global-suppressions */
export const sendgridSuppressions: LogFormat = {
  id: 'sendgrid-suppressions',
  title: 'SendGrid suppressions',
  requires: [['email'], ['created']],
  // A reason stands in the lists of bounces and blocks, which nobody asked for; names stand in lists of contacts.
  excludes: ['event', 'kind', 'status', 'channel', 'unsubtime', 'reason', 'firstname', 'lastname', 'name', 'phone'],
  read(row) {
    const base = { channel: 'email' as const, time: timeOf(row, 'created'), emails: [cell(row, 'email')] }
    // The stamp of a list is both the request and the moment the list held it.
    return [
      { ...base, kind: 'opt_out' },
      { ...base, kind: 'suppression_set' },
    ]
  },
}
