import { z } from 'zod'
import { evidenceBase } from '#scanners/source.ts'

/** [x, y, width, height] in PDF points from the page's top left corner. */
export const rectSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])

/**
 * One document as text. `start`/`end` everywhere are UTF-16 offsets into `text`, the canonical text that
 * `proviso baa text FILE` prints. For a .txt file that is the decoded file, BOM dropped, line ends kept.
 * `text` holds visible, effective words only: struck, deleted, hidden or covered words stand in `hidden`.
 */
export const documentEvidenceSchema = z.strictObject({
  kind: z.literal('document'),
  ...evidenceBase,
  file: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    format: z.enum(['pdf', 'docx', 'txt', 'html', 'image', 'paste']),
    pages: z.number().int().nullable(),
    characters: z.number().int(),
    ocr: z.boolean(),
  }),
  text: z.string(),
  /** In reading order, without gaps that hold words. A table row is one paragraph, cells joined by a tab. */
  paragraphs: z.array(
    z.strictObject({
      start: z.number().int(),
      end: z.number().int(),
      page: z.number().int().nullable(),
      zone: z.enum(['body', 'heading', 'table', 'list', 'header', 'footer', 'footnote', 'signature', 'inserted']),
      /** Indent or list depth where the format tells it; 0 otherwise. */
      depth: z.number().int(),
    }),
  ),
  /** Geometry of the words, in text order; empty where the format has none. */
  runs: z.array(
    z.strictObject({ start: z.number().int(), end: z.number().int(), page: z.number().int(), rect: rectSchema }),
  ),
  /** Words in the file that a reader does not see, or that are deleted: never evidence for a duty. */
  hidden: z.array(
    z.strictObject({
      text: z.string(),
      reason: z.enum(['white', 'tiny', 'invisible', 'covered', 'clipped', 'layer-off', 'hidden', 'deleted', 'struck']),
      page: z.number().int().nullable(),
    }),
  ),
  /** Text recognition only: spans with the recogniser's confidence, 0–100. */
  confidence: z.array(z.strictObject({ start: z.number().int(), end: z.number().int(), percent: z.number() })),
  /** Tracked insertions: proposed words that count as present but are not accepted yet. Spans of `text`. */
  pending: z.array(z.strictObject({ start: z.number().int(), end: z.number().int() })).optional(),
  /** Pages (from 1) that hold a picture and no readable text. While there is one, `absent` cannot be said. */
  unreadPages: z.array(z.number().int()),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string(), page: z.number().int().nullable() })),
})

export type DocumentEvidence = z.infer<typeof documentEvidenceSchema>
