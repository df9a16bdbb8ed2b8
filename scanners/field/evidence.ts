import { z } from 'zod'
import { evidenceBase } from '#scanners/source.ts'

/** The fields a sync hands over: names and shapes only, never a value. */
export const fieldEvidenceSchema = z.strictObject({
  kind: z.literal('field'),
  ...evidenceBase,
  format: z.enum(['csv', 'xlsx', 'json', 'hl7v2', 'fhir', 'list']),
  system: z.string().nullable(),
  fields: z.array(z.strictObject({ name: z.string(), path: z.string() })),
})

export type FieldEvidence = z.infer<typeof fieldEvidenceSchema>
