import { numberWord } from '../lexicon/number-words.ts'
import { type Mapped, replace } from '../text/mapped.ts'

/**
 * One sentence form for many: passives, nouns and permissions spoken by the other party are turned into
 * "_ba shall …", "_ba may …" or "_ce may …", so that a rule meets the actor in front of the act.
 * Works on normalised words; each rule keeps every word that limits or conditions the act.
 */
type Turn = readonly [RegExp, (match: RegExpExecArray) => string | undefined]

const active: Record<string, string> = {
  used: 'use',
  disclosed: 'disclose',
  reviewed: 'review',
  inspected: 'inspect',
  audited: 'audit',
  examined: 'examine',
  checked: 'check',
  terminated: 'terminate',
  ended: 'end',
  cancelled: 'cancel',
  canceled: 'cancel',
}
const verbs = (words: string) => words.replace(/[a-z]+/g, (word) => active[word] ?? word)

/** "…to inspect them", "for an audit": what somebody is let in for. */
const toLook = String.raw`(?:to|for|in order to) (?:the |an? |any )?(?:purposes? of )?(?:[a-z]+ly |[a-z]+ (?:or|and) |own |on-?site )?(?:audit|inspect|examin|review|verif|check|assess)`
/** How notice is given; a word that denies it ("no notice") is none of these. */
const howTold = String.raw`(?:an?|the|prompt|immediate|written|timely|early|speedy|swift|full|formal|express|due|such|separate|further|detailed|initial|urgent|same-day|advance|telephone|oral|verbal|direct|electronic|e-?mail|and|or)`
/** "rarely requires", "may require": what happens now and then binds nobody. */
const seldom =
  /\b(?:rarely|seldom|never|not|hardly|scarcely|longer|barely|sometimes|occasionally|may|might|can|could|would|should|ever)$/
/** A length of time, or the agreement's own word for one. */
const span = String.raw`(?:(?:not|no) (?:more|later|longer)|not to exceed|within|at most|up to|\(?\d|${numberWord}\b|an? (?:single )?(?:calendar |business |working )?(?:day|hour|week|month)|the (?:same|next|end|close|[a-z -]{3,30}(?:period|window|time|limit|clock|days)))`

const order =
  'use|report|notify|tell|inform|make|return|destroy|ensure|require|bind|have|obtain|comply|maintain|keep|provide|document|implement|encrypt|allow|let|give|follow|observe|limit|safeguard|protect|amend|correct|extend|not|never|train|mitigate|sign|hold|log|restrict|open|furnish|track|account|send|delete'

const turns: ReadonlyArray<Turn> = [
  [/\b(use|uses|used)\/(disclos\w+)/g, ([, use, disclose]) => `${use} or ${disclose}`],
  [/\bw\/(?=\s)/g, () => 'with'],
  // Telegraphic: "BA: report to CE …", "CE: may terminate …", "BA: no use except …"
  [new RegExp(String.raw`^_ba: (?=(?:${order})\b)`, 'g'), () => '_ba shall '],
  [/^_(ba|ce): (?=(?:may|shall|will|must|agrees)\b)/g, ([, who]) => `_${who} `],
  [/^_ba: (?=no (?:use|disclosure|further|other)\b)/g, () => '_ba shall make '],
  [/^_ba: (?=(?:[a-z]+,? ){0,4}(?:safeguards|measures|precautions)\b)/g, () => '_ba shall use '],
  [/^_ba: (?=(?:any |all |its )?_sub\b[^.;]{0,80} to (?:agree|sign|accept|be bound)\b)/g, () => '_ba shall require '],
  [/^_ba: (?=[^.;]{3,80}\bavailable to\b)/g, () => '_ba shall make '],
  [
    /^_ba: (?=(?:on|upon|at|after|within|when) (?:[a-z]+ ){1,5}?(?:return|destroy|report|notify|make|provide)\b)/g,
    () => '_ba shall ',
  ],
  // "Clinic learns of a breach from Vendor": what the one hears the other tells.
  [
    /\b_ce (?:(?:shall|will|must|is to) )?(?:first |always )?(?:learns?|hears?|knows?|be told|have word) of ([^.;:]{4,120}?) (?:from|through|by) _ba\b/g,
    ([, event]) => `_ba shall notify _ce of ${event}`,
  ],
  // "Vendor has thirty days to return …"
  [
    /\b_ba (?:has|have|gets?) ((?:[a-z0-9-]+ |\(\d+\) ){0,4}(?:days|hours|weeks)(?: (?:from|after|following) [a-z _]{3,40}?)?) (?:in which |within which )?to (?!cure\b|pay\b)([a-z]+)/g,
    ([, time, act]) => `_ba shall within ${time} ${act}`,
  ],
  // An answer that is a whole sentence needs no question: "May the government look? Yes. Vendor shall open …"
  [
    /^(?:(?:may|can|could|will|shall|must|does|do|is|are|has|have) [^?]{3,140}\?,? )?(?:yes|no)[.,;:] (?=(?:_ba|_ce|_sec|_sub|either party|each party) (?:shall|will|must|may)\b)/g,
    () => '',
  ],
  // A question and its answer are one statement.
  [
    /^what (?:if|happens if|when) ([^?]{5,140})\? (?=(?:it|they|_ba) (?:shall|must|will)\b)/g,
    ([, condition]) => `if ${condition}, `,
  ],
  [
    /^how (?:do|does|will|shall|must) _ba ([^?]{3,80})\? (?=(?:with|by|through|in|using)\b)/g,
    ([, act]) => `_ba shall ${act} `,
  ],
  [
    /^(?:when|how (?:soon|fast|quickly)) (?:do|does|will|shall|must) _ba ([^?]{3,160})\? (?=(?:within|no later|not later|by|as soon|in|immediately|promptly|at once|after)\b)/g,
    ([, act]) => `_ba shall ${act} `,
  ],
  [/^(?:do|does|will|shall|must) _ba ([^?]{3,160})\? yes\b[,.:;]? ?/g, ([, act]) => `_ba shall ${act}: `],
  [/^(?:may|can) _(ce|sec) ([^?]{3,160})\? yes\b[,.:;]? ?/g, ([, who, act]) => `_${who} may ${act}: `],
  // "Clinic authorizes Vendor to use …", "Permission is given to Vendor to use …"
  [
    /\b_ce (?:also |hereby |expressly )*(?:authori[sz]es?|permits?|allows?|licen[sc]es?|empowers?) _ba to (?!the\b)/g,
    () => '_ba may ',
  ],
  [
    /\b(?:permission|authority|authori[sz]ation|the right|leave) is (?:hereby )?(?:given|granted|extended|conferred|bestowed) (?:to|on|upon) _ba to /g,
    () => '_ba may ',
  ],
  [
    /\b_ba (?:receives?|is granted|is given|gets?|acquires?|obtains?) (?:the |a |an )?(?:limited |non-?exclusive )?(?:right|permission|authority|leave|licen[sc]e) to\b/g,
    () => '_ba may',
  ],
  [
    /\btermination (?:of _agr )?by _ce (?:is|shall be) (?:permitted|allowed|authori[sz]ed)\b/g,
    () => '_ce may terminate _agr',
  ],
  // "No PHI goes to a subcontractor that has not agreed …"
  [
    /\bno _phi (?:may |shall |will |is to )?(?:be )?(?:goes|go|passes|pass|is given|is disclosed|is released|given|disclosed|released|sent|shared|handed) (?:over )?to (?:an?|any) _sub (?:that|who|which) (?:has|have) not\b/g,
    () => '_ba shall not give _phi to any _sub until it has',
  ],
  // "No subcontractor gets PHI until it has agreed …"
  [
    /^no _sub (?:gets|receives|sees|has|(?:may|shall|will|is to) (?:get|receive|see|have|be given|be sent|be shown|handle|access)) (?:any )?_phi (?:until|unless|before) (?=it\b|they\b|that _sub\b)/g,
    () => '_ba shall not give _phi to any _sub until ',
  ],
  // "PHI may be used and disclosed by Vendor to …"
  [
    /\b_phi (may|can) (only )?be ((?:used|disclosed)(?:,? (?:and|or|and\/or) (?:used|disclosed))?) by _ba\b/g,
    ([, may, only, acts]) => `_ba ${may} ${only ?? ''}${verbs(acts!)} _phi`,
  ],
  // "Use of PHI by Vendor for … is permitted"
  [
    /\b(?:the )?(use|disclosure|use (?:and|or) disclosure) of _phi by _ba ([^.;]{3,140}?) (?:is|are|shall be) (?:hereby )?(?:permitted|allowed|authori[sz]ed)\b(?! only)/g,
    ([, acts, rest]) =>
      /\b(?:not|no)\b/.test(rest!) ? undefined : `_ba may ${acts!.replace('disclosure', 'disclose')} _phi ${rest}`,
  ],
  [
    /\b(?:the )?(use|disclosure|use (?:and|or) disclosure) of _phi by _ba (?:is|are|shall be) (?:permitted|allowed|authori[sz]ed)\b/g,
    ([, acts]) => `_ba may ${acts!.replace('disclosure', 'disclose')} _phi`,
  ],
  [
    /^(?:the )?((?:data )?aggregation|de-?identification)((?: of _phi)?(?: by _ba)?(?: (?:for|relating to|in support of|on behalf of) [^,;.]{3,80})?) (?:is|are) (?:hereby )?(?:permitted|allowed|authori[sz]ed)\b/g,
    ([, act, rest]) => `_ba may perform ${act} with _phi${rest!.replace(/ of _phi| by _ba/g, '')}`,
  ],
  // "Vendor's records may be reviewed by Clinic", "This Agreement may be terminated by Clinic"
  [
    /\b(_ba's [^.;,]{3,120}?|_agr) (may|can) be ((?:reviewed|inspected|audited|examined|checked|terminated|ended|cancel+ed)(?:,? (?:and|or) (?:reviewed|inspected|audited|examined|checked))?) by _ce\b/g,
    ([, object, may, acts]) => `_ce ${may} ${verbs(acts!)} ${object}`,
  ],
  // "Vendor authorizes termination of this Agreement by Clinic" (wording of the government's sample)
  [
    /\b_ba (?:hereby |also )?(?:authori[sz]es|agrees to|consents to|accepts|permits|allows) (?:the )?termination (?:of _agr )?by _ce\b/g,
    () => '_ce may terminate _agr',
  ],
  // Whoever looks for the covered entity is the covered entity.
  [
    /\b(?:an?|any|the) (?:independent |outside |third[- ]party |qualified |external )*(?:auditor|assessor|inspector|representative|examiner|reviewer|firm|accountant|expert|consultant)s? (?:who is |that is )?(?:chosen|named|appointed|engaged|selected|designated|retained|hired|sent|picked|acting|working) (?:by|for|on behalf of) _ce\b/g,
    () => '_ce',
  ],
  [
    /^_ce's (?:independent |outside |internal |own |authori[sz]ed |compliance )*(?:auditors?|assessors?|representatives?|inspectors?|designees?|agents?)(?= (?:may|shall|can|will|must)\b)/g,
    () => '_ce',
  ],
  [
    /\b_ce,? (?:and|or|and\/or) (?:_ce|(?:its|_ce's) (?:[a-z-]+ ){0,3}(?:auditors?|assessors?|representatives?|inspectors?|designees?|agents?|counsel|consultants?)),?(?= (?:may|shall|can|will|must|is|has)\b)/g,
    () => '_ce',
  ],
  [
    /\b(?:_ba|each party|both parties|the parties) (?:agrees?|accepts?|acknowledges?|concedes?|confirms?|understands?) that _ce (?=(?:may|can|is entitled|has the right)\b)/g,
    () => '_ce ',
  ],
  // "Clinic shall be admitted to Vendor's premises to inspect them": whoever is let in for anything else inspects nothing.
  [
    new RegExp(
      String.raw`\b_ce (?:shall|will|must|is to|may) be (?:admitted|allowed|let|permitted|given entry) (?:in)?to (?=_ba's (?:[a-z-]+ ){0,3}(?:premises|offices?|facilit(?:y|ies)|sites?|plants?|buildings?|cent(?:er|re)s?|systems?|locations?|places? of business|rooms?|operations?|files|archives?|warehouses?)\b[^.;]{0,80}? ${toLook})`,
      'g',
    ),
    () => '_ce may inspect ',
  ],
  // "Every breach calls for written notice from Vendor to Clinic"
  [
    new RegExp(
      String.raw`^((?:an?|any|each|every|the) [^.;]{4,120}?) (?:calls? for|requires?|demands?|triggers?|obliges?|entails?) (?:${howTold} ){0,4}(?:notice|notification|report|word)s? (?:from|by) _ba to _ce\b`,
      'g',
    ),
    ([, event]) => (seldom.test(event!) ? undefined : `_ba shall notify _ce of ${event}`),
  ],
  // "The deadline for Vendor's report to Clinic of a breach is ten days"
  [
    new RegExp(
      String.raw`\b(?:the )?(?:time|period|deadline|time limit|outer limit|limit|window) for _ba's (?:[a-z]+ )?(?:notice|report|notification)s? (?:to _ce )?(?:of|about|on|concerning) ([^.;]{4,110}?)(?: to _ce)? (?:is|shall be|will be|are)\b(?= ${span})`,
      'g',
    ),
    ([, event]) => `_ba shall notify _ce of ${event} within`,
  ],
  [
    /\b_phi (?:is|are) to be (used|disclosed|used (?:and|or|and\/or) disclosed|processed) by _ba (?=to |for |only |in order )/g,
    ([, acts]) => `_ba may ${verbs(acts!)} _phi `,
  ],
  // "Vendor's premises shall be open for inspection by Clinic"
  [
    /^(_ba's (?=[^.;]{0,120}\b(?:books|records|systems?|premises|facilit(?:y|ies)|logs?|practices|controls|sites?|offices?|operations|safeguards|accounts|plant|data cent(?:er|re)s?|compliance|handling|programs?|procedures|policies|documents)\b)[^.;,]{3,60}(?:, [^.;,]{3,40}){0,4}(?:,? and [^.;,]{3,40})?) (?:shall|will|must|is to|are to) be (?:open|available|subject|accessible|exposed) (?:for|to) (?:the )?(?:inspection|audit|review|examination|inspections?|audits?)(?: and (?:audit|inspection|review))? by _ce\b/g,
    ([, object]) => `_ce may inspect ${object}`,
  ],
  // "Vendor's permitted use of PHI is to …", "PHI may also be used by Vendor for …"
  [
    /\b_phi (may|can) (also |only |further )?be (used|disclosed|used (?:and|or|and\/or) disclosed|accessed|processed) by _ba\b/g,
    ([, may, only, acts]) => `_ba ${may} ${only ?? ''}${verbs(acts!)} _phi`,
  ],
  [
    /^_ba's (?:only |sole )?(?:permitted|allowed|authori[sz]ed) (?:uses?|uses? (?:and|or) disclosures?) (?:of _phi )?(?:is|are)(?: limited| confined)?:? to /g,
    () => '_ba may use _phi to ',
  ],
  // "The protection of PHI by … is Vendor's responsibility": the act behind the noun.
  [
    /^(?:the )?(protection|notification|reporting|return|destruction|maintenance|encryption|documentation|correction|provision|safeguarding|implementation|reporting|logging|keeping|disclosure) ((?:of|to) [^.;]{5,160}?),? (?:is|are|shall be|will be|remains?) (?:_ba's (?:sole |own )?(?:responsibility|duty|obligation|task)|(?:the|a) (?:responsibility|duty|obligation) of _ba)\b/g,
    ([, noun, rest]) => `_ba shall ensure the ${noun} ${rest}`,
  ],
  [
    /\b_ce (may|can) (?:send|appoint|name|have|engage|designate|bring in|employ|instruct|retain|use) (?:an?|its|any|the) (?:[a-z-]+ ){0,3}(?:auditors?|assessors?|inspectors?|representatives?|experts?|consultants?|firm|accountants?|people|staff|person) (?:to |who may |and )?(?=(?:audit|assess|check|inspect|review|examine|verify|test|visit|look)\b)/g,
    ([, may]) => `_ce ${may} `,
  ],
  // "The time for Vendor to notify … shall not exceed thirty days"
  [
    /\b(?:the |_ba's )?(?:time|period|deadline|time limit|outer limit) (?:for _ba to|within which _ba (?:shall|must|will|is to|has to)|for) ((?:notify|report|inform|tell|notifying|reporting|informing|telling)\b[^.;]{3,110}?) (?:shall|may|must|will|can|is|does) ?(?:not (?:to )?exceed|be no (?:more|longer) than|no (?:more|longer) than|not be more than|be)? (?=[a-z-]+ |\()(?!for _|(?:un)?limited|not (?:fixed|set|limited)|open\b|at _ba)/g,
    ([, act]) => `_ba shall ${act!.replace(/ing\b/, '').replace(/notify(?!\b)/, 'notify')} within `,
  ],
  // "If Clinic determines that Vendor has …, it may …": the one who determines acts.
  [
    /^((?:if|when|where|whenever|once|should) (_ce|_ba) (?:(?:reasonably|ever|at any time) )?(?:determines?|believes?|finds?|concludes?|learns?|decides?|knows?|discovers?|judges?|becomes aware|is of the opinion)\b[^;]{3,160}?, )(?:then )?(?:it|they) (may|can|shall|will|must)\b/g,
    ([, condition, who, verb]) => `${condition}${who} ${verb}`,
  ],
  // "Notice of … is to be given by Vendor", "Clinic shall receive from Vendor prompt notice of …"
  [
    /\b_ce (?:shall|will|must|is to) (?:promptly |also |be entitled to )?(?:receive|get|have|obtain) from _ba (?:[a-z]+ ){0,4}?(?:notice|notification|report|word)s?\b/g,
    () => '_ba shall notify _ce',
  ],
  [
    /\b(?:prompt |written |immediate |timely )*(?:notices?|notifications?|reports?|word) of ([^.;]{5,140}?) (?:is|are|shall|must|will)(?: to)? be (?:promptly |immediately )?(?:given|made|sent|provided|delivered|furnished|supplied)(?: by _ba)?(?: to _ce)?(?: by _ba)?\b/g,
    ([all, event]) => (/_ce|_ba/.test(all!) ? `_ba shall notify _ce of ${event}` : undefined),
  ],
  // "Word of a breach must reach Clinic's privacy desk within 36 hours."
  [
    /\b(?:prompt |written |immediate )*(?:notices?|reports?|word|news|notification) of ([^.;]{5,140}?) (?:shall|must|will|is to) (?:reach|arrive at|get to|be in the hands of|be with) _ce\b/g,
    ([, event]) => `_ba shall notify _ce of ${event}`,
  ],
]

export function inActiveVoice(words: Mapped): Mapped {
  let out = words
  for (const [pattern, by] of turns) out = replace(out, pattern, by)
  return out
}

/** A question the customer puts to the vendor: "you" and "us" change places. Same length, so offsets stay. */
export function askedBack(question: Mapped): Mapped {
  const text = question.text.replace(/_(?:ba|ce)\b/g, (who) => (who === '_ba' ? '_ce' : '_ba'))
  return { text, at: question.at }
}
