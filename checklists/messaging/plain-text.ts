import { gap, type Word } from '#scanners/template/reading.ts'

/** The words as one folded line, for rules that read phrases; `wordAt` leads from an offset back to its word. */
export type PlainText = { text: string; wordAt: (offset: number) => number }

export function plainText(words: ReadonlyArray<Word>): PlainText {
  const starts: Array<number> = []
  let text = ''
  for (const word of words) {
    if (word.gap >= gap.sentence && text !== '')
      text += word.gap >= gap.segment ? ' | ' : word.gap === gap.field ? ' _ ' : ' . '
    else if (word.gap === gap.comma) text += ' , '
    else if (text !== '') text += ' '
    starts.push(text.length)
    text += word.norm
  }
  return {
    text,
    wordAt: (offset) => {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle]! <= offset) low = middle
        else high = middle - 1
      }
      return low
    },
  }
}
