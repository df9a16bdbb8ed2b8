import { z } from 'zod'
import { evidenceBase } from '#scanners/source.ts'

/**
 * What a set of logs shows of opt-outs: numbers per policy and channel, late contacts with both lines, and what the logs
 * cannot prove. People are HMACs. No phone, no address, no message text.
 */
export const optOutEvidenceSchema = z.strictObject({
  kind: z.literal('opt-out'),
  ...evidenceBase,
  inputs: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      rows: z.number().int(),
      classified: z.number().int(),
      rejected: z.number().int(),
    }),
  ),
  timeZone: z.string(),
  limitHours: z.number(),
  people: z.number().int(),
  channels: z.array(
    z.strictObject({
      policy: z.string(),
      channel: z.string(),
      pass: z.number().int(),
      fail: z.number().int(),
      unknown: z.number().int(),
      p50Hours: z.number().nullable(),
      p95Hours: z.number().nullable(),
      worstHours: z.number().nullable(),
    }),
  ),
  late: z.array(
    z.strictObject({
      policy: z.string(),
      person: z.string(),
      channel: z.string(),
      optOut: z.strictObject({ file: z.string(), line: z.number().int(), at: z.string() }),
      contact: z.strictObject({ file: z.string(), line: z.number().int(), at: z.string() }),
      lateByHours: z.number(),
    }),
  ),
  cannotProve: z.array(z.strictObject({ what: z.string(), why: z.string() })),
  consent: z
    .strictObject({ checked: z.number().int(), without: z.number().int(), unknown: z.number().int() })
    .nullable(),
  quietHours: z.strictObject({ checked: z.number().int(), inside: z.number().int() }).nullable(),
  retention: z.strictObject({ verdict: z.enum(['pass', 'fail', 'unknown']), because: z.string() }).nullable(),
})

export type OptOutEvidence = z.infer<typeof optOutEvidenceSchema>
