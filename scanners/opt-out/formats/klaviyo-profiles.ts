import { cell, type LogFormat, type Row, type RowEvent, timeOf } from '../row.ts'

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
      let left = false
      for (const list of ['suppression', 'listsuppressions']) {
        for (let at = 0; cell(row, `${path}.${list}.${at}.reason`) !== undefined; at++) {
          const reason = cell(row, `${path}.${list}.${at}.reason`) ?? ''
          const column = `${path}.suppression.timestamp`
          const time = { column, text: cell(row, `${path}.${list}.${at}.timestamp`) ?? '' }
          const base = { ...address, channel: kind, time }
          if (!/bounce|invalid/i.test(reason)) {
            const by = /unsub|spam|stop/i.test(reason) ? ('recipient' as const) : ('staff' as const)
            events.push({ ...base, kind: 'opt_out', by })
            if (list === 'suppression') left = true
          }
          // One list of several: the others go on.
          if (list === 'suppression') events.push({ ...base, kind: 'suppression_set' })
        }
      }
      // A consent taken back without an entry that says when, one list apart: its own time, or none, which a person has to
      // find out.
      if (left || cell(row, `${path}.consent`)?.toUpperCase() !== 'UNSUBSCRIBED') continue
      const time = timeOf(row, `${path}.consenttimestamp`, `${path}.timestamp`)
      const base = { ...address, channel: kind, time }
      events.push({ ...base, kind: 'opt_out', by: 'recipient' }, { ...base, kind: 'suppression_set' })
    }
    return events
  },
}
