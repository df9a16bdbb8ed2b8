/** Possible singulars of a folded word, English and Spanish, likeliest first. */
export function singulars(word: string): ReadonlyArray<string> {
  const length = word.length
  if (length < 4 || word.charCodeAt(length - 1) !== 115) return none
  const before = word.charCodeAt(length - 2)
  // "ss", "us", "is": not a plural in medical English (abscess, virus, biopsis).
  if (before === 115 || before === 117) return none
  if (before === 105) return none
  if (before !== 101) return [word.slice(0, -1)]
  if (word.charCodeAt(length - 3) === 105) return [`${word.slice(0, -3)}y`, word.slice(0, -1), word.slice(0, -2)]
  if (word.charCodeAt(length - 3) === 115 && length > 5)
    return [word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -2)}is`]
  return [word.slice(0, -1), word.slice(0, -2)]
}

const none: ReadonlyArray<string> = []

/** Edit distance with transposition, capped: anything over `max` answers max + 1. */
export function editDistance(left: string, right: string, max: number): number {
  if (Math.abs(left.length - right.length) > max) return max + 1
  let before: Array<number> = []
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    let best = row
    for (let column = 1; column <= right.length; column += 1) {
      const same = left.charCodeAt(row - 1) === right.charCodeAt(column - 1)
      let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (same ? 0 : 1))
      const swapped =
        row > 1 &&
        column > 1 &&
        left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1)
      current.push(cost)
      if (cost < best) best = cost
    }
    if (best > max) return max + 1
    before = previous
    previous = current
  }
  return previous[right.length]!
}
