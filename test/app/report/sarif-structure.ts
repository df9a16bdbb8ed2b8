import { z } from 'zod'

const text = z.strictObject({ text: z.string().min(1) })
const bag = z.record(z.string(), z.unknown())
const level = z.enum(['none', 'note', 'warning', 'error'])
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s{}<>"|\\^`[\]]*$/i)

const rule = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  shortDescription: text,
  fullDescription: text,
  help: text,
  defaultConfiguration: z.strictObject({ level }),
  properties: bag,
})
const result = z
  .strictObject({
    ruleId: z.string().min(1),
    ruleIndex: z.int().min(0),
    kind: z.enum(['fail', 'pass', 'open', 'review', 'notApplicable']),
    level,
    message: text,
    locations: z.array(
      z.strictObject({
        physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri }) }),
        message: text.optional(),
      }),
    ),
    partialFingerprints: z.record(z.string().min(1), z.string().min(1)),
    properties: bag,
  })
  .refine(({ kind, level }) => kind === 'fail' || level === 'none', '3.27.10: a level belongs to kind "fail" only')

/**
 * The part of the OASIS schema 2.1.0 that our export may use, with every object closed: what the standard does not name
 * is refused. The schema file itself is no part of this repository.
 */
export const sarifStructure = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({ name: z.string().min(1), version: z.string().min(1), rules: z.array(rule) }),
      }),
      invocations: z.array(z.strictObject({ executionSuccessful: z.boolean(), endTimeUtc: z.iso.datetime() })),
      results: z.array(result),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      properties: bag,
    }),
  ),
})
