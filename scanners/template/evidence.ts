import { z } from 'zod'
import { evidenceBase } from '#scanners/source.ts'

export const channels = ['sms', 'whatsapp', 'email', 'voicemail', 'call_script', 'push', 'letter'] as const

/** One message template. `text` has phone, e-mail and birth-date shapes masked; null when the setting is "do not keep". */
export const templateEvidenceSchema = z.strictObject({
  kind: z.literal('template'),
  ...evidenceBase,
  name: z.string(),
  channel: z.enum(channels),
  text: z.string().nullable(),
  /** SHA-256 of the normalised body: how a sent message is matched to an approved version. */
  bodySha256: z.string(),
  /** Set when this is a message as sent, not a template: it must match an approved version. */
  sentAt: z.iso.datetime().optional(),
  approved: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** What a person said its opaque fields hold: name in lower case -> class. */
  mapping: z.record(z.string(), z.enum(['ok', 'clinical', 'identifier', 'financial_or_ref'])).optional(),
})

export type TemplateEvidence = z.infer<typeof templateEvidenceSchema>
