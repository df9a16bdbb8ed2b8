import { z } from 'zod'
import { documentEvidenceSchema, type rectSchema } from './evidence.ts'

/** What a parser hands back over IPC: everything of the evidence that is read from the bytes. */
export const parsedDocumentSchema = documentEvidenceSchema
  .pick({
    text: true,
    paragraphs: true,
    runs: true,
    hidden: true,
    confidence: true,
    pending: true,
    unreadPages: true,
    warnings: true,
  })
  .extend({ pages: z.number().int().nullable(), ocr: z.boolean() })

export type ParsedDocument = z.infer<typeof parsedDocumentSchema>
export type Rect = z.infer<typeof rectSchema>
export type Zone = ParsedDocument['paragraphs'][number]['zone']
export type Hidden = ParsedDocument['hidden'][number]
export type HiddenReason = Hidden['reason']
export type Warning = ParsedDocument['warnings'][number]

/** A stretch of one paragraph that shares a place on the page, a confidence and a state. */
export type Piece = { text: string; page?: number; rect?: Rect; percent?: number; pending?: boolean }

/** One paragraph in reading order, before it has offsets. Rows of one table carry the same `table` number. */
export type Block = { zone: Zone; depth: number; page: number | null; pieces: Array<Piece>; table?: number }
