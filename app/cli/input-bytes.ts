import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type CliIo, UsageError } from './command.ts'

/** A named file or, for `-`, standard input (its name is then empty). */
export async function inputBytes(path: string, io: CliIo): Promise<{ name: string; bytes: Uint8Array }> {
  if (path === '-') return { name: '', bytes: await io.readStdin() }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${path} could not be read (${error.code ?? 'unknown reason'}).`,
      'Check the path and that the file may be read.',
    )
  })
  return { name: basename(path), bytes }
}
