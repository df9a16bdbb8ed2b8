import type { Result } from './event.ts'
import type { CellTime, RowEvent } from './row.ts'
import { deniesOptOut } from './status-words.ts'

type Call = {
  time: CellTime | undefined
  phone: string | undefined
  outbound: boolean
  disposition: string
  note: string | undefined
  providerRef: string | undefined
  from: string | undefined
}

const heldBack =
  /\b(?:dnc (?:match(?:ed)?|blocked|skipp?ed)|skipped.*(?:dnc|do not call)|(?:blocked|excluded|filtered).*(?:dnc|do[- ]not[- ]call)|not dialed|stop calling number|number on dnc|on dnc list)\b/i
const asked =
  /\b(?:do[- ]not[- ](?:call|contact)|dnc|remove(?:d)? from list|opt(?:ed)?[- ]?out|add(?:ed)? to dnc|do not disturb)\b/i
const wrong = /\bwrong (?:number|party|person)\b/i
const outcomes: ReadonlyArray<readonly [RegExp, Result]> = [
  [/voice ?mail|answering machine|\b(?:am|vm|lvm|left message)\b|machine/i, 'voicemail'],
  [/no answer|busy|ring|hung up before|abandon|no response|not home|timeout/i, 'no_answer'],
  [/fail|disconnect|invalid|not in service|bad number|operator intercept|sit|fax|error|carrier/i, 'failed'],
]

/** What one call of a dialer's report says: an attempt, a row its do-not-call list held back, a request, a note. */
export function dispositionEvents({
  time,
  phone,
  outbound,
  disposition,
  note,
  providerRef,
  from,
}: Call): Array<RowEvent> | string {
  if (disposition === '' && note === undefined) return 'the column disposition is empty'
  const base = { channel: 'voice' as const, time, phones: [phone], providerRef, from }
  // "Not on DNC list" stands at calls that were made.
  if (heldBack.test(disposition) && !deniesOptOut(disposition)) return [{ ...base, kind: 'attempt', result: 'blocked' }]
  const events: Array<RowEvent> = []
  const result = outcomes.find(([pattern]) => pattern.test(disposition))?.[1] ?? 'answered'
  if (outbound) events.push({ ...base, kind: 'attempt', result })
  if (asked.test(disposition)) events.push({ ...base, kind: 'opt_out', by: 'recipient' })
  else if (wrong.test(disposition))
    events.push({ ...base, kind: 'opt_out', by: 'recipient', wrongNumber: true, scope: ['sms', 'voice'] })
  else if (note !== undefined) events.push({ ...base, kind: 'inbound', text: note })
  return events
}
