import { readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ReadOptions, readTimeline, type Timeline } from '#scanners/opt-out/timeline.ts'
import { packageRoot } from '#scanners/package-root.ts'

export const logFolder = join(packageRoot, 'test/fixtures/logs')
export const secret = Buffer.from('a key for tests only')

export function fixture(name: string): string {
  return readFileSync(join(logFolder, name), 'utf8')
}

/** Writes files to a folder of their own and reads them as one upload. */
export async function readLogs(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ReadOptions> = {},
): Promise<Timeline> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-logs-'))
  const inputs = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name)
      await writeFile(path, content)
      return { name, path }
    }),
  )
  return await readTimeline(
    inputs,
    { zone: 'America/Chicago', secret, ...options },
    { signal: new AbortController().signal, progress: () => {} },
  )
}
