/** What a party does in a text, whatever the layout: positive acts like a business associate, negative like a covered entity. */

import { withSingleSpaces } from '../text/spaces.ts'

const literal = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')

const modal = String.raw`(?:also\s+|hereby\s+|further\s+|then\s+|each\s+)?(?:shall|will|may|must|agrees?|can|cannot|undertakes?|promises|covenants|(?:is|are)\s+(?:responsible|to\b|bound)|has\s+to|won't)\b`
const duties = String.raw`(?:obligations|duties|responsibilities|undertakings|promises|commitments|covenants)`

/** Acts only the one who holds the information of another owes. */
const associateActs: ReadonlyArray<RegExp> = [
  /\b(?:report|notif|inform|tell|advis|alert)\w*\b[^.;]{0,140}?\b(?:breach|incident|use or disclosure|disclosure of|misuse|unauthori[sz]ed)/gi,
  /\b(?:use|us(?:e|ing)|implement|maintain|employ|adopt|have)\w*\b[^.;]{0,60}?\bsafeguards\b/gi,
  /\b(?:comply|complies|complying|abide|satisfy|follow|obey)\b[^.;]{0,40}?\b(?:Subpart C|Security Rule|164\.3\d\d)/gi,
  /\bsubcontractors?\b[^.;]{0,160}?\b(?:agree|bound|bind|restrictions)/gi,
  /\b164\.52[468]\b|\bdesignated record set\b/gi,
  /\binternal practices\b|\bbooks and records\b[^.;]{0,80}\b(?:Secretary|HHS)\b/gi,
  /\b(?:return\w*|destroy\w*) (?:or|and) (?:destroy|return)/gi,
  /\buse (?:and|or|or further) disclose\b|\buse or further\b|\b(?:not|only) (?:use|disclose)\b/gi,
  /\bmitigat|\bextend\w* the protections\b|\bde-?identif|\bdata aggregation\b|\bencrypt/gi,
]
/** Acts only the one whose information it is has a right or a duty to. */
const entityActs: ReadonlyArray<RegExp> = [
  /\bnotice of privacy practices\b|\brevocation of\b|\brestrictions? (?:on|to)[^.;]{0,60}\bagreed to\b/gi,
  /\b(?:terminat|cancel|end)\w*\b[^.;]{0,60}?\b(?:agreement|contract|addendum|engagement)/gi,
  /\b(?:audit|inspect|examine)\b/gi,
  /\bnot (?:ask|request|direct|require|instruct)\b/gi,
  /\bobtain\b[^.;]{0,40}\b(?:consents?|authori[sz]ations?)\b/gi,
]
const suffered = String.raw`(?:used|disclosed|reported|notified|protected|encrypted|safeguarded|returned|destroyed|made\s+available|documented|maintained|implemented|complied\s+with|extended)`
const enjoyed = String.raw`(?:terminated|ended|cancell?ed|audited|inspected|examined|reviewed)`

const counted = (text: string, acts: ReadonlyArray<RegExp>) =>
  acts.reduce((sum, act) => sum + Math.min(2, text.match(act)?.length ?? 0), 0)

/** No statement is longer; a list under a lead-in may be. */
const reach = 1600

/**
 * For each term the acts that stand behind it as their subject: in a sentence, in a list below a lead-in or a heading
 * ("Obligations of Vendor"), in a row that names it, or with "by" behind a passive. Keys in small letters.
 */
export function conductOf(source: string, terms: ReadonlyArray<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  if (terms.length === 0) return found
  const ordered = [...terms].sort((a, b) => b.length - a.length)
  const names = `(?:${[...new Set(ordered.flatMap((term) => [term, term.toUpperCase(), term.replace(/^[a-z]/, (letter) => letter.toUpperCase())]))].map(literal).join('|')})`
  const add = (spelled: string, score: number) => {
    const term = spelled.replace(/\s+/g, ' ').toLowerCase()
    found.set(term, (found.get(term) ?? 0) + score)
  }
  const starts = [
    ...source.matchAll(
      new RegExp(
        String.raw`\b(?:${duties}\s+of\s+(?:[Tt]he\s+|THE\s+)?(?<of>${names})|(?<own>${names})(?:'s)?\s+${duties}|(?<subject>${names})(?:,[^,.;]{0,80},)?\s+${modal})|[|\t]\s*(?:[Tt]he\s+)?(?<cell>${names})\s*(?=[|\t])`,
        'gi',
      ),
    ),
  ]
  for (const [index, start] of starts.entries()) {
    const from = start.index + start[0].length
    const next = starts[index + 1]?.index ?? source.length
    const { of, own, subject, cell } = start.groups!
    const words = withSingleSpaces(source.slice(from, Math.min(next, from + reach)))
    add((of ?? own ?? subject ?? cell)!, counted(words, associateActs) - counted(words, entityActs))
  }
  for (const [pattern, score] of [
    [suffered, 1],
    [enjoyed, -1],
  ] as const)
    for (const match of source.matchAll(
      new RegExp(String.raw`\b${pattern}(?:\s+\w+){0,3}?\s+by\s+(?:the\s+)?(${names})(?![\w'])`, 'gi'),
    ))
      add(match[1]!, score)
  return found
}
