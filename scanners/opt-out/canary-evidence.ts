import { z } from 'zod'
import { evidenceBase } from '#scanners/source.ts'

/** Epoch ms of a request's start and end, by our own clock; `present` null = no answer that tells anything. */
const poll = z.strictObject({
  at: z.number(),
  until: z.number(),
  present: z.boolean().nullable(),
  sha256: z.string().nullable(),
})

/**
 * A test patient opted out on one channel, and lists of others were asked when they knew of it. Lags are seconds after
 * the opt-out: not yet listed at `lo`, listed at `hi`, null while it was not seen. The address is in none of it.
 */
export const drillEvidenceSchema = z.strictObject({
  kind: z.literal('drill'),
  ...evidenceBase,
  optOutChannel: z.string(),
  optedOutAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  limitHours: z.number().positive(),
  lists: z.array(
    z.strictObject({
      channel: z.string(),
      name: z.string(),
      lo: z.number(),
      hi: z.number().nullable(),
      flags: z.array(z.string()),
      polls: z.array(poll),
      state: z.enum(['asking', 'listed', 'ended']),
      /** When it is asked next; null when it is not. */
      nextAt: z.iso.datetime().nullable(),
    }),
  ),
})
export type DrillEvidence = z.infer<typeof drillEvidenceSchema>
