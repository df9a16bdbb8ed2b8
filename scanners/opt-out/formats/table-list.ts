import { labelReply } from '../reply-label.ts'
import { cell, type Row, type RowEvent } from '../row.ts'
import { channelOf, deniesOptOut } from '../status-words.ts'
import { addressIn, bareTime, type Told, timeIn, whose } from './table-cells.ts'
import { bounceFile, type TablePlan } from './table-plan.ts'

/** Words by which somebody is on a list because they asked for it; a bounce beside them changes nothing. */
const plainlyAsked =
  /unsub|opt(?:ed|ing|s)?[-_ ]?out|\bstop(?:ped)?\b|complain|do[-_ ]?not[-_ ]?(?:call|contact|text|mail|e-?mail|send|message)|\bdnc\b|spam[-_ ]?(?:report|complaint)|as spam|wrong (?:number|party|person)|asked|revoke/
/** Words that stand in requests, and in what mail servers say of a bounce. */
const perhapsAsked = /stop|spam|do[-_ ]?not|dnc|wrong|request|remove|recipient/
/** Words of a person about themselves, which no mail server says. */
const asksByHand = /\bremove\b|\btake (?:me|us|him|her|them) off|\bno more\b/
/** Nothing reaches this address; nobody asked for anything. */
const dead =
  /bounce|invalid|undeliver|unreachable|no mailbox|no such user|user unknown|does not exist|mailbox (?:not found|unavailable|full)|land ?-?line|disconnect|not in service|unallocated|deactivated|no longer (?:exists|in use)/
const byStaff = /staff|agent|admin|customer|manual|import|account|custom|compliance/

/** One row of a list of people who are not to be contacted. A row nobody can date is held, never left out. */
export function readListRow(row: Row, file: string, plan: TablePlan, told: Told): ReadonlyArray<RowEvent> {
  const { roles, times, facts } = plan
  const named = channelOf(cell(row, ...roles.channel)) ?? plan.channel
  const address =
    addressIn(row, [...roles.person, ...roles.to], facts.channel ?? named) ??
    addressIn(row, [...roles.person, ...roles.to], undefined)
  const channel = address?.includes('@')
    ? ('email' as const)
    : named === 'email'
      ? undefined
      : (named ?? (/dnc|call/i.test(file) ? 'voice' : 'sms'))
  const left = bareTime(timeIn(row, times.left, facts, true))
  const asksByStatus = told.meaning === 'opt_out' || told.meaning === 'blocked'
  const said = [...roles.reason, ...roles.status, ...roles.kind]
    .map((name) => cell(row, name) ?? '')
    .join(' ')
    .toLowerCase()
    .replaceAll('_', ' ')
  const asksByWords = plainlyAsked.test(said) && !deniesOptOut(said)
  // A contact that is on no list has no time of leaving.
  if (left === undefined && times.left.length > 0 && !asksByStatus && !asksByWords) return []
  const time = times.left.length > 0 ? left : bareTime(timeIn(row, times.listed, facts))
  const base = { ...whose(address), channel, time, patients: [cell(row, ...roles.patient)] }
  const expiry = bareTime(timeIn(row, times.expires, facts))
  const cleared: Array<RowEvent> = expiry === undefined ? [] : [{ ...base, kind: 'suppression_cleared', time: expiry }]
  if (told.meaning === 'opt_in') return [{ ...base, kind: 'suppression_cleared' }]
  const reason = cell(row, ...roles.reason)
  const isDead = dead.test(said)
  const asked = plainlyAsked.test(said) || (!isDead && perhapsAsked.test(said))
  const staff = byStaff.test(said)
  // "Remove me, the old line is disconnected": words of both kinds: it is read as what a person wrote.
  if (reason !== undefined && isDead && !asked && asksByHand.test(said))
    return [{ ...base, kind: 'inbound', text: reason }, { ...base, kind: 'suppression_set' }, ...cleared]
  // A dead address is on the list too, but nobody asked for it.
  if (!asked && (isDead || (!staff && bounceFile.test(file) && !/unsub|opt/i.test(file))))
    return [{ ...base, kind: 'suppression_set' }, ...cleared]
  // "Not interested" may or may not have been a request: a person looks.
  if (reason !== undefined && !asked && !staff && labelReply(reason).label === 'ambiguous')
    return [{ ...base, kind: 'inbound', text: reason }, { ...base, kind: 'suppression_set' }, ...cleared]
  const own = roles.reason.some((name) => /^(?:recipient|contact|end[ _-]?user)$/i.test(cell(row, name) ?? ''))
  const by = own ? ('recipient' as const) : staff ? ('staff' as const) : undefined
  const wrong = /wrong (?:number|party|person)/.test(said)
  return [
    {
      ...base,
      kind: 'opt_out',
      ...(by && { by }),
      ...(wrong && { wrongNumber: true, scope: ['sms', 'voice'] as const }),
    },
    { ...base, kind: 'suppression_set' },
    ...cleared,
  ]
}
