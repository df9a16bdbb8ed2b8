import { dispositionEvents } from '../disposition.ts'
import { type Channel, eventKinds } from '../event.ts'
import { purposeOf } from '../outbound-text.ts'
import { labelReply } from '../reply-label.ts'
import { type CellTime, cell, type LogFormat, type Row, type RowEvent } from '../row.ts'
import { channelOf, refusedForOptOut, type StatusMeaning, statusMeaning, wayOf } from '../status-words.ts'
import { bounceFile, planOf, type TableFacts, type TablePlan, type TableTimes } from './table-plan.ts'

const clockAlone = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})?$/i
const looksDated = /\d[-/.: ]|^\d{9,}(?:\.\d+)?$|^\d{5}(?:\.\d+)?$|[a-z]{3,}\.? \d/i

function timeIn(
  row: Row,
  columns: TableTimes['out'],
  facts: TableFacts,
): (CellTime & { arrival: boolean }) | undefined {
  for (const { column, clock, zone, arrival } of columns) {
    const text = row.cells.get(column)
    if (text === undefined || !looksDated.test(text) || clockAlone.test(text)) continue
    const beside = clock === undefined ? undefined : row.cells.get(clock)
    const apart = beside !== undefined && clockAlone.test(beside) && !text.includes(':')
    const known = zone ?? facts.zone
    return {
      column: apart ? `${column}+${clock}` : column,
      text: apart ? `${text} ${beside}` : text,
      ...(known !== undefined && { zone: known }),
      ...(facts.dayFirst !== undefined && { dayFirst: facts.dayFirst }),
      arrival: arrival === true,
    }
  }
  return undefined
}

/** The address of somebody in these columns: of the kind the channel uses, where a row has both. */
function addressIn(row: Row, columns: ReadonlyArray<string>, channel: Channel | undefined): string | undefined {
  const given = columns.flatMap((name) => cell(row, name) ?? [])
  const mail = (value: string) => value.includes('@')
  const number = (value: string) => !mail(value) && value.replace(/\D/g, '').length >= 7
  if (channel === 'email') return given.find(mail)
  return channel === undefined ? given.find((value) => mail(value) || number(value)) : (given.find(number) ?? given[0])
}

const whose = (address: string | undefined): Pick<RowEvent, 'phones' | 'emails'> =>
  address?.includes('@') ? { emails: [address] } : { phones: [address] }

type Told = { meaning: StatusMeaning | undefined; perEvent: boolean; text: string | undefined }

function toldBy(row: Row, { roles, facts }: TablePlan, voice: boolean): Told {
  let first: Told | undefined
  for (const [columns, perEvent] of [
    [roles.event, true],
    [roles.status, false],
    [roles.kind, true],
  ] as const) {
    for (const name of columns) {
      const text = cell(row, name)
      if (text === undefined) continue
      const meaning = facts.words?.[text.trim().toLowerCase()] ?? statusMeaning(text, { perEvent, voice })
      if (meaning !== undefined) return { meaning, perEvent, text }
      if (columns !== roles.kind) first ??= { meaning, perEvent, text }
    }
  }
  return first ?? { meaning: undefined, perEvent: false, text: undefined }
}

function isRefused(row: Row, { roles, facts }: TablePlan): boolean {
  return roles.reason.some((name) => {
    const text = cell(row, name)
    return (
      text !== undefined &&
      (refusedForOptOut.test(text) || text.split(/\D+/).some((code) => facts.optOutCodes?.includes(code)))
    )
  })
}

function readListRow(row: Row, file: string, plan: TablePlan, told: Told): ReadonlyArray<RowEvent> | string {
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
  const time = timeIn(row, times.left, facts)
  // A contact that is on no list has no time of leaving.
  if (time === undefined && times.left.length > 0 && plan.roles.leftAt.length > 0) return []
  const base = { ...whose(address), channel, time, patients: [cell(row, ...roles.patient)] }
  const expiry = timeIn(row, times.expires, facts)
  const cleared: Array<RowEvent> = expiry === undefined ? [] : [{ ...base, kind: 'suppression_cleared', time: expiry }]
  const said = [...roles.reason, ...roles.status, ...roles.kind].map((name) => cell(row, name) ?? '').join(' ')
  if (told.meaning === 'opt_in') return [{ ...base, kind: 'suppression_cleared' }]
  const asked = /unsub|opt[-_ ]?out|stop|spam|complain|do[-_ ]?not|dnc|wrong|request|remove|recipient/i.test(said)
  const staff = /staff|agent|admin|customer|manual|import|account|custom|compliance/i.test(said)
  // A dead address is on the list too, but nobody asked for it.
  const dead = /bounce|invalid|undeliver|no mailbox/i.test(said)
  if (dead || (!asked && !staff && bounceFile.test(file) && !/unsub|opt/i.test(file)))
    return [{ ...base, kind: 'suppression_set' }, ...cleared]
  const reason = cell(row, ...roles.reason)
  // "Not interested" may or may not have been a request: a person looks.
  if (reason !== undefined && !asked && !staff && labelReply(reason).label === 'ambiguous')
    return [{ ...base, kind: 'inbound', text: reason }, { ...base, kind: 'suppression_set' }, ...cleared]
  const own = roles.reason.some((name) => /^(?:recipient|contact|end[ _-]?user)$/i.test(cell(row, name) ?? ''))
  const by = own ? ('recipient' as const) : staff ? ('staff' as const) : undefined
  const wrong = /wrong (?:number|party|person)/i.test(said)
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

function readCall(
  row: Row,
  plan: TablePlan,
  way: 'in' | 'out',
  time: CellTime | undefined,
): ReadonlyArray<RowEvent> | string {
  const { roles } = plan
  const person = way === 'in' ? [...roles.from, ...roles.person] : [...roles.to, ...roles.person]
  const phone = addressIn(row, person, 'voice')
  const told = [...roles.status, ...roles.event].flatMap((name) => cell(row, name) ?? [])
  const disposition = [...new Set(told)].join(' / ')
  const [note, ...notes] = roles.text.flatMap((name) => cell(row, name) ?? [])
  const shared = { patients: [cell(row, ...roles.patient)], providerRef: cell(row, ...roles.reference) }
  const base = { ...shared, channel: 'voice' as const, time, phones: [phone] }
  if (/^(?:0|no|false)$/i.test(cell(row, ...roles.made) ?? ''))
    return refusedForOptOut.test(disposition) ? [{ ...base, kind: 'attempt', result: 'blocked' }] : []
  // A call nobody noted the end of was made all the same.
  if (disposition === '' && way === 'out' && note === undefined) return [{ ...base, kind: 'attempt' }]
  const events = dispositionEvents({
    time,
    phone,
    outbound: way === 'out',
    disposition,
    note,
    providerRef: shared.providerRef,
    from: addressIn(row, way === 'in' ? roles.to : roles.from, 'voice'),
  })
  if (typeof events === 'string') return events
  const further = events.some(({ kind }) => kind === 'opt_out')
    ? []
    : notes.map((text): RowEvent => ({ ...base, kind: 'inbound', text }))
  return [...events.map((event) => ({ ...event, ...shared })), ...further]
}

function readLogRow(row: Row, plan: TablePlan): ReturnType<LogFormat['read']> {
  const { roles, times, facts } = plan
  const kinds = roles.kind.flatMap((name) => cell(row, name) ?? [])
  if (kinds.some((word) => /^fax$/i.test(word))) return []
  const given = channelOf(cell(row, ...roles.channel)) ?? kinds.map(channelOf).find((known) => known !== undefined)
  const guessed = given ?? plan.channel
  const told = toldBy(row, plan, guessed === 'voice')
  const way =
    wayOf(cell(row, ...roles.direction)) ??
    kinds.map(wayOf).find((known) => known !== undefined) ??
    (told.meaning === 'reply' ? 'in' : plan.way)
  const [theirs, ours] = way === 'in' ? [roles.from, roles.to] : [roles.to, roles.from]
  const address =
    addressIn(row, [...theirs, ...roles.person], guessed) ?? addressIn(row, [...theirs, ...roles.person], undefined)
  // What the table looks like says less than an address does.
  const channel =
    given ?? facts.channel ?? (address?.includes('@') && plan.channel !== 'voice' ? 'email' : plan.channel)
  const found = timeIn(row, way === 'in' ? times.in : times.out, facts)
  const time = found && {
    column: found.column,
    text: found.text,
    ...(found.zone && { zone: found.zone }),
    ...(found.dayFirst !== undefined && { dayFirst: found.dayFirst }),
  }
  const shared = { ...whose(address), time, channel, patients: [cell(row, ...roles.patient)] }
  const id = cell(row, ...roles.rowId)
  const providerRef = cell(row, ...roles.reference) ?? (id === undefined ? undefined : `${id} ${time?.text}`)
  if (channel === undefined) return 'no column names the channel'
  if (channel === 'voice') return readCall(row, plan, way, time)
  const text = cell(row, ...roles.text)
  const keyword = cell(row, ...roles.keyword)
  if (way === 'in')
    return [
      { ...shared, providerRef, kind: 'inbound', text: text ?? keyword ?? (told.meaning === 'opt_out' ? 'STOP' : '') },
    ]
  const { meaning, perEvent } = told
  const from = addressIn(row, ours, undefined)
  const attempt = (result: RowEvent['result'], more: Partial<RowEvent> = {}): RowEvent => ({
    ...shared,
    kind: 'attempt',
    result,
    providerRef,
    from,
    ...purposeOf(text),
    // News of an arrival comes when it arrived; when the message was handed over is not known from it.
    ...((found?.arrival === true || (perEvent && (result === 'delivered' || result === 'failed'))) && {
      deliveryOnly: true,
    }),
    ...more,
  })
  switch (meaning) {
    case 'nothing':
      return []
    case 'opt_in':
      return [{ ...shared, kind: 'opt_in' }]
    case 'opt_out':
      // A message whose status became "unsubscribed" had gone out before.
      return [
        ...(perEvent || text !== undefined ? [] : [attempt('sent')]),
        { ...shared, kind: 'opt_out', by: 'recipient', providerRef },
      ]
    case undefined:
      return told.text === undefined
        ? [attempt(undefined)]
        : { why: `the ${perEvent ? 'event' : 'status'} holds a word that is not known`, contact: attempt(undefined) }
    case 'failed':
      return [attempt(isRefused(row, plan) ? 'blocked' : 'failed')]
    case 'reply':
      return [{ ...shared, providerRef, kind: 'inbound', text: text ?? '' }]
    default:
      return [attempt(isRefused(row, plan) ? 'blocked' : meaning)]
  }
}

/** Rows that name their own kind, as Proviso's events do. */
function readNamedRow(row: Row, plan: TablePlan): ReadonlyArray<RowEvent> | undefined {
  const kind = eventKinds.find((known) => plan.roles.kind.some((name) => cell(row, name)?.toLowerCase() === known))
  if (kind === undefined || kind === 'attempt') return undefined
  const { roles, times, facts } = plan
  const address = addressIn(row, [...roles.to, ...roles.person], undefined)
  const found = timeIn(row, times.left, facts)
  return [
    {
      ...whose(address),
      kind,
      channel: channelOf(cell(row, ...roles.channel)) ?? plan.channel ?? (address?.includes('@') ? 'email' : undefined),
      time: found && { column: found.column, text: found.text },
      patients: [cell(row, ...roles.patient)],
    },
  ]
}

/** A reader for one heading. */
export function tableReader(names: ReadonlySet<string>, file: string, facts: TableFacts = {}): LogFormat['read'] {
  const plan = planOf(names, file, facts)
  return (row) => {
    const named = readNamedRow(row, plan)
    if (named !== undefined) return named
    return plan.list ? readListRow(row, file, plan, toldBy(row, plan, false)) : readLogRow(row, plan)
  }
}
