import type { EvidenceOf, Judgement, Observation, Verdict } from '../requirement.ts'
import { auditTemplate, type TemplateFinding } from './audit-template.ts'
import type { RuleId } from './rules.ts'

type Template = EvidenceOf<'template'>

const audited = new Map<string, ReadonlyArray<TemplateFinding>>()

/** One audit a text and channel: every line of the checklist reads the same findings. */
export function findingsOf(template: Template): ReadonlyArray<TemplateFinding> {
  const { mapping } = template
  const key = `${template.channel}\n${mapping === undefined ? '' : JSON.stringify(mapping)}\n${template.text}`
  const seen = audited.get(key)
  if (seen !== undefined) return seen
  const options = { rewrite: false, ...(mapping === undefined ? {} : { mapping }) }
  const { findings } = auditTemplate(template.text ?? '', template.channel, options)
  if (audited.size > 2000) audited.clear()
  audited.set(key, findings)
  return findings
}

const verdictOf: Record<TemplateFinding['severity'], Verdict> = { fail: 'fail', warn: 'partial', info: 'pass' }

function observe(template: Template, finding: TemplateFinding): Observation {
  const quote = finding.text === '' ? template.name : finding.text
  return {
    key: `${template.bodySha256.slice(0, 12)}:${finding.rule}:${finding.start}`,
    verdict: verdictOf[finding.severity],
    because: finding.message,
    pointers: [{ evidence: template.id, quote, place: { start: finding.start, end: finding.end } }],
    where: `${template.name}, ${finding.where}`,
  }
}

type Ask = { rules: ReadonlyArray<RuleId>; applies?: (template: Template) => boolean; clean: string; found: string }

/**
 * Judges all templates by some rules: a fail anywhere fails, a warning is partial, a text that was not kept is unknown.
 * Templates another channel's rule does not concern are left out; if none is left the line does not apply.
 */
export function judgeTemplates(all: ReadonlyArray<Template>, { rules, applies, clean, found }: Ask): Judgement {
  const templates = all.filter((template) => template.sentAt === undefined && (applies?.(template) ?? true))
  if (templates.length === 0) return { verdict: 'not-applicable', because: 'No template of this kind was given.' }
  const unread = templates.filter((template) => template.text === null)
  const observations = templates.flatMap((template) =>
    template.text === null
      ? []
      : findingsOf(template).flatMap((finding) =>
          finding.severity !== 'info' && rules.includes(finding.rule) ? [observe(template, finding)] : [],
        ),
  )
  const touched = new Set(observations.flatMap((item) => item.pointers.map((pointer) => pointer.evidence)))
  const failed = observations.filter((item) => item.verdict === 'fail')
  if (failed.length === 0 && unread.length > 0) {
    return {
      verdict: 'unknown',
      because: `Not judged: the text of ${unread.length} of ${templates.length} templates was not kept.`,
      observations,
    }
  }
  if (observations.length === 0) {
    const pointers = templates
      .slice(0, 20)
      .map((template) => ({ evidence: template.id, quote: template.name, place: {} }))
    return { verdict: 'pass', because: `${clean} (${templates.length} read).`, pointers }
  }
  return {
    verdict: failed.length > 0 ? 'fail' : 'partial',
    because: `${touched.size} of ${templates.length} templates: ${found}.`,
    pointers: (failed.length > 0 ? failed : observations).slice(0, 20).flatMap((item) => item.pointers),
    observations,
  }
}
