/**
 * What a column of an export holds, told by its folded name alone. Names are built alike whoever writes them: what the
 * row is about, what happened, and what kind of value stands there ("Message Sent Date (UTC)"), so a grammar reads
 * them where a list of names would need one line for each vendor.
 */

const about =
  '(?:message|msg|sms|mms|text|email|mail|call|dial|event|log|activity|contact|interaction|session|attempt|record|communication|outreach|touchpoint|conversation|campaign|delivery|transaction|response|reply)?'
const stamp = '(?:at|on|date|day|time|datetime|dateandtime|timeanddate|timestamp|ts|datestamp)'
const noun = '(?:date|time|datetime|dateandtime|timestamp|timeanddate|datestamp)'
const outward =
  '(?:sent|send|sending|dispatch(?:ed)?|submit(?:ted)?|initiat(?:ed|ion)|plac(?:ed|ement)|start(?:ed)?|begin|began|dial(?:l?ed)?|attempt(?:ed)?|made)'
const number =
  '(?:number|no|num|phone|phonenumber|phoneno|phonenum|telephone|telephonenumber|tel|mobile|mobilenumber|mobileno|mobilephone|cell|cellphone|cellnumber|msisdn|tn|did|address|email|emailaddress|emailid|addr)'

const exact = (...patterns: ReadonlyArray<string>) => new RegExp(`^(?:${patterns.join('|')})$`)

/** Roles of columns, the surest name first. A time that is none of the first three is when a system wrote or moved it on. */
const grammar = {
  dispatched: [
    exact(
      `${about}${outward}${stamp}`,
      `${noun}(?:of)?${about}${outward}`,
      'fechadeenvio',
      'fechaenvio',
      'horadeenvio',
    ),
    exact('sent', 'started', 'dialed'),
  ],
  happened: [
    exact(
      `${about}${noun}(?:of(?:call|message|contact|event|text))?`,
      `${about}(?:ts|occurred(?:at|on)?|happenedat)`,
      'when',
      'fecha',
      'fechahora',
      'fechayhora',
    ),
  ],
  noted: [
    exact(
      `${about}(?:creat(?:ed|ion)|queued?|record(?:ed)?|logged|entered|insert(?:ed)?)${stamp}`,
      `${noun}(?:created|queued|recorded|logged|entered|added)`,
      `(?:added|imported)${stamp}`,
      'created',
      'added',
    ),
    exact(`${about}received?${stamp}`, `${noun}received`, `receiv(?:ed|e|ing)time`),
  ],
  arrived: [
    exact(
      `${about}(?:delivered|delivery|done|finali[sz]ed|completed?|completion)${stamp}`,
      `${noun}(?:delivered|finali[sz]ed|completed|done)`,
    ),
    exact(
      `(?:last)?${about}(?:updated|modified)${stamp}?`,
      `${noun}(?:updated|modified)`,
      `last${about}${stamp}`,
      `last${about}`,
    ),
  ],
  /** When somebody was put on a list, or asked to be. */
  leftAt: [
    exact(
      `(?:${about}|global|group)(?:unsub(?:scribed?)?|opt(?:ed)?out|suppress(?:ed|ion)|stop(?:ped)?|dnc|donotcall|block(?:ed)?|revo(?:ked|cation)|complain(?:ed|t)|removed)${stamp}`,
      `${noun}(?:unsubscribed|optedout|suppressed|stopped|blocked|removed)`,
      'optedouttimestamp',
    ),
  ],
  to: [
    exact(
      `(?:sent|delivered|mail(?:ed)?|dial(?:l?ed)|call(?:ed)?|text(?:ed)?|messag(?:ed|e))?to(?:${number})?s?`,
      `(?:recipient|destination|dest|dst|called|calledparty|callee|dial(?:l?ed)|target|receiver|cld|rcpt|rcptto|para|destinatario)(?:${number})?s?`,
      'dnis',
    ),
  ],
  person: [
    exact(
      `(?:patient|contact|customer|client|lead|subscriber|member|person|guest|profile|consumer|prospect|optedout|optout|unsubscribed|suppressed|dnc|primary|home|best|external|remote|other|otherparty|participant)*${number}1?`,
      '(?:email|emailaddress|mail)(?:or|and)?(?:phone|mobile|cell|sms)(?:number)?',
      '(?:phone|mobile|cell|sms)(?:number)?(?:or|and)?email(?:address)?',
      'telefono',
      'celular',
      'correo',
      'correoelectronico',
      'msisdn',
      'contact',
      'recipientid',
      'participants?',
    ),
  ],
  from: [
    exact(
      `(?:sent|mail(?:ed)?|dial(?:l?ed)|call(?:ed)?|text(?:ed)?)?from(?:${number})?`,
      `(?:sender|source|src|origin(?:ator|ating|ation)?|orig|callerid|caller|calling|callingparty|owner|cli|ani|de|remitente|twilio|our|business|office|practice|line|tracking|virtual|outbound|campaign)(?:${number}|id)?`,
      'ani',
      'shortcode',
      'longcode',
      'senderid',
      'inbox',
    ),
  ],
  direction: [
    exact(
      `${about}(?:direction|inout|inboundoutbound|way|flow|traffictype)`,
      'direccion',
      'sentreceived',
      'incomingoutgoing',
    ),
  ],
  kind: [exact(`${about}(?:type|kind)`, 'mediatype', 'tipo')],
  channel: [
    exact(
      `(?:${about}|delivery)(?:channel|channeltype|medium|media|mode|method|via)`,
      '(?:sent|delivered|contacted|invited)(?:via|through|using)',
      'product',
      'producttype',
      'service',
      'servicetype',
      'canal',
    ),
  ],
  /** What happened to one message or call as a whole. */
  status: [
    exact(
      `(?:${about}|wrapup|record|agent)(?:disposition|dispositionname|actionresult|resultdescription)`,
      '(?:wrapup|wrap)(?:reason|reasonname|code|codename|name)?',
    ),
    exact(
      `(?:final|last|latest|current|overall)?${about}(?:delivery)?(?:status|result|outcome|state)(?:text|name|description)?`,
      // The last of several events is how the message stands.
      '(?:last|latest|final|current)(?:event|activity|action)(?:type|name)?',
      'estado',
      'resultado',
      'estatus',
    ),
  ],
  /** What a row is the news of; one message may have several such rows. */
  event: [exact(`(?:event|eventtype|eventname|activity|activitytype|action|recordtype|what|evento|accion)`)],
  reason: [
    exact(
      `(?:${about})(?:error|err|fail(?:ure)?|reject(?:ion)?|bounce|drop(?:ped)?|block(?:ed)?|suppression|unsub(?:scribe)?|optout|dnc|status|carrier|dlr|smtp|vendor)(?:code|reason|message|msg|description|desc|details?|text|type|response|cause)?s?\\d?(?:code|title|details?)?`,
      'reason',
      'details?',
      'description',
      'diagnostic(?:code)?',
      'response',
      'origin',
      'source',
      'addedby',
      'motivo',
    ),
  ],
  text: [
    exact(
      `(?:${about}|patient|customer|inbound|incoming)(?:body|text|content|contents)`,
      'message',
      'reply',
      'replytext',
      'messagebody',
      'bodytext',
      'smsmessage',
      'textmessage',
      'mensaje',
      'texto',
    ),
    exact(
      `(?:${about}|agent|wrapup|disposition)(?:note|notes|comment|comments|remark|remarks)`,
      '(?:result|system|outcome|status)(?:note|notes|comment|comments|remark|remarks)',
      'nota',
      'notas',
      'observaciones',
    ),
  ],
  /** When an entry leaves its list by itself. */
  expires: [exact('expire[sd]?(?:at|on|date)?', 'expir(?:y|ation)(?:at|on|date|time)?')],
  /** Whether a call was made at all. */
  made: [exact('(?:is|was)(?:callattempt|attempted|attempt|dial(?:l?ed))', 'callattempted')],
  keyword: [exact('(?:optout)?(?:keyword|optouttype|optouttrigger)')],
  /** Ids of one message or call. A bare `id` may be a person's, so it counts only together with the time. */
  reference: [
    exact(
      `(?:sms|mms|message|msg|call|text|mail|email|smtp|sg|interaction|session|telephonysession|apimessage|sgmessage|smsmessage|global)(?:message)?(?:sid|uuid|guid|id|ref|reference)`,
      'sid',
      'uuid',
    ),
  ],
  rowId: [exact('id', 'recordid', 'rowid', 'eventid')],
  patient: [
    exact(
      '(?:patient|contact|customer|external|lead|person|profile|subscriber|member|chart)(?:id|number|ref|no|key|record)',
      'mrn',
      'patient',
    ),
  ],
} satisfies Record<string, ReadonlyArray<RegExp>>

export type ColumnRole = keyof typeof grammar

/** Zones that a heading may name: the words of a whole column, so daylight saving applies. */
const namedZones: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?:utc|gmt|zulu)0*$/, 'UTC'],
  [/(?:eastern(?:time)?|est|edt|et)$/, 'America/New_York'],
  [/(?:central(?:time)?|cst|cdt|ct)$/, 'America/Chicago'],
  [/(?:mountain(?:time)?|mst|mdt|mt)$/, 'America/Denver'],
  [/(?:pacific(?:time)?|pst|pdt|pt)$/, 'America/Los_Angeles'],
  [/(?:local(?:time)?)$/, ''],
]

const timeRoles = ['dispatched', 'happened', 'noted', 'arrived', 'leftAt', 'expires'] as const

/** A column of times, with the column of its clock where the two stand apart and the zone its heading names. */
export type TimeColumn = { column: string; clock?: string; zone?: string }

export type ColumnRoles = Record<ColumnRole, ReadonlyArray<string>> & { zones: ReadonlyMap<string, string> }

/** The columns of each role, surest first; `told` are columns whose role is known from elsewhere. */
export function columnRoles(
  names: ReadonlySet<string>,
  told: Partial<Record<ColumnRole, ReadonlyArray<string>>> = {},
): ColumnRoles {
  const zones = new Map<string, string>()
  const found = (role: ColumnRole, whole: string): number => {
    const name = whole.replaceAll('.', '')
    const patterns: ReadonlyArray<RegExp> = grammar[role]
    const rank = patterns.findIndex((pattern) => pattern.test(name))
    if (rank >= 0 || !(timeRoles as ReadonlyArray<string>).includes(role)) return rank
    for (const [suffix, zone] of namedZones) {
      const bare = name.replace(suffix, '').replace(/in$/, '')
      if (bare === name || bare === '') continue
      const at = patterns.findIndex((pattern) => pattern.test(bare))
      if (at < 0) continue
      if (zone !== '') zones.set(whole, zone)
      return at
    }
    return -1
  }
  const columnsOf = (role: ColumnRole) =>
    [...names]
      .map((name, at) => ({ name, rank: name === '' ? -1 : found(role, name), at }))
      .filter(({ rank }) => rank >= 0)
      .sort((a, b) => a.rank - b.rank || a.at - b.at)
      .map(({ name }) => name)
  // Filled below for every role of the grammar.
  const roles = {} as Record<ColumnRole, ReadonlyArray<string>>
  for (const role of Object.keys(grammar) as Array<ColumnRole>) {
    const known = (told[role] ?? []).filter((name) => names.has(name))
    roles[role] = [...new Set([...known, ...columnsOf(role)])]
  }
  return { ...roles, zones }
}

/** The columns of a role as times: `date` and `time` of one name are one. */
export function timeColumns(roles: ColumnRoles, role: (typeof timeRoles)[number]): Array<TimeColumn> {
  const columns = roles[role]
  return columns.map((column) => {
    const partner = column.includes('fecha') ? column.replace('fecha', 'hora') : column.replace(/date(?!time)/, 'time')
    const zone = roles.zones.get(column) ?? roles.zones.get(partner)
    const paired = partner !== column && (columns.includes(partner) || partner === 'hora')
    return { column, ...(paired && { clock: partner }), ...(zone !== undefined && { zone }) }
  })
}
