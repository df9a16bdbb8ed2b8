import type { Cut } from './fold.ts'
import { join, type Mapped, slice, spanOf } from './mapped.ts'

/** An amendment behind the text it changes: the old words go, the new ones stand in their place. */

const number = String.raw`([A-Z]{0,2}[-.]?\d{1,2}(?:\.\d{1,2})*(?:\([a-z0-9]{1,4}\))?|[IVX]{1,5}(?:\([a-z]\))?)`
const place = String.raw`(?:Section|Paragraph|Article|Clause|Term|Item) ${number}`
const quoted = String.raw`"([^"]{2,2000})"`
const whole = new RegExp(
  String.raw`\b${place}(?: of (?!which)[^.;"]{3,60}?)?,? (?:is|are) (?:hereby )?(?:(?:deleted|struck|removed|repealed)(?: in (?:its|their) entirety)?(?: and (?:is )?(?:hereby )?(?:replaced|restated|substituted)(?: in its entirety)?(?: (?:with|by|to read|as follows))*[:,]?\s*${quoted}|(?=\s*[.;\n]))|(?:hereby )?(?:replaced|amended and restated|restated|amended)(?: in (?:its|their) entirety)?(?: (?:with|by|to read|as follows))+(?: as follows)?[:,]?\s*${quoted})`,
  'g',
)
const words = new RegExp(
  String.raw`\b[Ii]n ${place}(?: of (?!which)[^.;"]{3,60}?)?,? (?:the words? |the phrase |the number )?${quoted} (?:is|are) (?:hereby )?(?:replaced|substituted|changed|amended)(?: (?:with|by|to|to read))+[:,]? ${quoted}`,
  'g',
)
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

type Range = { from: number; to: number }

/** Where the numbered section stands in front of `before`; with "(b)" only that part of it. */
function sectionAt(text: string, given: string, before: number): Range | null {
  const [, head, part] = /^(.*?)(?:\(([a-z0-9]{1,4})\))?$/.exec(given)!
  const start = new RegExp(
    String.raw`^[ \t]*(?:(?:Section|Article|Paragraph)\s+)?${literal(head!)}[.):]?(?=\s)`,
    'm',
  ).exec(text.slice(0, before))
  if (start === null) return null
  const shape = literal(head!)
    .replace(/\d+/g, '\\d+')
    .replace(/[A-Z]+/g, '[A-Z]+')
  const rest = text.slice(start.index + start[0].length, before)
  const next = new RegExp(
    String.raw`\n[ \t]*(?:(?:Section|Article|Paragraph)\s+)?${shape}[.):]?\s|\n[ \t]*(?:\/s\/|By:|IN WITNESS|AMENDMENT\b|EXHIBIT\b)|\n[ \t]*\n[ \t]*(?:\d{1,2}|[IVX]{1,4})\.\s`,
  ).exec(rest)
  const range = { from: start.index, to: start.index + start[0].length + (next?.index ?? rest.length) }
  if (part === undefined) return range
  const inner = text.slice(range.from, range.to)
  const opening = inner.indexOf(`(${part})`, start[0].length)
  if (opening < 0) return null
  const follower = /^\d+$/.test(part) ? String(Number(part) + 1) : String.fromCharCode(part.charCodeAt(0) + 1)
  const closing = inner.indexOf(`(${follower})`, opening)
  return { from: range.from + opening, to: closing < 0 ? range.to : range.from + closing }
}

/** Carries out "Section 4 is deleted and replaced with …" where Section 4 stands in the same text. */
export function carryOutAmendments(given: Mapped, cuts: Array<Cut>): Mapped {
  if (!/\b(?:replaced|deleted|restated)\b/.test(given.text)) return given
  const { text } = given
  const edits: Array<Range & { by: Range | null }> = []
  const put = (edit: Range & { by: Range | null }) => {
    if (!edits.some((other) => edit.from < other.to && other.from < edit.to)) edits.push(edit)
  }
  // The later amendment stands behind the earlier one and prevails.
  const found = [
    ...[...text.matchAll(whole)].map((match) => ({
      match,
      old: null as string | null,
      fresh: match[2] ?? match[3] ?? null,
    })),
    ...[...text.matchAll(words)].map((match) => ({ match, old: match[2]!, fresh: match[3]! as string | null })),
  ].sort((a, b) => b.match.index - a.match.index)
  for (const { match, old, fresh } of found) {
    const section = sectionAt(text, match[1]!, match.index)
    if (section === null) continue
    const at = fresh === null ? -1 : match.index + match[0].lastIndexOf(`"${fresh}"`) + 1
    const reserved = fresh === null || /^\W*(?:reserved|intentionally|omitted|deleted|not used)/i.test(fresh)
    const by = reserved ? null : { from: at, to: at + fresh.length }
    if (old === null) put({ ...section, by })
    else {
      const inside = new RegExp(literal(old)).exec(text.slice(section.from, section.to))
      if (inside === null) continue
      const from = section.from + inside.index
      put({ from, to: from + inside[0].length, by })
    }
    put({ from: match.index, to: match.index + match[0].length, by: null })
  }
  if (edits.length === 0) return given
  edits.sort((a, b) => a.from - b.from)
  const parts: Array<Mapped> = []
  let done = 0
  for (const { from, to, by } of edits) {
    parts.push(slice(given, done, from))
    if (by !== null) {
      // The section keeps its own number and title, so that what follows still knows where it stands.
      parts.push(slice(given, by.from, by.to))
      if (/\n\s*$/.test(text.slice(from, to)) || text[to] === '\n') parts.push(slice(given, to, to))
    }
    const span = spanOf(given, from, to)
    if (span !== null) cuts.push({ ...span, why: 'struck' })
    done = to
  }
  parts.push(slice(given, done))
  return join(parts)
}
