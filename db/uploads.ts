import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync } from 'node:fs'
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A kept import is deleted after this long; with six hours from sweep to sweep it is a day at most. */
const keptMs = 18 * 3_600_000
/** An upload that has not become an import by then was broken off. */
const brokenOffMs = 12 * 3_600_000

const keptMark = 'kept'

export type UploadedFile = { name: string; sha256: string; bytes: number }

/** An upload on its way in: files are added one after the other, then it becomes a run's or is dropped. */
export type Incoming = {
  /** Streams one file to disk. null: the limit was passed, the rest is read and thrown away. */
  add: (name: string, data: AsyncIterable<Uint8Array>) => Promise<UploadedFile | null>
  files: ReadonlyArray<UploadedFile>
  /** Hands the files to a run, in one step of the file system. */
  becomes: (runId: string) => void
  drop: () => Promise<void>
}

/**
 * Files that are read once and never stored: plain, 0600, in a 0700 folder of their run, removed when the run ends. What
 * a crash leaves behind is removed by `sweep` at the next start.
 */
export type Uploads = {
  begin: (maxBytes: number) => Promise<Incoming>
  /** Paths in the order of upload; none when the files are gone. */
  pathsOf: (runId: string) => Array<string>
  isKept: (runId: string) => boolean
  /** Keeps the files after the end of the run, for a day at most. */
  keep: (runId: string) => Promise<void>
  /** Gives kept files to another run. */
  move: (fromRunId: string, toRunId: string) => void
  remove: (runId: string) => Promise<void>
  /** Removes what no live run needs. `starting`: nothing is on its way in yet, so half an upload is rubbish. */
  sweep: (now: Date, isLive: (runId: string) => boolean, starting: boolean) => Promise<number>
}

const isPart = (name: string) => name.startsWith('part-')

export function openUploads(folder: string): Uploads {
  const of = (runId: string) => join(folder, runId)
  const isKept = (runId: string) => existsSync(join(of(runId), keptMark))

  async function begin(maxBytes: number): Promise<Incoming> {
    const part = join(folder, `part-${randomBytes(8).toString('hex')}`)
    await mkdir(part, { mode: 0o700 })
    const files: Array<UploadedFile> = []
    let total = 0

    async function add(name: string, data: AsyncIterable<Uint8Array>): Promise<UploadedFile | null> {
      const path = join(part, String(files.length).padStart(3, '0'))
      const hash = createHash('sha256')
      let bytes = 0
      const handle = await open(path, 'wx', 0o600)
      try {
        for await (const chunk of data) {
          bytes += chunk.byteLength
          total += chunk.byteLength
          // What is beyond the limit is still read, so that the browser gets its answer.
          if (total > maxBytes) continue
          hash.update(chunk)
          await handle.writeFile(chunk)
        }
      } finally {
        await handle.close()
      }
      if (total > maxBytes) return null
      const file = { name, sha256: hash.digest('hex'), bytes }
      files.push(file)
      return file
    }

    return {
      add,
      files,
      becomes: (runId) => renameSync(part, of(runId)),
      drop: () => rm(part, { recursive: true, force: true }),
    }
  }

  return {
    begin,
    pathsOf(runId) {
      if (!existsSync(of(runId))) return []
      return readdirSync(of(runId))
        .filter((name) => name !== keptMark)
        .sort()
        .map((name) => join(of(runId), name))
    },
    isKept,
    keep: (runId) => writeFile(join(of(runId), keptMark), '', { mode: 0o600 }),
    move: (fromRunId, toRunId) => renameSync(of(fromRunId), of(toRunId)),
    remove: (runId) => rm(of(runId), { recursive: true, force: true }),
    async sweep(now, isLive, starting) {
      let removed = 0
      for (const name of await readdir(folder)) {
        const path = of(name)
        const ageMs = now.getTime() - (await stat(path)).mtimeMs
        const wanted = isPart(name)
          ? !starting && ageMs < brokenOffMs
          : isLive(name) || (isKept(name) && ageMs < keptMs)
        if (wanted) continue
        await rm(path, { recursive: true, force: true })
        removed += 1
      }
      return removed
    },
  }
}
