import type { LogFormat } from '../row.ts'
import { tableReader } from './table.ts'
import { usedColumns } from './table-plan.ts'

/** Names by which columns of unknown exports are found; folded, so case, spaces, `_` and `-` do not matter. */
export const aliases = {
  time: [
    'datesent',
    'sentdate',
    'sentat',
    'timestamp',
    'ts',
    'occurredat',
    'createdat',
    'datetime',
    'calltime',
    'starttime',
    'date',
    'time',
    'senttime',
    'eventtime',
    'messagedate',
    'calldate',
    'optoutdate',
    'unsubscribedat',
    'unsubscribedate',
    'dateadded',
    'created',
    'when',
    'fecha',
  ],
  to: [
    'to',
    'recipient',
    'msisdn',
    'phone',
    'mobile',
    'number',
    'dnis',
    'destination',
    'email',
    'emailaddress',
    'phonenumber',
    'cell',
    'cellphone',
    'contact',
    'patientphone',
    'patientemail',
    'tonumber',
    'telefono',
    'correo',
  ],
  from: ['from', 'sender', 'ani', 'callerid', 'owner', 'fromnumber'],
  body: [
    'body',
    'text',
    'message',
    'content',
    'note',
    'notes',
    'comment',
    'comments',
    'dispositionnote',
    'reply',
    'mensaje',
  ],
  status: ['status', 'result', 'outcome', 'disposition', 'state', 'event', 'callresult', 'deliverystatus'],
  id: ['sid', 'messageid', 'id', 'callid', 'sgmessageid', 'externalmessageid'],
  patient: ['patientid', 'contactid', 'mrn', 'externalid', 'patient', 'patientnumber'],
  direction: ['direction', 'inout', 'type'],
  channel: ['channel', 'medium', 'channeltype', 'mode'],
  kind: ['kind', 'eventkind', 'rowtype'],
} satisfies Record<string, ReadonlyArray<string>>

/** The reader of a file no format claims and nobody has explained: columns by the roles of their names, never by position. */
export function genericFormat(names: ReadonlySet<string>, file: string): LogFormat {
  return {
    id: 'generic',
    title: 'Table read by its column names',
    requires: [],
    uses: usedColumns(names),
    read: tableReader(names, file),
  }
}
