import type { Cut, CutReason } from './fold.ts'
import { join, type Mapped, type Span, slice, spanOf } from './mapped.ts'

const struck = /~~[^~]{1,4000}?~~/g
const insertedMark = /\+\+/g
const insertedText = /\+\+([^+]{1,4000}?)\+\+/g
/** "[Note to draft: …]", "[Comment KM: …]", "{Drafting note …}", "<!-- … -->". */
const note =
  /\[\s*(?:\w+ ){0,2}?(?:notes?|comments?|drafting|drafter|nb|n\.b\.|to do|query|question for|reviewer|counsel|attorney|open (?:point|issue)|discuss|confirm|check)\b[^\]]{0,1200}\]|\{\s*(?:\w+ ){0,2}?(?:notes?|comments?|drafting|drafter|query)\b[^}]{0,1200}\}|<!--[\s\S]{0,2000}?-->|^[ \t]*(?:(?:drafting|drafter's|reviewer|counsel) (?:note|comment)s?|note to [^:\n]{1,40})\s*:[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*/gim
/** A line that lists boxes for somebody to tick later, or says it is a checklist. */
const checklistLine = /^[^\n]*\bchecklist\b[^\n]*(\[ ?\]|:\s*$)[^\n]*$/gim
const openBoxes = /^[^\n]*(?:\[ ?\][^[\n]{2,80}){2,}$/gim

/** "[ ] 2.4 Vendor may …" with what goes on below it: a line to tick, left open. */
const openLine =
  /^[ \t]*\[ ?\](?=[ \t]+\S)[^\n]*(?:\n(?![ \t]*(?:\[|\d{1,2}(?:\.\d+)*[.)]?[ \t]|\(?[a-zA-Z][.)][ \t]|[A-Z][A-Z ]{4,}))[ \t]+\S[^\n]*)*/gm
const tickedLine = /^[ \t]*\[ ?x ?\][ \t]+\S/im

type Found = { from: number; to: number; why: CutReason }

function collect(text: string, pattern: RegExp, why: CutReason, into: Array<Found>): void {
  for (const match of text.matchAll(pattern)) {
    const from = match.index
    const to = from + match[0].length
    if (!into.some((other) => from < other.to && other.from < to)) into.push({ from, to, why })
  }
}

/** Boxes with a sentence of the agreement behind them: "Services (tick): [ ] … Vendor may use PHI to …". */
const speaks = /\.\s+[A-Z][^[\]]*\b(?:shall|may|must|will|agrees)\b/

/** A line of boxes is a form to fill when one of its boxes is ticked; only wholly open ones are a to-do list. */
function ticked(text: string, found: Found): boolean {
  return /\[ ?x ?\]/i.test(text.slice(found.from, found.to))
}

/** Struck words, drafting notes and to-do lists are cut; marks of insertion go, their words stay and are noted. */
export function cutMarkup(words: Mapped, cuts: Array<Cut>, inserted: Array<Span>): Mapped {
  const marksInsertion = words.text.includes('++')
  for (const match of marksInsertion ? words.text.matchAll(insertedText) : []) {
    const span = spanOf(words, match.index, match.index + match[0].length)
    if (span !== null) inserted.push(span)
  }
  const found: Array<Found> = []
  if (words.text.includes('~~')) collect(words.text, struck, 'struck', found)
  collect(words.text, note, 'note', found)
  const lists: Array<Found> = []
  if (/checklist/i.test(words.text)) collect(words.text, checklistLine, 'checklist', lists)
  if (words.text.includes('[')) collect(words.text, openBoxes, 'checklist', lists)
  for (const list of lists) {
    if (
      !ticked(words.text, list) &&
      !speaks.test(words.text.slice(list.from, list.to)) &&
      !found.some((other) => list.from < other.to && other.from < list.to)
    )
      found.push(list)
  }
  // Where some lines of a form are ticked, the lines left open do not apply.
  if (tickedLine.test(words.text)) collect(words.text, openLine, 'checklist', found)
  if (marksInsertion) collect(words.text, insertedMark, 'note', found)
  found.sort((a, b) => a.from - b.from)
  const kept: Array<Mapped> = []
  let done = 0
  for (const { from, to, why } of found) {
    kept.push(slice(words, done, from))
    const span = spanOf(words, from, to)
    if (span !== null && to - from > 2) cuts.push({ ...span, why })
    done = to
  }
  kept.push(slice(words, done))
  return join(kept)
}
