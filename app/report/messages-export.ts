import { disclaimer } from '#checklists/disclaimer.ts'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import { messagingChecklist } from '#checklists/messaging/index.ts'
import type { TemplateEvidence } from '#scanners/template/evidence.ts'
import { toCsv } from './csv.ts'

/** A message with its audit; null where the text was not kept. The shape of a result is that of `templates check`. */
function audited(evidence: TemplateEvidence) {
  const { name, channel, text, approved, bodySha256, mapping } = evidence
  const audit = text === null ? null : auditTemplate(text, channel, mapping === undefined ? {} : { mapping })
  return { id: name, channel, verdict: audit?.verdict ?? ('unknown' as const), text, bodySha256, approved, audit }
}

const columns = [
  'name',
  'channel',
  'verdict',
  'rules',
  'findings',
  'text',
  'safeText',
  'approvedBy',
  'approvedAt',
  'bodySha256',
]

/** One row a message. */
export function messagesCsv(messages: ReadonlyArray<TemplateEvidence>): string {
  const rows = messages.map((evidence) => {
    const { id, channel, verdict, text, bodySha256, approved, audit } = audited(evidence)
    const counted = (audit?.findings ?? []).filter(({ severity }) => severity !== 'info')
    return [
      id,
      channel,
      verdict,
      [...new Set(counted.map(({ rule }) => rule))].join('; '),
      counted.map(({ text: quote, message }) => (quote === '' ? message : `${quote}: ${message}`)).join('; '),
      text ?? '',
      audit?.rewrite ?? '',
      approved?.by ?? '',
      approved?.at ?? '',
      bodySha256,
    ]
  })
  return toCsv(columns, rows)
}

export function messagesJson(messages: ReadonlyArray<TemplateEvidence>): string {
  const results = messages.map((evidence) => {
    const { audit, ...rest } = audited(evidence)
    const { findings = [], fields = [], rewrite = null } = audit ?? {}
    return { ...rest, findings, fields, rewrite }
  })
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length
  const { id, version } = messagingChecklist
  const totals = {
    templates: results.length,
    pass: count('pass'),
    warn: count('warn'),
    fail: count('fail'),
    unknown: count('unknown'),
  }
  return `${JSON.stringify({ checklist: { id, version }, disclaimer, results, totals }, null, 2)}\n`
}
