/**
 * What stands around a party's name, without a pattern for each name: where a term stands is looked up once, and fixed
 * patterns are asked what leads up to it and what follows. `before` is asked of the words in front, `after` (sticky) of
 * those behind; without `before` the term may follow "the" and begins a word.
 */
type Sight = { before?: RegExp; after: RegExp; unless?: string }

/** More than any `before` needs. */
const reachBack = 40

function breaksWord(text: string, at: number): boolean {
  const word = (index: number) => index >= 0 && index < text.length && /\w/.test(text[index]!)
  return word(at - 1) !== word(at)
}

function opens(text: string, at: number, from: number): boolean {
  if (breaksWord(text, at)) return true
  return at - 4 >= from && /^[tT]he $/.test(text.slice(at - 4, at)) && breaksWord(text, at - 4)
}

/** Every place a term stands in a text. */
function placesOf(text: string, term: string): Array<number> {
  const places: Array<number> = []
  if (term === '') return places
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) places.push(at)
  return places
}

/** How often a sight shows at those places; what one took up no other begins in. */
function timesSeen(text: string, term: string, places: ReadonlyArray<number>, sight: Sight): number {
  const { before, after, unless } = sight
  let times = 0
  let from = 0
  for (const at of places) {
    if (at < from) continue
    const end = at + term.length
    after.lastIndex = end
    if (!after.test(text)) continue
    const to = after.lastIndex
    const led =
      before === undefined ? opens(text, at, from) : before.test(text.slice(Math.max(from, at - reachBack), at))
    if (!led || (unless !== undefined && text.startsWith(`${unless}${term}`, to))) continue
    times += 1
    from = to
  }
  return times
}

const does = (acts: string) =>
  new RegExp(
    String.raw`(?:'s)?(?:,[^,.]{0,60},)? (?:shall|will|may|must|agrees|can|won't|is to|undertakes)\b[^.;]{0,90}?\b(?:${acts})`,
    'y',
  )

/** Positive: acts like the business associate. Negative: like the covered entity. `once`: however often it shows. */
const shown: ReadonlyArray<Sight & { weight: number; once?: true }> = [
  {
    weight: 2,
    after: does(
      'use (?:and|or) disclos|use or further|not use|safeguard|[Ss]ubcontractor|[Ss]ubpart C|Security Rule|internal practices|return or destroy|de-identif|[Rr]eport|notify|inform|tell|advise|follow|obey|return|destroy|give back|not use|encrypt|guard|keep (?:no|PHI)|let',
    ),
  },
  { weight: 3, after: / (?:is|acts as|becomes|will be) (?:a|an|its|the|their) business associate/y },
  {
    weight: 14,
    once: true,
    after:
      /"?\)?,? (?:is|acts as|serves as|will act as|is acting as|works as|,) (?:a|an|the) (?:HIPAA )?[Bb]usiness [Aa]ssociate\b/y,
    unless: ' of ',
  },
  { weight: 2, after: /(?:'s)? (?:internal practices|workforce|subcontractors)/y },
  {
    weight: 1,
    before: /\bPHI (?:that )?(?:the |The )?$/,
    after: / (?:creates|receives|handles|holds|maintains)/y,
  },
  {
    weight: -14,
    once: true,
    after: /"?\)?,? (?:(?:is|are|acts as) )?(?:a|an|the) (?:HIPAA )?[Cc]overed [Ee]ntit/y,
  },
  {
    weight: -2,
    before:
      /\b(?:done|made|performed|behalf of|available to|report to|notify|tell|inform|reports? to|agreed with|return to|furnish to|notice to|provide) (?:the )?$/,
    after: /\b/y,
  },
  { weight: -2, after: / (?:may|can) (?:\w+ )?(?:terminate|cancel|end|audit|inspect)/y },
  {
    weight: -1,
    after:
      /'s (?:patients|clients|privacy (?:officer|official)|notice of privacy|compliance|designated record|members|request)/y,
  },
  { weight: -0.5, before: /\b(?:to|for|by|from|if) (?:the )?$/, after: /\b/y },
]

/** How much a party acts like a business associate (positive) or a covered entity, by what stands around its name. */
export function actsAround(text: string, term: string): number {
  const places = placesOf(text, term)
  return shown.reduce((sum, { weight, once, ...sight }) => {
    const times = timesSeen(text, term, places, sight)
    return sum + weight * (once ? Math.min(1, times) : times)
  }, 0)
}
