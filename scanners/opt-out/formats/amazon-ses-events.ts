import type { Result } from '../event.ts'
import { cell, type LogFormat, type Row, type RowEvent, timeOf } from '../row.ts'

const results: Record<string, Result> = {
  send: 'accepted',
  delivery: 'delivered',
  deliverydelay: 'accepted',
  reject: 'failed',
  bounce: 'failed',
}

/** What stands at a place of each item of a list: `mail.destination`, an event's own people, topics. */
function eachOf(row: Row, path: string, end = ''): Array<string> {
  const found: Array<string> = []
  for (let at = 0; ; at++) {
    const one = cell(row, `${path}.${at}${end}`)
    if (one === undefined) return found
    found.push(one)
  }
}

/** One topic left is an opt-out like all of them; only who is left in everything came back. */
function hasLeft(row: Row): boolean {
  const all = cell(row, 'subscription.newtopicpreferences.unsubscribeall')?.toLowerCase()
  const topics = eachOf(row, 'subscription.newtopicpreferences.topicsubscriptionstatus', '.subscriptionstatus')
  return all !== 'false' || topics.some((status) => /^opt_?out$/i.test(status))
}

/** Amazon SES event publishing; `mail.timestamp` is always the send. https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
export const amazonSesEvents: LogFormat = {
  id: 'amazon-ses-events',
  title: 'Amazon SES events',
  requires: [['eventtype', 'notificationtype'], ['mail.timestamp'], ['mail.messageid'], ['mail.destination.0']],
  read(row) {
    const event = (cell(row, 'eventtype', 'notificationtype') ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')
    const sent = eachOf(row, 'mail.destination')
    const base = { channel: 'email' as const, providerRef: cell(row, 'mail.messageid') }
    const each = (people: ReadonlyArray<string>, more: Pick<RowEvent, 'kind' | 'time'> & Partial<RowEvent>) =>
      people.map((email): RowEvent => ({ ...base, emails: [email], ...more }))
    switch (event) {
      case 'complaint': {
        const who = eachOf(row, 'complaint.complainedrecipients', '.emailaddress')
        return each(who.length > 0 ? who : sent, {
          kind: 'opt_out',
          by: 'recipient',
          time: timeOf(row, 'complaint.timestamp'),
        })
      }
      case 'subscription':
        return each(sent, {
          kind: hasLeft(row) ? 'opt_out' : 'opt_in',
          by: 'recipient',
          time: timeOf(row, 'subscription.timestamp'),
        })
      case 'open':
      case 'click':
      case 'renderingfailure':
        return []
    }
    const result = results[event]
    if (result === undefined) return 'the column eventType holds a word that is not known'
    // An address on the suppression list: SES takes the message and does not send it.
    const held = /suppress/i.test(cell(row, 'bounce.bouncesubtype') ?? '')
    const who = event === 'bounce' ? eachOf(row, 'bounce.bouncedrecipients', '.emailaddress') : sent
    return each(who.length > 0 ? who : sent, {
      kind: 'attempt',
      result: held ? 'blocked' : result,
      time: timeOf(row, 'mail.timestamp'),
    })
  },
}
