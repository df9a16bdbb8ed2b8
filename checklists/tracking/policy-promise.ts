import type { TrackerCategory } from '../knowledge/tracker.ts'

/** A sentence of a privacy policy that promises not to do something; `against` says which recipients contradict it. */
export type PolicyPromise = {
  quote: string
  start: number
  against: (category: TrackerCategory | undefined) => boolean
}

const negation =
  /\b(do(es)? not|don['’]t|doesn['’]t|never|will not|won['’]t|no (?=personal|patient|visitor|health|information|data|tracking|cookies)|(?<!whether or )not (?=share|sell|use|disclose|track)|no (compartimos|vendemos|divulgamos|usamos|utilizamos|cedemos|comparte|vende|utiliza)|nunca)\b/i
const sharing =
  /\b(shar(e|ed|es|ing)|disclos(e|ed|es)|sell(s|ing)?|sold|rent(ed)?|trade(d)?|provide[sd]?|transfer(red)?|give[ns]?|compart\w+|vend\w+|divulg\w+|ced(e|emos))\b/i
const tracking =
  /\b(track(ing|ed|s|ers?)?|pixels?|analytics|third[- ]party cookies|cookies|advertis\w+|retarget\w+|remarket\w+|profil(e|ing)|monitor|record(ing|s)?|rastre\w+|cookies|publicidad)\b/i
const object =
  /\b(information|data|details|activity|visit(s|ors?)?|you|personal|patient|datos|informacion|información|usted|su)\b/i
/** Conditions that take the promise back for the very case: with consent, except as described, text-message consent only. */
const carveOut =
  /\b(except (as|where|when|to|for|in)|unless|without (your|prior|express|first)|other than|only (as|with|to|for)|outside of|without (the )?consent|sms|text[- ]messag\w+|mobile (opt[- ]in|information)|opt[- ]in data|excepto|salvo|sin su (consentimiento|autorizacion|autorización)|a menos que|children|under (the age of )?13|hold(s)? (you|any)|guarantee)\b/i

const advertisers: ReadonlySet<TrackerCategory> = new Set(['ad-pixel', 'marketing'])
const observers: ReadonlySet<TrackerCategory> = new Set([
  'ad-pixel',
  'analytics',
  'session-replay',
  'customer-data-platform',
  'marketing',
  'ab-test',
])

const subject = /\b(We|Our|This|That|These|Your|The|It|Nuestr[oa]s?|Su|Sus|Nosotros|Este|Esta)\b[^A-Z]*$/

/** The first plain promise in the text, or null. Promises with a condition are left alone: they may well be kept. */
export function findPromise(text: string): PolicyPromise | null {
  for (const match of text.matchAll(/[^.!?;\n]{20,400}[.!?;\n]/g)) {
    const sentence = match[0]
    const no = negation.exec(sentence)
    if (no === null || carveOut.test(sentence)) continue
    const rest = sentence.slice(no.index)
    // A heading before the sentence has no full stop of its own; the quote starts with the sentence's subject.
    const lead = subject.exec(sentence.slice(0, no.index))?.index ?? sentence.length - sentence.trimStart().length
    const quote = sentence.slice(lead).trim().slice(0, 240)
    const start = match.index + sentence.indexOf(quote, lead)
    if (tracking.test(rest) && !sharing.test(rest))
      return { quote, start, against: (category) => category !== undefined && observers.has(category) }
    if (!sharing.test(rest) || !object.test(sentence)) continue
    // "We never sell your data" is kept by a site that only measures; sharing is wider.
    const sale =
      /\b(sell|sold|rent|trade|vend\w+)\b/i.test(rest) &&
      !/\b(shar|disclos|provide|transfer|give|compart|divulg|ced)/i.test(rest)
    return {
      quote,
      start,
      against: (category) => category !== undefined && (sale ? advertisers : observers).has(category),
    }
  }
  return null
}
