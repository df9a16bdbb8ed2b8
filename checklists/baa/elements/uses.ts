import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { agreement, privacyRule, re } from '../lexicon/phrases.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'
import type { Grants } from './grants.ts'
import { eventsOf, isReport } from './reports.ts'

const useIt = /\b(?:work with|do with|see and use|use|uses|used|using|handle|handles|process|processes|access)\b/
const purpose =
  /\b(?:the (?:only|sole) (?:purpose|reason|end)s? for which|to (?!use\b|the extent)[a-z-]+|in order (?:to|that)|so that|so as to|for (?:the )?(?:purposes? of |performance of |that\b|this |those |these |when |where |while |its work|marketing|services?|routing|deliver|provid|[a-z]+ing\b)|as (?:is |may be |are )?(?:needed|necessary|required|reasonably|appropriate)|solely|only (?:to|for|as|in)|in (?:connection|performing|providing|the course)|on behalf of _ce|for _ce)/
const ownAffairs =
  /\b(?:management|manage) (?:and|or|&) administ|\blegal (?:duties|responsibilities|obligations)\b(?!.*services)/
const otherOption = /\baggregat|\bde-?identif|\bstrip identifiers|\banonymi[sz]/
const anyPurpose =
  /\bany (?:other )?(?:lawful )?(?:purpose|reason|use)\b|\bas (?:it|_ba) (?:sees|thinks|deems|finds|considers) (?:fit|appropriate|useful|proper)|\bat its (?:sole )?discretion/
/** "…and not for any other purpose": the limit of a grant, not its width. */
const closing =
  /,? ?(?:and |but |nor )?(?:not|never|nor|neither)(?: be used| used| use it| used it)? (?:for|to|in|put to) any (?:other|further|different)\b[^.;,]*/g
const onlyLaw =
  /\bas (?:the )?(?:hipaa|the hipaa rules|privacy rule|law|applicable law)[^,;]{0,30} (?:allow|permit|authori[sz]e)s?|\bas (?:otherwise )?(?:permitted|allowed) (?:by|under) (?:_agr|hipaa|the hipaa|law|the privacy)/
const concreteWork =
  /\b(?:services?|functions?|activit|work|engagement|assignment|tasks?|program|platform|obligations|agreement|contract|statement of work|order)\b/

/** The sentence that says what the vendor may do with the information. */
export function grantOfUse(a: Agreement): Array<ReadClause> {
  return a.operative.filter(({ holder, modality, text, words }, index) => {
    const lent = /\b_ce (?:lets|permits|allows|authori[sz]es|grants) _ba (?:the right )?(?:to )?/.test(text)
    if (lent) return useIt.test(text) && /_phi|information|data/.test(text)
    if (
      holder !== 'ba' ||
      !useIt.test(text) ||
      (ownAffairs.test(text) &&
        !/\bservices?\b|to perform|\bfor (?:those|these|that|this|the) (?:tasks?|work|purposes?|jobs?|end)\b/.test(
          text,
        ))
    )
      return false
    if (/\bmay not|shall not|will not|no (?:further )?use/.test(text.slice(0, 60))) return false
    if (
      /\b(?:in)?feasible\b|\b(?:return|destruction)\b[^.;]{0,40}\b(?:impossible|prevent)|\bprevents? (?:its|their) return/.test(
        text,
      )
    )
      return false
    if (/\breasons? (?:that|which|why|it|mak\w+|for which)\b/.test(text)) return false
    // To a recipient, on its assurances: that is the vendor's own disclosure.
    if (/\bassur(?:es?|ances?)\b/.test(text) && !/\bservices\b/.test(text)) return false
    if (otherOption.test(text) && !/\bservices\b/.test(text)) return false
    const about = /_phi|\binformation|\bdata\b|\blists?\b|\bit\b|\brecords\b/.test(text)
    if (modality === 'may') {
      const goesOn = a.operative[index + 1]
      const ends = /\b(?:only|to|for)$/.test(words.text) && goesOn !== undefined
      return (
        about &&
        (purpose.test(text) ||
          onlyLaw.test(text) ||
          anyPurpose.test(text) ||
          ends ||
          /^_ba (?:may|is permitted to) use _phi$/.test(text) ||
          concreteWork.test(text))
      )
    }
    if (modality === 'duty' || modality === 'not')
      return (
        about &&
        /\b(?:solely|only|exclusively)\b/.test(text) &&
        /\buse (?:and|or|and\/or) disclos|\buse and |\bmay only use\b|\buse _phi (?:solely|only|exclusively) (?:to (?!the extent)|for |in order |so )|\b(?:solely|only|exclusively) use _phi (?:to (?!the extent)|for |in order |so )/.test(
          text,
        ) &&
        purpose.test(text) &&
        !/infeasible|feasible|terminat/.test(text)
      )
    return (
      modality === 'fact' &&
      about &&
      /(?:_ba|\bit) (?:only )?(?:uses?|process(?:es)?|handles?) (?:and|or) disclos|(?:_ba|\bit) (?:only )?(?:uses?|process(?:es)?|handles?) _phi/.test(
        text,
      ) &&
      purpose.test(text)
    )
  })
}

export function usesEstablished(a: Agreement): Outcome {
  const found = grantOfUse(a)
  const good = found.filter(
    ({ text }) =>
      !anyPurpose.test(text.replace(closing, '')) &&
      (!onlyLaw.test(text) ||
        (purpose.test(text.replace(onlyLaw, '')) && concreteWork.test(text)) ||
        /\bto (?!use|disclose)[a-z]+ /.test(text.replace(onlyLaw, ''))) &&
      !/\[[^\]]*\]$|as set (?:out|forth) in exhibit [a-z]: ?(?:none|\[)/.test(text),
  )
  if (good.length > 0)
    return present(
      'A sentence says what the vendor may do with the information.',
      withContinuation(a, good.slice(0, 2)),
    )
  if (found.length > 0) return partial('Uses are granted without naming a service or purpose.', found.slice(0, 2))
  return absent('No sentence states what the vendor may do with the information.')
}

function withContinuation(a: Agreement, clauses: ReadonlyArray<ReadClause>): Array<ReadClause> {
  return clauses.flatMap((clause) => {
    const next = a.operative[a.operative.indexOf(clause) + 1]
    return /\b(?:only|to|for|may use _phi)$/.test(clause.text) && next !== undefined ? [clause, next] : [clause]
  })
}

const wrong = String.raw`(?:violat\w*|forbid\w*|prohibit\w*|keep\w*|run(?:s)? (?:afoul|counter)|rul(?:e|es) out|contraven\w*|breach|break|not (?:be )?(?:permit\w*|allow\w*|let)|(?:would|could|may|might|does|do|is) not|impermissible|unlawful|stop|infring\w*|offend\w*|bar|clos(?:e|es|ed)|den(?:y|ies|ied)|withholds?|withheld|conflict|inconsistent|non-?complian\w*|disallow\w*|permits?|allows?)`
const forEntity = String.raw`(?:(?:if|had|were|when|as if)\b[^.;]{0,80}_ce\b|(?:done|made|used|undertaken|performed|carried out) by _ce|_ce (?:itself|did|does|from|to do|were|had|could|made|or|if|in|directly|would|might|is barred)|(?:forbids?|prohibits?|stops?|bars?|allows?|permits?|lets?|let|to|for|from) _ce|_ce,? had\b|(?:coming|come|done|made|issuing) (?:from|by) _ce|on _ce's part|on the part of _ce|(?:at|in|by) _ce's (?:own )?hands?|(?:at|in|by) the hands of _ce|_ce\W*$|_ce\b[^.;]{0,30}\b(?:did|done|doing|do)\b)`
const measured = [
  re(String.raw`${wrong}[^;]{0,100}${privacyRule}[^;]{0,120}${forEntity}`),
  re(String.raw`${privacyRule}[^;]{0,120}${wrong}[^;]{0,100}${forEntity}`),
  re(String.raw`${forEntity}[^;]{0,120}${wrong}[^;]{0,60}${privacyRule}`),
  re(String.raw`${privacyRule}[^;]{0,80}${forEntity}[^;]{0,80}${wrong}`),
  re(String.raw`_ce (?:itself )?(?:could|may|might|can) ?not [^;]{0,60}${privacyRule}`),
  re(String.raw`_ce\b[^;]{0,40}${privacyRule}[^;]{0,40}(?:could|may|might|must|can) ?not`),
  re(
    String.raw`${privacyRule} (?:forbids?|prohibits?|bars?|denies|withholds?)[^;]{0,20}_ce\b[^;]{0,80}(?:forbids?|prohibits?|bars?|closed|denied|denies|withholds?|off limits)(?: to| from)? _ba`,
  ),
  re(String.raw`${forEntity}[^;]{0,80}${privacyRule}[^;]{0,40}${wrong}`),
]
const withLaw = re(String.raw`(?:hipaa|the law|applicable law|${privacyRule}|federal law|regulations)`)
const heldBack =
  /\b(?:not|no|none|nothing|nor|neither|never)\b|\b(?:closed|denies|forbids?|prohibits?|bars?|off limits|out of bounds|not open|ruled out|excluded|barred|forbidden|prohibited)\b/

function negative({ text, modality }: ReadClause): boolean {
  return (
    modality === 'not' ||
    /^so (?:is|are) (?:any|every|all|each)\b/.test(text) ||
    /\b(?:refrain|avoid|abstain|closed|off limits|out of bounds|ruled out)/.test(text) ||
    (heldBack.test(text) &&
      /\b(?:no (?:use|disclosure|way|manner|authority|right)|nothing|none|nor|not|never|neither)\b|\b(?:forbids?|prohibits?|bars?) _ba\b/.test(
        text,
      ))
  )
}

/** "If the Privacy Rule bars Clinic from it, Vendor may not do so either." */
const doesThat = /\b_ba (?:shall|will|may|must) (?:not|never) (?:do|make) (?:it|so|that|them)\b/

/** The same limit the other way round: only such uses as the covered entity itself could make. */
const positive = re(
  String.raw`\b(?:such|only|confined|limited|solely|ones|those)\b[^;]{0,60}_ce (?:itself )?(?:could|may|might|would be (?:allowed|permitted))[^;]{0,60}${privacyRule}|\b(?:only|confined|limited|solely|within|no (?:greater|more|wider|further|broader)|not (?:exceed|go beyond)|bounds|limits)\b[^;]{0,80}${privacyRule}[^;]{0,40}(?:permits?|allows?|open to|lets?|leaves?|gives?|sets? for|imposes? on|grants?)[^;]{0,20}_ce|\b(?:no (?:greater|more|wider|further|broader)|not? (?:greater|wider|broader))\b[^;]{0,80}\bthan _ce[^;]{0,40}${privacyRule}|\b(?:limits?|restrictions?|prohibitions?|bans?)\b[^;]{0,20}${privacyRule} (?:places?|puts?|imposes?|sets?|lays?)(?: down)? (?:up)?on _ce\b[^;]{0,80}(?:_ba|its own|itself|the same|equally)`,
)

export function noUseBeyondEntity(a: Agreement, grants: Grants): Outcome {
  if (grants.own.length > 0)
    return contrary('The text authorises a use the covered entity could not make itself.', grants.own)
  const own = a.operative.filter(
    (clause) =>
      clause.holder !== 'ce' &&
      clause.modality !== 'aim' &&
      negative(clause) &&
      measured.some((pattern) => pattern.test(doesThat.test(clause.text) ? clause.whole : clause.text)) &&
      !/^_ce (?:shall|will|must)/.test(clause.text),
  )
  const mirrored = a.operative.filter(
    ({ text, holder, modality }) =>
      (holder === 'ba' || holder === 'thing') &&
      (modality === 'duty' || modality === 'fact' || modality === 'not' || modality === 'refuse') &&
      positive.test(text) &&
      (modality === 'duty' ||
        /\b(?:no (?:greater|more|wider|further|broader)|only|within|confined|limited)\b/.test(text)),
  )
  own.push(...mirrored)
  if (own.length > 0)
    return present(
      'Uses that would break the Privacy Rule if the covered entity made them are ruled out.',
      own.slice(0, 2),
    )
  const bare = a.operative.filter(
    (clause) =>
      clause.holder === 'ba' &&
      negative(clause) &&
      useWords.test(/^nor\b|\bnor in\b/.test(clause.ownText) ? clause.whole : clause.text) &&
      /\b(?:violat\w*|break\w*|contraven\w*|breach\w*|infring\w*|contrary to|permitted|allowed)\b[^;]{0,60}/.test(
        clause.text,
      ) &&
      withLaw.test(clause.text) &&
      /\b(?:violat|break|contraven|contrary|infring|hipaa rules|hipaa permits|hipaa allows|not (?:permitted|allowed) by)/.test(
        clause.text,
      ) &&
      !re(`${agreement}[^;]{0,40}(?:permit|allow|require)`).test(clause.text.replace(/violat.*/, '')),
  )
  if (bare.length > 0)
    return partial(
      'A general promise to obey HIPAA; not the limit measured by what the covered entity may do.',
      bare.slice(0, 1),
    )
  return absent('The limit to what the covered entity itself could do is not restated.')
}

const useWords =
  /\b(?:use|uses|used|using|disclose|disclosed|disclosing|disclosures?|handle|do (?:anything|nothing) with|do with|do neither|make)\b/
const saving = re(
  String.raw`\b(?:other than|otherwise than|except|save|unless|only (?:as|to|for|in)|beyond|outside (?:what|of what|the)|neither (?:allowed|permitted)|but (?:only )?as|apart from|in no way other|no (?:purpose|way|manner) other|not (?:permitted|allowed|authorized|provided)|not expressly|for any other (?:reason|purpose|end)|solely as|only use|anything else|anyone else|neither _agr|neither the agreement|not _agr nor|(?:that|which|what) _agr does not|in no other (?:way|manner|case)|for nothing else|not otherwise)\b`,
)
const otherUses =
  /\b(?:(?:any|all|every|no) (?:other|further) (?:use|disclosure|purpose)|other uses?|otherwise use|uses? (?:or|and) disclosures? (?:not|other|beyond)|what else)\b/
const thirdSource =
  /\b(?:permitted|allowed|authorized) (?:by|under) [^.;]{0,60}\b(?:or|and) (?:the )?(?:privacy rule|hipaa(?! agreement))\b|\b(?:as|where|to the extent|or)\s+(?:is |are |may be )?(?:otherwise )?(?:hipaa|the hipaa (?:rules|regulations)|(?:the )?privacy rule|(?:the )?hitech act|45 cfr[^,;]{0,30}|applicable regulations?)\b[^,;]{0,30}\b(?:permit|allow|authori[sz]e)|\b(?:permitted|allowed|authorized) (?:by|under|pursuant to|of|to) (?:(?:a |any )?_ba (?:by|under) )?(?:hipaa|the hipaa|the privacy rule|privacy rule|45 cfr|subpart e|hitech)|\botherwise (?:permitted|allowed|authorized) (?:of|for|to) [^.;,]{3,40}\b(?:hipaa|privacy rule|45 cfr)/
const unlimited =
  /\b(?:any|every) (?:other )?(?:(?:lawful|business|commercial) )*purpose\b|\bwithout (?:limit|restriction)|\bas (?:it|_ba) (?:sees|deems|finds) (?:fit|useful|appropriate)/

/** "…shall limit its uses and disclosures to those permitted by this Agreement or required by law." */
const heldTo =
  /\b(?:keeps?|stays?|remains?|holds?|confines?)\b[^.;]{0,50}\bwithin (?:the )?(?:limits?|bounds|terms|scope|confines)\b[^.;]{0,20}_agr\b[^.;]{0,50}\blaw\b|\b(?:limits?|limited|restricts?|restricted|confines?|confined|keeps?)\b[^.;]{0,70}\bto (?:those|that|what|whatever|the (?:uses|purposes)|such|uses|only)\b[^.;]{0,80}(?:_agr|required by law|the law requires)/
/** Information is held back, not a price list. */
const ofInformation =
  /_phi|\b(?:information|data|records?|it|them|neither|either|both)\b|\buses?\b[^.;]{0,20}\bdisclos|\bdisclos\w*\b[^.;]{0,20}\buse|what else|\b(?:any|no|other|further) (?:other |further )?(?:uses?|disclosures?|purposes?)\b/
/** What is held back is not the information: "Clinic's trade secrets", "each other's trademarks". */
const otherProperty =
  /\b(?:uses?|disclos\w+)\b (?:(?:or|and) (?:use|disclose) )?(?:(?!_phi)[a-z_']+ ){0,3}(?:trade secrets?|trade ?marks?|logos?|names? or|marks|software|source code|pricing|prices|property|equipment)\b/
/** "…only such uses as this Agreement names or a law requires." */
const onlyNamed =
  /_agr\b[^.;]{0,60}\b(?:and|but) (?:in no other (?:way|manner|case)|not otherwise|for nothing else|nothing (?:more|else|further|beyond (?:that|it))|for no other (?:purpose|reason|end)|no further)\b|\b(?:only|solely|exclusively|nothing but|no more than|none but)\b[^.;]{0,90}(?:_agr\b[^.;]{0,30}\b(?:names?|permits?|permitted|allows?|provides?|states?|sets?|lists?|describes?|authori[sz]es|lets?|says?|calls? for|requires?)|\b(?:named|permitted|allowed|provided|stated|set|listed|described|authori[sz]ed)\b[^.;]{0,30}_agr\b)/
/** "Vendor may use PHI to …, or as the law requires, and shall not use it otherwise": the grant is the limit. */
function closesGrant(a: Agreement, clause: ReadClause): boolean {
  const { text, modality, holder, unit } = clause
  const before = a.operative[a.operative.indexOf(clause) - 1]
  return (
    modality === 'not' &&
    holder === 'ba' &&
    /\bshall not\b|\bnot\b/.test(text) &&
    useWords.test(text) &&
    /\b(?:otherwise|further|for (?:anything|any(?:thing)?) (?:else|other purpose)|in any other way|any other (?:use|purpose))\W*$/.test(
      text,
    ) &&
    before !== undefined &&
    before.unit === unit &&
    before.holder === 'ba' &&
    before.modality === 'may' &&
    useIt.test(before.text) &&
    /\b(?:required by law|the law requires|law (?:requires|compels))\b/.test(before.text)
  )
}
const promised = ({ holder, modality }: ReadClause) =>
  (holder === 'ba' || holder === 'thing') && (modality === 'duty' || modality === 'fact')

/** The limiting sentence alone: a limit emptied elsewhere stays here and is judged under R02. */
export function noFurtherUse(a: Agreement): Outcome {
  const limits = a.operative.filter((clause) => {
    const { text, holder, modality } = clause
    if (holder === 'ce' || holder === 'sec' || modality === 'aim' || modality === 'refuse') return false
    if (!ofInformation.test(text) || otherProperty.test(text)) return false
    if (
      /\bfeasible|infeasible|terminat|return or dest|makes that impossible|for the (?:purposes?|reason)s? that (?:make|prevent)/.test(
        text,
      )
    )
      return false
    if (/^(?:the recipient|the _sub|_sub)|for which (?:it|_phi) was disclosed/.test(text) || holder === 'sub')
      return false
    if (/\bsafeguard|\bprevent|\breport|\bnotif|\bprotect\b|\bencrypt|\bassurance/.test(text)) return false
    // "Each party shall inform the other of any use … not provided for": what is told of is not thereby barred.
    if (
      modality === 'duty' &&
      (isReport(clause) || /\b(?:inform|tell|warn|alert|advise|remind)s?\b/.test(text)) &&
      eventsOf(clause).has('misuse')
    )
      return false
    const nothingElse =
      /(?:what else|(?:any|other|further) (?:other )?(?:uses?|disclosures?|purposes?))[^?]*\?\s*(?:nothing|no\b|none|never|not unless|only if|not)/.test(
        text,
      )
    const barred =
      otherUses.test(text) &&
      /\b(?:prohibited|forbidden|barred|not (?:permitted|allowed|authorized)|outside (?:_ba's|its) (?:authority|permission|rights?)|beyond (?:_ba's|its) (?:authority|permission|rights?))/.test(
        text,
      )
    if (
      nothingElse ||
      barred ||
      ((heldTo.test(text) || onlyNamed.test(text)) && useWords.test(text) && (promised(clause) || modality === 'may'))
    )
      return true
    if (closesGrant(a, clause)) return true
    if (!useWords.test(text) || !negativeLimit(clause)) return false
    if (/\bto ask _ba|_ce shall not\b/.test(text)) return false
    if (
      /\b(?:market(?:ing)?|sell|sale|de-?identif|aggregate|research)\b/.test(text) &&
      !/_agr (?:\w+ )?(?:permits?|allows?)|required by law/.test(text)
    )
      return false
    const withSource = re(
      String.raw`(?:${agreement}|required by law|laws?\b|statute|regulation|court|legal|permit|allow|require|oblige|authori[sz])`,
    ).test(text)
    return saving.test(text) || /^(?:unless|except|save|apart from|other than)\b/.test(clause.whole)
      ? withSource || re(`^(?:unless|except|save|apart from|other than)[^,]*${agreement}`).test(clause.whole)
      : modality === 'not' && /\b(?:not allowed|outside|any other (?:way|manner|purpose))/.test(text)
  })
  const open = a.operative.filter(
    ({ holder, modality, text }) =>
      holder === 'ba' &&
      modality === 'may' &&
      unlimited.test(text.replace(closing, '')) &&
      useWords.test(text) &&
      !otherOption.test(text),
  )
  if (open.length > 0) return contrary('Use is left open to any purpose; the opposite of a limit.', open.slice(0, 1))
  const chosen = limits.filter(
    ({ text }) =>
      !measured.some((pattern) => pattern.test(text)) ||
      (/\bexcept|other than|save|unless|apart from|otherwise than/.test(text) &&
        /\b(?:required by law|law|permits? (?:or|and) requires?)\b/.test(
          text.replace(/(?:privacy|hipaa) rules?/g, ''),
        )),
  )
  if (chosen.length === 0) {
    const reference = incorporated(a, ['164.504(e)(2)(ii)(A)'])
    if (reference !== null)
      return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
    return absent('No sentence holds use and disclosure to what the agreement or the law calls for.')
  }
  const wide = chosen.filter(({ text }) => thirdSource.test(text))
  const clean = chosen.filter(({ text }) => !thirdSource.test(text))
  const widening = grantOfUse(a).filter(({ text }) => thirdSource.test(text))
  if (clean.length === 0)
    return partial('The limit lets in a third source, "as HIPAA otherwise permits".', wide.slice(0, 2))
  if (widening.length > 0)
    return partial('The limit points to a permission that lets in whatever HIPAA permits.', [clean[0]!, widening[0]!])
  if (
    clean.every(
      ({ text }) =>
        !/disclos|further|other|what else|do (?:anything|nothing)|pass (?:it|_phi) on|handle|passed|\b(?:give|hand|share|show|transfer|send|release|reveal|pass|let)\b/.test(
          text,
        ),
    )
  ) {
    return partial('Use is limited; disclosure is not.', clean.slice(0, 1))
  }
  clean.sort((x, y) => Number(y.modality === 'not') - Number(x.modality === 'not'))
  return present('Use and disclosure are held to what the agreement or the law calls for.', clean.slice(0, 2))
}

function negativeLimit({ text, modality }: ReadClause): boolean {
  if (
    modality === 'not' ||
    /\brefrain|\bavoid|\babstain/.test(text) ||
    /\b(?:no|not|nothing|neither|never)\b/.test(text)
  )
    return true
  return (
    /\b(?:only|solely|exclusively)\b/.test(text) &&
    /\bas (?:permitted|required|allowed|_agr|expressly)|required by law/.test(text)
  )
}
