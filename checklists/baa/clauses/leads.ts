import { plainVerbs } from '#checklists/knowledge/baa-verbs.ts'
import { plainOf } from '../lexicon/verb-forms.ts'
import { type Mapped, made, replace } from '../text/mapped.ts'
import type { Holder, Modality } from './clause.ts'
import type { Lead } from './split.ts'

/** What a heading or a lead-in lends to the lines below it when it names a party's duties without a verb of its own. */

const duties =
  '(?:obligations?|duties|duty|responsibilit(?:y|ies)|undertakings?|promises?|commitments?|covenants?|tasks?|assurances)'
const also = String.raw`(?:(?:,| and|,? &) (?:[a-z]+ )?(?:${duties}|activities|agreements|requirements))*`
const modal = String.raw`(shall not|will not|must not|may not|shall|will|must|agrees not to|agrees to|promises to|undertakes to|can|may)`
const before = String.raw`^(?:[a-z]+ [a-z0-9]{1,6}[:.-] |[a-z0-9]{1,4}[.)] )?(?:the )?`
const named: ReadonlyArray<RegExp> = [
  new RegExp(
    String.raw`${before}(?:general |specific |additional |other |hipaa |privacy |security )*${duties}${also} (?:of|for) _(ba|ce)[.:]?$`,
  ),
  new RegExp(String.raw`${before}_(ba|ce)(?:'s)? (?:general |hipaa |privacy |security )*${duties}${also}[.:]?$`),
]
const asked = new RegExp(String.raw`${before}(?:what |things |that which |how )?_(ba|ce) ${modal}(?: do| be)?[.:]?$`)
const doesNot: Record<string, Modality> = { may: 'may', can: 'may' }

const lead = (side: string, verb: string): Lead => {
  const short = verb
    .replace('promises to', 'shall')
    .replace('undertakes to', 'shall')
    .replace(/^(?:will|must|agrees) ?/, 'shall ')
    .replace(/ to$/, '')
    .trim()
  const banned = /not$/.test(verb) || /\bnot\b/.test(verb)
  return {
    words: made(
      `_${side} ${banned ? 'shall not' : doesNot[verb] === undefined ? 'shall' : short === 'can' ? 'may' : short}`,
    ),
    holder: side as Holder,
    modality: banned ? 'not' : (doesNot[verb] ?? 'duty'),
  }
}

/** "Obligations of Vendor", "What Vendor shall do": null for any other heading. Normalised words. */
export function headingLead(heading: string): Lead | null {
  for (const pattern of named) {
    const side = pattern.exec(heading)?.[1]
    if (side !== undefined) return lead(side, 'shall')
  }
  const question = asked.exec(heading)
  return question === null ? null : lead(question[1]!, question[2]!)
}

/** "Vendor is responsible for:", "Vendor's duties include the following:": the items are its duties. */
export function plainLead(given: Lead): Lead {
  const { text } = given.words
  const side = /\b_(ba|ce)\b/.exec(text)?.[1]
  const speaksOfDuty = new RegExp(
    String.raw`\b(?:responsible|accountable|answerable|${duties.slice(3, -1)})\b[^:]{0,80}?(?:for|includes?|are|is|following|follows|of)(?: the following(?: [a-z]+)?)?\s*:?$`,
  )
  if (side === undefined || /\b(?:not|no|nor|never)\b/.test(text) || !speaksOfDuty.test(text)) return given
  return lead(side, 'shall')
}

const plains = new Set(plainVerbs.map((entry) => entry.split('/')[0]!))
const adverbial =
  /^(?:not|never|also|promptly|immediately|always|only|on|upon|within|at|when|whenever|where|if|to the extent|in the event|as soon as|after|before|without|for)\b/
const ownSubject =
  /^[^,;]{0,120}?\b(?:_ba|_ce|_sub|_sec|it|they|party|parties|_agr|_phi|notice|term)(?:'s [a-z ]{2,40})? (?:shall|will|must|may|is|are|agrees?|has|have|means|can)\b/

/** "report each …": the plain form of a verb stands first. */
export function beginsWithVerb(text: string): boolean {
  return plains.has(/^[a-z-]+/.exec(text)?.[0] ?? '')
}

/** Whether a line says what to do and leaves open who: it begins with a plain verb, or with its condition. */
export function leavesSubjectOpen(sentence: string): boolean {
  const bare = sentence.replace(/^\(?[a-z0-9]{1,4}[.)]\s+/, '')
  const first = /^[a-z-]+/.exec(bare)?.[0] ?? ''
  if (plains.has(first))
    return (
      !/^(?:access|account|report|record|notice|amend|audit|name|state|test|text|mail|market|contract|contact|export|copy|cause|exercise|process)s? (?:of|to|by|and|in|is|are|shall|will|must|may)\b/.test(
        bare,
      ) || /^report (?:to|in)\b/.test(bare)
    )
  if (!adverbial.test(bare) || ownSubject.test(bare)) return false
  const behind = /^[^,]{3,160}, ([a-z-]+)\b/.exec(bare)?.[1] ?? ''
  const inside = [...bare.matchAll(/\b[a-z-]+\b/g)].slice(1, 9).some(([word]) => plains.has(word) && word.length > 2)
  return plains.has(behind) || (/^(?:not|never|also|promptly|immediately|always|only|on|upon)\b/.test(bare) && inside)
}

/** "reporting to Practice …, and keeping …" as "report …, and keep …"; other items stay. */
export function fromGerund(item: Mapped): Mapped {
  if (!/^(?:\(?[a-z0-9]{1,4}[.)] )?(?:promptly |also |not )?[a-z]+ing\b/.test(item.text)) return item
  const known = (gerund: string) => plains.has(plainOf(gerund))
  const first = replace(
    item,
    /^((?:\(?[a-z0-9]{1,4}[.)] )?(?:promptly |also |not )?)([a-z]+ing)\b/g,
    ([, mark, gerund]) => (known(gerund!) ? `${mark}${plainOf(gerund!)}` : undefined),
  )
  return replace(
    first,
    /((?:, |; | and | or |, and | if [^,]{3,60}, )(?:promptly |also |not )?)([a-z]+ing)\b(?! to\b)/g,
    ([, joint, gerund]) => (known(gerund!) ? `${joint}${plainOf(gerund!)}` : undefined),
  )
}
