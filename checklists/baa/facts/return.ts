import type { Agreement } from '../clauses/agreement.ts'
import { retainsNoCopies, returnClauses } from '../elements/ending.ts'
import type { Outcome } from '../reading.ts'
import { durationsIn } from './durations.ts'

export type ReturnFacts = {
  n: number | null
  unit: 'days' | null
  days: number | null
  option: string
  no_copies: boolean
  certify: true | false | 'on request'
  certificate: true | false | 'on request'
  via?: string
}

const certifies =
  /\bcertif(?:y|ies|ication|icate)|\bconfirm(?:s|ation)? in writing|\bwritten (?:confirmation|statement)\b/
const onRequest = /\b(?:on|upon|if) (?:_ce's )?(?:written )?request(?:ed)?|\bif _ce asks|\bwhen asked/

function optionOf(text: string): string {
  if (/\b(?:once|until|after)\b[^.;]{0,40}\b(?:invoices?|fees?|paid)/.test(text))
    return 'return after payment; copies kept'
  const back = text.search(/\breturn|\bgive back|\bhand/)
  const gone = text.search(/\b(?:destroy|destruct|delete|erase|purge|shred)/)
  if (back < 0 && gone >= 0) return 'delete'
  if (gone < 0) return 'return'
  if (
    /_ce's (?:choice|option|election|discretion|direction)|as _ce (?:chooses|elects|directs)|if _ce (?:so )?(?:elects|asks|directs|chooses)/.test(
      text,
    )
  ) {
    return /if _ce ask|otherwise/.test(text) ? 'return if asked, otherwise destroy' : "CE's choice"
  }
  return back < gone ? 'return or destroy' : 'destroy or return'
}

export function returnFacts(a: Agreement, r16: Outcome): ReturnFacts | null {
  const found = returnClauses(a)
  const clauses = found.length > 0 ? found : r16.clauses
  if (clauses.length === 0) return null
  const at = (clause: (typeof clauses)[number]) =>
    durationsIn(clause.text).find(
      ({ from, unit }) =>
        unit === 'days' &&
        /\b(?:within|by|not later than|no later than|before|in|end of|(?:after|than))\b[^.;]{0,60}$|^$/.test(
          clause.text.slice(0, from),
        ) &&
        !/\b(?:every|each|cure|after|for)\s*(?:a year)?$/.test(clause.text.slice(0, from)),
    )
  const timed =
    clauses.find((clause) => at(clause) !== undefined && !/\bafter (?:a|one) year\b/.test(clause.text)) ?? null
  const sibling =
    timed === null
      ? (a.operative.find(
          (clause) =>
            clauses.some((other) => other.sentence.start === clause.sentence.start) &&
            at(clause) !== undefined &&
            /\bwithin\b/.test(clause.text),
        ) ?? null)
      : null
  const chosen = timed ?? sibling
  const days = chosen === null ? null : at(chosen)!.n
  const words = clauses.map(({ whole }) => whole).join(' ')
  const near = a.operative.filter(
    (clause) => clauses.some((other) => other.unit === clause.unit) && clause.holder !== 'ce',
  )
  const stated = near.find(({ text }) => certifies.test(text) && /destr|return|done so|as much|delet|certif/.test(text))
  const certify =
    stated === undefined
      ? false
      : onRequest.test(stated.text) &&
          /\bcertif[^.;]*\b(?:on|upon|if)\b|\b(?:on|upon|if)\b[^.;]*certif/.test(stated.text) &&
          !/\bwithin\b/.test(stated.text)
        ? 'on request'
        : true
  const via = chosen?.values.find((value) => !value.blank)?.via
  return {
    n: days,
    unit: days === null ? null : 'days',
    days,
    option: r16.byReference === true ? 'by reference to (e)(2)(ii)(J)' : optionOf(words),
    no_copies: r16.byReference === true ? false : retainsNoCopies(a),
    certify,
    certificate: certify,
    ...(via === undefined ? {} : { via }),
  }
}
