import { auditTemplate, type TemplateFinding, type TemplateResult } from '#checklists/messaging/audit-template.ts'
import { type RuleId, rules } from '#checklists/messaging/rules.ts'
import type { Status } from '../components/status.tsx'
import { type Segment, segmentsOf } from './marked-text.ts'
import { type Channel, type FieldWord, ruleWords } from './rule-words.ts'

/** One finding of a text: what, where, why, what to do. */
export type TemplateLine = {
  rule: RuleId
  title: string
  status: Status
  axis: 'law' | 'practice-bar' | 'judgement'
  quote: string
  where: string
  message: string
  fix: string
  cites: ReadonlyArray<string>
}

export type TemplateField = { raw: string; name: string; holds: FieldWord; mapped: boolean }

/** A text as audited. `lines` count for the verdict, `notes` only inform. */
export type TemplateView = {
  status: Status
  lines: ReadonlyArray<TemplateLine>
  notes: ReadonlyArray<TemplateLine>
  segments: ReadonlyArray<Segment>
  fields: ReadonlyArray<TemplateField>
  rewrite: string | null
  /** A stretch was masked before the text was kept. */
  masked: boolean
}

export type Mapped = ReadonlyArray<{ name: string; holds: Exclude<FieldWord, 'opaque'> }>

const statuses: Record<TemplateFinding['severity'], Status> = { fail: 'conflicts', warn: 'weak', info: 'outside' }
const verdicts: Record<TemplateResult['verdict'], Status> = { fail: 'conflicts', warn: 'weak', pass: 'meets' }

const places: Record<TemplateFinding['where'], string> = {
  text: 'in the text',
  subject: 'in the subject line',
  preheader: 'in the hidden preview line',
  alt: 'in the text of a picture',
  title: 'in a title',
  link: 'in a link',
  host: 'in a link',
  comment: 'in a comment of the source',
  default: 'in the fallback text of a field',
  condition: 'in a condition of a field',
}

function lineOf({ rule, severity, text, where, message, cites }: TemplateFinding): TemplateLine {
  const { fix, axis } = rules[rule]
  return {
    rule,
    title: ruleWords[rule],
    status: statuses[severity],
    axis,
    quote: text,
    where: text === '' ? '' : places[where],
    message,
    fix,
    cites,
  }
}

/** The same field used twice is one row. */
function fieldsOf({ fields }: TemplateResult, mapping: Readonly<Record<string, string>>): Array<TemplateField> {
  const byRaw = new Map(
    fields.map(({ raw, name, class: holds }) => [
      raw,
      { raw, name, holds, mapped: Object.hasOwn(mapping, name.trim().toLowerCase()) },
    ]),
  )
  return [...byRaw.values()]
}

/** Audits a text and says what was found. Pure, and the same in the browser as on the server. */
export function templateView(text: string, channel: Channel, mapped: Mapped): TemplateView {
  const mapping = Object.fromEntries(mapped.map(({ name, holds }) => [name, holds]))
  const result = auditTemplate(text, channel, { mapping })
  const counted = result.findings.filter(({ severity }) => severity !== 'info')
  const spans = counted
    .filter(({ start, end }) => end > start)
    .map(({ start, end, severity, rule }) => ({ start, end, status: statuses[severity], label: ruleWords[rule] }))
  return {
    status: verdicts[result.verdict],
    lines: counted.map(lineOf),
    notes: result.findings.filter(({ severity }) => severity === 'info').map(lineOf),
    segments: segmentsOf(text, 0, text.length, spans),
    fields: fieldsOf(result, mapping),
    rewrite: result.rewrite,
    masked: /\[(?:phone|email|birth date)\]/.test(text),
  }
}
