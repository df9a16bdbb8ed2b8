import { z } from 'zod'
import { auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import { optOutEvidenceSchema } from '#scanners/opt-out/evidence.ts'
import { problemCodes } from '#scanners/problem.ts'

/** What the uploader says of one file of an import, by the name results cite. */
export const declaredSchema = z.record(
  z.string(),
  z.strictObject({ format: z.string().optional(), zone: z.string().optional() }),
)
export type Declared = z.infer<typeof declaredSchema>

/** The child is given paths and the key; it has no other way to either. */
export const logJobSchema = z.strictObject({
  inputs: z.array(z.strictObject({ name: z.string(), path: z.string() })).min(1),
  config: auditConfigSchema,
  /** Format of every file that nothing else is said of. */
  format: z.string().optional(),
  declared: declaredSchema,
  secret: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Expected the bytes of a key'),
})
export type LogJob = z.infer<typeof logJobSchema>

/** What the child may say. Anything else is a fault of the child. */
export const logChildMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('progress'), stage: z.string(), done: z.number(), total: z.number().nullable() }),
  z.strictObject({ type: z.literal('problem'), code: z.enum(problemCodes), detail: z.string().optional() }),
  z.strictObject({ type: z.literal('audited'), evidence: optOutEvidenceSchema }),
])
export type LogChildMessage = z.infer<typeof logChildMessageSchema>
