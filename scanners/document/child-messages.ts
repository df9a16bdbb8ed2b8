import { z } from 'zod'
import { problemCodes } from '../problem.ts'
import { parsedDocumentSchema } from './parsed.ts'

/** What the child is asked: bytes travel over IPC, so nothing is left in a temporary folder. */
export type ChildJob = { format: 'pdf' | 'docx' | 'html' | 'image'; bytes: Uint8Array; ocr: boolean }

/** What the child may say. Anything else is a fault of the child. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('progress'), stage: z.string(), done: z.number(), total: z.number().nullable() }),
  /** Text recognition of so many pages begins: the parent moves to the clock and memory cap of recognition. */
  z.strictObject({ type: z.literal('recognising'), pages: z.number().int().positive() }),
  z.strictObject({ type: z.literal('problem'), code: z.enum(problemCodes), detail: z.string().optional() }),
  z.strictObject({ type: z.literal('parsed'), document: parsedDocumentSchema }),
])

export type ChildMessage = z.infer<typeof childMessageSchema>
