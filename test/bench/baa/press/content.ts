import type { LineId } from '#checklists/baa/reading.ts'

export type Speaker = 'ba' | 'ce'
export type Mode = 'shall' | 'shall not' | 'may' | 'may not'

/**
 * One duty, ban or right. `act` begins with the bare verb; the parties are written {BA} and {CE} (object), {BA's} and
 * {CE's}, and {it}, {its}, {has} for the one who acts. `passive` says the same without naming who acts but by "by {BA}".
 */
export type Item = {
  head: string
  ask: string
  by: Speaker
  mode: Mode
  act: string
  passive?: string
}

/** An agreement without any form: what is agreed, and the readings a lawyer would give it. */
export type Content = {
  name: string
  business: string
  items: ReadonlyArray<Item>
  /** Everything else is absent. */
  expected: Partial<Record<LineId, 'present' | 'partial' | 'contrary'>>
  breach: { kind: string; n: number | null; unit: string | null }
  audit: string
}

/** `head | ask | by mode | act | passive`, one item a line. */
export function itemsOf(table: string): Array<Item> {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [head, ask, who, act, passive] = line.split('|').map((cell) => cell.trim())
      const [by, ...mode] = who!.split(' ')
      return {
        head: head!,
        ask: ask!,
        by: by as Speaker,
        mode: mode.join(' ') as Mode,
        act: act!,
        ...(passive ? { passive } : {}),
      }
    })
}
