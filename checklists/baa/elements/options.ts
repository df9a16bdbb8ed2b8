import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { type Grants, permits, withoutAside } from './grants.ts'

const affairs =
  /\b(?:management|manag(?:e|ing)) (?:and|or|&|,) (?:internal )?administ\w*|\badministration (?:and|or) management|\blegal (?:duties|responsibilities|obligations|affairs)|\b(?:run|administer|manage) (?:and administer )?(?:its|_ba's) (?:own )?(?:company|business|affairs)|\bown (?:company|internal) (?:administration|management)/
const discloses = /\bdisclos(?:e|es|ure|ures|ing)\b|\brelease\b|\bpass\b[^.;]{0,20}\bon\b/

/** O1: use for the vendor's own management, administration or legal duties. */
export function ownAdministration(a: Agreement, grants: Grants): Outcome {
  const found = a.operative.filter(
    (clause) =>
      permits(clause) &&
      clause.holder !== 'either' &&
      affairs.test(clause.text) &&
      /\b(?:use|look into|access|handle|process|consult|employ|draw on)\b/.test(clause.text),
  )
  const stretched = grants.stretched
  if (stretched.length > 0)
    return contrary('Management and administration is stretched to product work or promotion.', [
      ...found.slice(0, 1),
      ...stretched,
    ])
  if (
    found.length === 0 &&
    grants.anyPurpose.length > 0 &&
    grants.anyPurpose.some(({ text }) => /business|useful/.test(text))
  ) {
    return contrary('Own use goes far beyond management and administration.', grants.anyPurpose.slice(0, 1))
  }
  if (found.length > 0)
    return present(
      'Use for the vendor\u2019s own management, administration or legal duties is allowed.',
      found.slice(0, 1),
    )
  return absent('No such permission is granted.')
}

/** O2: disclosure for those ends, and its conditions. */
export function ownDisclosure(a: Agreement): Outcome {
  const found = a.operative.filter((clause, index) => {
    const { text, whole, modality, holder } = clause
    if (!permits(clause) || !discloses.test(withoutAside(clause.ownText)) || holder === 'either' || modality !== 'may')
      return false
    if (/\buse (?:and|or|and\/or) disclose\b/.test(text) && !/\bassurance|only (?:if|where)|provided/.test(whole))
      return affairs.test(text) && !/services|to perform/.test(text)
    const pointing =
      /\b(?:those|such|the same|these|that) (?:ends?|purposes?|reasons?|needs?)|\bfor the purposes in\b/.test(text)
    const before = a.operative.slice(Math.max(0, index - 3), index).some((other) => affairs.test(other.text))
    return affairs.test(text) || (pointing && before) || (/\bassurances?\b/.test(whole) && before)
  })
  if (found.length === 0) return absent('No such permission is granted.')
  const clause = found[0]!
  const at = a.operative.indexOf(clause)
  // "…is permitted to disclose it if" above "(a) …" and "(b) …": the items are its conditions, however they are set.
  const goesOn = /\b(?:if|where|when|provided(?: that)?|only if)\W*$/.test(clause.whole)
  const words = [
    clause.whole,
    ...a.operative
      .slice(at + 1, at + 5)
      .filter((other) => goesOn || other.unit === clause.unit || other.unit.depth > clause.unit.depth)
      .map((other) => other.text),
  ].join(' ')
  const limbs = {
    law: /\brequired by law|\blaw (?:compels|requires|obliges)|\blegally required|\bcompelled by law|\bby law\b/.test(
      words,
    ),
    confidential:
      /\bconfiden\w*\b/.test(words) && /\bassurances?\b|\bagrees?\b|\bpromis|\bundertak|\bwill\b|\bcommit/.test(words),
    limited:
      /\bonly (?:for|as)\b|\bonly for the purpose|\bfor the purposes? (?:for which|of the disclosure|it was)|\bfurther (?:used|disclosed|use)\b/.test(
        words,
      ),
    notify:
      /\b(?:notif\w+|inform\w*|tell|tells|report\w*|advise\w*|let)\b[^.;]{0,60}_ba|\b_ba\b[^.;]{0,40}\b(?:is|be) (?:told|notified|informed)/.test(
        words,
      ),
  }
  const assured = limbs.confidential && limbs.limited && limbs.notify
  const lawOnly = limbs.law && !/\bassurance|recipient/.test(words)
  if (assured || lawOnly)
    return {
      reading: 'present',
      because: 'Disclosure for those ends is allowed on the law\u2019s conditions.',
      clauses: [clause],
      limbs,
    }
  const missing = [
    ...(limbs.confidential ? [] : ['confidentiality']),
    ...(limbs.limited ? [] : ['limit on further use']),
    ...(limbs.notify ? [] : ['recipient tells the vendor of a lapse']),
  ]
  return partial(`Disclosure for those ends lacks: ${missing.join('; ')}.`, [clause], limbs)
}

const aggregates =
  /\baggregat\w*|\bcombine\w*\b[^.;]{0,60}\b(?:other|clients|customers)|\bpool(?:s|ed|ing)?\b[^.;]{0,40}\bdata|\bbenchmark/
const deidentifies =
  /\bremov\w+ (?:everything|whatever|anything|all|what|the (?:data|details|elements)) (?:that|which)? ?(?:could |can |may |might )?identif\w+|\bremov\w+ (?:from _phi )?(?:all |the |every |any )*(?:direct )?identif\w+|\b(?:render|make|leave|turn)\w* [^.;]{0,40}\b(?:anonymous|unidentifiable|de-?identified)\b|\b(?:take|takes|taking|strip|strips) (?:out |off |away )?(?:the |all )?(?:identifiers|names)(?: out| off)?\b|\bde-?identif\w*|\bstrip(?:s|ping)? (?:identifiers|(?:_phi|it|data|records) of (?:all |its |the |any )?identifiers)|\banonymi[sz]\w*|\bremove (?:all )?identifiers/

/** O3: data aggregation for the covered entity's operations. */
export function aggregation(a: Agreement, grants: Grants): Outcome {
  const found = a.operative.filter(
    (clause) =>
      permits(clause) &&
      aggregates.test(clause.text) &&
      /_phi|data|information|it\b/.test(clause.text) &&
      !deidentifies.test(clause.text.replace(aggregates, '')),
  )
  if (grants.aggregation.length > 0)
    return contrary('Aggregation serves the vendor\u2019s own ends.', grants.aggregation.slice(0, 1))
  if (found.length > 0)
    return present('Aggregation for the covered entity\u2019s operations is allowed.', found.slice(0, 1))
  return absent('No such permission is granted.')
}

/** O4: the right to de-identify. */
export function deidentification(a: Agreement): Outcome {
  const found = a.operative.filter(
    (clause) =>
      permits(clause) &&
      deidentifies.test(clause.text) &&
      !/\bonly (?:in )?de-?identified (?:form|data|information)|\breceives? (?:only )?de-?identified/.test(
        clause.text,
      ) &&
      !/\bmay not\b/.test(clause.text),
  )
  if (found.length > 0) return present('De-identification is allowed.', found.slice(0, 1))
  return absent('No such permission is granted.')
}

const withheldWords: Record<'O1' | 'O2' | 'O3' | 'O4', RegExp> = {
  O1: affairs,
  O2: /\bdisclos/,
  O3: aggregates,
  O4: deidentifies,
}

/** The sentence that expressly withholds an option, if there is one. */
export function withheld(a: Agreement, option: 'O1' | 'O2' | 'O3' | 'O4'): ReadClause | null {
  return (
    a.operative.find(
      ({ holder, modality, text }) =>
        holder === 'ba' &&
        (modality === 'not' || modality === 'refuse') &&
        withheldWords[option].test(text) &&
        (option !== 'O2' || /\b(?:those|such|these) (?:purposes|ends)|management/.test(text)),
    ) ?? null
  )
}
