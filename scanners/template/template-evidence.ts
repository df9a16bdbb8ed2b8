import { createHash } from 'node:crypto'
import { bodySha256 } from './body-hash.ts'
import type { TemplateEvidence } from './evidence.ts'
import { maskPersonal } from './mask.ts'
import type { TemplateChannel, TemplateInput } from './read-templates.ts'

type About = { at: Date; keepText: boolean; channel: TemplateChannel }

/** One template as evidence; personal shapes are masked before anything is kept. */
export function templateEvidence(template: TemplateInput, about: About): TemplateEvidence {
  const sha256 = createHash('sha256').update(template.text, 'utf8').digest('hex')
  return {
    kind: 'template',
    id: `template-${sha256.slice(0, 16)}`,
    source: { scanner: 'template', ref: template.id, at: about.at.toISOString(), sha256 },
    name: template.id,
    channel: template.channel ?? about.channel,
    text: about.keepText ? maskPersonal(template.text) : null,
    bodySha256: bodySha256(template.text),
    approved: null,
  }
}
