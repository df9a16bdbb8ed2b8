import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { scanDocument } from '#scanners/document/scan.ts'
import { ScanProblem } from '#scanners/problem.ts'
import type { CliIo } from './command.ts'
import { inputBytes } from './input-bytes.ts'

/** One file of a command line: read, or refused with its problem. */
export type Read = { name: string; document: DocumentEvidence } | { name: string; problem: ScanProblem }

/** Reads one path (`-` = standard input) as document evidence; a ScanProblem is returned, not thrown. */
export async function readDocument(path: string, io: CliIo, now: () => Date, ocr: boolean): Promise<Read> {
  const input = await inputBytes(path, io)
  const name = input.name || 'standard input'
  try {
    const progress = ({ stage, done, total }: { stage: string; done: number; total: number | null }) => {
      if (io.progressBar) io.err(`\r${name}: ${stage} ${done}${total === null ? '' : ` of ${total}`}\x1b[K`)
    }
    const document = await scanDocument(
      { ...input, ...(ocr ? {} : { ocr: 'off' as const }) },
      { now, signal: io.signal, progress },
    )
    return { name, document }
  } catch (error) {
    if (error instanceof ScanProblem) return { name, problem: error }
    throw error
  } finally {
    if (io.progressBar) io.err('\r\x1b[K')
  }
}
