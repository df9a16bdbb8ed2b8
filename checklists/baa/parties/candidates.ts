import { notParties, organisationEnd } from '../lexicon/party-words.ts'

/** A word or name the text uses for somebody, and what shows which side it is on. */
export type Candidate = { term: string; names: ReadonlyArray<string>; subjectOf: number; defined: boolean; at: number }

const proper = String.raw`(?:St\. )?\p{Lu}[\p{L}\d&'-]*(?:,? (?:of |for |and |& |the )?\p{Lu}[\p{L}\d&'.-]*)*`
const modal = String.raw`(?:shall|will|may|must|agrees|can|cannot|won't|undertakes|represents|acknowledges)`
const subject = new RegExp(
  String.raw`(?:\b[Tt]he )?\b([A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3})(?: also| hereby| further| then)? ${modal}\b`,
  'g',
)
const quoted = /"([A-Z][\w &'-]{1,40}?)[,.]?"/g
const formLabel =
  /^(?:business associate|vendor|provider|contractor|supplier|company|service provider|covered entity|practice|clinic|customer|client|hospital|facility|subscriber|department|agency|ba|ce)$/i
const organisation = new RegExp(`${proper}${organisationEnd.source}`, 'gu')
const openWords =
  /^(The|An?|By|If|When|Where|Once|And|Upon|That|Any|Each|Because|Nothing|Then|Here|On|In|But|As|So|For|Both|Until|Unless|After|Before|To) /

function nameBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 220), at).replace(/^.*¶/, '')
  const found = [...before.matchAll(new RegExp(proper, 'gu'))]
  const best = found.findLast((match) => {
    const name = match[0]
    const lead = before.slice(0, match.index)
    // "a Delaware corporation", "of Dayton", "under Contract 7": where or what, not who.
    if (/\b(?:an?|of|of the|in|under|state|at|to|via)\s$/i.test(lead)) return false
    return (
      (/ /.test(name) || name.length > 3) &&
      !notParties.has(name.split(' ')[0]!) &&
      !/^(State|Rule|Subpart|CFR|Title|January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
        name,
      )
    )
  })
  return best === undefined
    ? null
    : best[0].replace(/,$/, '').replace(/^(?:And|Between|Vendor|Contractor|Parties) /, '')
}

/** Every capitalised word that carries a duty or is defined as a short name, with how often it does. */
export function partyCandidates(text: string): Array<Candidate> {
  const flat = text.replace(/\n[ \t]*\n/g, ' ¶ ').replace(/\s+/g, ' ')
  const found = new Map<string, { names: Set<string>; subjectOf: number; defined: boolean; at: number }>()
  const of = (term: string, at: number) => {
    const known = found.get(term)
    if (known !== undefined) return known
    const fresh = { names: new Set<string>(), subjectOf: 0, defined: false, at }
    found.set(term, fresh)
    return fresh
  }
  for (const match of flat.matchAll(subject)) {
    let term = match[1]!
    while (openWords.test(term)) term = term.replace(openWords, '')
    if (!notParties.has(term.split(' ')[0]!) || / /.test(term))
      if (!notParties.has(term)) of(term, match.index).subjectOf += 1
  }
  for (const match of flat.matchAll(quoted)) {
    const term = match[1]!.replace(/^the /i, '')
    const after = flat.slice(match.index + match[0].length, match.index + match[0].length + 40)
    if (notParties.has(term) || /^,? (means|has the|have the|is defined|shall mean)/.test(after)) continue
    const opened =
      /[(/]\s*(?:(?:the|each|collectively|hereinafter|herein|referred to as|together|an?|and|or)[ ,]*)*(?:"[^"]{1,40}"[,/]? ?(?:or|and|\/)? ?(?:the )?)*$/i
    const before = flat.slice(Math.max(0, match.index - 90), match.index)
    if (!opened.test(before)) continue
    const entry = of(term, match.index)
    entry.defined = true
    const name = nameBefore(flat, match.index - (/\([^(]*$/.exec(before)?.[0].length ?? 0))
    if (name !== null && name !== term) entry.names.add(name)
  }
  // "Vendor:   Marigold LLC" on a form.
  for (const match of text.matchAll(
    /^[ \t]*(?:the )?([A-Z][a-z]+(?: [A-Z][a-z]+)?|BA|CE)(?: Name)?[ \t]*:[ \t]+(\p{Lu}[^\n:;]{2,70}?)(?:[ \t]{3,}|[ \t]*$)/gmu,
  )) {
    const term = match[1]!
    if (!formLabel.test(term)) continue
    const entry = of(term, match.index)
    entry.defined = true
    if (entry.names.size === 0) entry.names.add(match[2]!.trim().replace(/[,.]$/, ''))
  }
  // "Birchwood Hearing Center, LLC engages …": the short name is the first word of the full one, used alone later.
  for (const match of flat.slice(0, 1500).matchAll(organisation)) {
    const parts = match[0].split(/[ ,]+/)
    const usedAlone = (short: string) =>
      flat.split(
        new RegExp(
          `\\b${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b(?! (?:${parts.join('|').replace(/[^\p{L}|]/gu, '')})\\b)`,
          'i',
        ),
      ).length > 3
    const short = [3, 2, 1]
      .map((count) => parts.slice(0, Math.min(count, parts.length - 1)).join(' '))
      .find((words) => words.length >= 4 && usedAlone(words))
    if (short === undefined || notParties.has(short) || found.has(short)) continue
    const entry = of(short, match.index)
    entry.names.add(match[0])
    entry.defined = true
  }
  const taken = new Set<string>()
  return [...found]
    .sort((a, b) => a[1].at - b[1].at)
    .map(([term, entry]) => {
      const names = [...entry.names].filter((name) => !taken.has(name) && !found.has(name))
      for (const name of names) taken.add(name)
      return { term, ...entry, names }
    })
}
