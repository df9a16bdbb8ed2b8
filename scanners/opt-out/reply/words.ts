/** Word classes of the English grammar; each is an alternation over plain words. */
const classes = {
  // the channel of a message, in nouns
  TEXTN: 'text messages?|texts?|text|whatsapps?|imessages?',
  CALLN: 'phone calls?|robo ?calls?|auto ?calls?|calls?|voice ?mails?|voice messages?',
  MAILN: 'email messages?|emails?|e ?mailings?|mailings?|newsletters?',
  // what outreach is made of
  SENT: 'review requests?|review links?|survey requests?|automated messages?|messages?|notifications?|alerts?|reminders?|surveys?|questionnaires?|requests? for (?:a |my )?(?:reviews?|feedback)|requests?|solicitations?|promotions?|promos?|marketing(?: stuff| messages?)?|ads?|offers?|blasts?|spam(?:ming)?|junk(?: mail)?|communications?|communicating|contact|correspondence|outreach|follow ups?|pings?|notices?|updates?|campaigns?|subscriptions?|robo ?texts?|auto ?messages?|reviews? (?:stuff|messages?|things?)|feedback (?:stuff|messages?|requests?)|links?|broadcasts?|reviews',
  JUNK: 'stuff|crap|shit|bs|bullshit|nonsense|garbage|things?|ones|annoyances?|harassment|bothering|bs|mess',
  DET: 'the|these|those|this|that|your|any|all|all of|all the|all of the|all of these|all these|all your|any of|any of these|any of the|any of your|any more|anymore|any further|any other|any additional|any future|more|more of|more of these|more of your|further|future|additional|other|so many|such|such|automated|automatic|constant|damn|fucking|stupid|annoying|unwanted|unsolicited|endless|silly|daily|weekly|of|with|with the|with these|with your|it with the|it with these|dental|medical|office|google|review|survey|marketing|promotional|robo|spam|text|sms|clinic|practice|out|from|us|me|my|anything|everything|else',
  // doing it
  REACHING:
    'texting|messaging|contacting|calling|phoning|ringing|dialing|dialling|emailing|mailing|writing|bugging|bothering|harassing|harrassing|spamming|pestering|hounding|annoying|disturbing|soliciting|asking|reaching out|reaching|notifying|reminding|pinging|blowing up|hitting up|hitting me up|hitting|communicating|corresponding|stalking|badgering|nagging|inviting|following up|trying to (?:reach(?: out)?|contact|call|text|get|email|message|bother|phone|sell|get in touch)|bombarding|flooding|blasting|robocalling|robotexting|advertising|marketing|telemarketing|surveying|begging|prompting|requesting|leaving (?:me |us |any |more |these |all these )*(?:voice ?mails?|messages?|vms?)|sending|trying|messing|using',
  REACH:
    'text|message|contact|call|phone|ring|dial|email|mail|write|bug|bother|harass|spam|pester|hound|annoy|disturb|solicit|ask|reach out|reach|notify|remind|ping|communicate|correspond|hit|follow up|survey|leave (?:me |us |any |more |any more )*(?:voice ?mails?|messages?|vms?)|get in touch|try to (?:reach|call|contact|text)|send|blow up|invite|nag|market|advertise|robocall|robotext',
  // the person who is reached
  ME: 'me|us|my|our|this (?:number|phone|cell|line|address|email|house|household|inbox|mobile|landline)|here|at this (?:number|address|phone)|(?:the|my|our) (?:house|home|cell|phone|number|landline|mobile|email|inbox|line)|him|her|them|patient|pt',
  LISTN:
    'lists?|mailing lists?|call lists?|calling lists?|text lists?|texting lists?|contact lists?|contacts list|contacts|phone lists?|email lists?|distribution(?: lists?)?|databases?|data ?base|systems?|records|files?|everything|all of (?:it|this|these|them)|rotation|mailings?|recipients?|subscriptions?|subscribers?|roster|campaigns?|program|directory|outreach|notifications?|alerts?',
  COURTESY:
    'no|nope|nah|spam|spammers?|scam|scammers?|please|kindly|thanks|thank you|thank|you|hi|hello|hey|dear|sir|maam|madam|ok|okay|now|just|immediately|asap|at once|already|yes|yeah|yep|lol|ugh|omg|wtf|oh|um|well|so|and|or|i mean|seriously|for real|really|simply|actually|today|right now|folks|guys|people|everyone|team|doc|doctor|dr|jesus|christ|god|gosh|for the love of god|fucking|fuck|damn|damnit|hell|the hell|the fuck|shit|lord|again|forever|permanently|entirely|completely|too|also|then|immediatly|effective immediately|as soon as possible|right away|with this|alright|all right|sorry|anymore|any more|good ?bye|bye|good day|good (?:morning|afternoon|evening|night)|nice day|have a good day|sincerely|regards|best|once and for all|ever|sheesh|dude|bro|man|lady|ma am|por favor|gracias|ya|x|xx|god bless|god bless you|bless you|blessings|take care|cheers|much appreciated|appreciate it|have a (?:nice|great|good|blessed) (?:day|one|evening|weekend)|from now on|going forward|b|thankyou',
  AUX: 'i|we|you|would|could|can|will|must|should|need|needs|want|wants|like|wish|to|am|are|is|be|do|asking|ask|asked|beg|begging|told|tell|telling|said|say|saying|request|requesting|requested|have|has|had|been|going|got|let s|let us|id|it|for|last time|the last time|time|times|one|two|three|four|five|\\d+|once|twice|before|yesterday|last week|last month|weeks?|days?|ago|in|them|y|a|an|all|many|several|multiple|first|second|third|last|warning|previously|earlier|that|what|which|means|part|dont|not|understand|of|texted|replied|reply|replying|typed|wrote|sent|responded|text|word|clearly|literally|good|fine|all set|done|busy|here is|my|final|answer|way|thing|enough|due|the',
}
const macro = /\{([A-Z]+)\}/g

/** A pattern over the plain words of a clause; `{CLASS}` stands for a word class, and the whole must be whole words. */
export function grammar(pattern: string): RegExp {
  const filled = pattern.replace(macro, (_, name: string) => `(?:${classes[name as keyof typeof classes]})`)
  return new RegExp(`(?<![^ ])(?:${filled})(?![^ ])`)
}

/** The same, anchored to the whole of the clause. */
export function whole(pattern: string): RegExp {
  const filled = pattern.replace(macro, (_, name: string) => `(?:${classes[name as keyof typeof classes]})`)
  return new RegExp(`^(?:${filled})$`)
}
