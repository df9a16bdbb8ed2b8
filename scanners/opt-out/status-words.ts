import { type Channel, channels, type Result } from './event.ts'

/** What the words of a status or an event tell. `nothing`: an open or a click, which is no contact. */
export type StatusMeaning = Result | 'opt_out' | 'opt_in' | 'reply' | 'nothing'

/** An opt-out is why a message was not sent: said in a status or in the reason beside it. */
export const refusedForOptOut =
  /opt(?:ed)?[ _-]?out|unsub|suppress-|\bsuppress(?:ed|ion)|black ?list|do[ _-]?not[ _-]?(?:call|contact|text)|\bdnc\b|\b21610\b|stop (?:message|request|keyword)|spam (?:report|complaint)|recipient (?:has )?(?:stopped|unsubscribed)|inactive ?recipient/i

const words: ReadonlyArray<readonly [RegExp, StatusMeaning]> = [
  [
    /^(?:group[ _-]?|global[ _-]?|list[ _-]?)?(?:re-?subscribed?|un-?stop|opt(?:ed)?[ _-]?in|opted back in|start)$/,
    'opt_in',
  ],
  [
    /^(?:sms |text |email |global[ _-]?|group[ _-]?|list[ _-]?|recipient )?(?:unsub(?:s|scribed?|scription)?|opt(?:ed)?[ _-]?out|stop(?:ped)?|spam|spam[ _-]?report(?:ed)?|spam[ _-]?complaint|complain(?:ed|t)|marked as spam|abuse|revoked?)(?: \(.*\))?$/,
    'opt_out',
  ],
  [
    /^(?:received|receiving|inbound|incoming|mo|repl(?:y|ied)|responded|response|message[ ._-]received|text received)$/,
    'reply',
  ],
  [
    /^(?:unique[ _-]?)?(?:open(?:ed|s)?|click(?:ed|s)?|viewed|rendered|stored|proxy open|link click(?:ed)?|first opening|loaded by proxy|forwarded|printed)$/,
    'nothing',
  ],
  [/not (?:block|suppress)/, 'sent'],
  [
    /block|suppress|opt(?:ed)?[ _-]?out|unsub|\bdnc\b|do[ _-]?not[ _-]?(?:call|contact)|black ?list|inactive/,
    'blocked',
  ],
  [
    /undeliver|not[ _-]?(?:delivered|sent)|fail|bounce|invalid|error|reject|drop|cancel|expire|deleted|unreachable|unknown|undelivrd|refused|denied|disconnect|not in service|wrong number|no calling credit|unsupported|suspended|skipped|throttled|spam/,
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

/** `perEvent`: the column tells one piece of news a row, so an opened mail is no second contact. */
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
  const found = words.find(([pattern, meaning]) => (meaning !== 'nothing' || perEvent) && pattern.test(word))?.[1]
  // "Accepted" is an answered call, and a message somebody else has taken over.
  if (voice && found === 'accepted' && /accept/.test(word)) return 'answered'
  return !voice && found === 'answered' ? (/complete|success/.test(word) ? 'sent' : 'delivered') : found
}

const channelWords: ReadonlyArray<readonly [RegExp, Channel]> = [
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
    /^(?:in(?:bound|coming|coming call|-?bound.*)?|inbound.*|received?|recv|mo(?:_\w+)?|mobile[ _-]originated|from (?:patient|contact|customer)|reply|entrante)$/.test(
      text,
    )
  )
    return 'in'
  return /^(?:out(?:bound|going|bound[- ].*)?|sent|send|mt(?:_\w+)?|mobile[ _-]terminated|to (?:patient|contact|customer)|saliente|manual|preview|progressive|predictive|power)$/.test(
    text,
  )
    ? 'out'
    : undefined
}
