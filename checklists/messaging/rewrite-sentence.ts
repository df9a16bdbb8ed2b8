import type { Parts } from './audit-template.ts'

export type Stretch = { start: number; end: number }

/** Where a sentence ends: a mark and a space, a line or a tag; not inside a field, not after "Dr.". */
function ends(text: string, at: number): boolean {
  const sign = text[at]!
  if (sign === '\n' || sign === '<' || sign === '>') return true
  if (!/[.!?]/.test(sign) || !/^(?:\s|$|<)/.test(text.slice(at + 1, at + 2))) return false
  return !/\b(?:Dr|Dra|Mr|Mrs|Ms|St|a\.m|p\.m)$/.test(text.slice(Math.max(0, at - 4), at))
}

const opening =
  /^\s*(?:(?:hi|hello|dear|hey|hola|good (?:morning|afternoon|evening)|buenos d[ií]as|estimad[oa])\b[^,:!.\n]{0,60}[,:!]|[^.!?\n:{}]{1,50}:)\s+/i

/** The sentence around a stretch, without the greeting or the sender's prefix before it. */
export function sentenceAround({ text, fields }: Parts, start: number, end: number): Stretch {
  const inField = (at: number) => fields.some((field) => field.start <= at && at < field.end)
  let from = start
  while (from > 0 && (inField(from - 1) || !ends(text, from - 1))) from -= 1
  let to = end
  while (to < text.length && (inField(to) || !ends(text, to))) to += 1
  if (/[.!?]/.test(text[to] ?? '')) to += 1
  while (from < start && /\s/.test(text[from]!)) from += 1
  for (let turn = 0; turn < 2; turn += 1) {
    const lead = opening.exec(text.slice(from, start))
    if (lead === null) break
    from += lead[0].length
  }
  return { start: from, end: to }
}

const leads =
  /(?:^|[:,.!?\n>]\s*|\b(?:how (?:was|were)|how did|about|after|since|for|before|regarding|confirm|reschedule|cancel|book|c[oó]mo (?:fue|estuvo)|sobre|despu[eé]s de|antes de|por|para|de|confirme|reprogramar)\s+)$/i
const trails =
  /^\s*(?:$|[.!?,;:]|go\b|(?:today|tomorrow|yesterday|on|at|with|went|was|starts?|has been|hoy|mañana|ayer|el|con|en|fue)\b|(?:is|es)\s+(?:on|at|el|a las|tomorrow|today|confirmed|scheduled|booked|set|coming|next|due|monday|tuesday|wednesday|thursday|friday|[{[%*«$@<])|[{[%*«$@<(-])/i

/** Whether "your visit" can stand in for a stretch as the sentence is built around it. */
export function fitsVisit(text: string, start: number, end: number): boolean {
  return leads.test(text.slice(Math.max(0, start - 40), start)) && trails.test(text.slice(end, end + 40))
}

/** A neutral sentence for one that cannot be mended word by word; its dates, phone and link fields are kept. */
export function neutralSentence({ text, fields }: Parts, { start, end }: Stretch, spanish: boolean): string {
  const inside = fields.filter((field) => field.start >= start && field.end <= end && field.class === 'ok')
  const raw = (kind: string) => inside.filter((field) => field.kind === kind).map((field) => field.raw)
  const [when, time] = raw('time')
  const phone = raw('contact')[0]
  const link = raw('link').map((found) => ` ${found}`)[0] ?? ''
  const say = (): string => {
    if (when !== undefined) {
      const rest = time === undefined ? '' : `${spanish ? ' a las' : ' at'} ${time}`
      const clock = /time|hora/i.test(when) && !/date|fecha/i.test(when)
      const lead = spanish ? (clock ? 'a las ' : 'el ') : clock ? 'at ' : ''
      return spanish ? `su visita es ${lead}${when}${rest}.` : `your visit is ${lead}${when}${rest}.`
    }
    if (phone !== undefined) return spanish ? `llámenos al ${phone}.` : `please call us at ${phone}.`
    if (link !== '') return spanish ? `¿cómo fue su visita?` : 'how was your recent visit?'
    return spanish ? 'comuníquese con nosotros sobre su visita.' : 'please contact us about your visit.'
  }
  const said = say()
  const lower = /^[a-z¿]/.test(text.slice(start, start + 1))
  const at = said.startsWith('¿') ? 1 : 0
  const cased = lower ? said : said.slice(0, at) + said[at]!.toUpperCase() + said.slice(at + 1)
  return cased + link
}
