import { readFileSync } from 'node:fs'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { type DocumentInput, scanDocument } from '#scanners/document/scan.ts'
import { ScanProblem } from '#scanners/problem.ts'

export const agreement = readFileSync('test/fixtures/documents/harborlight.txt', 'utf8')

export function scan(
  bytes: Uint8Array,
  name: string,
  options: { ocr?: 'auto' | 'off'; signal?: AbortSignal } = {},
): Promise<DocumentEvidence> {
  const input: DocumentInput = { bytes, name, ...(options.ocr === undefined ? {} : { ocr: options.ocr }) }
  const signal = options.signal ?? new AbortController().signal
  return scanDocument(input, { now: () => new Date('2026-01-01T00:00:00Z'), signal, progress: () => {} })
}

/** The problem code a scan ends with; "read" when it ends well. Anything but a ScanProblem is thrown on. */
export async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    await scan(bytes, name)
    return 'read'
  } catch (error) {
    if (error instanceof ScanProblem) return error.code
    throw error
  }
}

/** Sentences with white space folded: what two formats of one text must share. */
export function sentences(text: string): Array<string> {
  return text
    .split(/\n/)
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .trim()
        .split(/(?<=[.;:?!]) /),
    )
    .filter((sentence) => sentence.length > 3)
}
