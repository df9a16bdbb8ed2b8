import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { misuses, notTheEvent, tells } from '../lexicon/acts.ts'
import { ownAct } from '../lexicon/main-act.ts'
import { namesInformation, objectsOf } from '../lexicon/objects.ts'
import { outsiderTells } from '../lexicon/people.ts'
import { outside, re, report, use } from '../lexicon/phrases.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'
import { onPaperOnly, promises } from './safeguards.ts'

const reports = re(String.raw`\b${report}\b`)
const misuse = re(
  String.raw`\b(?:${use}\b[^.;]{0,110}?\b${outside}|(?:unauthorized|unauthorised|impermissible|improper|unpermitted|wrongful|unlawful|non-permitted|prohibited|any other)\b[^.;]{0,40}\b(?:uses?|disclosures?|access)\b|misuse of _phi|(?:uses?|used|discloses?|disclosed|handles?|handled) (?:or [a-z]+ )?(?:_phi |it |them )?(?:improperly|wrongly|wrongfully|unlawfully|impermissibly)|(?:departures?|deviations?) from [^.;]{0,40}\b(?:uses?|disclosures?)|(?:anything|something|whatever|what(?: is)?) done with _phi [^.;]{0,60}${outside}|_phi (?:goes|went|has gone) astray|_phi (?:has been|was|is|been|be|are|were|gets?|got) (?:\w+ )?(?:used|disclosed)[^.;]{0,60}${outside})`,
)
const incident =
  /\battempted or successful unauthori[sz]ed access\b|\bsecurity (?:incidents?|events?|and privacy incidents?)\b|\bincidents? (?:as defined in|under) (?:45 cfr )?(?:section )?164\.304/
const breachWords = /_breach|\bbreach(?:es)?\b/
const toEntity = /_ce|\b(?:report|notify|notice|shown|table|reported|privacy office)/
const onlyIf =
  /\b(?:if|when) (?:and when )?(?:_ba's |its )?(?:own )?(?:counsel|lawyers?|attorneys?|legal (?:team|department)|insurer|management|compliance officer|privacy officer)\b[^.;]{0,30}\b(?:advis|think|decid|determin|consider|recommend|agree|approv)|\b(?:if|that|which|where|when) (?:_ba|it)(?: reasonably| alone)? (?:considers?|deems?|judges?|thinks?|believes?|regards?)\b|\bwhen(?:ever)? (?:_ba|it) (?:considers|finds) it\b|\bin (?:_ba's|its) (?:sole |reasonable )?(?:judgment|discretion|opinion)|\bas (?:_ba|it) (?:may |might |shall )?(?:see|deem|consider|choose|elect|decide|wish|want|please|prefer|think)(?:s|es)?\b|\bat (?:_ba's|its) (?:sole )?discretion|\b(?:if|when|whenever|unless|where) (?:_ba|it) (?:so )?(?:chooses?|elects?|decides?|wishes|wants|pleases|likes|prefers)\b/
const threshold =
  /\b(?:material|serious|significant|major|substantial) (?:unauthorized |impermissible |improper )?(?:use|disclosure|misuse|security incident|incident)|\b(?:more than|at least|over|exceed\w*) (?:[a-z0-9,()-]+ ){1,5}(?:individuals|patients|records|people|persons)|\d+ or more (?:individuals|patients|records)|\blikely to (?:harm|cause)/
const onRequest =
  /\b(?:on|upon|at|only when) (?:_ce's )?(?:written )?request(?:ed)?\b|\b(?:but )?only (?:if|when) (?:_ce )?(?:so )?(?:asks?|asked|requests?|requested)\b|\bif _ce (?:so )?(?:asks|requests)|\bif asked\b/
const ifAgent = /\bif (?:_ba|it) (?:is|acts as) (?:_ce's |an? )?agent/

export type ReportKind = 'misuse' | 'incident' | 'breach'

/** The event itself, not a plan, a policy or an insurance for it. */
function isNamed(text: string, event: RegExp): boolean {
  return [...text.matchAll(new RegExp(event.source, 'g'))].some(
    (match) => !notTheEvent.test(text.slice(match.index + match[0].length)),
  )
}

/** An event the clause makes the vendor report. Definitions of the event inside it do not count for another event. */
export function eventsOf(clause: ReadClause): ReadonlySet<ReportKind> {
  const known = eventsIn.get(clause)
  if (known !== undefined) return known
  const found = eventsNamed(clause.text)
  eventsIn.set(clause, found)
  return found
}

const eventsIn = new WeakMap<ReadClause, ReadonlySet<ReportKind>>()

/** "any use of its software not provided for": no use of information. */
function ofOtherThings(text: string): boolean {
  const used = objectsOf(text, '(?:uses?|disclosures?|misuse) of')
  return used.length > 0 && !/_phi/.test(text) && used.every((object) => object !== '' && !namesInformation(object))
}

function eventsNamed(text: string): Set<ReportKind> {
  const found = new Set<ReportKind>()
  const plain = text
    .replace(/\b(?:that|which) (?:is|are) (?:not|no) (?:an? )?_?breach\w*/g, '')
    .replace(
      /security incidents?,? (?:\(?(?:which )?(?:means|meaning|defined as|that is)|i\.e\.)[^.;]*/g,
      'security incident ',
    )
  const withoutIncident = plain.replace(/\b(?:attempted or successful|successful) unauthorized[^.;]*/g, '')
  const used = withoutIncident.replace(/_breach[^,.;]*(?:not permitted|impermissible)[^,.;]*/g, '')
  if ((misuse.test(used) || misuses.test(used)) && !ofOtherThings(used)) found.add('misuse')
  if (isNamed(plain, incident)) found.add('incident')
  if (isNamed(plain, breachWords) && !/\bbreach(?:es)? (?:notice|notification) (?:costs|laws)/.test(plain))
    found.add('breach')
  return found
}

/** "Reportable Event": a term of the agreement's own that stands for one or more of the events. */
function definedEvents(a: Agreement, clause: ReadClause): Set<ReportKind> {
  const found = new Set(eventsOf(clause))
  for (const [term, events] of eventTerms(a)) {
    if (!clause.text.includes(term)) continue
    // "A Reportable Event described in 1.4(a) or (b)": those parts of the definition alone.
    const letters =
      clause.text.includes(`${term} described in`) ||
      /\b(?:under|of|in|within) (?:section|clause|item|part)s? [\d.]*\([a-e]\)/.test(clause.text)
        ? [...clause.text.matchAll(/\(([a-e])\)/g)].map((match) => match[1]!)
        : []
    for (const [letter, event] of events) if (letters.length === 0 || letters.includes(letter)) found.add(event)
  }
  return found
}

type NamedEvents = ReadonlyArray<readonly [letter: string, event: ReportKind]>
const termsOf = new WeakMap<Agreement, Map<string, NamedEvents>>()
const ownTerm =
  /^(?:the (?:term|word|expression) )?"([a-z][a-z -]{3,30})"(?: \([^)]{1,40}\))? (?:means|shall mean|is|are|refers to|includes?|covers)\b/

function eventTerms(a: Agreement): Map<string, NamedEvents> {
  const known = termsOf.get(a)
  if (known !== undefined) return known
  const terms = new Map<string, NamedEvents>()
  let open: string | null = null
  for (const clause of a.clauses) {
    const term = ownTerm.exec(clause.whole)?.[1] ?? null
    if (clause.zone === 'definition' && term !== null && !/^(?:security incident|breach|_)/.test(term)) open = term
    else if (clause.zone !== 'definition') open = null
    if (open === null) continue
    const parts = clause.whole.split(/(?=\([a-e]\) )/)
    const events = parts.flatMap((part) =>
      [...eventsOf({ ...clause, text: part })].map((event) => [/^\(([a-e])\)/.exec(part)?.[1] ?? '', event] as const),
    )
    terms.set(open, [...(terms.get(open) ?? []), ...events])
  }
  termsOf.set(a, terms)
  return terms
}

/** Told to somebody else, not to the covered entity. */
const elsewhere =
  /\b(?:to|notif\w+|inform\w*|tells?|alerts?|advises?|warns?) (?:the |its |their |any |local |affected |each |own |_ba's )*(?:police|insurers?|insurance|media|press|staff|workforce|employees|managers?|management|board|carrier|law enforcement|individuals?|patients?|regulators?|authorities|_sec|_sub|(?:privacy|security|compliance) officers?(?: of _ba)?|board of directors|auditors?|lawyers?|counsel)\b/

/** What staff or subcontractors tell the vendor is no report to the covered entity. */
const inHouse =
  /\b(?:require|train|ensure|cause|have|direct|instruct|ask|oblige|teach)s?\b[^.;]{0,60}\b(?:_sub|employees|staff|workforce|personnel|agents|contractors|users)\b[^.;]{0,60}\b(?:report|notify|inform|tell)|\breport\w* [^.;]{0,80}\bto (?:it|_ba)\b/

/** Whether the clause is a duty of the vendor to report something to the covered entity. */
export function isReport(clause: ReadClause): boolean {
  const known = reporting.get(clause)
  if (known !== undefined) return known
  const found = tellsEntity(clause)
  reporting.set(clause, found)
  return found
}

const reporting = new WeakMap<ReadClause, boolean>()

/** "Each party shall inform the other party …": the vendor is one, the covered entity the other. */
const eachOther =
  /\b(?:inform|tell|report|notif|advis|alert|warn)[a-z]*(?: (?:[a-z]+ly|in writing|at once))?(?: to)? (?:the other(?: party)?|each other|one another)\b(?!'s| party)/

/** "report to its insurer", "reports it to nobody but its board": told to the vendor's own people, or to none. */
const toOwnPeople =
  /(?:\b(?:report|notif|inform|tell|disclos|escalat|communicat)[a-z]*\b[^.;]{0,60}? to|\b(?:notif(?:y|ies)|informs?|tells?|alerts?|advises?)) (?:its|their|_ba's|nobody|no one|none) (?:[a-z]+ ){0,2}?(?:insurers?|board|compan(?:y|ies)|parent|management|managers?|officers?|counsel|lawyers?|owners?|but|except|other|staff|workforce|employees|shareholders?|investors?|affiliates?|directors?|carriers?|auditors?|subsidiar(?:y|ies)|bank)\b/
const alsoToEntity =
  /\bto _ce\b|\b(?:and|or|,|also|then|both) (?:to |also |then )*_ce\b|\b(?:notify|tell|inform|advise|alert)s? (?:[a-z]+ly )?_ce\b/
/** "keep a record of the incidents Clinic reports to it": a list kept at home. */
const keepsList =
  /^(?:[^,;]{0,60}, )?_ba (?:shall|will|must|agrees to) (?:[a-z]+ly )?(?:keep|maintain|make|hold|have) (?:an? |the |its |written )*(?:records?|logs?|lists?|registers?|files?|journals?|accounts?) of\b(?![^;]*\b(?:and|which|that) (?:it )?(?:shall |will |must )?(?:[a-z]+ly )?(?:report|send|give|provide|furnish|deliver|share|submit|show|make|notify|tell|inform)\b)/

function tellsEntity(clause: ReadClause): boolean {
  const { text, holder } = clause
  if ((!reports.test(text) && !tells.test(text)) || /164\.52[468]/.test(text)) return false
  if (!toEntity.test(text) && !(holder === 'either' && eachOther.test(text))) return false
  if (holder === 'ce' || holder === 'sub' || holder === 'sec') return false
  if (/^_ce\b|\b(?:notify|report to|inform|tell|notice to) _ba\b|^the recipient/.test(text)) return false
  if (/\b(?:to|with) _sec\b/.test(text) && !/_ce/.test(text)) return false
  const act = ownAct(text)
  // Of a second act the recipient has to stand behind it: "investigate a breach by asking Clinic" tells nothing.
  const toIt =
    act !== null &&
    act !== text &&
    /_ce/.test(text) &&
    /\bto it\b|\b(?:telling|notifying|informing|alerting) it\b/.test(act)
  if (act === null || (act !== text && !((/_ce/.test(act) || toIt) && (reports.test(act) || tells.test(act)))))
    return false
  if (outsiderTells.test(text) || onPaperOnly.test(text) || keepsList.test(text)) return false
  if (toOwnPeople.test(text) && !alsoToEntity.test(text)) return false
  if (/\bby _ce\b/.test(text) && holder === 'thing') return false
  if ((inHouse.test(text) || elsewhere.test(text)) && !/_ce/.test(text)) return false
  return true
}

/** "Where it learns of a security incident it is to do the same." */
const sameAsBefore = /\b(?:do the same|do so|likewise|the same (?:applies|goes|holds)|do as much)\b/

/** "The same goes for any security incident", "so too of …", "… shall be treated the same way". */
const extends_ =
  /\b(?:the )?same (?:goes|applies|holds|is true|rule|duty|way|manner|treatment)\b|\bso too\b|\b(?:in (?:like|the same) (?:way|manner))\b|\b(?:applies|extends|holds) (?:equally|likewise|also|just as much) (?:to|for)\b|\b(?:this|that) duty (?:also )?(?:covers|extends to|includes|reaches)\b/

/** "Pings need no report; Vendor shall report all others." */
const theRest = /\b(?:all|any|every|each) (?:the )?others?\W*$|\ball the rest\b/

/** "report it to Clinic", "tell Clinic of each". */
const reportsIt =
  /\b(?:report|notify|disclose|communicate|escalate|describe|make known)s? (?:it|them|each|any|all|such|that|those|the same|this)\b|_ce(?: [a-z]+){0,3} (?:of|about) (?:it|them|each|all|the same)\b/

const anyEvent = /\bin (?:any|all|every) (?:event|cases?)\b|\bat the (?:very )?latest\b/

type Duties = { bound: ReadonlyArray<ReadClause>; weak: ReadonlyArray<ReadClause>; refused: ReadonlyArray<ReadClause> }
const dutiesOf = new WeakMap<Agreement, Map<ReportKind, Duties>>()

function duties(a: Agreement, kind: ReportKind): Duties {
  const known = dutiesOf.get(a) ?? new Map<ReportKind, Duties>()
  dutiesOf.set(a, known)
  const found = known.get(kind) ?? findDuties(a, kind)
  known.set(kind, found)
  return found
}

function findDuties(a: Agreement, kind: ReportKind): Duties {
  const bound: Array<ReadClause> = []
  const weak: Array<ReadClause> = []
  const refused: Array<ReadClause> = []
  for (const [index, clause] of a.operative.entries()) {
    const { text, modality, holder } = clause
    if (
      (modality === 'refuse' || (modality === 'not' && /\b(?:will|shall|need) not (?:be )?report/.test(text))) &&
      holder !== 'ce' &&
      /\breport|notif|inform|tell|advise/.test(text) &&
      eventsOf({ ...clause, text: clause.whole }).has(kind) &&
      !/identif|unsuccessful|pings/.test(text)
    )
      refused.push(clause)
    const before = a.operative[index - 1]
    // "Vendor hopes to tell within 5 days; it shall in any event notify within 30."
    const inAnyEvent =
      anyEvent.test(text) &&
      eventsOf(clause).size === 0 &&
      before !== undefined &&
      before.sentence.start === clause.sentence.start &&
      isReport(before) &&
      isReport(clause)
    // "Vendor shall investigate a breach and shall report it": it = what the first duty of the sentence names.
    const pointsBack =
      before !== undefined &&
      before.sentence.start === clause.sentence.start &&
      before.holder === 'ba' &&
      holder === 'ba' &&
      modality === 'duty' &&
      eventsOf(clause).size === 0 &&
      reportsIt.test(text)
    const events = definedEvents(
      a,
      inAnyEvent || pointsBack ? before : theRest.test(text) ? { ...clause, text: clause.whole } : clause,
    )
    const extended =
      extends_.test(text) &&
      before !== undefined &&
      before.unit === clause.unit &&
      holder !== 'ce' &&
      isReport(before) &&
      promises(before)
    const same =
      extended || (sameAsBefore.test(text) && index > 0 && isReport(a.operative[index - 1]!) && holder !== 'ce')
    if ((!isReport(clause) && !same) || !events.has(kind)) continue
    // "If a breach happens … The notice shall say …": what a notice holds is no duty to give it.
    if (
      /^(?:the |such |each |a )?(?:_breach |breach )?(?:notices?|reports?|notifications?) (?:shall|will|must) (?:identify|name|list|state|include|contain|describe|say)/.test(
        text,
      )
    )
      continue
    if (
      /^(?:the )?(?:cost|expense)s?\b|\bbear the cost|\bindemnif|\breimburse|\bpay for\b|insurance/.test(
        ownAct(text) ?? text,
      )
    )
      continue
    if (modality === 'aim') weak.push(clause)
    else if (extended && !/\bnot (?:go|apply|hold|extend)\b/.test(text) && modality !== 'refuse') bound.push(clause)
    else if (promises(clause) || (modality === 'not' && /\bnot (?:fail|delay|neglect|omit|wait)\b/.test(text))) {
      if (
        modality === 'fact' &&
        holder !== 'ba' &&
        !same &&
        !clause.table &&
        !/\b(?:is|are) (?:due|reported|required|to be)\b/.test(text)
      )
        continue
      bound.push(clause)
    }
  }
  return { bound, weak, refused }
}

const sentenceOf: Record<ReportKind, string> = {
  misuse: 'a use or disclosure the agreement does not provide for',
  incident: 'security incidents',
  breach: 'breaches of unsecured PHI',
}

function judge(a: Agreement, kind: ReportKind, paragraphs: ReadonlyArray<string>): Outcome {
  const { bound, weak, refused } = duties(a, kind)
  if (refused.length > 0 && bound.length === 0)
    return contrary(`The vendor refuses to report ${sentenceOf[kind]}.`, refused.slice(0, 1))
  const limited = (clause: ReadClause) =>
    onlyIf.test(clause.text) ||
    (kind !== 'breach' && threshold.test(clause.text) && !/successful/.test(clause.text)) ||
    (kind === 'incident' && (onRequest.test(clause.text.replace(/\([^)]*\)/g, '')) || ifAgent.test(clause.text)))
  const clean = bound.filter((clause) => !limited(clause))
  clean.sort((x, y) => Number(eventsOf(y).has(kind)) - Number(eventsOf(x).has(kind)))
  if (clean.length > 0) return present(`The vendor must report ${sentenceOf[kind]}.`, clean.slice(0, 2))
  if (bound.length > 0)
    return partial(
      `Reporting ${sentenceOf[kind]} depends on a condition the vendor controls or on a threshold.`,
      bound.slice(0, 1),
    )
  if (weak.length > 0) return partial(`Reporting ${sentenceOf[kind]} is an aim, not a duty.`, weak.slice(0, 1))
  const reference = incorporated(a, paragraphs)
  if (reference !== null)
    return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
  return absent(`No duty of the vendor to report ${sentenceOf[kind]} was found.`)
}

export function improperUseReported(a: Agreement): Outcome {
  const found = judge(a, 'misuse', ['164.504(e)(2)(ii)(C)'])
  if (found.reading !== 'absent') return found
  const others = duties(a, 'breach').bound.length + duties(a, 'incident').bound.length
  return others > 0 ? absent('Breaches or security incidents are reported; misuse that is neither is not.') : found
}

export function incidentsReported(a: Agreement): Outcome {
  return judge(a, 'incident', ['164.314(a)(2)(i)(C)'])
}

const refusesNames =
  /\b(?:reports?|notices?|notification)\b[^.;]{0,30}\b(?:shall|will|may|need|must) not (?:identify|name|list|disclose|reveal|state who)\b|\b(?:may|can|will|shall) (?:omit|leave out|exclude|withhold)\b[^.;]{0,40}\b(?:names?|identit\w+)|\b(?:need not|not (?:be )?(?:required|obligated|obliged)|no (?:duty|obligation)|shall not be required|does not (?:have to|need to)|without (?=naming|identifying|listing|stating|giving|telling))[^.;]{0,60}\b(?:identif\w+|name|names|naming|list)\b[^.;]{0,60}\b(?:individuals?|patients?|persons?|people|whose)|\bidentit(?:y|ies)\b[^.;]{0,40}\b(?:not|need not|withheld)/

export function breachDuties(a: Agreement): ReadonlyArray<ReadClause> {
  return duties(a, 'breach').bound
}

export function breachesReported(a: Agreement): Outcome {
  const found = judge(a, 'breach', ['164.504(e)(2)(ii)(C)', '164.314(a)(2)(i)(C)', '164.410'])
  if (found.reading !== 'present') return found
  const refusing = a.operative.filter(
    ({ text, holder }) =>
      holder !== 'ce' &&
      refusesNames.test(text) &&
      /individual|patient|person|people|whose|callers?|members?|clients?|names|anyone|who /.test(text),
  )
  if (refusing.length > 0)
    return partial('Breaches are reported, but the identities that 164.410(c)(1) calls for are refused.', [
      ...found.clauses,
      refusing[0]!,
    ])
  return found
}
