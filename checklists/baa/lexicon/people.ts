import { numberWord } from './number-words.ts'
import { report } from './phrases.ts'

/** Who speaks for a party and who is somebody else, and what lies in a party's own hands. Normalised words. */

/** Parts and people of a party that are the party: what they do it does. */
const organ = String.raw`(?:officers?|officials?|staff|workforce|teams?|departments?|employees?|personnel|(?:help|service|privacy|security|front) ?desks?|desks?|offices?|management|managers?|directors?|board|executives?|administrators?|coordinators?|supervisors?|leads?|leadership|presidents?|principals?|owners?|people|workers?|members?|divisions?|units?|representatives?|designees?|hotlines?|call center|contacts?|responders?)`
const ownOrgan = new RegExp(String.raw`^'s (?:[a-z-]+ ){0,4}${organ}(?: of [a-z ]{3,20})?(?: [a-z]+ly)?,?\s*$`)
/** People and firms by the ending of their name, or by its word; machines and papers share the ending. */
const people =
  /(?:(?:ers?|ors?|ants?|ists?|ians?|eys?|ents?)|\b(?:host|bank|firm|agency|agencies|compan(?:y|ies)|counsel|affiliates?|subsidiar(?:y|ies)|parent|partners?|hosts?|banks?|firms?|underwriters?|associates?|franchisees?|licensees?|trustees?|freelancers?|temps?|volunteers?|successors?|assigns?|cent(?:er|re)s?|carrier|_sub))$/
const things =
  /(?:servers?|computers?|letters?|newsletters?|orders?|papers?|folders?|errors?|printers?|routers?|scanners?|containers?|drawers?|numbers?|matters?|powers?|behaviou?r|favou?r|labou?r|monitors?|sensors?|factors?|registers?|filters?|answers?|offers?|agreements?|documents?|statements?|equipment|environments?|commitments?|requirements?|incidents?|consent|content|payments?|assessments?|management|treatment|judgment|moneys?|keys?|surveys?|reminders?|identifiers?|headers?|folders?|buffers?|transfers?|amendments?|instruments?|obligations?|deployments?|investments?|movements?|assignments?|arrangements?|engagement|employment|environment|department|appointments?|placements?|dat(?:a|e) centers?)$/

/** Things and doings of a party: its systems, safeguards, duties. By the noun, or by an ending no person's name has. */
const thingNoun =
  /(?:tions?|sions?|ments?|ness|ances?|ences?|ings?|it(?:y|ies)|ures?|ages?|ships?|ology|ware|works?|wares?)$|\b(?:systems?|programs?|polic(?:y|ies)|plans?|safeguards?|controls?|records?|logs?|books|papers?|practices?|premises|sites?|data|files?|databases?|tapes?|archives?|backups?|laptops?|devices?|machines?|products?|portals?|apps?|tools?|technolog(?:y|ies)|dut(?:y|ies)|rights?|fees?|charges?|goals?|aims?|uses?|disclosures?|contracts?|terms?|forms?|notices?|reports?|rules?|standards?|methods?|process(?:es)?|cloud|accounts?|doors?|phones?|lines?|hours|days|_phi|_agr|copies|copy|costs?|efforts?|acts?)$/
/** What somebody does, and a thing does not do by itself. */
const doesHimself =
  /^(?:shall|will|must|may|can|agrees? to|undertakes? to|is to|has to)(?: (?:also|not|then|[a-z]+ly),?)* (?!be\b|have\b|include|remain|consist|contain|mean|apply|extend|survive|run\b|meet|cover|continue|end\b|begin|start|exceed|rest\b|lie\b|fall\b|pass\b|cease|terminate|expire|become|operate|encrypt|log\b|record\b|support|enable)[a-z]/

/**
 * "'s hosting provider", "'s lawyers", "'s landlord": somebody of the party's who is not the party. `behind` = the words after
 * its name, `act` = the verb and what follows: whoever does what only somebody does, and is none of its organs, is another.
 */
export function isOutsider(behind: string, act = ''): boolean {
  if (!behind.startsWith("'s ") || ownOrgan.test(behind)) return false
  const noun = behind
    .slice(3)
    .trim()
    .replace(/,$/, '')
    .replace(/ [a-z]+ly$/, '')
  if (!/^[a-z_-]+(?: [a-z_-]+){0,4}$/.test(noun)) return false
  if (people.test(noun)) return !things.test(noun)
  return !thingNoun.test(noun) && doesHimself.test(act)
}

const means = String.raw`(?:means|way of|e-?mail|mail|fax|facsimile|(?:tele)?phone|letter|courier|post|text|sms|writing|written|registered|certified|overnight|hand|secure|electronic|noon|midnight|close|end|next|following|earlier|later|latest|first|second|third|no later|not later|using|calling|sending|contacting|telephoning|portal|message|system|website|platform|channel|dashboard|page|notice|report|phone|conference|day|date|hours?|monday|tuesday|wednesday|thursday|friday|agreed|same|quickest|fastest|most|least|then|when)`
const byMeans = new RegExp(
  String.raw`^(?:the |an? |any |its |such |_ba's |_ce's )?(?:(?!(?:within|by|of|in|on|at|who|that|which|to|no|not|and|or|after|before) )[a-z-]+ ){0,2}?${means}\b|^\d|^${numberWord}\b|^(?:_ba|it)\b(?!'s)`,
)
/** "the privacy officer" is the vendor's; "the health department", "the state privacy office" are nobody's of this paper. */
const ownWords = String.raw`(?:chief|designated|appointed|named|responsible|assigned|on-call|duty|privacy|security|compliance|information|data|protection|legal|support|service|help|customer|client|account|incident|response|it|technical|operations|senior|and)`
const byOrgan = new RegExp(String.raw`^(?:(?:_ba's|its) (?:[a-z-]+ ){0,3}|the (?:${ownWords} ){0,3})${organ}\b`)
/** Words that take "by" for themselves: "a use by …", "not permitted by …". */
const takesBy =
  /(?:\b(?:uses?|disclosures?|access|acquisitions?|acts?|theft|handling|viewing|misuse|violations?|requests?|attempts?|intrusions?|processing|receipt|discovery)(?: (?:of|to|into|on) [a-z_ ]{3,60})?|\b(?:[a-z]+ed|made|known|held|kept|given|done|taken|seen|shown|sent|lost|set out|set forth|provided for|laid down|stolen|written))(?: (?:or|and) [a-z]+)? $/

/**
 * "…be notified of breaches by the state": whether the words behind "notified" say that somebody other than the vendor
 * tells, or that it is learned by other means than being told.
 */
export function toldByAnother(behind: string): boolean {
  for (const match of behind.matchAll(/\b(by|through|via|from) (?=(.{1,60}))/g)) {
    const [before, rest] = [behind.slice(0, match.index), match[2]!]
    if (/[.;]/.test(before)) return false
    if (byMeans.test(rest)) continue
    if (byOrgan.test(rest) && match[1] === 'by' && !/^its/.test(rest)) continue
    const atVerb = /^(?: (?:[a-z]+ly|in writing|at once))*,? $/.test(before)
    if (atVerb) return true
    if (match[1] === 'from' || takesBy.test(before) || /\b(?:within|after|before|not)\b[^,]{0,30}ing $/.test(before))
      continue
    if (match[1] !== 'by' && !/^(?:_ce|its own|the (?:state|media|press|news)|an?other|third)/.test(rest)) continue
    return true
  }
  return false
}

/** The vendor may refuse, or has to agree first: a right that depends on it. */
const vendorsWill =
  /\b(?:_ba's|its) (?:[a-z]+,? ){0,4}?(?:consent|approval|permission|leave|discretion|option|election|agreement to)\b|\b(?:consent|approval|permission|leave|discretion|agreement) of _ba\b|\b(?:with|on|upon|by|after|subject to|given) (?:prior |written |express |advance |mutual |the )*(?:consent|approval|permission)\b(?! of _ce)|\b(?:with|on|upon|by|after|subject to) (?:the )?(?:parties' |mutual |joint |separate |further )+(?:written )?agreement\b|\b(?:times?|dates?|hours|places?|manner|terms|scope) (?:to|on|at|in|upon) which _ba (?:agrees|consents|permits|allows|approves)\b|\b(?:invited|permitted|allowed|authori[sz]ed|approved|agreed(?: to)?) by _ba\b|\bat _ba's invitation\b|\b(?:if|when|whenever|where|unless|only as|provided|as|to the extent|so far as|times?|and|once|until) (?:that )?_ba(?:'s (?:[a-z]+ ){1,3}?(?=agree|consent|permit|allow|approve|object|refuse))? ?(?:so |first |expressly |also |has )?(?:agree[sd]?|consent(?:s|ed)?|permit(?:s|ted)?|allow(?:s|ed)?|approve[sd]?|chooses?|elects?|decides?|wishes|sees fit|objects?|refuses?|declines?|pleases)\b|\b_ba may (?:always |also |then )?(?:refuse|decline|deny|withhold|object)\b(?: (?:it|this|that|such|any|the|an?|access|entry|audits?|inspections?|consent|permission|at any time|at will|for any reason|without (?:cause|reason)))*\W*$|\bas _ba (?:sees fit|pleases|may (?:allow|permit|agree|approve|choose))\b/
/** Consent that may not be refused without reason, or is not needed at all, leaves the right with its holder. */
const leavesRight =
  /\b(?:consent|approval|permission)\b[^.;,]{0,30}\b(?:not (?:be )?(?:needed|required|necessary)|unnecessary)\b|\bwithout (?:the )?(?:need (?:for|of) )?(?:_ba's|its|any) (?:[a-z]+ ){0,2}(?:consent|approval|permission)\b|\b_ba (?:may|shall|will|can) (?:not|never) (?:refuse|decline|deny|withhold|object)\b|\bnot (?:to )?(?:be )?(?:unreasonably|unduly) (?:withh\w+|refus\w+|den\w+|delay\w*|condition\w*)/

export function dependsOnVendor(text: string): boolean {
  return vendorsWill.test(text) && !leavesRight.test(text)
}

/** "Vendor's counsel shall report …": a subject of the vendor's that is none of its organs, before a verb of telling. */
export const outsiderTells = new RegExp(
  String.raw`^_ba's (?!(?:[a-z-]+ ){0,4}${organ}\b)(?:[a-z-]+ ){1,4}(?:shall|will|must|agrees? to) (?:[a-z]+ly )?${report}`,
)
