import type { RowEvent } from './row.ts'

const confirms =
  /\b(?:you (?:have|are|'ve|will be|were)(?: been| now| successfully)* (?:unsubscribed|opted[ -]out|removed)|no (?:more|further) (?:messages|texts|emails) will be sent|will (?:no longer|not) receive (?:any )?(?:more |further )?(?:messages|texts|emails)|unsubscribed from|opt-?out (?:is )?(?:confirmed|request received)|ha sido (?:dado de baja|eliminad[oa])|no recibir[aá] m[aá]s)/i
const promotes =
  /\b(?:sale|discount|\d+ ?% off|special offer|limited time|promo|coupon|deal|free whitening|gift card|book now|schedule today|oferta|descuento|promoci[oó]n)\b/i

/** What an outbound text tells of itself: whether it confirms an opt-out, and whether it also sells. */
export function purposeOf(text: string | undefined): Pick<RowEvent, 'purpose' | 'marketing'> {
  if (text === undefined) return {}
  const marketing = promotes.test(text)
  return { ...(confirms.test(text) && { purpose: 'optout_confirmation' as const }), ...(marketing && { marketing }) }
}
