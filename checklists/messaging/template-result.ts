import type { Place } from '#scanners/template/reading.ts'
import type { FieldClass } from './field-class.ts'
import type { RuleId } from './rules.ts'

export type Channel = 'sms' | 'whatsapp' | 'email' | 'voicemail' | 'call_script' | 'push' | 'letter'
export type Severity = 'fail' | 'warn' | 'info'
export type TemplateVerdict = 'pass' | 'warn' | 'fail'

/** `start`/`end` are UTF-16 offsets into the text as given; both 0 for what is missing. */
export type TemplateFinding = {
  rule: RuleId
  severity: Severity
  start: number
  end: number
  text: string
  where: Place
  message: string
  cites: ReadonlyArray<string>
}

export type TemplateField = {
  raw: string
  name: string
  class: FieldClass
  allowed: boolean
  start: number
  end: number
  syntax: string
}

/** The CLI's result of one template without its id: findings worst first, then by place. */
export type TemplateResult = {
  channel: Channel
  verdict: TemplateVerdict
  findings: ReadonlyArray<TemplateFinding>
  fields: ReadonlyArray<TemplateField>
  rewrite: string | null
}

export type AuditOptions = {
  /** `strict`: a text message without opt-out wording or sender fails. */
  policy?: 'default' | 'strict'
  /** A person's word on opaque fields: normalised raw name -> what it holds. */
  mapping?: Readonly<Record<string, FieldClass>>
  /** false: skip the rewrite (the editor asks for it only when it is wanted). */
  rewrite?: boolean
}
