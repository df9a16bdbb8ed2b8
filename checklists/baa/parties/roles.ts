import { associateWords, entityWords, organisationEnd } from '../lexicon/party-words.ts'
import { withSingleSpaces } from '../text/spaces.ts'
import { type Candidate, partyCandidates } from './candidates.ts'
import { conductOf } from './conduct.ts'
import { actsAround } from './sights.ts'

/** Who plays which part, with every word the text uses for them. Empty `terms`: the part could not be given. */
export type Party = { term: string; name: string | null; terms: ReadonlyArray<string> }
export type Roles = { associate: Party; entity: Party; firstPerson: 'associate' | 'entity' | null; swapped: boolean }

const literal = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Defined terms that name a paper, a time or a thing, never a party. */
const thingWords =
  /\b(?:agreement|contract|addendum|rider|schedule|window|period|time|limit|terms|services?|rules?|program|notice|information|data|list|act|law|exhibit|psc|date|fee|site|policy|package|records?|incident|breach)$/i

function weigh(done: number, candidate: Candidate, acts: number): number {
  const { term } = candidate
  const word = /^(?:business associate|ba)$/i.test(term) ? 12 : associateWords.test(term) ? 3 : 0
  const other = /^(?:covered entity|ce)$/i.test(term) ? 12 : entityWords.test(term) ? 3 : 0
  return done + acts + word - other + Math.min(candidate.subjectOf, 12) * 0.25
}

function firstPersonSide(
  text: string,
  acts: ReadonlyMap<string, number>,
): { side: 'associate' | 'entity' | null; weight: number } {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const we = count(/\b(?:I|[Ww]e)(?:'ll| will| shall| may| won't| must| agree| use| keep| comply| do| don't)\b/g)
  const you = count(/\b[Yy]ou(?:r|'ll)?\b/g)
  const apart = (acts.get('we') ?? 0) + (acts.get('i') ?? 0) - (acts.get('you') ?? 0)
  if ((we < 3 || you < 2) && (we + you < 3 || Math.abs(apart) < 4)) return { side: null, weight: 0 }
  if (Math.abs(apart) >= 4) return { side: apart > 0 ? 'associate' : 'entity', weight: we }
  const associate = count(
    /\b(?:I|[Ww]e)(?:'ll|'re| will| shall| won't| must| keep| comply| may)?\b[^.]{0,80}\b(?:report|notify|tell you|your PHI|use and disclose|Security Rule|safeguards)/g,
  )
  const entity = count(
    /\b[Yy]ou(?:'ll| will| shall| must| may| agree)\b[^.]{0,80}\b(?:report|notify us|tell us|use and disclose|Security Rule|safeguards|our patients|subcontractors)/g,
  )
  return { side: associate >= entity ? 'associate' : 'entity', weight: we }
}

const plainWords = {
  associate: ['vendor', 'contractor', 'supplier', 'provider', 'company', 'service provider', 'consultant'],
  entity: [
    'customer',
    'clinic',
    'practice',
    'hospital',
    'client',
    'covered entity',
    'subscriber',
    'facility',
    'center',
    'patient',
    'agency',
    'group',
    'pharmacy',
    'university',
  ],
}

/** A side that is defined nowhere goes by the common word the text uses for it: "Customer", "the clinic". */
function commonWord(text: string, side: 'associate' | 'entity', extra: ReadonlyArray<string>): Party {
  if (extra.length > 0) return party(undefined, text, extra)
  const counted = plainWords[side].flatMap((word) => {
    const capital = word.replace(/^./, (letter) => letter.toUpperCase())
    const bare = text.match(new RegExp(String.raw`\b${capital}\b(?! [A-Z][a-z])`, 'g'))?.length ?? 0
    const spoken = text.match(new RegExp(String.raw`\bthe ${word}\b`, 'gi'))?.length ?? 0
    return [
      { term: capital, terms: [capital], count: bare },
      { term: `the ${word}`, terms: [`the ${word}`, `The ${word}`], count: spoken },
    ]
  })
  const best = counted.filter(({ count }) => count >= 4).sort((a, b) => b.count - a.count)[0]
  return best === undefined ? party(undefined, text, extra) : { term: best.term, name: null, terms: best.terms }
}

/** Names defined in one breath with "we" or with "you". */
function spokenAliases(text: string): { we: Array<string>; you: Array<string> } {
  const found = { we: new Set<string>(), you: new Set<string>() }
  for (const match of text.matchAll(/(?:"[^"]{2,40}"(?:,| and| or|, and|, or|\s)*){2,5}/g)) {
    const terms = [...match[0].matchAll(/"([^"]{2,40}?),?"/g)].map(([, term]) => term!)
    const side = terms.some((term) => /^(?:we|us|our)$/i.test(term))
      ? 'we'
      : terms.some((term) => /^you(?:r)?$/i.test(term))
        ? 'you'
        : null
    if (side === null || (/\bwe\b|\bus\b/i.test(match[0]) && /\byou\b/i.test(match[0]))) continue
    for (const term of terms) if (!/^(?:we|us|our|ours|you|your|yours)$/i.test(term)) found[side].add(term)
  }
  return { we: [...found.we], you: [...found.you] }
}

/** "We" or "You" chosen as a party's own word settles who speaks. */
function spoken(associate: string, entity: string): Roles['firstPerson'] {
  if (/^we$/i.test(associate) || /^you$/i.test(entity)) return 'associate'
  return /^you$/i.test(associate) || /^we$/i.test(entity) ? 'entity' : null
}

/** "\"the Practice\" is us", "the Clinic (that is, us)": the text says which party its "we" is. */
function saidToBe(text: string, associate: ReadonlyArray<string>, entity: ReadonlyArray<string>): Roles['firstPerson'] {
  const side = (terms: ReadonlyArray<string>) =>
    new RegExp(
      String.raw`(?:"|\b)(?:the )?(?:${terms.map(literal).join('|')})[,.]?"? (?:is|are|means?|refers to|stands for) (?:us|we|ourselves|our (?:own )?(?:clinic|practice|company|office|hospital|firm))\b|\b(?:we|us|we and us)"? (?:is|are|means?|refers to|stands for) (?:the )?"?(?:${terms.map(literal).join('|')})\b`,
      'i',
    ).test(text)
  if (side(entity.filter((term) => !/^(?:we|us|you|I)$/i.test(term)))) return 'entity'
  return side(associate.filter((term) => !/^(?:we|us|you|I)$/i.test(term))) ? 'associate' : null
}

/** "We may terminate if Vendor violates …" on a card that else speaks of both by name: the covered entity's own note. */
function besideNames(text: string, associate: ReadonlyArray<string>): Roles['firstPerson'] {
  const others = associate.filter((term) => term !== 'Business Associate' && !/^(?:we|you|I)$/i.test(term)).map(literal)
  if (others.length === 0) return null
  const owes = new RegExp(
    String.raw`\b(?:${others.join('|')}) (?:shall|will|must|has to|have to|is to|agrees to) (?:[a-z]+ly )?(?:report|notify|tell|inform|give|send|return|make|let|provide|warn|get|hand|let)\b[^.;]{0,90}\b(?:us|our|me|my)\b`,
  )
  if (owes.test(text)) return 'entity'
  if (/\b[Yy]ou(?:r|rs)?\b/.test(text)) return null
  const ends = new RegExp(
    String.raw`\b[Ww]e (?:may|can) (?:terminate|end|cancel)\b[^.;]{0,40}\bif (?:the )?(?:${others.join('|')}) (?:violates|breaches|breaks)`,
  )
  return ends.test(text) || /\b[Ww]e (?:may|can) (?:audit|inspect)\b/.test(text) ? 'entity' : null
}

function namesOf(candidate: Candidate, text: string): Array<string> {
  const names = new Set(candidate.names)
  if (!associateWords.test(candidate.term) && !entityWords.test(candidate.term)) {
    const full = new RegExp(
      String.raw`\b${literal(candidate.term)}(?: [A-Z&][\w&'-]*){0,4}${organisationEnd.source}`,
    ).exec(text)
    if (full !== null) names.add(full[0])
  }
  return [...names]
}

function party(candidate: Candidate | undefined, text: string, extra: ReadonlyArray<string>): Party {
  if (candidate === undefined) return { term: extra[0] ?? '', name: null, terms: extra }
  const names = namesOf(candidate, text)
  const words = [candidate.term, ...candidate.aliases].flatMap((term) =>
    /^the /.test(term) ? [term, term.replace('the', 'The')] : [term],
  )
  return { term: candidate.term, name: names[0] ?? null, terms: [...new Set([...words, ...names, ...extra])] }
}

const bare = (name: string) => name.replace(/[.,]/g, '')

/** Words defined in one breath, or for one name, are one party: the one used most speaks for the others. */
function united(candidates: ReadonlyArray<Candidate>): Array<Candidate> {
  const done = new Set<string>()
  return [...candidates]
    .sort((a, b) => b.subjectOf - a.subjectOf)
    .flatMap((candidate) => {
      if (done.has(candidate.term)) return []
      const others = candidates.filter(
        ({ term, names }) =>
          term !== candidate.term &&
          !done.has(term) &&
          (candidate.aliases.includes(term) ||
            names.some((name) => candidate.names.some((own) => bare(own) === bare(name)))),
      )
      for (const { term } of [candidate, ...others]) done.add(term)
      return [
        {
          ...candidate,
          aliases: others.map(({ term }) => term),
          names: [...candidate.names, ...others.flatMap(({ names }) => names)],
        },
      ]
    })
}

/**
 * Decides who is the business associate and who stands in the covered entity's place: by what each does in the text,
 * then by what it is called. A subcontract moves both one step down the chain.
 */
export function resolveRoles(source: string): Roles {
  const text = withSingleSpaces(source)
  // "This Agreement may be signed …": a paper without a company behind it does nothing and ends nobody's list.
  const known = partyCandidates(source).filter(
    ({ term, defined, names }) => !thingWords.test(term) || (defined && names.length > 0),
  )
  const acts = conductOf(source, [...known.map(({ term }) => term), 'we', 'I', 'you'])
  const actsOf = ({ term, aliases }: Candidate) =>
    [term, ...aliases].reduce((sum, word) => sum + Math.max(-24, Math.min(24, acts.get(word.toLowerCase()) ?? 0)), 0)
  const weighed = new Map<string, number>()
  const conductOfTerm = (term: string): number => {
    const found = weighed.get(term) ?? actsAround(text, term)
    weighed.set(term, found)
    return found
  }
  const candidates = united(known).filter(
    (candidate) =>
      candidate.defined ||
      candidate.subjectOf >= 2 ||
      (candidate.subjectOf === 1 &&
        (Math.abs(conductOfTerm(candidate.term)) >= 4 || Math.abs(actsOf(candidate)) >= 4)) ||
      /^(business associate|covered entity)$/i.test(candidate.term),
  )
  const person = firstPersonSide(text, acts)
  const downstream = candidates.find(
    (candidate) =>
      /^sub-?contractor$/i.test(candidate.term) &&
      (candidate.subjectOf >= 1 || candidate.names.length > 0) &&
      actsOf(candidate) >= 3,
  )
  const upstream =
    downstream &&
    candidates.find(
      (candidate) =>
        /^(business associate|contractor|company|vendor|prime)/i.test(candidate.term) &&
        candidate.at < 3000 &&
        actsOf(candidate) < actsOf(downstream),
    )
  if (downstream !== undefined && upstream !== undefined) {
    return {
      associate: party(downstream, text, []),
      entity: party(upstream, text, []),
      firstPerson: null,
      swapped: true,
    }
  }
  const organised = (candidate: Candidate) =>
    candidate.defined && candidate.names.length > 0 && (candidate.at < 3000 || actsOf(candidate) !== 0)
  const able = candidates.filter(
    (candidate) =>
      !/^sub-?contractors?$/i.test(candidate.term) &&
      (candidate.defined || !/^(?:we|you|I)$/i.test(candidate.term)) &&
      (!thingWords.test(candidate.term) ||
        ((candidate.subjectOf >= 2 || actsOf(candidate) >= 4) && organised(candidate))) &&
      (candidate.subjectOf > 0 ||
        candidate.names.length > 0 ||
        actsOf(candidate) !== 0 ||
        (candidate.defined && organised(candidate)) ||
        associateWords.test(candidate.term) ||
        entityWords.test(candidate.term)),
  )
  const scored = able
    .map((candidate) => ({ candidate, score: weigh(conductOfTerm(candidate.term), candidate, actsOf(candidate)) }))
    .sort((a, b) => b.score - a.score)
  // "Slotwise", "we" and "our" mean one company: whoever speaks, its name goes with it.
  const alias = spokenAliases(text)
  const ofAssociate = person.side === 'associate' ? alias.we : person.side === 'entity' ? alias.you : []
  const ofEntity = person.side === 'associate' ? alias.you : person.side === 'entity' ? alias.we : []
  const highest = scored.find(({ candidate }) => !ofEntity.includes(candidate.term))
  const lowest = scored.findLast(({ candidate }) => !ofAssociate.includes(candidate.term))
  const apart = highest !== undefined && lowest !== undefined && highest.score - lowest.score >= 1.5
  const top = highest !== undefined && (highest.score > 0 || apart) ? highest : undefined
  const bottom = lowest !== undefined && lowest !== top && (lowest.score < 0 || apart) ? lowest : undefined
  const others = (side: 1 | -1, chosen: typeof top) =>
    scored
      .filter(
        (entry) =>
          entry !== chosen &&
          entry !== top &&
          entry !== bottom &&
          entry.score * side >= 4 &&
          entry.candidate.subjectOf < 40,
      )
      .filter(({ candidate, score }) => chosen === undefined || candidate.subjectOf > 0 || Math.abs(score) >= 8)
      .flatMap(({ candidate }) => [candidate.term, ...candidate.names])
  const associateExtra = [...others(1, top).filter((term) => !ofEntity.includes(term)), ...ofAssociate]
  const entityExtra = [...others(-1, bottom).filter((term) => !ofAssociate.includes(term)), ...ofEntity]
  const generic = (term: string, against: ReadonlyArray<string>) => (against.includes(term) ? [] : [term])
  const associate =
    top === undefined ? commonWord(text, 'associate', associateExtra) : party(top.candidate, text, associateExtra)
  const entity =
    bottom === undefined ? commonWord(text, 'entity', entityExtra) : party(bottom.candidate, text, entityExtra)
  return {
    associate: { ...associate, terms: [...associate.terms, ...generic('Business Associate', entity.terms)] },
    entity: {
      ...entity,
      terms: [
        ...entity.terms,
        ...(/covered entity clients?/i.test(text) ? [] : generic('Covered Entity', associate.terms)),
      ],
    },
    firstPerson:
      spoken(associate.term, entity.term) ??
      person.side ??
      saidToBe(text, associate.terms, entity.terms) ??
      besideNames(text, associate.terms),
    swapped: false,
  }
}
