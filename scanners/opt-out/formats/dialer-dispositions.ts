import { dispositionEvents } from '../disposition.ts'
import { cell, type LogFormat, timeOf } from '../row.ts'

/** Campaign results of dialers in the manner of Bright Pattern: one row an attempt, also those a do-not-call list held back. */
export const dialerDispositions: LogFormat = {
  id: 'dialer-dispositions',
  title: 'Dialer campaign results',
  requires: [
    ['disposition', 'callresult', 'calldisposition'],
    ['dialtime', 'callstarttime', 'attempttime', 'calltime', 'starttime'],
    ['phonenumber', 'dialednumber', 'phone', 'destinationnumber'],
    ['campaign', 'campaignname', 'list', 'listname'],
  ],
  excludes: ['dnis'],
  read(row) {
    return dispositionEvents({
      time: timeOf(row, 'dialtime', 'callstarttime', 'attempttime', 'calltime', 'starttime'),
      phone: cell(row, 'phonenumber', 'dialednumber', 'destinationnumber', 'phone'),
      outbound: true,
      disposition: cell(row, 'disposition', 'callresult', 'calldisposition') ?? '',
      note: cell(row, 'notes', 'note', 'comments', 'agentnotes'),
      providerRef: cell(row, 'callid', 'interactionid', 'id'),
      from: cell(row, 'callerid', 'ani', 'from'),
    })
  },
}
