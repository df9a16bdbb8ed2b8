import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillClause, modelClauses, termsOf } from '#checklists/baa/model-clauses.ts'
import { clauseIds, elementIds, type LineId, optionIds } from '#checklists/baa/reading.ts'
import { type Labels, readText } from './score.ts'

/** Before the signatures, where a new clause would be written. */
function insert(text: string, clause: string): string {
  const signatures = /\n[^\n]*(?:IN WITNESS|SIGNED|Signed|Signature|Agreed:|By:)/.exec(text)
  const at = signatures?.index ?? text.length
  return `${text.slice(0, at)}\n\n${clause}\n\n${text.slice(at)}`
}

/** Readings that follow from others (baa.md 4) or that the same sentence states: they may turn together. */
const tied: Record<string, ReadonlyArray<LineId>> = {
  R09: ['S3', 'R10'],
  R10: ['S3', 'R09'],
  R16: ['S5'],
  R17: ['S5'],
  S1: ['R01'],
  S2: ['R04'],
  S3: ['R09', 'R10'],
  S4: ['R08'],
}

const ids: ReadonlyArray<LineId> = [...clauseIds, ...elementIds, ...optionIds]

export type Tried = {
  what: string
  was: string
  now: string
  /** Lines that turned though nothing ties them to the clause. */
  touched: Array<LineId>
  /** Lines that turned together with it, as the law ties them. */
  together: Array<LineId>
}

/** Every model sentence put into one agreement that lacks it or has it weakly. */
export function tryModelSentences(text: string, name: string): Array<Tried> {
  const before = readText(text, name)
  return modelClauses.flatMap((clause) => {
    const was = before.lines[clause.id]?.reading
    if (was !== 'absent' && was !== 'partial') return []
    const after = readText(insert(text, fillClause(clause.text, termsOf(before.facts))), name)
    const turned = ids.filter((id) => id !== clause.id && before.lines[id]?.reading !== after.lines[id]?.reading)
    const allowed = tied[clause.id] ?? []
    return [
      {
        what: `${clause.id} in ${name}`,
        was,
        now: after.lines[clause.id]?.reading ?? 'none',
        touched: turned.filter((id) => !allowed.includes(id)),
        together: turned.filter((id) => allowed.includes(id)),
      },
    ]
  })
}

/** All of a labelled folder's agreements. */
export function tryFolder(folder: string): Array<Tried> {
  const { docs } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels
  return Object.entries(docs).flatMap(([id, { is_baa, kind }]) =>
    is_baa && kind !== 'almost' ? tryModelSentences(readFileSync(join(folder, `${id}.txt`), 'utf8'), id) : [],
  )
}
