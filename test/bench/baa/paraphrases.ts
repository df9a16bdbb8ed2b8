import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeApart } from '#checklists/baa/clauses/agreement.ts'
import type { LineId, Reading } from '#checklists/baa/reading.ts'
import { readingsOf } from '#checklists/baa/readings.ts'
import { documentFromText } from '#scanners/document/text.ts'
import { carriers, spoken } from './carriers.ts'

/** One wording of one duty, or a near miss of it. `{B}`, `{C}`, `{P}`: vendor, covered entity, information. */
type Wordings = { present: ReadonlyArray<string>; notPresent: ReadonlyArray<string> }
export type Miss = { line: LineId; carrier: string; wording: string; reading: Reading }
export type ParaphraseTally = {
  present: { right: number; all: number }
  notPresent: { right: number; all: number }
  missed: Array<Miss>
  falsePresent: Array<Miss>
}

/** Reads each wording inside each carrier, or each inside one of them, in turn. */
export function scoreParaphrases(folder: string, inTurn = false): ParaphraseTally {
  const tally: ParaphraseTally = {
    present: { right: 0, all: 0 },
    notPresent: { right: 0, all: 0 },
    missed: [],
    falsePresent: [],
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const line = file.replace('.json', '') as LineId
    const wordings = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Wordings
    for (const [place, carrier] of carriers.entries()) {
      for (const expected of ['present', 'notPresent'] as const) {
        for (const [index, wording] of wordings[expected].entries()) {
          if (inTurn && index % carriers.length !== place) continue
          const text = carrier.before + spoken(wording, carrier) + carrier.after
          const document = documentFromText(text, { id: 'p', name: 'p.txt', at: new Date(0) })
          const { reading } = readingsOf(takeApart(document)).outcomes[line]
          const right = (reading === 'present') === (expected === 'present')
          tally[expected].all++
          if (right) tally[expected].right++
          else
            (expected === 'present' ? tally.missed : tally.falsePresent).push({
              line,
              carrier: carrier.name,
              wording,
              reading,
            })
        }
      }
    }
  }
  return tally
}
