import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'

/** Permissions that go beyond what a covered entity could give: the reason R02 and S1 read contrary. */
export type Grants = {
  own: ReadonlyArray<ReadClause>
  marketing: ReadonlyArray<ReadClause>
  sale: ReadonlyArray<ReadClause>
  aggregation: ReadonlyArray<ReadClause>
  stretched: ReadonlyArray<ReadClause>
  anyPurpose: ReadonlyArray<ReadClause>
  products: ReadonlyArray<ReadClause>
}

const contact = /\b(?:mail|e-?mail|call|text|message|contact|send|approach|target|solicit|reach)\b/
const promotion =
  /\b(?:newsletters?|placements?|offers?|promotions?|advertis\w*|sponsors?|sponsored|partners?'?|commercial|wellness products|products? (?:and|or) services?|its (?:own )?products?|financing|coupons?|campaigns? for (?:others|third))\b/
const marketingWords =
  /\b(?:marketing|advertis\w*|promot(?:e|es|ing|ions?|ional)|market (?:its|_ba's|their|any|products|to|other|and|new|additional)|cross-sell|upsell|lead generation)\b/
const othersGain =
  /\b(?:its own|paid|own|_ba's|partners?|sponsors?|affiliates?|affiliated|advertisers?|advertising network|third part(?:y|ies)|other (?:customers|companies|advertisers|clients)|commercial|keep the fees|growing)\b/
const selling =
  /\b(?:_ba|it|that|which) (?:\w+ )?licen[sc]es\b|\b(?:may|to|and|or|can) licen[sc]e\b(?! (?:agreement|fee|terms))|\b(?:sell|sells|sold|selling|rent|lease|monetize|monetise|trade|barter|exchange for (?:value|remuneration|payment))\b/
const dataWords =
  /_phi|\b(?:phone numbers?|lists?|data|information|contacts?|contact details|responses|records|comments|benchmarks?|it|them)\b/
const combine = /\b(?:aggregat\w*|combine|combin\w*|pool\w*|merge|benchmark\w*|compile)\b/
const entityOperations =
  /_ce's (?:\w+ ){0,2}(?:health care )?operations|operations of _ce|health care operations|for _ce\b/
const ownGain =
  /\b(?:it|_ba|that it|which it) (?:\w+ )?(?:publish|sell|offer|market)\w*|\b(?:publish\w*|licen[sc]es?|licensed|licensing|monetiz\w*|sells?|sale|own (?:business|commercial|purposes?|use|research)|commercial|its products|other customers' benefit|industry)\b/
const productWork =
  /\b(?:design|designing|launch|launching|develop|developing|development|improve|improving|improvement|build|building|train|training|test|testing|enhance|enhancing|create|creating|research)\b[^;]{0,60}\b(?:products?|services?|models?|algorithms?|features?|software|apps?\b|applications?\b|tools?\b|machine|ai\b|artificial|offerings|technolog\w+)|\bproduct (?:improvement|development|training)|\bmodel training\b/
const notIdentified =
  /\bde-?identified|anonymi[sz]ed|aggregated? (?:and|,) de-?identified|without identif|no longer identif|aggregate statistics that do not/
const stretch =
  /\b(?:counts? as|includes?|including|is part of|constitutes?|means|covers|are considered|is considered)\b/
const administration = /\bmanagement (?:and|or|&) administration|administration\b/
const useful =
  /\b(?:any|every) (?:other )?(?:(?:lawful|business|commercial) )*(?:purpose|activity|use)\b[^;]{0,60}\b(?:of its own|useful|business|relat\w+|desirable|fit|wishes|chooses|elects)|\b(?:its|_ba's) own (?:business |commercial )?(?:purposes|benefit|uses?|ends)\b|\bas (?:it|_ba) (?:sees|deems|finds) (?:fit|useful)/
const condition =
  /\b(?:authori[sz]ation|164\.508|written (?:consent|permission) of (?:the )?(?:individual|patient)|patient has (?:signed|agreed|consented)|opted in)\b/
const refusedGrant = /\b(?:not|never|no|nor|neither|prohibited|forbidden)\b/

/** "That covers …" right behind the sentence on management and administration. */
function goesOnAbout(a: Agreement, text: string, start: number): boolean {
  if (!/^(?:that|this|it|which|these|those|they)\b/.test(text)) return false
  const before = a.operative.findLast(({ span }) => span.start < start)
  return (
    before !== undefined &&
    /\b(?:manag(?:e|ing|ement) (?:and|or|&) administ|administ\w+ (?:and|or) manag)/.test(before.text)
  )
}

/** "Vendor may use (but may not disclose) PHI": what the brackets keep back is another act. */
const bracketed = /\((?:but|and) (?:may|shall|must|can) ?not [^)]{2,60}\) ?/g

export function withoutAside(text: string): string {
  return text
    .replace(bracketed, '')
    .replace(/\b(?:but )?no (?:further )?disclosures?\b(?! (?:except|other|unless|save))/g, '')
}

export function permits({ holder, modality, text: words }: ReadClause): boolean {
  const text = withoutAside(words)
  return (
    (holder === 'ba' || holder === 'thing' || holder === 'either') &&
    (modality === 'may' || (modality === 'duty' && /\b(?:right|license|permission) to\b/.test(text))) &&
    !/\bmay not\b|\b_ba (?:may|can) (?:ask|request|inquire|apply|propose|discuss|seek)\b/.test(text)
  )
}

/** The clause without what it takes back itself: "…, which do not include product development". */
function granted(clause: ReadClause): ReadClause {
  const text = clause.text.replace(
    /,? (?:which|that|but|and) (?:this |these )?(?:do|does|shall|will) not (?:include|extend to|cover|mean|reach)[^.;]*/g,
    '',
  )
  return text === clause.text ? clause : { ...clause, text }
}

export function findGrants(a: Agreement): Grants {
  const allowed = a.operative.filter((clause) => permits(clause) && !condition.test(clause.whole))
  const scoped = allowed
    .map(granted)
    .filter(({ text }) =>
      /_phi|\b(?:lists?|phone|numbers|contacts?|data|patients?|information|comments|responses|texts|messages|e-?mails)\b/.test(
        text,
      ),
    )
  const marketing = scoped.filter(({ text }) => {
    if (refusedGrant.test(text.replace(/with or without|not limited to|no later/g, ''))) return false
    const own =
      marketingWords.test(text) &&
      (othersGain.test(text.replace(marketingWords, '')) ||
        /\bfor marketing(?: services| purposes)?\b|to provide marketing services/.test(text))
    return (
      own ||
      (contact.test(text) && promotion.test(text) && othersGain.test(text)) ||
      /\bsponsor(?:ed|s)? (?:offers?|messages)|sponsor offers/.test(text)
    )
  })
  const sale = scoped.filter(
    ({ text }) =>
      selling.test(text) &&
      dataWords.test(text) &&
      !/\bnot\b[^;]{0,30}\b(?:sell|license|rent)/.test(text) &&
      !notIdentified.test(text) &&
      !/licensed? (?:professional|clinician|provider|software)|under (?:the )?licen[sc]e/.test(text),
  )
  const aggregation = scoped.filter(
    ({ text }) =>
      combine.test(text) &&
      ownGain.test(text) &&
      !notIdentified.test(text) &&
      !(entityOperations.test(text) && !/\bsells?|publish/.test(text)),
  )
  const products = scoped.filter(
    ({ text }) =>
      productWork.test(text) &&
      !notIdentified.test(text) &&
      /_phi|identifiable|comments|it\b|data|information/.test(text) &&
      !/\bfor _ce\b|_ce's (?:use|benefit)|services to _ce|perform the services/.test(text),
  )
  const stretched = a.clauses.filter(
    ({ text, modality, holder, zone, span }) =>
      (zone === 'operative' || zone === 'definition') &&
      holder !== 'ce' &&
      modality !== 'not' &&
      stretch.test(text) &&
      (administration.test(text) || goesOnAbout(a, text, span.start)) &&
      (productWork.test(text) ||
        marketingWords.test(text) ||
        selling.test(text) ||
        /\bnew products\b|improving|analytics/.test(text)) &&
      !/\bnot\b/.test(text),
  )
  const anyPurpose = scoped.filter(
    ({ text }) => useful.test(text) && !notIdentified.test(text) && !/de-?identif/.test(text),
  )
  const own = [...new Set([...marketing, ...sale, ...aggregation, ...products, ...stretched, ...anyPurpose])].sort(
    (x, y) => x.span.start - y.span.start,
  )
  return { own, marketing, sale, aggregation, stretched, anyPurpose, products }
}

/** How the text speaks of marketing and sale; a word alone decides nothing. */
export function marketingScope(a: Agreement, grants: Grants): { marketing: string; sale?: string } {
  const barred = a.operative.filter(
    (clause) =>
      clause.holder !== 'ce' &&
      /\b(?:market(?:ing)?|advertis\w*|promot\w*)\b/.test(clause.text) &&
      refusedGrant.test(clause.text) &&
      !/market(?:ing)? (?:standard|value)/.test(clause.text),
  )
  const noSale = a.operative.some(
    ({ text, holder }) =>
      holder !== 'ce' &&
      (/\b(?:not|never|nor|no)\b[^;]{0,120}\b(?:sell|sale|rent|remuneration|license)\b/.test(text) ||
        (/\bsold\b/.test(text) && refusedGrant.test(text))),
  )
  const sale =
    grants.sale.length > 0 ||
    grants.marketing.some(
      ({ text }) => /\bshare (?:the )?lists?|disclose patient contact/.test(text) && /\bpartners\b/.test(text),
    )
      ? { sale: 'permitted' }
      : noSale
        ? { sale: 'prohibited' }
        : {}
  if (grants.own.length > 0) return { marketing: 'permitted', ...sale }
  const conditional = barred.find(({ whole }) => condition.test(whole))
  if (conditional !== undefined) {
    const entityActs =
      /_ce has (?:first )?(?:obtained|approved|instructed|given)|_ce's (?:written )?(?:instruction|approval|consent)/.test(
        conditional.whole,
      )
    return { marketing: entityActs ? 'conditional' : 'prohibited_without_authorization', ...sale }
  }
  if (barred.length > 0) return { marketing: 'prohibited', ...sale }
  const granted = a.operative.some(
    (clause) => permits(clause) && marketingWords.test(clause.text) && condition.test(clause.whole),
  )
  return { marketing: granted ? 'conditional' : 'silent', ...sale }
}
