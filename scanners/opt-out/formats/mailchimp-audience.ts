import { cell, type LogFormat, timeOf } from '../row.ts'

const address = ['emailaddress', 'email', 'correo']

/** A Mailchimp audience export: `subscribed_`, `unsubscribed_` and `cleaned_` CSV. https://mailchimp.com/help/view-export-contacts/ */
export const mailchimpAudience: LogFormat = {
  id: 'mailchimp-audience',
  title: 'Mailchimp audience export',
  requires: [address, ['memberrating'], ['optintime', 'confirmtime']],
  read(row) {
    const base = { channel: 'email' as const, emails: [cell(row, ...address)], providerRef: cell(row, 'leid') }
    const left = timeOf(row, 'unsubtime')
    if (left !== undefined)
      return [
        { ...base, kind: 'opt_out', time: left },
        { ...base, kind: 'suppression_set', time: left },
      ]
    // A contact that was cleaned bounced; it neither opted out nor in.
    const joined = timeOf(row, 'confirmtime', 'optintime')
    return joined === undefined ? [] : [{ ...base, kind: 'consent', time: joined }]
  },
}
