import type { Rule } from './english.ts'
import { grammar } from './words.ts'

const NAME =
  '(?!(?:one|way|reason|need|such|problem|longer|more|answer|pain|doctor|dentist|parking|appointment|question|cavity|other|charge|swelling|email|text|record|charges|change|cost|issue|availability|opening|bleeding|time|point|link|copay|fee|difference|hurry|rush|signal|voicemail|service|swelling|note|sign|news|update|slot|slots)s?\\b)[a-z]+'

/** "This message was meant for someone else, I am no patient": our message, not the writer's own slip. */
export const sentToWrongPerson =
  /^(?=.*\b(?:for|to) (?:someone|somebody|another|a different|the wrong|some other)\b)(?=.*\b(?:not (?:a|your) patient|wrong (?:number|person)|not me|i think (?:this|your|you|these)|do not know you|never been|not my (?:appointment|doctor|dentist)|you (?:meant|texted|must|sent|are texting)|your (?:message|text)s?|these (?:messages|texts))\b)/

/** The reached person is not the one meant: binds the address, never the patient. */
export const wrongNumberRules: ReadonlyArray<Rule> = [
  {
    id: 'en.wrong-number',
    pattern: grammar(
      '(?:wrong|incorrect|rong|worng|wrng)(?: (?:phone|cell|telephone|mobile|fucking|damn|email))? (?:numbers?|person|guy|lady|gal|party|dude|patient|phone|girl|man|woman|address|contact|family|house|#)|wrong email|not the right (?:number|person)|not the (?:person|patient|number) you (?:are|want|need)|misdialed|wrong num',
    ),
    unless:
      /\b(?:on|in|with|for|s) (?:my |the |your |our )?(?:bill|invoice|website|site|form|chart|file|card|statement|prescription|rx|google|insurance|account|receipt|email|letter|sign|paperwork|portal|order|report|label|profile|record|records|appointment|door|listing|page)\b|\b(?:your|you have (?:my|the) wrong|gave (?:you|them|me)|give|given|i gave|wrote down|i put|i have|i had|have|had|dialed|i called|called|i texted|sent|listed|got the wrong .* from|my|has|is showing|insurance) (?:\w+ )?(?:the )?wrong\b(?! (?:number|person) (?:for|, stop|stop|remove|please))|\bwrong (?:number|address|phone|email|patient) (?:is |was )?(?:on|in|listed|for (?:the|my|your|you)|at check|of (?:visits|pills|days|teeth)|s? of)\b|\bwhat s the wrong\b|\bsorry(?: \w+){0,2} wrong (?:number|person)\b.*\b(?:meant|thought|i)\b|\bwrong (?:person|patient) (?:called|came|in|at)\b|\bnot (?:a|the) wrong\b|\bwrong address\b(?!.*(?:email|remove|stop))/,
  },
  {
    id: 'en.got-wrong',
    pattern:
      /\b(?:you|u|your|you guys|you people|they|i think you) (?:have|got|have got|must have|may have|might have|probably have|have got the|texting|calling|messaging|contacting|are (?:texting|calling|messaging|contacting|reaching)|texted|called|reached|messaged|dialed|contacted|keep (?:texting|calling))(?: (?:the|da|thee|teh|a|an|to|got|have|to the|dialed|reached|like|total|completely|someone|and|be))* (?:wrong|incorrect|stranger|different person|someone else)\b/,
    unless:
      /\bwrong (?:bill|tooth|date|time|day|insurance|address|amount|name|information|info|prescription|chart|side|dob|birthday|birth|email|records?|doctor|month|year|order|medication|pharmacy|last name|spelling|file|card|code|policy|size|color)\b/,
  },
  {
    id: 'en.no-such-person',
    pattern: new RegExp(
      `\\b(?:no|nobody|no one|there is no|there is not a|there is nobody|there is no one|not a)(?: (?:named|by the name|by that name|of|by|here named|here|name|the name))* ${NAME}(?: ${NAME})? (?:at|on|here|lives|live|living|has|have|with|works)(?: (?:here|at|this|number|the|that|address|phone))*$|\\b(?:no one|nobody|there is no one|there is nobody|no body|there is no ${NAME}|no person) (?:here )?(?:by that name|named|with that name|called (?!me|us|back|today|yet|about|to|or|from|in|on|after|you|her|him)[a-z]+|of that name|by the name)|\\bno ${NAME} (?:lives )?(?:here|at this (?:number|phone|address|house))\\b|\\b(?:i )?(?:do not|never|dont) (?:know|heard of|have|know any|know who|know anyone|know of)(?: (?:a|an|any|anyone|anybody|no|who|any one))*(?: (?:named|called|by the name of|by that name|is))+|\\b(?:do not|never) know (?:a|an|any|no) (?!(?:reason|thing|of|more|good|one|better|other|body|way)\\b)[a-z]+$|\\b(?:does not|do not|no longer|never) (?:live|lives|lived|stay|work|works) here\\b|\\bi do not know (?:this|that) person\\b|\\bnever heard of (?:him|her|them|you|this (?:person|office|place|practice)|your (?:office|practice))`,
    ),
    unless:
      /\bdo not know (?:who is|who s|who my|who the|who to|who called|who did|who was|who (?:does|helped|saw|i))\b|\bno one (?:here )?(?:called|named) (?:me|back)|\bno \w+ (?:pain|trouble|issues?|problems?) here\b|\bno (?:pain|complaints|issues|problems|worries|trouble|cavities|questions|symptoms|fever|swelling|allergies|changes?|kids|pets|smoking|help|parking|stairs|ramp|wifi|luck|bueno|good|show|idea|clue|doubt|thanks?|thank|sir|maam|room|seats?) (?:here|at)\b/,
  },
  {
    id: 'en.no-such-person-here',
    pattern: new RegExp(
      `\\b(?:do not|does not|there is not|never) (?:have |know |had )?(?:a|an|any|anyone|anybody|someone) (?:(?:named|called|by the name of|by the name) \\w+|${NAME} (?:here|at this (?:number|address|phone|house)|living here|in this (?:house|household|family))$)`,
    ),
    unless:
      /\b(?:car|ride|printer|scanner|computer|copy|record|file|key|pharmacy|fax|chart|form|insurance|dentist|card|account|phone|login|password)\b/,
  },
  {
    id: 'en.unknown-name',
    pattern: new RegExp(
      `\\b(?:do not|does not|never) (?:know|heard of|have heard of|recognize)(?: (?:a|an|any|this|who))* (?:(?:mr|mrs|ms|miss|dr) )?${NAME.replace('(?!(?:', '(?!(?:yet|if|why|how|what|the|my|your|that|when|where|who|whom|it|this|sorry|maybe|about|either|exactly|anything|anyone|you|him|her|them|yes|no|much|enough|her|his|i|we|he|she|they|there|which|whether|ok|because|and|but|for|of|honestly|really|until|lol|man|anymore|')}(?: [a-z]+)?(?: (?:is|here))?$|\\b(?:used to be|was|not|no longer) (?:(?:mr|mrs|ms|miss|dr) )?${NAME}(?: [a-z]+)? s (?:old )?(?:number|phone|cell|line|mobile)(?: (?:anymore|any more|now|but not anymore))?\\b|\\b(?:this|that) (?:number|phone|cell|line) (?:does not|do not|no longer|never)(?: longer)? belongs? to |\\b[a-z]+ (?:does not|do not|no longer|is not|is no longer)(?: longer)? (?:use|uses|have|has|at|on|with|reachable at|available at) (?:this|that) (?:number|phone|cell|line)\\b|\\b(?:this|that) (?:number|phone) is not [a-z]+ s$|\\bdo not know (?:her|him|them|this person|that person)$|\\bthis is (?:now )?(?:someone|somebody) else\\b`,
    ),
    unless:
      /\bi (?:do not|no longer|am not|am no longer) (?:use|have|at|on)\b|\bmy new\b|\b(?:pharmacy|doctor|insurance|password|code|address|answer|schedule)\b/,
  },
  {
    id: 'en.meant-for-another',
    pattern:
      /\b(?:message|text|texts|messages|call|calls|email|reminder|appointment|this|these)(?: \w+){0,3} (?:meant|intended|supposed to be|is|was|must be|are)(?: \w+){0,2} for (?:someone else|somebody else|another (?:person|patient|number)|a different (?:person|patient)|the wrong (?:person|number))\b/,
    unless: /\b(?:i meant|my (?:text|message|last)|sorry that|ignore)\b/,
  },
  {
    id: 'en.not-them',
    pattern:
      /\b(?:i am|this is|it is|we are|you are) not (?!(?:a patient|(?:your|their|one of your) (?:patient|client|customer)s?|sure|able|going|in|at|feeling|happy|interested|available|home|the one|ok|okay|well|pleased|satisfied|ready|comfortable|urgent|working|good|bad|so|very|really|that|right|what|because|my (?:appointment|bill|insurance|first)|allowed|accurate|correct|fair|an emergency|a problem|about|how|for|to|on|until|currently|covered|due|late|sick|pregnant|worried|coming|getting|seeing|taking|paying|free|done|near|too|as|there|here|mad|upset|complaining|doing|trying|here yet|bleeding|loading|open|helpful|helping|having|leaving|giving|open|acceptable|professional|a big|a fan|the best|the first|the same|the right time|the time|worth|necessary|hurting|better|any|great|clear|true|only|yet|over|fun|cool|nice|funny|possible|easy|up|from|even|with|something|out|hard|swollen|painful|rude|busy|contagious|eligible|listed|comfortable)\b)[a-z]+(?: [a-z]+)?$|\b(?:this|that) (?:is|was|s) (?:not|no longer|not even) (?:his|her|their|my|(?:(?:mr|mrs|ms|miss|dr) )?[a-z]+(?: [a-z]+)? s?) ?(?:phone|number|cell|line|mobile|email)\b|\bthis (?:is )?(?:not|no longer) [a-z]+(?: s)? (?:phone|number|cell|line|email)\b|\bnot (?:my|his|her|their|the patient s|(?!(?:a|the|your|sure|good|at)\b)[a-z]+ s) (?:phone|number|cell|email)\b|\bnot (?:the )?(?:right|correct) (?:person|number)\b/,
    unless:
      /\bnot (?:my|a good) (?:number|phone) (?:on|anymore but)|\bmy new\b|\bnot (?:my|his|her) (?:number|phone|email) (?:on (?:the|your|my|file)|, it is|it is)\b/,
  },
  {
    id: 'en.never-patient',
    pattern:
      /\bnot (?:a|your) (?:patient|client|customer)\b.*\bnever (?:was|been|have|has|were|will)\b|\b(?:never|have not|has not) (?:been|ever been|was|even been|once been|a|to your|ever|gone|seen|used|went|visited|had)(?: (?:a|an|ever|any))* ?(?:patients?|clients?|customers?|to (?:your|this|that) (?:office|clinic|practice|place|dentist|doctor)|this (?:doctor|dentist|office|clinic|practice)|your (?:doctor|dentist|office|clinic|practice)|appointment with you|seen (?:there|by you)|in your office|your office)\b/,
    unless:
      /\bi am not a (?:patient|client|customer)\b(?!.*(?:never|stop|remove|wrong))|\bnever been (?:happier|better|treated|so|there before|late|to (?:a|the) better|there on|this|in (?:so|such))|\bnot a (?:patient|client|customer) (?:yet|person|at the moment|currently|anymore|any more)\b|\b(?:never|have not|has not) been (?:seen )?there (?:before|yet|in a while|since|so)|\bhave not been there (?:in|since|yet|for)|\bhave not been a patient (?:for|in|since|long)|\bnever (?:been|had) a(?:n)? (?:better|nicer|kinder|happier|patient (?:so|more))|\bnever (?:seen|had) (?:a|an) (?:appointment (?:go|run)|patient)/,
  },
  {
    id: 'en.someone-else',
    pattern:
      /\b(?:looking for|want|need|meant|mean|reaching|reached|confused (?:me )?with|mistaken me for|mistaking me for|mixed up with|thinking of|texting|calling|belongs to|belong to|assigned to|given to)(?: (?:me|to|with))* (?:someone else|somebody else|another (?:person|patient|family)|a different (?:person|patient)|the wrong (?:person|number))\b|\bnot who you (?:think|want|are looking)|\b(?:used to be|was|formerly) (?:his|her|their|someone else s|somebody else s|my [a-z]+ s) (?:number|phone|cell)\b|\b(?:number|phone|line) (?:belongs to|is now|now belongs to) (?:someone else|somebody else|another|a different|mine)\b|\b(?:is|are|belongs to) (?:my (?:number|phone|cell) now|mine now|me now)\b|\bmy (?:number|phone) now\b|\b(?:new|current|different) (?:phone |cell )?(?:number )?(?:owner|holder|user)(?: (?:here|of|now)\b|$)|\b(?:you|u|yall|they)(?: (?:probably|must have|might have|may have|all|guys|are|were))* (?:meant|mean|want|wanted|intended|trying|tried) to (?:text|call|message|reach|contact|email|get) (?:someone else|somebody else|another (?:person|patient)|a different (?:person|patient))\b|\b(?:i |we )?(?:just|recently|only) (?:got|received|bought|was given|acquired) (?:this|the) (?:new )?(?:phone|cell|mobile)? ?(?:number|line|sim)\b|\bhave had this (?:number|phone|cell)\b|\bdo not know who [a-z]+ is\b|\b(?:she|he|they|[a-z]+) (?:has |have )?(?:changed|switched) (?:her|his|their) (?:phone |cell )?number\b|\bthis is (?:a|an) (?:business|work|office|company|landline|land line|fax|school|store|restaurant|hospital|church|different|private|shared) ?(?:phone|line|number|landline)?\b(?! (?:with|that (?:really )?(?:cares|treats)|to be proud))|\breached (?:a|an) (?:fax|landline|business|office|wrong|school|store|company)\b|\bnot (?:one of )?(?:your|their) patients?,? (?:please )?(?:stop|remove|wrong)\b/,
    unless:
      /\b(?:appointment|insurance|charge|bill|chart|record|file|prescription) (?:\w+ ){0,3}(?:belongs|assigned|given|was)\b|\bi (?:changed|switched)\b|(?<!\b(?:you|u|they|yall) (?:\w+ )?)\bmeant (?:that |this |it |to |for )|\bthis is (?:a|an) (?:business|office|school) (?:i|we|you|where)\b/,
  },
  {
    id: 'en.number-moved',
    pattern:
      /\b(?:he|she|they|patient|(?:my|the) \w+) (?:does not|do not|no longer|never) (?:use|uses|have|has|own|owns|answer|answers) (?:this|that) (?:number|phone|cell|line)\b|\b(?:this|that|the|my|your|phone) (?:phone |cell |email |mobile )?(?:number|phone|cell|line|email|address)(?: \w+){0,2}? (?:no longer|not|does not|has been|was|is)(?: (?:belongs?|belong|anymore|longer|reassigned|disconnected|recycled|given to someone else|assigned|used by|his|her|hers|their|theirs|s|a good|the right))+ ?(?:to )?(?:him|her|them|hers|his|theirs|that person|the patient|patient|[a-z]+)?\b(?=$| (?:any|,|please|remove|stop|so))|\b(?:new|different) (?:owner|person|user|holder) (?:of|at|on|has|with|for) (?:this|the|that) (?:number|phone|cell|line)\b|\b(?:i|we) (?:just |recently )?(?:got|have|had|own|bought|received|inherited)(?: (?:this|a new|the|owned))+ (?:number|phone|cell)(?: number)? (?:recently|last|for|a|two|new|from|after|since|and (?:keep|get|i))|\b(?:changed|switched|has a new|got a new|different|gave up|no longer (?:has|uses|have|owns)) (?:his|her|their|this|number|numbers|phone)+(?: number)?\b(?= ?(?:,|$|long ago|years|months))|\b(?:texting|calling|called|reached|messaging|texted|this is|reaching)(?: (?:a|an|my|the|to))* (?:landline|business|work phone|work line|store|restaurant|fax|office line|company phone|school|hospital|law firm|church|strangers?)\b/,
    unless:
      /\b(?:my|our|new) (?:number|phone|cell|email) (?:is|has been|was) (?:changed|now|\d)|\bmy (?:new )?(?:number|phone|email|address) (?:is|has)|\bi (?:changed|got|have|switched|am)|\bthis is (?:a|an|my) (?:great|good|nice|wonderful|amazing|best|excellent|friendly|busy|work) ?(?:business|office|place|hospital|school|church|store)|\bis not (?:his|her) (?:fault|first|tooth)|\b(?:phone|number|line) (?:is|was) not (?:working|answered|listed|right|correct|good|busy|in service)|\bnot (?:a good|the right) (?:time|day)/,
  },
]
