import { join, type Mapped, made } from '../text/mapped.ts'
import type { Unit } from '../text/units.ts'

const keyLabel =
  /^(?:the )?(?:business associate|covered entity|vendor|contractor|provider|practice|clinic|hospital|customer|client|supplier|company|associate|facility)(?: name)?:?$/i

/** "36 hours", "ten (10) business days": what a row says, never what a column is called. */
const measured = /^(?:within )?(?:\d+|[a-z-]+ \(\d+\)) (?:(?:business|calendar|working) )?(?:hours?|days?|weeks?)\.?$/i

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
      (rows[0]!.marker === 'header' || !rows[0]!.cells.slice(1).some(({ text }) => measured.test(text))) &&
      !(rows[0]!.cells.length === 2 && rows[0]!.marker !== 'header' && keyLabel.test(rows[0]!.cells[0]!.text)) &&
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

/** "Return not feasible | Vendor shall …" under "Event | Consequence": if the one, then the other. */
function consequenceOf(cells: ReadonlyArray<Mapped>, titles: ReadonlyArray<Mapped>): Mapped | null {
  const [event, result] = cells
  if (
    cells.length !== 2 ||
    !eventTitle.test(titles[0]?.text ?? '') ||
    !/^(?:consequence|result|effect|outcome|what follows|then|action|response)/.test(titles[1]?.text ?? '') ||
    !/^_|^(?:it|either|each|this|the)\b/.test(result!.text)
  )
    return null
  const opening = /^(?:within|upon|on|at|after|before|if|when|where|whenever|to the extent|in case)\b/.test(event!.text)
  return join([made(opening ? '' : 'if '), event!, made(', '), result!])
}

const partyCell = /^(?:_(?:ba|ce)|each|either|both|each party|either party|both parties|the parties)\.?$/
const nobody = /^(?:nobody|no one|none|neither|not applicable|n\/a|-)\b/
const opensWithModal = /^(?:shall|will|must|may|can|agrees?|is to|cannot)\b/
const timeCell =
  /^(?:within|no later|not later|by the|at most|before|after|without|promptly|immediately|on |upon |when|always|until|each|every|once|twice|\d|[a-z-]+ (?:\(|business|calendar|working|hours|days|weeks|months|years))/

/** The column whose cells name who owes: by its title, or because nearly all its cells are parties. */
export function whoColumn(rows: ReadonlyArray<ReadonlyArray<Mapped>>, titles: ReadonlyArray<Mapped>): number {
  const titled = titles.findIndex(({ text }) => whoTitle.test(text))
  const width = rows[0]?.length ?? 0
  const named = (column: number) => rows.filter((row) => partyCell.test(row[column]?.text ?? '')).length
  if (titled >= 0 && named(titled) > 0) return titled
  if (width < 3) return -1
  for (let column = 0; column < width; column += 1)
    if (rows.length >= 2 && named(column) >= rows.length * 0.7) return column
  return -1
}

/** "3.2 | Vendor | Security incident | 10 days": the party of the "Who" column owes what its row says. */
function boundBy(cells: ReadonlyArray<Mapped>, titles: ReadonlyArray<Mapped>, who: number): Mapped | null {
  const party = cells[who]
  if (who < 0 || party === undefined) return null
  if (nobody.test(party.text)) return made('')
  if (!partyCell.test(party.text)) return null
  const event = titles.findIndex(({ text }) => eventTitle.test(text))
  const other = party.text === '_ba' ? '_ce' : '_ba'
  const limit = cells.findIndex(
    ({ text }, index) =>
      index !== who &&
      index !== event &&
      (limitTitle.test(titles[index]?.text ?? '') || (index > 1 && timeCell.test(text))),
  )
  const time = limit < 0 ? made('') : cells[limit]!
  const joint =
    time.text === ''
      ? ''
      : /^\d|^[a-z-]+ (?:\(|business|calendar|working|hours|days)/.test(time.text)
        ? ' within '
        : ' '
  if (event >= 0 && cells[event] !== undefined && event !== who)
    return join([party, made(` shall notify ${other} of `), cells[event]!, made(joint), time])
  if (cells.some(({ text }) => /^\([^)]*\bsee (?:the )?note\b/.test(text))) return made('')
  const lines = cells
    .map((cell, index) => ({ cell, index }))
    .filter(({ cell, index }) => index !== who && index !== limit && /^[a-z_]{2,}\b.* /.test(cell.text))
  const line =
    lines.find(({ cell }) => opensWithModal.test(cell.text)) ??
    lines.find(({ index }) =>
      /\b(?:duty|duties|line|term|obligation|what|shall|requirement|action|promise)\b/.test(titles[index]?.text ?? ''),
    ) ??
    lines.find(({ index }) => index > who) ??
    lines.toSorted((a, b) => b.cell.text.length - a.cell.text.length)[0]
  if (line === undefined || /\b(?:reserved|see note|n\/a)\b/.test(line.cell.text)) return null
  const { text } = line.cell
  const verb = opensWithModal.test(text) ? ' ' : /^use (?:and|or) disclose\b/.test(text) ? ' may ' : ' shall '
  if (/^(?:_ba|_ce|each party|either party)\b(?!'s)/.test(text) && verb !== ' ') return line.cell
  return join([party, made(verb), line.cell, ...(time.text === '' ? [] : [made(joint), time])])
}

/**
 * One row as a sentence: the governing words, the row's name, then each cell after its column's title.
 * `normalised` cells come in; titles that end in "will" or "shall" govern their column.
 */
export function rowSentence(
  cells: ReadonlyArray<Mapped>,
  titles: ReadonlyArray<Mapped>,
  governing: Mapped | null,
  who = -1,
): Mapped {
  const bound = boundBy(cells, titles, who)
  if (bound !== null) return bound
  const happens = consequenceOf(cells, titles)
  if (happens !== null) return happens
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
