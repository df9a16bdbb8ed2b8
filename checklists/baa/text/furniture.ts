import type { Cut } from './fold.ts'
import { join, type Mapped, made, overlaps, type Span, slice, spanOf } from './mapped.ts'

const pageMark =
  /^\s*(\[?\s*(scan|page|pg\.?|p\.?)\s*,?\s*(p\.?|page)?\s*\d+(\s*(of|\/)\s*\d+)?\s*\]?|- ?\d{1,3} ?-|\d{1,3} of \d{1,3}|\f+)\s*$/i
const pageMarkAtEnd = /\b(page|p\.)\s*\d{1,3}\s*(of|\/)\s*\d{1,3}\s*$/i
const scanMark = /^\s*\[(scan|image|page)\b[^\]]{0,20}\]/i
const faxHead = /^\s*\W{0,4}(fax\b.{0,20}(from|to)\s*:|from\s*:.*\bto\s*:.*\bp\.?\s*\d)/i
const transmission = /\b(transmission|received by fax|fax (ok|received))\b/i
const stamp = /^\s*\W*(rece[i1l]ved|copy|filed|scanned|confidential|void|original)(\W+(copy|copy|filed))*\W*$/i
const stampDate = /^\s*\W*[A-Z0-9]{3,9}\.?\s+\d{1,2},?\s+\d{4}\W*$/
const modal = /\b(shall|will|must|may|agrees)\b/i

function key(line: string): string {
  return line.trim().replace(/\s+/g, ' ').replace(/\d+/g, '#')
}

function isFurniture(line: string, previousCut: boolean, repeats: number): boolean {
  if (line.trim() === '') return false
  if (pageMark.test(line) || faxHead.test(line) || stamp.test(line)) return true
  if (/\bTRANSM[I1]SS[I1][O0]N\b/.test(line) && transmission.test(line.replace(/1/g, 'i').replace(/0/g, 'o')))
    return true
  if (stampDate.test(line) && previousCut && line.trim() === line.trim().toUpperCase()) return true
  if (!/[A-Za-z0-9]/.test(line) && !/[|_]/.test(line)) return true
  if (line.length < 110 && pageMarkAtEnd.test(line) && !modal.test(line)) return true
  return (
    repeats >= 3 && line.length < 110 && !modal.test(line) && !/[|\t_]|:\s*$|^\s*(by|name|title|date)\b/i.test(line)
  )
}

/** Running heads, page numbers, fax lines and stamps are no part of a sentence: cut, line by line, and recorded. */
export function cutFurniture(words: Mapped, cuts: Array<Cut>, outside: ReadonlyArray<Span>): Mapped {
  const lines = words.text.split('\n')
  const seen = new Map<string, number>()
  for (const line of lines) if (line.trim() !== '') seen.set(key(line), (seen.get(key(line)) ?? 0) + 1)
  const kept: Array<Mapped> = []
  let offset = 0
  let previousCut = false
  for (const [index, line] of lines.entries()) {
    const end = offset + line.length
    const from = spanOf(words, offset, end)
    const isOutside = from !== null && outside.some((span) => overlaps(span, from))
    let start = offset
    if (isOutside || isFurniture(line, previousCut, seen.get(key(line)) ?? 0) || scanMark.test(line)) {
      if (from !== null) cuts.push({ ...from, why: 'furniture' })
      start = end
      previousCut = true
    } else {
      const mark = /\s{3,}\[(scan|page)\b[^\]]{0,20}\]\s*$/i.exec(line)
      kept.push(mark === null ? slice(words, start, end) : slice(words, start, start + mark.index))
      if (line.trim() !== '') previousCut = false
    }
    if (index < lines.length - 1) kept.push(slice(words, end, end + 1))
    offset = end + 1
  }
  return join(kept.length > 0 ? kept : [made('')])
}
