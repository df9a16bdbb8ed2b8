import { cell, type LogFormat, type Row, type RowEvent } from '../row.ts'

function channelEvents(row: Row, prefix: string): Array<RowEvent> {
  const identifier = cell(row, `${prefix}.identifier`)
  if (identifier === undefined) return []
  const email = /email/i.test(cell(row, `${prefix}.type`) ?? '')
  const who = email ? { emails: [identifier] } : { phones: [identifier] }
  return ['transactionaloptedoutat', 'campaignoptedoutat'].flatMap((name): Array<RowEvent> => {
    const text = cell(row, `${prefix}.${name}`)
    if (text === undefined) return []
    const time = { column: `${prefix}.${name}`, text }
    const channel = email ? ('email' as const) : ('sms' as const)
    return [
      { ...who, kind: 'opt_out', channel, time },
      { ...who, kind: 'suppression_set', channel, time },
    ]
  })
}

/** Podium contact webhooks: opt-out stamps per channel. https://docs.podium.com/docs/webhooks */
export const podiumContacts: LogFormat = {
  id: 'podium-contacts',
  title: 'Podium contacts',
  requires: [
    ['after.channels.0.identifier', 'data.after.channels.0.identifier', 'channels.0.identifier'],
    ['after.channels.0.type', 'data.after.channels.0.type', 'channels.0.type'],
  ],
  read(row) {
    const root = ['after.channels', 'data.after.channels', 'channels'].find(
      (name) => cell(row, `${name}.0.identifier`) !== undefined,
    )
    if (root === undefined) return 'the contact has no channel with an identifier'
    const events: Array<RowEvent> = []
    for (let at = 0; cell(row, `${root}.${at}.identifier`) !== undefined; at++)
      events.push(...channelEvents(row, `${root}.${at}`))
    return events
  },
}
