import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type CliIo, UsageError } from './command.ts'

/** A named file that cannot be opened is wrong usage, in words: the system's code stands only where no words are known. */
export function cannotRead(path: string, { code }: NodeJS.ErrnoException): UsageError {
  const words: Record<string, readonly [says: string, hint: string]> = {
    ENOENT: ['does not exist.', 'Check the path.'],
    EISDIR: ['is a folder, not a file.', 'Name the file inside it.'],
    EACCES: ['may not be read by this user.', 'Change who may read it, or copy it to a place of your own.'],
  }
  const [says, hint] = words[code ?? ''] ?? [
    `could not be read (${code ?? 'unknown reason'}).`,
    'Check the path and that the file may be read.',
  ]
  return new UsageError(`${path} ${says}`, hint)
}

/** A named file or, for `-`, standard input (its name is then empty). */
export async function inputBytes(path: string, io: CliIo): Promise<{ name: string; bytes: Uint8Array }> {
  if (path === '-') return { name: '', bytes: await io.readStdin() }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw cannotRead(path, error)
  })
  return { name: basename(path), bytes }
}
