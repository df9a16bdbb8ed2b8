import { dispositionEvents } from '../disposition.ts'
import { cell, type LogFormat, timeOf } from '../row.ts'

/** Five9 call log report; names from general knowledge, matched by name only. */
export const five9Calls: LogFormat = {
  id: 'five9-calls',
  title: 'Five9 call log',
  requires: [['callid'], ['timestamp'], ['campaign'], ['calltype'], ['disposition'], ['dnis'], ['ani']],
  read(row) {
    const outbound = !/inbound/i.test(cell(row, 'calltype') ?? '')
    return dispositionEvents({
      time: timeOf(row, 'timestamp'),
      phone: cell(row, outbound ? 'dnis' : 'ani'),
      outbound,
      disposition: cell(row, 'disposition') ?? '',
      note: cell(row, 'notes', 'comments', 'dispositionnote'),
      providerRef: cell(row, 'callid'),
      from: cell(row, outbound ? 'ani' : 'dnis'),
    })
  },
}
