import type { Cut } from './fold.ts'
import { join, type Mapped, made, overlaps, type Span, slice, spanOf } from './mapped.ts'
import { withSingleSpaces } from './spaces.ts'

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
  return withSingleSpaces(line.trim()).replace(/\d+/g, '#')
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

/** Lines that stand beside a page number twice or more: a running head of a text too short to show it three times. */
function besidePageMarks(lines: ReadonlyArray<string>, keys: ReadonlyArray<string>): ReadonlySet<string> {
  const count = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    if (!pageMark.test(line)) continue
    for (const step of [-1, 1]) {
      const place = [index + step, index + 2 * step].find((other) => (lines[other] ?? '').trim() !== '')
      const near = place === undefined ? undefined : lines[place]
      if (
        place === undefined ||
        near === undefined ||
        modal.test(near) ||
        near.length >= 110 ||
        /[.;:,|\t]\s*$/.test(near)
      )
        continue
      count.set(keys[place]!, (count.get(keys[place]!) ?? 0) + 1)
    }
  }
  return new Set([...count].filter(([, times]) => times >= 2).map(([line]) => line))
}

/** Running heads, page numbers, fax lines and stamps are no part of a sentence: cut, line by line, and recorded. */
export function cutFurniture(words: Mapped, cuts: Array<Cut>, outside: ReadonlyArray<Span>): Mapped {
  const lines = words.text.split('\n')
  const keys = lines.map(key)
  const seen = new Map<string, number>()
  for (const own of keys) if (own !== '') seen.set(own, (seen.get(own) ?? 0) + 1)
  const heads = besidePageMarks(lines, keys)
  const kept: Array<Mapped> = []
  let offset = 0
  let previousCut = false
  let last = ''
  /** Blank lines that stand before the next line that counts, and whether a cut line is among them. */
  let gap: { blanks: Array<Mapped>; cut: boolean } = { blanks: [], cut: false }
  for (const [index, line] of lines.entries()) {
    const end = offset + line.length
    const own = keys[index]!
    const from = spanOf(words, offset, end)
    const newline = index < lines.length - 1 ? [slice(words, end, end + 1)] : []
    const isOutside = from !== null && outside.some((span) => overlaps(span, from))
    if (isOutside || isFurniture(line, previousCut, seen.get(own) ?? 0) || scanMark.test(line) || heads.has(own)) {
      if (from !== null) cuts.push({ ...from, why: 'furniture' })
      gap.blanks.push(...newline)
      gap.cut = true
      previousCut = true
    } else if (line.trim() === '') {
      gap.blanks.push(slice(words, offset, end), ...newline)
    } else {
      // A sentence that a page end broke goes on behind it.
      const broken =
        gap.cut && last.length > 30 && !/[.:;?!]\s*$/.test(last) && !/^\s*(?:\(?[a-z0-9]{1,4}[.)]|[-*])\s/i.test(line)
      if (!broken) kept.push(...gap.blanks)
      gap = { blanks: [], cut: false }
      const mark = /\s{3,}\[(scan|page)\b[^\]]{0,20}\]\s*$/i.exec(line)
      kept.push(mark === null ? slice(words, offset, end) : slice(words, offset, offset + mark.index), ...newline)
      previousCut = false
      last = line
    }
    offset = end + 1
  }
  kept.push(...gap.blanks)
  return join(kept.length > 0 ? kept : [made('')])
}
