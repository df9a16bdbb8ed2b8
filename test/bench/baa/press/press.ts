import type { LineId } from '#checklists/baa/reading.ts'
import { clauseIds, elementIds, optionIds } from '#checklists/baa/reading.ts'
import { readText } from '../score.ts'
import type { Content } from './content.ts'
import { contents } from './contents.ts'
import { type Layout, layouts } from './layouts.ts'
import { type Style, styles } from './parties.ts'
import { type Wear, wears } from './wear.ts'

export type Sheet = { content: Content; style: Style; layout: Layout; wear: Wear; text: string }
export type Slip = {
  sheet: Sheet
  id: LineId | 'kind' | 'breach' | 'audit'
  expected: string
  got: string
  quote: string
}

function printed(content: Content, style: Style, layout: Layout, wear: Wear): Sheet | null {
  const terms = layout.terms(content, style)
  if (terms === null || (layout.wide && wear.narrow)) return null
  const body = [style.opening(content.business), terms, style.appendix, style.signature].filter(Boolean).join('\n\n')
  const text = wear.worn(body, content, style)
  return text === null ? null : { content, style, layout, wear, text }
}

/** Every `nth` sheet of contents x styles x layouts x wear, from `first` on. */
export function* sheets(nth: number, first = 0, forms: ReadonlyArray<Layout> = layouts): Generator<Sheet> {
  let at = 0
  for (const wear of wears)
    for (const layout of forms)
      for (const style of styles)
        for (const content of contents) {
          at += 1
          if (at % nth !== first) continue
          const sheet = printed(content, style, layout, wear)
          if (sheet !== null) yield sheet
        }
}

/** What the engine reads otherwise than it was written. */
export function slipsOf(sheet: Sheet, reading = readText(sheet.text, 'sheet')): Array<Slip> {
  const { content } = sheet
  if (!reading.isBaa)
    return [
      { sheet, id: 'kind', expected: 'agreement', got: reading.kind ?? 'other', quote: reading.refusal?.message ?? '' },
    ]
  const slips: Array<Slip> = []
  for (const id of [...clauseIds, ...elementIds, ...optionIds]) {
    const expected = content.expected[id] ?? 'absent'
    const line = reading.lines[id]
    const got = line?.reading ?? 'none'
    if (got !== expected) slips.push({ sheet, id, expected, got, quote: line?.quotes[0]?.text ?? '' })
  }
  const { kind, n, unit } = reading.facts!.breach
  const clock = JSON.stringify({ kind, n, unit })
  if (clock !== JSON.stringify(content.breach))
    slips.push({ sheet, id: 'breach', expected: JSON.stringify(content.breach), got: clock, quote: '' })
  if (reading.facts!.audit !== content.audit)
    slips.push({ sheet, id: 'audit', expected: content.audit, got: reading.facts!.audit, quote: '' })
  return slips
}
