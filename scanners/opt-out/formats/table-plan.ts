import { type ColumnRole, type ColumnRoles, columnRoles, type TimeColumn, timeColumns } from '../column-roles.ts'
import type { Channel } from '../event.ts'
import type { StatusMeaning } from '../status-words.ts'

/** What is known of a vendor's table beyond the names of its columns. */
export type TableFacts = {
  channel?: Channel
  /** Zone of times without an offset, where the vendor documents one. */
  zone?: string
  /** Order of 1/2/2026 where the vendor documents one and the column does not show it. */
  dayFirst?: boolean
  /** Codes by which the vendor says that a message was held back because of an opt-out; Twilio's where none are named. */
  optOutCodes?: ReadonlyArray<string>
  /** Every row says that an address is on a list. */
  list?: boolean
  /** Which way every row goes, where no column says it. */
  way?: 'in' | 'out'
  /** Columns whose names do not tell what they hold. */
  columns?: Partial<Record<ColumnRole, ReadonlyArray<string>>>
  /** Words of the status that mean something else here than usual. */
  words?: Readonly<Record<string, StatusMeaning>>
}

/** Columns of times by what they are asked for: `left` says when somebody left, `listed` when a list got its entry. */
export type TableTimes = Record<
  'out' | 'in' | 'left' | 'listed' | 'expires',
  ReadonlyArray<TimeColumn & { arrival?: boolean }>
>

/** How a table is read, worked out once from its heading. */
export type TablePlan = {
  roles: ColumnRoles
  times: TableTimes
  channel: Channel | undefined
  list: boolean
  way: 'in' | 'out'
  facts: TableFacts
}

const voiceNames =
  /^(?:call(?!back).*|.*callid|talktime|handletime|ringtime|ringduration|billsec|dnis|ani|.*disposition|recording.*|answeredby|hangupcause|dial(?:ed|time|mode).*|extension|voicemail.*|queuetime|waittime|calltype|billedminutes)$/
const textNames =
  /^(?:(?:num)?segments?(?:count)?|numsegments|(?:message|num|sms)?parts|sms.*|text(?:body|message|number)?|nummedia|mms.*|messagingservicesid|messagingprofile.*|mcc|mnc|message(?:sid|body|text|status|direction|type)|messagecontent|encoding|shortcode|optoutlist.*|body|message|content|carrier(?:name)?)$/
const mailNames = /^(?:.*subject|email.*|.*mail|opens?|clicks?|smtp.*|bounce.*|asmgroup.*|.*opencount|sendingip)$/
const listNames =
  /^(?:suppression.*|unsub.*|optout.*|optedout.*|asmgroup.*|dnc.*|donotcall.*|reasonforunsub.*|complain.*|blocklist.*|list(?:name)?)$/
const listFile =
  /unsub|suppress|opt[-_ ]?outs?\b|opted[-_ ]?out|dnc|do[-_ ]?not[-_ ]?(?:call|contact|text|mail|email)|complaint|spam[-_ ]?report|block[-_ ]?list|bounce/i
/** A list of addresses that nothing reaches. A blocklist holds people, SendGrid's blocks are messages. */
export const bounceFile = /bounce|invalid|(?<![a-z])blocks?(?![a-z]|[-_ ]?list)/i

/** By the names of its columns, then of its file: a text log has segments and bodies, a call log a duration. */
function tableChannel(names: ReadonlySet<string>, roles: ColumnRoles, file: string): Channel | undefined {
  const some = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  const [voice, text, mail] = [some(voiceNames), some(textNames), some(mailNames)]
  if (voice && !text) return 'voice'
  if (text && !voice) return 'sms'
  if (mail && !voice && !text) return 'email'
  if (/voice[-_ ]?(?:mail|message|drop)|ringless|\brvm\b/i.test(file)) return 'voice'
  if (/sms|text|mms|messag/i.test(file)) return 'sms'
  if (/call|voice|dial|phone/i.test(file)) return 'voice'
  if (/mail/i.test(file)) return 'email'
  if (text && roles.text.length > 0) return 'sms'
  return names.has('duration') && !text ? 'voice' : undefined
}

export function planOf(names: ReadonlySet<string>, file: string, facts: TableFacts): TablePlan {
  const roles = columnRoles(names, facts.columns)
  const columns = (role: Parameters<typeof timeColumns>[1]) => timeColumns(roles, role)
  const arrivals = columns('arrived').map((column) => ({ ...column, arrival: true }))
  const [dispatched, happened, noted, left] = (['dispatched', 'happened', 'noted', 'leftAt'] as const).map(columns) as [
    Array<TimeColumn>,
    Array<TimeColumn>,
    Array<TimeColumn>,
    Array<TimeColumn>,
  ]
  const some = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  const isLog =
    [roles.direction, roles.event, roles.text, roles.reference].some((role) => role.length > 0) ||
    roles.status.some((name) => /disposition|call|delivery|message/.test(name)) ||
    some(/subject|segment|duration/)
  // A list tells why somebody is on it, or until when; a log of messages tells of errors, if of anything.
  const hinted =
    listFile.test(file) || left.length > 0 || some(listNames) || (roles.expires.length > 0 && roles.reason.length > 0)
  // Words without any status, and a time of receipt or a keyword: what people wrote.
  const inboundOnly =
    roles.text.length > 0 &&
    [roles.status, roles.direction, roles.event].every((role) => role.length === 0) &&
    (roles.keyword.length > 0 ||
      /inbound|incoming|repl(?:y|ies)/i.test(file) ||
      some(/^(?:received(?:at|on|date|time)?|datereceived)$/))
  return {
    roles,
    times: {
      out: [...dispatched, ...happened, ...noted, ...arrivals],
      in: [
        ...noted.filter(({ column }) => column.includes('receiv')),
        ...happened,
        ...dispatched,
        ...noted,
        ...arrivals,
      ],
      left,
      // When an entry was last touched, or its person last called, says nothing of when they asked.
      listed: [...happened, ...noted, ...dispatched],
      expires: columns('expires'),
    },
    channel: facts.channel ?? tableChannel(names, roles, file),
    list: facts.list ?? (hinted && !isLog),
    way: facts.way ?? (inboundOnly ? 'in' : 'out'),
    facts,
  }
}

/** Whether a heading says enough to read its rows: a time, somebody, and what the rows are. */
export function isReadable(names: ReadonlySet<string>, file: string, facts: TableFacts = {}): boolean {
  const plan = planOf(names, file, facts)
  const { roles } = plan
  const timed = plan.times.out.length + plan.times.left.length > 0
  const someone = [roles.to, roles.person, roles.from].some((role) => role.length > 0)
  const told =
    plan.list ||
    plan.channel !== undefined ||
    roles.channel.length > 0 ||
    [...roles.to, ...roles.person].some(
      (name) => /mail/.test(name) && (roles.status.length > 0 || roles.event.length > 0),
    )
  const says =
    plan.list ||
    [roles.status, roles.event, roles.direction, roles.text, roles.reference, roles.channel, roles.kind].some(
      (role) => role.length > 0,
    )
  return timed && someone && told && says
}

/** The columns of a heading that have a role. */
export function usedColumns(names: ReadonlySet<string>): Array<string> {
  const { zones: _, ...roles } = columnRoles(names)
  return [...new Set(Object.values(roles).flat())]
}
