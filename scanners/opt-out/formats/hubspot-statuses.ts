import { cell, type LogFormat, timeOf } from '../row.ts'

/** HubSpot subscription statuses. https://developers.hubspot.com/docs/api-reference/communication-preferences-subscriptions-v4 */
export const hubspotStatuses: LogFormat = {
  id: 'hubspot-statuses',
  title: 'HubSpot subscription statuses',
  requires: [
    ['subscriptionid', 'widestatustype', 'subscriptionname'],
    ['status'],
    ['timestamp'],
    ['subscriberidstring', 'email', 'recipient', 'subscriberid'],
    ['source', 'legalbasis'],
  ],
  read(row) {
    const email = cell(row, 'subscriberidstring', 'email', 'recipient', 'subscriberid')
    const by = /public|recipient|form|email/i.test(cell(row, 'source') ?? '')
      ? ('recipient' as const)
      : ('staff' as const)
    const base = {
      channel: 'email' as const,
      time: timeOf(row, 'timestamp'),
      emails: [email],
      from: cell(row, 'subscriptionid'),
      by,
    }
    switch (cell(row, 'status')?.toUpperCase()) {
      case 'UNSUBSCRIBED':
        return [
          { ...base, kind: 'opt_out' },
          { ...base, kind: 'suppression_set' },
        ]
      case 'SUBSCRIBED':
        return [by === 'recipient' ? { ...base, kind: 'opt_in' } : { ...base, kind: 'suppression_cleared' }]
      case 'NOT_SPECIFIED':
        return []
      default:
        return 'the column status holds a word that is not known'
    }
  },
}
