import { type MergeField, readMergeFields } from '#scanners/template/merge-fields.ts'
import { type Place, type Reading, readMessage, type Word } from '#scanners/template/reading.ts'
import { channelFindings } from './channel-findings.ts'
import { type FieldReading, worstField } from './field-class.ts'
import { joinWords } from './joined-words.ts'
import { readLanguage } from './language.ts'
import { literalFindings, type Raw } from './literal-findings.ts'
import { casingOf, type NameRange } from './names.ts'
import { plainText } from './plain-text.ts'
import { safeRewrite } from './rewrite.ts'
import { partTwo, type RuleId, rules } from './rules.ts'
import type { AuditOptions, Channel, Severity, TemplateFinding, TemplateResult } from './template-result.ts'

export type { AuditOptions, Channel, TemplateFinding, TemplateResult }

type ReadField = MergeField & FieldReading

/** A message taken apart once; every rule reads from this. */
export type Parts = {
  text: string
  channel: Channel
  fields: ReadonlyArray<ReadField>
  reading: Reading
  words: ReadonlyArray<Word>
  names: ReadonlyArray<NameRange>
}

function classified(text: string, mapping: AuditOptions['mapping']): Array<ReadField> {
  const found: Array<ReadField> = []
  for (const field of readMergeFields(text)) {
    if (field.names.length === 0) {
      found.push({ ...field, class: 'ok', kind: 'system', tokens: [], checkValues: false })
      continue
    }
    const read = worstField(field.names)
    // $25, 10:30 and "(Monday)" stay text; $treatment and (Name of Patient) are fields because the tables know them.
    if (
      !field.certain &&
      (read.class === 'opaque' || (field.syntax === 'paren' && read.class !== 'ok' && read.class !== 'identifier'))
    )
      continue
    const key = field.names.join(' ').trim().toLowerCase()
    const mapped = read.class === 'opaque' && mapping && Object.hasOwn(mapping, key) ? mapping[key] : undefined
    const { raw, start, end, syntax, names, literals, certain } = field
    const { kind, tokens, checkValues } = read
    found.push({
      raw,
      start,
      end,
      syntax,
      names,
      literals,
      certain,
      class: mapped ?? read.class,
      kind,
      tokens,
      checkValues,
    })
  }
  return found
}

const fieldRules: Partial<Record<FieldReading['class'], RuleId>> = {
  clinical: 'clinical-field',
  identifier: 'identifier-field',
  financial_or_ref: 'reference-field',
  opaque: 'unmapped-field',
}

const order: Record<Severity, number> = { fail: 0, warn: 1, info: 2 }

function placeOf(parts: Parts, start: number, word: number): Place {
  if (word >= 0) return parts.words[word]!.place === 'host' ? 'link' : parts.words[word]!.place
  if (parts.reading.links.some((link) => link.start <= start && start < link.end)) return 'link'
  for (const item of parts.words) if (item.start >= start) return item.place === 'host' ? 'link' : item.place
  return 'text'
}

function fieldRaws(parts: Parts): Array<Raw> {
  const raws: Array<Raw> = []
  for (const { start, end, class: found, checkValues } of parts.fields) {
    const rule = fieldRules[found] ?? (checkValues ? 'check-values' : undefined)
    if (rule !== undefined) raws.push({ rule, severity: rules[rule].severity, start, end, word: -1 })
  }
  return raws
}

/** One finding a place and a rule; a weaker one inside a stronger one says nothing new. */
function distinct(findings: ReadonlyArray<TemplateFinding>): Array<TemplateFinding> {
  const sorted = [...findings].sort(
    (a, b) => order[a.severity] - order[b.severity] || a.start - b.start || b.end - a.end,
  )
  const kept: Array<TemplateFinding> = []
  for (const finding of sorted) {
    const repeated = kept.some(
      (other) =>
        other.end > other.start &&
        other.start <= finding.start &&
        finding.end <= other.end &&
        finding.end > finding.start &&
        (other.rule === finding.rule ||
          (order[other.severity] < order[finding.severity] && finding.rule !== 'own-pixel') ||
          (other.severity === finding.severity && clinicalRules.has(other.rule) && clinicalRules.has(finding.rule))),
    )
    if (!repeated) kept.push(finding)
  }
  return kept
}

const clinicalRules: ReadonlySet<RuleId> = new Set([
  'literal-clinical',
  'specialty-on-visit',
  'sensitive',
  'soft-clinical',
  'dental-vision-word',
])

/** Audits without a rewrite; the rewriter calls it on its own work. */
export function inspectTemplate(
  text: string,
  channel: Channel,
  options: AuditOptions = {},
): TemplateResult & { parts: Parts } {
  const fields = classified(text, options.mapping)
  const reading = readMessage(text, fields, channel === 'email' || channel === 'letter')
  const words = joinWords(reading.words)
  const casing = casingOf(words)
  const language = readLanguage(words, text)
  const literal = literalFindings(text, words, reading.emoji, casing, language.name === 'en')
  const parts: Parts = { text, channel, fields, reading, words, names: literal.names }
  const raws = [
    ...literal.raws,
    ...fieldRaws(parts),
    ...channelFindings(parts, plainText(words), options.policy ?? 'default'),
  ]
  if (!language.covered) raws.push({ rule: 'language-not-covered', severity: 'warn', start: 0, end: 0, word: -1 })
  for (const span of language.spans) raws.push({ rule: 'literal-clinical', severity: 'fail', ...span, word: -1 })
  const findings = distinct(
    raws.map(({ rule, severity, start, end, word, partTwo: programme, ...more }) => ({
      rule,
      severity,
      start,
      end,
      text: text.slice(start, end),
      where: placeOf(parts, start, word),
      message: 'message' in more && typeof more.message === 'string' ? more.message : rules[rule].message,
      cites: programme === true ? partTwo : rules[rule].cites,
    })),
  )
  const worst = findings[0]?.severity ?? 'info'
  const listed = fields.filter((field) => field.names.length > 0)
  return {
    channel,
    verdict: worst === 'info' ? 'pass' : worst,
    findings,
    fields: listed.map(({ raw, names, class: found, start, end, syntax }) => ({
      raw,
      name: names.join(' '),
      class: found,
      allowed: found === 'ok',
      start,
      end,
      syntax,
    })),
    rewrite: null,
    parts,
  }
}

/**
 * Audits one message template. Pure and safe in the browser; the result has the shape of `templates check`.
 * A template that does not pass carries a whole safe text that does.
 */
export function auditTemplate(text: string, channel: Channel, options: AuditOptions = {}): TemplateResult {
  const { parts, ...result } = inspectTemplate(text, channel, options)
  if (result.verdict === 'pass' || options.rewrite === false) return result
  return { ...result, rewrite: safeRewrite(parts, result.findings, options) }
}
