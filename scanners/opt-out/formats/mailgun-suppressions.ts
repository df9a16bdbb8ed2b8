import { cell, type LogFormat, timeOf } from '../row.ts'

/** Mailgun unsubscribes and complaints: address, tags, created_at (RFC 2822). https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/unsubscribe */
export const mailgunSuppressions: LogFormat = {
  id: 'mailgun-suppressions',
  title: 'Mailgun suppressions',
  requires: [['address'], ['createdat'], ['tags', 'tags.0', 'tag']],
  read(row) {
    const base = { channel: 'email' as const, time: timeOf(row, 'createdat'), emails: [cell(row, 'address')] }
    return [
      { ...base, kind: 'opt_out' },
      { ...base, kind: 'suppression_set' },
    ]
  },
}
