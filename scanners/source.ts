import { z } from 'zod'

/** Where a piece of evidence came from. `at` is UTC, `sha256` is of the raw input, `ref` names it for a person. */
export const sourceSchema = z.strictObject({
  scanner: z.string().min(1),
  ref: z.string(),
  at: z.iso.datetime(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Expected a SHA-256 in lower-case hex'),
})

export type Source = z.infer<typeof sourceSchema>

/** Fields every kind of evidence carries. */
export const evidenceBase = { id: z.string().min(1), source: sourceSchema }
