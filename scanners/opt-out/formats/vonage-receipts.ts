import { cell, type LogFormat, timeOf } from '../row.ts'

/** Vonage SMS delivery receipts; `scts` is yyMMddHHmm in UTC. https://developer.vonage.com/en/messaging/sms/guides/delivery-receipts */
export const vonageReceipts: LogFormat = {
  id: 'vonage-receipts',
  title: 'Vonage delivery receipts',
  requires: [['msisdn'], ['messageid'], ['status'], ['scts', 'messagetimestamp'], ['errcode', 'networkcode']],
  read(row) {
    const stamp = timeOf(row, 'messagetimestamp')
    const scts = cell(row, 'scts')
    const time = stamp ?? (scts === undefined ? undefined : { column: 'scts', text: scts, packed: true })
    const status = cell(row, 'status')?.toLowerCase() ?? ''
    const base = {
      kind: 'attempt' as const,
      channel: 'sms' as const,
      time,
      providerRef: cell(row, 'messageid'),
      phones: [cell(row, 'msisdn')],
      from: cell(row, 'to'),
    }
    if (status === 'failed' || status === 'rejected')
      return [{ ...base, result: cell(row, 'errcode') === '9' ? 'blocked' : 'failed' }]
    if (status === 'accepted' || status === 'buffered') return [{ ...base, result: 'accepted' }]
    // A receipt knows when the message arrived, not when it was handed over.
    if (status === 'delivered') return [{ ...base, result: 'delivered', deliveryOnly: true }]
    return ['expired', 'unknown', 'deleted'].includes(status)
      ? [{ ...base, result: 'failed' }]
      : 'the column status holds a word that is not known'
  },
}
