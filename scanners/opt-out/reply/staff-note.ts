import type { Rule } from './english.ts'
import { grammar, whole } from './words.ts'

const MORE = '(?:any|all|further|future|more|additional|other|ongoing|continued|our|these|the)'
const OUTREACH =
  '(?:contacts?|calls?|phone calls?|texts?|text messages?|messages?|messaging|communications?|outreach|emails?|reminders?|follow ups?|surveys?|notifications?|correspondence|marketing|solicitations?|recall|review requests?|requests?)'
const WHO =
  '(?:me|us|my phone|our phone|him|her|them|patient|my \\w+|our \\w+|his \\w+|her \\w+|this \\w+|the \\w+|mother|family)'
const OURS = '(?:names?|numbers?|info|information|contact|details|data|email|phone|cell|address|record)'

/** Requests told in the third person or as a noun: what staff write after a call, and formal letters. */
export const staffNoteRules: ReadonlyArray<Rule> = [
  {
    id: 'en.declines-contact',
    pattern: grammar(
      `(?:declin(?:es|ed|ing|e)|refus(?:es|ed|ing|e)|waives?|rejects?|rejected|denies|opposes|objects? to|objected to)(?: (?:to|being|getting|receiving|be|get|receive))*(?: (?:${MORE} )+(?:\\w+ )?${OUTREACH}| (?:texts|texting|calls|phone calls|voicemails|being (?:called|contacted|texted)|contact|communications?|text messages|sms|messaging|outreach)$)`,
    ),
    unless: /\bdeclined (?:my|the|a|our) (?:call|text)$|\bcard\b|\binsurance\b/,
  },
  {
    id: 'en.consent-taken-back',
    pattern: grammar(
      '(?:revocation|withdrawal|cancellation|termination|rescission) of (?:my |all |any |prior |previous |their |her |his |the |patient )*(?:express |written )?(?:consents?|permissions?|authorizations?|subscription|enrollment)|(?:consents?|permissions?|authorization)(?: (?:to|for|text|call|contact|be|contacted|texts|texting|calls|messaging|messages|communications?|sms|outreach|email|is|was|has|been|have|hereby|now|me|patient))* (?:revoked|withdrawn|rescinded|removed|denied|terminated|no longer given)|no (?:further |longer )?(?:consent|permission|authorization) (?:to|for) (?:text|call|contact|texts|calls|texting|calling|contacting|messages|email|outreach|be (?:contacted|called|texted))(?: \\w+)*',
    ),
    unless: /\b(?:surgery|procedure|treatment|release|records|photos?|x ?rays?|anesthesia|proxy|not (?:revoked))\b/,
  },
  {
    id: 'en.leave-them-alone',
    pattern: grammar(`(?:leave|let) ${WHO}(?: and ${WHO})* (?:the (?:hell|fuck|heck) )?(?:alone|be|in peace)`),
    unless:
      /\b(?:do|does|did|would|will|could|can) not (?:\w+ )?(?:leave|let)|\b(?:leave|let) (?:\w+ ){1,3}(?:alone|be) (?:in|with|for|at|know|the|there|a|seen|honest|clear|frank|my|your)\b|\blet me alone know\b|\bshould i\b|\bcan i\b|\b(?:tooth|teeth|stitches|scab|bandage|wound|it)\b/,
  },
  {
    id: 'en.have-it-removed',
    pattern: grammar(
      `(?:have|get|want|wants|wanted|need|needs|like|would like|see|asked (?:to have|that)|requests?|requested|asks|prefer)(?: (?:to have|to get|that|to see))*(?: (?:my|our|his|her|their|this|the|your|all|patient|mother|mom|dad|father|s|contact|phone|cell|email|mobile|of)){1,4} ?(?:${OURS})(?: (?:and|or|,|email|phone|number|info|address|name|be|is))* (?:removed|deleted|erased|taken off|taken out|purged|wiped|scrubbed|dropped|cleared|off (?:of )?(?:your|the|this|our|all) \\w+)`,
    ),
    unless:
      /\b(?:website|google|insurance|bill|chart|old (?:number|email|address|phone)|policy|plan|schedule|wait ?list|do not|not want|never)\b/,
  },
  {
    id: 'en.told-to-stop',
    pattern:
      /\b(?:told|asked|ordered|instructed|advised|informed|begged|demanded|requested|requests|asks|demands|insists|insisted|wants|wanted|warned|tells)(?: (?:us|me|ma|staff|caller|rep|clinic|office|the|front|desk|that|we|i|to|all|please|nurse|this|writer|agent|dr|doctor|immediately|just))* (?:stop|quit|cease|discontinue|leave (?:him|her|them|the family) alone|lose (?:his|her|their) number|no longer (?:call|contact|text|reach|be))\b(?=$| (?:,|and|please|all|with|the|these|any|this|it|us|him|them|her$|now|immediately|contact|text|call|messag|send|email|bother|reach|phon|ask|harass|leav|remind|solicit|survey|further|outreach|communicat|receiv|gett|spam|mail|that))(?! (?:taking|smoking|drinking|eating|the (?!calls|texts|messages|emails|reminders|contact)|by|in|at|using|wearing|med|coumadin|aspirin|blood|it|brushing|flossing|treatment|his|her|exercis|work))/,
    unless:
      /\b(?:was|were|been|got|is) (?:told|asked|advised|instructed|informed)\b|\b(?:told|asked|advised|instructed|informed) (?:patient|him|her|them|my \w+)\b|\b(?:asked|asks|wants to know) (?:if|whether|when|why|how)\b|\b(?:medication|meds|antibiotics?|smoking|appointment|treatment|therapy|exercises?)\b/,
  },
  {
    id: 'en.marked',
    pattern: grammar(
      '(?:marked|flagged|set|added|add|put|mark|flag|placed|coded|tagged|list|listed|code|status|registered)(?: (?:as|to|on|him|her|them|patient|me|us|account|chart|for|in|the|our|your|number|this|my|name|permanent|permanently|a))* (?:dnc|do not (?:contact|call|text|email|message|disturb|solicit)|no contact|opt(?:ed)? out|no texts?|no calls?|unsubscribed|suppress(?:ed|ion)(?: list)?)|no contact(?: (?:ever|again|please|per|of any kind|requested|order))*$|do not (?:contact|text|call|email|message|solicit)(?: (?:or|and|text|call|email|contact|message|patient|pt|ever|again|,|per|as per|at|by|request|requested|family|request of|patient s|him|her|mother|daughter|son|husband|wife|spouse|any ?more))*$',
    ),
    unless:
      /\b(?:by mistake|in error|why|not on)\b|\bi do not (?:contact|text|call|email|message)\b|^(?:i|we|you|they|he|she) do not\b/,
  },
  {
    id: 'en.asked-off',
    pattern:
      /\b(?:asked|asks|asking|requested|requests|requesting|begged|demanded|demands|insisted|told)(?: (?:you|us|repeatedly|twice|already|times|several|many|multiple|again|politely|nicely|to|be|get|for|all|we|i|that|before|last|week|month))* (?:be|get|getting|being) (?:removed|taken off|off|left alone|unsubscribed|deleted|dropped)$/,
  },
  {
    id: 'en.order-at-end',
    pattern:
      /\b(?:please|kindly|just|so|now|would you|could you|can you|thanks but|thank you but|but|therefore) (?:just |now |also |kindly |please )*(?:stop|unsubscribe|unsubscribe me|remove me|remove us|take me off|take us off|opt me out|opt out|discontinue|cease|desist|quit it|stop it|stop this|stop now|leave me alone|leave us alone|delete me|exclude me)(?: (?:please|thanks|thank you|now|already|immediately|asap|it|this|ok|okay|today|for good|permanently|sir|maam))*$/,
    unless:
      /\b(?:should|can|could|do|did|must) i\b|\bnot (?:stop|unsubscribe|remove|discontinue)\b|\b(?:it|he|she|they) (?:just|now|so) (?:stop|quit)\b|\bi (?:just|now) \b/,
  },
  {
    id: 'en.want-out',
    pattern: whole(
      '(?:(?:{COURTESY}|{AUX}|just|me) )*(?:want|wants|wanna|like|need|get me|take me|let me|count me|leave me|us|me|be)(?: (?:to|be|get|me|us|myself|completely|totally))* (?:off|out)(?: (?:of|this|these|here|it|the|your|that|all|thing|program|system|list|loop|everything))*(?: (?:{COURTESY}|{AUX}))*',
    ),
    unless:
      /\b(?:time|check|work|sick|waiting|ask) |\b(?:take|took) (?:it|them) \b|\bday off\b|\blet (?:me|us) out (?:early|at)\b/,
  },
  {
    id: 'en.not-hear-from',
    pattern:
      /\b(?:never|not|no longer|no)\b(?: \w+){0,3} (?:want|wants|wanted|wish|wishes|like|likes|care|cares|need|needs|interested|desire|interest)(?: \w+){0,3} (?:hear|hearing) (?:anything )?(?:more )?from (?:us|you|your|this|the|anyone|any|yall|them|dr)\b/,
  },
  {
    id: 'en.asked-number-off',
    pattern:
      /\b(?:asked|asks|asking|requested|requests|requesting|insists?|insisted|said|says|stated|demands?|demanded|wants?|ask)(?: (?:that|to have|for))*(?: (?:we|us to|you|you to|the office))? (?:remove|delete|drop|erase|take off|purge) (?:the|her|his|their|my|this|all)(?: \w+)? (?:numbers?|name|info\w*|contact|email|cell|phone)\b|\b(?:her|his|their|the|my|this|patient s)(?: \w+)? (?:numbers?|name|info\w*|email|cell|phone)(?: \w+)? be (?:removed|deleted|taken off|dropped|erased|purged)\b/,
    unless: /\b(?:old (?:number|email|phone)|bill|chart|insurance|website|wait ?list|emergency|husband|wife|ex)\b/,
  },
  {
    id: 'en.take-of-list',
    pattern: grammar(
      '(?:take|get|taken) (?:me|us|him|her|patient|my \\w+) of (?:the|your|this|our|all|any)(?: \\w+)? {LISTN}',
    ),
  },
  {
    id: 'en.no-text',
    pattern: whole(
      '(?:{COURTESY} )*no (?:text|call|texting|calling)(?: me| us| please| thanks| thank you| again| anymore)*',
    ),
  },
  {
    id: 'en.removal-noun',
    pattern: grammar(
      '(?:removal|deletion|exclusion|unsubscription) (?:request|requested|from|of (?:my|this|the|our|his|her))(?: .*)?|(?:opt out|unsubscribe|removal|stop|dnc|do not contact|no contact|do not call) (?:request|requested|per (?:patient|pt|caller|family|spouse))(?: .*)?',
    ),
    unless:
      /\b(?:tooth|teeth|stitch\w*|suture\w*|braces|mole|wart|cyst|implant|cast|crown|wisdom|stain|tattoo|fee|charge)\b/,
  },
]
