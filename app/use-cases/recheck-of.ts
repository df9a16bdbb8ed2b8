import { z } from 'zod'

/** Which observation of which run a scan looks at again; kept with the run, never shown to the scanner. */
const recheckSchema = z.looseObject({ recheck: z.strictObject({ run: z.string(), observation: z.string() }) })

export type Recheck = z.infer<typeof recheckSchema>['recheck']

/** The check a run's input asks for; null for a scan of the whole site. */
export function recheckOf(input: unknown): Recheck | null {
  return recheckSchema.safeParse(input).data?.recheck ?? null
}

/** What the scanner is given of a run's input. */
export function withoutRecheck(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('recheck' in input)) return input
  const { recheck: _, ...rest } = input
  return rest
}
