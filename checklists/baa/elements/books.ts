import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { inspects, opensUp } from '../lexicon/acts.ts'
import { onlyKeeps, ownAct } from '../lexicon/main-act.ts'
import { dependsOnVendor } from '../lexicon/people.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'

const books =
  /\b(?:internal )?(?:practices|books|records|policies and procedures|policies|documents|documentation|facilities|systems|premises|accounts|logs)\b/
const opens =
  /\b(?:available|accessible|open|opens|opened|access|inspect|inspects|inspection|review|examine|let _sec|disclose|furnish|provide|produce|show|give|see|submit|shared?|hand over|hands over|turn over|deliver|present|produced?|produces?|examined|inspected|reviewed|provided|furnished|shown|given|opened|delivered|submitted|submits?|lets?|allows?|permits?|den(?:y|ies)|ready|laid|lay|lays|disposal|at hand|expose|grant|afford)\b/
const fullBooks = /\b(?:practices|books)\b/
const shut =
  /\bnot (?:be )?(?:obliged|required|obligated|bound) to (?:show|open|make|disclose|produce|give|provide|submit)\b|\bnot be (?:open|available|disclosed|subject|shown)\b|\bno (?:government(?:al)?|agency|regulator)\b|\bnot (?:make|open|disclose)[^.;]{0,60}\bavailable\b|\bnot (?:open|disclose|make)\b[^.;]{0,40}\b(?:books|records|practices)/
/** On the Secretary's behalf, or so that somebody's compliance can be seen: a purpose, not a recipient. */
const purposes =
  /\bor(?: to)? _ce,? (?:where|when|if|as|in case|acting|standing)\b[^.;,]{0,80}\b_sec(?:'s)? (?:stead|behalf|place|name|direction|agent|request)\b|\bor(?: to)? _ce,? (?:where|when|if|as|should|in case)\b[^.;,]{0,40}\b_sec (?:so |expressly )?(?:directs?|asks?|requests?|requires?|instructs?|orders?|wishes|wants|demands?|allows?|appoints?|designates?)\b|\((?:or|and|including) to _ce on _sec'?s? behalf\)|\bor(?: to)? _ce(?:,)? (?:acting )?(?:on|for) (?:behalf of )?_sec(?:'s)?(?: behalf)?|\b(?:for (?:the )?purposes? of|for use in|in order to|to (?:determine|verify|allow|enable|assess|check|show|demonstrate)|so that|for (?:determining|verifying|checking|allowing|use)|to the extent|for a determination)\b[^.;,]*/g

/** The covered entity's own books are not the vendor's. */
const entityBooks =
  /\b_ce's (?:own )?(?:internal )?(?:practices|books|records)(?:(?:,| and|,? or) (?:internal )?(?:practices|books|records))*/g

/** "Vendor shall tell Clinic of any request by the Secretary to see its books": telling is no opening. */
const tellsOfRequest =
  /_ba (?:shall|will|must|agrees to) (?:[a-z]+ly )?(?:also )?(?:notify|inform|tell|advise|alert|give _ce (?:[a-z]+ ){0,3}notice|report|forward|refer)\b[^.;]{0,80}\b(?:requests?|demands?|inquir\w+|asks?|subpoenas?|visits?|audits?|inspections?|investigations?)\b(?![^;]*\band (?:shall |will )?(?:make|open|give|provide|produce)\b)/

/** "cooperate with the Secretary by making its books available" opens them; "cooperate with a review of its books" does not. */
function opensBooks(text: string): boolean {
  // "shall keep its books open to the Secretary" opens them.
  if (/\b(?:open|available|accessible|ready|disposal)\b/.test(text) && ownAct(text) === text) return true
  const act = ownAct(text, onlyKeeps)
  return act === text || (act !== null && books.test(act) && (opens.test(act) || opensUp.test(act)))
}

export function booksToSecretary(a: Agreement): Outcome {
  const refusing = a.operative.filter(
    ({ text, holder, modality }) =>
      holder !== 'ce' &&
      (modality === 'not' || modality === 'refuse') &&
      shut.test(text) &&
      /_sec|government|agency|regulator|anyone|any person/.test(text) &&
      /\bthey\b|books|records|practices/.test(text),
  )
  if (refusing.length > 0) return contrary('The records are closed to government agencies.', refusing.slice(0, 1))
  const found = a.operative.filter(({ text: words, holder, modality }) => {
    const text = words.replace(entityBooks, ' ')
    return (
      holder !== 'ce' &&
      holder !== 'sub' &&
      (modality === 'duty' ||
        modality === 'fact' ||
        (modality === 'may' &&
          /^who may|shall be available|may inspect|_sec may|\b(?:is|are) (?:open|available) to _sec/.test(text))) &&
      /_sec/.test(text) &&
      books.test(text) &&
      (opens.test(text) || opensUp.test(text)) &&
      !/^(?:_ba )?(?:shall )?report to _sec/.test(text) &&
      !tellsOfRequest.test(text) &&
      opensBooks(text)
    )
  })
  const full = found.filter(({ text }) => fullBooks.test(text) && !dependsOnVendor(text))
  if (full.length > 0) return present('Internal practices, books and records are open to the Secretary.', [full[0]!])
  const atWill = found.filter(({ text }) => fullBooks.test(text))
  if (atWill.length > 0)
    return partial('The books are open to the Secretary only where the vendor agrees to it.', [atWill[0]!])
  if (found.length > 0)
    return partial('Records are open to the Secretary; internal practices and books are not named.', [found[0]!])
  const cooperates = a.operative.filter(
    ({ text, holder, modality }) =>
      holder === 'ba' && modality === 'duty' && /_sec/.test(text) && /\bcooperat|\bassist/.test(text),
  )
  if (cooperates.length > 0)
    return partial('The vendor cooperates with the Secretary; its books are not opened.', [cooperates[0]!])
  const reference = incorporated(a, ['164.504(e)(2)(ii)(I)'])
  if (reference !== null)
    return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
  return absent('Nothing opens the vendor\u2019s books to the Secretary.')
}

const audits =
  /\b(?:audits?|read|reads|inspects?|looks?|inspection|examines?|examination|reviews?|assess(?:es|ment)?|visits?|enter|access|test|check|go (?:through|over)|walk through|look at|see|verify)\b/
const ofVendor =
  /_ba|\bsame (?:books|records)|\bcompliance\b|\bsystems?\b|\brecords?\b|\bpremises\b|\bfacilit(?:y|ies)\b|\blogs?\b|\bcontrols\b|\bbooks\b|\bpractices\b/
/** "We may come and look at them too": them = the books of the sentence before. */
function pointsBack(a: Agreement, clause: ReadClause): boolean {
  const before = a.operative[a.operative.indexOf(clause) - 1]
  return (
    /\b(?:them|those|these|the same|likewise|do so)\b/.test(clause.text) &&
    before?.unit === clause.unit &&
    /\b(?:books|records|systems)\b/.test(before.text)
  )
}

/** "We may audit once a year.": whom, goes without saying. */
const barelyAudits =
  /(?:^|: )_ce (?:may|can) (?:also )?audit(?:,? (?:(?:once|twice|each|every|yearly|annually|at any (?:reasonable )?time)\b|(?:on|upon) [^.;]{0,30}\b(?:notice|request|demand)\b)[^.;]{0,40})?\W*$/

/** "Either party may audit the records with which the other handles it": the covered entity is one of them. */
const auditsOther =
  /\b(?:audits?|inspects?|examines?|reviews?|checks?) [^.;]{0,60}\b(?:books|records|systems?|premises|facilit(?:y|ies)|logs?|controls|practices|compliance)\b[^.;]{0,60}\bthe other\b|\b(?:audits?|inspects?|examines?|reviews?|checks?) [^.;]{0,30}\bthe other(?: party)?'s\b/

/** A right with what its sentence goes on to say of it: "…, provided that Vendor may refuse at any time". */
function withProviso(a: Agreement, clause: ReadClause): string {
  const next = a.operative[a.operative.indexOf(clause) + 1]
  const same = next !== undefined && next.sentence.start === clause.sentence.start
  return same && /^(?:and )?(?:provided|unless|except|but|only|however|subject|which|it|_ba)\b/.test(next.ownText)
    ? `${clause.text} ${next.ownText}`
    : clause.text
}

/** "They must be open to us as well": they = the books of the sentence before. */
function pointsBackTo(a: Agreement, clause: ReadClause): boolean {
  const before = a.operative[a.operative.indexOf(clause) - 1]
  return before?.unit === clause.unit && /\b(?:books|records|systems|premises)\b/.test(before.text)
}

const papers =
  /\b(?:soc ?2|soc ?1|hitrust|iso 27001|penetration|pen[- ]test|report|reports|polic(?:y|ies)|summary|summaries|certificat\w+|questionnaire|attestation|risk[- ]analysis|assessment)\b/
const deeper =
  /\b(?:records?|books|systems?|premises|facilit(?:y|ies)|audit logs?|access logs?|logs|practices|controls|on[- ]site|site)\b/
const waiver =
  /\b_ce (?:hereby )?(?:gives? up|forgoes?|forego(?:es)?|surrenders?|relinquish(?:es)?|renounces?|releases?)\b[^.;]{0,80}\b(?:audit|inspect|examine|question|review)|\bwaives? (?:any|all|its|every)?[^.;]{0,40}\b(?:right|rights|claim)?[^.;]{0,30}\b(?:audit|inspect|examine|question|review)|\b_ce (?:may|shall|can|has|have)(?: \w+)? (?:not|no right to)\b[^.;]{0,40}\b(?:audit|inspect|examine)|\bno right (?:to|of) (?:audit|inspect)/
const ownAffairs =
  /\b(?:audits?|inspections?|reviews?|examinations?|investigations?) of _ce\b(?!'s)|\baudit (?:its|their|_ce's) own\b|\bits own staff|^_ce\b[^.;]{0,60}\bits audit logs\b|\b(?:the|any|its|_ba's|audit|review|inspect|examine) (?:fees?|invoices?|charges|billings?|time sheets)/

export function entityAudit(a: Agreement): {
  outcome: Outcome
  holder: 'ce_own' | 'documents_only' | 'waived' | 'none'
} {
  const waived = a.operative.filter(
    ({ text, holder }) => (holder !== 'ba' && waiver.test(text)) || (/\bwaives?\b/.test(text) && waiver.test(text)),
  )
  if (waived.length > 0)
    return { outcome: contrary('The covered entity waives its right to audit.', waived.slice(0, 1)), holder: 'waived' }
  const right: Array<ReadClause> = []
  const documents: Array<ReadClause> = []
  for (const clause of a.operative) {
    const { holder, modality, zone } = clause
    const text = clause.text.replace(purposes, ' ')
    if (
      zone !== 'operative' ||
      ownAffairs.test(text) ||
      /\bif the [^.;]{3,40} is (?:marked|ticked|selected|checked)|\bif (?:marked|selected|purchased)\b/.test(text)
    )
      continue
    if (
      /164\.52[468]|designated record set|individual|patient(?:s|'s)? (?:access|request)/.test(text) &&
      !/\baudit|inspect/.test(text)
    )
      continue
    if (
      (holder === 'ce' ||
        /^_ce\b/.test(text) ||
        /\b_ce, (?:which|who) may\b/.test(text) ||
        (holder === 'either' && auditsOther.test(text))) &&
      modality === 'may' &&
      (audits.test(text) || inspects.test(text) || /\bdo (?:likewise|the same)\b/.test(text)) &&
      (ofVendor.test(text.replace(/^_ce/, '')) || pointsBack(a, clause) || barelyAudits.test(text)) &&
      !/\baccess requests?|terminate|\b(?:web ?site|web ?pages?|blog|booth|stand)\b|\b(?:cancel|end|close|revoke) (?:_agr|it|this|all|any|the)\b|notice of|review the (?:notice|report)/.test(
        text,
      )
    ) {
      if (
        papers.test(text) &&
        !deeper.test(text.replace(/\baudit (?:reports?|summary)/g, '')) &&
        !/\b(?:audit|inspect) _ba|_ba's (?:compliance|performance)/.test(text)
      )
        documents.push(clause)
      else right.push(clause)
      continue
    }
    if (
      /\bwho (?:may|can|else)\b[^.]*\b(?:check|audit|inspect|look|verify)[^.]*\b_ce\b/.test(text) &&
      audits.test(text.replace(/^who[^:]*/, '')) &&
      ofVendor.test(text)
    ) {
      right.push(clause)
      continue
    }
    if (/_ce agrees that [^.;]*\bsatisf(?:y|ies)\b[^.;]*\b(?:right|audit|verif)/.test(text) && papers.test(text)) {
      documents.push(clause)
      continue
    }
    const alsoMay = /^_ce (?:may|can) (?:too|also|as well|likewise)(?: |[:;,.]|$)/.test(text) && pointsBackTo(a, clause)
    const sameAccess =
      alsoMay ||
      (/^_ce\b[^.;]{0,40}\b(?:shall|will|must|is to|may|has|have)\b[^.;]{0,20}\b(?:the same|equal|like|similar) (?:access|rights?)\b/.test(
        text,
      ) &&
        pointsBackTo(a, clause))
    if (sameAccess) {
      right.push(clause)
      continue
    }
    const allowed =
      (holder === 'ba' || holder === 'thing' || holder === 'either') &&
      (modality === 'duty' || modality === 'fact' || (modality === 'not' && /unreasonably/.test(text)))
    if (!allowed || /^_ce\b/.test(text)) continue
    const lets =
      /\b(?:permit|permits|allow|allows|admit|admits|let|lets|enable|submit to|submits? [^.;]{3,60} to|available for|consent to|consents to|cooperate (?:with|in)|grant|grants|give|gives|support|undergo|receive|welcome|accept|subjects? (?:itself )?to|open to|host)\b[^.;]{0,60}(?:_ce|audit|inspection)/.test(
        text,
      ) &&
      /\b(?:audit|audits|audited|inspect|inspection|inspections|examine|examination|assessments? (?:by|of))\b/.test(
        text,
      )
    const opensUp =
      /\b(?:grant|give|allow|afford|provide)s? _ce(?:'s [a-z ]{3,40}| and (?:its|_ce's) [a-z ]{3,40}?)? (?:[a-z]+ ){0,3}access,?(?: [^,;]{3,60},)? to [^.;]{0,90}\b(?:books|records|systems|premises|facilit(?:y|ies)|logs)\b/.test(
        text,
      ) && !/164\.52|individual|patient/.test(text)
    const results =
      /\b(?:summar(?:y|ies)|results?|reports?|cop(?:y|ies)|certificates?|findings) (?:of|from|on) (?:[a-z_']+ ){0,4}(?:audits?|inspections?|assessments?|examinations?)\b/
    if (
      (lets && /_ce/.test(text) && !(results.test(text) && !/\b(?:permit|allow|submit|subject)/.test(text))) ||
      opensUp
    ) {
      right.push(clause)
      continue
    }
    const toEntity =
      /\b(?:to|for|before) _ce\b|\b(?:give|send|provide|furnish|show|supply|deliver|let|e-?mail|mail|hand|forward)s? (?:to )?_ce\b|\bto (?:either )?_sec (?:and|or)(?: also)? (?:to )?_ce|_ce(?: and|,? or)? (?:to )?_sec|available (?:both )?to _ce|\balso to _ce/.test(
        text,
      )
    const openBooks =
      /_ba's [^.;]{0,80}\b(?:records|systems|doors|premises|books|logs|facilities)\b[^.;]{0,60}\b(?:is|are|be|stands?|remains?) (?:always )?(?:open|accessible|available) to _ce\b/.test(
        text,
      ) ||
      /\b(?:puts?|lays?|places?|sets?) [^.;]{0,60}\b(?:records|books|logs|systems)\b[^.;]{0,40} before _ce\b/.test(
        text,
      ) ||
      /\b(?:shows?|opens?|discloses?) _ce [^.;]{0,60}\b(?:logs|systems|premises)\b/.test(text) ||
      (/\b(?:opens?|shows?|lays? open|exposes?|produces?) (?:to )?(?:_ce )?[^.;]{0,60}\b(?:systems?|premises|doors|records|logs|facilit(?:y|ies))\b/.test(
        text,
      ) &&
        !/disclosures|_phi|patient|individual/.test(text)) ||
      (/^(?:they|these|those|it|the same|_ba's [a-z, ]{3,40}) (?:shall|must|will|are to) (?:also )?be (?:open|available|shown|accessible)\b/.test(
        text,
      ) &&
        pointsBackTo(a, clause)) ||
      (/\b(?:internal )?practices, books|\bbooks (?:and|or) records|\bbooks\b|\brecords (?:relating|about|concerning|on|regarding)|\bpremises|\bfacilit/.test(
        text,
      ) &&
        opens.test(text))
    if (toEntity && openBooks && !/164\.52/.test(text)) {
      right.push(clause)
      continue
    }
    if (
      papers.test(text) &&
      !/\b164\.|designated record/.test(text) &&
      /\b(?:send|give|provide|furnish|supply|deliver|share|show|make|submit|offer|e-?mail|mail|forward|hand|present|pass)\w*\b/.test(
        text,
      ) &&
      (toEntity ||
        /^ask\b/.test(clause.whole) ||
        /\b(?:on|upon|at) (?:[a-z_']+ ){0,4}request|\b(?:if|when) (?:_ce )?ask(?:s|ed)\b|\byearly\b|\bannual|\beach (?:year|january|february|march|april|may|june|july|august|september|october|november|december|quarter)|\bevery year|\bonce a year/.test(
          text,
        )) &&
      /\b(?:soc ?[12]|hitrust|iso 27001|penetration|pen[- ]test|security polic|polic(?:y|ies)|risk[- ]analysis|risk assessment|audit report|questionnaire|certification|attestation)/.test(
        text,
      ) &&
      !/breach|incident|training/.test(text)
    )
      documents.push(clause)
  }
  const granted = right.filter((clause) => !dependsOnVendor(withProviso(a, clause)))
  if (right.length > 0 && granted.length === 0)
    return {
      outcome: partial('The covered entity may look only where the vendor agrees to it.', right.slice(0, 2)),
      // The one value for a right that is less than the covered entity's own (baa.md 4: S6 partial and this belong together).
      holder: 'documents_only',
    }
  if (right.length > 0)
    return {
      outcome: present('The covered entity may itself look at records, systems or premises.', [
        ...granted.slice(0, 2),
        ...documents.slice(0, 1),
      ]),
      holder: 'ce_own',
    }
  if (documents.length > 0)
    return {
      outcome: partial('Only documents on request; no right to look for itself.', documents.slice(0, 2)),
      holder: 'documents_only',
    }
  return { outcome: absent('The covered entity has no audit right of its own.'), holder: 'none' }
}

const named: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bsoc ?2,? type (?:ii|2)\b/, 'SOC 2 Type II'],
  [/\bsoc ?2\b/, 'SOC 2'],
  [/\bhitrust\b/, 'HITRUST'],
  [/\biso ?27001\b/, 'ISO 27001'],
  [/\bpen(?:etration)?[- ]test/, 'penetration test summary'],
  [/\baudit logs?\b/, 'audit log'],
  [/\brisk[- ]analysis\b/, 'risk analysis summary'],
]

/** Reports the vendor must hand over or open, as the text names them. */
export function auditReports(a: Agreement): Array<string> {
  const found = new Set<string>()
  for (const { text, holder, modality, topic } of a.operative) {
    const hands =
      (holder === 'ba' || holder === 'thing') &&
      (modality === 'duty' || (modality === 'fact' && a.presentTense)) &&
      /\b(?:deliver|send|sends|provide|provides|furnish|supply|give|share|sent to _ce|make)\b/.test(text)
    const sees =
      holder === 'ce' && modality === 'may' && /\b(?:examine|review|request|inspect|ask|obtain|receive)\b/.test(text)
    if (
      (!hands && !sees) ||
      /\bif the [^.;]{3,40} is marked/.test(text) ||
      (/risk[- ]analysis/.test(text) && !/summary|copy|send|deliver/.test(text))
    )
      continue
    void topic
    for (const [pattern, name] of named) {
      if (pattern.test(text) && !(name === 'SOC 2' && /\bsoc ?2,? type/.test(text))) found.add(name)
    }
  }
  return [...found]
}
