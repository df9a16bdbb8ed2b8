import type { Parts } from './audit-template.ts'
import { inspectTemplate } from './audit-template.ts'
import { stockTemplate } from './stock-templates.ts'
import type { AuditOptions, Channel, TemplateFinding } from './template-result.ts'

/** Replaces a stretch of the original by other words. */
type Edit = { start: number; end: number; by: string }

const visitEn = 'visit'
const determiner = /\b(?:your|his|her|their|the|a|an|our|su|sus|tu|la|el|una|un)\s+(?:[\w'’-]+\s+){0,2}$/i

function isSpanish(text: string): boolean {
  return /\b(?:su|para|gracias|responda|cita|por|usted)\b/i.test(text) && !/\b(?:your|the|reply)\b/i.test(text)
}

/** The sentence around a stretch: offers go with their sentence. */
function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && !/[.!?\n]/.test(text[from - 1]!)) from -= 1
  let to = end
  while (to < text.length && !/[.!?\n]/.test(text[to]!)) to += 1
  return { start: from, end: Math.min(text.length, to + 1) }
}

function editFor(parts: Parts, finding: TemplateFinding, spanish: boolean): Edit | undefined {
  const { text } = parts
  const { start, end, rule, where } = finding
  if (end <= start) return undefined
  switch (rule) {
    case 'marketing':
    case 'review-gating':
      return { ...sentenceAround(text, start, end), by: '' }
    case 'third-party-tracking':
    case 'own-pixel':
      return /^</.test(text.slice(start, start + 1)) ? { start, end, by: '' } : { start, end, by: '{{review_link}}' }
    case 'identifier-field':
    case 'reference-field':
    case 'unmapped-field':
      return { start, end, by: '' }
    case 'specialty-sender':
      return { start, end, by: '{{practice_name}}' }
    default:
      break
  }
  if (where === 'link') return { start, end, by: 'visit' }
  if (where === 'comment') return { start, end, by: '' }
  if (where !== 'text' && where !== 'subject' && where !== 'preheader')
    return { start, end, by: spanish ? 'visita' : 'visit' }
  const before = text.slice(Math.max(0, start - 60), start)
  const owned = determiner.exec(before)
  const from = owned === null ? start : start - owned[0].length
  return { start: from, end, by: spanish ? 'su visita reciente' : `your recent ${visitEn}` }
}

function apply(text: string, edits: ReadonlyArray<Edit>): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end)
  let result = ''
  let at = 0
  for (const edit of sorted) {
    if (edit.start < at) continue
    result += text.slice(at, edit.start) + edit.by
    at = edit.end
  }
  return (result + text.slice(at))
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ +([.,!?])/g, '$1')
    .trim()
}

function complete(text: string, channel: Channel, findings: ReadonlyArray<TemplateFinding>, spanish: boolean): string {
  let done = text
  const lacks = (rule: TemplateFinding['rule']) => findings.some((finding) => finding.rule === rule)
  if (lacks('no-sender')) done = `{{practice_name}}: ${done}`
  if (lacks('no-callback')) done = `${done} ${spanish ? 'Llámenos al' : 'Call us at'} {{practice_phone}}.`
  if (lacks('no-opt-out'))
    done = `${done}${/[.!?]$/.test(done) ? '' : '.'} ${spanish ? 'Responda STOP para no recibir mensajes.' : 'Reply STOP to opt out.'}`
  if (channel === 'email' && lacks('no-postal')) done = `${done}\n{{practice_name}}, {{practice_address}}`
  if (channel === 'email' && lacks('no-unsubscribe')) done = `${done}\n{{unsubscribe_link}}`
  return done
}

/**
 * A whole safe template: clinical words become "your recent visit", offers lose their sentence, foreign images go,
 * sender and opt-out are added. It is audited again; what does not pass is replaced by the stock text of its channel.
 */
export function safeRewrite(parts: Parts, findings: ReadonlyArray<TemplateFinding>, options: AuditOptions): string {
  const { channel } = parts
  const spanish = isSpanish(parts.text)
  if (!findings.some((finding) => finding.rule === 'language-not-covered')) {
    let current = parts
    let open = findings
    for (let round = 0; round < 2; round += 1) {
      const edits = open.flatMap((finding) =>
        finding.severity === 'info' ? [] : (editFor(current, finding, spanish) ?? []),
      )
      const text = complete(apply(current.text, edits), channel, open, spanish)
      const again = inspectTemplate(text, channel, options)
      if (again.verdict === 'pass') return text
      current = again.parts
      open = again.findings
    }
  }
  return stockTemplate(channel, spanish)
}
