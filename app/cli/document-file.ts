import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DocumentEvidence } from '#scanners/document/evidence.ts'
import { scanDocument } from '#scanners/document/scan.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { type CliIo, UsageError } from './command.ts'

/** One file of a command line: read, or refused with its problem. */
export type Read = { name: string; document: DocumentEvidence } | { name: string; problem: ScanProblem }

async function bytesOf(path: string, io: CliIo): Promise<Uint8Array> {
  if (path === '-') return io.readStdin()
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${path} could not be read (${error.code ?? 'unknown reason'}).`,
      'Check the path of the file.',
    )
  })
}

/** Reads one path (`-` = standard input) as document evidence; a ScanProblem is returned, not thrown. */
export async function readDocument(path: string, io: CliIo, now: () => Date, ocr: boolean): Promise<Read> {
  const name = path === '-' ? 'standard input' : basename(path)
  const bytes = await bytesOf(path, io)
  try {
    const progress = ({ stage, done, total }: { stage: string; done: number; total: number | null }) => {
      if (io.progressBar) io.err(`\r${name}: ${stage} ${done}${total === null ? '' : ` of ${total}`}\x1b[K`)
    }
    const document = await scanDocument(
      { bytes, name: path === '-' ? '' : name, ...(ocr ? {} : { ocr: 'off' as const }) },
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
