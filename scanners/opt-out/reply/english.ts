import { grammar, whole } from './words.ts'

export type Rule = { id: string; pattern: RegExp; unless?: RegExp }

const STOP =
  'stop|quit|cease|end|discontinue|halt|terminate|desist|cut out|knock off|lay off|refrain from|enough with|enough of|enough|done with|tired of|sick of|over with|finished with|cancel|kill|turn off|shut off|switch off|shut down|disable|deactivate|suspend|no more'
const GAP = '(?: (?:{DET}))*'
const NOUN = '{TEXTN}|{CALLN}|{MAILN}|{SENT}'
const NOT =
  '(?:do not|does not|did not|please no|not|never|no need to|nobody|no one|should not|must not|can not|stop and do not)(?: (?:you|you people|you guys|ever|even|please|want you to|want anyone to|want anybody to|want them to|want you guys to|want us to|want us|want you|want you guys|want anyone|want anybody|want them|want your office|want the office|need you to|want your office to|to|try to|bother to|be|dare|you dare|again|me|any of you|let anyone|have anyone))*'

/** The first words of a clause that still leave an instruction an instruction. */
const SAY = '(?:(?:{COURTESY}|{AUX}) )*'
const TAIL = '(?: (?:{COURTESY}|{AUX}))*'

/** Whole clause is nothing but the word itself, courtesy and "I told you". */
const bareWord =
  'stop|quit|end|revoke|unsubscribe|un subscribe|unsubscribing|unsubscribe me|opt out|opt me out|opting out|opt us out|opted out|stop all|stop it|stop this|stop that|stop now|quit it|end it|end this|quit this|cut it out|knock it off|cancel this|remove|remove me|take me off|take us off|remove us|delete me|exclude me|dnc|do not contact|do not call|do not text|cease|cease and desist|stop everything|desist|discontinue|please discontinue|terminate|halt|withdraw me|unenroll me|permission revoked|permission withdrawn|end all|stop all of it|stop all of this|stop all this|make it stop|make this stop|no mas'

export const optOutRules: ReadonlyArray<Rule> = [
  {
    id: 'en.bare-word',
    pattern: whole(`${SAY}(?:${bareWord})(?: (?:and |or |to |2 )?(?:${bareWord}))*${TAIL}`),
    unless:
      /\b(?:did|do|should|can|could|may|must|will) (?:i|we) (?!please|ask)|\b(?:told|asked|said to|want|wants|need) me to\b|\bi (?:can|could|will|would|must|should|have to|need to|had to)? ?(?:not )?(?:stop|quit|end)\b(?! (?:it|this|all))|^i (?:quit|cancel|stop)\b|\bnot (?:stop|quit|end|cancel|unsubscribe|remove|opt)\b|\bno (?:end|quit)\b|^(?:i|we) do not (?:text|call|contact)|\bdo (?:you|yall|they)(?! not understand| understand)(?: \w+){0,2} (?:stop|quit|end)\b|^(?:when|does) |\b(?:stop|end|quit|cancel) or (?:not|no|what|keep|continue)\b|\bnot opting\b|^the (?:end|stop)$|^(?:at |by |toward |towards |maybe |the )*end of\b|\benough said\b|\bto the (?:end|stop)\b/,
  },
  {
    id: 'en.stop-reaching',
    pattern: grammar(
      `(?:stop|quit|cease|end|discontinue|halt|desist|knock off|lay off|refrain from|enough with|enough of|(?<!not |never )enough|done with|tired of|sick of|no more|avoid|cut out)(?: (?:all|the|with|with the|with all the|from|of|you|your|it with|any|any and all|ever|constantly|trying|fucking|fuck|f ing|f|this|these|please|just))* (?:{REACHING})`,
    ),
    unless:
      /\b(?:stop|quit|no more|avoid|tired of|sick of|done with) (?:asking (?:about (?!reviews?|feedback|surveys?|my visit|this)|if|whether|when|what|why|my (?!husband|wife|opinion|feedback)|questions)|calling (?:me (?:sir|maam|names|honey|sweetie|dear|mr|mrs|ms|miss|by|a|an|the|out)\b|in|it|him|her (?!phone)|names|out sick)|sending (?:me )?(?:to collections|my (?!phone|cell|email)|the (?:wrong|bill|results?|prescriptions?|records?)|bills?|statements?|invoices?|paper|her |his )|using (?!my (?:number|phone|cell|email)|this (?:number|phone))|trying (?!to (?:reach|contact|call|text|email|message|bother|phone|sell|get in touch))|writing (?:the|my|a)|reminding (?:my|the|him|her)|leaving (?!me |us |messages?|voice|vms?)|requesting (?:the|a refund)|messing (?:with my|up))|\bif (?:you|yall|u|they)(?: (?:guys|all|do|ever|just))* (?:stop|quit)\b.*\b(?:who|how|what|where|when|miss|forget)\b|(?<!\b(?:that|asked|requested|asks) )\b(?:i|we) (?:will |would |want to |wanted to |need to |had to |have to )?(?:stop|quit)(?:ped)? (?:calling|texting|asking|writing|trying|using|sending)/,
  },
  {
    id: 'en.stop-outreach',
    pattern: grammar(`(?:${STOP})${GAP} (?:${NOUN}|{JUNK})`),
    unless:
      /\b(?:stop|end|cancel|quit) (?:the |my |that |this )?(?:reminders? (?:call )?for|call (?:back|in)|(?:blood|pain|bleeding))|\bno more (?:link\b|offers? accepted)|\bend of\b|\bcall record\w*|\bcontact (?:lens|lenses|sports?)\b|\bended\b|\b(?:got|received|receiving|get|had|have been getting) no more\b|\bcancel (?:the |my |that |this |your )?(?:call|request|follow up|notice|offer|update)\b(?!s)|\bsubscription (?:box|boxes|plan|for)\b|\bcancel (?:my )?(?:requests? for (?:an? )?(?:appointment|refill))|\b(?:stop|end|tired of|sick of) (?:all )?(?:the |this |that )?(?:things?|mess|ones?) (?:in|on|at|from|with|i|like)\b|\bturn off (?:the )?(?:light|tv|phone)/,
  },
  {
    id: 'en.stop-these',
    pattern: whole(
      `${SAY}(?:stop|end|cease|cancel|discontinue|no more of|no more|enough of|enough with|make|turn off|quit|quit with|stop with) (?:these|this|all this|all these|all of these|all of this|those|it all|them|em|everything|any of this|any of these|all contact)(?: stop)?${TAIL}`,
    ),
  },
  {
    id: 'en.no-outreach',
    pattern: grammar(
      `(?:no|zero|not any|without) (?:more |further |additional |other |future |unsolicited |automated |phone |voice |marketing |promotional |of your |of these |any |longer |longer any )*(?:text messages?|texts|texting|texts?|phone calls?|robo ?calls?|robo ?texts?|auto ?calls?|calls|calling|voicemails|emails?|emailing|messages|messaging|contact|contacting|communications?|notifications|alerts|reminders|surveys|review requests?|requests|solicitations?|solicitation|soliciting|telemarketing|solicitors|spam|marketing|promotions?|newsletters|follow ups|outreach|mailings|reviews)`,
    ),
    unless:
      /\b(?:got|get|gets|received|receive|have|had|has|there (?:is|was|were|are)|see|saw|found|is|was|were|with|heard|still|why|means?|left|leave|leaves|recieved|getting|seen|shows?|showing|sent) (?:absolutely )?no\b|(?<!\b(?:want|wants|need|needs|accept|like|request|requests) )\bno (?:calls?|messages?|texts?|emails?|contact|communications?|requests?|reminders?|reviews|surveys|notifications) (?:yet|from (?!.*\bplease\b)(?:you|your|the|anyone|him|her|dr)|back|about my|came|was|were|is|has|have|needed|necessary|received|sent|made|returned|left|on my|in my|so far|until|regarding|precautions|lens|lenses|sports|with (?:anyone|the (?:baby|patient))|again from)\b|^no reviews?$|\bno reviews (?:yet|on|online|here|for)\b/,
  },
  {
    id: 'en.must-stop',
    pattern: grammar(
      '(?:this|these|it|all this|all of this|(?:these|the|your|all|all the|all these|those)(?: \\w+)? (?:texts?|messages?|calls?|emails?|reminders?|surveys?|notifications?|spam)|texts|messages|calls|emails)(?: (?:really|just|all|absolutely))* (?:needs? to|need to|has to|have to|must|should|got to|better|has got to|gots to|can|to|needs) (?:stop|end|cease|quit|be stopped|go away)',
    ),
    unless:
      /\b(?:did|should|does|when|how (?:long|soon)|bleeding|pain|throbbing|medicine|meds|medication|tooth|hurting)\b/,
  },
  {
    id: 'en.stop-any-order',
    pattern:
      /\b(?:stop|stopping|quit|cease|ceased|desist|discontinue|terminate|end)\b(?: \w+){0,7} (?:texts|texting|messages|messaging|calls|calling|emails|emailing|reminders|surveys|notifications|alerts|contacting|soliciting|newsletters|spamming)\b|\b(?:make|want|wants|like|wish|wishes|prefer|appreciate|rather|asked|ask|requests?|requested)\b(?: \w+){0,4} (?:texts|messages|calls|emails|reminders|surveys|contact|communications?|texting|calling)(?: \w+){0,2} (?:stopped|to stop|to end|ended|discontinued|to cease|turned off|off|stop)\b|\b(?:if you|if yall|wish you|you guys|your office|you people|they|them) (?:would |could |please |just )*(?:stopped|stop|quit) (?:texting|calling|messaging|contacting|emailing|sending|bothering|asking)\b/,
    unless:
      /\bif (?:you|yall|u|they)(?: (?:guys|all|do|ever|just))* (?:stop|quit)\b.*\b(?:who|how|what|where|when|miss|forget)\b|\bif i (?:reply|text|say|send|type|press|hit|answer)\b|\b(?:why|when|did|do|does|should|can|could) (?:i|we|my|the|it|they|he|she) |\b(?:did|have|has|had) (?:the |my |your )?(?:texts|reminders|messages|emails|calls)\b|\bi (?:will |can not |could not |can |should |would |did |have |had |need to |had to |just )*(?:stop|quit|stopped)\b|\bend of\b|\bby the end\b|\bat the end\b|\b(?:doctor|dr|nurse|pharmac\w+) (?:\w+ )?(?:said|told|says)\b|\b(?:do not|never|not) (?:want you to |want to |ever )?(?:stop|quit|end)\b|\bstop (?:by|in|at|taking|and)\b|\bcalling me (?:sir|maam|names|honey|sweetie|dear|mr|mrs|ms|miss|by|a|an|the|out)\b|\bstop (?:double|being|charging|putting|making|playing)\b|\b(?:bleeding|pain|swelling|medication|meds|pills|antibiotics?|aspirin|insurance|appointment|treatment|smoking)\b/,
  },
  {
    id: 'en.take-off',
    pattern: whole(
      `${SAY}(?:take|taking|get|remove|cross|leave|keep)(?: (?:me|us|my|our|this|the|name|number|phone|cell|email|info|please|him|her))+ off(?: (?:please|thanks|thank you|now|asap|immediately|of this|of that|of it|of there|of here|of yours|of your thing))*`,
    ),
    unless: /\bif i\b|\b(?:the|my) (?:retainer|mask|crown|brace|night guard)\b/,
  },
  {
    id: 'en.take-off-at-end',
    pattern:
      /\b(?:take|get|remove|cross) (?:me|us|my (?:name|number|phone|email|info)|this (?:number|phone|email)) off(?: (?:please|now|thanks|thank you|asap|immediately|already))*$/,
    unless:
      /\b(?:when|will|did|should|would|doctor|dr|meds?|medication|pills?|crutches|oxygen|antibiotics?|schedule|wait ?list|work)\b/,
  },
  {
    id: 'en.off-list',
    pattern: whole(
      `${SAY}(?:off|out of|out)(?: (?:of|the|this|your|all|any|that|these|texting|text|call|mailing|email))* (?:lists?|database|system|mailing list|program|texts|messages)${TAIL}`,
    ),
  },
  {
    id: 'en.way-out',
    pattern: grammar(
      '(?:(?:is there|any|there (?:is|a)|what is the|which is the)(?: (?:a|any|some|the|easy|quick|way))* (?:way|option|number|word|link|button|place)|how|where)(?: (?:do|can|could|would|does|to|i|we|one|for me|you|please|text|reply))* (?:to |i |we )?(?:be removed|get removed|be taken off|get taken off|be deleted|stop (?:these|this|them|it all)|end (?:these|this)|opt out|unsubscribe|get off|get out of (?:this|these)|get off (?:this|these|here|of (?:this|here|these))|be off|not (?:get|receive) (?:these|this|texts|messages|calls|emails)|(?:stop|end|cancel|turn off|block|mute) (?:{DET} )*(?:{TEXTN}|{CALLN}|{MAILN}|{SENT}))',
    ),
    unless: /\b(?:wait ?list|schedule|bill|insurance|highway|exit|freeway|medication|pain|bleeding)\b/,
  },
  {
    id: 'en.nobody-should',
    pattern:
      /\b(?:not|never|nobody|no one|none)\b(?: \w+){0,6}? (?:reach out to|reach|contact|text|call|email|message|bother|disturb|harass|phone|solicit)(?:ed|ing)? (?:me|us|him|her|them|this number|(?:my|his|her|their) (?:phone|number|cell|house|family|home)|again|anymore|any more)\b|\b(?:never|not|no longer) (?:want|wanted|wish|wishing|wants|like|wishes|need|care)(?: \w+){0,6}? (?:another|any|more|your|a single)(?: \w+){0,2} (?:text|message|call|email|survey|reminder)s?\b|\b(?:not|no longer|never)(?: \w+){0,3} (?:want|wants|wish|like|need|accept|accepts|interested|welcome|welcomed|appreciated|wanted|care|desire)(?: \w+){0,6}? (?:texts|texting|text messages|messages|calls|emails|surveys|notifications|robocalls|contacted|texted|emailed|lists?|mailing list)\b|\b(?:texts|texting|messages|calls|emails|surveys|contact|communications?)(?: \w+){0,2} (?:are|is|were) (?:not|no longer|un)(?: \w+)? ?(?:welcome|wanted|needed|appreciated|permitted|allowed|authorized)\b/,
    unless:
      /\b(?:me|us) back$|\b(?:i|you|they|he|she|we|it|who|nobody|no one|office|dr \w+|doctor|has|have|had|did|was|were) (?:has |have |had |did |do |does |could |was |were |still |just )*(?:not|never) (?:even |ever |yet |actually |really |been |get |got |see |receive |able |call|text|email|message|contact|hear|return|reach|leave|answer|respond|know|understand|remember|realize|notice)|\b(?:nobody|no one|none) (?:has |have |had |ever |even |did |from |there |at )*(?:\w+ ){0,3}(?:called|texted|emailed|contacted|messaged|answered|responded|tried)|\bnot (?:know|sure|understand|remember|think|see|get|hear|mind|forget|hesitate|worry|realize|believe|able|find|care (?:how|if|which|when))\b|\bnot (?:want|wish|like|need) (?:to )?(?:miss|lose|stop|unsubscribe|opt|cancel|be (?:late|rude)|bother)\b|\b(?:wait ?list|price list|list price|waiting list|medication list|med list|call list for)\b|\bif (?:you|i|they|he|she|it) (?:do |can |could |did |is |are )?not\b|\b(?:did|could|can|have|has|had|am|was|is|are) (?:i |you |we )?not (?:get|getting|receive|receiving|see|seeing|read|open|view|access)\b|\bwhy\b|\b(?:my|her|his) (?:husband|wife|mom|dad|son|daughter|doctor|pharmacy|insurance)\b|\b(?:do|does|can|could|should|would|will) (?:i|we) (?:not|need)\b/,
  },
  {
    id: 'en.last-one',
    pattern: grammar(
      '(?:(?:let|make)(?: sure)? (?:this|that)(?: is| be)? (?:the|your|my) last|(?:this|that) (?:better|had better|should|will|needs to|must|has to) be (?:the|your) last|last) (?:texts?|messages?|calls?|emails?|time you (?:text|call|contact|message|email)\\w*)(?: (?:please|i get|i receive|from you|you send|to me|thanks|ever))*',
    ),
    unless:
      /\b(?:your|my|the|in|on|from|that|this|saw|got|read|missed|about|per|re) last (?:text|message|call|email)\b(?! (?:please|i get))(?<!be (?:the|your|my) last (?:text|message|call|email))|\bignore\b/,
  },
  {
    id: 'en.not-use-number',
    pattern: grammar(
      '(?:do not|never|stop|quit|please not)(?: (?:ever|please))* (?:use|using|dial|dialing|keep|keeping|save|saving|store|storing|share|sharing|have|having) (?:my|this|our) (?:number|phone|cell|email|phone number|cell number|info|information|contact)(?: (?:for|to|again|in|on|with|any ?more|ever|texts?|texting|messages|calls|contact|me|anything|please|this|your|system|marketing|reviews))*',
    ),
    unless: /\b(?:insurance|google|as (?:a|the)|emergency contact|website|portal|old)\b/,
  },
  {
    id: 'en.asked-not-to',
    pattern:
      /\b(?:asked|told|begged|instructed|informed|warned|requested)(?: (?:you|them|u|your|yall|office|guys|people|us|that|staff|front|desk|the|already|twice|several|many|times|repeatedly|before))* (?:not to|to not|no more|never to|that i (?:do )?not)(?=$| (?:be |being |ever |please |again |keep |continue |get |getting |receive |have (?:us|anyone) |to |any |further |that )*(?:contact|text|call|message|email|bother|reach|send|phone|ask|solicit|disturb|leav|us[ei]|shar|hear|mail|writ|notif|harass|remind|survey|communicat|follow|outreach|want|review|more$|on the list|this|these|it$|spam))(?! (?:eat|drink|take|drive|smoke|brush|floss|worry|chew|use|wear|rinse|spit|lift|exercise))|\b(?:asked|told|requested)(?: \w+){0,4} (?:not to be|to not be) (?:contacted|called|texted|emailed|messaged)\b/,
    unless:
      /\b(?:me|him|her|patient|my \w+) (?:not to|to not)\b|\bnot to (?:\w+ )?(?:eat|drink|take|drive|smoke|worry)\b|\btold not\b/,
  },
  {
    id: 'en.request-removal',
    pattern:
      /\b(?:request|requests|requested|requesting|asks|asked|ask|asking|wants|want|demand|demands|need|for|req)(?: (?:for|a|his|her|my|their|the|immediate|name|number|patient|to|be|number))* (?:removal|removed)\b|\bremoval (?:request|from)\b/,
    unless:
      /\b(?:tooth|teeth|stitches?|sutures?|mole|wart|cyst|braces|cast|crown|tattoo|wisdom|hair|stain|tonsils?|implant|iud|wax|ear|plaque|tartar|insurance|policy|plan|charge|fee|hold|wait ?list|schedule)\b/,
  },
  {
    id: 'en.unsubscribed-self',
    pattern: whole(
      `(?:(?:i|we|patient|he|she|have|has|already|just|thought|had|all|{COURTESY}) )*(?:unsubscribed|opted out)(?: (?:already|of|from|at|the|these|this|texts|front|desk|yesterday|today|via|by|text|phone|email|messages|all|everything|marketing|reminders|your|list|sms|please|honor|it|previously|last|week|month))*`,
    ),
    unless: /\b(?:never|not|insurance|app|accident|mistake)\b/,
  },
  {
    id: 'en.stay-away',
    pattern: grammar(
      '(?:stay|keep|get) (?:off|away from|out of) (?:of )?(?:my|this|our) (?:phone|cell|line|number|inbox|email|messages|texts)|stay away from (?:me|us)|stay away|bugger off|give it a rest|give (?:me|us|it) a (?:break|rest)|knock (?:it|this|that) off|cut (?:it|this|that) out|done (?:getting|receiving|being|with) (?:these|this|your|texts|texted|contacted|all|the texts|messages|calls)(?: \\w+)?|no (?:mas|mass) texts?',
    ),
    unless:
      /\bbreak (?:on|with) (?:the )?(?:price|bill|cost)\b|\bnot done\b|\bgive (?:me|us) a break\b(?!.*(?:text|call|message))/,
  },
  {
    id: 'en.stop-receiving',
    pattern: grammar(
      `(?:stop|quit|cease|end|avoid)(?: (?:me from|us from))* (?:receiving|getting|being|hearing)(?: (?:{DET}|sent|on|by|via|to))*(?: (?:{TEXTN}|{CALLN}|{MAILN}|{SENT}|{JUNK}|these|this|texted|called|contacted|emailed|messaged|bothered|spammed|harassed|you))`,
    ),
    unless:
      /\b(?:did|why|when|have|has|had) (?:i |we )?(?:stop|quit)|\bi (?:stop|quit)\b|\bbeing (?:so|rude|late|mean)\b/,
  },
  {
    id: 'en.turn-off',
    pattern: grammar(
      '(?:turn|shut|switch) (?:these|this|them|it|the (?:texts|messages|reminders|notifications|alerts|emails)|your (?:texts|messages|reminders)|my (?:texts|notifications|reminders|alerts|messages)|all (?:of )?(?:this|these|texts|messages)) off',
    ),
  },
  {
    id: 'en.be-removed',
    pattern: grammar(
      '(?:asked|asks|asking|request|requests|requested|requesting|want|wants|wanted|wish|wishes|like|need|needs|prefer|prefers|demand|demands|insist|insists|please|must|should)(?: (?:to|us|you|that|i|we|he|she|they|would|please|for))* (?:be|being|get) (?:removed|taken off|deleted|excluded|unsubscribed|left alone|not (?:be )?(?:contacted|called|texted|emailed|messaged)|opted out|dropped)',
    ),
    unless:
      /\b(?:insurance|policy|stitches|sutures|tooth|teeth|mole|braces|cast|crown|appointment|schedule|wait ?list|charge|fee|account|wisdom|cyst|not (?:want|wish|like|need))\b/,
  },
  {
    id: 'en.not-include',
    pattern: grammar(
      '(?:do not|never|please not|stop) (?:ever |please )*(?:include|including|add|adding|put|putting|enroll|enrolling|sign|signing|keep|list|register) (?:me|us|my (?:number|name|phone|cell|email)|this number)(?: (?:in|on|to|up|for|into))+ (?:{DET}|any|your|the|list|lists|this|these|future|anything)',
    ),
    unless: /\b(?:schedule|calendar|wait ?list|hold|appointment|insurance|account|website|policy|plan)\b/,
  },
  {
    id: 'en.would-you-not',
    pattern: grammar(
      '(?:can|could|would|will|may) (?:you|u|we|your office|someone) (?:please |just |all |guys |kindly )*(?:not|stop|never) (?:{REACH}|{REACHING}) (?:me|us|this|my|here|again|any ?more|(?:the|my|our) (?:house|phone|cell))',
    ),
    unless:
      /\bnot (?:call|text|email|send|contact|ask|leave|remind) (?:me |us )?(?:back|in|with|about|yet|to (?:confirm|remind)|the|it|when|if|that)\b|\bwhy\b/,
  },
  {
    id: 'en.do-not-reach',
    pattern: grammar(
      `${NOT}(?: (?:please|you ever|ever|again|back|be|keep|start|continue|continue to|bother|try|try to|attempt to|to|going to|let me|send me|let them|any further|under any circumstances|use|using))* (?:texted|messaged|contacted|called|emailed|bothered|disturbed|reached|solicited|harassed|surveyed|{REACH}|{REACHING})`,
    ),
    unless: new RegExp(
      [
        'not (?:even )?bother$|no need to (?!.*(?:again|any ?more))|not (?:forget|hesitate|worry|know|think|see|get|got|receive|understand|mind|have|be late|find|remember|hear back|wait|able)',
        '(?<!\\b(?:asked|requested|requests|asks|that|rather|prefer|prefers|wish|if) )(?:i|we|you|they|he|she|nobody|no one|dr \\w+|office|doctor|nurse|anyone) (?:just |still |have |has |had |really |also )?(?:do|does|did|have|has|had|could|can|is|was|were|are|would|will|should)? ?(?:not|never) (?:even |actually |really |yet |ever )?(?:call|called|text|texted|email|emailed|get|got|contact|contacted|message|messaged|write|wrote|leave|left|send|sent|reach|reached|ask|asked|remind|reminded|return|mind|use|respond|try|follow|mail|notify|bother|even|keep)(?:ed)?\\b(?! (?:me|us) (?:again|any ?more|ever))',
        'not (?:texting|calling|emailing|messaging|writing|contacting|asking|trying|sending|using|leaving|reaching|bothering|mailing|responding)(?! (?:me|us)\\b)',
        'not (?:to be )?(?:a bother|bothered by|bothered|annoyed|ask for much)',
        'not (?:leave|leaving) (?!me|us|(?:any )?(?:more )?(?:voice|messages?|vms?))',
        'not (?:use|using) (?!(?:my|this) (?:number|phone|cell|email|mobile|line))',
        'not (?:try|even|keep|ask|market|hit|write|blow|invite|note|mail|remind)(?! (?:me|us|to (?:call|text|contact|reach|email)|for (?:a |any )?(?:reviews?|feedback)|my phone|text|call|contact|email|messag|send|about|again|any|any ?more|advertis|another))',
        'not (?:text|email|call|contact|message|send) (?:my |her |his |the )?(?:husband|wife|mom|mother|dad|father|son|daughter|spouse|parents?|sister|brother|ex|results?|records?|prescription|insurance|bill|boss|employer|pharmacy|refill|him|her|them)(?! (?:again|any ?more|anymore))',
        'not (?:send|email|mail|text|call) (?:it |that |in |the (?:bill|form|results?|prescription|records?|check|package|order|rx|script|wrong)|my (?:bill|records|results|prescription|info|meds)|to (?:collections|the|my)|out )',
        'not (?:call|text|email|mail|contact|message|send)(?: in| out)? (?:the|a|an|our|his) (?!house|home|number|phone|cell|patient|pt|same|line|texts?|messages?|emails?|reminders?|surveys?|landline|family)',
        'not (?:call|call it|call that|call this) (?:it|that|this|him|her|myself|yourself|a )',
        'not (?:contact lens|contact sports?|contact)(?= (?:lens|lenses|sport|precaution))',
        'not (?:text|call|email)(?:ed|ing)? (?:and drive|while driving)',
        'if (?:you|i|they) (?:do |did |have |can )?not (?:call|text|contact|email|reach|send|hear|reply)',
        'not (?:call|text|ask|send|remind|contact|message|email) (?:me |us )?(?:to (?:confirm|remind|schedule|reschedule)|sooner|earlier|first|yet|in time|beforehand|ahead|a reminder|the link|an? (?:link|email|text|reminder|copy|receipt|appointment|bill|confirmation))',
        'why (?:do|did|does|have|has|was|is|were|are) (?:you |nobody |no one |i |they |not )',
        '(?:did|does|do|have|has|was|is|were|are|could|would|will|should|can) (?:you|i|they|he|she|we|it|dr \\w+|the (?:office|doctor|nurse)) (?:not|never) ',
        'why (?:did|do|does|have|has) not ',
        '(?:you|they|he|she|nobody|no one) (?:will |would )?(?:never |not )?\\w+ (?:me|us) back$',
        '(?:sorry|apologize) (?:for not|i did not|i have not)',
        '(?:no one|nobody) (?:has |ever |even |have |had )*(?:called|texted|emailed|contacted|answered|messaged|reached|asked|followed)',
        'not (?:called|texted|emailed|contacted|reached|messaged)(?! (?:again|any|ever|by (?:you|this|the|your)|about|for|at (?:this|all)|me|please|via|in the future))',
        'not (?:use|send|text|call|email|message|write|leave|ask) (?:the|a|an) (?:same|portal|app|website|needle|drill|tooth)',
      ].join('|'),
    ),
  },
  {
    id: 'en.not-asked',
    pattern: grammar(
      '(?:never|did not|do not|does not|have not|had not|not|no longer) (?:actually |ever |even |once |hereby |to have |have |give you |given you |gave you )*(?:consent|consented|agree|agreed|sign up|signed up|subscribe|subscribed|opt in|opted in|authorize|authorized|authorise|approve|approved|ask for|asked for|request|requested|give|gave|given|giving|permit|permission|consenting|authorizing)(?: to| for| any| my| you| your| consent| permission| authorization| us| the| number| out| cell| phone| express| written)*(?: (?:this|these|that|it|any of (?:this|these)|get|getting|be|being|receive|receiving|{REACHING}|{REACH}|texts?|text|calls?|emails?|messages?|contacted|your|texted|called|anything|spam|marketing|reminders|consent|permission|authorization))',
    ),
    unless:
      /\b(?:surgery|procedure|treatment|x ?rays?|fluoride|charge|charges|bill|fee|appointment|filling|extraction|test|cleaning|refill|price|payment|injection|anesthesia|crown|photo|photos|referral|lab|labs|work|that tooth|reschedule|change)\b/,
  },
  {
    id: 'en.no-consent',
    pattern: whole(
      '(?:i )?(?:do not consent|did not consent|never consented|revoke (?:my )?(?:consent|permission|authorization)|withdraw (?:my )?(?:consent|permission)|no consent|consent revoked|consent withdrawn|do not agree to this|you do not have (?:my )?(?:consent|permission)|you have no (?:consent|permission)|not authorized)(?: .{0,40})?',
    ),
    unless:
      /\b(?:surgery|procedure|treatment|x ?rays?|fluoride|charge|charges|bill|fee|extraction|test|photo|photos)\b/,
  },
  {
    id: 'en.revoke',
    pattern: grammar(
      '(?:revoke|revoking|rescind|rescinding|withdraw|withdrawing|withdrawn|withdrew|withdraws|revokes|rescinded|revoked|retract|take back)(?: (?:any|all|my|our|the|prior|previous|previously given|express|written|and all|hereby))* (?:consents?|permissions?|authorizations?|agreement|opt in)',
    ),
    unless:
      /\b(?:surgery|procedure|treatment|release|records|proxy|portal access|ex|access|power of attorney|medical|procedure)\b|\b(?:never|not) (?:revoke|revoked|withdraw)/,
  },
  {
    id: 'en.want-no',
    pattern: grammar(
      `(?:do not|does not|did not|no longer|not|never|would rather not|would prefer not|rather not|prefer not|prefers not|wish not|nor do i)(?: (?:even|ever|really|actually|longer|again|please|just|wish to|care to|want to|need to|like to|want|wants|need|care|like|wish|to|wants to|desire|desire to|interested in|appreciate|interested|would like|would like to|looking to))* (?:want|wants|need|like|care for|wish for|interested in|desire|appreciate|receiving|receive|getting|get|be|being|hear|hearing|any more|any further|any|anymore|have you|get any|these|this|this anymore|your|more|all these|further|anything|you to|you|further contact|getting any|see)(?: (?:any|these|this|from|more|further|of|your|the|contacted|texted|called|emailed|messaged|bothered|solicited|on|by|via|or|in|part|any more|hear|reach|to|about|such|such|all|future|other|anything|asked|for|notified|reminded|spammed|included|harassed|automated|phone|anymore|another|disturbed))* (?:${NOUN}|you|your office|this office|this place|you guys|you people|this practice|this clinic|this company|this business|contacted|texted|called|emailed|messaged|bothered|solicited|disturbed|spammed|this|these|it|them|list|text|call|email|message|contact|reviews?|asked|anymore|anything|harassed|surveyed|reached)`,
    ),
    unless:
      /\bwhy (?:did|do|does) not\b|\b(?:did|have|has|had|do|does|could|can|is|was|were) (?:i |you |they )?(?:not|never) (?:get|got|getting|receive|received|receiving|hear|see|have)\b(?! (?:to (?:receive|get|hear)))|\b(?:not|never) (?:want|wish|need|like) (?:to (?:get|be|hear|have) (?:the|my|a|an|late|sick|rude|on|off|seen|that|there|in|pain|charged|billed|put|any (?:news|bad)|this (?:tooth|done|procedure|shot)|another (?:filling|cavity|appointment))|(?:this|these|that|it|any|your|the|another|more|anything) (?:crown|tooth|teeth|filling|pain|appointment|medication|meds|pills|procedure|treatment|surgery|bill|insurance|test|done|to (?:hurt|happen|get|be|fall|come)|x ?rays?|time|slot|doctor|for|today|drug|one|plan|date|off|on|else|shot|either|work|done))|\bnot (?:want|need|like) (?:it|this|that|these|you|your|any|anything|them) (?:to (?!(?:call|text|contact|email|message|send|reach|bother|ask|keep|notify|leave|write|have my|use my))|done|now|yet|back|today|pulled|removed|cleaned|if|because|but|else|opinion|sympathy|help|advice|hurt)|\bnot interested in (?!(?:receiving|getting|being|hearing|any (?:more|further)|these|this|your (?:texts?|messages?|emails?|calls?|surveys?)|surveys|texts|messages|emails))|\bnot (?:any )?(?:better|worse|hear you|hear well|hear the)|\bnot (?:like|appreciate|care for) (?:this|these|the|your|how|it|you|being|getting)\b|\bnot (?:be|being) (?:able|there|late|in|home|coming|back|available|returning|at|here|seen)|\bif you do not (?:hear|get|receive)|\b(?:did|could|have|am|was|has|still) not (?:even |ever |yet )?get(?:ting)? (?:this|these|it|that|any|your|the|you)\b|^(?:i am |am |we are |still )?not (?:receiving|getting)\b|\bnot (?:need|want) (?:a|an|another|any) (?:reminder|message|call|text|appointment|email|link)\b(?!s)/,
  },
  {
    id: 'en.want-nothing-bare',
    pattern: whole(
      `${SAY}(?:i )?(?:do not|no longer|really do not|does not) (?:want|need|wish for|care for|wish to receive|want to receive|want to get|want any of|want any|want any of it|need any of|want any more of|want to see|want to be getting|want to keep getting|want to do) (?:this|these|any of this|any of these|this stuff|these things|it|anything|anything from you|more of these|any more|anymore|your (?:reminders|stuff|junk|crap))(?: (?:anymore|any more|again|please|ok|okay|thanks|from you|from your office|sent to me|on my phone|at all))*`,
    ),
    unless: /\bwant to do this\b/,
  },
  {
    id: 'en.off-the-list',
    pattern: grammar(
      `(?:take|taken|taking|get|getting|pull|cross|scratch|strike|drop|keep|leave|wants|want|be|remove|removed|removing|put|block|cut|scrub|clear|clean|knock|bump|boot|delete|erase|deleted|purge|kick|move|request|requests|requested|requesting|omit|need|like|have|count|me|us|hop|come|go|rip|pull|pulled|dropped|wipe|wiped)(?: (?:to be|me|us|my|him|her|them|patient|number|name|phone|cell|email|info|information|address|contact|the|this|mother|mom|father|dad|details|both|of us|and|numbers?|our|mobile|line|phone number|cell number|email address|contact info|husband|wife|removed|taken|removal|his|s|completely|please|that|it|wants|pls|right|landline|house|home|data|household|from further|from all|from any))* (?:off of|off|out of|out|from|on the do not)(?: (?:of|from|the|this|your|our|their|ur|yalls|all|any|every|whatever|that|these|those|further|future|future|you guys s|you|guys|office|s|whole|entire|clinic|dental|company|practice|marketing|automated|text|texting|call|calling|mailing|email|review|survey|phone|message|contact|sms|texts|spam|stupid|damn|reminder|robo|it|damn|fucking|patient|outreach|of your|doctor|dr|whatsapp|such|both|dang|recall|master))* (?:{LISTN}|this|these|texts?|texting|messages?|messaging|calls?|calling|emails?|contact|communications?|reminders?|requests|surveys?|thing|reviews?|service|that|it|chat|group|thread|spam|here|you|marketing)`,
    ),
    unless:
      /\b(?:wait ?list|waiting list|schedule|calendar|records? request|(?:take|took|taken) (?:it|them|that|this|the \w+) off|insurance|lens|account|portal|policy|plan|bill|prescription|medication|meds|vip list|cancellation list|call (?:off|out)|time off|day off|work off|come from|hear from|get (?:a )?(?:call|text|email|message)s? from|got|not (?:get|getting) (?:off|out)|called out|off work|out of town|out of (?:the )?(?:meds|office|pain)|(?:got|get|gets|received|receive) (?:an? |the |your |this )?(?:email|text|call|message|info|information|number) from)\b|\b(?:do not|never|please do not|why did you|did you|was i|have i been|were we|i was|not) (?:take|taken|remove|removed|drop|dropped|get|kick|kicked|delete|deleted|pull|pulled|be removed)\b|\b(?:she|he|they|patient) (?:took|removed) (?:herself|himself|themselves)/,
  },
  {
    id: 'en.remove-me',
    pattern: grammar(
      '(?:remove|delete|erase|exclude|unlist|drop|lose|forget|block|purge|omit|scrub|wipe|scratch|destroy|discard|disconnect|disregard|take out|take off|get rid of|trash|toss|throw away|throw out|clear|removing|deleting|removal of|remove all of)(?: (?:all|all of|all my|out|of|both|the|please|any|any of|completely))* (?:me|us|(?:my|our|this|the|her|his|that|mine|these)(?: (?:cell|phone|mobile|home|house|work|contact|personal|email|telephone|landline|old|text|husband s|wife s|mom s|mother s|family s|son s|daughter s|dad s|father s|full|private|business))* (?:numbers?|name|infos?|information|contact(?: info)?|details|email|e ?mail|address|data|cell|phone|digits|line|contact)|mine|myself)',
    ),
    unless:
      /\b(?:i|we)(?: (?:am|will|just|going|to|gonna|about|can|would|have))* (?:block|blocking|drop|delete)\b|\b(?:not|never|did|why|accidentally|got|have|has|i|we|phone) (?:i |you )?(?:lose|lost|remove|removed|delete|deleted|forget|forgot|drop|block)|\b(?:remove|delete|drop|lose|block|exclude|forget|clear|erase) (?:me|us|my (?:name|info|information)) (?:a|the|some|weight|about|to (?:come|schedule)|at|by|in (?:the )?(?:front|parking)|for|off at|from (?:the )?(?:wait|schedule|3|2|1|4|5|appointment|calendar|account|insurance|plan|policy|bill|2pm|portal)|on (?:the|your) (?:schedule|website|google|review)|line)\b|\b(?:can not|could not|will not|hard to) forget\b|\bforget my (?:email|address|card|contact|number) (?:at|in|on|there)|\b(?:can not|could not|trying to|how do i) (?:remove|delete|clear) my (?:contacts?|data|address)\b|\b(?:old|previous|former) (?:home |work |mailing |street )?(?:address|insurance|card)\b|\b(?:old|previous|former|wrong|other) (?:home |work |mailing |phone |cell |email )?(?:address|email|phone|cell|number|numbers|info|information|insurance|card)\b.*\b(?:new|current|correct|right|updated?|use|changed?|now)\b|\bdisregard my|\bdrop (?:me|us) (?:a|an)\b|\bclear my (?:address|name)|\bupdate\b/,
  },
  {
    id: 'en.deceased',
    pattern:
      /(?:passed away|passed|died|deceased|dead|no longer with us|has expired|late (?:husband|wife|mother|father)).*\b(?:remove|take|stop|delete|do not|no more|unsubscribe|cancel|quit|cease|end)\b|\b(?:remove|take|stop|delete|do not|no more|unsubscribe|quit|cease)\b.*(?:passed away|passed|died|deceased|is dead|no longer with us|has expired)/,
    unless:
      /\bdo not know\b|\bstop by\b|\bheart\b|\bdead (?:stop|end|tooth|nerve|battery|phone|tired|zone|line|serious)\b|\b(?:phone|battery|car|wifi) (?:is |was |just |has )*(?:dead|died)\b/,
  },
  {
    id: 'en.unsubscribe',
    pattern: grammar(
      '(?:unsubscribe|unsubscribing|unsuscribe|unsubcribe|unsubscibe|unsubsribe|unsubscrib|unsucribe|unsubscripe|unenroll|un enroll|opt out|opting out|opts out|opt me out|opt us out|opt them out|opted out|optout|opt my (?:number|phone|cell|email) out|opt this number out|do not call list|do not contact list|do not text list|no call list|no contact list|dnc|dnc list|do not call registry|blacklist|black list)',
    ),
    unless:
      /\b(?:not|never|no need to|accidentally|by mistake|by accident|did i|was i|am i|why (?:was|am|did)) (?:i |me |want to |wish to |mean to |even |ever |please )*(?:unsubscribe|unsubscribed|opt out|opted out|optout|unsubscribing|opting out|on|dnc|blacklist)|\b(?:unsubscribed?|opt(?:ed|ing)? out) (?:from|of|for) (?:my (?!text|phone)|the (?!text|list|message|email|call|review|survey|reminder|service|program)|x ?rays?|fluoride|insurance|a |an |anesthesia|sedation|vision|dental|coverage|paper|getting (?:the|a)|having)|\bopt(?:ed)? out and (?:went|chose|picked)|\bwhat (?:does|is) (?:opt out|unsubscribe)|\bif i (?:opt out|unsubscribe)|(?<!\b(?:how|where|so) )\b(?:will|would|should|do|does|can|could|must) i (?:have to |need to |still )?(?:opt out|unsubscribe)|\bunsubscribe (?:link|button) (?:works|worked|is fine)|\bnot on (?:the|a|any) (?:do not call|dnc)|\bundo\b|\bresubscribe\b/,
  },
  {
    id: 'en.how-to-stop',
    pattern: grammar(
      `(?:how|where|what|which)(?: (?:do|can|could|does|would|to|is|are|the|one|i|we|way|button|link|number|must|need|have|should|you|will|it|takes|take|please|exactly|s))* (?:stop|end|cancel|turn off|block|get off|get out of|unsubscribe|opt out|quit|get rid of|make|get|disable|shut off|remove|mute|silence|discontinue|be removed|get removed|come off)(?: (?:it|me|getting|receiving|you from|you|my|name|number|myself|from|of))*(?: (?:{DET}))*(?: (?:${NOUN}|list|stop|to stop|off|these|this|{REACHING}|{LISTN}))`,
    ),
    unless:
      /\b(?:antibiotics?|medication|meds|bleeding|pain|swelling|appointment|cancel my|cancel the|blood|thinners?|bill|portal|reminder for)\b|\b(?:you|they|u) (?:get|got|find|have) (?:my|this|her|his)\b(?! (?:number|name) off)|\bget (?:my|the|a|an|out|in|there|on|to)\b(?! (?:number|name) off| stop)|\bmake (?:an?|my|the) /,
  },
  {
    id: 'en.asked-before',
    pattern: grammar(
      '(?:i|we|patient|she|he|pt|already|have|husband|wife|mom|spouse)(?: (?:have|already|had|has|just|clearly|specifically|repeatedly|previously|told|asked|said|keep|kept|literally|also|replied|been))* (?:said|told|asked|texted|replied|typed|wrote|sent|responded|emailed|requested|reply|replying|texting|answered|pressed|instructed|begged|demanded|informed|saying|asking|telling|warned|mentioned|stated|states)(?: (?:you|yall|you people|you guys|them|him|her|your office|back|with|the|word|already|everyone|twice|us|office|for|to|please|ma|caller|rep|that|all|this|staff|nicely|several|multiple|many|times|two|three|a|\\d+|once|it|front desk|and))* (?:stop|unsubscribe|quit|stopped|cancel|opt out|end|remove|removal|stop it|removed|be removed)(?=$| (?:,|and|but|texting|calling|contact\\w*|messag\\w*|send\\w*|email\\w*|bother\\w*|harass\\w*|ask\\w*|reach\\w*|the (?:texts|calls|messages|emails|reminders)|these|this|that|it|all|any|me|us|him|them|you|(?:my|his|her|their) (?:number|name|info\\w*|phone|texts|calls|messages|contact|cell|email)|her$|her from|please|already|before|twice|\\d+|to|with|on|for|several|multiple|times|time|yesterday|last|now|i|why|still|from|so|because|text|texts|calls|messages|emails|days?|weeks?|months?|ago|a (?:million|thousand|hundred|dozen|few|couple|bunch)|two|three|means|what|yet|or|out|off|again|previously|when|thanks|thank)\\b)',
    ),
    unless:
      /\b(?:stop|stopped|quit|end|cancel|remove|removed) (?:taking|the (?!text|call|message|email|review|survey|reminder|contact)|my (?!number|name|phone|info)|at|by|in|smoking|eating|drinking|using|wearing|flossing|brushing|chewing|here|coumadin|aspirin|blood|appointment|appt|and (?:smell|think)|being|doing|moving|bleeding|antibiotic|meds|medication|med|coming|going|before|rinsing|warfarin|work|exercis)|\b(?:told|asked|telling|asking|instructed|advised) (?:me|him|her|my|patient) (?:to|not)\b|\b(?:told|asked|said|telling|saying|yelled)(?: \w+){0,3} (?:dog|kid|kids|son|daughter|siri|cat|husband|wife|spam|scammers?|brother|baby|toddler|driver|insurance|other)\b|\b(?:should|do|did|can|could|if|when) i\b|\bappointment\b|\b(?:rebook\w*|resched\w*|move)\b/,
  },
  {
    id: 'en.unsubscribed-before',
    pattern:
      /\b(?:already|twice|times|again|previously|before|last (?:week|month|year)) (?:\w+ )?(?:unsubscribed|opted out)\b|\b(?:unsubscribed|opted out)(?: \w+){0,3} (?:already|twice|times|before|weeks?|months?|days?|ago|yesterday|last|again)\b/,
    unless: /\b(?:never|not|by mistake|accident\w*|insurance|x ?rays?|fluoride)\b/,
  },
  {
    id: 'en.still-after-stop',
    pattern:
      /\b(?:stop|unsubscribe|opt out|opted out|unsubscribed|quit)\b(?: \w+){0,8}? (?:is not working|does not work|did not work|not working|and (?:still|yet)|why am i still|but (?:still|i still|you still|i keep|keep|you keep|am still|they keep)|yet|still (?:getting|receiving|get|coming|texting|calling)|means? (?:stop|no)|please honor|is not honored|stop means)\b|\bwhat part of (?:stop|no|quit)\b|\bhow many times\b.*\b(?:stop|unsubscribe|say|ask|tell|no|remove)\b|\bwhy (?:am i|do i|are you|do you)(?: \w+){0,3} (?:still|keep)\b.*\b(?:after|unsubscribed|opted out|stop|asked|told)\b|\bstill (?:getting|receiving)\b.*\b(?:after|unsubscribed|opted out|stop)\b/,
    unless: /\bif i\b|\b(?:bleeding|pain|hurts?|swelling|medication|antibiotic|faucet|drip|cough)\b/,
  },
  {
    id: 'en.leave-alone',
    pattern: grammar(
      '(?:leave|let) (?:me|us|this number|my phone|my family|her|him|my mom|my husband|my wife) (?:the (?:hell|fuck|heck) )?(?:alone(?! know)|be|tf alone)|go away|get lost|buzz off|back off|fuck (?:right )?off|piss off|bug off|beat it|get lost|take a hike|shove off|scram|lose (?:my|this|our) (?:number|digits|phone number|info|email)|stay off my phone|stay out of my (?:inbox|phone)|hands off my phone',
    ),
    unless:
      /\b(?:pain|swelling|does|will|did|not|it|soreness|bruise|bruising|numbness|rash|headache|bump|to|would|ever|lost my) (?:not )?(?:go|gone|goes) away\b|\bgo away (?:on|in|for|with|by|after|this|next|to)\b|\blet me be (?:the|clear|honest|a|seen|your|more|frank)|\bleft (?:me|us) alone\b|\bleave (?:me|us) alone (?:in|with the|for)|\bget lost (?:on|trying|finding|in|easily|every)|\bi (?:lost|lose)\b|\bnever again (?:will|had|have)\b|\bdid not (?:leave|let)/,
  },
  {
    id: 'en.done',
    pattern: whole(
      `${SAY}(?:enough|enough already|enough is enough|no more|nothing more|nothing further|i m done|we are done|done with (?:this|these|you)|i am done with (?:this|these|you)|i have had enough|no more please|no more of this|no more of it|no more of these|no more ever|no more from you)${TAIL}`,
    ),
    unless:
      /\benough said\b|^(?:\S+ )?(?:i am done|we are done|done|good enough|not enough|fair enough|more than enough)$/,
  },
  {
    id: 'en.do-not-bare',
    pattern: whole(
      `${SAY}(?:do not|never|please do not)(?: (?:ever|please|you|dare))* (?:text|call|email|contact|message|phone|disturb|solicit|bother|ring|send|respond|reply|reach out|contact us)(?: (?:,|and|or|nor|text|call|email|message|contact|mail|write|again|me|back|us|here|anymore|any more|ever|please|thanks|thank you|anything|else|stuff|more|you|phone|by|via|for|any|reason|to|this|number|in the future))*`,
    ),
    unless: /\bnot (?:reply|respond|bother)$|\bnot (?:call|text) back$|\b(?:you|they|he|she) never\b.*\bback$/,
  },
  {
    id: 'en.channel-only',
    pattern: grammar(
      '(?:email|text|mail|texts|emails|portal|call|calls|phone)(?: (?:is|are|me|only|ok|okay|fine|instead|please|works))* ,? ?(?:only )?,? ?(?:and |but |so |just |please )*(?:no|do not|not|never|stop) (?:more )?(?:texts?|calls?|calling|texting|emails?|phone calls|call|email|voicemails)',
    ),
    unless: /\b(?:got|get|received|did|have|still|was|there) (?:\w+ )?(?:no|not)\b/,
  },
]
