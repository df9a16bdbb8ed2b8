import { notParties, organisationEnd } from '../lexicon/party-words.ts'
import { withSingleSpaces } from '../text/spaces.ts'

/** A word or name the text uses for somebody, and what shows which side it is on. `aliases`: other words for the same. */
export type Candidate = {
  term: string
  names: ReadonlyArray<string>
  aliases: ReadonlyArray<string>
  subjectOf: number
  defined: boolean
  at: number
}

const proper = String.raw`(?:St\. )?\p{Lu}[\p{L}\d&'-]*(?:,? (?:of |for |and |& |the )?\p{Lu}[\p{L}\d&'.-]*)*`
const modal = String.raw`(?:shall|will|may|must|agrees|can|cannot|won't|undertakes|represents|acknowledges|is responsible for)`
const subject = new RegExp(
  String.raw`(?:\b[Tt]he )?\b([A-Z][\w&-]*(?:\s[A-Z][\w&-]*){0,3})(?:\s(?:also|hereby|further|then))?\s${modal}\b`,
  'g',
)
const quoted = /"([A-Z][\w &'-]{1,40}?)[,.]?"/g
/** The ordinary words for a party, as they stand on forms and, in small letters, in letters and memoranda. */
const roleWord =
  'business associate|associate|vendor|contractor|provider|supplier|company|service provider|consultant|processor|recipient|covered entity|entity|practice|clinic|customer|client|hospital|facility|subscriber|department|agency|university|pharmacy|plan|health system|health plan|undersigned|subcontractor|ba|ce'
const formLabel = new RegExp(`^(?:${roleWord})$`, 'i')
const smallSubject = new RegExp(String.raw`\b[Tt]he (${roleWord})(?: also| hereby| further)? ${modal}\b`, 'g')
const organisation = new RegExp(`${proper}${organisationEnd.source}`, 'gu')
const namedBefore = new RegExp(String.raw`${organisationEnd.source} ?\((?:the |collectively,? )?$`)
const openWords =
  /^(The|An?|By|If|When|Where|Once|And|Upon|That|Any|Each|Because|Nothing|Then|Here|On|In|But|As|So|For|Both|Until|Unless|After|Before|To) /
const thingEnd = /\b(?:PHI|ePHI|EPHI|Information|Data|Records?|Incidents?|Breach(?:es)?|Disclosures?|Uses?)$/

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

type Entry = { names: Set<string>; aliases: Set<string>; subjectOf: number; defined: boolean; at: number }

/** Every word that carries a duty or is defined as a short name, with how often it does. */
export function partyCandidates(text: string): Array<Candidate> {
  const flat = withSingleSpaces(text.replace(/\n[ \t]*\n/g, ' ¶ '))
  const found = new Map<string, Entry>()
  const of = (term: string, at: number) => {
    const known = found.get(term)
    if (known !== undefined) {
      known.at = Math.min(known.at, at)
      return known
    }
    const fresh: Entry = { names: new Set<string>(), aliases: new Set<string>(), subjectOf: 0, defined: false, at }
    found.set(term, fresh)
    return fresh
  }
  for (const match of text.matchAll(subject)) {
    let term = match[1]!
    // A heading on the line above is no part of the name, unless the two stand on one line elsewhere.
    if (/[\n\t]/.test(term)) {
      const oneLine = term.replace(/\s/g, ' ')
      term = text.includes(oneLine) ? oneLine : term.slice(Math.max(term.lastIndexOf('\n'), term.lastIndexOf('\t')) + 1)
    }
    while (openWords.test(term)) term = term.replace(openWords, '')
    if ((!notParties.has(term.split(' ')[0]!) || / /.test(term)) && !notParties.has(term) && !thingEnd.test(term))
      of(term, match.index).subjectOf += 1
  }
  for (const match of flat.matchAll(smallSubject)) {
    if (!/^[a-z]/.test(match[1]!)) continue
    const entry = of(`the ${match[1]!}`, match.index)
    entry.subjectOf += 1
  }
  for (const match of flat.matchAll(quoted)) {
    const term = match[1]!.replace(/^the /i, '')
    const after = flat.slice(match.index + match[0].length, match.index + match[0].length + 90)
    // "Voz Amiga Answering, Inc. ("Service")": an ordinary word, but behind a name it stands for the company.
    const behindName = namedBefore.test(flat.slice(Math.max(0, match.index - 40), match.index))
    if ((notParties.has(term) && !behindName) || thingEnd.test(term)) continue
    const meant = /^,? (?:means|is|shall mean|refers to) (?:the )?/.exec(after)
    if (meant !== null) {
      // "Contractor" means Northfield Reminders, Inc.
      const name = new RegExp(`^${organisation.source}`, 'u').exec(after.slice(meant[0].length))
      if (name !== null || (formLabel.test(term) && /^\p{Lu}[\p{L}'-]+ \p{Lu}/u.test(after.slice(meant[0].length)))) {
        const entry = of(term, match.index)
        entry.defined = true
        entry.names.add(
          name?.[0] ?? new RegExp(`^${proper}`, 'u').exec(after.slice(meant[0].length))![0].replace(/[.,]$/, ''),
        )
      }
      continue
    }
    if (/^,? (means|has the|have the|is defined|shall mean)/.test(after)) continue
    const opened =
      /[(/]\s*(?:(?:the|each|collectively|hereinafter|herein|referred to as|together|an?|and|or)[ ,]*)*(?:"[^"]{1,40}"[,/]? ?(?:or|and|\/)? ?(?:the )?)*$/i
    const before = flat.slice(Math.max(0, match.index - 90), match.index)
    if (!opened.test(before)) continue
    const entry = of(term, match.index)
    entry.defined = true
    if (notParties.has(term))
      entry.subjectOf = flat.match(new RegExp(String.raw`\b${term} ${modal}\b`, 'g'))?.length ?? 0
    const name = nameBefore(flat, match.index - (/\([^(]*$/.exec(before)?.[0].length ?? 0))
    if (name !== null && name !== term) entry.names.add(name)
  }
  // ("Northfield" or "Vendor"): two words, one party.
  for (const match of flat.matchAll(/\(([^()"]{0,60}"[^()"]{2,40}"[^()]{0,20}"[^()"]{2,40}"[^()]{0,60})\)/g)) {
    const terms = [...match[1]!.matchAll(/"([A-Z][\w &'-]{1,40}?)[,.]?"/g)]
      .map(([, term]) => term!)
      .filter((term) => found.has(term))
    for (const term of terms) for (const other of terms) if (other !== term) found.get(term)!.aliases.add(other)
  }
  // "Vendor:   Marigold LLC", "Vendor ........ Marigold LLC", "Vendor | Marigold LLC", "VENDOR: Marigold LLC".
  for (const match of text.matchAll(
    /^[ \t]*\|?[ \t]*(?:the )?([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?|BA|CE)(?: Name)?[ \t]*(?::[ \t]+|\.{4,}[ \t]*|[ \t]*\|[ \t]*|\t+)(\p{Lu}[^\n:;|\t]{2,70}?)(?:[ \t]{3,}|[ \t]*\|?[ \t]*$)/gmu,
  )) {
    if (!formLabel.test(match[1]!)) continue
    // "Plan: Growth (up to 25,000 contacts)": a label the terms never speak of again names a thing bought.
    if (/^plan$/i.test(match[1]!) && (text.match(/\b(?:PLAN|Plan|the plan)\b/g)?.length ?? 0) < 2) continue
    const name = match[2]!.trim().replace(/,$/, '')
    if (/\b(?:shall|will|must|may|agrees)\b/.test(name) || !/[a-z]/.test(name)) continue
    const capitals = match[1]!.length > 2 && match[1] === match[1]!.toUpperCase()
    const title = match[1]!.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
    const term = !capitals || found.has(match[1]!) ? match[1]! : title
    const entry = of(term, match.index)
    entry.defined = true
    if (entry.names.size === 0) entry.names.add(name.replace(/[.]$/, ''))
  }
  // "…, hereinafter called the Practice", "… (the clinic)", "… (Kindword)" without quotation marks.
  for (const match of flat
    .slice(0, 4000)
    .matchAll(
      /(?:,? ?\(?(?:hereinafter|hereafter|herein|below|in this \w+)?,? ?(?:referred to (?:here |below )?as|called|known (?:here )?as|hereinafter|hereafter) (?:the )?"?|[^\s,;:]\s\((?:the )?)([A-Za-z][\w&'-]*(?: [A-Za-z][\w&'-]*){0,2})"?(?=[,.;)]| and\b| enter\b| agree\b)/g,
    )) {
    const small = /^[a-z]/.test(match[1]!)
    const word = match[1]!
    if ((small && !formLabel.test(word)) || notParties.has(word) || thingEnd.test(word)) continue
    const term = small ? `the ${word}` : word
    if (flat.split(new RegExp(`\\b${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'i')).length < 4) continue
    const name = nameBefore(flat, match.index + 1)
    if (name === null || /\/s\/[^/]{0,40}$/.test(flat.slice(0, match.index))) continue
    const entry = of(term, match.index)
    entry.defined = true
    if (entry.names.size === 0 && name !== term) entry.names.add(name)
  }
  // "Birchwood Hearing Center, LLC engages …": the short name is the first word of the full one, used alone later.
  for (const match of flat.slice(0, 1500).matchAll(organisation)) {
    // "Northfield, Inc. and Pine Street, P.C.": two names.
    for (const whole of match[0].split(/(?<=\b(?:Inc|LLC|LLP|PLLC|Corp|Co|Ltd|P\.?C|P\.?A|LP)\.?),? and /)) {
      // A title in capitals on the line above is no part of the name.
      const full = whole.replace(/^(?:[A-Z]{2,}[A-Z&/-]* )+(?=[A-Z][a-z])/, '')
      const parts = full.split(/[ ,]+/)
      const usedAlone = (short: string) =>
        flat.split(
          new RegExp(
            `\\b${short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b(?! (?:${parts.join('|').replace(/[^\p{L}|]/gu, '')})\\b)`,
            'i',
          ),
        ).length > 3
      const shorts = [3, 2, 1].map((count) => parts.slice(0, Math.min(count, parts.length - 1)).join(' '))
      const short =
        shorts.find((words) => found.has(words) && words.length >= 3) ??
        shorts.find((words) => words.length >= 4 && usedAlone(words))
      if (short === undefined || notParties.has(short)) continue
      const entry = of(short, match.index)
      entry.names.add(full)
      entry.defined = true
    }
  }
  const taken = new Set<string>()
  return [...found]
    .sort((a, b) => a[1].at - b[1].at)
    .map(([term, entry]) => {
      const names = [...entry.names].filter((name) => !taken.has(name) && !found.has(name))
      for (const name of names) taken.add(name)
      return { term, ...entry, names, aliases: [...entry.aliases] }
    })
}
