import { cell, type LogFormat, timeOf } from '../row.ts'

/** Telnyx list of messaging opt-outs. https://developers.telnyx.com/api/messaging/list-opt-outs */
export const telnyxOptOuts: LogFormat = {
  id: 'telnyx-opt-outs',
  title: 'Telnyx opt-outs',
  requires: [['from'], ['to'], ['messagingprofileid'], ['keyword'], ['createdat']],
  read(row) {
    const base = {
      channel: 'sms' as const,
      time: timeOf(row, 'createdat'),
      phones: [cell(row, 'from')],
      from: cell(row, 'messagingprofileid'),
    }
    return [
      { ...base, kind: 'opt_out', by: 'recipient' },
      { ...base, kind: 'suppression_set' },
    ]
  },
}
