/** One slip: a letter doubled, dropped, added, swapped with its neighbour, or a wrong one. */
export function oneSlip(word: string, target: string): boolean {
  if (word === target) return true
  if (Math.abs(word.length - target.length) > 1) return false
  let at = 0
  while (at < word.length && word[at] === target[at]) at += 1
  const [restWord, restTarget] = [word.slice(at), target.slice(at)]
  return (
    restWord.slice(1) === restTarget ||
    restWord === restTarget.slice(1) ||
    restWord.slice(1) === restTarget.slice(1) ||
    (restWord[0] === restTarget[1] && restWord[1] === restTarget[0] && restWord.slice(2) === restTarget.slice(2))
  )
}
