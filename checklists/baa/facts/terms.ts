import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { flowDownWritten } from '../elements/subcontractors.ts'
import type { Outcome } from '../reading.ts'
import { slice, spanOf } from '../text/mapped.ts'
import { durationsIn } from './durations.ts'

export type SubcontractorFacts = {
  flow_down: true | 'partial' | false
  written: boolean
  named: false | Array<string>
  notice_days?: number
  prior_consent?: true
}

const listOpens =
  /\b(?:_sub|sub-?processors?|vendors|other companies)\b[^.:;]{0,60}(?:\bare\b|\bis\b|:|include)|\b(?:current|present) (?:list|vendors|_sub)\b[^.:]{0,20}(?::|are|is)|\b(?:at|as of) signing[^.:;]{0,30}(?::|are|is)|\b(?:at present|today|currently|now|presently|at the moment|as of today),? (?:there|they|these|those|it) (?:is|are)\b|\b(?:they|these|those) are (?:at present|today|currently|now|presently)\b|\bapproved (?:_sub |as of )[^.:]{0,30}:|^_sub\b[^a-z]{0,3}:|\bdisclosed by _ba:|\breplaced with the following list:|\bthese are:|\b(?:one|two|three|only) (?:such |other )?(?:_sub|vendors?|company|companies|helpers?)\b,|\b(?:told|informed|notified) (?:_ba|_ce) of (?:one|two|three|its|these) [^.;]{0,30},/
const organisation = /\p{Lu}[\p{L}\d&'.-]*(?:,? (?:(?:of|and|for|&|the) )?\p{Lu}[\p{L}\d&'.-]*)*/gu
const notNames =
  /^(?:The|At|Approved|Today|Current|Subcontractors?|As|Our|Vendor|Business Associate|Exhibit|Words|Schedule|Annex|Appendix|Attachment|Email|E-mail|USA|Hosting|Text|Current vendors|These|There|In|Only|List|Function|Country|Name|BAA|PHI|Covered Entity|Section|Subpart|Part|Rule)\b/

function namesIn(a: Agreement, clause: ReadClause): Array<string> {
  const span = clause.span
  const raw = a.document.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const opened = /(?::| are | is | include(?:s|:)? )/.exec(raw)
  const list = clause.table ? raw : opened === null ? raw : raw.slice(opened.index + opened[0].length)
  const items = list
    .replace(/\([^)]*\)/g, '')
    .split(
      /;|(?<!Inc|LLC|Ltd|Corp|Co|\b[A-Z])\. |,? and (?=\p{Lu})|, (?!(?:Inc|LLC|Ltd|L\.L\.C|Corp|Co|LLP|LP|PLLC|PC)\b)| - | \u2013 |\t|\|/u,
    )
  const found: Array<string> = []
  for (const item of items) {
    const name = item
      .trim()
      .match(organisation)?.[0]
      ?.replace(/\.$/, (dot) => (/(?:Inc|Corp|Ltd|Co)\.$/.test(item.trim().match(organisation)![0]) ? dot : ''))
    if (name === undefined || notNames.test(name) || name.length < 4) continue
    found.push(name)
    if (clause.table) break
  }
  return found
}

export function subcontractorFacts(a: Agreement, r09: Outcome): SubcontractorFacts {
  const flow: SubcontractorFacts['flow_down'] =
    r09.reading === 'present' || (r09.reading === 'partial' && r09.byReference === true)
      ? true
      : r09.reading === 'partial'
        ? 'partial'
        : false
  const named = new Set<string>()
  for (const [index, clause] of a.clauses.entries()) {
    if (clause.zone === 'definition' || clause.zone === 'foreign') continue
    const under =
      /_sub/.test(clause.topic) &&
      /\bexhibit|annex|schedule|attachment|named|list|appendix/.test(clause.topic) &&
      clause.modality === 'fact' &&
      clause.holder === 'thing' &&
      clause.zone === 'operative'
    const opens =
      listOpens.test(clause.text) && clause.modality !== 'duty' && !/\b(?:listed|means|meaning)\b/.test(clause.text)
    if (opens || under) {
      for (const name of namesIn(a, clause)) named.add(name)
      if (opens) {
        for (const next of a.clauses.slice(index + 1, index + 8)) {
          const same =
            next.sentence.start === clause.sentence.start || (/:$/.test(clause.text) && next.unit.kind === 'row')
          if (!same) break
          for (const name of namesIn(a, next)) named.add(name)
        }
      }
    }
  }
  const notice = a.operative.find(
    ({ holder, text }) =>
      holder === 'ba' &&
      /\bnotice\b/.test(text) &&
      /\b(?:adding|replac|new|addition|change|engag)/.test(text) &&
      /_sub|one\b|proposed addition/.test(text) &&
      durationsIn(text).length > 0,
  )
  const consent = a.operative.some(
    ({ text, holder }) =>
      holder !== 'ce' &&
      /_sub/.test(text) &&
      /\b(?:prior|written|advance)[^.;]{0,20}(?:consent|approval)/.test(text) &&
      /_ce/.test(text),
  )
  return {
    flow_down: flow,
    written: flowDownWritten(r09),
    named: named.size > 0 ? [...named] : false,
    ...(notice === undefined ? {} : { notice_days: durationsIn(notice.text)[0]!.n }),
    ...(consent ? { prior_consent: true } : {}),
  }
}

export type OtherTerms = {
  cure_days?: number
  indemnity?: 'ba_to_ce' | 'ce_to_ba' | 'mutual'
  liability_cap?: true
  insurance?: string
  offshore?: 'barred' | 'consent' | 'permitted'
  unilateral_amendment?: true
}

function amount(whole: string): string | null {
  const money = whole.search(/\$|\busd\b/)
  const text = money < 0 ? whole : whole.slice(money)
  const match = /\$?\s?(\d[\d,]*(?:\.\d+)?)\s*(million|m)?\b|\b(one|two|three|five|ten) million\b/.exec(
    text.replace(/usd /, '$'),
  )
  if (match === null) return null
  const words: Record<string, string> = { one: '1', two: '2', three: '3', five: '5', ten: '10' }
  if (match[3] !== undefined) return `${words[match[3]]}M`
  const n = Number(match[1]!.replace(/,/g, ''))
  if (match[2] !== undefined) return `${n}M`
  return n >= 1_000_000 ? `${n / 1_000_000}M` : String(n)
}

/** Terms that are negotiated, not required: facts and notes, never verdicts. */
export function otherTerms(a: Agreement): OtherTerms {
  const found: OtherTerms = {}
  for (const { text, holder, modality } of a.operative) {
    if (
      /\bcure[sd]?\b|\bput (?:the |that |such )?(?:matter|it|things) right\b|\bremed(?:y|ied|ies)\b|\bdoes not cure|\bfails to cure|\bfailing cure|the violation continues|\bstop(?:ped)? within/.test(
        text,
      ) &&
      found.cure_days === undefined &&
      /\bcur(?:es?|ed|ing)\b|violat|\bright\b|\bremed/.test(text)
    ) {
      const days = durationsIn(text).find(({ unit }) => unit === 'days')
      if (days !== undefined) found.cure_days = days.n
    }
    if (
      /\bindemnif|\breimburse|\bhold harmless|\bbear (?:the )?cost/.test(text) &&
      modality === 'duty' &&
      found.indemnity === undefined &&
      (/indemnif|hold harmless/.test(text) || /penalt|regulatory/.test(text))
    ) {
      found.indemnity =
        holder === 'either' || /each party/.test(text) ? 'mutual' : holder === 'ce' ? 'ce_to_ba' : 'ba_to_ce'
    }
    if (
      /\b(?:liability|indemni\w+)\b[^.;]{0,120}\b(?:limited to|shall not exceed|capped|up to|no more than|not exceed)\b/.test(
        text,
      ) &&
      !/\bno limit/.test(text) &&
      holder !== 'either'
    )
      found.liability_cap = true
    if (
      /\binsurance\b|\bcarries\b[^.;]{0,60}\bcover\b|\bliability cover\b|\bcyber (?:events|cover|liability)/.test(
        text,
      ) &&
      (modality === 'duty' || modality === 'fact') &&
      holder === 'ba' &&
      found.insurance === undefined
    ) {
      const sum = amount(text)
      if (sum !== null)
        found.insurance = `${/cyber/.test(text) ? 'cyber' : /errors (?:and|&) omissions/.test(text) ? 'errors and omissions' : 'liability'} ${sum}`
    }
    if (
      /\b(?:outside|within|offshore|leave)\b[^.;]{0,30}\b(?:united states|u\.?s\.?a?\b|country)|\boffshore\b/.test(
        text,
      ) &&
      /_phi|store|process|access|stay|remain/.test(text)
    ) {
      found.offshore = /\bconsent|approval/.test(text) ? 'consent' : modality === 'may' ? 'permitted' : 'barred'
    }
    if (
      holder === 'ba' &&
      modality === 'may' &&
      /\b(?:amend|change|modify|update|revise) (?:_agr|it)\b/.test(text) &&
      !/\bconsent|both parties|agree(?:ment)? of/.test(text)
    )
      found.unilateral_amendment = true
  }
  return found
}

export type SignatureFacts = {
  form: 'block' | 'cover_page' | 'table' | 'none' | 'clickthrough' | 'separate' | 'placeholder'
  signed: 'both' | 'one' | 'none'
}

export function signatureFacts(a: Agreement): SignatureFacts {
  const text = a.shadow.words.text
  const marks =
    text.match(
      /\/s\/|\(signed\)|\bsigned by:|docusigned|x__[A-Z]\. ?\w+__|\(illegible\)|\bSIGNED:?\s+[A-Z]\.\s*[A-Z]/gi,
    )?.length ?? 0
  const rows = a.units.filter(
    ({ kind, cells }) =>
      kind === 'row' && cells.some((cell) => /\/s\/|signed for|chief|officer|\bceo\b|^signed$/i.test(cell.text)),
  )
  const clicked =
    /\b(?:clicks?|checking the box|check(?:s|ed)? the box|accept(?:ed)? from ip|clicking|signing up|signed up|sign(?:s)? up|continuing to use)\b/i.test(
      text,
    )
  const lines = /_{6,}/.test(text)
  const signed = marks >= 2 ? 'both' : marks === 1 ? 'one' : 'none'
  const names = a.units.some(
    ({ kind, cells }) => kind === 'row' && cells.length >= 2 && cells.every((cell) => /^signed for\b/i.test(cell.text)),
  )
  if (rows.length >= 2 || names)
    return { form: 'table', signed: marks === 0 && names && !/_{4,}/.test(text) ? 'both' : signed }
  if (marks > 0 || lines) {
    const first = text.search(/\/s\//)
    const cover = first >= 0 && first < text.length * 0.35 && /cover page|order form/i.test(text.slice(0, 1500))
    return { form: cover ? 'cover_page' : 'block', signed }
  }
  if (/signature blocks? (?:to come|follows?|here)|\[signature/i.test(text))
    return { form: 'placeholder', signed: 'none' }
  if (clicked)
    return {
      form: 'clickthrough',
      signed: /accepted from ip|\[x\] i (?:have|accept|agree)/i.test(text) ? 'one' : 'none',
    }
  if (/no (?:separate )?signature is (?:required|needed)|electronic acceptance|executed under/i.test(text))
    return { form: 'separate', signed: 'none' }
  return { form: 'none', signed: 'none' }
}

const month =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec'
const dated = new RegExp(
  String.raw`\b(?:(${month})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) (${month})\.? (\d{4})|(\d{1,2})/(\d{1,2})/(\d{2,4})|(\d{4})-(\d{2})-(\d{2}))\b`,
  'g',
)

function dateIn(text: string): string | null {
  dated.lastIndex = 0
  const match = dated.exec(text)
  if (match === null) return null
  const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  const monthOf = (word: string) => names.indexOf(word.slice(0, 3)) + 1
  const [y, m, d] =
    match[1] !== undefined
      ? [match[3]!, monthOf(match[1]), Number(match[2])]
      : match[5] !== undefined
        ? [match[6]!, monthOf(match[5]), Number(match[4])]
        : match[7] !== undefined
          ? [match[9]!, Number(match[7]), Number(match[8])]
          : [match[10]!, Number(match[11]), Number(match[12])]
  const year = y.length === 2 ? `20${y}` : y
  return m < 1 || m > 12 || d < 1 || d > 31
    ? null
    : `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

export type DateFact = { value: string; quote: { text: string; start: number; end: number } }
export type DateFacts = {
  effective: DateFact | null
  signed: Array<DateFact>
  expiry: DateFact | null
  initial_term_days: number | null
  renewal: 'auto' | 'none' | null
  non_renewal_notice_days: number | null
  survival: boolean
}

/** Dates are proposals with their words; a person confirms them before a reminder is set. */
export function dateFacts(a: Agreement): DateFacts {
  const fact = (clause: ReadClause): DateFact | null => {
    const value = dateIn(clause.text)
    if (value === null) return null
    dated.lastIndex = 0
    const match = dated.exec(clause.text)!
    const span = spanOf(slice(clause.words, match.index, match.index + match[0].length)) ?? clause.span
    return { value, quote: { text: a.document.text.slice(span.start, span.end), ...span } }
  }
  const first = (pattern: RegExp): DateFact | null => {
    for (const clause of a.clauses) {
      if (clause.zone === 'recital' || !pattern.test(clause.text)) continue
      const found = fact(clause)
      if (found !== null) return found
    }
    return null
  }
  const signed = a.clauses
    .filter(
      ({ zone, unit, text }) =>
        zone === 'signature' ||
        unit.kind === 'row' ||
        /^date\b/.test(text) ||
        (zone === 'heading' && a.clauses.indexOf(a.clauses.at(-1)!) - 6 > 0 && /\/s\/|date/.test(text)),
    )
    .flatMap((clause) => fact(clause) ?? [])
  const expiry = first(/\b(?:expires?|until|through|ends on|terminates on)\b/)
  const term = a.operative.find(
    ({ text }) =>
      /\b(?:initial term|term (?:of|is|runs|lasts)|runs for|lasts? for|for a (?:term|period) of)\b/.test(text) &&
      /_agr|term/.test(text) &&
      (durationsIn(text)[0]?.n ?? 0) >= 28,
  )
  const renews = a.operative.find(({ text }) => /\b(?:renews?|renewed|renewal|extends automatically)\b/.test(text))
  const notice =
    renews === undefined
      ? undefined
      : durationsIn(renews.text).find(({ n, to }) => n <= 200 && /notice/.test(renews.text.slice(to, to + 60)))
  return {
    effective: first(
      /\b(?:effective|made on|entered into|dated|as of|takes effect|begins? on|starts?|start:|made (?:and entered|as of)|date \/)\b/,
    ),
    signed,
    expiry,
    initial_term_days: term === undefined ? null : durationsIn(term.text)[0]!.n,
    renewal:
      renews === undefined
        ? null
        : /\bautomatic|each year|every|successive|renews\b/.test(renews.text)
          ? 'auto'
          : 'none',
    non_renewal_notice_days: notice?.n ?? null,
    survival: a.clauses.some(({ text }) => /\bsurviv/.test(text)),
  }
}
