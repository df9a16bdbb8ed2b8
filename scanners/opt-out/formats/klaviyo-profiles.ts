import { cell, type LogFormat, type Row, type RowEvent } from '../row.ts'

const root = ['attributes.subscriptions', 'subscriptions']

function marketing(row: Row, kind: 'email' | 'sms'): string | undefined {
  return root
    .map((name) => `${name}.${kind}.marketing`)
    .find((name) => [...row.cells.keys()].some((key) => key.startsWith(`${name}.`)))
}

/** Klaviyo profiles with their subscriptions; suppressions carry their own times. https://developers.klaviyo.com/en/reference/get_profiles */
export const klaviyoProfiles: LogFormat = {
  id: 'klaviyo-profiles',
  title: 'Klaviyo profiles',
  requires: [
    ['attributes.email', 'attributes.phonenumber', 'email', 'phonenumber'],
    [...root.flatMap((name) => [`${name}.email.marketing.consent`, `${name}.sms.marketing.consent`])],
  ],
  read(row) {
    const events: Array<RowEvent> = []
    for (const kind of ['email', 'sms'] as const) {
      const path = marketing(row, kind)
      if (path === undefined) continue
      const address =
        kind === 'email'
          ? { emails: [cell(row, 'attributes.email', 'email')] }
          : { phones: [cell(row, 'attributes.phonenumber', 'phonenumber')] }
      for (let at = 0; cell(row, `${path}.suppression.${at}.reason`) !== undefined; at++) {
        const reason = cell(row, `${path}.suppression.${at}.reason`) ?? ''
        const column = `${path}.suppression.timestamp`
        const time = { column, text: cell(row, `${path}.suppression.${at}.timestamp`) ?? '' }
        const base = { ...address, channel: kind, time }
        if (!/bounce|invalid/i.test(reason)) {
          const by = /unsub|spam|stop/i.test(reason) ? ('recipient' as const) : ('staff' as const)
          events.push({ ...base, kind: 'opt_out', by })
        }
        events.push({ ...base, kind: 'suppression_set' })
      }
      // Texts keep no list of suppressions: the consent itself is taken back.
      const taken = cell(row, `${path}.consent`)?.toUpperCase() === 'UNSUBSCRIBED'
      const text = cell(row, `${path}.consenttimestamp`, `${path}.lastupdated`)
      if (kind === 'sms' && taken && text !== undefined) {
        const base = { ...address, channel: kind, time: { column: `${path}.consenttimestamp`, text } }
        events.push({ ...base, kind: 'opt_out', by: 'recipient' }, { ...base, kind: 'suppression_set' })
      }
    }
    return events
  },
}
