import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ScanProblem } from '../problem.ts'
import type { ScanContext, Scanner } from '../scanner.ts'
import { decodeText } from './decode.ts'
import type { DocumentEvidence } from './evidence.ts'
import { limits } from './limits.ts'
import { parseInChild } from './run-child.ts'
import { sniffFormat } from './sniff.ts'
import { documentFromText } from './text.ts'

/** `ocr: 'off'` answers `no-text-layer` for pictures of pages instead of recognising them. */
export const documentInputSchema = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Expected the bytes of a file'),
  name: z.string(),
  ocr: z.enum(['auto', 'off']).optional(),
})

export type DocumentInput = z.infer<typeof documentInputSchema>

const idLength = 16

/**
 * Reads one document into text with places. The type is found by content and must agree with the name's ending; PDF,
 * DOCX, HTML and pictures are parsed in a capped child process, plain text here. Throws ScanProblem only:
 * `empty-input`, `too-large`, `unsupported-type`, `encrypted-document`, `unreadable-document`, `unsafe-document`,
 * `no-text-layer`, `timed-out`, `cancelled`.
 */
export async function scanDocument(input: DocumentInput, context: ScanContext): Promise<DocumentEvidence> {
  const { bytes, name } = input
  if (bytes.length === 0) throw new ScanProblem('empty-input')
  if (bytes.length > limits.uploadBytes) throw new ScanProblem('too-large', 'files up to 25 MB are read')
  const format = await sniffFormat(bytes, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = `document-${sha256.slice(0, idLength)}`
  const at = context.now()
  if (format === 'txt') {
    const text = decodeText(bytes)
    if (text.trim() === '') throw new ScanProblem('empty-input')
    return documentFromText(text, { id, name, at, sha256 })
  }
  const { pages, ocr, ...read } = await parseInChild({ format, bytes, ocr: input.ocr !== 'off' }, context)
  if (read.text.trim() === '' && read.hidden.length === 0) throw new ScanProblem('empty-input')
  return {
    kind: 'document',
    id,
    source: { scanner: 'document', ref: name, at: at.toISOString(), sha256 },
    file: { name, sha256, format, pages, characters: read.text.length, ocr },
    ...read,
  }
}

export const documentScanner: Scanner<DocumentInput> = {
  id: 'document',
  title: 'Document',
  input: documentInputSchema,
  scan: async (input, context) => [await scanDocument(input, context)],
}
