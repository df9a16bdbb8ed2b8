import type { Zone } from './clause.ts'

const defines =
  /^(?:-\s*)?(?:the (?:terms?|words?|phrases?) )?"[^"]{1,60}"(?:\s*,?\s*(?:and|or)?\s*"[^"]{1,60}"\s*,?)*,?\s*(?:\([^)]{1,60}\)\s*)?(?:has|have|means?|shall (?:have|mean)|will (?:have|mean)|is(?! (?:to|not))|are(?! to)|refers?|includes?|-|:|as used)/
const definingTopic = /\b(?:definitions?|defined terms|terms used|words|interpretation|meanings?|glossary)\b/
const listDefinition = /^(?:-\s*)?"?[a-z_][\w _'-]{1,40}"? ?(?:-|:) /
const sharedMeaning =
  /\b(?:have|has|carry|carries|keep|take|bear)s? (?:the |their |that |those )?(?:same |regulatory )?meanings?\b|\bmean here what\b|\bare used (?:as|with)\b|\bas (?:45 cfr|hipaa|the hipaa rules) .{0,40}defines?\b/
const recitalTopic = /^(?:[a-z0-9]\.? )?(?:recitals?|background|whereas|preamble|witnesseth|premises|introduction)\b/
const reserved =
  /\[(?:section )?(?:intentionally (?:omitted|left blank|deleted)|reserved|omitted|deleted|not used|left blank|n\/a)\.?\]|^(?:\W*[\w .-]{0,60}[.:-] ?)?(?:intentionally omitted|reserved|not used)\.?$/

const spanish =
  /\b(?:el|la|los|las|de|del|que|para|por|con|una?|su|sus|esta|este|no|se|en|al|y|o|será|deberá|podrá|dentro|empresa|clínica|salud)\b/g
const english = /\b(?:the|of|and|to|in|for|shall|will|may|any|that|is|by|or|on|with|it|as|not|be|this)\b/g

/** Spanish by its small words; a bilingual text is judged by its English. */
export function isSpanish(text: string): boolean {
  const es = text.match(spanish)?.length ?? 0
  const en = text.match(english)?.length ?? 0
  return es >= 4 && es > en * 1.5
}

/** Words about a clause in front of its text: "a new sentence 4 is added: "Clinic may …"". */
const quotesClause =
  /^([^"]{3,220}?\b(?:clauses?|sections?|paragraphs?|sentences?|articles?|subsections?|provisions?|items?|terms?|words?|wording|language|text|reads?|read)\b[^"]{0,120}?)"(?=[^"]{0,160}\b(?:shall|will|must|may|agrees)\b)/
const unsettled =
  /\b(?:if|unless|drafts?|propos\w+|discuss\w*|negotiat\w*|consider\w*|suggest\w*|wishes|wants|would|might|could|may (?:be|read)|samples?|examples?|rejected|declined|withdrawn|superseded|expired|formerly|once|upon|subject to|pending|await\w*|approv\w*|to be (?:added|inserted|agreed|settled|adopted)|previously|no longer|not (?:yet )?(?:been )?(?:agreed|accepted|adopted|signed|added|part|in force|in effect))\b/

/** "In the old agreement, section 4 read: …": how it stood. */
const onceRead = /(?<!\b(?:shall|will|must|to|now|and|henceforth) )\bread(?: as follows| thus)?[:,]? ?$/

/** Whether a frame leaves open that the clause it quotes is agreed: a draft, a condition, a thing to be talked about. */
export function isUnsettled(frame: string): boolean {
  return unsettled.test(frame) || onceRead.test(frame)
}

export function zoneOf(whole: string, topic: string, inRecitals: boolean): Zone {
  const sentence = whole.replace(/^\(?[a-z0-9]{1,3}\)\s+/, '')
  if (reserved.test(sentence)) return 'reserved'
  if (isSpanish(sentence)) return 'foreign'
  const frame = quotesClause.exec(sentence)?.[1]
  if (frame !== undefined && isUnsettled(frame)) return 'reserved'
  if (defines.test(sentence)) return 'definition'
  if (definingTopic.test(topic) && (listDefinition.test(sentence) || sharedMeaning.test(sentence))) return 'definition'
  if (sharedMeaning.test(sentence) && /"/.test(sentence)) return 'definition'
  if (inRecitals || /^(?:\(?[a-z0-9]{1,3}[.)] )?whereas\b/.test(sentence)) return 'recital'
  return 'operative'
}

export function opensRecitals(topic: string): boolean {
  return recitalTopic.test(topic)
}

export function closesRecitals(sentence: string): boolean {
  return /^(?:now,? therefore|therefore,|the parties (?:therefore |hereby )?agree|in consideration|accordingly)/.test(
    sentence,
  )
}
