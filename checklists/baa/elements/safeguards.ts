import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { against, fitting, keepsSafe, obeys } from '../lexicon/acts.ts'
import { onlySpeaks, ownAct } from '../lexicon/main-act.ts'
import { re, securityRule } from '../lexicon/phrases.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'

const keep =
  /\b(?:safeguards?|safeguarded|safeguarding|protections?|measures|controls|care|precautions|means|steps|security program)\b/
const purposeWords =
  /\b(?:prevent\w*|protect\w*|guard|avert\w*|safeguard|deter|shield\w*|so that (?:nobody|no one|no person|_phi is not)|against|keep (?:_phi|it|them)|secure|stop|avoid|preclude|preserve|from being used)\b/
const appropriate =
  /\b(?:appropriately|properly|reasonably|suitably|adequately|appropriate|reasonable|suitable|adequate|administrative|physical|technical|commercially|suit(?:s|able)?|fit|industry|necessary|sufficient|safeguards that|all safeguards|such safeguards)\b/
export const kinds = [/\badministrative\b|\borgani[sz]ational\b/, /\bphysical\b/, /\btechnical\b|\btechnological\b/]

/** A promise of the vendor: a duty, or a fact where the text promises in the present tense or in the perfect. */
/** "Vendor would report", "Vendor reported last year": nothing is promised by it. */
const noPromise =
  /^(?:[^,;]{0,80}, )?_ba (?:already |also |once |has |have |had |never |always )*(?:would|could|might|reported|notified|told|informed|disclosed|provided|gave|returned|destroyed)\b/

export function promises({ holder, modality, text }: ReadClause): boolean {
  return (
    !(modality === 'fact' && noPromise.test(text)) &&
    (holder === 'ba' || holder === 'thing' || holder === 'either') &&
    (modality === 'duty' || modality === 'fact')
  )
}

export function byEntity({ text }: ReadClause): boolean {
  return /^(?:_ce|_sec)\b/.test(text) || /\bby _ce\b(?!'s)/.test(text.slice(0, 60))
}

/** "Vendor must use appropriate safeguards": nothing more is said, and nothing else is meant than the information's. */
const barely =
  /^_ba (?:shall|will|must|agrees to) (?:use|maintain|employ|apply|keep|implement|have) (?:appropriate|reasonable|suitable|adequate)(?: and (?:appropriate|reasonable|suitable|adequate))? safeguards(?: (?:for|to protect) (?:all )?_phi)?\W*$/

export function safeguards(a: Agreement): Outcome {
  const disclaimed = a.operative.filter(
    ({ holder, modality, text }) =>
      holder !== 'ce' &&
      modality === 'refuse' &&
      /\bsafeguard|\bsecure\b|\bsecurity\b.*_phi|\bprotect/.test(text) &&
      !/\bincidents?\b|\breport/.test(text) &&
      !/\bprevent/.test(text),
  )
  if (disclaimed.length > 0)
    return contrary('The vendor refuses the duty to safeguard the information in words.', disclaimed.slice(0, 1))
  const found = a.operative.filter(
    (clause) =>
      promises(clause) &&
      !byEntity(clause) &&
      ownAct(clause.text, onlySpeaks) === clause.text &&
      (keep.test(clause.text) || keepsSafe.test(clause.text)) &&
      (kinds.every((kind) => kind.test(clause.text)) ||
        ((purposeWords.test(clause.text) ||
          against.test(clause.text) ||
          /\bnot used or disclosed|\bprevent/.test(clause.whole)) &&
          (appropriate.test(clause.text) ||
            fitting.test(clause.text) ||
            /\bprevent\w*\b[^;]{0,60}\b(?:use|disclos)/.test(clause.text)))) &&
      /_phi|\buse|\bdisclos|\binformation|\bit\b|_agr|what is entrusted|safeguards/.test(clause.text) &&
      !/^_sub|notify|report|extend the protections|infeasible|indemnif/.test(clause.text),
  )
  const kept = found.filter(
    ({ text, modality }) =>
      modality === 'duty' ||
      /\b(?:has|have) (?:implemented|put in place|adopted|established)|_ba (?:keep|maintain|use|employ|apply|operate|implement|has|have)/.test(
        text,
      ) ||
      a.presentTense,
  )
  if (kept.length > 0) {
    const oneKind =
      !kept.some(({ table }) => table) &&
      kept.every(
        ({ text }) =>
          kinds.filter((kind) => kind.test(text)).length === 1 && !/appropriate|reasonable|suitable/.test(text),
      )
    if (oneKind) return partial('Only one kind of safeguard is promised.', kept.slice(0, 1))
    kept.sort((x, y) => Number(x.table) - Number(y.table))
    const best = kept.find(({ text }) => kinds.every((kind) => kind.test(text))) ?? kept[0]!
    return present('The vendor promises safeguards against unprovided use or disclosure.', [best])
  }
  const each = kinds.map((kind) =>
    a.operative.find(
      (clause) =>
        clause.holder === 'ba' &&
        clause.modality === 'duty' &&
        kind.test(clause.text) &&
        /\bsafeguards?|measures|controls/.test(clause.text),
    ),
  )
  if (each.every((clause) => clause !== undefined)) {
    return present('All three kinds of safeguards are promised, one by one.', [
      ...new Set(each.filter((clause) => clause !== undefined)),
    ])
  }
  const plainly = a.operative.filter(
    (clause) => clause.holder === 'ba' && clause.modality === 'duty' && !byEntity(clause) && barely.test(clause.text),
  )
  if (plainly.length > 0) return present('The vendor promises appropriate safeguards.', plainly.slice(0, 1))
  const program = a.operative.filter(
    (clause) =>
      promises(clause) &&
      clause.holder === 'ba' &&
      /\bsecurity program\b|\bdata handling terms\b|\bsafeguards?\b/.test(clause.text) &&
      clause.modality === 'duty',
  )
  const reference = incorporated(a, ['164.504(e)(2)(ii)(B)'])
  if (reference !== null)
    return {
      ...partial('Taken in by reference to the regulation only.', [...reference, ...program.slice(0, 1)]),
      byReference: true,
    }
  const effort = a.operative.filter(
    ({ holder, modality, text }) =>
      holder === 'ba' &&
      modality === 'aim' &&
      keep.test(text) &&
      (purposeWords.test(text) || /\bsafeguards\b/.test(text)),
  )
  if (effort.length > 0) return partial('Safeguards are an effort or an aim, not a duty.', effort.slice(0, 1))
  if (program.length > 0)
    return partial('A security program is named, but not what it must prevent.', program.slice(0, 1))
  return absent('No promise of the vendor to safeguard the information was found.')
}

/** "a policy on how to comply", "a course about the Security Rule": paper, not the act. */
export const onPaperOnly =
  /\b(?:have|has|keeps?|maintains?|adopts?|writes?|establish(?:es)?|issues?) (?:an? |its |the |written )*(?:[a-z]+ )?(?:polic(?:y|ies)|procedures?|plans?|manuals?|process(?:es)?|checklists?|courses?|guides?) (?:for [a-z]+ing|on|about|describing|explaining|as to|how)\b/

const rule = re(securityRule)
/** "The Security Rule applies to Vendor, and it shall comply with it." */
function pointsToRule({ text, whole }: ReadClause): boolean {
  return (
    rule.test(whole) &&
    /\b(?:comply|abide|conform|follow|obey|observe|meet|live up)\w* (?:with |by |to )?(?:it|them|each|all)\b|\bacts? accordingly\b|\bdo(?:es)? (?:what|as) it (?:asks|requires|demands|says|calls for)/.test(
      text,
    )
  )
}
const obey =
  /\b(?:compl(?:y|ies|iance|ying)|live by|lives by|honou?r|heed|respect|keep to|keeps to|operate under|governed by|obey|follow|meet|meets|satisf(?:y|ies|ied)|compliant|adhered|complied|respected|honou?red|observe|adhere|abide|conform|observed|followed|met|fulfil\w*|carr(?:y|ies|ied) out|discharges?|bound by|demands?|requires|prescribes?|implement|in (?:full )?accordance with|as required by|under|required by|prescribe[sd]?|satisfying|binding (?:on|upon) _ba|binds? _ba|appl(?:y|ies) to _ba|govern\w*|conformity|in the manner|do what|lays? down|laid down|standards of|acts? accordingly)\b/
const selfJudged =
  /\b(?:parts|portions|provisions|so much|as much) of\b[^.;]{0,90}\b(?:that |which |as )?(?:_ba|it) (?:decides?|thinks?|finds?|judges?|considers?|chooses?|determines?|deems?|believes?)\b|\bsensible fit\b|\bas (?:_ba|it) (?:determines|considers|deems|thinks|sees)|\bto the extent (?:_ba|it) (?:determines|considers|deems)|\bin (?:its|_ba's) (?:sole )?(?:judgment|discretion|opinion)/

export function securityRuleDuty(a: Agreement): Outcome {
  const refused = a.operative.filter(
    ({ holder, modality, text }) =>
      holder !== 'ce' &&
      (modality === 'refuse' ||
        /\bdoes not agree to comply|not (?:be )?(?:subject to|bound by|required to comply with)/.test(text)) &&
      rule.test(text) &&
      !/_sub|bind them/.test(text),
  )
  if (refused.length > 0) return contrary('The vendor refuses to comply with the Security Rule.', refused.slice(0, 1))
  const found = a.operative.filter((clause) => {
    // 164.308(b) and 164.314(a)(2)(iii) speak of contracts with subcontractors.
    const text = clause.text.replace(/(?:164\.308\(b\)|164\.314)[()\w]*/g, ' ')
    const named = pointsToRule(clause) || rule.test(text)
    if (
      !promises(clause) ||
      byEntity(clause) ||
      ownAct(text, onlySpeaks) === null ||
      onPaperOnly.test(text) ||
      !named ||
      (!obey.test(text) && !obeys.test(text))
    )
      return false
    // The rule as a demand on subcontractors is their duty, not the vendor's own.
    const before = rule.test(text) ? text.slice(0, text.search(rule)) : clause.whole
    const toOthers =
      /_sub|another party|that party|any other company|third part|each signs|contractors|each of them|contract under which|\b(?:company|helper|firm|supplier|vendor) (?:accepts|agrees|signs|promises)/.test(
        before,
      )
    return (
      !toOthers &&
      clause.holder !== 'sub' &&
      !/164\.314\(a\)[^;]{0,40}incorporat|incorporat[^;]{0,60}164\.314/.test(text)
    )
  })
  const hard = found.filter(({ text }) => !selfJudged.test(text))
  if (hard.length > 0) return present('Compliance with the Security Rule is promised.', [hard[0]!])
  if (found.length > 0)
    return partial('Compliance with the Security Rule is left to the vendor\u2019s own judgement.', [found[0]!])
  const copied = a.operative.filter(
    (clause) =>
      promises(clause) &&
      clause.holder !== 'ce' &&
      clause.holder !== 'sub' &&
      /\bconfidentiality, integrity,? and availability\b/.test(clause.text),
  )
  if (copied.length > 0)
    return partial('Words of the Security Rule are copied; the rule itself is not promised.', [copied[0]!])
  const aim = a.operative.filter(
    ({ holder, modality, text }) => holder === 'ba' && modality === 'aim' && rule.test(text),
  )
  if (aim.length > 0) return partial('Compliance with the Security Rule is an effort, not a duty.', [aim[0]!])
  const reference = incorporated(a, ['164.504(e)(2)(ii)(B)', '164.314(a)(2)(i)(A)'])
  if (reference !== null)
    return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
  return absent('Safeguards or not, the Security Rule itself is nowhere a duty of the vendor.')
}
