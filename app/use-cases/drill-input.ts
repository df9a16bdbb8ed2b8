import { z } from 'zod'
import { targetSchema } from '#scanners/opt-out/drill/target.ts'

export const drillScannerId = 'drill'

const listed = z.strictObject({ channel: z.string(), name: z.string() })

/** What the row of a drill holds, sealed. `targets` has keys and the test patient's addresses, and goes when it ends. */
export const drillInputSchema = z.strictObject({
  optOutChannel: z.enum(['sms', 'email', 'voice']),
  optedOutAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  limitHours: z.number().positive(),
  lists: z.array(listed),
  targets: z.array(targetSchema),
})
export type DrillInput = z.infer<typeof drillInputSchema>

/** The input of an ended drill: what was asked, without any key or address. */
export function withoutKeys(input: unknown): DrillInput {
  return { ...drillInputSchema.parse(input), targets: [] }
}
