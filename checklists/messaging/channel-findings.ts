import type { Word } from '#scanners/template/reading.ts'
import type { Parts } from './audit-template.ts'
import { addressFindings, hasPostalAddress, hasUnsubscribe, isTransactional } from './email-rules.ts'
import type { Raw } from './literal-findings.ts'
import { marketingHits, moneyOffers, reviewGating } from './marketing.ts'
import { findOptOut } from './opt-out.ts'
import type { PlainText } from './plain-text.ts'
import { segmentsOf } from './segments.ts'
import { findSender } from './sender.ts'

export type ChannelRaw = Raw & { message?: string }

const whole = { start: 0, end: 0, word: -1 } as const

/** What the channel asks for: sender, opt-out, call-back number, address, no pixels; and what no channel may hold. */
export function channelFindings(parts: Parts, plain: PlainText, policy: 'default' | 'strict'): Array<ChannelRaw> {
  const { text, channel, words, fields, reading } = parts
  const raws: Array<ChannelRaw> = []
  const severity = policy === 'strict' ? 'fail' : 'warn'
  const span = (from: number, to: number) => ({ start: words[from]!.start, end: words[to - 1]!.end, word: from })
  if (channel === 'sms' || channel === 'whatsapp') {
    if (findOptOut(words, fields) === null) raws.push({ rule: 'no-opt-out', severity, ...whole })
    const { encoding, units, parts: segments } = segmentsOf(text)
    if (segments > 1)
      raws.push({
        rule: 'segments',
        severity: 'info',
        ...whole,
        message: `As written ${units} ${encoding} units: ${segments} parts.`,
      })
  }
  if (
    (channel === 'sms' || channel === 'whatsapp' || channel === 'voicemail' || channel === 'call_script') &&
    !findSender(words, parts.names, fields)
  ) {
    raws.push({ rule: 'no-sender', severity: channel === 'call_script' ? 'warn' : severity, ...whole })
  }
  if (channel === 'voicemail') {
    const number =
      fields.some(
        (field) => field.kind === 'contact' || (field.kind === 'practice' && /phone|number|tel/i.test(field.raw)),
      ) || /\d{3}[-. )]{1,2}\d{4}|\b\d{7,10}\b/.test(text)
    if (!number) raws.push({ rule: 'no-callback', severity: 'warn', ...whole })
    for (const [at, word] of words.entries())
      if (givesReason(words, at))
        raws.push({ rule: 'voicemail-reason', severity: 'warn', ...span(at, at + 1), word: word.start >= 0 ? at : at })
  }
  if (
    channel === 'call_script' &&
    !/\b(?:(?:not|no longer|rather not|dont|stop) (?:\w+ ){0,4}(?:call|contact|hear|reach|calls)|do not (?:call|contact)|opt out|remove (?:you|your)|no llamar|no (?:desea|quiere))\b/.test(
      plain.text,
    )
  ) {
    raws.push({ rule: 'no-do-not-contact-line', severity: 'info', ...whole })
  }
  if (channel === 'email') raws.push(...emailRaws(parts, plain))
  for (const hit of marketingHits(plain)) {
    const { place } = words[hit.from]!
    if (place !== 'comment' && place !== 'host')
      raws.push({ rule: 'marketing', severity: 'fail', ...span(hit.from, hit.to) })
  }
  for (const offer of moneyOffers(text)) raws.push({ rule: 'marketing', severity: 'fail', ...offer, word: -1 })
  const gating = reviewGating(plain)
  if (gating !== null) raws.push({ rule: 'review-gating', severity: 'warn', ...span(gating.from, gating.to) })
  for (const { rule, start, end, what } of addressFindings(reading, fields, fields)) {
    if (rule === 'own-pixel') raws.push({ rule, severity: 'warn', start, end, word: -1 })
    else if (rule === 'third-party-tracking')
      raws.push({
        rule,
        severity: 'fail',
        start,
        end,
        word: -1,
        message: `Opening this message tells ${what} about the reader.`,
      })
    else
      raws.push({
        rule: 'third-party-tracking',
        severity: 'fail',
        start,
        end,
        word: -1,
        message: `This link hands something that identifies the patient to ${what}.`,
      })
  }
  return raws
}

function emailRaws(parts: Parts, plain: PlainText): Array<ChannelRaw> {
  const raws: Array<ChannelRaw> = []
  if (isTransactional(plain, parts.words, parts.fields)) return raws
  if (!hasUnsubscribe(parts.words, plain, parts.fields))
    raws.push({ rule: 'no-unsubscribe', severity: 'warn', ...whole })
  if (!hasPostalAddress(parts.text, parts.fields)) raws.push({ rule: 'no-postal', severity: 'warn', ...whole })
  return raws
}

/** A voicemail that says why: results, a prescription, a bill. */
function givesReason(words: ReadonlyArray<Word>, at: number): boolean {
  return /^(?:results?|prescriptions?|refill|balance|bill|resultados?|receta)$/.test(words[at]!.norm)
}
