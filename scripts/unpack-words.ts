/**
 * Undoes `packWords` of packed-words.ts; runs in the browser. `heads` are the first words of all terms in order, each
 * as a capital (how many letters it shares with the one before, A = 0) and its other letters; `tails` holds a line a
 * head: for each term that opens with it the sign of its list and its other words. Answers a list a sign, one term a line.
 */
export function unpackWords(heads: string, tails: string, signs: string): Array<string> {
  const listOf = new Int8Array(128).fill(-1)
  for (let list = 0; list < signs.length; list += 1) listOf[signs.charCodeAt(list)] = list
  const lists = Array.from(signs, (): Array<string> => [])
  let head = ''
  let from = 0
  for (let at = 0; at < heads.length; ) {
    let end = at + 1
    while (end < heads.length && (heads.charCodeAt(end) < 65 || heads.charCodeAt(end) > 90)) end += 1
    head = head.slice(0, heads.charCodeAt(at) - 65) + heads.slice(at + 1, end)
    at = end
    while (from < tails.length && tails.charCodeAt(from) !== 10) {
      let to = from + 1
      while (to < tails.length && tails.charCodeAt(to) !== 10 && (listOf[tails.charCodeAt(to)] ?? -1) < 0) to += 1
      lists[listOf[tails.charCodeAt(from)]!]!.push(to === from + 1 ? head : `${head} ${tails.slice(from + 1, to)}`)
      from = to
    }
    from += 1
  }
  return lists.map((terms) => terms.join('\n'))
}
