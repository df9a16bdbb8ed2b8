import type { PageEvidence } from '#scanners/site/evidence.ts'
import { fieldWords, type PageClass } from '../knowledge/page-words.ts'
import { plainWords } from './page-text.ts'

type Form = PageEvidence['forms'][number]
type Word = keyof typeof fieldWords

/** What a form is for. `transaction`: it asks a visitor for patient details, so the page is risk B. */
export type FormKind = { class: PageClass | null; votes: number; transaction: boolean; reason: string }

/** More than the words of address, title and headings can bring together: a form outvotes words. */
const formVotes = 14

const silent = /^(hidden|submit|button|image|reset)$/
const nothing: FormKind = { class: null, votes: 0, transaction: false, reason: '' }

function count(form: Form): Record<Word, number> & { fields: number; files: number; dates: number; choices: number } {
  const found = { fields: 0, files: 0, dates: 0, choices: 0 } as ReturnType<typeof count>
  for (const word of Object.keys(fieldWords) as Array<Word>) found[word] = 0
  for (const field of form.fields) {
    if (silent.test(field.type)) continue
    found.fields += 1
    const text = plainWords(`${field.label} ${field.name} ${field.autocomplete}`).replace(/-/g, ' ')
    if (field.type === 'password') found.password += 1
    if (field.type === 'search') {
      found.search += 1
      continue
    }
    if (field.type === 'file') found.files += 1
    if (/^(date|time|datetime-local)$/.test(field.type)) found.dates += 1
    if (/^(select|select-one|radio|checkbox)$/.test(field.type)) found.choices += 1
    if (field.type === 'textarea') found.message += 1
    // By its type or by its words, a field counts once.
    if (/^(email|tel)$/.test(field.type) && !fieldWords.person.test(text)) found.person += 1
    for (const word of Object.keys(fieldWords) as Array<Word>) if (fieldWords[word].test(text)) found[word] += 1
  }
  return found
}

/**
 * Reads a form by what it asks, in order of how telling the question is. `words` are the page's own (title, h1, path)
 * and settle only what the fields leave open, such as a bare name-and-phone form.
 */
export function formKind(form: Form, words: string): FormKind {
  const has = count(form)
  const kind = (name: PageClass, reason: string, votes = formVotes, transaction = true): FormKind => ({
    class: name,
    votes,
    transaction,
    reason: `a form asks for ${reason}`,
  })
  if (has.fields === 0) return nothing
  if (has.job > 0 && has.person > 0) return kind('other', 'an application', formVotes, false)
  if (has.donation > 0 && has.card === 0) return kind('other', 'a donation', 4, false)
  if (has.card > 0 || (has.bill > 0 && has.message === 0 && has.slot === 0 && has.history === 0))
    return kind('payment', 'payment details')
  if (has.password > 0) return kind('portal-login', 'a password')
  const asksPerson = has.person > 0 || has.birth > 0
  if (!asksPerson && has.slot === 0 && has.history < 2 && has.refill === 0) return lookup(has, words)
  if (has.rating > 0 && has.history === 0 && has.slot === 0) return kind('other', 'a rating', 4)
  if (has.event > 0 && has.slot === 0 && has.birth === 0) return kind('other', 'places at an event', 5, false)
  if (has.history >= 3 || (has.refill > 0 && has.slot === 0 && has.visitReason === 0))
    return kind('intake', 'health details')
  if (has.slot > 0) return kind('booking', 'a date or time')
  if (has.visitReason > 0 || (has.patientKind > 0 && has.insurance === 0))
    return kind(intakeWords.test(words) ? 'intake' : 'booking', 'the reason for the visit')
  if (has.insurance > 0 || has.history > 0) return kind('intake', has.insurance > 0 ? 'insurance' : 'health details')
  if (has.birth > 0)
    return kind(
      loginWords.test(words) ? 'portal-login' : bookingWords.test(words) ? 'booking' : 'intake',
      'a birth date',
    )
  return lead(has, words, kind)
}

const intakeWords =
  /\b(intake|refill|referr\w+|records?|symptom|questionnaire|registration form|forms?|historia|receta)\b/
const loginWords = /\b(log ?in|sign ?in|portal|account|activate|password|sesion|cuenta)\b/
const bookingWords = /\b(book|appointment|schedul\w+|reserv\w+|cita|agendar?|turno)\b/

/** A search or a filter: no personal field. Symptoms chosen from a list are input all the same. */
function lookup(has: ReturnType<typeof count>, words: string): FormKind {
  if (has.history > 0 && has.search === 0)
    return { class: 'intake', votes: formVotes, transaction: true, reason: 'a form asks for health details' }
  if (has.visitReason > 0 || (has.dates > 0 && bookingWords.test(words)) || (has.patientKind > 0 && has.choices > 0))
    return {
      class: 'booking',
      votes: formVotes,
      transaction: true,
      reason: 'a form asks for the reason or date of a visit',
    }
  if (has.bill > 0)
    return { class: 'payment', votes: formVotes, transaction: true, reason: 'a form asks for a bill number' }
  if (has.providerChoice > 0 && has.search > 0)
    return { class: 'provider', votes: 2, transaction: false, reason: 'a form searches for a provider' }
  if (has.message > 0 && has.search === 0 && has.rating === 0)
    return { class: 'contact', votes: 4, transaction: true, reason: 'a form takes a message' }
  return nothing
}

function lead(
  has: ReturnType<typeof count>,
  words: string,
  kind: (name: PageClass, reason: string, votes?: number, transaction?: boolean) => FormKind,
): FormKind {
  const booking = bookingWords.test(words)
  if (has.message > 0) {
    if (booking && has.providerChoice + has.choices + has.dates > 0)
      return kind('booking', 'contact details and a wish')
    return kind('contact', 'contact details and a message', booking ? 3 : 4)
  }
  if (has.person >= 2) {
    if (booking || has.dates > 0) return kind('booking', 'contact details')
    return kind('contact', 'contact details', has.newsletter > 0 ? 0 : 3, has.newsletter === 0)
  }
  if (loginWords.test(words) && has.newsletter === 0) return kind('portal-login', 'a user name', 4)
  return nothing
}
