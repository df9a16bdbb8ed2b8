import { type Mapped, slice, trim } from './mapped.ts'

/** Points that do not end a sentence. */
const shortened =
  /(?:\b(?:inc|corp|co|ltd|llc|llp|l\.l\.c|p\.c|p\.a|m\.d|d\.o|au\.d|ph\.d|dr|mr|mrs|ms|st|no|nos|sec|secs|art|para|e\.g|i\.e|etc|vs|v|u\.s|u\.s\.c|c\.f\.r|usc|cfr|approx|dept|rev|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|a\.m|p\.m)|\b[a-z])\.$/i

/** Cuts a unit into sentences. "Inc.", "45 C.F.R." and "4.2" do not end one. */
export function sentencesOf(words: Mapped): Array<Mapped> {
  const found: Array<Mapped> = []
  let from = 0
  for (const match of words.text.matchAll(
    /([.?!])(["')\]]*)\s+(?=["'([]?[A-Z0-9-]|\((?:[a-z]{1,2}|[ivx]{1,4})\) ["']?[A-Z])/g,
  )) {
    const end = match.index + match[1]!.length + match[2]!.length
    const before = words.text.slice(from, match.index + 1)
    if (match[1] === '.' && shortened.test(before) && !/\b(PHI|it|us|me)\.$/.test(before)) {
      // A company name can end a sentence too: then a known opener follows.
      if (
        !/^\s+(The|This|It|If|Any|Each|All|In|On|Upon|For|No|(?:[A-Z]\w+ ){1,3}(?:shall|will|may|must|agrees)) /i.test(
          words.text.slice(end),
        )
      )
        continue
    }
    // A bare number ("9.") belongs to what follows.
    if (/^\s*\(?[\dA-Za-z]{1,3}[.)]$/.test(before)) continue
    found.push(trim(slice(words, from, end)))
    from = end
  }
  found.push(trim(slice(words, from)))
  return found.filter((sentence) => sentence.text !== '')
}
