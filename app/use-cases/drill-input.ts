import { z } from 'zod'

export const drillScannerId = 'drill'

const asked = z.strictObject({
  channel: z.enum(['sms', 'email', 'voice']),
  name: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  address: z.string(),
  path: z.string().optional(),
  equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
})

/** What the row of a drill holds, sealed. Keys and the test patient's addresses go when it ends. */
export const drillInputSchema = z.strictObject({
  optOutChannel: z.enum(['sms', 'email', 'voice']),
  optedOutAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  limitHours: z.number().positive(),
  lists: z.array(asked),
})
export type DrillInput = z.infer<typeof drillInputSchema>

/** The input of an ended drill: what was asked of whom, without any key or address. */
export function withoutKeys(input: unknown): DrillInput {
  const { lists, ...rest } = drillInputSchema.parse(input)
  return { ...rest, lists: lists.map(({ channel, name }) => ({ channel, name, url: '', headers: {}, address: '' })) }
}
