import type { Rule } from './english.ts'
import { grammar, whole } from './words.ts'

/** What turns an instruction to end contact into a limit on it: held for a person, never dropped. */
export const limits: ReadonlyArray<Rule> = [
  {
    id: 'en.limit-time',
    pattern:
      /\b(?:at|during) (?:work|night|school|lunch|dinner|church|my job|the office|the day|work hours|work time|the week|working hours|business hours|\d+(?: ?[ap]m)?|this (?:hour|time)|\d \d\d|midnight|dawn|six|seven|five|dinnertime|odd hours)\b|\b(?:before|after|past|until|till|between|by|since) (?:\d+(?: ?[ap]m)?|\d+(?:am|pm)|noon|lunch|hours|work|school|surgery|my (?:surgery|appointment|shift|vacation)|five|six|seven|eight|nine|ten|dark|bedtime|i (?:get|finish|leave|am|m|have)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|then|tomorrow|the (?:holidays?|first|weekend)|january|june|july|august|september|further notice)\b|\b(?:on|over|during) (?:the )?(?:weekends?|weekdays?|sundays?|saturdays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|holidays?|vacation)\b|\bweekends\b|\bin the (?:morning|mornings|evening|evenings|afternoon|middle of|night)\b|\b(?:so|this|too|that|very) (?:early|late)\b|\b(?:early|late) (?:in|at|on|mornings?|nights?)\b|\bwhile i (?:am|m)\b|\bwhen i (?:am|m)\b|\bfor (?:a while|now|the time being|the next|a few|a couple|this (?:week|month)|today|the rest of)\b|\bthis (?:week|weekend|month|evening|morning|afternoon)\b|\bnext week\b|\bnight shift\b|\bi work nights\b|\bwhile (?:driving|working|at work)\b|\bmornings\b|\bevenings\b/,
  },
  {
    id: 'en.limit-often',
    pattern:
      /\b(?:so|that|this|as|too) (?:much|often|many|frequently)\b|\bless (?:texts?|messages?|calls?|emails?|often|frequent(?:ly)?|reminders?)\b|\bfewer\b|\b(?:text|call|email|message|contact|send|remind)(?: me)? less\b|\bnot as (?:many|often|much)\b|\bonce (?:a|per|every) (?:day|week|month|year)\b|\bonce is (?:enough|plenty|fine)\b|\b(?:more than|only|just|at most) (?:one|once|1|twice|two)\b|\bone (?:text|message|reminder|email|call) (?:is|per|a|only)\b|\btwice (?:a|in|for)\b|\bmultiple (?:texts|messages|times a|reminders)\b|\bback to back\b|\bcut (?:back|down)\b|\btone (?:it|down)\b|\bslow down\b|\bease up\b|\bduplicates?\b|\bdouble (?:texts?|texting)\b|\bcut it down\b|\b(?:\d|two|three|four|five|six) times (?:a|per) (?:day|week)\b/,
  },
  {
    id: 'en.limit-topic',
    pattern:
      /\b(?:only|just) (?:want|need|send|text|call|email|use (?!email|text|phone|mail|calls)|contact|message|reach|the|for|appointment|about|appt|reminders?|appointments|emergencies|important|confirmations?|my|interested|like|care|bills?|results?|when|if|wanted)\b|\b(?:reminders?|appointments?|emergencies|confirmations?|emergency|results?|billing)(?: \w+)? only\b|\bonly (?:for|if|about|when)\b|\b(?:except|unless|other than|besides|apart from|aside from)\b|\b(?:but|and) (?:the |appointment |appt |my |appointments? |keep |still )*(?:reminders?|appointments?|confirmations?|appointment texts|updates|results)(?: \w+){0,3} (?:ok|okay|fine|good|welcome|are|is|please|helpful|great)\b|\b(?:but|just) (?:keep|continue|still|please keep)(?: \w+){0,3} (?:reminders?|reminding|appointments?|confirmations?|texting|sending|emailing|calling)\b|\bnot (?:the )?(?:reviews?|surveys?|marketing|promos?|ads)\b$|\b(?:reminders?|confirmations?|appointments?|appts?)(?: (?:texts?|messages?))? (?:(?:are|is) )?(?:ok|okay|fine|good|welcome|great)\b|\bstill (?:want|need|like)(?: \w+){0,3} (?:reminders?|appointment|results|confirmations?)\b|\bmarketing (?:texts? )?only\b|\brather (?:just )?(?:get|have|receive) (?:the )?reminders\b/,
  },
  {
    id: 'en.limit-person',
    pattern:
      /\b(?:call|text|contact|email|try|message|reach|ask|use) (?:my|her|his|the) (?:husband|wife|mom|mother|dad|father|son|daughter|spouse|parents?|sister|brother|caregiver|guardian|other|new|second|work|home|daughters?|cell|assistant|pt|partner) ?(?:\w+ )?(?:instead|number|phone|cell|first|or|only|is|,|he|she|who|please|at)?\b.*$|\b(?:text|call|calling|texting|contact|contacting|email|emailing|message|messaging|send|sending|bother|bothering) (?:my|her|his|our) (?:husband|wife|mom|mother|mum|dad|father|son|daughter|spouse|parents?|sister|brother|boss|work|job|office|employer|grandmother|grandma|kids?|children|roommate|ex|neighbor|girlfriend|boyfriend|assistant|workplace|other|old|partner)\b|\b(?:at|on) my (?:work|job|office|other|old|business)(?: \w+)?\b|\bmy (?:work|office|job|old|other|business) (?:phone|number|cell|line|email)\b|\bcall me instead\b|\btext me instead\b(?=.*\b(?:mom|husband|wife|dad|son|daughter|him|her|home)\b)|\bmy (?:work|job|office)$/,
    unless:
      /\bthis is (?:my|a|his|her|our) (?:work|office|business|job)\b|\b(?:mother|mom|father|dad|parent|guardian)\b.*\b(?:ask|request|want|said|says|say|told|tell|demand|insist)\w*\b.*\b(?:her|his|their) (?:son|daughter|child|kids?|children)\b/,
  },
]

/** "Not today" limits only an instruction not to contact; "stop, right now" is an order. */
export const momentLimits =
  /\b(?:not|never)\b.*\b(?:today|tonight|right now|now|yet|tomorrow|at the moment|currently|back today)\b/

/** What a phone or a mail server answers by itself; it carries "do not disturb" and "not accept" that nobody asked. */
export const automatic =
  /\b(?:auto ?(?:matic|mated)? ?(?:reply|response|responder|message)|out of (?:the )?office|on (?:pto|vacation) until|away from (?:my )?(?:desk|email)|do not disturb (?:is )?(?:on|mode|turned|while|until)|(?:with|has|have) do not disturb|(?<!\b(?:i|we|you|she|he|patient) )(?:does|can|do|is|will) not (?:currently )?(?:accept|accepting|receive|receiving|monitor|monitored|support|set up)(?: \w+)? (?:text|texts|sms|messages|calls|incoming)|not (?:monitored|in service|set up)|unmonitored|(?:mailbox|inbox) (?:is )?(?:full|not)|i am (?:currently )?driving (?!to|over|there|now|home|up)|undeliverable|delivery (?:failed|failure|status)|message (?:blocking|blocked|not delivered)|see your message (?:later|when))\b/

/** Without an instruction, but nobody should be sent to before a person has looked. */
export const doubts: ReadonlyArray<Rule> = [
  {
    id: 'en.seen-elsewhere',
    pattern:
      /^(?:i|we) (?:now )?(?:see|go to|use|am with|are with) (?:dr|doctor) [a-z]+(?: now| instead)?$|\b(?:have )?never been there$|^not (?:a|your) (?:patient|client|customer)$/,
  },
  {
    id: 'en.number-source',
    pattern:
      /\b(?:why|how come|how)(?: \w+){0,3} (?:have|has|had|got|get) (?:my|this|her|his) (?:number|info|information|email|phone|cell)\b|\bhow (?:we|you|they) (?:got|have|obtained)(?: \w+){0,2}? ?(?:number|info|email|name)\b|\basked (?:why|how|who|where) (?:we|she|he|they|you|i)\b|\b(?:bad|not a good) time\b/,
  },
  {
    id: 'en.one-enough',
    pattern:
      /\b(?:one|1|a single)(?: \w+)? is (?:enough|plenty|fine|sufficient)\b|\bsend less\b|\b(?:text|email|call|message|send)(?:ing|s)? (?:\w+ ){0,2}a lot\b|\bonly (?:for|with) (?:appointments?|emergenc\w+|reminders?|important)\b|\bonly (?:appointments?|appt) (?:info|reminders?|texts?|messages?|related|stuff)\b/,
    unless: /\ba lot (?:of )?(?:better|more|pain|less)\b/,
  },
  {
    id: 'en.will-not-review',
    pattern:
      /\b(?:will not|would not|refuse to|not going to|am not) (?:be )?(?:review|reviewing|rate|rating)\b|\b(?:do not|not) do (?:surveys|reviews|ratings)\b/,
  },
  {
    id: 'en.text-stop-question',
    pattern:
      /^(?:so |and |hi )?(?:do|should|can|must|if|would|could|what happens (?:if|when)|what if) (?:i|we) (?:just |have to |need to )?(?:text|reply|send|say|type|respond)(?: with| back)? (?:stop|cancel|end|quit|unsubscribe)\b/,
  },
  {
    id: 'en.again',
    pattern:
      /^(?:fine |fine , |ok |yeah )?whatever$|^(?:just )?(?:leave it alone|let it go|drop it|give it up|get over it|move on)(?: already| please)*$|^(?:seriously|again|really|ugh|omg|wow|jeez|geez|jesus|oh my god|come on|for real|another one|this again|you again|not again|not this again|here we go|good grief|for god s sake|lord)(?: (?:seriously|again|really|with this|you guys|you people|another one|guys|people|already|this))*$|\b(?:do|does|will) (?:you|yall|they|this|these|it)(?: \w+){0,2} (?:ever|never) (?:stop|quit|end|give up)\b|\bwhen (?:will|does|is|do) (?:this|it|these|you)(?: \w+){0,2} (?:stop|end|quit)\b|^(?:stop|end|quit|cancel) or (?:not|no|what|keep|continue)\b/,
    unless: /\b(?:again please|really (?:good|great|nice|happy)|pain|bleeding|swelling|numb\w*|sale|class|session)\b/,
  },
  {
    id: 'en.not-now',
    pattern:
      /(?:^|, )(?:sorry |please |maybe |but )*not (?:right now|now|today|tonight|this (?:time|week|month|year)|at the moment|at this time)\b|\b(?:call|try|text|contact|ask|message)(?: (?:me|back|us|again|her|him))* (?:some other|another|a different) (?:day|time|week)\b|\b(?:called|contacted|texted|reached|calls|texts)(?: \w+)? (?:after|before|between|at|on|in|during)(?: \w+){1,4} only\b|\bonly (?:be )?(?:called|contacted|texted|call|text|contact|reach)\b|\byou (?:guys |people |already |have |just |all )*(?:texted|called|emailed|messaged|contacted|sent)(?: \w+){0,3} (?:\d+|three|four|five|six|ten|several|multiple|many|so many|a million|a dozen) (?:times|texts|messages|calls|emails)\b|\bless (?:often|frequently|frequent)\b|\bnot as (?:often|frequent)\b/,
    unless:
      /\bnot (?:today|now|this week) but\b.*\b(?:works?|good|available|free)\b|\b(?:appointment|reschedule|come in|works)\b/,
  },
  {
    id: 'en.someone-for-me',
    pattern:
      /\b(?:text|call|contact|email|message|ask|try|reach)(?: (?:my|her|his|the))? \w+(?: \w+)? (?:instead of|not|rather than) (?:me|him|her|patient)\b|\b(?:talk|speak|reach out) (?:to|with) (?:my|his|her|the) \w+(?: \w+){0,3} (?:not (?:to |with )?(?:me|him|her)|instead)$|\b(?:goes|go|should go|send|sent) (?:to|through) (?:my|his|her) (?:husband|wife|mom|mother|dad|father|son|daughter|spouse|caregiver|guardian|sister|brother|parents?)\b/,
    unless: /\b(?:appointment|bill|receipt|results?|records)\b/,
  },
  {
    id: 'en.limit-hours',
    pattern:
      /^(?:please )?not (?:on|at(?! all)|during|in the|after|before|while|this (?:late|early)|so (?:late|early)) /,
  },
  {
    id: 'en.you-too-often',
    pattern:
      /\b(?:you|they|yall)(?: \w+){0,2} (?:text|call|email|message|contact|texting|calling|send)(?: \w+){0,2} (?:too|so) (?:much|often|many|early|late)\b|\bhow many (?:texts|messages|times|calls|emails)\b/,
    unless: /\bhow many (?:times|texts) (?:a day|should|do i|can i|will)/,
  },
  {
    id: 'en.just-reminders',
    pattern:
      /^(?:please |i |we )?(?:just|only)(?: (?:want|need|the|my|appointment|send|appt|me|text|cleaning))* (?:reminders?|appointments?|confirmations?)(?: (?:please|stuff|things|info|messages|ok|thanks|only|texts|about))*$/,
  },
  {
    id: 'en.decline',
    pattern:
      /^(?:(?:i |we |um |hi |hello |sorry |please |well |uh |oh |ok |am |i am |thanks |but |patient |pt |said |says |states |stated |she |he |is |was |very |sorry but |just |really |yeah |lol |haha |hell |fuck |absolutely |definitely |honestly )*)(?:no|nope|nah|no no|no no no|nay|n|no thanks?|no thank you|no thanks you|no way|no ma am|no maam|no sir|noo|not interested(?! in (?!this|these|your|leaving|doing|giving|a review|reviews?|surveys?|participating|texts?|messages?|any|the (?:survey|review)|writing|filling))(?: .*)?|uninterested|no interest(?: .*)?|pass|hard pass|i pass|i ll pass|will pass|gonna pass|going to pass|not now|not right now|not today|not at this time|not this time|no longer interested|decline|declined?(?: .{0,40})?|declines(?: .{0,40})?|i decline|refused?(?: .{0,40})?|refuses(?: .{0,40})?|never|do not|do not want to|do not care|will not|rather not|would rather not|prefer not to|i do not think so|do not think so|not for me|no comment|not happening|not going to happen|no not interested|i am good|am good|we are good|never again|no reviews?|no hago|never mind|nevermind|not gonna happen|negative|not a chance|hell no|absolutely not|no i do not|no i will not|no more|can not|no can do|i do not want to|not really interested)(?: (?:thanks?|thank you|please|sorry|ever|you|sir|maam|at all|at this time|right now|in this|, ?thanks?|, ?thank you|and thanks|anymore|any more|but thanks|though))*$/,
  },
  {
    id: 'en.why-me',
    pattern:
      /\b(?:why|how come)(?: \w+){0,4} (?:getting|receiving|get|receive|sent|contacting|texting|calling|messaging|emailing|contacted|texted|contact|text|call|message|email|asking|sending|send|bothering|keep)\b|\bwho (?:is|are|gave|s|the (?:hell|fuck|heck))(?: \w+){0,4}$|\bwho (?:gave|told|said|let|authorized)(?: \w+){0,3} (?:number|info|information|permission|consent|contact|text|you|call)\b|\bhow (?:did|do|d) (?:you|u|they|he|she)(?: \w+){0,2} (?:get|got|have|find|obtain)(?: \w+){0,3} (?:number|info|information|email|phone|cell|contact|this)\b|\bwhere did you get (?:my|this)\b|\bhow (?:did|would|do|d) (?:you|yall|u)(?: \w+){0,2} (?:find|know) (?:me|us|my)\b|\bhow (?:we|you|they) got (?:the|this|my|her|his) (?:number|info|email)\b|\bdo i know you\b|\bwhat is this(?: about| for)?$|\bwhat do you (?:want|people want)\b|\bis this (?:legit|a scam|a bot|real|automated|even legal|legal)\b|\bwho is this\b/,
    unless:
      /\bwho (?:is|s) (?:my|the|available|seeing|on|taking|open|doing|her|his|this (?:for|appointment)) |\bwhy (?:did|have|has|am|is|are|was|does|do) (?:\w+ )?(?:not|nobody|no one)\b|\bwhy (?:am|was) i (?:getting|receiving) (?:a |an |this |another |the )?(?:bill|charged|statement|invoice)\b|\bwhy (?:did|do) (?:you|i|they|she|he) (?:call|called)\b/,
  },
  {
    id: 'en.irritated',
    pattern:
      /\b(?:annoying|annoyed|annoy(?:s|ance)?|irritat(?:ing|ed)|harass(?:ment|ing|ed|es)?|harrass(?:ment|ing)?|intrusive|invasive|invasion of privacy|unsolicited|excessive|ridiculous|spamm(?:y|ing|ers?)|spam|scam(?:mers?|ming)?|fraud|phishing|bombarded|overkill|nuisance|pestering|bugging me|bothering me|sick of (?:this|you|your|these|it|being)|tired of (?:this|you|your|these|it|being|getting)|fed up|had enough(?=$| of (?:this|these|you|it))|privacy|unwanted|creepy|stalk(?:ing|ers?)|sick and tired|relentless|pushy)\b|\b(?:so|too|way too|that is a lot of|many|this many|a lot of|lots of|another|more)(?: \w+){0,1} (?:texts?|messages?|emails|calls|reminders|surveys|notifications|requests)\b|\b(?:blowing|blow|blew) up my (?:phone|inbox)\b/,
    unless:
      /\b(?:spam folder|spam filter|went to (?:my )?spam|in (?:my )?spam|not (?:annoying|a scam|spam|annoyed)|is this spam|(?:tooth|gum|pain|throat|skin|irritated|eye|stomach|ear|filling|bite|coating) (?:is |a bit |still |so |very |little |really )*(?:annoying|irritated|irritating)|no (?:more )?annoying|sick of (?:the |this )?pain|tired of (?:the |this )?(?:pain|waiting)|to many calls|ridiculously|ridiculous (?:wait|price|bill)|(?:wait|price|bill|cost|parking|line) (?:is|was) ridiculous|so many calls (?:about|from patients)|another (?:message|email|reminder) (?:to|please)|privacy (?:was|of|room|policy|curtain)|more reminders please|send (?:me )?(?:more|another)|excessive (?:bleeding|swelling|pain|drooling))\b/,
  },
  {
    id: 'en.hostile',
    pattern:
      /\b(?:screw|fuck|damn|eat|kiss|shove|bite|hate) (?:you|off|u|yourself|dirt|it|this|yall|my ass|me|your|shit)\b|\bf ?(?:u|off|you)\b|\b(?:up yours|eat dirt|go to hell|drop dead|shut up|stfu|gtfo|fu|losers?|idiots?|morons?|assholes?|jerks?|bastards?|bitch(?:es)?|dumbass|scumbags?|pathetic|your service sucks|you suck|this sucks|sucks|get a life|mind your (?:own )?business|none of your (?:damn )?business|bite me|kiss my|go fly|pound sand|kick rocks|fuck|wtf|fucking|bullshit|piss(?:ed|ing)? (?:off|me off)|stop lying|creeps?|robots?|bots?|losers|shame on you|how dare you|disgusting|shove it|go to the devil|crooks?|thieves|liars?|vultures?|quacks?|butchers?|go jump|take a hike|fly a kite|you (?:people |guys |all |folks )?are (?:all )?(?:so |really |just |truly )?(?:awful|terrible|horrible|the worst|rude|garbage|trash|worthless|useless|incompetent|shameless|unbelievable))\b/,
    unless:
      /\b(?:fucking (?:awesome|amazing|great|love|best|good|fantastic|rock)|(?:wait|parking|traffic|pain|food|coffee|weather|music) (?:really )?sucks?|hate (?:you to|this (?:tooth|pain))|love|robots? (?:toy|surgery|doing)|do not (?:hate|suck)|hate it when|that sucks|it sucks that|sucks that|no robots?|damn good|not a bot|never (?:rude|sucks)|unbelievable (?:at|with|people|doctors?|work)|unbelievable$|awful(?:ly)? (?:good|nice|kind|sweet))\b/,
  },
  {
    id: 'en.legal',
    pattern:
      /\b(?:report (?:you|this|your|it|them)|reporting (?:you|this|your)|lawsuit|lawyers?|attorneys?|sue|suing|sued|legal action|legally|fcc|ftc|tcpa|attorney general|better business bureau|bbb|hipaa|complaint|class action|small claims|law suit|illegal|violat(?:ion|ing|es|e)|statutory damages|500 per|police|cops)\b/,
    unless:
      /\b(?:no complaints?|(?:chief|main) complaint|not (?:a|any|really a) complaint|my (?:attorney|lawyer) (?:needs|asked|requested|wants) (?:the|my|copies|records)|report (?:it )?to (?:the )?(?:lab|insurance)|hipaa (?:form|release|authorization)|police officer|lawyer (?:appointment|friend)|i am (?:a|an) (?:lawyer|attorney)|complaint(?:s)? (?:was|about (?:the )?(?:pain|tooth)))\b/,
  },
  {
    id: 'en.no-review',
    pattern:
      /\b(?:not|never|no|do not|will not|would not|can not|wont|refuse to|refused to|refuses to|decline to)(?: \w+){0,3} (?:leave|leaving|write|writing|give|giving|do|doing|post|posting|fill|filling|fill out|complete|taking|take|rate|review|reviewing)(?: \w+){0,3} ?(?:reviews?|surveys?|feedback|questionnaires?|ratings?|stars?)\b|\bi do not (?:do|review|rate|leave|write|take|fill|like|care for)(?: \w+){0,2} (?:reviews?|surveys?|ratings?|questionnaires?|online|google)\b|\bnever (?:leave|do|write|post|fill|take)(?: \w+){0,2} (?:reviews?|surveys?)\b|\bno reviews?\b|\bno surveys?\b|\b(?:refused|declined|refuses|declines|does not want)(?: \w+){0,3} (?:survey|review|feedback|questionnaire)\b|\bnot (?:a|into|big on|one for) (?:review|survey|reviews|surveys)(?: person)?\b|\bdo your own review\b|\bi hate (?:surveys|reviews|these|texting)\b|\bdo not (?:want to )?(?:review|rate) (?:you|anything|anyone|places|the)\b/,
    unless:
      /\b(?:no reviews? (?:yet|online)|not (?:able to|figure out|sure how to|find where to|find the place to) (?:leave|write|post)|can not (?:leave|write|post|figure|find|log|open|submit|get)|could not (?:leave|write|post|figure|find|submit|get)|did not (?:get|have|receive|work|let)|will not (?:let me|load|open|work|submit)|would not (?:let|load|open|work))\b/,
  },
  {
    id: 'en.left-practice',
    pattern:
      /\b(?:i am|we are|i m|am) (?:not|no longer) (?:a |your |their |one of your |currently a )*(?:patient|patients|client|customer)s?\b|\b(?:go|going|went|see|seeing|use|using|moved|switched|transferred) (?:to )?(?:somewhere|someone|another|a (?:different|new)|different|elsewhere)(?: \w+){0,2}\b|\b(?:have|got|found|found myself|use|using|with) (?:a |an )?(?:new|different|another) (?:dentist|doctor|provider|practice|clinic|optometrist|dermatologist|orthodontist|chiropractor|office|therapist|pcp|vet|physician)s?\b|\b(?:changed|switched|switching|changing|left) (?:dentists?|doctors?|providers?|practices?|offices?|clinics?|your practice|the practice|your office)\b|\bmoved (?:away|out of|to another|to (?!monday|tuesday|wednesday|thursday|friday|a later|later|an earlier|the|next)\w+)\b|\bno longer (?:a patient|see|go|use|seeing|with|coming|come|live)\b|\bnot a (?:patient|client|customer)\b|\b(?:passed away|died|deceased|is dead|no longer with us)\b|\bdo not (?:go|come) (?:there|here|to you|to your office|to this office|to this place) (?:anymore|any more|any longer)\b|\bnot (?:your|a) patient\b|\byou are not my (?:doctor|dentist|provider)\b|\bi do not even (?:go|know)\b/,
    unless:
      /\bwent to (?:another|a different) (?:room|location|entrance|door)|\b(?:moved|move|moving) (?:my|the|it|to (?:a )?(?:later|earlier)|up|appointment)|\b(?:see|saw|seeing) (?:another|a different) (?:patient|person|hygienist|doctor at|doctor there)|\bmy (?:dog|cat|pet|battery|phone) (?:died|passed)|\b(?:phone|battery|car) (?:died|is dead|was dead)|\bdead (?:tooth|nerve|battery|phone)|\buse a different (?:tooth|pharmacy|insurance|card|link|phone|email)|\bgo(?:ing)? to (?:a|another|different) (?:pharmacy|location|lab)|\btooth (?:is |was )?(?:dead|died)|\bsurgeon\b|\breferr/,
  },
  {
    id: 'en.limits-alone',
    pattern:
      /\b(?:less|fewer) (?:texts?|messages?|calls?|emails?|reminders?|notifications?)\b|\b(?:text|call|email|message|contact|remind)(?: me)? less\b|\bonce a (?:month|week|year|day|quarter) (?:is|only|would|max|please|at most)\b|\breminders? only\b|\bonly (?:want|send|text|call|email|contact|message|use|need|reach)(?: \w+){0,4} (?:reminders?|appointments?|emergenc(?:y|ies)|texts?|emails?|me|confirmations?|portal|important)\b|\b(?:email|text|call|calls|texts|emails|mail|phone) only\b|\bonly (?:by|via|through) (?:text|email|mail|phone|portal)\b|\bjust (?:text|call|email|send)(?: \w+){0,3} (?:reminders?|appointments?|emergenc(?:y|ies)|confirmations?)\b|\btoo (?:early|late) (?:to|for) (?:text|texting|call|calls|calling|message|messages|messaging)\b|\bi (?:work|sleep) (?:nights|days|during)\b.*\b(?:text|call|message|contact)\b|\b(?:text|call|email|contact|message)(?: me| us)? only (?:if|when|for|about|with|in)\b|\btalk to me (?:after|later|when)\b|\bcut (?:back|down) on\b|\btone (?:it )?down\b|\bnot (?:so|as|that) (?:many|much|often)\b|\bcan you not (?:text|call|email|message|send)\b|\b(?:do not|never) (?:call|text|email|contact|message|bother|disturb|send|ring|phone) (?:me |us |back |here |my \w+ )?(?:at|on|before|after|during|while|when|until|till|so|too|this|today|tonight|tomorrow|right now|now|in the)\b|\bdo not call (?:back )?(?:today|tonight|now)\b/,
  },
  {
    id: 'en.note-unwilling',
    pattern:
      /\b(?:seemed|was|is|very|sounded|got|became|pt|patient) (?:very |quite |so |really |a bit |a little |visibly )*(?:annoyed|irritated|upset|angry|agitated|frustrated|hostile|rude|mad|furious|short)\b|\b(?:hung up|hangs up|hung up on|slammed|cussed|yelled|cursed|swore|screamed)\b|\b(?:would|will|did) not (?:talk|speak|answer|stay on|listen|engage|participate|complete)\b|\bdid not want to (?:talk|speak|answer|participate|be bothered|continue|do|take)\b|\bdoes not want to (?:talk|speak|answer|participate|be bothered|continue|do|take|leave)\b|\b(?:refused|refuses|declined|declines|unwilling)(?: to)? ?(?:survey|talk|answer|speak|participate|review|further|call|to|feedback)?\b|\bsaid (?:to )?(?:try|call|contact) (?:the )?(?:spouse|husband|wife|another|other|work|someone|later number)\b|\basked (?:how|why|where) (?:we|you|they|she|he)(?: \w+){0,3} (?:number|info|got|calling|texting|contact|name)\b|\bquestioned (?:why|how|who)\b|\b(?:said|says|stated|states|reports?) (?:that )?(?:she|he|they) (?:is|was|are|were) (?:too |very |really )?(?:busy|occupied|driving|at work|in a meeting|not interested)\b|\bthreaten\w*\b/,
    unless:
      /\b(?:stomach|tummy) (?:is |was )?upset|\bupset (?:stomach|tummy)|\bno (?:one|body) (?:was|is) (?:rude|upset|mad)|\bnot (?:upset|mad|angry|annoyed)|\b(?:doctor|dr|staff|front desk|receptionist|nurse|assistant|hygienist|lady|she|he|they|wait|you) (?:\w+ )?(?:was|is|were|are|got|seemed) (?:\w+ )?(?:rude|short|mad|angry|hostile|annoyed|upset)|\bdeclined (?:my |the )?(?:card|coverage|claim|payment)|\b(?:insurance|card|claim|payment|pharmacy) (?:was |is |has |got |refused|declined)|\bwait (?:was )?very short/,
  },
  {
    id: 'en.stop-question',
    pattern: grammar(
      '(?<!how )(?<!where )(?<!so )(?:should|do|did|can|must|will|would|could|if|when) i(?: (?:have to|need to|just|need|still|also|ever|supposed to|want to))* (?:text|reply|send|say|respond|type|press|put|write|answer)?(?: (?:back|with|the word|to))* ?(?:stop|unsubscribe|opt out|opted out|optout|cancel texts|end texts)',
    ),
    unless:
      /\b(?:stop|stopped|quit|end|cancel) (?:taking|the (?!text|messages|emails|calls|reminders)|my|at|by|in|using|wearing|eating|drinking|smoking|flossing|brushing|rinsing|chewing|icing|aspirin|blood|coumadin|antibiotics?|it|this|for|before|meds|medication|these|now|working)\b|\bi (?:have to |need to |should )?(?:stop|quit|end)(?: (?:\w+)){0,2}$/,
  },
  {
    id: 'en.carrier',
    pattern:
      /\b(?:mailbox|inbox|number|line) (?:is |is not |not )+(?:monitored|accepting|in service|available|set up)\b|\bnot (?:monitored|in service|accepting (?:messages|calls))\b|\b(?:auto ?reply|automatic reply|automated (?:reply|response|message)|out of office|undeliverable|delivery (?:failed|failure)|message (?:blocking|blocked|not delivered|failed|undeliverable)|mailbox full|mailbox is full|free msg|service access denied|unable to (?:receive|send) (?:text|messages?)|does not accept (?:text|messages))\b|\bi am (?:currently )?driving\b|\bwill respond when (?:i|able)\b|\bdo not disturb\b/,
    unless: /\bi am (?:currently )?driving (?:to|over|there|now to|home|up)/,
  },
]

/** Marks of anger alone; hearts, thumbs up and faces that smile are ordinary. */
export const angryMarks =
  /[\u{1F621}\u{1F620}\u{1F92C}\u{1F595}\u{1F644}\u{1F6AB}\u{26D4}\u{1F6D1}\u{270B}\u{1F44E}\u{1F624}\u{1F612}\u{274C}\u{1F645}\u{1F937}\u{1F910}\u{1F4F5}\u{1F515}\u{1F62D}\u{1F643}\u{1F611}\u{1F610}\u{1F928}\u{2753}\u{2754}\u{1F92E}\u{1F922}\u{1F47F}\u{1F4A9}\u{1F971}\u{1F4A2}\u{1F928}]/u

/** Single letters and scraps nobody can read: `k` and `y` are answers, digits are ratings. */
export const scrap = whole(
  '[abd-jl-xz]|[asdfghjkl]{3,8}(?<!(?:ask|had|has|all|gas|sad|dad|lad|gal|fall|hall|call|glad|flag|half|ash|fad|lag|jag|dash|flash|salad|alfalfa))|[qwertyuiop]{4,6}(?<=qwer|qwert|qwerty|wert|uiop|poiu)|zxc\\w*|que|who dis|whos dis|why|why me|st|sto|s|sp|sop|stip|un|unsu|op|opt|rem|qui|canc|ed',
)
