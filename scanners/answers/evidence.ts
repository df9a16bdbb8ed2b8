import { z } from 'zod'
import { evidenceBase } from '#scanners/source.ts'

export const verdicts = ['pass', 'partial', 'fail', 'unknown', 'not-applicable'] as const

/** What a person said to the question of one requirement. `value` is one of the question's own choices, a date or text. */
export const answerEvidenceSchema = z.strictObject({
  kind: z.literal('answer'),
  ...evidenceBase,
  requirement: z.string(),
  value: z.string(),
  note: z.string(),
  by: z.string(),
})

/** What became of one observation, as people sort it. */
export const triages = ['fixed', 'accepted', 'covered', 'false-positive'] as const

/** What a person says an unclear reply was: an opt-out of everything, of its own channel, of the number alone, or none. */
export const replyRulings = ['opt-out', 'opt-out-here', 'wrong-number', 'no-opt-out'] as const
export type ReplyRuling = (typeof replyRulings)[number]

/** A reviewer's override of one finding, or of one observation of it. Both verdicts stay visible. */
export const rulingEvidenceSchema = z.strictObject({
  kind: z.literal('ruling'),
  ...evidenceBase,
  requirement: z.string(),
  observation: z.string().nullable(),
  verdict: z.enum(verdicts),
  reason: z.string().min(1),
  by: z.string(),
  expiresAt: z.iso.datetime().nullable(),
  /** Of one observation of a scan; `vendorId` names whose agreement covers it and is null for the other kinds. */
  triage: z.strictObject({ as: z.enum(triages), vendorId: z.string().nullable() }).optional(),
  /** Of an unclear reply in a log: what it was. Its clock starts when it arrived, not when this was said. */
  reply: z.enum(replyRulings).optional(),
})

/** Who is on file: a vendor with its agreement's state, gathered by a use case and frozen into the assessment. */
export const registryEvidenceSchema = z.strictObject({
  kind: z.literal('registry'),
  ...evidenceBase,
  vendorId: z.string(),
  vendor: z.string(),
  /** True for the entry of the vendor that is itself being assessed. */
  isSubject: z.boolean(),
  hosts: z.array(z.string()),
  trackerIds: z.array(z.string()),
  /** Date (YYYY-MM-DD) patient data first flowed or will flow; null = not told. */
  dataStart: z.string().nullable(),
  agreement: z
    .strictObject({
      verdicts: z.record(z.string(), z.enum(verdicts)),
      inForceFrom: z.string().nullable(),
      inForceTo: z.string().nullable(),
      signed: z.enum(['both', 'one', 'none']),
      /** Whether the practice it names is shown to be the one it is held for; evidence saved before this was asked has true. */
      practiceShown: z.boolean().default(true),
    })
    .nullable(),
})

export type AnswerEvidence = z.infer<typeof answerEvidenceSchema>

export type Verdict = (typeof verdicts)[number]
export type Triage = (typeof triages)[number]
