import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { type Grants, marketingScope } from '../elements/grants.ts'
import { grantOfUse } from '../elements/uses.ts'
import { pictured, toldWork } from '../lexicon/work.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'

export type ScopeFacts = {
  specificity: 'named_services' | 'by_reference' | 'generic' | 'placeholder' | 'checkbox' | null
  marketing: string
  sale?: string
}

/** Work that can be pictured, as opposed to "the Services". */
const concrete =
  /\b(?:appointments?|remind\w*|surveys?|feedback|reviews?|questionnaires?|texts?\b|texting|sms|messag\w+|newsletters?|e-?mails?\b|mail(?:s|ing)?\b|cards?\b|letters?\b|calls?\b|telephon\w+|phones?\b|answer\w*|interviews?|ratings?|scor\w+|dashboards?|analytics|billing|bills?\b|claims?\b|coding|eligibility|collections?|statements|transcri\w+|dictat\w+|type\b|portal|host\w*|scan\w*|index\w*|stor(?:e|age|ing)|back(?:s|ed)? up|backups?|archiv\w*|shred\w*|recall\w*|scheduling|translat\w+|interpret\w*|pag(?:e|ing)\b|patch through|print\w*|prescriptions?|imaging|lab(?:oratory)?|fax\w*|intake|check-?in|forms?\b|chart\w*|records? (?:copy|retrieval|release)|referrals?|telehealth|monitoring|triage|rout(?:e|es|ing)|deliver\w* (?:texts|messages)|visit\w*|follow-?up|satisfaction|experience|outreach|payment (?:processing|plans)|accounting services|audit(?:ing)? of claims|collect(?:ing)? replies|software support|migration|consult\w+|staffing|training|quality review|peer review|accreditation|waste|destruction services|courier\w*|reconcil\w+|bookkeeping|aging report|coach\w*|transport\w*|pick(?:s|ing)? up|photograph\w*)\b/
const anaphora =
  /\bthat is the (?:only|sole)\b|\bthe (?:only|sole) (?:purpose|reason|end)\b|\b(?:this|that|those|these|such|the) (?:two |three |four |few |same )?(?:work|job|end|ends|things?|acts?|steps|purposes?|services?|routing|calls?|cards?|program|platform|product|project|tasks?|activities|outreach|functions?|engagements?)\b|\bfor (?:this|that|these)\b|\bto do (?:so|this|that|it)\b|\bjust described|\bdescribed (?:above|below|here)|\b(?:described|summari[sz]ed|listed|named|outlined|set out|stated) (?:in|under|at) (?:(?:part|section|article|paragraph|exhibit|schedule|annex|appendix|item|clause) )?(?:[a-z]\.?)?[0-9]|\bdescribed in (?:part|section|article|paragraph|exhibit|schedule|annex|appendix) [a-z0-9]|\bservices?\b|\bproduct\b|\bplatform\b|\bprogram\b|\bwork\b|\bengagement\b|\btasks?\b/
const otherPaper =
  /\b(?:described|specified|set (?:out|forth)|listed|stated|identified|defined|provided|contemplated|under|in) (?:in |under |by )?(?:the |an? |any |its |their )?(?:[a-z&-]+ ){0,4}(?:services? agreement|service agreement|subscription agreement|master (?:agreement|services|vendor|service|contract)|underlying (?:agreement|contract)|main (?:agreement|contract)|other (?:agreement|contract)|[a-z]+ (?:agreement|contract)\b(?! with)|statements? of work|sow\b|order forms?|purchase orders?|terms of service|engagement letter|(?:[a-z]+ )?contracts?\b(?! with))/
const placeholder = /\[[^\]x]{3,}\]|\{\{[^}]+\}\}|\$\{[^}]+\}|<[a-z ]{4,40}>|_{4,}|\btbd\b/
const openBox = /\[ ?\]/
const marketingOnly = /\bmarketing services?\b/

function described(clause: ReadClause): boolean {
  const text = clause.text
    .replace(marketingOnly, '')
    .replace(/\b(?:text|e-?mail) of (?:the|this)\b/g, '')
    .replace(/\b(?:breach|security|disclosure)\b[^.;]*/g, '')
    .replace(/\bstatements? of work|\bterms of service|\border forms?\b|\bpurchase order/g, '')
    .replace(/\b(?:call|review|mail|message|form|record|visit|print|type)s? (?:of|to) _(?:agr|ba)\b/g, '')
  return (concrete.test(text) || pictured(text) || toldWork(text)) && !/\bcollect(?:ion)? of _phi\b/.test(text)
}

/** Clauses that describe the work a grant points to: its own words, the term it uses, the sentence before it, an exhibit. */
function descriptions(a: Agreement, grant: ReadClause): Array<ReadClause> {
  const continues = /\bmay use _phi,?$/.test(grant.text)
  const own = continues ? { ...grant, text: grant.whole } : grant
  if (described(own)) return [grant]
  const next = a.operative[a.operative.indexOf(grant) + 1]
  if (/\b(?:only|to|for)$/.test(grant.text) && next !== undefined && described(next)) return [next]
  if (!anaphora.test(own.text)) return []
  const terms = [
    ...own.text.matchAll(
      /\b(?:the )?((?:[a-z]+ )?(?:services?|program|platform|product|work|project|outreach|purpose|solution|functions|engagement|assignment))\b/g,
    ),
  ].map((match) => match[1]!.replace(/^(?:this|that|these|those|such|the|said) /, ''))
  const part =
    /\b(?:described|summari[sz]ed|listed|named|outlined|set out|stated) (?:in|under|at) (?:part|section|article|paragraph|exhibit|schedule|annex|appendix|item|clause)? ?((?:[a-z]\.)?[0-9][a-z0-9.]*|(?<=part |article |exhibit |schedule |annex |appendix )[a-z])\b/
      .exec(own.text)?.[1]
      ?.replace(/\.$/, '') ?? null
  const at = a.clauses.indexOf(grant)
  const found = a.clauses.filter((clause, index) => {
    if (clause === grant || clause.zone === 'foreign' || clause.zone === 'signature' || clause.holder === 'sub')
      return false
    if (!described(clause)) return false
    const { text } = clause
    const defines = terms.some(
      (term) =>
        text.includes(`"${term}"`) ||
        text.startsWith(`${term}:`) ||
        text.startsWith(`${term.replace(/s$/, '')}:`) ||
        text.includes(`(the "${term}`),
    )
    const row =
      clause.unit.kind === 'row' || clause.unit.kind === 'entry'
        ? /^(?:the )?(?:services?|program|work|purpose|product|scope|engagement|assignment)\b/.test(text)
        : false
    const titled =
      /\b(?:services?|scope of work|program)\b/.test(clause.topic) &&
      (index > at || /exhibit|attachment|schedule|annex/.test(clause.topic))
    const pointed =
      part !== null &&
      (clause.topic.startsWith(`${part}.`) ||
        clause.topic.startsWith(`${part} `) ||
        clause.unit.marker.toLowerCase().startsWith(part))
    const just =
      index < at &&
      at - index <= 6 &&
      (clause.holder === 'ba' || /^_ba's\b/.test(text)) &&
      (clause.modality === 'fact' || clause.modality === 'duty') &&
      /^(?:_ce engages|_ba|each|it |[^,;]{3,60} \("?_ba"?\))/.test(text)
    const tells =
      clause.zone !== 'definition' &&
      /_ba (?:provides?|supplies|performs?|hosts?|runs?|sends?|reminds?|mails?|routes?|operates?|scans?|offers?|will provide|shall provide|who prints|makes|telephones|calls|texts|is engaged)\b|\bwho prints\b|\bengages? _ba (?:to|for)|_ce (?:hires|engages|retains|uses|employs|appoints|(?:has|have) (?:engaged|hired|retained|appointed|employed|asked|contracted with)) _ba|_ba (?:has been|was|is) (?:engaged|hired|retained|appointed) (?:by _ce )?to\b/.test(
        text,
      ) &&
      index < at
    return defines || row || titled || pointed || just || tells
  })
  return found
}

export function scopeOf(a: Agreement, grants: Grants): { facts: ScopeFacts; clauses: ReadonlyArray<ReadClause> } {
  const market = marketingScope(a, grants)
  const grant = grantOfUse(a).filter(
    (clause) => !grants.own.includes(clause) || /\bto (?:provide|perform|supply|deliver)\b/.test(clause.text),
  )
  const all = grantOfUse(a)
  const main = grant[0] ?? all[0] ?? null
  if (main === null) return { facts: { specificity: null, ...market }, clauses: [] }
  // A grant that is itself the marketing, or for any purpose, names no work.
  if (all.every((clause) => grants.own.includes(clause)))
    return { facts: { specificity: 'generic', ...market }, clauses: [main] }
  const withText = grant.flatMap((clause) => {
    const words = descriptions(a, clause)
    return words.length > 0 ? [{ clause, words }] : []
  })
  const filled = withText.find(({ words }) => words.some(({ text }) => !placeholder.test(text)))
  const open = a.clauses.find(
    (clause) =>
      placeholder.test(clause.text) &&
      Math.abs(a.clauses.indexOf(clause) - a.clauses.indexOf(main)) <= 4 &&
      clause.zone === 'operative' &&
      /services|modules|describe|provide|following|scope/.test(clause.text),
  )
  if (open !== undefined && !withText.some(({ clause }) => described(clause))) {
    const specificity = openBox.test(open.text) ? 'checkbox' : 'placeholder'
    return { facts: { specificity, ...market }, clauses: [open, main] }
  }
  if (filled !== undefined) {
    const reference =
      otherPaper.test(filled.clause.text) &&
      !described(filled.clause) &&
      !filled.words.some(({ text }) => /"/.test(text))
    if (!reference)
      return {
        facts: { specificity: 'named_services', ...market },
        clauses: [
          ...new Set([...filled.words.filter(({ text }) => !placeholder.test(text)).slice(0, 2), filled.clause]),
        ],
      }
  }
  const specificity = grant.some(({ text }) => otherPaper.test(text)) ? 'by_reference' : 'generic'
  return { facts: { specificity, ...market }, clauses: [main] }
}

const scopeWords: Record<string, string> = {
  by_reference: 'The work is named only by reference to another contract.',
  generic: 'The work is named only in general words.',
  placeholder: 'The place for the services is not filled in.',
  checkbox: 'The boxes for the services are not ticked.',
}

export function scopeClause(r01: Outcome, grants: Grants, scope: ReturnType<typeof scopeOf>): Outcome {
  if (grants.own.length > 0)
    return contrary('Marketing, sale or use for the vendor\u2019s own ends is granted.', [
      ...new Set([...grants.own, ...scope.clauses]),
    ])
  if (r01.reading === 'absent') return absent('No sentence states what the vendor may do with the information.')
  if (r01.reading === 'undetermined') return { reading: 'undetermined', because: r01.because, clauses: r01.clauses }
  const { specificity } = scope.facts
  if (specificity === 'named_services' && r01.reading === 'present')
    return present('The services are named.', scope.clauses)
  return partial(
    scopeWords[specificity ?? 'generic'] ?? scopeWords.generic!,
    scope.clauses.length > 0 ? scope.clauses : r01.clauses,
  )
}
