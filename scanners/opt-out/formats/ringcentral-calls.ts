import type { Result } from '../event.ts'
import { cell, type LogFormat, timeOf } from '../row.ts'

const results: ReadonlyArray<readonly [RegExp, Result]> = [
  [/voicemail/i, 'voicemail'],
  [/no answer|missed|busy|hang ?up|abandoned|ip phone offline|not answered/i, 'no_answer'],
  [/accepted|connected|answered|call connected/i, 'answered'],
  [/fail|rejected|blocked|wrong|unknown|stopped|suspended|no calling credit|unsupported/i, 'failed'],
]

/** RingCentral call log, JSON or CSV. https://developers.ringcentral.com/api-reference/Call-Log/readUserCallLog */
export const ringcentralCalls: LogFormat = {
  id: 'ringcentral-calls',
  title: 'RingCentral call log',
  requires: [
    ['sessionid', 'telephonysessionid', 'id'],
    ['starttime'],
    ['direction'],
    ['result'],
    ['to.phonenumber', 'tophonenumber'],
    ['from.phonenumber', 'fromphonenumber'],
  ],
  read(row) {
    if (cell(row, 'direction')?.toLowerCase() === 'inbound') return []
    const channel = /sms|text/i.test(cell(row, 'type') ?? '') ? ('sms' as const) : ('voice' as const)
    const said = cell(row, 'result') ?? ''
    const result = results.find(([pattern]) => pattern.test(said))?.[1]
    if (result === undefined) return 'the column result holds a word that is not known'
    return [
      {
        kind: 'attempt',
        channel,
        time: timeOf(row, 'starttime'),
        result,
        providerRef: cell(row, 'sessionid', 'telephonysessionid', 'id'),
        phones: [cell(row, 'to.phonenumber', 'tophonenumber')],
        from: cell(row, 'from.phonenumber', 'fromphonenumber'),
      },
    ]
  },
}
