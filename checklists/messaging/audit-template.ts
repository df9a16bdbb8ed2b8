import { type MergeField, readMergeFields } from '#scanners/template/merge-fields.ts'
import { type Reading, readMessage, type Word } from '#scanners/template/reading.ts'
import { channelFindings } from './channel-findings.ts'
import { type FieldReading, worstField } from './field-class.ts'
import { distinctFindings, placeReader } from './finding-order.ts'
import { joinWords } from './joined-words.ts'
import { readLanguage } from './language.ts'
import { literalFindings, type Raw } from './literal-findings.ts'
import { casingOf, type NameRange } from './names.ts'
import { plainText } from './plain-text.ts'
import { safeRewrite } from './rewrite.ts'
import { partTwo, type RuleId, rules } from './rules.ts'
import type { AuditOptions, Channel, TemplateFinding, TemplateResult } from './template-result.ts'

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

function fieldRaws(parts: Parts): Array<Raw> {
  const raws: Array<Raw> = []
  for (const { start, end, class: found, checkValues } of parts.fields) {
    const rule = fieldRules[found] ?? (checkValues ? 'check-values' : undefined)
    if (rule !== undefined) raws.push({ rule, severity: rules[rule].severity, start, end, word: -1 })
  }
  return raws
}

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
  const placeOf = placeReader(parts)
  const findings = distinctFindings(
    raws.map(({ rule, severity, start, end, word, partTwo: programme, ...more }) => ({
      rule,
      severity,
      start,
      end,
      text: text.slice(start, end),
      where: placeOf(start, word),
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
