import { join, type Mapped, made, slice } from './mapped.ts'

/** Short lines set side by side: a cover sheet, two columns of print. Not rows of a table and not a signature. */
const notColumns = /[\t|]|\/s\/|_{4,}|^\s*(?:By|Name|Title|Its|Date|Signed)\s*:/
const gap = /(?<=\S)(?<!\.{3})[ ]{3,}(?=\S)/g

type Line = { from: number; to: number; text: string }

/** The place at which three or more lines of a block begin a second column; null where there is none. */
function columnOf(lines: ReadonlyArray<Line>): number | null {
  const count = new Map<number, number>()
  for (const { text } of lines) {
    const starts = [...text.matchAll(gap)].map((match) => match.index + match[0].length)
    if (starts.length === 1) count.set(starts[0]!, (count.get(starts[0]!) ?? 0) + 1)
  }
  const best = [...count].sort((a, b) => b[1] - a[1])[0]
  if (best === undefined || best[1] < 3) return null
  const [column, agreeing] = best
  // Every line either stops before the column or is parted there.
  const fits = lines.every(({ text }) => text.length < column || /^ {2}$/.test(text.slice(column - 2, column)))
  // "Start Date:      15 August 2024": a label and its value.
  const labels = lines.filter(
    ({ text }) => /[:.]$/.test(text.slice(0, column).trimEnd()) && text.length > column,
  ).length
  if (labels * 2 >= agreeing) return null
  const left = lines.filter(({ text }) => text.slice(0, column).trim() !== '').length
  return fits && left >= 2 && agreeing >= lines.length * 0.5 && column >= 20 ? column : null
}

/** Puts the right column behind the left one, a blank line between, so that each is read in its order. */
export function columnsInOrder(given: Mapped): Mapped {
  const parts: Array<Mapped> = []
  let block: Array<Line> = []
  let done = 0
  const close = () => {
    const lines = block
    block = []
    if (lines.length < 3 || lines.some(({ text }) => notColumns.test(text))) return
    const column = columnOf(lines)
    if (column === null) return
    const cell = ({ from, to }: Line, start: number, end: number) =>
      slice(given, Math.min(from + start, to), Math.min(from + end, to))
    const newline = made('\n')
    parts.push(slice(given, done, lines[0]!.from))
    parts.push(
      join(
        lines.map((line) => cell(line, 0, column)),
        '\n',
      ),
      newline,
      newline,
    )
    parts.push(
      join(
        lines.map((line) => cell(line, column, line.text.length)).filter(({ text }) => text.trim() !== ''),
        '\n',
      ),
    )
    done = lines.at(-1)!.to
  }
  let offset = 0
  for (const text of given.text.split('\n')) {
    if (text.trim() === '') close()
    else block.push({ from: offset, to: offset + text.length, text })
    offset += text.length + 1
  }
  close()
  if (parts.length === 0) return given
  parts.push(slice(given, done))
  return join(parts)
}
