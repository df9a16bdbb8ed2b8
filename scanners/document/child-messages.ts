import { z } from 'zod'
import { problemCodes } from '../problem.ts'
import { parsedDocumentSchema } from './parsed.ts'

/** What the child is asked: bytes travel over IPC, so nothing is left in a temporary folder. */
export type DocumentJob = { format: 'pdf' | 'docx' | 'html' | 'image'; bytes: Uint8Array; ocr: boolean }
export type PackedJob = { packed: 'sheet' | 'archive'; bytes: Uint8Array }
export type ChildJob = DocumentJob | PackedJob

/** One file of a ZIP: its bytes, or the cells of its first sheet when it is a workbook. */
const packedPartSchema = z.union([
  z.strictObject({ name: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.strictObject({ name: z.string(), rows: z.array(z.array(z.string())) }),
])

export type PackedPart = z.infer<typeof packedPartSchema>

/** What the child may say. Anything else is a fault of the child. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('progress'), stage: z.string(), done: z.number(), total: z.number().nullable() }),
  /** Text recognition of so many pages begins: the parent moves to the clock and memory cap of recognition. */
  z.strictObject({ type: z.literal('recognising'), pages: z.number().int().positive() }),
  z.strictObject({ type: z.literal('problem'), code: z.enum(problemCodes), detail: z.string().optional() }),
  z.strictObject({ type: z.literal('parsed'), document: parsedDocumentSchema }),
  z.strictObject({ type: z.literal('unpacked'), parts: z.array(packedPartSchema) }),
])

export type ChildMessage = z.infer<typeof childMessageSchema>
