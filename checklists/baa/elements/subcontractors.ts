import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { imposes, likeTerms } from '../lexicon/acts.ts'
import { re, securityRule, subcontractor } from '../lexicon/phrases.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'

const others = re(String.raw`\b${subcontractor}\b`)
const binds =
  /\b(?:agrees?|agreed|bind(?:s|ing)?|bound|accepts?|accepted|signs?(?: up)?|signed|tak(?:e|es|en) on|contracts?|agreements?|obligat\w*|holds?|held|subject to|enters? into|entered into|flow(?:s|ed)? down|impos(?:e|es|ed|ing)|pass(?:es|ed)? (?:on|through|down|along)|extend(?:s|ed)? to|lives? (?:under|by)|observe|follow|honou?r|respect|abide|keep to|undertak\w*|commit\w*|obtain|promis\w*|adhere|comply|assurances?)\b/
const same =
  /\b(?:same|identical|equivalent|similar|substantially|no less (?:protective|strict|stringent|restrictive|onerous|rigorous)|not less (?:protective|strict|stringent|restrictive)|at least as (?:protective|strict|stringent|restrictive)|at least the same|all (?:of )?the|restrictions (?:and|,) conditions|restrictions,? (?:and )?(?:conditions|terms|limitations|obligations)|limits and conditions|terms of _agr|_agr's terms|these terms|conditions that apply|obligations (?:of|under|in) _agr|same (?:[a-z]+ )?level of protection|equivalent protection|every (?:restriction|term|obligation|condition)|to _agr|by _agr|by these)\b/
const content =
  /\b(?:restrictions?|conditions?|terms?|requirements?|obligations?|limits?|limitations?|provisions?|protections?|protection|promises|rules|standards?|duties)\b/
const hedge =
  /\b(?:where|when|if|whenever|wherever|so far as|as far as) (?:that|this|it) (?:is|proves|seems) (?:commercially |reasonably )?(?:practicable|possible|feasible|practical|convenient|reasonable)\b|\b(?:where|if|when|so far as|as far as) (?:_ba|it) (?:reasonably |practically )?can\b|\bwhere (?:it is )?(?:reasonable|convenient)\b|\b(?:where|when|if|to the extent|as far as) (?:commercially |reasonably )?(?:practicable|possible|feasible|practical)\b|\b(?:reasonable|best) efforts\b|\bendeavou?r/
const some = /\b(?:material|key|critical|principal|listed|major) (?:_sub|subcontract\w*|vendors)\b|_sub listed/
const refuseBind =
  /\bnot (?:be )?(?:required|obligated|obliged) to (?:bind|require|obtain|ensure|have)|\bno (?:duty|obligation) to (?:bind|require|obtain|ensure)|\bnot (?:be )?responsible for (?:(?:the (?:acts|conduct) of|what|whatever|how|for) )?(?:its |any |the |such )?(?:_sub|subcontract|vendors|contractors|agents)|\bwithout (?:binding|requiring)/
const admission =
  /\b(?:has|have) (?:not (?:yet )?)?signed no\b|\b(?:has|have) not (?:yet )?(?:signed|agreed|executed|entered)|\bnone (?:of [^.;]{0,40} )?(?:has|have) (?:yet )?(?:signed|agreed)|\bno such (?:agreement|contract) (?:is|has)|\bnot (?:yet )?in place\b|\bdoes not expect that\b/
const security = re(
  String.raw`${securityRule}|\bsecurity (?:obligations|requirements|duties|standards|terms|provisions)|\brequirements?\b|164\.314|164\.308\(b\)|\bno less (?:protective|strict|stringent|restrictive)\b|\bnot less (?:protective|strict|stringent)|\bat least as (?:protective|strict|stringent|restrictive)|same (?:[a-z]+ )?level of protection|equivalent protection|\bsame (?:contract|agreement)\b|\b(?:every|each|all(?: of)?(?: the)?) (?:provisions?|terms?|paragraphs?|clauses?) (?:of|in) _agr|\bto _agr of _agr`,
)

/** Who is told of the terms has not taken them on. */
const onlyTold =
  /\b_ba shall (?:also )?(?:inform|tell|notify|advise|remind|brief|acquaint|send|give)\b[^.;]*\b(?:of|about|with)\b(?!.*\b(?:agree|accept|sign|bound|undertak|promis)\w*)/

/** The two who sign are nobody further down, unless a relative clause makes them so: "each party that handles PHI for Vendor". */
const signers =
  /\b(?:(?:each|every|either|neither|both|all|one|an?)(?: of the)? part(?:y|ies)(?! (?:\(|[a-z]+ing\b|that|which|who|whom|whose|to|with|it|_ba|on|in|acting|engaged|hired|below|downstream|further)\b)|the other part(?:y|ies)|(?:each|either|both) other)\b/g
/** What is kept at the end of the agreement stays protected: that binds nobody else. */
const protectsWhatIsKept =
  /\b(?:extend|continue|apply|maintain|preserv)\w*\b[^.;]{0,40}?\b(?:protections?|safeguards|terms|provisions|restrictions)\b(?: (?:and [a-z]+ )?(?:of|in|under) _agr)? (?:to|for|over) (?:[a-z]+ ){0,3}?(?:_phi|information|data|records|copies|what|whatever|it|them)\b[^.;,]*/g

/** A clause without the words that speak of a party itself or of what it keeps. */
const downTheChain = (text: string) => text.replace(protectsWhatIsKept, ' ').replace(signers, ' ')

/** "ask its subcontractors to consider the terms", "tell them that …": what they take on is left to them. */
const onlyAsked =
  /\b_ba (?:shall|will|must|agrees to) (?:[a-z]+ly )?(?:ask|invite|encourage|urge|remind|tell|inform|send|advise|brief)\b(?![^.;]*\b(?:_sub|contractors?|agents?|helpers?|them|it) (?:[a-z]+ ){0,2}?(?:to |shall |will |must |that it )(?:[a-z]+ly )?(?:agree|accept|sign|be bound|undertake|promise|commit|bind|comply|observe|follow)\b)(?![^.;]*\b(?:for|to) (?:its |their |the )?(?:signature|sign)\b)/

function flowDowns(a: Agreement): Array<ReadClause> {
  return a.operative.filter((clause, index) => {
    const { modality, holder } = clause
    const next = a.operative[index + 1]
    // "…a written agreement from each subcontractor. The agreement shall impose …": one duty in two sentences.
    const goesOn =
      next !== undefined &&
      next.unit === clause.unit &&
      /^(?:_agr|(?:the|that|those|these|such|each|each such) (?:agreement|contract|baa)s?|it) (?:shall|will|must|holds?|imposes?|binds?|requires?|contains?)\b/.test(
        next.text,
      ) &&
      same.test(next.text) &&
      others.test(clause.text)
    // "…made sure that it agrees to the same terms, and will do that with any other subcontractor".
    const before = a.operative[index - 1]
    const likewise =
      before !== undefined &&
      before.unit === clause.unit &&
      /\b(?:do|does) (?:that|the same|so|likewise)\b/.test(clause.text) &&
      same.test(before.text) &&
      content.test(before.text) &&
      others.test(clause.text)
    if (likewise) return holder !== 'ce' && modality === 'duty'
    if (holder === 'ce' || holder === 'sec') return false
    const text = downTheChain(goesOn ? `${clause.text} ${next.text}` : clause.text)
    if ((!binds.test(text) && !imposes.test(text)) || !others.test(text)) return false
    if (
      /^the recipient|\breasonable assurances? from|recipient/.test(text) ||
      /management and administration/.test(text)
    )
      return false
    if (/_ce shall|remains? (?:fully )?(?:liable|responsible)/.test(text) && !same.test(text)) return false
    const strong =
      /\b(?:what|all|everything|whatever)(?: that| which)? (?:_agr|these terms) (?:asks?|requires?|demands?|expects?|puts?|imposes?|lays?) (?:of|on|from)\b/.test(
        text,
      ) ||
      /\b_agr(?: of _agr)? (?:binding (?:up)?on|bind)\b/.test(text) ||
      /\bwhat _ba (?:itself )?(?:has|have) (?:agreed|accepted|promised|undertaken)\b/.test(text) ||
      (same.test(text) && content.test(text)) ||
      (likeTerms.test(text) && !onlyTold.test(text))
    const onlyAgreement =
      /\b(?:sign|written|contract|bound|bind)\b/.test(text) && /\b(?:_agr|these terms|same)\b/.test(text)
    const byContract =
      /\bbusiness associate (?:agreement|contract)|164\.504\(e\)|164\.314|164\.308\(b\)|164\.502\(e\)/.test(text) &&
      /\b(?:with|from|by|under|unless|until|signed|meets?|satisf|has|have|into)\b/.test(text)
    if (!strong && !onlyAgreement && !byContract) return false
    if (
      onlyAsked.test(text) ||
      /\b_ba (?:uses?|has|have|engages?|employs?|retains?) no (?:_sub|subcontract|agents?)/.test(text)
    )
      return false
    if (modality === 'refuse') return false
    if (
      modality === 'not' &&
      !/\b(?:unless|until|without|before|except|other than|only|save|(?:who|that|which) (?:has|have) not)\b/.test(text)
    )
      return false
    if (modality === 'may')
      return (
        /\bunder (?:a |an |written |signed )*(?:agreements?|contracts?|terms|undertakings?) (?:which|that|containing|holding|imposing|with)\b|\bonly if|\bonly (?:to|with) (?:those|people|persons|firms|companies|vendors|_sub)|provided(?: that)?|unless|\bonce\b|may (?:not )?use _sub only|after|until\b/.test(
          text,
        ) || /\bonly _sub\b/.test(text)
      )
    if (modality === 'fact')
      return (
        goesOn ||
        /\b(?:each|every|all|only|any|nobody|no one|none)\b|\bbefore an?y? (?:[a-z]+ )?(?:_sub|helper|contractor|agent|vendor|supplier)\b|^_ba (?:requires|binds|ensures)|first sign/.test(
          text,
        ) ||
        a.presentTense
      )
    return true
  })
}

type Judged = {
  clauses: Array<ReadClause>
  soft: Array<ReadClause>
  refused: Array<ReadClause>
  byLaw: Array<ReadClause>
  admits: Array<ReadClause>
}

/** Three lines ask the same of one agreement. */
const judged = new WeakMap<Agreement, Judged>()

function judge(a: Agreement): Judged {
  const known = judged.get(a) ?? judgeOnce(a)
  judged.set(a, known)
  return known
}

function judgeOnce(a: Agreement): Judged {
  const found = flowDowns(a)
  const lawOnly = ({ text }: ReadClause) =>
    /\bin (?:accordance|compliance) with (?:45 cfr )?(?:section )?(?:164|hipaa|the law|applicable law)/.test(text) &&
    !same.test(text)
  const byLaw = a.operative.filter(
    (clause) =>
      clause.holder === 'ba' &&
      (lawOnly(clause) ||
        (/\bmay (?:use|engage|appoint)\b/.test(clause.text) &&
          /\baccordance|as (?:hipaa|the law)/.test(clause.text))) &&
      others.test(clause.text),
  )
  const soft = found.filter(
    (clause) =>
      hedge.test(clause.text) ||
      clause.modality === 'aim' ||
      some.test(clause.text) ||
      /\bare told\b/.test(clause.text),
  )
  const told = a.operative.filter(
    (clause) =>
      clause.holder === 'ba' &&
      hedge.test(clause.text) &&
      /\b(?:sign|agree|bind|terms)\b/.test(clause.text) &&
      others.test(clause.text),
  )
  const clauses = found.filter((clause) => !soft.includes(clause) && !lawOnly(clause))
  const refused = a.operative.filter(
    (clause) =>
      refuseBind.test(clause.text) &&
      clause.holder !== 'ce' &&
      (others.test(clause.whole) || /\bthem\b/.test(clause.text)),
  )
  const admits = a.operative.filter(
    (clause) =>
      admission.test(clause.text) &&
      /\b(?:agreement|signed|contract|agreed|in place)\b/.test(clause.text) &&
      clause.holder !== 'ce',
  )
  return { clauses, soft: [...new Set([...soft, ...told])], refused, byLaw, admits }
}

export function restrictionsFlowDown(a: Agreement): Outcome {
  const { clauses, soft, refused, byLaw } = judge(a)
  if (refused.length > 0 && clauses.length === 0)
    return contrary('The vendor refuses to bind its subcontractors.', refused.slice(0, 1))
  if (clauses.length > 0)
    return present('Subcontractors must agree to the same restrictions and conditions.', best(clauses))
  if (soft.length > 0)
    return partial(
      'Subcontractors are bound only where practicable, by efforts, or only some of them.',
      soft.slice(0, 2),
    )
  const reference = incorporated(a, ['164.504(e)(2)(ii)(D)'])
  if (reference !== null || byLaw.length > 0)
    return {
      ...partial('Subcontractors are bound by reference to the regulation only.', [
        ...(reference ?? []),
        ...byLaw.slice(0, 1),
      ]),
      byReference: true,
    }
  return absent('No duty to bind subcontractors was found.')
}

/** The sentence that goes on about the subcontractor's agreement, or nothing. */
function continued(a: Agreement, clause: ReadClause): string {
  const next = a.operative[a.operative.indexOf(clause) + 1]
  return next !== undefined &&
    next.unit === clause.unit &&
    /^(?:_agr|the|that|those|these|such|each|it)\b/.test(next.text) &&
    same.test(next.text)
    ? next.text
    : ''
}

function best(clauses: ReadonlyArray<ReadClause>): Array<ReadClause> {
  const full =
    clauses.find(({ text }) => /\b(?:same|no less|identical)\b/.test(text) && security.test(text)) ??
    clauses.find(({ text }) => /\bsame|no less|identical/.test(text)) ??
    clauses[0]!
  return [full]
}

export function securityFlowsDown(a: Agreement, r09: Outcome): Outcome {
  if (r09.reading === 'absent') return absent('Subcontractors are not bound at all.')
  if (r09.reading === 'contrary') return contrary('The vendor refuses to bind its subcontractors.', r09.clauses)
  if (r09.reading === 'partial')
    return { ...partial('Subcontractors are bound only in part.', r09.clauses), byReference: r09.byReference === true }
  const { clauses } = judge(a)
  const reach = (text: string) => security.test(text) && !/^[^;]*\bcompl\w+ itself with/.test(text)
  const named = clauses.filter((clause) => reach(clause.text) || reach(continued(a, clause)))
  if (named.length > 0) return present('The flow-down reaches the Security Rule duties.', [named[0]!])
  const separate = a.operative.filter(
    (clause) =>
      (clause.holder === 'sub' ||
        others.test(clause.text) ||
        (/\b(?:them|they|each|these contracts|such contracts|those contracts)\b/.test(clause.text) &&
          clauses.some((other) => other.unit === clause.unit))) &&
      clause.holder !== 'ce' &&
      clause.modality === 'duty' &&
      re(securityRule).test(clause.text) &&
      (others.test(clause.text.slice(0, clause.text.search(re(securityRule)))) ||
        /\b(?:them|they|each|contracts)\b/.test(clause.text.slice(0, clause.text.search(re(securityRule))))),
  )
  if (separate.length > 0) return present('The flow-down reaches the Security Rule duties.', [separate[0]!])
  return partial('"Restrictions and conditions" flow down; the Security Rule duties are not named.', r09.clauses)
}

export function subcontractorClause(a: Agreement, r09: Outcome): Outcome {
  const { admits } = judge(a)
  if (r09.reading === 'contrary') return contrary('The vendor refuses to bind its subcontractors.', r09.clauses)
  if (r09.reading === 'absent') return absent('No duty to bind subcontractors was found.')
  if (r09.reading === 'partial') return { ...partial(r09.because, r09.clauses), byReference: r09.byReference === true }
  if (admits.length > 0)
    return partial('The promise is there, and the text admits that it is not kept.', [...r09.clauses, admits[0]!])
  return present('Every subcontractor that touches the information is bound.', r09.clauses)
}

export function flowDownWritten(r09: Outcome): boolean {
  return (
    r09.reading === 'present' &&
    r09.clauses.some(({ text }) =>
      /\b(?:written|writing|signs?|signed|contracts?|agreement (?:from|with|that|in which|under|to|binding|placing)|business associate agreement|executed?|enters? into|entered)\b/.test(
        text.replace(/_agr/g, ''),
      ),
    )
  )
}
