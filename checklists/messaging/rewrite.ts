import type { Parts } from './audit-template.ts'
import { inspectTemplate } from './audit-template.ts'
import { fitsVisit, neutralSentence, sentenceAround } from './rewrite-sentence.ts'
import { stockTemplate } from './stock-templates.ts'
import type { AuditOptions, Channel, TemplateFinding } from './template-result.ts'

/** Replaces a stretch of the original by other words. */
type Edit = { start: number; end: number; by: string }

/** What belongs to a clinical noun and goes with it: "your ADHD [follow-up]". */
const heads =
  /^(?:\s+(?:visit|appointment|appt|follow-?up|check(?:-?up)?|consult(?:ation)?|plan|kit|group|team|clinic|results?|test|session|order|refill|procedure|class|report|program|series|supplies|cita|consulta|resultados?)\b){1,2}/i
/** A sentence about what is still to come: "recent" would be wrong there. */
const ahead =
  /\b(?:tomorrow|scheduled|booked|confirm|confirmed|reminder|upcoming|next|due|see you|arrive|starts?|moved|time for|manana|mañana|programada|confirmada|próxima|recordatorio)\b|\b(?:is|es|on|at|el|a las) (?:on |at |el )?[{[%*«$@<]/i
const determiner = /\b(?:your|his|her|their|the|a|an|our|su|sus|tu|la|el|una|un)\s+(?:[\w'’-]+\s+){0,2}$/i

function isSpanish(text: string): boolean {
  return /\b(?:su|para|gracias|responda|cita|por|usted)\b/i.test(text) && !/\b(?:your|the|reply)\b/i.test(text)
}

function editFor(
  parts: Parts,
  findings: ReadonlyArray<TemplateFinding>,
  finding: TemplateFinding,
  spanish: boolean,
): Edit | undefined {
  const { text } = parts
  const { start, end, rule, where } = finding
  if (end <= start) return undefined
  switch (rule) {
    case 'marketing':
    case 'review-gating':
      return { ...sentenceAround(parts, start, end), by: '' }
    case 'third-party-tracking':
    case 'own-pixel':
      return /^</.test(text.slice(start, start + 1)) ? { start, end, by: '' } : { start, end, by: '{{review_link}}' }
    case 'identifier-field':
    case 'reference-field':
    case 'unmapped-field':
      // "Hi {{nick}}," and a field alone on its line can go; elsewhere the sentence was built around it.
      return where !== 'text' || /(?:^|\n|>|\b(?:hi|hello|dear|hola)\s|[.!?:]\s)\s*$/i.test(text.slice(0, start))
        ? { start, end, by: '' }
        : wholeSentence(parts, start, end, spanish)
    case 'specialty-sender':
      return { start, end, by: '{{practice_name}}' }
    default:
      break
  }
  if (where === 'link') return { start, end, by: 'visit' }
  if (where === 'comment') return { start, end, by: '' }
  if (where !== 'text' && where !== 'subject' && where !== 'preheader')
    return { start, end, by: spanish ? 'visita' : 'visit' }
  const sentence = sentenceAround(parts, start, end)
  const before = text.slice(Math.max(sentence.start, start - 60), start)
  const owned = determiner.exec(before)
  const from = owned === null ? start : start - owned[0].length
  const to = end + (heads.exec(text.slice(end, end + 60))?.[0].length ?? 0)
  const alone = from <= sentence.start && /^[.!?]?$/.test(text.slice(to, sentence.end))
  if (where !== 'text' || (!alone && fitsVisit(text, from, to) && !others(parts, findings, finding, sentence)))
    return { start: from, end: to, by: visitWords(spanish, ahead.test(text.slice(sentence.start, sentence.end))) }
  return wholeSentence(parts, start, end, spanish)
}

function wholeSentence(parts: Parts, start: number, end: number, spanish: boolean): Edit {
  const sentence = sentenceAround(parts, start, end)
  return { ...sentence, by: neutralSentence(parts, sentence, spanish) }
}

/** Whether another finding stands in the same sentence: two visits in one sentence read badly. */
function others(
  parts: Parts,
  findings: ReadonlyArray<TemplateFinding>,
  finding: TemplateFinding,
  sentence: { start: number; end: number },
): boolean {
  return findings.some(
    (other) =>
      other !== finding &&
      other.severity !== 'info' &&
      other.end > other.start &&
      sentence.start <= other.start &&
      other.end <= Math.min(sentence.end, parts.text.length),
  )
}

function visitWords(spanish: boolean, coming: boolean): string {
  if (spanish) return coming ? 'su visita' : 'su visita reciente'
  return coming ? 'your visit' : 'your recent visit'
}

const repeated =
  /\b(your (?:recent )?visit|su visita(?: reciente)?)(?:(?:[\s,;:/&-]|\band\b|\bor\b|\bof\b|\bfor\b|\bwith\b|\by\b|\bde\b)+(?:your (?:recent )?visit|su visita(?: reciente)?|visit|appointment|visita|cita)\b)+/gi

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
    .replace(repeated, '$1')
    .replace(
      /(^|[.!?]\s+)(your|su)(?= (?:recent )?visit)/g,
      (_, before: string, word: string) => before + word[0]!.toUpperCase() + word.slice(1),
    )
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
  // A branch on a condition cannot lose its opening alone.
  const branches = parts.fields.some(
    (field) =>
      field.class !== 'ok' &&
      (field.syntax === 'liquid_tag' || field.syntax === 'handlebars_block' || /^\*\|IF/.test(field.raw)),
  )
  if (!branches && !findings.some((finding) => finding.rule === 'language-not-covered')) {
    let current = parts
    let open = findings
    for (let round = 0; round < 2; round += 1) {
      const edits = open.flatMap((finding) =>
        finding.severity === 'info' ? [] : (editFor(current, open, finding, spanish) ?? []),
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
