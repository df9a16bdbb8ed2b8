import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { amends as amending, obeys as obeying, records, supplies } from '../lexicon/acts.ts'
import { ownAct } from '../lexicon/main-act.ts'
import { namesInformation, objectsOf } from '../lexicon/objects.ts'
import { privacyRule, re } from '../lexicon/phrases.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'
import { promises } from './safeguards.ts'

const gives =
  /\b(?:make|makes|making|provide|provides|furnish|furnishes|give|gives|supply|supplies|deliver|delivers|grant|grants|allow|allows|export|exports|hand|hands|handing|send|sends|help|assist|enable|afford|produce|transmit|forward|get|return|offer|respond|let|lets|available|release|permit|honou?r|honou?red|honou?rs|compl(?:y|ies)|satisf(?:y|ies|ied)|fulfil\w*|meet|meets|met|accommodate|accommodates|answer|answers|turn|turns|pass|passed|retrieve|retrieves|copy|show|shows|open|given|provided|furnished|supplied|delivered|produced|sent|granted|afforded|cop(?:y|ies) of|ready|hold|ensure|see that|inspect)\b/
const accessMark =
  /_phi to (?:the|an|that|any|each|its) (?:individual|patient|person|subject)s?(?: (?:it concerns|concerned|to whom|whom it|whose|it is about|about whom)|,? (?:at|on|when|upon|as) )|\b(?:individual|patient|person|parent|someone|anyone|anybody|somebody|guardian)s?(?: of _ce)? (?:has |have |who has |who )?(?:asks?|asked|requests?|requested|sought|seeks?|wants?|wishes|is entitled|demands?|applies)(?: for| to)? [^.;,]{0,60}\b(?:cop(?:y|ies)|access|see|inspect|view|obtain|get|look at|read)\b|\b(?:asks?|asked|wants?|wishes|requests?|entitled) to (?:see|inspect|copy|view|obtain|look at|read) (?:it|them|_phi|(?:the |his |her |their |its )?(?:own )?(?:records?|charts?|files?|information))\b|\baccess\b[^.;]{0,40}\bby (?:its |the |_ce's )?(?:patients|individuals)|\bavailable [^.;]{0,40}\bfor access\b|164\.524|designated record set|\b(?:individual|patient|parent|person|member)s?'?s? (?:rights? (?:of|to) |request(?:s)? (?:for )?)?(?:access|copies|a copy|inspect)|\baccess (?:to|by) (?:an? |the |their )?(?:individual|patient)s?|\bright of access|\b(?:individual|patient|person|parent|someone)s? (?:asks?|requests?|wants?|wishes|seeks?|applies|demands?|exercises)\b[^.;,]{0,60}\b(?:cop(?:y|ies)|access|see|inspect|look at)\b|\baccess requests?|\brequests? for (?:such )?(?:access|copies|a copy)\b|\b(?:individual|patient|person|parent)s?\b[^.;]{0,40}\b(?:to )?(?:inspect|obtain|see|view|copy|look at|get)\b[^.;]{0,40}\b(?:_phi|records?|charts?|information|cop(?:y|ies))|_phi (?:about|of|concerning|regarding|relating to|on|for) (?:an?|the|that|any|such|each) (?:individual|patient|person|subject)\b|\b(?:anyone|anybody|somebody|someone) asks? [^.;,]{0,30}\bcop(?:y|ies)\b|\bcop(?:y|ies) of (?:an|the|any|each|that) (?:individual|patient|person|member)'s (?:_phi|records?|charts?|information|file)|\bwants? (?:to see|copies|a copy|(?:his|her|their) records?)\b|\b(?:inspected|copied|seen|viewed|obtained)\b[^.;]{0,40}\bby (?:the |an |that |its )?(?:individual|patient|person|subject)/
const amendMark =
  /164\.526|\b(?:amend|amends|amended|amending|amendments?|correct|corrects|corrections?|rectif\w+)\b|\b(?:put|puts|set|sets) (?:it|them|_phi|the record|the error|the entry|that) right\b|\bfix(?:es)? (?:the|any|an|such|that|it|them)\b(?! (?:defect|bug|violation|breach))[^.;]{0,40}|\b(?:chang(?:e|es|ing)|updat(?:e|es|ing)) (?:to |in |of )?(?:the |any |a |their |that |such |its )?(?:[a-z]+ )?(?:records?|charts?|_phi)\b/
const amends =
  /\b(?:amend|amends|amending|amendments?|incorporate|incorporates|incorporating|correct|corrects|correction|append|appends|attach|attaches|enter|enters|make|makes|give|gives|provide|provides|furnish|supply|apply|applies|carry|update|updates|record|available|entered|made|incorporated|appended|applied|amended|corrected|updated|recorded|change|changes|reflect|reflects|add|adds|link|links|rectify|rectifies|put|puts|fix|fixes|takes? in|give effect|carry)\b/
const recordWords =
  /_phi|\bdesignated record set|\brecords?\b|164\.526|\bmessages?\b|\bnotes?\b|\bchart|\bit\b|\bindividual|\bpatient|\bentries\b|\bthem\b|\binformation\b/
const contractWords =
  /\b(?:amend|amends|amended|amendments?|modif\w+) (?:to |of |this |these )?(?:_agr|the agreement|this|terms)|_agr (?:may|shall|can|will) (?:only )?be (?:amended|modified)|_agr are amended|\bno amendment\b|\bamendment (?:is|of|to) (?:valid|_agr|effective|binds)|\bnegotiate\b|\bin a signed writing|changes? in (?:the )?(?:law|hipaa|regulation)/
const accountMark =
  /164\.528|\baccounting of (?:such |its )?disclosures|\baccount for (?:such |its |the )?disclosures|\bdisclosure (?:log|list|record)s?\b|\b(?:log|record|list|note|register|history|index) of (?:its |the |all )?disclosures|\baccounts?\b[^.;]{0,50}\b(?:each|every|all|its|any|of) (?:its |such )?disclosures?|\bnotes? down (?:every |each |all |its )?disclosures?|\baccount for them\b|\blist of disclosures|\baccounting\b|\bdisclosures?\b[^.;]{0,60}\b(?:recorded|logged|documented|tracked|noted|written down|listed|accounted for)\b|\b(?:records?|logs?|documents?|tracks?|notes?|writes? down|lists?) (?:(?:all|every|each|its|any|the|such|of|those) ){0,3}disclosures?\b|\b(?:track|record|note|list|log) of (?:to )?(?:whom|who|where|when)\b|\b(?:whom|who) (?:it|_ba) (?:has )?(?:gives?|given|disclos\w+|sends?|sent|shows?|shown|pass\w*|releas\w+)\b|\bto whom (?:it (?:has )?(?:disclosed|given) )?_phi\b[^.;]{0,20}\b(?:disclosed|given|sent|released)\b/
const logs =
  /\b(?:kept|recorded|tracked|logged|documented|supplied|furnished|tell|tells|document|documents|record|records|recording|log|logs|track|tracks|keep|keeps|maintain|maintains|collect|provide|provides|furnish|furnishes|give|gives|supply|supplies|report|reports|make|makes|deliver|delivers|hand|hands|handed|pass|passes|turn over|turns over|turned over|send|sends|sent|given|provided|delivered|let|help|assist|available|account|produce|retain|notes?|write|list|lists)\b/
const refersOnly = /\bother than to (?:refer|forward|send|pass)\b/
const refusal =
  /\b_ba shall (?:not|never) (?:be )?(?:called (?:up)?on|asked|expected|required|made|obliged|asked) to\b|\bwithout _ba's (?:help|assistance|involvement)|\b_ba (?:is|shall) not (?:be )?(?:required|obligated|responsible|obliged)|\bno (?:duty|obligation)|\bnot (?:be )?_ba's (?:duty|responsibility|concern)|\bare _ce's (?:alone )?to answer|\b(?:will|shall) not (?:assist|help|be involved|take part)\b|\b(?:is|are) for _ce to\b/
const hedged =
  /\b(?:as|so|in so) far as (?:its|_ba's|the|their) [a-z ]{3,30} (?:go(?:es)?|allows?|permits?|reach(?:es)?|extends?|shows?)\b|\b(?:reasonable|commercially reasonable|best) efforts\b|\bwhere (?:practicable|possible)|\b(?:if|when|where|so far as|as far as|to the extent) (?:it|this|that) (?:is|proves|seems) (?:commercially |reasonably |technically )?(?:practicable|possible|feasible|practical|convenient|reasonable)\b|\bif (?:_ba|it) is able|\b(?:where|if|when|so far as) (?:_ba|it) (?:reasonably )?can\b|\bwhere (?:it is )?(?:reasonable|convenient|practical)\b|\bnot (?:always )?possible|\bmay not be able|\bto the extent (?:_ba|it) (?:chooses|is able)|\b(?:to the extent|as far as|so far as) (?:reasonably |commercially )?(?:practicable|possible|feasible)/
const tool =
  /\b_ce (?:can|may|is able to|must(?! (?:[a-z]+ly )?(?:amend|correct|change|update) (?:its|their|_ce's) own\b)) (?:\w+,? ){0,4}(?:edit|amend|correct|change|update|export|download|access|retrieve)\b[^.;]{0,80}|\bself-service\b|\bedit it _ce\b|\bin the dashboard\b/

/** "a copy of its price list": a copy of what is nobody's record. */
const copyOfOther = (text: string) => {
  const copied = objectsOf(text, 'cop(?:y|ies) of')
  return copied.length > 0 && copied.every((object) => object !== '' && !namesInformation(object))
}
/** "…to its translators": a copy that goes to the vendor's own people, not to whose record it is. */
const copyToOthers =
  /\bcop(?:y|ies) of (?:an|the|any|each|that|every|a) [a-z]+'s (?:[a-z]+ )?(?:_phi|records?|charts?|information|files?)\b[^.;,]{0,30} to (?:its|_ba's|another|other|any other|an?|the|some|third|outside) (?!(?:[a-z]+ )?(?:individuals?|patients?|persons?|parents?|guardians?|representatives?|subjects?|requesters?|applicants?|members?)\b)/
/** Something wrong with a record is what is put right; a loss, an outage or a harm is not. */
const softMend =
  /\b(?:put|puts|set|sets) (?:it|them|_phi|that) right\b|\bfix(?:es)? (?:the|any|an|such|that|it|them)\b[^.;]{0,40}/g
const wrongRecord =
  /\b(?:errors?|mistakes?|wrong|incorrect|inaccura\w+|incomplete|inexact|misstate\w*|false|out of date|outdated|omissions?|entr(?:y|ies)|records?|charts?|notes?|requests? for (?:a )?(?:change|correction|amendment))\b/

/** "amend its policies on PHI", "correct errors in its invoices": what is changed is nobody's record. */
const amendsOther = (text: string) => {
  const changed = objectsOf(
    text,
    '(?:amend|correct|change|update|revise|modif(?:y|ies)|alter)(?:s|ing)?(?: (?:errors?|mistakes|entries) (?:in|on))?',
  )
  return (
    changed.length > 0 &&
    changed.every((object) => object !== '' && /^(?:its|_ba's|their) /.test(object) && !namesInformation(object))
  )
}

/** Somebody whose record it is asks for it. */
const asksToSee =
  /\b(?:individual|patient|person|parent|someone|guardian)s?\b[^.;,]{0,40}\b(?:asks?|asked|requests?|requested|seeks?|sought|wants?|wishes|entitled|demands?)\b[^.;]{0,60}\b(?:cop(?:y|ies)|access|see|inspect|view|obtain|look at|read)\b/
/** Help with thinking about a request answers none. */
const helpsToThink =
  /\b(?:assist|help|support|aid)s? _ce (?:to|in|with) (?:consider|review|evaluat|assess|decid|discuss|study|apprais)\w*/
/** Whom to ask is no making of the change. */
const pointsElsewhere =
  /\brequests? for (?:such )?(?:amendments?|corrections?|changes) (?:go|goes|are|is|must|should|shall|may|can|be)\b[^.;]*_ce/

type Right = {
  /** Main acts that are none of this duty's. */
  unlike?: ReadonlySet<string>
  mark: RegExp
  act: ReadonlyArray<RegExp>
  paragraph: string
  name: string
  refuses: RegExp
  exclude?: RegExp
  also?: (clause: ReadClause) => boolean
}

/** The sentence around a clause without what it bans: "…, and shall not amend this Agreement" names no right to meet. */
function promisedBeside(a: Agreement, clause: ReadClause): string {
  return a.operative
    .filter(
      ({ modality, sentence, unit }) =>
        modality === 'not' && unit === clause.unit && sentence.start === clause.sentence.start,
    )
    .reduce((words, { ownText }) => words.replace(ownText, ' '), clause.whole)
}

/** "log access requests and answer each": the second act is the duty, and has to be one of its acts. */
function doesIt(text: string, { unlike, act, mark }: Right): boolean {
  if (unlike === undefined) return true
  const own = ownAct(text, unlike)
  if (own === text) return true
  return (
    own !== null &&
    act.some((pattern) => pattern.test(own)) &&
    (mark.test(own) ||
      /164\.52[468]/.test(own) ||
      // "log each request and give Clinic the PHI asked for"
      (/_phi|\bcop(?:y|ies)\b/.test(own) && /_ce|individual|patient|person/.test(own)))
  )
}

/** "Vendor keeps no list of disclosures": told, and nothing owed. */
const hasNone =
  /^(?:[^,]{0,60}, )?_ba (?:[a-z]+ly )?(?:keeps?|maintains?|makes?|has|have|holds?|records?|gives?|provides?|furnish(?:es)?|receives?|does|amends?|corrects?) (?:no\b|not\b|nothing|none|neither|never)/

function judge(a: Agreement, right: Right): Outcome {
  // "Requests to see … shall be passed on, and Vendor shall then give Clinic the information."
  const marked = (clause: ReadClause) =>
    right.mark.test(clause.text) ||
    (clause.holder === 'ba' &&
      /_phi|\bcop(?:y|ies)\b|\b(?:information|details|data) (?:for|needed|required|necessary)/.test(clause.text) &&
      right.mark.test(clause.whole) &&
      right.mark.test(promisedBeside(a, clause)))
  const about = a.operative.filter((clause) => marked(clause) && !(right.exclude?.test(clause.text) ?? false))
  const refused = a.operative.filter(
    ({ text, holder, modality }) =>
      right.refuses.test(text) &&
      !refersOnly.test(text) &&
      (refusal.test(text) || (modality === 'refuse' && holder !== 'ce')) &&
      /\brequests?|individual|patient|access|amend|account/.test(text),
  )
  const bound = about.filter(
    (clause) =>
      promises(clause) &&
      !/^_ce\b/.test(clause.text) &&
      !/^(?:(?!_ba)[^,]){0,60}\b(?:shall|will|must|may|is|are|be)\b(?:(?!_ba)[^,]){0,30}\bby _ce\b/.test(clause.text) &&
      !(clause.modality === 'fact' && hasNone.test(clause.text)) &&
      right.act.some((act) => act.test(clause.text)) &&
      doesIt(clause.text, right) &&
      (right.also?.(clause) ?? true) &&
      clause.holder !== 'sub' &&
      (clause.modality === 'duty' || clause.holder === 'ba' || a.presentTense || clause.table),
  )
  const firm = bound.filter(({ text }) => !hedged.test(text))
  if (firm.length > 0) return present(`The vendor must ${right.name}.`, [pick(firm, right.mark)])
  if (refused.length > 0) return contrary(`The vendor refuses to ${right.name}.`, refused.slice(0, 1))
  if (bound.length > 0) return partial(`The duty to ${right.name} is hedged.`, bound.slice(0, 1))
  // "Practice may ask for what it holds …, and Vendor is to comply within ten days."
  const onDemand = about.filter((clause) => {
    const next = a.operative[a.operative.indexOf(clause) + 1]
    const asks =
      clause.holder === 'ce' && clause.modality === 'may' && /\b(?:ask|request|call for|demand)\b/.test(clause.text)
    return asks && next?.holder === 'ba' && next.modality === 'duty' && next.sentence.start === clause.sentence.start
  })
  if (onDemand.length > 0) return present(`The vendor must ${right.name}.`, onDemand.slice(0, 1))
  const aim = about.filter(
    ({ holder, modality, text }) =>
      (holder === 'ba' || holder === 'either') &&
      (modality === 'aim' || (hedged.test(text) && right.act.some((act) => act.test(text)))),
  )
  if (aim.length > 0) return partial(`The duty to ${right.name} is hedged.`, aim.slice(0, 1))
  const reference = incorporated(a, [right.paragraph])
  if (reference !== null)
    return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
  return absent(`No duty to ${right.name} was found.`)
}

function pick(clauses: ReadonlyArray<ReadClause>, mark: RegExp): ReadClause {
  return clauses.find(({ text }) => /164\.52[468]/.test(text) && mark.test(text)) ?? clauses[0]!
}

/** Passing the request on is not giving access. */
const onlyPassesOn =
  /_ba (?:shall|will|must|is to) (?:[a-z]+ly )?(?:direct|refer|send|point|tell|ask|instruct|advise|inform|remind) (?:an?|the|any|each|every|such|all|those) (?:individuals?|patients?|persons?|people|anyone)\b(?![^;]*\band (?:shall |will )?(?:make|give|provide|furnish|supply|deliver|produce|amend|correct))|\b(?:forward|refer|pass|direct|relay|send|transmit)\w*(?: on| along| over)? to _ce (?:(?:any|each|every|all|the|such|an?) )?(?:[a-z]+ )?requests?\b|^(?:_ba )?does not keep a designated|^(?![^;]*\b(?:make|provide|furnish|give|supply|deliver|available|produce|cop(?:y|ies) of|with the _phi)\b)[^;]*\b(?:forward|refer|pass|direct|relay|send|transmit)(?:s|ed)?\b[^.;]{0,60}\b(?:requests?|individuals?|patients?|it)\b[^.;]{0,40}\bto _ce\b/

/** Who looks after access gives none. */
const keepsWatch: ReadonlySet<string> = new Set([
  'log',
  'record',
  'track',
  'monitor',
  'audit',
  'restrict',
  'limit',
  'control',
  'confine',
  'deny',
  'revoke',
  'charge',
  'bill',
  'remind',
  'teach',
  'train',
  'explain',
  'describe',
  'discuss',
  'consider',
])

/** Writing a change into a record makes it. */
const watchesChanges: ReadonlySet<string> = new Set([...keepsWatch].filter((act) => act !== 'record'))

export function accessGiven(a: Agreement): Outcome {
  const found = judge(a, {
    unlike: keepsWatch,
    mark: accessMark,
    act: [gives, supplies],
    paragraph: '164.504(e)(2)(ii)(E)',
    name: 'make PHI available for access',
    refuses: /\baccess\b|164\.524|\brequests? (?:from|by|of) (?:patients?|individuals?)/,
    also: ({ text, whole }) =>
      copyOfOther(text) && !/164\.524/.test(text)
        ? false
        : /164\.524/.test(text) ||
          (asksToSee.test(text) && !/164\.52[68]/.test(text) && !/\baudit|_sec/.test(text)) ||
          (/\baccess\b|\binspect|\bcop(?:y|ies)\b|\bavailable\b/.test(text.replace(/164\.52[68][^.;]*/, '')) &&
            (!/164\.52[68]/.test(text) || /\baccess\b/.test(text))) ||
          (/_phi/.test(text) && accessMark.test(whole) && !accessMark.test(text)),
    exclude: new RegExp(`${onlyPassesOn.source}|${copyToOthers.source}|${helpsToThink.source}`),
  })
  if (found.reading !== 'absent') return found
  const self = a.operative.filter(
    ({ text }) =>
      /\b_ce (?:retains|has|keeps) (?:direct )?access|\b_ce (?:can|may|is able to) (?:\w+,? ){0,3}(?:retrieve|export|download|access)\b/.test(
        text,
      ) &&
      (/_phi|data|information|records/.test(text) || asksToSee.test(text)) &&
      !/\baudit/.test(text),
  )
  return self.length > 0
    ? partial('Only a tool for the customer; no duty of the vendor to give access.', self.slice(0, 1))
    : found
}

export function amendmentsMade(a: Agreement): Outcome {
  const found = judge(a, {
    unlike: watchesChanges,
    mark: amendMark,
    act: [amends, amending],
    paragraph: '164.504(e)(2)(ii)(F)',
    name: 'make PHI available for amendment and take amendments in',
    refuses: /\bamend/,
    exclude: new RegExp(
      `${contractWords.source}|${onlyPassesOn.source}|${pointsElsewhere.source}|\\bmakes? no (?:changes?|amendments?|corrections?)`,
    ),
    also: ({ text }) =>
      /164\.526/.test(text) ||
      ((amendMark.test(text.replace(softMend, ' ')) || wrongRecord.test(text)) &&
        !amendsOther(text) &&
        recordWords.test(text.replace(/_agr/g, '')) &&
        /\b(?:individual|patient|designated record set|_phi|_ce (?:directs?|asks?|requests?|accepts?|agrees?|instructs?|tells? _ba|says?|points? out|informs?|notif(?:y|ies)))/.test(
          text,
        ) &&
        !/\bcorrective|\bplans? (?:of|for) correction|cure\b|correct(?:s|ed)? (?:any|the|each|every|all|its|such|an?) (?:[a-z]+ )?(?:violations?|breach(?:es)?|defaults?|failures?)|report|\b(?:defects?|bugs?|faults?|deficienc\w+|errors? in (?:the |its |_ba's )?(?:software|system|service|product|platform|invoice|bill))/.test(
          text,
        )),
  })
  if (found.reading !== 'absent') return found
  const self = a.operative.filter(
    ({ text }) =>
      /\b(?:editable|edit(?:ed)? (?:from|in)|edited by _ce)\b|\bcan be (?:changed|edited|corrected|amended|updated|fixed|put right) by _ce\b/.test(
        text,
      ) ||
      (tool.test(text) && /\b(?:edit|amend|correct|change|update)\b/.test(text)),
  )
  if (self.length > 0) return partial('Only a tool for the customer; no duty of the vendor to amend.', self.slice(0, 1))
  return a.clauses.some(({ text }) => contractWords.test(text))
    ? absent('Only amendment of the contract is spoken of.')
    : found
}

export function accountingGiven(a: Agreement): Outcome {
  return judge(a, {
    mark: accountMark,
    act: [logs, records],
    paragraph: '164.504(e)(2)(ii)(G)',
    name: 'document disclosures and provide an accounting',
    refuses: /\baccount/,
    exclude: onlyPassesOn,
    also: ({ text }) =>
      /164\.528|disclos|\baccounting\b|\b(?:whom|who) (?:it|_ba)\b/.test(text) &&
      !/\baccounting (?:records|books|system|software|firm|department|period|year)\b|\bassurances? from|\breasonable assurances?|\bassures? _ba|\bgenerally accepted|\b(?:fees?|charges|invoices?|funds|moneys?|payments?)\b|audit log|\baccounting of (?!(?:(?!(?:in|on|for|to|about|from|worked|spent)\b)[a-z_']+ ){0,4}?(?:disclos\w*|_phi|whom|those|them|that)\b)[a-z]/.test(
        text,
      ) &&
      // "Each party to whom Vendor discloses PHI must …": who receives it is described, no list is kept.
      !/^(?:each|any|every|all|no|those|the|an?)\b[^,;]{0,40}?\bto whom (?:it|_ba)\b/.test(text) &&
      !/\bnot make disclosures|\bmakes? no disclosures|\bbelieves?\b|^_ba shall (?:not|never) disclose/.test(text),
  })
}

/** One step down the chain the duty may be that of the covered entity at its head: "an obligation that Subpart E lays on a Clinic". */
const upstream =
  /\bsubpart e\b[^;]{0,40}\b(?:an?|the|any|such) (?:covered entit(?:y|ies)|clinics?|practices?|hospitals?|customers?|clients?|facilit(?:y|ies)|plans?)\b/
/** "Each party, where it performs an obligation of the other …": what binds both binds the vendor. */
const mutual = /\b(?:one|each|either|every|a|any) party\b/
const otherParty =
  /\b(?:obligations?|dut(?:y|ies)|functions?|tasks?|responsibilit(?:y|ies)) of the other\b(?!(?: party)?'s)(?! (?:party )?under _agr)|\bthe other(?: party)?'s (?:[a-z]+ )?(?:obligations?|dut(?:y|ies)|functions?|tasks?|responsibilit(?:y|ies))\b/
/** "Vendor carries out no obligation of Clinic": nothing is taken on. */
const carriesNone =
  /\b(?:carries|carry|performs?|does|do|discharges?|assumes?|undertakes?|has|takes? on|fulfil\w*)(?: out)? (?:no|none|neither|not any)\b|\b(?:does|do|shall|will) not (?:itself )?(?:carry|perform|discharge|assume|undertake|take on)\b/
/** "…that applies to it": in a sentence on both parties, each one's own rules. */
const ownRules = /\b(?:rules?|requirements?|subpart e|provisions) (?:that|which) (?:applies|apply) to (?:it|itself)\b/
/** "…obligations under the equipment lease", "…to pay rent": none of the Privacy Rule's. */
const otherLaw =
  /\b(?:obligations?|dut(?:y|ies)|functions?) (?:under|of|in) (?:the|any|an?|its|their|_ce's) (?:[a-z]+ ){0,3}(?:leases?|loans?|rent|mortgages?|insurance|polic(?:y|ies)|licen[sc]es?|purchase orders?|tax(?:es)?)\b|\b(?:obligations?|dut(?:y|ies)) to (?:pay|buy|purchase|rent|lease|insure|repair)\b/
/** "Where Clinic's coder carries out …": not the vendor. */
const othersCarry = /_ce's (?:own )?[a-z]+ (?:carries|performs|discharges|does|undertakes|handles|executes|fulfill?s)\b/
const carries =
  /\b(?:standing in|acting for|acting in|discharging|fulfill?ing|executing|undertaking|handling|doing|meeting|hand(?:s|ed)? _ba|given|carr(?:y|ies|ying) out|performs?|performing|discharges?|fulfil\w*|executes?|undertakes?|assumes?|handles?|does|engaged to|fulfil\w*|performed|takes? on|stands? in|(?:act(?:s|ing)?|stands?) (?:in|on) _ce's (?:place|stead|behalf|shoes)|(?:carried out|discharged|fulfilled|performed|undertaken|done) by _ba|delegat\w*|step(?:s)? in|acts? for|tak(?:es?|en|ing) over|hands? (?:[a-z ]{1,40} )?to _ba|entrusts?|assigns?|to do|ours to perform|its to perform|_ba's to perform)\b/
const entityDuty =
  /\b(?:obligations?|dut(?:y|ies)|functions?|tasks?|requirements?|responsibilit(?:y|ies)|(?:an?|any) thing|something|anything|whatever|what)\b/
const obeys =
  /\b(?:compl(?:y|ies|ying)|observing|following|meeting|obeying|appl(?:y|ies) to _ba|governs?|follows?|observes?|meets?|met|observed|followed|obeys?|heeds?|in (?:full )?(?:compliance|accordance) with|abides?|satisf(?:y|ies)|honou?rs?|conforms?|adheres?|binds? _ba|bind _ba|bound by|under the same rules|by the (?:privacy rule|same rules)|keeps? to|(?:do|does|perform|performs) (?:it|so|that|them) (?:as|the way|in the way|just as))\b/
const asEntity = re(
  String.raw`(?:${privacyRule}|\brequirements?\b|\brules?\b|\bprovisions\b)[^;]{0,120}_ce|_ce[^;]{0,100}(?:${privacyRule}|must|have to|does|bound|would)|${privacyRule}`,
)

export function delegatedDuty(a: Agreement): Outcome {
  const found = a.operative.filter((clause) => {
    const { text, holder } = clause
    // "Where it carries out a duty of Clinic's it shall …": whoever "it" was before, here it is not the clinic.
    const pronoun =
      /\bit (?:shall|will|must)\b/.test(text) &&
      (/_ce's\b|\bof _ce\b/.test(text) || (mutual.test(text) && otherParty.test(text))) &&
      clause.modality === 'duty'
    const itself =
      /_ce's [^;]{0,60}\b(?:where|when|if|that|which|to the extent|insofar as|so far as) _ba\b/.test(text) &&
      clause.modality === 'duty'
    if (holder === 'sub' || (!pronoun && !itself && (holder === 'ce' || !promises(clause)))) return false
    return (
      carries.test(text) &&
      !carriesNone.test(text) &&
      !othersCarry.test(text) &&
      !otherLaw.test(text) &&
      !(holder === 'either' && ownRules.test(text) && !/_ce/.test(text)) &&
      entityDuty.test(text) &&
      (obeys.test(text) || obeying.test(text)) &&
      asEntity.test(text) &&
      (/_ce/.test(text) || a.roles.swapped || upstream.test(text) || (mutual.test(text) && otherParty.test(text))) &&
      (re(privacyRule).test(text) ||
        /\brules? that (?:would )?(?:apply|bind)|subpart e|\brequirements that apply to _ce|as _ce (?:must|would)/.test(
          text,
        )) &&
      !/164\.52[468]|violat|safeguard/.test(text.replace(/would violate.*/, ''))
    )
  })
  if (found.length > 0)
    return present('A delegated duty of the covered entity is done by the covered entity\u2019s rules.', [found[0]!])
  const reference = incorporated(a, ['164.504(e)(2)(ii)(H)'])
  if (reference !== null)
    return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
  return absent('No sentence covers a duty the vendor performs in the covered entity\u2019s place.')
}
