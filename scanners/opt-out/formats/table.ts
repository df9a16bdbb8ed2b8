import { dispositionEvents } from '../disposition.ts'
import { type Channel, eventKinds } from '../event.ts'
import { purposeOf } from '../outbound-text.ts'
import { type CellTime, cell, type LogFormat, type Row, type RowEvent } from '../row.ts'
import { labelling } from '../row-event.ts'
import { channelOf, refusal, wayOf } from '../status-words.ts'
import { addressIn, bareTime, type Told, timeIn, toldBy, whose } from './table-cells.ts'
import { readListRow } from './table-list.ts'
import { planOf, type TableFacts, type TablePlan } from './table-plan.ts'

const isCodeColumn = (name: string) => /(?:codes?|errors?|err|errorno)\d?(?:\.\d+)?$/.test(name)
const codeAlone = /^(?:error|err|code)?[ :#-]*(\d+)(?:\.0+)?$/i
// https://www.twilio.com/docs/api/errors/21610 : five digits that mean nothing else where errors stand.
const usualCodes: ReadonlyArray<string> = ['21610']

/** Whether a message that failed was held back by an opt-out: by a code that is all its cell holds, or in words. */
function isRefused(row: Row, { roles, facts }: TablePlan): boolean {
  return roles.reason.some((name) => {
    const text = cell(row, name)
    if (text === undefined) return false
    const code = isCodeColumn(name) ? codeAlone.exec(text)?.[1] : undefined
    return code === undefined ? refusal(text) === 'refused' : (facts.optOutCodes ?? usualCodes).includes(code)
  })
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
    return refusal(disposition) === 'refused' ? [{ ...base, kind: 'attempt', result: 'blocked' }] : []
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

type Way = { way: 'in' | 'out'; said: 'in' | 'out' | undefined; unknown: boolean }

/** Which way a row went: as its columns say, else as a reply shows, else as its table goes. */
function wayOfRow(row: Row, { roles, way }: TablePlan, kinds: ReadonlyArray<string>, isReply: boolean): Way {
  const words = roles.direction.flatMap((name) => cell(row, name) ?? [])
  const said = [...words, ...kinds].map(wayOf).find((known) => known !== undefined)
  return { way: said ?? (isReply ? 'in' : way), said, unknown: said === undefined && words.length > 0 }
}

function readLogRow(row: Row, plan: TablePlan, label: ReturnType<typeof labelling>): ReturnType<LogFormat['read']> {
  const { roles, times, facts } = plan
  const kinds = roles.kind.flatMap((name) => cell(row, name) ?? [])
  if (kinds.some((word) => /^fax$/i.test(word))) return []
  const given = channelOf(cell(row, ...roles.channel)) ?? kinds.map(channelOf).find((known) => known !== undefined)
  const guessed = given ?? plan.channel
  const told = toldBy(row, plan, guessed === 'voice')
  const text = cell(row, ...roles.text)
  const { way: usual, said, unknown } = wayOfRow(row, plan, kinds, told.meaning === 'reply')
  const ownWords = purposeOf(text)
  // Words of an opt-out in a row that does not say who wrote them: a person looks them up.
  const unsureWhose =
    said === undefined &&
    usual === 'out' &&
    facts.way === undefined &&
    text !== undefined &&
    guessed !== 'voice' &&
    ownWords.purpose === undefined &&
    (label(text).label === 'optout' || (unknown && label(text).label !== 'not'))
  const way = unsureWhose ? 'in' : usual
  const [theirs, ours] = way === 'in' ? [roles.from, roles.to] : [roles.to, roles.from]
  const candidates = unsureWhose ? [...theirs, ...roles.person, ...ours] : [...theirs, ...roles.person]
  const address = addressIn(row, candidates, guessed) ?? addressIn(row, candidates, undefined)
  // What the table looks like says less than an address does.
  const channel =
    given ?? facts.channel ?? (address?.includes('@') && plan.channel !== 'voice' ? 'email' : plan.channel)
  const found = timeIn(row, way === 'in' ? times.in : times.out, facts)
  const time = bareTime(found)
  const shared = { ...whose(address), time, channel, patients: [cell(row, ...roles.patient)] }
  const id = cell(row, ...roles.rowId)
  const providerRef = cell(row, ...roles.reference) ?? (id === undefined ? undefined : `${id} ${time?.text}`)
  if (channel === undefined) return 'no column names the channel'
  if (unsureWhose) return [{ ...shared, providerRef, kind: 'inbound', text, unsureWhose }]
  const { meaning, perEvent } = told
  const from = addressIn(row, ours, undefined)
  if (unknown) {
    // Whoever it was, the patient is at one end of it.
    const ends = [address, from].filter((end) => end !== undefined)
    const contacts = ends.map((end): RowEvent => ({ ...whose(end), channel, kind: 'attempt' }))
    return { why: 'the direction holds a word that is not known', contacts }
  }
  if (channel === 'voice') return readCall(row, plan, way, time)
  const keyword = cell(row, ...roles.keyword)
  if (way === 'in')
    return [{ ...shared, providerRef, kind: 'inbound', text: text ?? keyword ?? (meaning === 'opt_out' ? 'STOP' : '') }]
  const attempt = (result: RowEvent['result'], more: Partial<RowEvent> = {}): RowEvent => ({
    ...shared,
    kind: 'attempt',
    result,
    providerRef,
    from,
    ...ownWords,
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
      return [...(perEvent ? [] : [attempt('sent')]), { ...shared, kind: 'opt_in' }]
    case 'opt_out':
      return [
        ...(perEvent ? [] : [answered(attempt, told, channel)]),
        optOutOf(row, plan, told, { ...shared, providerRef }),
      ]
    case undefined:
      return told.text === undefined
        ? [attempt(undefined)]
        : { why: `the ${perEvent ? 'event' : 'status'} holds a word that is not known`, contacts: [attempt(undefined)] }
    case 'failed':
      return [attempt(isRefused(row, plan) ? 'blocked' : 'failed')]
    case 'reply':
      // Of a message the practice sent, "received" says that it arrived.
      return said === 'out' ? [attempt('delivered')] : [{ ...shared, providerRef, kind: 'inbound', text: text ?? '' }]
    case 'replied': {
      // The row's text is the message that was answered, unless it is plainly the answer.
      const answer = text !== undefined && label(text).label === 'optout' ? text : ''
      return [attempt('delivered'), { ...shared, providerRef, kind: 'inbound', text: answer }]
    }
    default:
      return [attempt(meaning)]
  }
}

/**
 * The message behind a status of "unsubscribed" had gone out. "Opted out" may also stand at one that was held back for
 * it, which only mail platforms say in other words, so when it was handed over is left open.
 */
function answered(
  attempt: (result: RowEvent['result'], more?: Partial<RowEvent>) => RowEvent,
  { text = '', column = '' }: Told,
  channel: Channel,
): RowEvent {
  const surely = channel === 'email' || column.startsWith('last') || !/opt|stop/i.test(text)
  return attempt('sent', surely ? {} : { deliveryOnly: true })
}

/** When somebody left is told beside a last event; else the row has one time for both. */
function optOutOf(row: Row, { times, facts }: TablePlan, { column }: Told, shared: Omit<RowEvent, 'kind'>): RowEvent {
  const beside =
    column === undefined
      ? []
      : times.out.filter((other) => other.column.startsWith(`${column}t`) || other.column.startsWith(`${column}d`))
  const time = bareTime(timeIn(row, times.left, facts) ?? timeIn(row, beside, facts)) ?? shared.time
  return { ...shared, time, kind: 'opt_out', by: 'recipient' }
}

/** Rows that name their own kind, as Proviso's events do. */
function readNamedRow(row: Row, plan: TablePlan): ReadonlyArray<RowEvent> | undefined {
  const kind = eventKinds.find((known) => plan.roles.kind.some((name) => cell(row, name)?.toLowerCase() === known))
  if (kind === undefined || kind === 'attempt') return undefined
  const { roles, times, facts } = plan
  const address = addressIn(row, [...roles.to, ...roles.person], undefined)
  return [
    {
      ...whose(address),
      kind,
      channel: channelOf(cell(row, ...roles.channel)) ?? plan.channel ?? (address?.includes('@') ? 'email' : undefined),
      time: bareTime(timeIn(row, [...times.left, ...times.listed, ...times.out], facts)),
      patients: [cell(row, ...roles.patient)],
    },
  ]
}

/** A reader for one heading. */
export function tableReader(names: ReadonlySet<string>, file: string, facts: TableFacts = {}): LogFormat['read'] {
  const plan = planOf(names, file, facts)
  const label = labelling()
  return (row) => {
    const named = readNamedRow(row, plan)
    if (named !== undefined) return named
    return plan.list ? readListRow(row, file, plan, toldBy(row, plan, false)) : readLogRow(row, plan, label)
  }
}
