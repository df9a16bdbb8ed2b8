import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Database } from './client.ts'
import type { Inside } from './inside.ts'
import { blobSubjects, blobs } from './schema.ts'

const orphanAgeMs = 24 * 3_600_000

export type StoredBlob = { sha256: string; type: string; bytes: number }

/**
 * Encrypted files under the SHA-256 of their plain bytes, one folder an organisation. `put` first makes the file last,
 * then the caller writes the row (`index.add`) in the transaction that needs it.
 */
export type Blobs = {
  put: (organisationId: string, bytes: Uint8Array) => Promise<{ sha256: string; bytes: number }>
  /** Plain bytes; null when there is no such file. Throws when the file was changed on disk. */
  read: (organisationId: string, sha256: string) => Promise<Buffer | null>
  /** Removes files without a row that are older than a day; names rows whose file is gone. */
  sweep: (now: Date) => Promise<{ removed: number; missing: Array<{ organisationId: string; sha256: string }> }>
}

async function syncFolder(folder: string): Promise<void> {
  // A rename is lasting only when its folder is on disk too.
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

export function openBlobs(folder: string, db: Database): Blobs {
  const pathOf = (organisationId: string, sha256: string) => join(folder, organisationId, sha256.slice(0, 2), sha256)
  const about = (organisationId: string, sha256: string) => `blob:${organisationId}:${sha256}`

  async function writeLasting(path: string, bytes: Buffer): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const temp = `${path}.${randomBytes(6).toString('hex')}.part`
    const handle = await open(temp, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } catch (error) {
      await rm(temp, { force: true })
      throw error
    } finally {
      await handle.close()
    }
    await rename(temp, path)
    await syncFolder(dirname(path))
  }

  const hasRow = (organisationId: string, sha256: string) =>
    db.orm
      .select({ sha256: blobs.sha256 })
      .from(blobs)
      .where(and(eq(blobs.organisationId, organisationId), eq(blobs.sha256, sha256)))
      .get() !== undefined

  return {
    async put(organisationId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(organisationId, sha256)
      if (await exists(path)) {
        // Young again, so that the sweeper leaves it alone until its new row is written.
        const now = new Date()
        await utimes(path, now, now)
      } else {
        await writeLasting(path, db.keyring.of(organisationId).bytes(bytes, about(organisationId, sha256)))
      }
      return { sha256, bytes: bytes.byteLength }
    },

    async read(organisationId, sha256) {
      try {
        const sealed = await readFile(pathOf(organisationId, sha256))
        return db.keyring.of(organisationId).openBytes(sealed, about(organisationId, sha256))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },

    async sweep(now) {
      let removed = 0
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name)
        const organisationId =
          dirname(path)
            .slice(folder.length + 1)
            .split('/')[0] ?? ''
        if (hasRow(organisationId, entry.name)) continue
        if (now.getTime() - (await stat(path)).mtimeMs < orphanAgeMs) continue
        await rm(path, { force: true })
        removed += 1
      }
      const missing: Array<{ organisationId: string; sha256: string }> = []
      for (const row of db.orm
        .select({ organisationId: blobs.organisationId, sha256: blobs.sha256 })
        .from(blobs)
        .all()) {
        if (!(await exists(pathOf(row.organisationId, row.sha256)))) missing.push(row)
      }
      return { removed, missing }
    },
  }
}

export type BlobIndex = ReturnType<typeof blobIndex>

/** The rows of one organisation's files. */
export function blobIndex({ db, organisationId, now, record }: Inside) {
  const { orm } = db
  return {
    get(sha256: string): StoredBlob | null {
      const row = orm
        .select()
        .from(blobs)
        .where(and(eq(blobs.organisationId, organisationId), eq(blobs.sha256, sha256)))
        .get()
      return row === undefined ? null : { sha256: row.sha256, type: row.type, bytes: row.bytes }
    },

    /** The subjects the file belongs to. */
    subjectsOf: (sha256: string): Array<string> =>
      orm
        .select({ id: blobSubjects.subjectId })
        .from(blobSubjects)
        .where(and(eq(blobSubjects.organisationId, organisationId), eq(blobSubjects.sha256, sha256)))
        .all()
        .map(({ id }) => id),

    /** Makes a stored file known as one of a subject's. The same file twice is one row. */
    add({ sha256, type, bytes }: StoredBlob, subjectId: string): void {
      db.write(() => {
        const createdAt = now().toISOString()
        orm.insert(blobs).values({ organisationId, sha256, type, bytes, createdAt }).onConflictDoNothing().run()
        const { changes } = orm
          .insert(blobSubjects)
          .values({ organisationId, sha256, subjectId })
          .onConflictDoNothing()
          .run()
        if (changes === 0) return
        record({
          action: 'file.stored',
          object: { kind: 'file', id: sha256 },
          before: subjectId,
          after: `${bytes} bytes`,
        })
      })
    },
  }
}
