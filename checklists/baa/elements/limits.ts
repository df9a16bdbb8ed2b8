import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { onlySpeaks, ownAct } from '../lexicon/main-act.ts'
import { dealsInInformation } from '../lexicon/objects.ts'
import { isOutsider } from '../lexicon/people.ts'
import { agreement, privacyRule, re } from '../lexicon/phrases.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'
import type { Grants } from './grants.ts'
import { eventsOf, isReport } from './reports.ts'
import { closing, grantOfUse, otherOption, useIt } from './uses.ts'

const wrong = String.raw`(?:violat\w*|forbid\w*|prohibit\w*|keep\w*|run(?:s)? (?:afoul|counter)|rul(?:e|es) out|contraven\w*|breach|break|not (?:be )?(?:permit\w*|allow\w*|let)|(?:would|could|may|might|does|do|is) not|impermissible|unlawful|stop|infring\w*|offend\w*|bar|clos(?:e|es|ed)|den(?:y|ies|ied)|withholds?|withheld|conflict|inconsistent|non-?complian\w*|disallow\w*|permits?|allows?)`
const forEntity = String.raw`(?:(?:if|had|were|when|as if)\b[^.;]{0,80}_ce\b|(?:done|made|used|undertaken|performed|carried out) by _ce(?!'s (?!own\b))|_ce (?:itself|did|does|from|to do|were|had|could|made|or|if|in|directly|would|might|is barred)|(?:forbids?|prohibits?|stops?|bars?|allows?|permits?|lets?|let|to|for|from) _ce|_ce,? had\b|(?:coming|come|done|made|issuing) (?:from|by) _ce|on _ce's part|on the part of _ce|(?:at|in|by) _ce's (?:own )?hands?|(?:at|in|by) the hands of _ce|_ce\W*$|_ce\b[^.;]{0,30}\b(?:did|done|doing|do)\b)`
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
  // Who is not answerable for a use has not been forbidden it.
  if (/\b(?:not|no longer|never) (?:be )?(?:liable|responsible|answerable|accountable|charged)\b/.test(text))
    return false
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

/** "…if done by Clinic's competitors": not by Clinic. */
const byEntityItself = (text: string) =>
  text.replace(/\bby _ce('s [a-z]+)/g, (all, behind: string) => (isOutsider(behind) ? 'by another' : all))

/** The same limit the other way round: only such uses as the covered entity itself could make. */
const positive = re(
  String.raw`\b(?:such|only|confined|limited|solely|ones|those)\b[^;]{0,60}_ce (?:itself )?(?:could|may|might|would be (?:allowed|permitted))[^;]{0,60}${privacyRule}|\b(?:only|confined|limited|solely|within|no (?:greater|more|wider|further|broader)|not (?:exceed|go beyond)|bounds|limits)\b[^;]{0,80}${privacyRule}[^;]{0,40}(?:permits?|allows?|open to|lets?|leaves?|gives?|sets? for|imposes? on|grants?)[^;]{0,20}_ce|\b(?:no (?:greater|more|wider|further|broader)|not? (?:greater|wider|broader))\b[^;]{0,80}\bthan _ce[^;]{0,40}${privacyRule}|\b(?:limits?|restrictions?|prohibitions?|bans?)\b[^;]{0,20}${privacyRule} (?:places?|puts?|imposes?|sets?|lays?)(?: down)? (?:up)?on _ce\b[^;]{0,80}(?:_ba|its own|itself|the same|equally)`,
)

/** The limit is one on what is done with information, not on whom the vendor serves or what it charges. */
const ofDealing =
  /_phi|\b(?:us(?:e|es|ed|ing)|disclos\w*|handl\w+|process\w*|do(?:es|ing|ne)?|deal\w*|rights?|permissions?|freedom|latitude|authority|limits?|restrictions?|prohibitions?|bans?|bound(?:s|aries)?|act(?:s|ing)?|conduct)\b/

export function noUseBeyondEntity(a: Agreement, grants: Grants): Outcome {
  if (grants.own.length > 0)
    return contrary('The text authorises a use the covered entity could not make itself.', grants.own)
  const own = a.operative.filter(
    (clause) =>
      clause.holder !== 'ce' &&
      clause.modality !== 'aim' &&
      negative(clause) &&
      measured.some((pattern) =>
        pattern.test(byEntityItself(doesThat.test(clause.text) ? clause.whole : clause.text)),
      ) &&
      !/^_ce (?:shall|will|must)/.test(clause.text),
  )
  const mirrored = a.operative.filter(
    ({ text, holder, modality }) =>
      (holder === 'ba' || holder === 'thing') &&
      (modality === 'duty' || modality === 'fact' || modality === 'not' || modality === 'refuse') &&
      positive.test(text) &&
      ofDealing.test(text) &&
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
      obeysGenerally(clause) ||
      (clause.holder === 'ba' &&
        negative(clause) &&
        useWords.test(/^nor\b|\bnor in\b/.test(clause.ownText) ? clause.whole : clause.text) &&
        /\b(?:violat\w*|break\w*|contraven\w*|breach\w*|infring\w*|contrary to|permitted|allowed)\b[^;]{0,60}/.test(
          clause.text,
        ) &&
        withLaw.test(clause.text) &&
        /\b(?:violat|break|contraven|contrary|infring|hipaa rules|hipaa permits|hipaa allows|not (?:permitted|allowed) by)/.test(
          clause.text,
        ) &&
        !re(`${agreement}[^;]{0,40}(?:permit|allow|require)`).test(clause.text.replace(/violat.*/, ''))),
  )
  if (bare.length > 0)
    return partial(
      'A general promise to obey HIPAA; not the limit measured by what the covered entity may do.',
      bare.slice(0, 1),
    )
  return absent('The limit to what the covered entity itself could do is not restated.')
}

/** "Each party shall obey the HIPAA rules that apply to it", "shall use PHI in compliance with HIPAA". */
const obeysHipaa =
  /^(?:_ba|it|each party|both parties|the parties) (?:shall|will|must|agrees to) (?:at all times |always |also )?(?:(?:comply|conform|act) (?:fully |strictly )?(?:with|to)|obey|observe|follow|abide by|keep to|(?:use|handle|treat|process)[^.;]{0,50} (?:in (?:compliance|accordance|conformity|keeping) with|as required by)) (?:all |the |any |applicable |relevant |provisions of |requirements of |privacy )*(?:hipaa(?:'s)?(?: (?:rules|regulations|privacy rule|requirements|and its regulations|laws?))?|privacy (?:rule|laws?)|subpart e)(?: (?:that|which) (?:appl(?:y|ies)|govern|binds?) (?:to )?(?:it|_ba|_phi|them))?\W*$/

function obeysGenerally({ text, holder, modality }: ReadClause): boolean {
  return (holder === 'ba' || holder === 'either') && modality === 'duty' && obeysHipaa.test(text)
}

const useWords =
  /\b(?:use|uses|used|using|disclose|disclosed|disclosing|disclosures?|handle|do (?:anything|nothing) with|do with|do neither|make)\b/
const saving = re(
  String.raw`\b(?:other than|otherwise than|except|save|unless|only (?:as|to|for|in)|beyond|outside (?:what|of what|the)|neither (?:allowed|permitted)|but (?:only )?as|apart from|in no way other|no (?:purpose|way|manner) other|not (?:permitted|allowed|authorized|provided|listed|named|described|set out)|not expressly|for any other (?:reason|purpose|end)|solely as|only use|anything else|anyone else|neither _agr|neither the agreement|not _agr nor|(?:that|which|what) _agr does not|in no other (?:way|manner|case)|for nothing else|not otherwise)\b`,
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
    if (!ofInformation.test(text) || !dealsInInformation(text) || ownAct(text, onlySpeaks) === null) return false
    // "Vendor has never used it otherwise": told of the past.
    if (/\b(?:has|have|had) (?:never|not)(?: yet)? (?:used|disclosed|made)\b/.test(text)) return false
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
      String.raw`(?:${agreement}|required by law|(?:listed|named|set out|described|stated) (?:above|below|here)|laws?\b|statute|regulation|court|legal|permit|allow|require|oblige|authori[sz])`,
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
