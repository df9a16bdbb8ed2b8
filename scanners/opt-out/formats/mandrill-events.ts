import { cell, type LogFormat, timeOf } from '../row.ts'

/** Mandrill webhooks: ts, event, msg. https://mailchimp.com/developer/transactional/docs/webhooks/ */
export const mandrillEvents: LogFormat = {
  id: 'mandrill-events',
  title: 'Mandrill events',
  requires: [['ts'], ['event'], ['msg.email'], ['msg.id', 'id', 'msg.state']],
  read(row) {
    const base = {
      channel: 'email' as const,
      time: timeOf(row, 'ts'),
      emails: [cell(row, 'msg.email')],
      providerRef: cell(row, 'id', 'msg.id'),
    }
    switch (cell(row, 'event')?.toLowerCase()) {
      case 'unsub':
      case 'spam':
        return [{ ...base, kind: 'opt_out', by: 'recipient' }]
      case 'send':
        return [{ ...base, kind: 'attempt', result: 'sent' }]
      case 'deferral':
      case 'hard_bounce':
      case 'soft_bounce':
        return [{ ...base, kind: 'attempt', result: 'failed' }]
      case 'reject':
        return [
          {
            ...base,
            kind: 'attempt',
            result: /unsub|spam/i.test(cell(row, 'msg.rejectreason', 'msg.reject.reason', 'msg.diag', 'reason') ?? '')
              ? 'blocked'
              : 'failed',
          },
        ]
      case 'open':
      case 'click':
      case 'delivered':
        return []
      default:
        return 'the column event holds a word that is not known'
    }
  },
}
