import { organisationEnd } from '../lexicon/party-words.ts'
import { withSingleSpaces } from '../text/spaces.ts'

const name = String.raw`([A-Z][\w-]*(?: [A-Z][\w-]*){0,3})`

const behindCompany = new RegExp(String.raw`${organisationEnd.source} ?\((?:the |together,? |collectively,? )*"[^"]*"$`)

/** The words this text uses for protected health information, learned from its own definitions. */
export function informationTerms(source: string): Array<string> {
  const text = withSingleSpaces(source)
  const found = new Set<string>([
    'Protected Health Information',
    'protected health information',
    'PHI',
    'ePHI',
    'EPHI',
    'e-PHI',
    'Electronic PHI',
    'electronic PHI',
  ])
  const patterns = [
    new RegExp(
      String.raw`\b${name} \((?:the |all |meaning |that is,? |any |being )?(?:protected health information|PHI)\b`,
      'g',
    ),
    new RegExp(
      String.raw`"${name},?" (?:means|is|are|shall mean|refers to|has the meaning|covers|being)((?:(?!\b(?:to|of|in|from|affecting|involving|about|under)\b)[^."]){0,60}?)(?:protected health information|PHI\b|health information)`,
      'gi',
    ),
    new RegExp(
      String.raw`(?:protected health information|health information|PHI|numbers|names|message text)\b[^."]{0,140}?\((?:the |together,? |collectively,? |in any form,? )*"${name}"`,
      'g',
    ),
    new RegExp(
      String.raw`(?:[Pp]rotected health information|[Pp]atient information)\b[^."]{0,90}?(?:,| is| are| will be| shall be)? (?:called|referred to (?:here |below )?as|known (?:here )?as|which we call) "?${name}"?`,
      'g',
    ),
  ]
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const term = match[1]!
      // "the protected health information that Bexley Night Nurse, LLC ("Nurse Line") receives": a company's name.
      if (behindCompany.test(match[0])) continue
      if (
        !/^(Covered|Business|Breach|Security|Designated|Required|Unsecured|Subcontractor|Services?|Agreement|BAA|HIPAA|Privacy|De-?identified)/.test(
          term,
        )
      )
        found.add(term)
    }
  }
  if ((text.match(/\bPHI\b/g)?.length ?? 0) < 2) {
    for (const term of [
      'the information',
      'The information',
      'the data',
      'patient information',
      'Patient information',
      'patient data',
      'health information',
    ]) {
      if (text.split(term).length > 3) found.add(term)
    }
  }
  found.add('patient health information')
  for (const term of [...found]) found.add(term.toUpperCase())
  return [...found].sort((a, b) => b.length - a.length)
}

const noPaper =
  /^(?:Section|Article|Part|Paragraph|Clause|Subpart|Subsection|Title|Chapter|Party|Order|Rule|Notice|Page|Line|Table|Date|Term|Sentence|Secretary|Canto)$/

/** What this text calls itself, when it is none of the ordinary words: "this Compact", three times or more. */
export function agreementTerms(source: string): Array<string> {
  const counted = new Map<string, number>()
  for (const [, word] of source.matchAll(/\b[Tt]his\s+([A-Z][a-z]{3,20})\b/g))
    if (!noPaper.test(word!)) counted.set(word!, (counted.get(word!) ?? 0) + 1)
  return [...counted].filter(([, count]) => count >= 3).map(([word]) => `this ${word.toLowerCase()}`)
}

/** Words defined as whoever does part of the vendor's work: "Fledgling" means any firm to whom Vendor delegates …. */
export function subcontractorTerms(source: string): Array<string> {
  const text = withSingleSpaces(source)
  return [
    ...text.matchAll(
      /"([A-Z][\w -]{2,30}),?" (?:means|is|refers to|shall mean) (?:any|each|every|an?|the) (?:other |third |outside )?(?:person|firm|company|entity|party|vendor|supplier|business|agent|organization|individual)\b[^."]{0,80}\b(?:delegat|sub-?contract|engage|hire|retain|perform|entrust|pass|act on)/g,
    ),
  ]
    .map(([, term]) => term!)
    .filter((term) => !/^(?:Business Associate|Covered Entity|Vendor|Contractor|Individual|Workforce)$/i.test(term))
}
