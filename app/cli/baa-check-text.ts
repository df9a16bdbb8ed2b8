import { entryOf } from '#checklists/baa/catalogue.ts'
import type { AgreementReading } from '#checklists/baa/read-agreement.ts'
import { clauseIds, elementIds, type LineId, optionIds, type Reading } from '#checklists/baa/reading.ts'
import { scoreAgreement } from '#checklists/baa/score-agreement.ts'
import { explainScore } from '#checklists/score.ts'

const words: Record<Reading, string> = {
  present: 'Meets',
  partial: 'Weak',
  absent: 'Missing',
  contrary: 'Conflicts',
  undetermined: 'Cannot tell',
}
const shades: Record<Reading, string> = {
  present: '\x1b[32m',
  partial: '\x1b[33m',
  absent: '\x1b[31m',
  contrary: '\x1b[1;31m',
  undetermined: '\x1b[36m',
}
const quoteLength = 96
const wordWidth = 12

function row(reading: AgreementReading, id: LineId, colour: boolean): string {
  const line = reading.lines[id]
  if (line === undefined) return ''
  const option = id.startsWith('O') && line.reading === 'absent'
  const word = (
    option ? 'Not granted' : id === 'R02' && line.reading === 'absent' ? 'Not restated' : words[line.reading]
  ).padEnd(wordWidth)
  const shown = colour && !option ? `${shades[line.reading]}${word}\x1b[0m` : word
  const quote = line.quotes[0]
  const said =
    quote === undefined
      ? ''
      : `\n${' '.repeat(wordWidth + 8)}"${quote.text.replace(/\s+/g, ' ').slice(0, quoteLength)}${quote.text.length > quoteLength ? '…' : ''}"`
  const title = entryOf(id).title
  return `  ${id.padEnd(4)}  ${shown}${title}\n${' '.repeat(wordWidth + 8)}${line.because}${said}\n`
}

/** One agreement as a readable table: two axes, options, warnings, scores. */
export function agreementTable(name: string, reading: AgreementReading, colour: boolean): string {
  const { refusal, warnings } = reading
  const head = refusal === undefined ? `${name}\n` : `${name}\n  ${refusal.message}\n  ${refusal.hint}\n`
  if (Object.keys(reading.lines).length === 0) return `${head}\n`
  const block = (title: string, ids: ReadonlyArray<LineId>) =>
    `\n${title}\n${ids.map((id) => row(reading, id, colour)).join('')}`
  const met = (ids: ReadonlyArray<LineId>) => ids.filter((id) => reading.lines[id]?.verdict === 'pass').length
  const scores = scoreAgreement(reading)
  const told = warnings.map(({ message }) => `  ! ${message}\n`).join('')
  const sums =
    refusal === undefined
      ? `\nPractice bar ${met(clauseIds)}/6 · ${explainScore(scores.practiceBar)}\nLegal floor ${met(elementIds)}/17 · ${explainScore(scores.legalFloor)}\n`
      : ''
  return `${head}${told}${block('Practice bar (the product owner’s own rules, in places stricter than the law)', clauseIds)}${block('Legal floor (45 CFR 164.504(e) and 164.314(a))', elementIds)}${block('Options (described, never demanded)', optionIds)}${sums}\n`
}
