/**
 * What agreements make somebody do, one family an entry: verbs in their plain form ("plain/past/participle" where
 * irregular), and the nouns that stand for the act. Every form of a verb counts; a rule says which other words must
 * stand beside it.
 */
export const acts = {
  /** Somebody is told: the person told follows at once. */
  tell: 'report notify tell/told/told inform advise alert apprise warn brief forewarn',
  /** Something is brought before somebody: an act of telling only where that person stands in the sentence. */
  bring:
    'disclose communicate raise escalate relay flag convey announce declare surface present submit forward send/sent/sent transmit pass deliver file email e-mail phone telephone call ring/rang/rung contact write/wrote/written page fax message reveal divulge impart confess admit share mention refer volunteer log signal dispatch render route table',
  news: 'notice notices notification notifications report reports word account accounts statement details particulars information news warning summary alert advice description memo letter message',
  /** Something is put into somebody's hands. */
  supply:
    'give/gave/given provide furnish supply send/sent/sent deliver hand present render tender transmit forward submit produce make/made/made offer share pass release export issue grant afford return turn fetch retrieve procure dispatch mail email upload copy extract print equip serve get/got/got let/let/let',
  /** Somebody may look. */
  open: 'open expose show/showed/shown disclose exhibit display reveal lay/laid/laid surrender yield unlock allow permit let/let/let admit grant afford accord enable entitle submit subject welcome host facilitate',
  inspect:
    'audit inspect examine review test check verify assess look see/saw/seen visit evaluate observe probe investigate scrutinize scrutinise validate survey sample read/read/read study monitor tour',
  handBack: 'return surrender restore repatriate ship',
  wipe: 'destroy delete erase purge shred wipe sanitize sanitise dispose obliterate eradicate incinerate pulp burn overwrite eliminate scrub expunge degauss annihilate',
  /** One party makes another take on terms. */
  impose:
    'require bind/bound/bound oblige obligate compel make/made/made cause ensure insure have/had/had get/got/got hold/held/held impose place put/put/put subject flow extend secure obtain demand insist contract commit ask see/saw/seen pass procure extract exact stipulate direct enforce apply',
  /** What the bound one does. */
  takeOn:
    'agree accept sign undertake/undertook/undertaken promise commit assume adopt execute enter adhere observe follow honor honour respect abide comply keep/kept/kept pledge covenant consent acknowledge bind/bound/bound subscribe join meet/met/met hold/held/held obey',
  obey: 'comply abide observe conform follow meet/met/met adhere satisfy honor honour heed respect obey fulfil fulfill implement discharge perform execute uphold/upheld/upheld govern bind/bound/bound keep/kept/kept carry live act operate match track',
  end: 'terminate cancel end rescind dissolve discontinue withdraw/withdrew/withdrawn leave/left/left exit quit/quit/quit annul revoke void cease stop close dismiss conclude',
  amend:
    'amend correct rectify update change append add attach incorporate enter revise alter fix modify adjust annotate supplement edit link record reflect apply put/put/put make/made/made',
  record:
    'document record log track note keep/kept/kept maintain list register write/wrote/written collect retain account compile store enter preserve chronicle catalogue tabulate',
  upkeep:
    'use maintain employ keep/kept/kept implement apply put/put/put adopt operate have/had/had establish install uphold/upheld/upheld institute exercise deploy take/took/taken follow provide observe run/ran/run develop enforce sustain preserve protect secure safeguard guard shield build/built/built design set/set/set',
} as const

/** What information is kept safe by. */
export const safeguardNouns =
  'safeguards safeguard protections protection measures controls precautions defenses defences barriers steps means care security procedures mechanisms practices safety'
/** Words that make a safeguard more than a word. */
export const fittingWords =
  'appropriate appropriately reasonable reasonably suitable suitably adequate adequately sufficient proper properly fitting necessary prudent sensible effective due needed commensurate proportionate industry-standard commercially administrative physical technical technological organizational such all every'
/** What safeguards are for. */
export const againstWords =
  'prevent prevents preventing avert averts averting safeguard safeguarding protect protects protecting guard guards guarding against secure secures securing stop stops stopping avoid avoids avoiding preclude precludes precluding bar bars barring block blocks blocking shield shields shielding keep keeps keeping deter deters deterring thwart forestall prohibit ensure ensures ensuring preserve preserves'

/** Dealing with information. */
export const useNouns =
  'use uses used using disclosure disclosures disclose discloses disclosed disclosing access accesses accessed accessing handling handled handle handles sharing shared share release releases released acquisition acquisitions acquired viewing viewed transmission dissemination disseminated processing processed transfer transferred revealed exposure exposed misuse misuses misused treatment communication exploitation exploited utilization'
/** What makes such dealing wrong, in front of it. */
export const wrongBefore =
  'unauthorized unauthorised impermissible improper unpermitted wrongful unlawful non-permitted nonpermitted prohibited unapproved non-conforming nonconforming nonconformant illicit unsanctioned inappropriate unwarranted illegitimate forbidden disallowed erroneous mistaken irregular noncompliant non-compliant off-contract unallowed excess excessive'
/** What makes it wrong, behind it; `_agr` is the agreement. */
export const wrongBehind = [
  'not (?:expressly |otherwise |specifically |so )*(?:provided|allowed|permitted|authorized|authorised|sanctioned|covered|contemplated|in accordance|in keeping|in line|in conformity|consistent|named|agreed|approved|licensed|envisaged|foreseen|listed|described|called for|mentioned|granted|warranted|compliant)',
  'other(?:wise)? than',
  'outside',
  'beyond',
  'except as',
  'contrary to',
  'in (?:violation|breach|contravention|disregard|defiance|excess) of',
  'violat\\w+',
  'contraven\\w+',
  'inconsistent with',
  'in conflict with',
  'at (?:odds|variance) with',
  'counter to',
  'exceed\\w*',
  'depart(?:s|ed|ing)? from',
  'deviat\\w+ from',
  '(?:breaks?|breaking|breached|breaching|infring\\w+|offend\\w*|flout\\w*|disregard\\w*|overstep\\w*) (?:_agr|these|its|the terms|the limits)',
  '(?:does|do|did|has|have|would|may|could|is|are|was|were) not (?:allow|allowed|permit|permitted|provide|authori[sz]e|authori[sz]ed|cover|contemplate|sanction|envisage|foresee|license|entitle|let|call for|name|support|list|mention|describe|grant|warrant|expect|recogni[sz]e|approve|agree)',
  '(?:_agr|these terms|the agreement|_ce) (?:forbids?|prohibits?|bars?|rules? out|disallows?|excludes?|closes?|withholds?)',
  'neither [^.;]{3,40} nor [^.;]{3,40} (?:permits?|allows?|provides?|calls? for|requires?)',
  'without (?:an? |any |the |due |proper )?(?:authority|authori[sz]ation|permission|leave|approval|right)',
  'should not have',
  'not (?:meant|supposed) to',
  'against _agr',
  'no (?:right|authority|permission|leave)',
  'goes? (?:further|beyond)',
  'went (?:further|beyond)',
  'that (?:goes|go|falls?) (?:past|outside)',
] as const

/** The parts of an undertaking a subcontractor takes on. */
export const termNouns =
  'restriction restrictions condition conditions term terms requirement requirements obligation obligations limit limits limitation limitations provision provisions protection protections promise promises rule rules standard standards duty duties covenant covenants commitment commitments undertaking undertakings responsibilities constraints safeguards'
/** What makes those terms the agreement's own. */
export const likeWords = [
  'same',
  'very',
  'identical',
  'equivalent',
  'equal',
  'similar',
  'substantially',
  'matching',
  'mirror\\w*',
  'like',
  'corresponding',
  'parallel',
  'back-to-back',
  'comparable',
  'what _ba (?:has|itself has|have) (?:agreed|accepted|promised|undertaken)',
  '(?:no|not) (?:less|weaker|looser|laxer|lower)',
  'nothing less than',
  'at least',
  'as (?:strict|stringent|protective|restrictive|tight|strong|demanding|rigorous|onerous)',
  'all (?:of )?the',
  'every',
  'each',
  'to _agr',
  'by _agr',
  '_agr',
  'these',
  'that (?:apply|applies|bind|binds|govern|governs) (?:to )?_ba',
  'which (?:apply|applies|bind|binds|govern|governs) (?:to )?_ba',
] as const
