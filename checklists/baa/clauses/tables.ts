import { join, type Mapped, made } from '../text/mapped.ts'
import type { Unit } from '../text/units.ts'

/** Rows that stand together, with their header row if they have one. */
export type Table = { header: Unit | null; rows: ReadonlyArray<Unit>; first: number; last: number }

export function tablesOf(units: ReadonlyArray<Unit>): Array<Table> {
  const tables: Array<Table> = []
  for (let i = 0; i < units.length; i += 1) {
    if (units[i]!.kind !== 'row') continue
    let end = i
    while (
      units[end + 1]?.kind === 'row' &&
      units[end + 1]!.marker !== 'header' &&
      units[end + 1]!.cells.length === units[i]!.cells.length
    )
      end += 1
    const rows = units.slice(i, end + 1)
    const titled =
      rows.length > 1 &&
      rows[0]!.cells.every(
        ({ text }) => text.split(/\s+/).length <= 6 && (!/[.;]$/.test(text) || /^(?:no|nos|ref)\.$/i.test(text)),
      )
    tables.push({ header: titled ? rows[0]! : null, rows: titled ? rows.slice(1) : rows, first: i, last: end })
    i = end
  }
  return tables
}

/** A row named by a party alone says nothing of what is owed to whom. */
const onlyParty = /^_(?:ba|ce|sec|sub)$/
const modalEnd = /\b(?:shall|will|must|agrees to|may|commitments?|shall not|may not)(?: do| give| provide)?$/

const whoTitle = /^(?:who|party|parties|obligor|responsible(?: party)?|owner|bound|binds|by whom|person bound)\b/
const eventTitle = /^(?:event|occurrence|trigger|incident|matter|what (?:happens|is reported)|case)\b/
const limitTitle = /\b(?:limit|time|within|deadline|when|period|how (?:soon|fast))\b/

/** "3.2 | Vendor | Security incident | 10 days": the party of the "Who" column owes what its row says. */
function boundBy(cells: ReadonlyArray<Mapped>, titles: ReadonlyArray<Mapped>): Mapped | null {
  const who = titles.findIndex(({ text }) => whoTitle.test(text))
  const party = cells[who]
  if (who < 0 || party === undefined || !/^_(?:ba|ce)$/.test(party.text)) return null
  const event = titles.findIndex(({ text }) => eventTitle.test(text))
  const other = party.text === '_ba' ? '_ce' : '_ba'
  if (event >= 0 && cells[event] !== undefined) {
    const limit = cells.findIndex(
      (_, index) => index > who && index !== event && limitTitle.test(titles[index]?.text ?? ''),
    )
    const time = limit < 0 ? made('') : cells[limit]!
    const word = /^\d|^[a-z]+ (?:\(|business|calendar|hours|days)/.test(time.text) ? ' within ' : ' '
    return join([party, made(` shall notify ${other} of `), cells[event]!, made(word), time])
  }
  if (cells.some(({ text }) => /^\([^)]*\bsee (?:the )?note\b/.test(text))) return made('')
  const line = cells.find(({ text }, index) => index > who && /^[a-z]{2,}\b.* /.test(text))
  if (line === undefined || /\b(?:reserved|see note|n\/a)\b/.test(line.text)) return null
  return join([party, made(/^use (?:and|or) disclose\b/.test(line.text) ? ' may ' : ' shall '), line])
}

/**
 * One row as a sentence: the governing words, the row's name, then each cell after its column's title.
 * `normalised` cells come in; titles that end in "will" or "shall" govern their column.
 */
export function rowSentence(
  cells: ReadonlyArray<Mapped>,
  titles: ReadonlyArray<Mapped>,
  governing: Mapped | null,
): Mapped {
  const bound = boundBy(cells, titles)
  if (bound !== null) return bound
  const grants = titles.findIndex(({ text }) => /^(?:allowed|permitted|granted|may we|authori[sz]ed)\b/.test(text))
  const granted = grants >= 0 ? (cells[grants]?.text ?? '') : ''
  const ruled = titles.findIndex(({ text }) => modalEnd.test(text) && /_ba|_ce/.test(text))
  const spoken = cells.findIndex(
    ({ text }, index) => index > 0 && /\b_(?:ba|ce|sub) (?:will|shall|must|may|agrees)\b/.test(text),
  )
  if (spoken > 0)
    return join([
      cells[spoken]!,
      made(' ('),
      onlyParty.test(cells[0]?.text ?? '') ? made('') : (cells[0] ?? made('')),
      made(')'),
    ])
  const parts: Array<Mapped> = []
  if (/^(?:yes|y|allowed|permitted|x|\[x\])\b/.test(granted)) parts.push(made('_ba may use _phi for '))
  else if (/^(?:no|n|not)\b/.test(granted)) parts.push(made('_ba may not use _phi for '))
  else if (ruled >= 0) {
    const body = cells[ruled]
    const name = cells.find((cell, index) => index !== ruled && /[a-z]{3}/.test(cell.text)) ?? made('')
    if (body !== undefined) return join([titles[ruled]!, made(' '), body, made(' ('), name, made(')')])
  } else if (governing !== null) parts.push(governing, made(' '))
  for (const [index, cell] of cells.entries()) {
    if (index > 0) parts.push(made(index === 1 ? ': ' : '; '))
    const title = titles[index]
    if (index > 0 && title !== undefined) parts.push(title, made(' '))
    parts.push(cell)
  }
  return join(parts)
}
