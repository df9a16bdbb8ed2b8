import { cell, type LogFormat, timeOf } from '../row.ts'

/** AWS End User Messaging SMS, DescribeOptedOutNumbers. https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_OptedOutNumberInformation.html */
export const awsOptOuts: LogFormat = {
  id: 'aws-opt-outs',
  title: 'AWS opted-out numbers',
  requires: [['optedoutnumber'], ['optedouttimestamp'], ['enduseroptedout']],
  read(row) {
    const by = cell(row, 'enduseroptedout')?.toLowerCase() === 'true' ? ('recipient' as const) : ('staff' as const)
    const base = {
      channel: 'sms' as const,
      time: timeOf(row, 'optedouttimestamp'),
      phones: [cell(row, 'optedoutnumber')],
      from: cell(row, 'optoutlistname'),
      by,
    }
    return [
      { ...base, kind: 'opt_out' },
      { ...base, kind: 'suppression_set' },
    ]
  },
}
