import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Scanner } from '../scanner.ts'
import { bodySha256 } from './body-hash.ts'
import { channels, type TemplateEvidence } from './evidence.ts'
import { maskPersonal } from './mask.ts'
import { readTemplates, type TemplateChannel, type TemplateInput } from './read-templates.ts'

const inputSchema = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  name: z.string(),
  /** Channel of what does not name its own. */
  channel: z.enum(channels).default('sms'),
  /** false: "do not keep"; judging anew then says unknown. */
  keepText: z.boolean().default(true),
  columns: z
    .strictObject({ text: z.string().optional(), id: z.string().optional(), channel: z.string().optional() })
    .default({}),
})

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

export const templateScanner: Scanner<z.infer<typeof inputSchema>> = {
  id: 'template',
  title: 'Message templates',
  input: inputSchema as unknown as z.ZodType<z.infer<typeof inputSchema>>,
  async scan(input, { now, progress }) {
    const templates = await readTemplates(input.bytes, input.name, input.columns)
    progress({ stage: 'templates read', done: templates.length, total: templates.length })
    const at = now()
    return templates.map((template) =>
      templateEvidence(template, { at, keepText: input.keepText, channel: input.channel }),
    )
  },
}
