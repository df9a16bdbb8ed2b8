// First parts that English keeps its hyphen after; a line that breaks there broke at a hyphen of the author.
const keepsHyphen = new Set(
  `all anti break build built carry check clear close co cross cut day de double e ex face fall first five follow four
  full go half hard high in ill know left log long low make mark mid month multi mutually non off on one opt part per
  pick pop post pre print re read right roll second self semi set short sign single six soft start sub take ten third
  thirty three time top trade turn two up well wind work write year`.split(/\s+/),
)
// Words that meet with a hyphen in agreements; two of them are a compound, not one broken word.
const compoundParts = new Set(
  `access account agent breach business calendar care claim class clause click client clinical cloud compliance contact
  contract cost covered current customer data date decision delivery disaster due effective electronic entity event
  explicit fact faith fee file form general good health hospital human improvement incident industry information law
  layer learning letter level liability license line local machine maintenance management market marketing mail message
  model name need notice office online opinion opt order outside paper patient payment people person personal phone
  physician point policy portal practice premises price privacy product profit program protected provider public
  purpose quality question rate rated record release report review risk role sale sample scope secure security sector
  service share shared side signature software source staff standard state supplier support survey system team
  telephone term text third through token tool training transfer treatment trial user value vendor view voice volume
  war web week wise`.split(/\s+/),
)
// Second parts that are not the rest of a broken word.
const keepsBefore = new Set(
  `based by day down driven end free in level live off on only out over party related side site specific term time to up
  wide year`.split(/\s+/),
)

/** Words of a document in lower case, with their inner hyphens: what its author's own spelling is judged by. */
export function vocabularyOf(words: Iterable<string>): Set<string> {
  const vocabulary = new Set<string>()
  for (const word of words) {
    // The first half of a broken word is no word.
    if (/[-\u2010]$/.test(word)) continue
    for (const [found] of word.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu)) vocabulary.add(found)
  }
  return vocabulary
}

/**
 * How two lines meet: `join` drops the hyphen at the end of the first ("securi-" + "ty"), `keep` writes them together
 * ("third-" + "party"), `space` parts them.
 */
export function meet(before: string, after: string, vocabulary: ReadonlySet<string>): 'join' | 'keep' | 'space' {
  // "164.504(e)(2)" + "(ii)": a citation broken between its parts.
  if (/^§?[\w.]*\d[\w.]*(?:\(\w{1,4}\))+$/.test(before) && /^\(\w{1,4}\)/.test(after)) return 'keep'
  if (!/[-\u2010\u2011]$/.test(before)) return /\p{L}{2}\/$/u.test(before) && /^\p{L}/u.test(after) ? 'keep' : 'space'
  if (!/[\p{L}\d][-\u2010\u2011]$/u.test(before) || !/^[\p{L}\d]/u.test(after)) return 'space'
  const left = /(\p{L}+)[-\u2010]$/u.exec(before)?.[1]?.toLowerCase()
  const right = /^\p{Ll}+/u.exec(after)?.[0]
  // Numbers, capitals and addresses keep the sign they are written with.
  if (left === undefined || right === undefined || /[@/]|\w\.\w/.test(before)) return 'keep'
  if (vocabulary.has(left + right)) return 'join'
  if (vocabulary.has(`${left}-${right}`) || keepsHyphen.has(left) || keepsBefore.has(right)) return 'keep'
  const isWord = (part: string) => part.length > 2 && (compoundParts.has(part) || vocabulary.has(part))
  return isWord(left) && isWord(right) ? 'keep' : 'join'
}
