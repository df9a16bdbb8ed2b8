import type { Rule } from './english.ts'
import { grammar } from './words.ts'

const WHOSE =
  '(?:the|these|those|your|all|all the|all these|all of the|all of these|any|such|more|any more|of|automated|constant|marketing|further)'
const NOUN = `(?:(?:${WHOSE} )*(?:{TEXTN}|{CALLN}|{MAILN}|{SENT}|robo ?calls?|robo ?texts?|stuff|these|this|all of this|all this)(?: (?:from|by) (?:you|your \\w+|the \\w+|this \\w+|dr \\w+))?)`
const DOING = '(?:{REACH}|{REACHING})'
const YOU =
  '(?:you|yall|u|they|we|us|your office|the office|staff|anyone|anybody|someone|people|you guys|you people|you all|your staff|your team)'

/** Opt-outs said as a wish, a ban or a state that should end, rather than as an order. */
export const wishRules: ReadonlyArray<Rule> = [
  {
    id: 'en.asks-the-way',
    pattern: grammar(
      `(?:what(?! time)|which|who|where|how)(?: (?!should\\b)\\w+){0,8} (?:to|i|and|it|you|one) (?:stop|end|unsubscribe|opt out|quit|get off|get out|be removed|get removed|turn off|disable|be taken off|stop getting|stop receiving)(?: (?:from|of|off|getting|receiving|all|this|that|your|the|these))*(?: (?:this|these|them|it|it all|{LISTN}|${NOUN}))?$`,
    ),
    unless:
      /\b(?:bleeding|pain|medic\w+|meds|antibiotic\w*|blood|smoking|swelling|appointment|drinking|taking|eating|exit|highway|how long|coming|hurting|bed|hospital|work|town|surgery)\b|\b(?:when|told|said|says|asked) (?:me |us )?(?:i |to )?(?:can |should )?(?:stop|end)\b.*\b(?:it|this)$/,
  },
  {
    id: 'en.not-allowed',
    pattern: grammar(
      `(?:forbid|forbidding|forbidden|forbade|prohibit|prohibited|ban|banned|not allowed|not permitted|not authorized|not welcome|not supposed|have no right|no right|no business|no permission|have no reason|no reason|no authority|never gave (?:you |anyone )?permission)(?: (?:${YOU}|from|to|for|ever|be))* ${DOING}`,
    ),
    unless: /\b(?:i|we) (?:am|are|was|were) not (?:allowed|permitted|supposed)\b|\bno reason to (?:call|ask) \b/,
  },
  {
    id: 'en.rather-not',
    pattern: grammar(
      `(?:prefer|appreciate|appreciate it|like|like it|rather|love|love it|nice|great|best|better|grateful|glad|happy|thankful|wish|hope|ask|asks|asked|request|requests|requested|requesting|demand|demands|insist|insists|prefers|want|wants|wanted|wishes)(?: (?:it|if|that|for|be|would|very|much|really))* ${YOU}(?: (?:would|could|can|will|please|just|to|all|guys|simply|kindly))* (?:did not|do not|would not|will not|no longer|never|not|stop|stopped|quit|cease|refrain from|avoid|discontinue)(?: (?:ever|to|be|please|again|with))* ${DOING}`,
    ),
    unless:
      /\b(?:stop|quit) (?:asking (?:about|if)|using (?!my))|\bnot (?:call|text|email|send|ask)(?:ing)? (?:it|him|in|about|the (?:pharmacy|bill|results?|prescription|records?)|my (?:husband|wife|mom|dad|boss|job|work|results?|records?|prescription|pharmacy|insurance))\b/,
  },
  {
    id: 'en.state-should-end',
    pattern: grammar(
      `${NOUN}(?: (?:really|just|all|absolutely|please))* (?:needs? to|have to|has to|must|should|got to|gotta|better|has got to) (?:stop|end|cease|quit|be stopped|go away|be turned off|be discontinued)|(?:want|wants|like|need|needs|make|have|get|please|prefer|would like|request|requests|requested|asked for|asks for|asked to have)(?: (?:to have|to get|that))* ${NOUN} (?:to )?(?:be )?(?:stop|stopped|end|ended|cease|discontinued|turned off|shut off|disabled|cancelled|canceled|suspended|go away|off)`,
    ),
    unless:
      /\b(?:bleeding|pain|throbbing|medic\w+|meds|tooth|hurt\w*|hold|appointment|charge|how long|when will)\b|\bdo not want\b.*\bto (?:stop|end)\b/,
  },
  {
    id: 'en.never-asked-for',
    pattern: grammar(
      `(?:never|did not|do not|have not|had not|does not|not)(?: (?:ever|even|actually|knowingly|once|remember|recall|want|wish))* (?:ask|asked|asking|sign up|signed up|signing up|agree|agreed|agreeing|subscribe|subscribed|subscribing|opt in|opted in|request|requested|consent|consented|authorize|authorized|approve|approved|enroll|enrolled|register|registered)(?: (?:for|to|in|on|get|receive|be|getting|receiving|any|be on))* ${NOUN}`,
    ),
    unless: /\b(?:surgery|procedure|treatment|charge|bill|appointment|refill|x ?rays?|call ?back)\b/,
  },
  {
    id: 'en.shut-these',
    pattern: grammar(
      `(?:disable|suspend|deactivate|shut off|turn off|switch off|silence|kill|terminate|discontinue|halt|block|end|cancel|stop)(?: (?:getting|receiving|me from))* ${NOUN}|(?:off|out) of ${NOUN}|(?:take|get|remove|keep) (?:me|us|him|her|them|patient|my \\w+) (?:off|from|out of) (?:of )?${NOUN}|declin(?:es|ed|e|ing) (?:any |all |further |future |more )+${NOUN}|(?:no longer|not) (?:wish|wishes|want|wants|care|cares|need|needs|like|likes|desire|desires)(?: (?:to|get|receive|have|be|sent|any|more|getting|receiving|see))* ${NOUN}`,
    ),
    unless:
      /\bno (?:more )?(?:this|reviews? (?:yet|online)|messages? (?:from|yet|on)|calls? (?:from|yet|back)|texts? (?:from (?!you)|yet)|contact (?:precautions|lens|sport)|link|offer|need)\b|\b(?:got|get|received|receive|had|have|saw|see|there (?:is|was|were|are)|still|why) (?:\w+ )?no\b|\bcancel (?:the |my |that |this |your )?(?:call|request|follow up|notice|offer|update|this|it)\b|\b(?:end|stop|block|cancel) (?:this|the (?:call|follow ups?)|my (?:subscription|call|follow up))(?! (?:stuff|text|message))|\bnot (?:need|want|like) (?:a|the|this|that|your)\b|\bsubscription (?:box|plan|for)\b|\bi (?:can not|could not|did not|have not)\b|\bout of (?:this|office|stuff)\b|\bend of\b|\bcontact (?:lens|lenses|sports?)\b|\bnot (?:need|want|like)(?: \w+){0,3} (?:this|these|updates?|link|call|offer|contact)$|\bnot want (?:these|this) to\b|\bnot want (?:to miss|more reviews)\b/,
  },
]
