import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import type { Channel } from '#checklists/messaging/template-result.ts'
import { packageRoot } from '#scanners/package-root.ts'

type Label = {
  clinical: Array<string>
  merge_fields: Array<{ raw: string; cls: string; syntax: string }>
  missing_optout: boolean
  missing_sender: boolean
  marketing: boolean
  verdict: string
}

const cases = readFileSync(join(packageRoot, 'test/fixtures/templates/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; text: string; channel: Channel; note: string; label: Label })

for (const { id, text, channel, note, label } of cases) {
  test(`${id} · ${note}`, () => {
    const result = auditTemplate(text, channel)
    expect(result.verdict).toBe(label.verdict)
    expect(result.fields.map((field) => [field.raw, field.class, field.syntax])).toEqual(
      label.merge_fields.map((field) => [field.raw, field.cls, field.syntax]),
    )
    const has = (rule: string) => result.findings.some((finding) => finding.rule === rule)
    expect(has('no-opt-out') || has('no-unsubscribe')).toBe(label.missing_optout)
    expect(has('no-sender')).toBe(label.missing_sender)
    expect(has('marketing')).toBe(label.marketing)
    const spans = result.findings.filter((finding) =>
      ['literal-clinical', 'specialty-on-visit', 'sensitive'].includes(finding.rule),
    )
    for (const wanted of label.clinical) {
      const at = text.indexOf(wanted)
      const seen = spans.reduce(
        (most, span) => Math.max(most, Math.min(span.end, at + wanted.length) - Math.max(span.start, at)),
        0,
      )
      expect(seen * 2, wanted).toBeGreaterThanOrEqual(wanted.length)
    }
    for (const finding of result.findings) expect(finding.text).toBe(text.slice(finding.start, finding.end))
    if (result.verdict === 'pass') expect(result.rewrite).toBeNull()
    else expect(auditTemplate(result.rewrite ?? '', channel).verdict).toBe('pass')
  })
}
