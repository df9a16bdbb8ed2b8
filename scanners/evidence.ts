import { z } from 'zod'
import { answerEvidenceSchema, registryEvidenceSchema, rulingEvidenceSchema } from './answers/evidence.ts'
import { documentEvidenceSchema } from './document/evidence.ts'
import { fieldEvidenceSchema } from './field/evidence.ts'
import { drillEvidenceSchema } from './opt-out/canary-evidence.ts'
import { optOutEvidenceSchema } from './opt-out/evidence.ts'
import { pageEvidenceSchema } from './site/evidence.ts'
import { templateEvidenceSchema } from './template/evidence.ts'

/**
 * THE contract between the folders: one stored fact with its source, free of patient identifiers.
 * Everything right of scanners/ knows the outside world only through this union.
 */
export const evidenceSchema = z.discriminatedUnion('kind', [
  pageEvidenceSchema,
  documentEvidenceSchema,
  templateEvidenceSchema,
  optOutEvidenceSchema,
  drillEvidenceSchema,
  fieldEvidenceSchema,
  answerEvidenceSchema,
  rulingEvidenceSchema,
  registryEvidenceSchema,
])

export type Evidence = z.infer<typeof evidenceSchema>
export type EvidenceKind = Evidence['kind']
export type EvidenceOf<Kind extends EvidenceKind> = Extract<Evidence, { kind: Kind }>
