// First parts that English keeps its hyphen after; a line that breaks there broke at a hyphen of the author.
const keepsHyphen = new Set(
  `all anti co cross day de double e ex first five four full half hard high in long low mid month multi non off on one
  part per post pre re read right second self semi short single six soft sub ten third thirty three two up well year`.split(
    /\s+/,
  ),
)

/** Words of a document in lower case, with their inner hyphens: what its author's own spelling is judged by. */
export function vocabularyOf(words: Iterable<string>): Set<string> {
  const vocabulary = new Set<string>()
  for (const word of words) {
    for (const [found] of word.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu)) vocabulary.add(found)
  }
  return vocabulary
}

/**
 * How two lines meet: `join` drops the hyphen at the end of the first ("securi-" + "ty"), `keep` writes them together
 * ("third-" + "party"), `space` parts them.
 */
export function meet(before: string, after: string, vocabulary: ReadonlySet<string>): 'join' | 'keep' | 'space' {
  const left = /(\p{L}+)[-\u2010]$/u.exec(before)?.[1]?.toLowerCase()
  if (left === undefined)
    return /[\p{L}\d][-\u2010\u2011]$|\p{L}\/$/u.test(before) && /^[\p{L}\d]/u.test(after) ? 'keep' : 'space'
  const right = /^\p{Ll}+/u.exec(after)?.[0]
  if (right === undefined) return /^[\p{L}\d]/u.test(after) ? 'keep' : 'space'
  if (vocabulary.has(left + right)) return 'join'
  if (vocabulary.has(`${left}-${right}`) || keepsHyphen.has(left)) return 'keep'
  if (left.length > 2 && right.length > 2 && vocabulary.has(left) && vocabulary.has(right)) return 'keep'
  return 'join'
}
