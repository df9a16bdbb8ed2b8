import { toldByAnother } from '../lexicon/people.ts'
import type { Roles } from '../parties/roles.ts'
import { type Mapped, replace } from '../text/mapped.ts'
import { outOfFrame } from './embedded.ts'
import { inPlainModal } from './openers.ts'
import { inActiveVoice } from './voice.ts'

/** "I" as a person, not a Roman number: "Exhibit I", "I. Definitions" stay. */
const oneself =
  /(?<!\b(?:Exhibit|Article|Part|Section|Schedule|Title|Type|Phase|Class|Append(?:ix|ices)|Annex|Attachment|Volume|Chapter|Form)s? )(?<![\w.(])\bI\b(?= [a-z])(?! (?:of|to|through|and|or|above|below)\b)/g

/**
 * From the author's words to the words the rules speak: _ba, _ce, _phi, _sub, _sec, _agr, _breach. The rules then need
 * no list of party names, and a breach of contract can no longer be taken for a breach of PHI.
 */
export type Normaliser = (words: Mapped) => Mapped

const literal = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')

function termPattern(terms: ReadonlyArray<string>): RegExp | null {
  const all = [...new Set(terms.flatMap((term) => [term, term.toUpperCase()]))].filter((term) => term.length > 1)
  if (all.length === 0) return null
  all.sort((a, b) => b.length - a.length)
  return new RegExp(
    String.raw`\b(?:[Tt]he |THE )?(?:${all.map(literal).join('|')})(?![\w])(?! (?:Agreement|Contract|Addendum|Terms|Schedule|Exhibit|Rider|AGREEMENT|CONTRACT|ADDENDUM|TERMS)\b)`,
    'g',
  )
}

const contractions: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(\w+)'ll\b/gi, '$1 will'],
  [/\bwon't\b/gi, 'will not'],
  [/\bcan't\b/gi, 'cannot'],
  [/\bshan't\b/gi, 'shall not'],
  [/\b(do|does|did|is|are|was|were|must|has|have|may|would|could|should)n't\b/gi, '$1 not'],
  [/\b(we|you|they)'re\b/gi, '$1 are'],
  [/\b(we|you|they)'ve\b/gi, '$1 have'],
  [/\bit's\b/gi, 'it is'],
  [/\bwhat's\b/gi, 'what is'],
]

const generic: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(?:unsecured )?(?:e-?phi|electronic (?:_phi|protected health information)|(?:e-?)?_phi)/g, '_phi'],
  [
    /\b(?:this|these|the|such|said|our|present|that) (?:hipaa )?(?:business associate (?:agreement|addendum|contract|terms|exhibit|provisions|rider|schedule)|baa|agreement|addendum|rider|schedule|exhibit|contract|paper|appendix|annex|attachment|terms(?: and conditions)?|provisions(?! of)|document|undertaking|memorandum|instrument|understanding|letter|indenture|deed|form)\b(?! to\b(?: negotiate| sign)| of (?:each|every|any|all|its)\b)/g,
    '_agr',
  ],
  [/\b(?:hereof|hereunder|herein|hereto)\b/g, '_agr'],
  [
    /\b(allowed|permitted|provided|provided for|stated|set out|set forth|required|authori[sz]ed|granted) here\b/g,
    '$1 by _agr',
  ],
  [
    /\b(either|each|neither|both) (?:sides?|of them|one of them)(?= (?:may|can|shall|will|must|agrees?|is|has))/g,
    '$1 party',
  ],
  [/\bhereby /g, ''],
  [
    /\b(?:the )?(?:u\.?s\.? |united states |federal )?(?:secretary of (?:the )?(?:u\.?s\.? |united states )?(?:department of )?health (?:and|&) human services(?: \(?"?(?:hhs|secretary|the secretary)"?\)?)?|secretary of hhs|secretary|department of health (?:and|&) human services|office for civil rights|hhs|dhhs)\b(?:'s)?(?:,? or (?:his|her|its|the secretary's|their) (?:designee|delegate|designated representative)s?)?/g,
    '_sec',
  ],
  [
    /\b(?:sub-?contractors?|sub-?processors?|sub-?vendors?|sub-?associates?|downstream (?:business associates?|vendors?|contractors?|entit(?:y|ies)))(?: (?:or|and) (?:agents?|vendors?|representatives?|sub-?contractors?))?/g,
    '_sub',
  ],
  [
    /\b(?:agents?|representatives?|affiliates?|vendors?|contractors?|resellers?)(?:,? (?:and|or|including|including any|including a|to whom it)|,)+ (?:any )?_sub/g,
    '_sub',
  ],
  [/\bmaterial(?:ly)?,? (?:uncured )?(?:breach(?:es|ed)?|default(?:s|ed)?)\b/g, 'material violation'],
  [
    /\bbreach(?:es|ed|ing)? (?:of|in|by _ba of|by _ce of) (?:(?:any|a|its|their|his|one) )?(?:material )?(?:_agr|terms?\b|obligations?|provisions?|dut(?:y|ies)|covenants?|representations?|warrant(?:y|ies)|promises?|section|article|confidence|contract)/g,
    'violation of _agr',
  ],
  [
    /\bbreach(?:es)? (?:of|under) (?:the|any|this|its|their|that|such|an?) (?:(?!_phi|security|privacy)[a-z&'-]+ ){0,4}(?:agreements?|contracts?|orders?|leases?|warrant(?:y|ies)|covenants?|addendum|statements? of work|service levels?|terms|policy|policies|confidence)\b/g,
    'violation of _agr',
  ],
  [/\b(?:has|have|had|is in|are in) (?:breached|breach) (?:of )?(?=_agr|its|the|a |any )/g, 'has violated '],
  [/\bbreach(?:es)? (?:by _ba|by the other)\b/g, 'violation by _ba'],
  [/\bbreach(?:es)? of (?:its |the )?confidential(?:ity)?(?: of (?:the )?_phi)?/g, 'confidentiality lapse'],
  [/\bdata breach laws?\b/g, 'notification laws'],
  [
    /\bbreach(?:es)? (?:involving|of|affecting|concerning|in respect of) (?:(?:any|the|its|your|_ce's|such|our|all|unencrypted|patients?'?|secured or|privacy or security of) )*(?:unsecured |unprotected )?(?:_phi|protected health information|health information|patient (?:information|data)|the information|data)/g,
    '_breach',
  ],
  [/\b(?:unsecured )?_phi breach(?:es)?\b/g, '_breach'],
  [/\b(?:unsecured )?_phi (?:has been|have been|is|was|were) breached\b/g, 'there is a _breach'],
  [/\bunauthori[sz]ed\b/g, 'unauthorized'],
  [/\bdesignated record ?sets?\b/g, 'designated record set'],
  [/\bcivil rights\b/g, 'civil rights'],
  // Who is told for the covered entity is the covered entity.
  [
    /_ce's (?:(?:hipaa|chief|designated|named|own|information|data|practice|on-call) )*(?:privacy|security|compliance|hipaa|risk|data protection) (?:officer|official|office|desk|contact|department|team|coordinator|manager|director)s?\b/g,
    '_ce',
  ],
  [
    /_ce (?:(?:will|shall|must|is to|has to) )?(?:promptly |also )?(?:(?:is to )?(?:hears?|have word|learns?) (?:of it )?from|be (?:[a-z]+ly )?(?:notified|told|informed|advised|alerted)(?: in writing)? by|receive (?:[a-z]+ ){0,3}(?:notice|notification|report|word) from) _ba/g,
    '_ba shall notify _ce',
  ],
  [/\s+/g, ' '],
]

/** "Clinic must be told of a breach": by the vendor, unless the sentence names somebody else who tells. */
const isTold =
  /_ce (?:will|shall|must|is to|has to) be (?:promptly |immediately |also )?(?:notified|told|informed|advised|alerted)\b/g

/** Words a text defines for itself: for the information, for itself, for those who do part of the work. */
export type Learned = {
  information: ReadonlyArray<string>
  agreement: ReadonlyArray<string>
  subcontractor: ReadonlyArray<string>
}

export function normaliser(roles: Roles, { information, agreement, subcontractor }: Learned): Normaliser {
  const phi = new RegExp(
    String.raw`\b(?:any |all |the |such )?(?:${information.map(literal).join('|')})(?:\s*\("[^"]{2,40}"\)|\s*\((?:the )?"?(?:PHI|ePHI)"?\))?(?![\w])`,
    'g',
  )
  const associate = termPattern(roles.associate.terms)
  const entity = termPattern(roles.entity.terms)
  const first = roles.firstPerson
  const helpers =
    subcontractor.length === 0
      ? null
      : new RegExp(String.raw`\b(?:${subcontractor.map(literal).join('|')})(?:s|ies)?(?![\w])`, 'g')
  const paper = agreement.length === 0 ? null : new RegExp(String.raw`\b(?:${agreement.map(literal).join('|')})\b`, 'g')
  return (words) => {
    let out = words
    if (words.text.includes("'")) {
      for (const [pattern, by] of contractions) out = replace(out, pattern, (match) => by.replace('$1', match[1] ?? ''))
    }
    out = replace(out, phi, '_phi')
    out = replace(out, /(?<!@)\bPHI\b/gi, '_phi')
    out = replace(
      out,
      /\b(?:the )?(?:Secretary of the )?(?:U\.?S\.? |United States )?Department of Health (?:and|&) Human Services\b/gi,
      '_sec',
    )
    if (helpers !== null) out = replace(out, helpers, '_sub')
    // Longer names first: "Covered Entity" inside "Covered Entity Clients" is left to the entity pattern's own guard.
    if (associate !== null) out = replace(out, associate, '_ba')
    if (entity !== null) out = replace(out, entity, '_ce')
    out = replace(
      out,
      /\b(?:the )?business associate(?! (?:agreement|contract|addendum|terms|provisions|exhibit|requirements))(?='s|\b)/gi,
      (match) => (roles.swapped || /^[A-Z]/.test(match[0]) ? undefined : '_ba'),
    )
    out = replace(out, /\b(?:the )?covered entity(?! clients?)(?='s|\b)/gi, (match) =>
      /^[A-Z]/.test(match[0]) || roles.entity.term === 'Upstream' ? undefined : '_ce',
    )
    if (first !== null) {
      out = replace(
        out,
        /\b(either|each|neither|both) of (?:us|you|the parties)\b/gi,
        (match) => `${match[1]!.toLowerCase()} party`,
      )
      const [we, you] = first === 'associate' ? ['_ba', '_ce'] : ['_ce', '_ba']
      out = replace(out, /\b(?:our own|ours|our|my)\b/gi, `${we}'s`)
      out = replace(out, oneself, we)
      out = replace(out, /\b(?:we|us|ourselves|me)\b/gi, (match) =>
        match[0] === 'US' && words.text !== words.text.toUpperCase() ? undefined : we,
      )
      out = replace(out, /\b(?:your own|yours|your)\b/gi, `${you}'s`)
      out = replace(out, /\b(?:you|yourself|yourselves)\b/gi, you)
    }
    out = { text: out.text.toLowerCase().length === out.text.length ? out.text.toLowerCase() : out.text, at: out.at }
    if (paper !== null) out = replace(out, paper, '_agr')
    for (const [pattern, by] of generic) out = replace(out, pattern, (match) => by.replace('$1', match[1] ?? ''))
    out = replace(out, isTold, (match) =>
      toldByAnother(match.input.slice(match.index + match[0].length)) ? undefined : '_ba shall notify _ce',
    )
    return inActiveVoice(outOfFrame(inPlainModal(out)))
  }
}
