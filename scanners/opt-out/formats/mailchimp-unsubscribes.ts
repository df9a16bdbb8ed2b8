import { cell, type LogFormat, timeOf } from '../row.ts'

/** Mailchimp campaign report, list of those who unsubscribed. https://mailchimp.com/developer/marketing/api/unsub-reports/ */
export const mailchimpUnsubscribes: LogFormat = {
  id: 'mailchimp-unsubscribes',
  title: 'Mailchimp unsubscribe report',
  requires: [['emailid'], ['emailaddress'], ['timestamp'], ['listid', 'campaignid']],
  read(row) {
    const base = {
      channel: 'email' as const,
      time: timeOf(row, 'timestamp'),
      emails: [cell(row, 'emailaddress')],
      from: cell(row, 'listid'),
    }
    return [
      { ...base, kind: 'opt_out' },
      { ...base, kind: 'suppression_set' },
    ]
  },
}
