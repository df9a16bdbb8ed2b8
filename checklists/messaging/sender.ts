import { gap, type Word } from '#scanners/template/reading.ts'
import type { NameRange } from './names.ts'
import type { FieldKinds } from './opt-out.ts'

const labels =
  /^(?:our|the|your|this|hi|hello|hey|hola|dear|reminder|recordatorio|note|nota|important|importante|subject|asunto|reply|link|re|fwd|ps|attention|atencion|notice|aviso|alert|update|urgent|hours|address|when|where|date|time|location|message|question|survey|review|confirm|thanks|gracias|good|free|fecha|hora|lugar|directions|parking|info|fyi|today|tomorrow)$/

/** A capitalised prefix before a colon or dash at the start: "Elm Clinic:", "LKSD -". */
function prefix(words: ReadonlyArray<Word>): boolean {
  let at = 0
  while (at < words.length && at < 7 && words[at]!.place === 'text') {
    const word = words[at]!
    if (at > 0 && word.gap > gap.hyphen) return false
    if (labels.test(word.norm) || (at === 0 && !word.capital && !/^\d/.test(word.norm))) return false
    if (word.after === ':' || (/^[-–—~|>]$/.test(word.after) && words[at + 1]?.gap !== gap.hyphen))
      return word.fieldAfter < 0 || word.after === ':'
    at += 1
  }
  return false
}

/** "- Elm", "from Lakeside", "this is Ana with Elm", "your friends at Elm", "The Elm Team". */
function introduced(words: ReadonlyArray<Word>): boolean {
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at]!
    const before = words[at - 1]!
    if (
      word.place === 'host' ||
      word.place === 'link' ||
      !word.capital ||
      word.gap > gap.comma ||
      /^(?:stop|reply|help|google|facebook|yelp|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dr|dra|i|you|your|we|our|january|february|march|april|may|june|july|august|september|october|november|december|am|pm|zoom|apple|no|yes|si|y|n|c|end|quit|std|msg)$/.test(
        word.norm,
      )
    )
      continue
    if (
      /^(?:from|at|with|visiting|choosing|de|en|visitar|elegir|by)$/.test(before.norm) &&
      word.gap <= gap.hyphen &&
      !/^\d/.test(word.norm)
    ) {
      // "with Maria": a person, unless the caller names herself.
      if (before.norm !== 'with' && before.norm !== 'by' && before.norm !== 'de' && before.norm !== 'en') return true
      if (words.slice(Math.max(0, at - 5), at).some((item) => /^(?:is|calling|habla|soy|team|staff)$/.test(item.norm)))
        return true
    }
  }
  const signature = words.findLastIndex(
    (word, at) => at > 0 && /^[-–—~]$/.test(words[at - 1]!.after) && word.gap === gap.comma,
  )
  if (signature > 0) {
    const word = words[signature]!
    return (
      word.capital && word.place === 'text' && !labels.test(word.norm) && !/^(?:stop|text|txt|call)$/.test(word.norm)
    )
  }
  return false
}

const introduces =
  /^(?:from|at|with|is|by|de|en|team|sincerely|regards|visiting|choosing|thanks|welcome|the|nuestra|la)$/

/** Whether the message says who sends it. A doctor's office counts; a doctor's bare name does not. */
export function findSender(words: ReadonlyArray<Word>, names: ReadonlyArray<NameRange>, fields: FieldKinds): boolean {
  if (
    fields.some(
      (field) => field.kind === 'practice' || (field.kind === 'exception' && /location|provider/i.test(field.raw)),
    )
  )
    return true
  if (
    names.some(
      (name) => name.kind === 'practice' && /^(?:text|subject|alt|title|preheader)$/.test(words[name.from]!.place),
    )
  )
    return true
  if (prefix(words) || introduced(words)) return true
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    // "Dr. Kim's office", "the office of Dr. Kim", "{{provider}}'s office"
    if (/^(?:office|practice|consultorio|clinic|team)$/.test(word.norm)) {
      const before = words[at - 1]
      if (
        before !== undefined &&
        word.gap <= gap.hyphen &&
        ((before.possessive && before.capital) ||
          (before.norm === 's' && before.fieldBefore >= 0 && fields[before.fieldBefore]?.kind === 'provider'))
      )
        return true
      if (
        /^(?:of|de|del)$/.test(words[at + 1]?.norm ?? '') &&
        (/^(?:dr|dra|drs|doctor)$/.test(words[at + 2]?.norm ?? '') ||
          (words[at + 1]!.fieldAfter >= 0 && fields[words[at + 1]!.fieldAfter]?.kind === 'provider'))
      )
        return true
    }
    if (
      (word.norm === 'this' || word.norm === 'soy' || word.norm === 'habla') &&
      (word.norm !== 'this' || words[at + 1]?.norm === 'is')
    ) {
      const named = words[at + (word.norm === 'this' ? 2 : 1)]
      if (
        named !== undefined &&
        named.gap <= gap.hyphen &&
        named.capital &&
        !/^\d/.test(named.norm) &&
        /^(?:dr|dra|doctor)$/.test(named.norm)
      )
        return true
    }
    const field = word.fieldAfter >= 0 ? fields[word.fieldAfter] : undefined
    if (
      field?.kind === 'provider' &&
      introduces.test(word.norm) &&
      /^(?:is|sincerely|regards|team|from)$/.test(word.norm)
    )
      return true
  }
  return false
}
