import { z } from 'zod'
import { auditConfigSchema } from '#checklists/opt-out/audit-config.ts'
import { type DescribeOptions, describedLogSchema } from '#scanners/opt-out/describe-log.ts'
import { optOutEvidenceSchema } from '#scanners/opt-out/evidence.ts'
import { savedMappingSchema } from '#scanners/opt-out/mapping.ts'
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
  /** How people have explained headers that came before. */
  mappings: z.array(savedMappingSchema).default([]),
})
export type LogJob = z.infer<typeof logJobSchema>

/** Asks what stands in logs nobody can read yet: columns by shape, and what a mapping would give. */
export type DescribeJob = {
  describe: Omit<DescribeOptions, 'secret'> & { inputs: LogJob['inputs']; secret: Uint8Array }
}

/** What the child may say. Anything else is a fault of the child. */
export const logChildMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('progress'), stage: z.string(), done: z.number(), total: z.number().nullable() }),
  z.strictObject({ type: z.literal('problem'), code: z.enum(problemCodes), detail: z.string().optional() }),
  z.strictObject({ type: z.literal('audited'), evidence: optOutEvidenceSchema }),
  z.strictObject({ type: z.literal('described'), logs: z.array(describedLogSchema) }),
])
export type LogChildMessage = z.infer<typeof logChildMessageSchema>
