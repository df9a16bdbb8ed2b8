import { type Channel, channels, type Result } from './event.ts'

/**
 * What the words of a status or an event tell. `nothing`: an open or a click, which is no contact. `reply`: the row is
 * what a person wrote; `replied`: it is a message that was answered.
 */
export type StatusMeaning = Result | 'opt_out' | 'opt_in' | 'reply' | 'replied' | 'nothing'

const optOutWord =
  '(?:opt(?:ed|s|ing)?[ _-]?out|unsub\\w*|suppress(?:ed|ion|es)?(?![ _-]?bounce)|do[ _-]?not[ _-]?(?:call|contact|text|mail|email|message)|dnc|stop (?:message|request|keyword|list)|spam (?:report|complaint)|recipient (?:has )?(?:stopped|unsubscribed))'
const anyOptOut = new RegExp(`\\b${optOutWord}`)
/** The way out that a message offers is no opt-out. A click on it is one. */
const offeredWayOut = new RegExp(
  `\\b(?:with |incl(?:udes?|uding|\\.)? |contain(?:s|ing) |add(?:s|ed) |append(?:s|ed) )?(?:an? |the |our )?${optOutWord}[ _-]?(?:footer|header|link|url|text|language|instructions?|notice|wording|reminder|info(?:rmation)?|line|disclosure|option|button|confirmation)\\b(?!.*click)[^;|/()]*`,
  'g',
)
const denial = "(?:not|never|no|non|without|isn[’']?t|wasn[’']?t|aren[’']?t)"
const filler =
  '(?:[ _-]+(?:been|yet|currently|longer|on|in|the|an?|any|our|list(?:ed)?|marked|as|flagged|under|found|matched|to))*'
/** "Not opted out", "DNC: no", "suppression lifted", "failed to unsubscribe": an opt-out that is denied or undone. */
const deniedOptOut = new RegExp(
  [
    `\\b${denial}${filler}[ _-]+${optOutWord}`,
    `\\b(?:removed|cleared|taken|released) (?:off|from) (?:the |our )?(?:internal |global )?${optOutWord}`,
    `\\bfail(?:ed|ure|s)? to (?:be )?${optOutWord}`,
    `\\b${optOutWord}(?:[ _-]?(?:status|flag|list|check|match|scrub|request|filter))*[ :=_-]+(?:no|none|false|0|off|clear(?:ed)?|clean|passed|ok|lifted|removed|expired|disabled|ignored|bypassed|overridden|failed|error|pending|not (?:found|matched|set))\\b`,
    `\\b(?:un-?|not[ _-]|never[ _-])(?:block|suppress)`,
  ].join('|'),
)
const wentOut =
  /\b(?:delivered|sent|accepted|answered|connected|completed?|transmitted|read|seen|opened|success\w*|voice ?mail|left (?:a )?message)\b/
/** "Not sent", "undelivered", "before it was sent": words of an arrival that say there was none. */
const wentNowhere =
  /\bundeliver\w*|\bunsent\b|\b(?:not|never|cannot|could ?n[o’']t|was ?n[o’']t|has ?n[o’']t)(?: be| been| being)?[ _-]?(?:delivered|sent|accepted|answered|connected|completed|transmitted|read|seen|opened)\b|\bfail(?:ed|ure|s)? to (?:be )?(?:sent|delivered|connected)\b|\bbefore (?:it was |being )?(?:sent|delivered)\b|\b(?:to be|would (?:have )?be(?:en)?|ever) (?:sent|delivered)\b/g

export function deniesOptOut(text: string): boolean {
  return deniedOptOut.test(text.toLowerCase().replaceAll('_', ' '))
}

/**
 * Whether a status or a reason says that an opt-out kept the message back. `unclear`: it speaks of an opt-out, and
 * denies it, or says that the message went out all the same.
 */
export function refusal(text: string): 'refused' | 'unclear' | 'none' {
  const said = text.toLowerCase().replaceAll('_', ' ').replace(offeredWayOut, ' ')
  if (deniedOptOut.test(said)) return 'unclear'
  if (!anyOptOut.test(said)) return 'none'
  // "Not sent", "undelivered" went nowhere; what went out stays a question whatever else stands beside it.
  return wentOut.test(said.replace(wentNowhere, ' ')) ? 'unclear' : 'refused'
}

/** Words that are the whole of a status. */
const plainWords: ReadonlyArray<readonly [RegExp, StatusMeaning]> = [
  [
    /^(?:group[ _-]?|global[ _-]?|list[ _-]?)?(?:re-?subscribed?|un-?stop|opt(?:ed)?[ _-]?in|opted back in|start)$/,
    'opt_in',
  ],
  [
    /^(?:sms |text |email |global[ _-]?|group[ _-]?|list[ _-]?|recipient )?(?:unsub(?:s|scribed?|scription)?|opt(?:ed)?[ _-]?out|stop(?:ped)?|spam|spam[ _-]?report(?:ed)?|spam[ _-]?complaint|complain(?:ed|t)|marked as spam|abuse|revoked?|(?:clicked )?(?:unsubscribe|opt[ _-]?out)(?: link)?(?: click(?:ed)?)?)(?: \(.*\))?$/,
    'opt_out',
  ],
  [
    /^(?:(?:the )?(?:user|patient|contact|recipient|customer|member|subscriber|client|person) (?:has |have )?)?(?:unsubscribed|opted[ _-]?out|stopped)(?: (?:by|via|from|of|through|using|with) [^;|]{1,40})?$|^(?:opt[ _-]?out|stop|unsubscribe|dnc|do[ _-]not[ _-](?:call|contact|text)) request(?:ed|s)?$/,
    'opt_out',
  ],
  [/^(?:received|receiving|inbound|incoming|mo|reply|response|message[ ._-]received|text received)$/, 'reply'],
  [/^(?:replied|responded|answered by (?:patient|contact|customer)|repl(?:y|ied) received)$/, 'replied'],
  [
    /^(?:unique[ _-]?)?(?:open(?:ed|s)?|click(?:ed|s)?|viewed|rendered|stored|proxy open|link click(?:ed)?|first opening|loaded by proxy|forwarded|printed)$/,
    'nothing',
  ],
]

/** Words by which an outcome is known wherever they stand in a status that speaks of no opt-out. */
const outcomeWords: ReadonlyArray<readonly [RegExp, StatusMeaning]> = [
  [
    /\bblock|black ?list|inactive|suppress|undeliver|not[ _-]?(?:delivered|sent)|fail|bounce|invalid|error|reject|drop|cancel|expire|deleted|unreachable|unknown|undelivrd|refused|denied|disconnect|not in service|wrong number|no calling credit|unsupported|suspended|skipped|throttled|spam/,
    'failed',
  ],
  [/voice ?mail|machine|left (?:a )?message|\bvm\b/, 'voicemail'],
  [
    /no[ _-]?answer|not answered|unanswered|busy|missed|hang ?up|hung ?up|abandon|no[ _-]?response|offline|timed? ?out/,
    'no_answer',
  ],
  [/deliver|delivrd|^read\b|^seen|^open(?:ed)?$|^click(?:ed)?$/, 'delivered'],
  [/answer|connect|complete|talked|spoke|contacted|success.*call|accepted call|in-progress/, 'answered'],
  [/queue|accept|schedul|pending|enroute|process|buffer|submit|initiated|ringing|deferr|delay/, 'accepted'],
  [/sent|send|^ok$|success|finali[sz]ed|outbound|transmitted|enviad/, 'sent'],
]

/** How a message stands that has such news: whoever opened or answered it had been sent it. */
export function asStatus(meaning: StatusMeaning, perEvent: boolean): StatusMeaning {
  if (meaning === 'nothing') return perEvent ? 'nothing' : 'delivered'
  if (meaning === 'replied') return perEvent ? 'reply' : 'replied'
  return meaning
}

/**
 * `perEvent`: the column tells one piece of news a row, so an opened mail is no second contact. A status tells how a
 * message stands, so an opened or answered one had been sent.
 */
export function statusMeaning(
  text: string,
  { perEvent, voice }: { perEvent: boolean; voice: boolean },
): StatusMeaning | undefined {
  // "Received Email" is what a mail platform says of a message that arrived; a person's reply is plainly "received".
  const whole = text.trim().toLowerCase()
  const word = /^received (?:e-?mail|sms|text|push)/.test(whole)
    ? 'delivered'
    : whole
        .replace(/\b(?:e-?mail|sms|text|mms|message|marketing)\b/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || whole
  const plainly = plainWords.find(([pattern]) => pattern.test(word))?.[1]
  if (plainly !== undefined) return asStatus(plainly, perEvent)
  const refused = refusal(whole)
  if (refused !== 'none') return refused === 'refused' ? 'blocked' : undefined
  const outcome = word.replace(offeredWayOut, ' ')
  const found = outcomeWords.find(([pattern]) => pattern.test(outcome))?.[1]
  // "Accepted" is an answered call, and a message somebody else has taken over.
  if (voice && found === 'accepted' && /accept/.test(outcome)) return 'answered'
  return !voice && found === 'answered' ? (/complete|success/.test(outcome) ? 'sent' : 'delivered') : found
}

const channelWords: ReadonlyArray<readonly [RegExp, Channel]> = [
  [/voice ?-?mail|ringless|\brvm\b|robo-?call|text[ -]to[ -]speech/i, 'voice'],
  [/direct mail|postal/i, 'mail'],
  [/whats/i, 'whatsapp'],
  [/sms|text|mms|\brcs\b/i, 'sms'],
  [/mail$|^e-?mail|email/i, 'email'],
  [/voice|call|phone|dial|pstn|voip/i, 'voice'],
  [/push/i, 'push'],
  [/letter|post/i, 'mail'],
]

export function channelOf(word: string | undefined): Channel | undefined {
  if (word === undefined) return undefined
  return (
    channels.find((channel) => channel === word.toLowerCase()) ??
    channelWords.find(([pattern]) => pattern.test(word))?.[1]
  )
}

/** Which way a message or call went, by the words vendors use for it. */
export function wayOf(word: string | undefined): 'in' | 'out' | undefined {
  const text = word?.trim().toLowerCase() ?? ''
  if (
    /^(?:i|in(?:bound|coming|coming (?:call|text|message)|-?bound.*)?|inbound.*|received?|recv|rx|mo(?:_\w+)?|mobile[ _-]originated|(?:sent )?(?:from|by) (?:the )?(?:patient|contact|customer|client)|reply|entrante|recibido)$/.test(
      text,
    )
  )
    return 'in'
  return /^(?:o|out(?:bound|going|going (?:call|text|message)|bound[-_ ].*)?|sent|send|tx|mt(?:_\w+)?|mobile[ _-]terminated|(?:sent )?to (?:the )?(?:patient|contact|customer|client)|saliente|enviado|manual|preview|progressive|predictive|power)$/.test(
    text,
  )
    ? 'out'
    : undefined
}
