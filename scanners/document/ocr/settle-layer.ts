import { area, intersect } from '../pdf/geometry.ts'
import type { Word } from '../pdf/painted.ts'

/** Below this confidence our own reading does not overrule the scanner's. */
const sureEnough = 75

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}

/** At most one letter differs, and no digit: a slip of recognition, not another word. */
function isSlip(a: string, b: string): boolean {
  const [one, two] = [folded(a), folded(b)]
  if (one === two) return true
  if (one.length < 4 || Math.abs(one.length - two.length) > 1 || one.replace(/\D/g, '') !== two.replace(/\D/g, ''))
    return false
  let start = 0
  while (start < one.length && one[start] === two[start]) start++
  let end = 0
  while (end < Math.min(one.length, two.length) - start && one.at(-1 - end) === two.at(-1 - end)) end++
  return Math.max(one.length, two.length) - start - end <= 1
}

/**
 * The words of a scanned page that has a recognition layer: what our own recognition sees, with the layer's spelling
 * where both mean the same word or ours is unsure. `differing` are layer words the picture does not show.
 */
export function settleLayer(
  layer: ReadonlyArray<Word>,
  own: ReadonlyArray<Word>,
): { words: Array<Word>; differing: Array<Word> } {
  const used = new Set<Word>()
  const differing: Array<Word> = []
  const words = own.map((word) => {
    const match = layer.find(
      (other) =>
        area(intersect(other.box, word.box)) > 0.4 * Math.min(area(other.box), area(word.box)) &&
        Math.min(other.box.x1, word.box.x1) - Math.max(other.box.x0, word.box.x0) > 0.6 * (word.box.x1 - word.box.x0),
    )
    if (match === undefined) return word
    used.add(match)
    const unsure = (word.percent ?? 0) < sureEnough
    if (isSlip(match.text, word.text) || unsure) return { ...word, text: match.text }
    differing.push(match)
    return word
  })
  differing.push(...layer.filter((word) => !used.has(word) && !overlapsAny(word, own)))
  return { words, differing }
}

function overlapsAny(word: Word, others: ReadonlyArray<Word>): boolean {
  return others.some((other) => area(intersect(other.box, word.box)) > area(word.box) * 0.2)
}
