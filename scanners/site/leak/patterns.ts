import type { Canary, FieldKind } from '../canary.ts'
import { mirrored, rot13 } from './alphabets.ts'
import { spellingsOf } from './normalise.ts'

/** One byte sequence that gives a canary away, compared in lower case. */
export type Pattern = {
  bytes: Buffer
  field: FieldKind
  value: string
  /** How the value was changed, innermost first; empty for the value as it is. */
  encoding: ReadonlyArray<string>
  part: boolean
  weak: boolean
  twin: boolean
}

/** A typed value or its never-typed twin. */
export type Wanted = { canary: Canary; twin: boolean }

const minBytes = 5

/** Everything to look for as it stands; digests are computed only where something digest-like was sent. */
export function patternsFor(wanted: ReadonlyArray<Wanted>): Array<Pattern> {
  const unique = new Map<string, Pattern>()
  for (const { canary, twin } of wanted) {
    for (const { text: spelling, part, weak } of spellingsOf(canary)) {
      const add = (text: string, encoding: ReadonlyArray<string>) => {
        const bytes = Buffer.from(text.toLowerCase())
        if (bytes.length < minBytes) return
        const key = bytes.toString('latin1')
        const known = unique.get(key)
        // What was typed stands before its twins, and of two typed values the one that proves more.
        if (known !== undefined && (!known.weak || weak || known.twin !== twin)) return
        unique.set(key, { bytes, field: canary.field, value: canary.value, encoding, part, weak, twin })
      }
      add(spelling, [])
      const plain = spelling.normalize('NFKD').replace(/\p{M}/gu, '')
      if (plain !== spelling) add(plain, [])
      if (weak) continue
      add(mirrored(spelling), ['reversed'])
      if (/[a-z]{5}/i.test(spelling)) add(rot13(spelling), ['rot13'])
    }
  }
  return [...unique.values()]
}
